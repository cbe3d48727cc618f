import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../../src/reference/limits.ts';
import { createStore } from '../../../src/reference/store.ts';
import { interpret, program, toText } from '../../support/metered-programs.ts';
import { make } from '../../support/reference.ts';
import { wat } from '../../support/wat.ts';

const memoryOf = (bytes: Uint8Array): number[] => {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {});
  (exports.run as () => void)();
  return [...new Uint8Array((exports.memory as WebAssembly.Memory).buffer as ArrayBuffer, 0, 16)];
};

describe('the meter', () => {
  test('charges exactly what an operator at a time costs, whether counters are defined or shared', () => {
    fc.assert(
      fc.property(program, (each) => {
        const bytes = wat(toText(each));
        const oracle = interpret(each);
        expect(memoryOf(bytes)).toEqual(oracle.memory);
        for (const isShared of [false, true]) {
          const sandbox = make(bytes, { store: createStore(defaultLimits, isShared) });
          const called = sandbox.call('run', []);
          expect(called).toEqual({ kind: 'returned', values: [] });
          expect(sandbox.usage().fuelUsed).toBe(oracle.fuel);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('lets a run end with exactly what it costs, and with nothing less', () => {
    fc.assert(
      fc.property(program, (each) => {
        const bytes = wat(toText(each));
        const { fuel } = interpret(each);
        expect(make(bytes, { limits: { fuel } }).call('run', []).kind).toBe('returned');
        const short = make(bytes, { limits: { fuel: fuel - 1n } });
        expect(short.call('run', [])).toMatchObject({ kind: 'limit', resource: 'fuel' });
        expect(short.usage().fuelLeft).toBe(0n);
      }),
      { numRuns: 150 },
    );
  });

  const loops = wat(`(module
    (func (export "spin") (loop (br 0)))
    (func (export "short") (nop))
    (func (export "swallow") (try (do (loop (br 0))) (catch_all)))
    (func (export "trap") unreachable))`);

  test('ends every loop, cannot be caught, and stays ended until fuel is added', () => {
    const sandbox = make(loops, { limits: { fuel: 10_000n } });
    for (const name of ['spin', 'swallow', 'short']) {
      expect(sandbox.call(name, [])).toMatchObject({ kind: 'limit', resource: 'fuel' });
    }
    expect(sandbox.call('short', [], { fuel: 100n })).toEqual({ kind: 'returned', values: [] });
    expect(sandbox.call('trap', [])).toMatchObject({ kind: 'trapped', code: 'unreachable' });
  });

  test('takes the largest balance that 64 bits hold', () => {
    const fuel = 2n ** 64n - 1n;
    const sandbox = make(loops, { limits: { fuel } });
    expect(sandbox.call('short', []).kind).toBe('returned');
    expect(sandbox.usage().fuelLeft).toBe(fuel - sandbox.usage().fuelUsed);
    expect(sandbox.usage().fuelUsed).toBe(2n);
  });

  test('cannot be minted or reached by a guest that knows its names', () => {
    const guest = wat(`(module
      (global (export "sandproof:fuel") (mut i64) (i64.const 7))
      (memory 1) (table 1 funcref)
      (func (export "mint") (result i32)
        (i32.add (memory.grow (i32.const -500)) (table.grow (ref.null func) (i32.const -500))))
      (func (export "read") (result i64) (global.get 0)))`);
    const sandbox = make(guest, { limits: { fuel: 1000n } });
    const before = sandbox.usage().fuelLeft;
    expect(sandbox.call('mint', [])).toEqual({ kind: 'returned', values: [-2] });
    expect(sandbox.usage().fuelLeft).toBeLessThan(before);
    expect(sandbox.call('read', [])).toEqual({ kind: 'returned', values: [7n] });
  });

  test('refuses a module that names a global of the meter', () => {
    // (func (export "f") (result i64) (global.get 0)) in a module without globals: index 0 would be the meter's.
    const bytes = wat('(module (global i64 (i64.const 1)) (func (export "f") (result i64) (global.get 0)))');
    const stolen = Uint8Array.from(bytes);
    const at = stolen.findIndex(
      (byte, index) => byte === 0x23 && stolen[index + 1] === 0 && stolen[index + 2] === 0x0b,
    );
    stolen[at + 1] = 1;
    expect(() => make(stolen)).toThrow(/rejected.*validate/);
  });
});
