// FILL IN: your engine. What stands here runs guests on V8, a Worker for each (guest.ts), so that the driver works as it
// is; replace it piece by piece, and run `npx sandproof doctor` after each.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface Value {
  readonly type: string;
  readonly value: string;
}
export interface Outcome {
  readonly kind: string;
  readonly phase?: string;
  readonly [detail: string]: unknown;
}
type Limits = Readonly<Record<string, number | string>>;

const defaultMs = 5000;

/** What the host says of itself. FILL IN: what yours has, and nothing else; it is all tested. */
export const description = {
  protocol: 1,
  host: {
    name: '{{name}}',
    version: '0.1.0',
    engine: 'V8',
    engineVersion: process.versions.v8,
    language: 'TypeScript',
    os: process.platform,
    arch: process.arch,
  },
  profiles: ['core'],
  features: [
    'multi-value',
    'mutable-globals',
    'sign-extension',
    'bulk-memory',
    'reference-types',
    'simd',
    'typed-calls',
  ],
  // FILL IN: `memoryBytes` too: with it and a deadline or fuel a host is on the floor of the profile core.
  limits: { wallMs: { supported: true, mechanism: 'worker-termination', default: defaultMs } },
  declares: {
    cpu: { mechanism: 'deadline', slackMs: 50 },
    isolation: 'thread',
    // V8 has one message for each of these pairs. FILL IN: what your engine can't tell apart, or nothing.
    trapMerging: [
      ['uninitialized-element', 'indirect-call-type-mismatch'],
      ['integer-overflow', 'invalid-conversion-to-integer'],
    ],
    phaseMerging: [
      ['decode', 'validate'],
      ['instantiate', 'start'],
    ],
  },
};

export interface Guest {
  readonly worker: Worker;
  readonly wallMs: number;
}

/** FILL IN: bytes to a module, or why not: `rejected` at `decode` or `validate`. */
export const compile = async (
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ readonly module: WebAssembly.Module } | { readonly outcome: Outcome }> => {
  try {
    return { module: await WebAssembly.compile(bytes) };
  } catch (error) {
    return { outcome: { kind: 'rejected', phase: 'validate', message: String(error) } };
  }
};

/** Asks a Worker, and ends it where the answer does not come in time. */
const ask = async (worker: Worker, request: unknown, wallMs: number, phase: string): Promise<Outcome | undefined> => {
  const late = { kind: 'limit', phase, resource: 'time' };
  if (wallMs === 0) return late;
  const deadline = AbortSignal.timeout(wallMs);
  try {
    const answer = once(worker, 'message', { signal: deadline });
    worker.postMessage(request);
    const [{ outcome }] = (await answer) as [{ readonly outcome?: Outcome }];
    return outcome;
  } catch (error) {
    await worker.terminate();
    return deadline.aborted ? late : { kind: 'host-error', message: String(error) };
  }
};

/** FILL IN: links, initialises, runs the start function, then an exported `_initialize`, all within the limits. */
export const instantiate = async (
  module: WebAssembly.Module,
  limits: Limits,
): Promise<{ readonly guest: Guest } | { readonly outcome: Outcome }> => {
  // Nothing is granted, so nothing is linked.
  if (WebAssembly.Module.imports(module).length > 0) {
    return { outcome: { kind: 'rejected', phase: 'link', reason: 'unknown-import' } };
  }
  const worker = new Worker(new URL('guest.js', import.meta.url), { workerData: module, stdout: true, stderr: true });
  await once(worker, 'online');
  const wallMs = Number(limits.wallMs ?? defaultMs);
  const outcome = await ask(worker, 'instantiate', wallMs, 'start');
  if (outcome === undefined) return { guest: { worker, wallMs } };
  await worker.terminate();
  return { outcome };
};

/** FILL IN: calls an export, within the limits. Exports are looked up by their own names only. */
export const call = async (
  { worker, wallMs }: Guest,
  name: string,
  args: readonly Value[],
  results: readonly string[],
  limits: Limits,
): Promise<Outcome> => {
  if (worker.threadId < 0) return { kind: 'rejected', phase: 'call', reason: 'closed' };
  const outcome = await ask(worker, { name, args, results }, Number(limits.wallMs ?? wallMs), 'call');
  return outcome ?? { kind: 'host-error', message: 'no outcome' };
};

/** FILL IN: ends a guest, whatever it is doing, and frees what it had. */
export const close = async ({ worker }: Guest): Promise<void> => {
  await worker.terminate();
};
