import { readdirSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import pc from 'picocolors';
import { exitCodes, KitError } from '../../contract/errors.ts';
import type { HostConnector, HostSession, StartOptions } from '../../contract/host.ts';
import type { Limits } from '../../contract/limits.ts';
import { createCompiler, type TextCompiler } from '../../fixtures/compiler.ts';
import { type ScriptResult, scriptResult } from '../../spec/results.ts';
import { runScript } from '../../spec/run-script.ts';
import { ScriptSyntaxError } from '../../spec/s-expression.ts';
import { type Command, lineAt, readScript } from '../../spec/script.ts';
import { printable, printableJson, shorten } from '../../support/printable.ts';
import type { SpecArguments } from '../commands/spec.ts';
import { connectorFrom } from '../host-arguments.ts';
import { exitWhenInterrupted } from '../interrupt.ts';
import { mostWorkers, readCount, readDuration } from '../options.ts';
import { wantsColor } from '../output.ts';
import { helloDeadlineMs } from '../perform-run.ts';
import { print } from '../print.ts';
import { createScratch } from '../scratch.ts';
import { shownPath } from '../workshop.ts';

const ending = '.wast';

/** What scripts get: more than any of them needs, so that it is the host that is seen and no limit. */
const generous: Limits = { memoryBytes: 6 * 2 ** 30, tableElements: 20_000_000, wallMs: 20_000, instances: 10_000 };
const plentyOfFuel = '1000000000000';

/** Failures that are shown of one script. */
const shownFailures = 10;
const longestMessage = 300;

/** All scripts at a path, sorted. */
const scriptsAt = (path: string): readonly string[] => {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) {
    throw new KitError('file', `there is no ${path}`);
  }
  if (stats.isFile()) {
    return [path];
  }
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(path, name));
};

/** The commands of a script, or where it is none. */
const readCommands = (text: string): readonly Command[] | { readonly line: number; readonly message: string } => {
  try {
    return readScript(text);
  } catch (error) {
    if (error instanceof ScriptSyntaxError) {
      return { line: lineAt(text, error.offset), message: error.message };
    }
    throw error;
  }
};

const startHost = async (connector: HostConnector, options: StartOptions): Promise<HostSession> => {
  const started = await connector.start(options);
  if (started.kind === 'failed') {
    throw new KitError('host-start', `the host does not start: ${started.reason}`, {
      ...(started.stderr.trim() === '' ? {} : { hint: `stderr: ${started.stderr.trim().slice(-500)}` }),
    });
  }
  return started.session;
};

interface Setting {
  readonly connector: HostConnector;
  readonly start: StartOptions;
  readonly compiler: TextCompiler;
  readonly limits: Limits;
  readonly deadlineMs: number;
}

/** Runs scripts that a queue hands out, on a host that is started again whenever it is lost. */
const work = async (
  next: () => string | undefined,
  { connector, start, compiler, limits, deadlineMs }: Setting,
  onResult: (result: ScriptResult) => void,
): Promise<void> => {
  let session: HostSession | undefined;
  try {
    for (let file = next(); file !== undefined; file = next()) {
      const text = readFileSync(file, 'utf8');
      const commands = readCommands(text);
      if ('message' in commands) {
        onResult({ ...scriptResult(shownPath(file), [], 0), unreadable: commands });
        continue;
      }
      const begun = performance.now();
      session = session?.alive ? session : await startHost(connector, start);
      const results = await runScript(commands, text, {
        session,
        assemble: (source) =>
          compiler.compile({ compiler: 'wasm-tools', file: 'script', text: source, features: {}, validate: false }),
        group: file,
        limits,
        deadlineMs,
      });
      onResult(scriptResult(shownPath(file), results, performance.now() - begun));
    }
  } finally {
    await session?.close();
  }
};

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);

const counted = (result: Pick<ScriptResult, 'failures' | 'passed' | 'skipped' | 'unsupported'>): string =>
  [
    ...(result.failures.length > 0 ? [`${result.failures.length} failed`] : []),
    `${result.passed} passed`,
    ...(sum(result.unsupported) > 0 ? [`${sum(result.unsupported)} unsupported`] : []),
    ...(sum(result.skipped) > 0 ? [`${sum(result.skipped)} skipped`] : []),
  ].join(', ');

