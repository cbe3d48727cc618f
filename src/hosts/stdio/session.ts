import { randomBytes } from 'node:crypto';
import { descriptionSchema, type HostDescription } from '../../contract/description.ts';
import { messageOf } from '../../contract/errors.ts';
import type { Answer, HostSession, SendOptions, SessionOp, StartOptions, StartResult } from '../../contract/host.ts';
import { type ReplyOf, type RequestOf, replySchemas } from '../../contract/messages.ts';
import { packageVersion } from '../../support/paths.ts';
import { type Command, type HostProcess, startProcess } from './child.ts';
import { createFrameReader, newline } from './framing.ts';
import { createTail } from './tail.ts';

/** Why a session is over. */
type Death = Exclude<Answer<never>, { kind: 'reply' } | { kind: 'host-hang' }> | { readonly kind: 'host-hang' };

/** A request that waits for its reply; everything that can happen to it comes through `settle`, once. */
interface Pending {
  readonly op: string;
  started: boolean;
  readonly begun: number;
  readonly onStarted: (() => void) | undefined;
  settle(answer: Answer<Record<string, unknown>>): void;
}

/** How long a driver has to leave after `bye`. */
const goodbyeMs = 2000;
/** How long a host that lost a pipe has to end, before the loss itself counts. */
const settleMs = 200;
const stderrBytes = 64 * 1024;
const noiseBytes = 4 * 1024;

/** Shortens what a host wrote for a message to people. */
const excerpt = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text);

const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.trim() ?? '';

