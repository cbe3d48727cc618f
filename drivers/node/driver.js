// WebAssembly in JavaScript as tutorials write it, on Node, Deno and Bun alike: `new WebAssembly.Instance` with an object
// literal for the imports, host functions that throw an `Error`, a Worker for each sandbox (or group of them), and
// `terminate()` where a deadline passes. No fuel, and no limit on memory, tables or the stack: the API has none.
// It is here for what it gets wrong; ../../examples/minimal-driver is the careful one.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

const runtime = ['deno', 'bun'].find((name) => name in process.versions) ?? 'node';
const engine = runtime === 'bun' ? 'JavaScriptCore' : 'V8';
const testModule = 'sandproof:test';

const rejected = (reason, phase = 'call') => ({ outcome: { kind: 'rejected', phase, reason } });
const unsupported = (feature) => ({ outcome: { kind: 'unsupported', feature } });

// ---- In a Worker: sandboxes ----

/** What a host function throws to end its guest. Like any JavaScript error it is an exception that a guest can catch. */
class Ended extends Error {
  constructor(outcome) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}

/** The test functions. Guests and JavaScript share the memory: https://developer.mozilla.org/docs/WebAssembly/Guides/Understanding_the_text_format */
const testFunctions = (sandbox) => {
  const bytes = (pointer, length) => new Uint8Array(sandbox.exports.memory.buffer, pointer, length);
  return {
    nop: () => {},
    add: (a, b) => a + b,
    log: (pointer, length) => {
      const text = new TextDecoder('utf8').decode(bytes(pointer, length));
      parentPort.postMessage({ sandbox: sandbox.id, log: text });
    },
    fill: (pointer, length, byte) => {
      bytes(pointer, length).fill(byte);
    },
    fail: () => {
      throw new Error('this host function fails');
    },
    'call-back': (value) => sandbox.exports.callback(value),
    'view-after-callback': (pointer) => {
      sandbox.exports.callback(pointer);
      return new Uint8Array(sandbox.exports.memory.buffer)[pointer];
    },
    sleep: (milliseconds) => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(milliseconds));
    },
    exit: (code) => {
      throw new Ended({ kind: 'exited', exitCode: code >>> 0 });
    },
    'close-self': () => {
      sandbox.closed = true;
      throw new Ended({ kind: 'cancelled' });
    },
    charge: () => {},
    'wrong-result': () => 'no number',
    'wrong-results': () => [1],
    'make-ref': (value) => ({ value }),
    'same-ref': (a, b) => (a === b ? 1 : 0),
  };
};

/** Traps are all one class in JavaScript, so the code is told by the engine's words. */
const traps = {
  V8: [
    [/^unreachable/, 'unreachable'],
    [/(divide|remainder) by zero/, 'integer-divide-by-zero'],
    [/divide result unrepresentable/, 'integer-overflow'],
    [/float unrepresentable/, 'invalid-conversion-to-integer'],
    [/array element access/, 'array-out-of-bounds'],
    [/memory access|data segment/, 'memory-out-of-bounds'],
    [/table|element segment/, 'table-out-of-bounds'],
    [/^null function$/, 'uninitialized-element'],
    [/signature mismatch/, 'indirect-call-type-mismatch'],
    [/dereferencing a null|rethrowing null/, 'null-reference'],
    [/illegal cast/, 'cast-failure'],
    [/array is too large/, 'allocation-failure'],
    [/unaligned/, 'unaligned-atomic'],
    [/Atomics.wait/, 'expected-shared-memory'],
  ],
  JavaScriptCore: [
    [/^Unreachable/, 'unreachable'],
    [/^Division by zero/, 'integer-divide-by-zero'],
    [/^Integer overflow/, 'integer-overflow'],
    [/^Out of bounds Trunc/, 'invalid-conversion-to-integer'],
    [/^Out of bounds memory access|data segment/, 'memory-out-of-bounds'],
    [/^Out of bounds (table access|call_indirect)|^Element is/, 'table-out-of-bounds'],
    [/^Out of bounds array/, 'array-out-of-bounds'],
    [/signature that does not match/, 'indirect-call-type-mismatch'],
    [/null reference/, 'null-reference'],
    [/^ref.cast failed/, 'cast-failure'],
    [/^Unaligned/, 'unaligned-atomic'],
    [/^Failed to allocate new array/, 'allocation-failure'],
  ],
};

