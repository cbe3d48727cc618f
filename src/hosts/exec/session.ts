import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { declaresSchema, type HostDescription } from '../../contract/description.ts';
import type { Answer, HostSession, SendOptions, SessionOp, StartOptions, StartResult } from '../../contract/host.ts';
import type { LimitField, Limits } from '../../contract/limits.ts';
import type { ReplyOf, RequestOf } from '../../contract/messages.ts';
import type { Outcome } from '../../contract/outcome.ts';
import { isWireValue } from '../../contract/value.ts';
import { sha256 } from '../../support/hash.ts';
import type { ExecManifest } from '../manifest.ts';
import { fillPlaces } from '../places.ts';
import { type HostProcess, startProcess } from '../stdio/child.ts';
import { createTail } from '../stdio/tail.ts';
import { classify, type Finished } from './classify.ts';

/** Bytes of each stream that are kept; more is a flood, and its end is what counts. */
const streamBytes = 1024 * 1024;

type Ran =
  | { readonly kind: 'finished'; readonly finished: Finished }
  | { readonly kind: 'late' }
  | { readonly kind: 'failed'; readonly reason: string };

const run = async (
  command: readonly string[],
  options: StartOptions,
  env: Readonly<Record<string, string>>,
  deadlineMs: number,
  onStart?: (host: HostProcess | undefined) => void,
): Promise<Ran> => {
  const [file = '', ...args] = command;
  let tooLarge: string | undefined;
  const host = startProcess({ file, args, env }, options, (resident) => {
    tooLarge = `killed by the kit: resident memory of ${Math.round(resident / 2 ** 20)} MiB`;
    void host.kill();
  });
  onStart?.(host);
  const { child } = host;
  const stdout = createTail(streamBytes);
  const stderr = createTail(streamBytes);
  child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.stdin?.on('error', () => undefined);
  child.stdin?.end();
  const result = await new Promise<Ran>((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'late' }), deadlineMs);
    child.once('error', (error) => {
      clearTimeout(timer);
      resolve({ kind: 'failed', reason: error.message });
    });
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ kind: 'finished', finished: { code, signal, stdout: stdout.text(), stderr: stderr.text() } });
    });
  });
  await host.kill();
  host.cleanUp();
  onStart?.(undefined);
  return tooLarge === undefined ? result : { kind: 'failed', reason: tooLarge };
};

const descriptionOf = (manifest: ExecManifest, version: string): HostDescription => ({
  protocol: 1,
  host: {
    name: manifest.name,
    version,
    engine: manifest.engine,
    language: manifest.language,
    os: process.platform,
    arch: process.arch,
  },
  profiles: manifest.profiles,
  features: [...manifest.features, ...(manifest.result === undefined ? [] : ['typed-calls'])],
  featuresOff: [],
  limits: Object.fromEntries(Object.keys(manifest.limits).map((field) => [field, { supported: true }])),
  concurrency: 1,
  declares: declaresSchema.parse({
    state: 'fresh-per-call',
    isolation: 'process',
    cpu: { mechanism: manifest.limits.fuel === undefined ? 'deadline' : 'fuel' },
  }),
});

interface Instance {
  readonly wasm: string;
  readonly limits: Limits;
}

/** One word for an argument; `undefined` for a value that words can't carry. */
const wordOf = (argument: unknown, template: string): string | undefined => {
  if (!isWireValue(argument) || (argument.type !== 'i32' && argument.type !== 'i64')) {
    return undefined;
  }
  const signed = BigInt.asIntN(Number(argument.type.slice(1)), BigInt(argument.value)).toString();
  return template
    .replaceAll('{type}', argument.type)
    .replaceAll('{value}', argument.value)
    .replaceAll('{signed}', signed);
};

