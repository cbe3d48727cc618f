// A complete driver for the host protocol (docs/protocol.md) with nothing but Node. Each sandbox is a Worker with one
// instance in it. It limits time and no memory, and grants nothing; it says so, and the kit counts it.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

// In the Worker: one instance.

/** What V8 says of a trap, and its code. */
const traps = [
  [/^unreachable/, 'unreachable'],
  [/(divide|remainder) by zero/, 'integer-divide-by-zero'],
  [/divide result unrepresentable/, 'integer-overflow'],
  [/float unrepresentable/, 'invalid-conversion-to-integer'],
  [/memory access|data segment/, 'memory-out-of-bounds'],
  [/table|element segment/, 'table-out-of-bounds'],
  [/signature mismatch/, 'indirect-call-type-mismatch'],
  [/unaligned/, 'unaligned-atomic'],
  [/Atomics.wait/, 'expected-shared-memory'],
];

const outcomeOf = (error, phase) => {
  const message = String(error?.message ?? error).slice(0, 200);
  if (error instanceof WebAssembly.LinkError) return { kind: 'rejected', phase: 'link', message };
  if (error instanceof WebAssembly.Exception) return { kind: 'threw', phase };
  // No host function can have thrown it: an argument was of another type than the parameter.
  if (error instanceof TypeError) return { kind: 'rejected', phase, reason: 'argument-mismatch', message };
  if (error instanceof WebAssembly.RuntimeError) {
    const code = traps.find(([pattern]) => pattern.test(message))?.[1] ?? 'x-v8-other';
    return { kind: 'trapped', phase, code, message };
  }
  if (!(error instanceof RangeError)) return { kind: 'host-error', phase, message };
  const resource = /call stack/.test(message) ? 'stack' : /[Tt]able/.test(message) ? 'table' : 'memory';
  return { kind: 'limit', phase, resource, message };
};

const view = new DataView(new ArrayBuffer(8));
/** Values are decimals; floats travel as the decimal of their bits. */
const fromWire = {
  i32: (text) => Number(text) | 0,
  i64: (text) => BigInt(text),
  f32: (text) => view.setUint32(0, Number(text)) ?? view.getFloat32(0),
  f64: (text) => view.setBigUint64(0, BigInt(text)) ?? view.getFloat64(0),
};
const toWire = {
  i32: (value) => value >>> 0,
  i64: (value) => BigInt.asUintN(64, value),
  f32: (value) => view.setFloat32(0, value) ?? view.getUint32(0),
  f64: (value) => view.setFloat64(0, value) ?? view.getBigUint64(0),
};

const rejected = (reason) => ({ outcome: { kind: 'rejected', phase: 'call', reason } });
const unsupported = (feature) => ({ outcome: { kind: 'unsupported', feature } });

let exported = {};
const instantiate = () => {
  exported = new WebAssembly.Instance(workerData, {}).exports;
  const { _initialize: initialize } = exported;
  if (typeof initialize === 'function' && initialize.length === 0) initialize();
  return {};
};

const call = ({ name, args, results }) => {
  const guest = Object.hasOwn(exported, name) ? exported[name] : undefined;
  if (typeof guest !== 'function') return rejected('no-such-export');
  if (args.length !== guest.length) return rejected('argument-mismatch');
  if ([...args.map(({ type }) => type), ...results].some((type) => !Object.hasOwn(toWire, type))) {
    return unsupported('references');
  }
  const raw = guest(...args.map(({ type, value }) => fromWire[type](value)));
  const list = results.length > 1 ? [...raw] : results.length === 1 ? [raw] : [];
  const values = results.map((type, index) => ({ type, value: String(toWire[type](list[index])) }));
  return { outcome: { kind: 'returned', phase: 'call', values } };
};

parentPort?.on('message', (request) => {
  try {
    parentPort.postMessage(request === 'instantiate' ? instantiate() : call(request));
  } catch (error) {
    parentPort.postMessage({ outcome: outcomeOf(error, request === 'instantiate' ? 'start' : 'call') });
  }
});

// In the main thread: the protocol.

const defaultMs = 5000;
const modules = new Map();
const sandboxes = new Map();
let handles = 0;

const keep = (map, value) => {
  handles += 1;
  map.set(handles, value);
  return handles;
};