/** How a call or an instantiation failed. `hosted`: a host function ran in it, so that an error may be its own. */
const outcomeOf = (error, phase, hosted) => {
  const message = String(error?.message ?? error).slice(0, 200);
  if (error instanceof Ended) return { ...error.outcome, phase };
  if (error instanceof WebAssembly.LinkError) return { kind: 'rejected', phase: 'link', message };
  if (error instanceof WebAssembly.Exception) return { kind: 'threw', phase };
  if (error instanceof WebAssembly.RuntimeError) {
    const code = traps[engine].find(([pattern]) => pattern.test(message))?.[1] ?? 'x-js-unknown';
    return { kind: 'trapped', phase, code, message };
  }
  if (/call stack/.test(message)) return { kind: 'limit', phase, resource: 'stack', message };
  if (hosted) return { kind: 'trapped', phase, code: 'host-function', message };
  // No host function has thrown it, so it was about the imports, or about an argument.
  if (error instanceof TypeError && phase === 'start') return { kind: 'rejected', phase: 'link', message };
  if (error instanceof TypeError) return { kind: 'rejected', phase, reason: 'argument-mismatch', message };
  if (!(error instanceof RangeError)) return { kind: 'host-error', phase, message };
  return { kind: 'limit', phase, resource: /[Tt]able/.test(message) ? 'table' : 'memory', message };
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

/** An argument; a reference is one that this sandbox gave out. */
const argumentOf = (sandbox, { type, value }) => {
  if (type in fromWire) return fromWire[type](value);
  if (value === 'null') return null;
  if (!sandbox.references.has(value)) throw new TypeError(`${value} is no reference of this sandbox`);
  return sandbox.references.get(value);
};

const resultOf = (sandbox, type, value) => {
  if (type in toWire) return { type, value: String(toWire[type](value)) };
  const handle = value === null ? 'null' : `${sandbox.id}:${sandbox.references.size}`;
  if (value !== null) sandbox.references.set(handle, value);
  return { type: /^\w+ref$/.test(type) ? type : 'anyref', value: handle };
};

const sandboxes = new Map();
let hosted = false;

const operations = {
  instantiate({ sandbox: id, module, grants, link }) {
    const sandbox = { id, exports: {}, references: new Map(), closed: false };
    const functions = testFunctions(sandbox);
    const imports = {};
    for (const name of grants) {
      imports[testModule] ??= {};
      imports[testModule][name] = (...args) => {
        hosted = true;
        return functions[name](...args);
      };
    }
    for (const [name, other] of Object.entries(link)) imports[name] = sandboxes.get(other).exports;
    const instance = new WebAssembly.Instance(module, imports);
    sandbox.exports = instance.exports;
    const { _initialize: initialize } = instance.exports;
    if (typeof initialize === 'function' && initialize.length === 0) initialize();
    sandboxes.set(id, sandbox);
    return {};
  },
  call({ sandbox: id, name, args, results }) {
    const sandbox = sandboxes.get(id);
    if (sandbox.closed) return rejected('closed');
    const guest = sandbox.exports[name];
    if (typeof guest !== 'function') return rejected('no-such-export');
    try {
      const raw = guest(...args.map((argument) => argumentOf(sandbox, argument)));
      const list = results.length > 1 ? [...raw] : results.length === 1 ? [raw] : [];
      const values = results.map((type, index) => resultOf(sandbox, type, list[index]));
      return { outcome: { kind: 'returned', phase: 'call', values } };
    } catch (error) {
      sandbox.closed ||= error instanceof Ended;
      throw error;
    }
  },
  /** JavaScript sees the memories that a guest exports, and no others. */
  inspect({ sandbox: id }) {
    const { exports, closed } = sandboxes.get(id);
    const memories = Object.values(exports).filter((each) => each instanceof WebAssembly.Memory);
    const memoryBytes = memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
    return { usage: { state: closed ? 'closed' : 'idle', ...(memories.length > 0 ? { memoryBytes } : {}) } };
  },
  drop: ({ sandbox: id }) => sandboxes.delete(id) && {},
};

parentPort?.on('message', ({ question, op, ...request }) => {
  hosted = false;
  let answer;
  parentPort.postMessage({ question, begun: true });
  try {
    answer = operations[op](request);
  } catch (error) {
    answer = { outcome: outcomeOf(error, op === 'instantiate' ? 'start' : 'call', hosted) };
  }
  parentPort.postMessage({ question, answer });
});

// ---- In the main thread: the protocol ----

const defaultMs = 2000;
const modules = new Map();
const guests = new Map();
const groups = new Map();
let handles = 0;

/** A Worker with the guests of one trust domain: a sandbox, or a group of them. */
class Thread {
  ended = false;
  guests = new Set();
  asked = 0;
  waiting = new Map();
  worker = new Worker(new URL(import.meta.url));

  constructor() {
    this.worker.on('message', ({ question, begun, answer, sandbox, log }) => {
      if (begun) this.waiting.get(question)?.begin();
      else if (answer !== undefined) this.waiting.get(question)?.resolve(answer);
      else if (guests.has(sandbox)) guests.get(sandbox).log += log;
    });
    this.worker.on('error', (error) => {
      const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      void this.end(isFull ? { kind: 'limit', resource: 'memory' } : { kind: 'host-error', message: error.message });
    });
  }

  /** Asks the Worker, and ends it where the answer does not come in time, counted from when it took the question up. */
  async ask(request, wallMs, started) {
    this.asked += 1;
    const question = this.asked;
    let timer;
    const begin = () => {
      started?.();
      timer = setTimeout(() => this.end({ kind: 'limit', resource: 'time' }), wallMs ?? defaultMs);
    };
    const answer = new Promise((resolve) => {
      this.waiting.set(question, { ...request, begin, resolve });
    });
    this.worker.postMessage({ question, ...request });
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
      this.waiting.delete(question);
    }
  }

  isRunning = (sandbox) => [...this.waiting.values()].some((each) => each.op === 'call' && each.sandbox === sandbox);

  /** Ends the Worker and all guests in it; what was under way has this outcome. */
  async end(outcome) {
    this.ended = true;
    await this.worker.terminate();
    for (const { resolve, op } of this.waiting.values()) {
      resolve({ outcome: { ...outcome, phase: op === 'instantiate' ? 'start' : 'call' } });
    }
  }
}

