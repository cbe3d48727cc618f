// One guest in a Worker of its own. FILL IN: this goes away with V8.
import { parentPort, workerData } from 'node:worker_threads';
import type { Outcome, Value } from './engine.js';

/** What V8 says of a trap, and its code. FILL IN: by type, where your engine has types. */
const traps: readonly (readonly [RegExp, string])[] = [
  [/^unreachable/, 'unreachable'],
  [/(divide|remainder) by zero/, 'integer-divide-by-zero'],
  [/divide result unrepresentable/, 'integer-overflow'],
  [/float unrepresentable/, 'invalid-conversion-to-integer'],
  [/memory access|data segment/, 'memory-out-of-bounds'],
  [/table|element segment/, 'table-out-of-bounds'],
  [/signature mismatch/, 'indirect-call-type-mismatch'],
];

const outcomeOf = (error: unknown, phase: string): Outcome => {
  const message = String((error as Error)?.message ?? error).slice(0, 200);
  if (error instanceof WebAssembly.LinkError) return { kind: 'rejected', phase: 'link', message };
  if (error instanceof TypeError) return { kind: 'rejected', phase, reason: 'argument-mismatch', message };
  if (error instanceof WebAssembly.RuntimeError) {
    const code = traps.find(([pattern]) => pattern.test(message))?.[1] ?? 'x-v8-other';
    return { kind: 'trapped', phase, code, message };
  }
  if (!(error instanceof RangeError)) return { kind: 'host-error', phase, message };
  const resource = message.includes('call stack') ? 'stack' : /[Tt]able/.test(message) ? 'table' : 'memory';
  return { kind: 'limit', phase, resource, message };
};

const view = new DataView(new ArrayBuffer(8));
/** Integers are unsigned decimals on the wire; floats are the decimal of their bits. */
const toEngine = ({ type, value }: Value): number | bigint => {
  switch (type) {
    case 'i32':
      return Number(value) | 0;
    case 'i64':
      return BigInt(value);
    case 'f32':
      view.setUint32(0, Number(value));
      return view.getFloat32(0);
    default:
      view.setBigUint64(0, BigInt(value));
      return view.getFloat64(0);
  }
};
const toWire = (type: string, value: unknown): Value => {
  switch (type) {
    case 'i32':
      return { type, value: String((value as number) >>> 0) };
    case 'i64':
      return { type, value: String(BigInt.asUintN(64, value as bigint)) };
    case 'f32':
      view.setFloat32(0, value as number);
      return { type, value: String(view.getUint32(0)) };
    default:
      view.setFloat64(0, value as number);
      return { type, value: String(view.getBigUint64(0)) };
  }
};

interface Call {
  readonly name: string;
  readonly args: readonly Value[];
  readonly results: readonly string[];
}

const numbers = ['i32', 'i64', 'f32', 'f64'];
let exported: WebAssembly.Exports = {};

const instantiate = (): { outcome?: Outcome } => {
  exported = new WebAssembly.Instance(workerData as WebAssembly.Module, {}).exports;
  const initialize = exported._initialize;
  if (typeof initialize === 'function' && initialize.length === 0) initialize();
  return {};
};

const call = ({ name, args, results }: Call): { outcome: Outcome } => {
  const guest = Object.hasOwn(exported, name) ? exported[name] : undefined;
  if (typeof guest !== 'function') return { outcome: { kind: 'rejected', phase: 'call', reason: 'no-such-export' } };
  if (args.length !== guest.length) {
    return { outcome: { kind: 'rejected', phase: 'call', reason: 'argument-mismatch' } };
  }
  if ([...args.map(({ type }) => type), ...results].some((type) => !numbers.includes(type))) {
    return { outcome: { kind: 'unsupported', feature: 'references' } };
  }
  const raw: unknown = guest(...args.map(toEngine));
  const list = results.length > 1 ? [...(raw as Iterable<unknown>)] : [raw];
  return {
    outcome: { kind: 'returned', phase: 'call', values: results.map((type, index) => toWire(type, list[index])) },
  };
};

parentPort?.on('message', (request: 'instantiate' | Call) => {
  try {
    parentPort?.postMessage(request === 'instantiate' ? instantiate() : call(request));
  } catch (error) {
    parentPort?.postMessage({ outcome: outcomeOf(error, request === 'instantiate' ? 'start' : 'call') });
  }
});
