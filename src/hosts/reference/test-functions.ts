import type { Grant } from '../../contract/grants.ts';
import { type TestFunction, testFunctionModule, testFunctionTypes } from '../../contract/test-functions.ts';
import type { Provider } from '../../reference/engine.ts';
import type { HostContext, HostFunction } from '../../reference/host-function.ts';

/** The test functions of the host protocol (docs/protocol.md, "Test functions"), in the module `sandproof:test`. */

const utf8 = new TextDecoder('utf-8', { fatal: true });
const sleeper = new Int32Array(new SharedArrayBuffer(4));

type Call = (context: HostContext, ...args: never[]) => unknown;

const calls: Readonly<Record<TestFunction, Call>> = {
  nop: () => undefined,
  add: (_, a: number, b: number) => (a + b) | 0,
  log: (context, pointer: number, length: number) => {
    const bytes = context.read(pointer, length);
    utf8.decode(bytes);
    context.emit('log', bytes);
  },
  fill: (context, pointer: number, length: number, byte: number) => {
    context.read(pointer, length);
    context.memory().fill(byte & 0xff, pointer >>> 0, (pointer >>> 0) + (length >>> 0));
  },
  fail: () => {
    throw new Error('this host function fails');
  },
  'call-back': (context, value: number) => context.call('callback', value),
  'view-after-callback': (context, pointer: number) => {
    context.call('callback', pointer);
    return context.read(pointer, 1)[0];
  },
  sleep: (_, milliseconds: bigint) => {
    Atomics.wait(sleeper, 0, 0, Number(BigInt.asUintN(64, milliseconds)));
  },
  exit: (context, exitCode: number) => context.exit(exitCode),
  'close-self': (context) => context.close(),
  charge: (context, amount: bigint) => context.charge(BigInt.asUintN(64, amount)),
  'wrong-result': () => 'no number',
  'wrong-results': () => [1],
  'make-ref': (_, value: number) => Object.freeze({ value }),
  'same-ref': (_, a: unknown, b: unknown) => (Object.is(a, b) ? 1 : 0),
};

/** Every test function with its type. */
export const testFunctions: ReadonlyMap<string, HostFunction> = new Map(
  Object.entries(calls).map(([name, call]) => [
    name,
    { ...testFunctionTypes[name as TestFunction], call: call as HostFunction['call'] },
  ]),
);

/** Functions for what is granted, and for nothing else. */
export const provide: Provider = (grants) => {
  const names = (grants as readonly Grant[]).flatMap(({ capability, scope }) =>
    capability === 'host-function' && testFunctions.has(scope) ? [scope] : [],
  );
  return new Map(
    names.length === 0
      ? []
      : [[testFunctionModule, new Map(names.map((name) => [name, testFunctions.get(name) as HostFunction]))]],
  );
};