/** A session over a program that is run anew for each call. */
export const startExec = async (manifest: ExecManifest, options: StartOptions): Promise<StartResult> => {
  let program: HostProcess | undefined;
  const giveUp = (): void => void program?.kill();
  options.signal?.addEventListener('abort', giveUp, { once: true });
  const probe = await run(
    fillPlaces(manifest.version.command, manifest),
    options,
    manifest.env,
    options.helloDeadlineMs,
    (host) => {
      program = host;
    },
  );
  options.signal?.removeEventListener('abort', giveUp);
  if (probe.kind !== 'finished') {
    return {
      kind: 'failed',
      reason: probe.kind === 'late' ? 'its version is not printed in time' : probe.reason,
      stderr: '',
    };
  }
  const { stdout, stderr } = probe.finished;
  const version = new RegExp(manifest.version.pattern).exec(`${stdout}\n${stderr}`)?.[1];
  if (version === undefined) {
    return { kind: 'failed', reason: `no version in what it prints: ${stdout.slice(0, 200)}`, stderr };
  }
  return { kind: 'started', session: sessionOver(manifest, descriptionOf(manifest, version), options) };
};

const sessionOver = (manifest: ExecManifest, description: HostDescription, options: StartOptions): HostSession => {
  const folder = join(options.scratch, `exec-${randomUUID()}`);
  mkdirSync(folder, { recursive: true });
  const modules = new Map<number, string>();
  const instances = new Map<number, Instance>();
  let next = 0;
  let lastStderr = '';
  let alive = true;
  let program: HostProcess | undefined;

  const unsupported = (feature: string): { outcome: Outcome } => ({ outcome: { kind: 'unsupported', feature } });
  const unknown = (): { outcome: Outcome } => ({
    outcome: { kind: 'rejected', phase: 'call', reason: 'unknown-handle' },
  });

  const commandFor = (
    template: readonly string[],
    wasm: string,
    limits: Limits,
    name: string,
    args: readonly string[],
  ): string[] => {
    const limitWords = (Object.entries(limits) as [LimitField, unknown][]).flatMap(([field, value]) =>
      (manifest.limits[field] ?? []).map((word) => word.replaceAll(`{${field}}`, String(value))),
    );
    return fillPlaces(template, manifest).flatMap((word) =>
      word === '{args}'
        ? args
        : word === '{limits}'
          ? limitWords
          : [word.replaceAll('{wasm}', wasm).replaceAll('{export}', name)],
    );
  };

  const unknownLimit = (limits: Limits | undefined): string | undefined =>
    (Object.keys(limits ?? {}) as LimitField[]).find((field) => manifest.limits[field] === undefined);

  /** Runs the program; a hang or a failure of it is the end of the session, as of any host. */
  const runFor = async (
    command: readonly string[],
    send: SendOptions,
    judge: (finished: Finished) => Outcome,
  ): Promise<{ outcome: Outcome } | Exclude<Answer<never>, { kind: 'reply' }>> => {
    send.onStarted?.();
    const ran = await run(command, options, manifest.env, send.deadlineMs, (host) => {
      program = host;
    });
    if (ran.kind === 'finished') {
      lastStderr = ran.finished.stderr;
      const text = ran.finished.stdout + ran.finished.stderr;
      if ([options.canaryToken, ...options.secrets].some((secret) => text.includes(secret))) {
        alive = false;
        return { kind: 'escape', detail: 'a secret of the kit stands in what the program wrote' };
      }
      return { outcome: judge(ran.finished) };
    }
    alive = false;
    return ran.kind === 'late'
      ? { kind: 'host-hang', afterMs: send.deadlineMs, started: true }
      : { kind: 'host-crash', detail: ran.reason, started: true };
  };

  type Result = Record<string, unknown> | Exclude<Answer<never>, { kind: 'reply' }>;

  const load = async ({ wasm, kind, limits }: RequestOf<'load'>): Promise<Result> => {
    const field = unknownLimit(limits);
    if (field !== undefined || kind === 'component') {
      return unsupported(field === undefined ? 'component-model' : `limit:${field}`);
    }
    const bytes = 'path' in wasm ? await readFile(wasm.path) : Buffer.from(wasm.base64, 'base64');
    if (sha256(bytes) !== wasm.sha256) {
      return { outcome: { kind: 'rejected', phase: 'decode', reason: 'digest' } };
    }
    const module = next++;
    const file = join(folder, `${module}.wasm`);
    writeFileSync(file, bytes);
    modules.set(module, file);
    return { module };
  };

  const instantiate = async (request: RequestOf<'instantiate'>, send: SendOptions): Promise<Result> => {
    const wasm = modules.get(request.module as number);
    const field = unknownLimit(request.limits);
    const [grant] = request.grants ?? [];
    if (wasm === undefined) {
      return unknown();
    }
    if (
      field !== undefined ||
      grant !== undefined ||
      request.wasi !== undefined ||
      request.group !== undefined ||
      request.link !== undefined
    ) {
      return unsupported(
        field !== undefined
          ? `limit:${field}`
          : grant !== undefined
            ? `grant:${grant.capability}`
            : request.wasi !== undefined
              ? 'wasi-p1'
              : 'group',
      );
    }
    const limits = request.limits ?? {};
    if (manifest.instantiate !== undefined) {
      const command = commandFor(manifest.instantiate, wasm, limits, '', []);
      const ended = await runFor(command, send, (finished) => classify(finished, manifest, 'instantiate', undefined));
      if (!('outcome' in ended) || ended.outcome.kind !== 'returned') {
        return ended;
      }
    }
    const sandbox = next++;
    instances.set(sandbox, { wasm, limits });
    return { sandbox };
  };

  const call = async (request: RequestOf<'call'>, send: SendOptions): Promise<Result> => {
    const instance = instances.get(request.sandbox as number);
    if (instance === undefined) {
      return unknown();
    }
    const field = unknownLimit(request.limits);
    const words = request.args.map((argument) => wordOf(argument, manifest.argument));
    const results = request.results ?? [];
    if (field !== undefined || words.includes(undefined) || results.some((type) => type !== 'i32' && type !== 'i64')) {
      return unsupported(field === undefined ? 'typed-calls' : `limit:${field}`);
    }
    const limits = { ...instance.limits, ...request.limits };
    const command = commandFor(manifest.command, instance.wasm, limits, request.export, words as string[]);
    return runFor(command, send, (finished) => classify(finished, manifest, 'call', results));
  };

  const answer = async (request: { op: SessionOp }, send: SendOptions): Promise<Result> => {
    switch (request.op) {
      case 'load':
        return load(request as RequestOf<'load'>);
      case 'instantiate':
        return instantiate(request as RequestOf<'instantiate'>, send);
      case 'call':
        return call(request as RequestOf<'call'>, send);
      case 'drop': {
        const { sandbox, module } = request as RequestOf<'drop'>;
        const known = sandbox === undefined ? modules.delete(module as number) : instances.delete(sandbox as number);
        return known ? {} : unknown();
      }
      case 'ping':
      case 'bye':
        return {};
      default:
        return unsupported(`op:${request.op}`);
    }
  };

  const close = async (): Promise<void> => {
    alive = false;
    await program?.kill();
    rmSync(folder, { recursive: true, force: true });
  };

  return {
    description,
    get alive() {
      return alive;
    },
    send: async <K extends SessionOp>(request: RequestOf<K>, send: SendOptions): Promise<Answer<ReplyOf<K>>> => {
      if (!alive) {
        return { kind: 'host-crash', detail: 'the session is over', started: false };
      }
      const begun = performance.now();
      options.onMessage?.('to-host', JSON.stringify(request));
      const result = await answer(request, send);
      options.onMessage?.('from-host', JSON.stringify(result));
      return 'kind' in result
        ? (result as Exclude<Answer<never>, { kind: 'reply' }>)
        : { kind: 'reply', reply: result as ReplyOf<K>, elapsedMs: performance.now() - begun };
    },
    figures: () => undefined,
    threadTimes: () => undefined,
    stderr: () => lastStderr,
    noise: () => ({ bytes: 0, tail: '' }),
    takeViolations: () => [],
    close: async () => {
      await close();
      return true;
    },
    kill: close,
  };
};
