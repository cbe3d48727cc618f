import type { Grant } from '../../contract/grants.ts';
import type { Provider } from '../../reference/engine.ts';
import type { HostContext, HostFunction } from '../../reference/host-function.ts';

/** The test functions of the host protocol (docs/protocol.md, "Test functions"), in the module `sandproof:test`. */

const utf8 = new TextDecoder('utf-8', { fatal: true });
const sleeper = new Int32Array(new SharedArrayBuffer(4));

const define = (
  params: readonly string[],
  results: readonly string[],
  call: (context: HostContext, ...args: never[]) => unknown,
): HostFunction => ({ params, results, call: call as HostFunction['call'] });

export const testFunctionModule = 'sandproof:test';

export const testFunctions: Readonly<Record<string, HostFunction>> = {
  nop: define([], [], () => undefined),
  add: define(['i32', 'i32'], ['i32'], (_, a: number, b: number) => (a + b) | 0),
  log: define(['i32', 'i32'], [], (context, pointer: number, length: number) => {
    const bytes = context.read(pointer, length);
    utf8.decode(bytes);
    context.emit('log', bytes);
  }),
  fill: define(['i32', 'i32', 'i32'], [], (context, pointer: number, length: number, byte: number) => {
    context.read(pointer, length);
    context.memory().fill(byte & 0xff, pointer >>> 0, (pointer >>> 0) + (length >>> 0));
  }),
  fail: define([], [], () => {
    throw new Error('this host function fails');
  }),
  'call-back': define(['i32'], ['i32'], (context, value: number) => context.call('callback', value)),
  'view-after-callback': define(['i32'], ['i32'], (context, pointer: number) => {
    context.call('callback', pointer);
    return context.read(pointer, 1)[0];
  }),
  sleep: define(['i64'], [], (_, milliseconds: bigint) => {
    Atomics.wait(sleeper, 0, 0, Number(BigInt.asUintN(64, milliseconds)));
  }),
  exit: define(['i32'], [], (context, exitCode: number) => context.exit(exitCode)),
  'close-self': define([], [], (context) => context.close()),
  charge: define(['i64'], [], (context, amount: bigint) => context.charge(BigInt.asUintN(64, amount))),
  'wrong-result': define([], ['i32'], () => 'no number'),
  'wrong-results': define([], ['i32', 'i32'], () => [1]),
  'make-ref': define(['i32'], ['externref'], (_, value: number) => Object.freeze({ value })),
  'same-ref': define(['externref', 'externref'], ['i32'], (_, a: unknown, b: unknown) => (Object.is(a, b) ? 1 : 0)),
};

/** Functions for what is granted, and for nothing else. */
export const provide: Provider = (grants) => {
  const names = (grants as readonly Grant[]).flatMap(({ capability, scope }) =>
    capability === 'host-function' && Object.hasOwn(testFunctions, scope) ? [scope] : [],
  );
  return new Map(
    names.length === 0
      ? []
      : [[testFunctionModule, new Map(names.map((name) => [name, testFunctions[name] as HostFunction]))]],
  );
};