/** As much of the output as one message may carry, which is 16 MiB of base64. */
const outputOf = (guest) => {
  const written = Buffer.from(guest.log);
  const log = written.subarray(0, 8 * 1024 * 1024);
  guest.log = '';
  return log.length === 0 ? {} : { output: { log: log.toString('base64'), truncated: log.length < written.length } };
};

/** A limit or a right that this host does not know is never ignored. */
const refusal = ({ limits = {}, grants = [], wasi }, known) => {
  const limit = Object.keys(limits).find((field) => !known.includes(field));
  if (limit !== undefined) return unsupported(`limit:${limit}`);
  const foreign = grants.find(({ capability, scope }) => {
    return capability !== 'host-function' || !Object.hasOwn(testFunctions(), scope);
  });
  if (foreign !== undefined) return unsupported(`grant:${foreign.capability}`);
  return wasi === undefined ? undefined : unsupported('wasi-p1');
};

/** Whether sandboxes may stand behind these import modules: they are of the same group, and take no one's place. */
const canLink = (link, group) =>
  Object.entries(link).every(
    ([name, handle]) =>
      group !== undefined &&
      guests.get(handle)?.group === group &&
      !guests.get(handle).thread.ended &&
      ![testModule, 'wasi_snapshot_preview1', 'wasi_unstable'].includes(name),
  );