/** Asks a Worker, and ends it where the answer does not come in time. */
const ask = async (worker, request, wallMs, phase) => {
  const late = { outcome: { kind: 'limit', phase, resource: 'time' } };
  if (wallMs === 0) return late;
  const deadline = AbortSignal.timeout(wallMs);
  try {
    const answer = once(worker, 'message', { signal: deadline });
    worker.postMessage(request);
    return (await answer)[0];
  } catch (error) {
    await worker.terminate();
    return deadline.aborted ? late : { outcome: { kind: 'host-error', message: error.message } };
  }
};

/** A limit or a right that this host does not know is never ignored. */
const refusal = ({ limits = {}, grants = [], wasi, group, link }, known) => {
  const limit = Object.keys(limits).find((field) => !known.includes(field));
  if (limit !== undefined) return unsupported(`limit:${limit}`);
  if (grants.length > 0) return unsupported(`grant:${grants[0].capability}`);
  if (wasi !== undefined) return unsupported('wasi-p1');
  return group === undefined && link === undefined ? undefined : unsupported('group');
};

const operations = {
  async load(request, started) {
    if (request.kind !== 'module') return unsupported('component-model');
    const { path, base64, sha256 } = request.wasm;
    const bytes = path === undefined ? Buffer.from(base64, 'base64') : readFileSync(path);
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
      return { outcome: { kind: 'rejected', phase: 'decode', reason: 'digest' } };
    }
    started();
    try {
      return refusal(request, []) ?? { module: keep(modules, await WebAssembly.compile(bytes)) };
    } catch (error) {
      return { outcome: { kind: 'rejected', phase: 'validate', message: error.message } };
    }
  },
  async instantiate(request, started) {
    const module = modules.get(request.module);
    const no = refusal(request, ['wallMs']) ?? (module === undefined ? rejected('unknown-handle') : undefined);
    if (no !== undefined) return no;
    // Nothing is granted, so nothing is linked. An object of ours would hand out what it inherits: `constructor`.
    if (WebAssembly.Module.imports(module).length > 0) return { outcome: { kind: 'rejected', phase: 'link' } };
    const worker = new Worker(new URL(import.meta.url), { workerData: module, stdout: true, stderr: true });
    await once(worker, 'online');
    started();
    const wallMs = request.limits?.wallMs ?? defaultMs;
    const reply = await ask(worker, 'instantiate', wallMs, 'start');
    if (reply.outcome === undefined) return { sandbox: keep(sandboxes, { worker, wallMs }) };
    await worker.terminate();
    return reply;
  },
  async call(request, started) {
    const sandbox = sandboxes.get(request.sandbox);
    const no = refusal(request, ['wallMs']) ?? (sandbox === undefined ? rejected('unknown-handle') : undefined);
    if (no !== undefined) return no;
    if (sandbox.worker.threadId < 0) return rejected('closed');
    started();
    const guest = { name: request.export, args: request.args, results: request.results ?? [] };
    return ask(sandbox.worker, guest, request.limits?.wallMs ?? sandbox.wallMs, 'call');
  },
  async drop({ sandbox, module }) {
    await sandboxes.get(sandbox)?.worker.terminate();
    return sandboxes.delete(sandbox) || modules.delete(module) ? {} : rejected('unknown-handle');
  },
  ping: () => ({}),
};

const description = {
  protocol: 1,
  host: {
    name: 'minimal-driver',
    version: '1.0.0',
    engine: 'V8',
    engineVersion: process.versions.v8,
    language: 'JavaScript',
    os: process.platform,
    arch: process.arch,
  },
  profiles: ['core'],
  features: `multi-value mutable-globals sign-extension saturating-float-to-int bulk-memory reference-types simd
    tail-call threads legacy-exceptions typed-calls`.split(/\s+/),
  limits: { wallMs: { supported: true, mechanism: 'worker-termination', default: defaultMs } },
  declares: {
    cpu: { mechanism: 'deadline', slackMs: 50 },
    isolation: 'thread',
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

if (isMainThread) {
  let nonce = '';
  const send = (message) => process.stdout.write(`\n@${nonce} ${JSON.stringify(message)}\n`);
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, op, ...request } = JSON.parse(line);
    if (op === 'bye') break;
    if (op === 'hello') {
      nonce = request.nonce;
      send({ id, ...description });
      continue;
    }
    const answer = Object.hasOwn(operations, op) ? operations[op] : () => unsupported(`op:${op}`);
    try {
      send({ ...(await answer(request, () => send({ id, started: true }))), id });
    } catch (error) {
      send({ id, outcome: { kind: 'host-error', message: error.message } });
    }
  }
  process.exit(0);
}