const show = (result: ScriptResult, showAll: boolean, colors: ReturnType<typeof pc.createColors>): void => {
  if (result.unreadable !== undefined) {
    const { line, message } = result.unreadable;
    print(`${colors.red('?')} ${printable(result.file)}:${line}: no script: ${printable(message)}`);
    return;
  }
  const mark = result.failures.length > 0 ? colors.red('✗') : result.passed > 0 ? colors.green('✓') : colors.dim('-');
  print(`${mark} ${printable(result.file)} ${counted(result)}`);
  const shown = showAll ? result.failures : result.failures.slice(0, shownFailures);
  for (const { line, message } of shown) {
    print(`    ${printable(result.file)}:${line}: ${shorten(printable(message), longestMessage)}`);
  }
  if (shown.length < result.failures.length) {
    print(colors.dim(`    …and ${result.failures.length - shown.length} more; --all shows them`));
  }
};

const total = (results: readonly ScriptResult[], key: 'skipped' | 'unsupported'): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const [word, count] of results.flatMap((result) => Object.entries(result[key]))) {
    counts[word] = (counts[word] ?? 0) + count;
  }
  return counts;
};

const showWords = (title: string, counts: Readonly<Record<string, number>>): void => {
  const entries = Object.entries(counts).sort((a, b) => b[1] - a[1]);
  if (entries.length > 0) {
    print(`\n${title}`);
    for (const [word, count] of entries) {
      print(`  ${String(count).padStart(6)}  ${printable(word)}`);
    }
  }
};

/** Runs scripts, shows each as it is done, and sums up. Exit code 1 where an assertion failed. */
export const handleSpec = async (args: SpecArguments): Promise<void> => {
  const colors = pc.createColors(wantsColor(process.stdout.isTTY === true, process.env));
  const files = [...new Set(args.path.flatMap(scriptsAt))];
  if (files.length === 0) {
    throw new KitError('file', `there is no script (${ending}) in ${args.path.join(', ')}`, {
      hint: 'the official ones are in test/core of https://github.com/WebAssembly/spec',
    });
  }
  const workers = Math.min(readCount('workers', args.workers ?? availableParallelism(), 1, mostWorkers), files.length);
  const connector = await connectorFrom(args);
  exitWhenInterrupted();
  const scratch = createScratch();
  const compiler = createCompiler();
  const setting: Setting = {
    connector,
    compiler,
    deadlineMs: readDuration('deadline', args.deadline),
    limits: args.metered ? { ...generous, fuel: plentyOfFuel } : generous,
    start: {
      scratch: scratch.folder,
      canaryToken: 'sandproof-spec',
      secrets: [],
      helloDeadlineMs,
      residentCeiling: Number.MAX_SAFE_INTEGER,
    },
  };
  try {
    const results: ScriptResult[] = [];
    const queue = files.values();
    await Promise.all(
      Array.from({ length: args['in-process'] ? 1 : workers }, () =>
        work(
          () => queue.next().value,
          setting,
          (result) => {
            results.push(result);
            if (!args.json) {
              show(result, args.all, colors);
            }
          },
        ),
      ),
    );
    results.sort((a, b) => (a.file < b.file ? -1 : 1));
    const failures = results.flatMap((result) => result.failures);
    const whole = {
      failures,
      passed: results.reduce((count, { passed }) => count + passed, 0),
      unsupported: total(results, 'unsupported'),
      skipped: total(results, 'skipped'),
    };
    if (args.json) {
      print(printableJson({ schema: 'sandproof/spec@1', host: args.host, metered: args.metered, scripts: results }));
    } else {
      showWords('unsupported, by what the host lacks:', whole.unsupported);
      showWords('skipped:', whole.skipped);
      const failing = results.filter((result) => result.failures.length > 0).length;
      print(
        `\n${colors.bold(counted(whole))} in ${results.length} scripts${failing > 0 ? `, ${failing} of them with failures` : ''}`,
      );
    }
    const isUnreadable = results.some(({ unreadable }) => unreadable !== undefined);
    process.exitCode = isUnreadable ? exitCodes.usage : failures.length > 0 ? exitCodes.failed : exitCodes.ok;
  } finally {
    await compiler.close();
    scratch.remove();
  }
};