const requests = {
  async load({ kind, wasm, limits }, started) {
    if (kind !== 'module') return unsupported('component-model');
    const bytes = wasm.path === undefined ? Buffer.from(wasm.base64, 'base64') : readFileSync(wasm.path);
    if (createHash('sha256').update(bytes).digest('hex') !== wasm.sha256) return rejected('digest', 'decode');
    const no = refusal({ limits }, []);
    if (no !== undefined) return no;
    started();
    try {
      handles += 1;
      const handle = handles;
      modules.set(handle, await WebAssembly.compile(bytes));
      return { module: handle };
    } catch (error) {
      if (!(error instanceof WebAssembly.CompileError)) throw error;
      return { outcome: { kind: 'rejected', phase: 'validate', message: error.message } };
    }
  },
  async instantiate(request, started) {
    const { group, link = {}, grants = [], limits = {} } = request;
    const module = modules.get(request.module);
    const no = refusal(request, ['wallMs']) ?? (module === undefined ? rejected('unknown-handle') : undefined);
    if (no !== undefined) return no;
    if (!canLink(link, group)) return rejected(undefined, 'link');
    if (limits.wallMs === 0) return { outcome: { kind: 'limit', phase: 'instantiate', resource: 'time' } };
    let thread = groups.get(group);
    if (thread === undefined || thread.ended) {
      thread = new Thread();
      if (group !== undefined) groups.set(group, thread);
    }
    handles += 1;
    const handle = handles;
    const guest = { thread, group, wallMs: limits.wallMs, log: '' };
    guests.set(handle, guest);
    thread.guests.add(handle);
    const question = { op: 'instantiate', sandbox: handle, module, grants: grants.map(({ scope }) => scope), link };
    const answer = await thread.ask(question, guest.wallMs, started);
    if (answer.outcome === undefined) return { sandbox: handle, ...outputOf(guest) };
    await requests.drop({ sandbox: handle });
    return { ...answer, ...outputOf(guest) };
  },
  async call({ sandbox, export: name, args, results = [], limits = {} }, started) {
    const guest = guests.get(sandbox);
    const no = refusal({ limits }, ['wallMs']) ?? (guest === undefined ? rejected('unknown-handle') : undefined);
    if (no !== undefined) return no;
    if (guest.thread.ended) return rejected('closed');
    const wallMs = limits.wallMs ?? guest.wallMs;
    if (wallMs === 0) return { outcome: { kind: 'limit', phase: 'call', resource: 'time' } };
    const answer = await guest.thread.ask({ op: 'call', sandbox, name, args, results }, wallMs, started);
    return { ...answer, ...outputOf(guest) };
  },
  async inspect({ sandbox }) {
    const guest = guests.get(sandbox);
    if (guest === undefined) return rejected('unknown-handle');
    if (guest.thread.ended) return { usage: { state: 'closed' } };
    return guest.thread.isRunning(sandbox)
      ? { usage: { state: 'running' } }
      : guest.thread.ask({ op: 'inspect', sandbox });
  },
  cancel({ sandbox }) {
    const { thread } = guests.get(sandbox) ?? {};
    if (thread?.isRunning(sandbox)) thread.end({ kind: 'cancelled' });
    return thread === undefined ? rejected('unknown-handle') : {};
  },
  async drop({ sandbox, module }) {
    if (sandbox === undefined) return modules.delete(module) ? {} : rejected('unknown-handle');
    const guest = guests.get(sandbox);
    if (guest === undefined) return rejected('unknown-handle');
    const { thread, group } = guest;
    guests.delete(sandbox);
    thread.guests.delete(sandbox);
    if (thread.guests.size === 0) {
      if (groups.get(group) === thread) groups.delete(group);
      await thread.end({ kind: 'cancelled' });
    } else if (!thread.ended) {
      await (thread.isRunning(sandbox) ? thread.end({ kind: 'cancelled' }) : thread.ask({ op: 'drop', sandbox }));
    }
    return {};
  },
  ping: () => ({}),
};

