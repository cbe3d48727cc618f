import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { KitError, messageOf } from '../contract/errors.ts';
import type { RunEvent } from '../contract/event.ts';
import type { Matrix } from '../contract/matrix.ts';
import type { Problem } from '../contract/report.ts';
import type { Reporter, ReporterContext, ReporterModule } from '../contract/reporter.ts';
import { loadReporter, reporterNames } from './discovery.ts';

/** Where one reporter writes. */
interface Sink {
  readonly name: string;
  readonly context: ReporterContext;
  readonly reporter: Reporter;
  readonly matrix: ReporterModule['matrix'];
  close(): Promise<void>;
  failure: unknown;
}

/** Whether colour is wanted on a stream: never with NO_COLOR, else where someone looks or FORCE_COLOR says so. */
export const wantsColor = (isTerminal: boolean, environment: NodeJS.ProcessEnv): boolean =>
  environment.NO_COLOR !== undefined && environment.NO_COLOR !== ''
    ? false
    : environment.FORCE_COLOR !== undefined
      ? environment.FORCE_COLOR !== '0'
      : isTerminal && environment.TERM !== 'dumb';

const writeTo = (stream: NodeJS.WritableStream, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.write(text, (error) => (error ? reject(error) : resolve()));
  });

const opened = (stream: WriteStream): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.once('open', () => resolve());
    stream.once('error', reject);
  });

const openFile = async (path: string): Promise<WriteStream> => {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const stream = createWriteStream(path);
    await opened(stream);
    return stream;
  } catch (error) {
    throw new KitError('file', `cannot write ${path}: ${messageOf(error)}`, { cause: error });
  }
};

const openSink = async (specification: string): Promise<Sink> => {
  const equals = specification.indexOf('=');
  const name = equals < 0 ? specification : specification.slice(0, equals);
  const path = equals < 0 ? undefined : specification.slice(equals + 1);
  if (path === '') {
    throw new KitError('usage', `the reporter '${name}' has no file`, {
      hint: `write ${name}=FILE, or ${name} for stdout`,
    });
  }
  const module = await loadReporter(name);
  const file = path === undefined ? undefined : await openFile(path);
  const stdout = process.stdout;
  const isTerminal = file === undefined && stdout.isTTY === true;
  const context: ReporterContext = {
    write: (text) => writeTo(file ?? stdout, text),
    terminal: isTerminal && process.env.CI === undefined ? { columns: stdout.columns ?? 80 } : undefined,
    color: file === undefined && wantsColor(isTerminal, process.env),
    environment: process.env,
  };
  return {
    name: specification,
    context,
    reporter: module.create(context),
    matrix: module.matrix,
    close: () => new Promise((resolve) => (file === undefined ? resolve() : file.end(() => resolve()))),
    failure: undefined,
  };
};

/** All reporters of a run. One that fails is told nothing more; the others go on. */
export interface Reporters {
  emit(event: RunEvent): Promise<void>;
  /** Tells of several hosts at once; only to reporters that were opened for it. */
  matrix(matrix: Matrix): Promise<void>;
  /** Waits for what was written; what went wrong with which reporter. */
  close(): Promise<readonly Problem[]>;
}

/** Reporters that can tell of several hosts at once. */
const refuseWithoutMatrix = async (specifications: readonly string[]): Promise<void> => {
  const able: string[] = [];
  for (const name of reporterNames()) {
    if ((await loadReporter(name)).matrix !== undefined) {
      able.push(name);
    }
  }
  const names = specifications.map((specification) => specification.split('=')[0] as string);
  const unable = names.find((name) => reporterNames().includes(name) && !able.includes(name));
  if (unable !== undefined) {
    throw new KitError('usage', `the reporter '${unable}' tells of one host at a time`, {
      hint: `for several: ${able.join(', ')}`,
    });
  }
};

/** Opens reporters as `--reporter` names them (`name` or `name=FILE`); at most one of them writes to stdout. */
export const openReporters = async (
  specifications: readonly string[],
  { forMatrix = false } = {},
): Promise<Reporters> => {
  const onStdout = specifications.filter((specification) => !specification.includes('='));
  if (onStdout.length > 1) {
    throw new KitError('usage', `${onStdout.join(' and ')} would both write to stdout`, {
      hint: `give one of them a file: --reporter ${onStdout[1]}=FILE`,
    });
  }
  const files = specifications.flatMap((specification) => {
    const equals = specification.indexOf('=');
    return equals < 0 ? [] : [resolve(specification.slice(equals + 1))];
  });
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined) {
    throw new KitError('usage', `two reporters would both write to ${twice}`, { hint: 'give each a file of its own' });
  }
  if (forMatrix) {
    await refuseWithoutMatrix(specifications);
  }
  const sinks = await Promise.all(specifications.map(openSink));
  const tell = async (what: (sink: Sink) => Promise<void> | void): Promise<void> => {
    for (const sink of sinks) {
      if (sink.failure === undefined) {
        try {
          await what(sink);
        } catch (error) {
          sink.failure = error ?? new Error('failed');
        }
      }
    }
  };
  return {
    emit: (event) => tell((sink) => sink.reporter.event(event)),
    matrix: (all) => tell((sink) => sink.matrix?.(all, sink.context)),
    close: async () => {
      await Promise.all(sinks.map((sink) => sink.close()));
      return sinks.flatMap((sink) =>
        sink.failure === undefined
          ? []
          : [{ kind: 'reporter', message: `the reporter '${sink.name}' failed: ${messageOf(sink.failure)}` }],
      );
    },
  };
};