const describeExit = (code: number | null, signal: NodeJS.Signals | null, stderr: string): string => {
  const how = signal === null ? `exited with code ${code}` : `was ended by ${signal}`;
  const last = lastLine(stderr);
  return `the host ${how}${last === '' ? '' : ` (stderr: ${excerpt(last)})`}`;
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The pipe to a driver: requests out, replies in, and everything that can go wrong between. */
const createPipe = (command: Command, options: StartOptions) => {
  const nonce = randomBytes(16).toString('hex');
  const pending = new Map<number, Pending>();
  const stderr = createTail(stderrBytes);
  const noise = createTail(noiseBytes);
  const violations: { kind: 'memory'; message: string }[] = [];
  let nextId = 0;
  let death: Death | undefined;
  /** Set while the kit itself ends the host, so that the exit that follows is no crash. */
  let closing = false;

  const die = (cause: Death): void => {
    if (death !== undefined) {
      return;
    }
    death = cause;
    for (const [id, request] of pending) {
      pending.delete(id);
      request.settle(answerOf(cause, request));
    }
    if (!closing) {
      void host.kill();
    }
  };

  const answerOf = (cause: Death, request: { started: boolean; begun: number }): Answer<Record<string, unknown>> => {
    switch (cause.kind) {
      case 'host-crash':
        return { ...cause, started: request.started };
      case 'host-hang':
        return { kind: 'host-hang', afterMs: performance.now() - request.begun, started: request.started };
      default:
        return cause;
    }
  };

  const protocolError = (detail: string): void => die({ kind: 'protocol-error', detail });

  const host: HostProcess = startProcess(command, options, (resident) => {
    const message = `resident memory of ${Math.round(resident / 2 ** 20)} MiB is above the ceiling of ${Math.round(options.residentCeiling / 2 ** 20)} MiB`;
    violations.push({ kind: 'memory', message });
    die({ kind: 'host-crash', detail: `killed by the kit: ${message}`, started: false });
  });
  const { child } = host;

  const onReply = (message: Record<string, unknown>): void => {
    const { id, ...rest } = message;
    if (typeof id !== 'number' || !Number.isInteger(id)) {
      protocolError(`a message without an integer id: ${excerpt(JSON.stringify(message))}`);
      return;
    }
    const request = pending.get(id);
    if (request === undefined) {
      protocolError(id < nextId ? `a second reply to request ${id}` : `a reply to request ${id}, which nobody made`);
      return;
    }
    if (rest.started === true) {
      request.started = true;
      request.onStarted?.();
      return;
    }
    pending.delete(id);
    request.settle({ kind: 'reply', reply: rest, elapsedMs: performance.now() - request.begun });
  };

  const onMessage = (text: string): void => {
    options.onMessage?.('from-host', text);
    if (death !== undefined) {
      return;
    }
    const secret = [options.canaryToken, ...options.secrets].find((each) => text.includes(each));
    if (secret !== undefined) {
      die({
        kind: 'escape',
        detail: 'a secret of the kit stands in a reply: the guest reached what it was not granted',
      });
      return;
    }
    let message: unknown;
    try {
      message = JSON.parse(text);
    } catch (error) {
      protocolError(`bad JSON (${messageOf(error)}): ${excerpt(text)}`);
      return;
    }
    if (isRecord(message)) {
      onReply(message);
    } else {
      protocolError(`a message that is no object: ${excerpt(text)}`);
    }
  };

  const frames = createFrameReader(nonce, {
    message: onMessage,
    // The line feed before a message is the protocol's own.
    noise: (bytes) => (bytes.length === 1 && bytes[0] === newline ? undefined : noise.push(bytes)),
    oversized: () => protocolError('a message of more than 16 MiB'),
  });

  /** The host lost something that it can't do without; how it ended, if it did, says more, so that is waited for. */
  const loseSoon = (detail: string): void => {
    const timer = setTimeout(() => die({ kind: 'host-crash', detail, started: false }), settleMs);
    child.once('close', () => clearTimeout(timer));
  };

  child.stdout?.on('data', (chunk: Buffer) => frames.push(chunk));
  child.stdout?.once('end', () => {
    frames.end();
    loseSoon('the host closed its stdout');
  });
  child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.stdin?.on('error', () => undefined);
  child.stdin?.once('close', () => loseSoon('the host closed its stdin'));
  child.once('error', (error) =>
    die({ kind: 'host-crash', detail: `cannot run ${command.file}: ${error.message}`, started: false }),
  );
  // `close` comes when all pipes are empty; a process that the host left behind may hold them open for ever.
  child.once('exit', (code, signal) => loseSoon(describeExit(code, signal, stderr.text())));
  child.once('close', (code, signal) => {
    die({ kind: 'host-crash', detail: describeExit(code, signal, stderr.text()), started: false });
  });

  /** Sends a request and waits for its reply, the deadline or the host's end, whichever comes first. */
  const exchange = (request: { op: string }, send: SendOptions): Promise<Answer<Record<string, unknown>>> => {
    const begun = performance.now();
    if (death !== undefined) {
      return Promise.resolve(answerOf(death, { started: false, begun }));
    }
    const id = nextId++;
    return new Promise((resolve) => {
      const timer = setTimeout(() => die({ kind: 'host-hang' }), send.deadlineMs);
      pending.set(id, {
        op: request.op,
        started: false,
        begun,
        onStarted: send.onStarted,
        settle: (answer) => {
          clearTimeout(timer);
          resolve(answer);
        },
      });
      const line = JSON.stringify({ id, ...request });
      options.onMessage?.('to-host', line);
      child.stdin?.write(`${line}\n`);
    });
  };

  return {
    nonce,
    host,
    exchange,
    protocolError,
    get death() {
      return death;
    },
    stderr: () => stderr.text(),
    noise: () => ({ bytes: noise.total, tail: noise.text() }),
    takeViolations: () => violations.splice(0),
    /** Says goodbye, and ends by force what does not leave. */
    close: async (how: 'bye' | 'end-of-input' = 'bye'): Promise<boolean> => {
      let left = false;
      if (death === undefined) {
        closing = true;
        const leaving = new Promise<void>((resolve) => child.once('exit', () => resolve())).then(() => {
          left = true;
        });
        child.stdin?.end(how === 'bye' ? `${JSON.stringify({ id: nextId++, op: 'bye' })}\n` : undefined);
        let timer: NodeJS.Timeout | undefined;
        const patience = new Promise<void>((resolve) => {
          timer = setTimeout(resolve, goodbyeMs);
        });
        await Promise.race([leaving, patience]);
        clearTimeout(timer);
      }
      await host.kill();
      host.cleanUp();
      return left;
    },
    kill: async (): Promise<void> => {
      closing = true;
      await host.kill();
      host.cleanUp();
    },
  };
};

const parseReply = <K extends SessionOp>(op: K, reply: Record<string, unknown>): ReplyOf<K> | string => {
  const result = replySchemas[op].safeParse(reply);
  if (result.success) {
    return result.data as ReplyOf<K>;
  }
  const issue = result.error.issues[0];
  return `the reply to ${op} is wrong at '${issue?.path.join('.')}': ${issue?.message}`;
};

/** Starts a driver, greets it, and makes a session of it. */
export const startStdio = async (command: Command, options: StartOptions): Promise<StartResult> => {
  const pipe = createPipe(command, options);
  const fail = async (reason: string): Promise<StartResult> => {
    await pipe.kill();
    return { kind: 'failed', reason, stderr: pipe.stderr() };
  };
  const giveUp = (): void => void pipe.kill();
  options.signal?.addEventListener('abort', giveUp, { once: true });
  if (options.signal?.aborted) {
    giveUp();
  }
  const hello = await pipe.exchange(
    {
      op: 'hello',
      protocol: [1],
      nonce: pipe.nonce,
      suite: { name: 'sandproof', version: packageVersion },
    } as { op: string },
    { deadlineMs: options.helloDeadlineMs },
  );
  options.signal?.removeEventListener('abort', giveUp);
  if (hello.kind === 'host-hang') {
    return fail(`no hello within ${options.helloDeadlineMs} ms`);
  }
  if (hello.kind !== 'reply') {
    return fail(hello.detail);
  }
  const parsed = descriptionSchema.safeParse(hello.reply);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return fail(`the reply to hello is wrong at '${issue?.path.join('.')}': ${issue?.message}`);
  }
  return { kind: 'started', session: sessionOver(pipe, parsed.data) };
};

const sessionOver = (pipe: ReturnType<typeof createPipe>, description: HostDescription): HostSession => ({
  description,
  get alive() {
    return pipe.death === undefined;
  },
  send: async <K extends SessionOp>(request: RequestOf<K>, send: SendOptions): Promise<Answer<ReplyOf<K>>> => {
    const answer = await pipe.exchange(request, send);
    if (answer.kind !== 'reply') {
      return answer;
    }
    const reply = parseReply<K>(request.op, answer.reply);
    if (typeof reply === 'string') {
      pipe.protocolError(reply);
      return { kind: 'protocol-error', detail: reply };
    }
    return { kind: 'reply', reply, elapsedMs: answer.elapsedMs };
  },
  figures: () => pipe.host.figures(),
  threadTimes: () => pipe.host.threadTimes(),
  stderr: pipe.stderr,
  noise: pipe.noise,
  takeViolations: pipe.takeViolations,
  close: pipe.close,
  kill: pipe.kill,
});