/** The smallest module that needs each proposal, behind the eight bytes that begin every module. */
const probes = {
  'multi-value': '0106016000027f7f030201000a08010600410041000b',
  'mutable-globals': '02080101610162037f01',
  'sign-extension': '01060160017f017f030201000a070105002000c00b',
  'saturating-float-to-int': '01060160017d017f030201000a080106002000fc000b',
  'bulk-memory': '0104016000000302010005030100010a0d010b00410041004100fc0b000b',
  'reference-types': '0404016f0001',
  simd: '0105016000017b030201000a080106004100fd0f0b',
  'relaxed-simd': '01070160027b7b017b030201000a0b01090020002001fd80020b',
  'extended-const': '0609017f00410141026a0b',
  'tail-call': '010401600000030201000a0601040012000b',
  threads: '0105016000017f030201000504010301010a0a0108004100fe1002000b',
  'multi-memory': '05050200010001',
  memory64: '0503010401',
  'function-references': '0109026000006001640000030201010a08010600200014000b',
  gc: '0105015f017f00',
  exceptions: '010401600000030201000a0a0108001f400102000b0b',
  'legacy-exceptions': '010401600000030201000a080106000640190b0b',
};
const has = (probe) => WebAssembly.validate(Buffer.from(`0061736d01000000${probe}`, 'hex'));

const description = () => ({
  protocol: 1,
  host: {
    name: process.argv[2] ?? runtime,
    version: process.versions[runtime],
    engine,
    engineVersion: engine === 'V8' ? process.versions.v8 : process.versions.webkit,
    language: 'JavaScript',
    os: process.platform,
    arch: process.arch,
  },
  profiles: ['core', 'js-embedding'],
  features: [
    ...Object.keys(probes).filter((name) => has(probes[name])),
    ...['typed-calls', 'group', 'output', 'references'],
    ...Object.keys(testFunctions()).map((name) => `host-function:${name}`),
  ],
  limits: { wallMs: { supported: true, mechanism: 'worker-termination', default: defaultMs } },
  concurrency: 8,
  declares: {
    cpu: {
      mechanism: 'deadline',
      hostCallsInterruptible: true,
      slackMs: 50,
      link: 'https://nodejs.org/api/worker_threads.html#workerterminate',
    },
    isolation: 'thread',
    // Each pair is one message; V8 tells the first apart from version 15 on. No constructor tells the phases apart.
    trapMerging: [
      ...(engine === 'V8' && Number.parseInt(process.versions.v8, 10) >= 15
        ? []
        : [['uninitialized-element', 'indirect-call-type-mismatch']]),
      ['integer-overflow', 'invalid-conversion-to-integer'],
    ],
    phaseMerging: [
      ['decode', 'validate'],
      ['instantiate', 'start'],
    ],
  },
});

if (isMainThread) {
  let nonce = '';
  const send = (message) => process.stdout.write(`\n@${nonce} ${JSON.stringify(message)}\n`);
  const handle = async ({ id, op, ...request }) => {
    const answer = Object.hasOwn(requests, op) ? requests[op] : () => unsupported(`op:${op}`);
    try {
      send({ ...(await answer(request, () => send({ id, started: true }))), id });
    } catch (error) {
      send({ id, outcome: { kind: 'host-error', message: error.message } });
    }
  };
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    if (request.op === 'bye') break;
    if (request.op === 'hello') {
      nonce = request.nonce;
      send({ id: request.id, ...description() });
    } else void handle(request);
  }
  process.exit(0);
}
