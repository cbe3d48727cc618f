import { describe, expect, test } from 'vitest';
import { compile } from '../../../src/reference/compile.ts';
import { defaultLimits } from '../../../src/reference/limits.ts';
import { createStore } from '../../../src/reference/store.ts';
import { hostFunction, make, tryMake } from '../../support/reference.ts';
import { wat } from '../../support/wat.ts';

describe('limits', () => {
  const grower = wat(`(module (memory 1) (table 2 funcref)
    (func (export "memory") (param i32) (result i32) (memory.grow (local.get 0)))
    (func (export "table") (param i32) (result i32) (table.grow (ref.null func) (local.get 0)))
    (func (export "size") (result i32) (memory.size)))`);
  const limits = { memoryBytes: 3 * 65_536, tableElements: 5 };

  test('hold for what is grown, and refuse without ending the guest', () => {
    const sandbox = make(grower, { limits });
    expect(sandbox.call('memory', [3])).toMatchObject({ values: [-1] });
    expect(sandbox.call('memory', [2])).toMatchObject({ values: [1] });
    expect(sandbox.call('memory', [1])).toMatchObject({ values: [-1] });
    expect(sandbox.call('memory', [-1])).toMatchObject({ values: [-1] });
    expect(sandbox.call('table', [4])).toMatchObject({ values: [-1] });
    expect(sandbox.call('table', [3])).toMatchObject({ values: [2] });
    expect(sandbox.call('size', [])).toMatchObject({ values: [3] });
    expect(sandbox.usage().memoryBytes).toBe(3 * 65_536);
  });

  test.each([
    [{ memoryBytes: 65_535 }, 'memory'],
    [{ tableElements: 1 }, 'table'],
    [{ instances: 0 }, 'instances'],
  ])('hold for what is declared: %j', (declared, resource) => {
    expect(tryMake(grower, { limits: declared })).toMatchObject({ kind: 'limit', phase: 'instantiate', resource });
  });

  test('are shared by a store, and given back by nobody who is not there', () => {
    const store = createStore({ ...defaultLimits, ...limits }, true);
    make(grower, { store });
    const second = make(grower, { store });
    expect(second.call('memory', [2])).toMatchObject({ values: [-1] });
    expect(second.call('memory', [1])).toMatchObject({ values: [1] });
    expect(tryMake(grower, { store })).toMatchObject({ kind: 'limit', resource: 'memory' });
  });

  test.each([
    ['a module that is too large', new Uint8Array(100), { moduleBytes: 99, compileMs: 1000 }, 'module-size', 'decode'],
    ['no time to compile', grower, { moduleBytes: 10_000, compileMs: 0 }, 'compile', 'validate'],
  ] as const)('refuse %s', (_, bytes, compileLimits, resource, phase) => {
    expect(compile(bytes, compileLimits)).toMatchObject({ kind: 'limit', resource, phase });
  });
});

describe('deadlines', () => {
  test('end loops, start functions, waits and host functions that block', () => {
    const sleeper = new Int32Array(new SharedArrayBuffer(4));
    const block = hostFunction(() => {
      Atomics.wait(sleeper, 0, 0, 60_000);
    });
    const guest = wat(`(module (import "host" "block" (func $block)) (memory 1 1 shared)
      (func (export "spin") (loop (br 0)))
      (func (export "wait") (drop (memory.atomic.wait32 (i32.const 0) (i32.const 0) (i64.const -1))))
      (func (export "block") (call $block)))`);
    const sandbox = make(guest, { limits: { wallMs: 40 }, functions: { block } });
    for (const name of ['spin', 'wait', 'block', 'spin']) {
      expect(sandbox.call(name, [])).toMatchObject({ kind: 'limit', resource: 'time', phase: 'call' });
    }
    const starter = wat('(module (func $s (loop (br 0))) (start $s))');
    expect(tryMake(starter, { limits: { wallMs: 40 } })).toMatchObject({
      kind: 'limit',
      resource: 'time',
      phase: 'start',
    });
  });

  test('of zero let nobody in', () => {
    const log: string[] = [];
    const note = hostFunction(() => {
      log.push('in');
    });
    const guest = wat('(module (import "host" "note" (func $n)) (func (export "f") (call $n)))');
    const sandbox = make(guest, { functions: { note } });
    expect(sandbox.call('f', [], { wallMs: 0 })).toMatchObject({ kind: 'limit', resource: 'time' });
    expect(tryMake(guest, { functions: { note }, limits: { wallMs: 0 } })).toMatchObject({
      kind: 'limit',
      phase: 'instantiate',
    });
    expect(log).toEqual([]);
  });
});

describe('imports', () => {
  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'valueOf'])(
    '%s is nothing that anyone granted',
    (name) => {
      const nop = hostFunction(() => undefined);
      for (const text of [
        `(module (import "${name}" "${name}" (func)))`,
        `(module (import "host" "${name}" (func)))`,
        `(module (import "${name}" "nop" (func)))`,
      ]) {
        expect(tryMake(wat(text), { functions: { nop } })).toMatchObject({ kind: 'rejected', phase: 'link' });
      }
    },
  );

  test('have exactly the type that was granted', () => {
    const add = hostFunction(() => 1, ['i32'], ['i32']);
    const with_ = (type: string) => tryMake(wat(`(module (import "host" "add" ${type}))`), { functions: { add } });
    expect(with_('(func (param i32) (result i32))')).not.toHaveProperty('kind');
    for (const type of [
      '(func)',
      '(func (param i64) (result i32))',
      '(func (param i32))',
      '(global i32)',
      '(memory 1)',
    ]) {
      expect(with_(type)).toMatchObject({ kind: 'rejected', phase: 'link' });
    }
  });

  test('are refused before any code runs', () => {
    const log: string[] = [];
    const note = hostFunction(() => {
      log.push('ran');
    });
    const guest = wat(
      '(module (import "host" "note" (func $n)) (import "host" "secret" (func)) (func $s (call $n)) (start $s))',
    );
    expect(tryMake(guest, { functions: { note } })).toMatchObject({ kind: 'rejected', phase: 'link' });
    expect(log).toEqual([]);
  });
});

describe('host functions', () => {
  const caller = wat(`(module (import "host" "f" (func $f))
    (memory (export "memory") 1)
    (func (export "swallow") (result i32)
      (try (do (call $f)) (catch_all (return (i32.const 1)))) (i32.const 0))
    (func (export "retry") (loop $l (try (do (call $f)) (catch_all)) (br $l)))
    (func (export "callback") (try (do (call $f)) (catch_all))))`);
  const ends = (call: Parameters<typeof hostFunction>[0]) => make(caller, { functions: { f: hostFunction(call) } });

  test.each([
    [
      'an error',
      () => {
        throw new Error('x');
      },
      { kind: 'trapped', code: 'host-function' },
    ],
    [
      'a thrown number',
      () => {
        throw 5;
      },
      { kind: 'trapped', code: 'host-function' },
    ],
    [
      'a hand-made RuntimeError',
      () => {
        throw new WebAssembly.RuntimeError('unreachable');
      },
      { kind: 'trapped', code: 'host-function' },
    ],
    ['an exit', (context) => context.exit(-1), { kind: 'exited', exitCode: 4_294_967_295 }],
    ['a denial', (context) => context.deny('storage', 'a'), { kind: 'denied', capability: 'storage', scope: 'a' }],
    ['a close', (context) => context.close(), { kind: 'cancelled' }],
    ['too large a charge', (context) => context.charge(10n ** 30n), { kind: 'limit', resource: 'fuel' }],
    [
      'too much output',
      (context) => context.emit('log', new Uint8Array(2 ** 21)),
      { kind: 'limit', resource: 'output' },
    ],
    ['re-entry without end', (context) => context.call('callback'), { kind: 'limit', resource: 'reentry-depth' }],
  ] as readonly (readonly [string, Parameters<typeof hostFunction>[0], object])[])(
    '%s ends the guest past every handler',
    (_, call, outcome) => {
      expect(ends(call).call('swallow', [])).toMatchObject(outcome);
      expect(ends(call).call('retry', [])).toMatchObject(outcome);
    },
  );

  test('read and write within the memory that is there now', () => {
    const seen: number[] = [];
    const f = hostFunction((context) => {
      seen.push(context.memory().length);
      expect(() => context.read(65_535, 2)).toThrow('out of bounds');
      expect(() => context.read(-1, 1)).toThrow('out of bounds');
      expect(() => context.write(65_536, Uint8Array.of(1))).toThrow('out of bounds');
      context.write(65_535, Uint8Array.of(7));
      seen.push(context.read(65_535, 1)[0] ?? -1, context.read(65_536, 0).length);
    });
    expect(make(caller, { functions: { f } }).call('swallow', [])).toMatchObject({ values: [0] });
    expect(seen).toEqual([65_536, 7, 0]);
  });

  test('return what they say they return', () => {
    const guest = wat(
      '(module (import "host" "f" (func (result i32 i64))) (func (export "g") (result i32 i64) (call 0)))',
    );
    const returning = (value: unknown) =>
      make(guest, { functions: { f: hostFunction(() => value, [], ['i32', 'i64']) } }).call('g', []);
    expect(returning([1, 2n])).toEqual({ kind: 'returned', values: [1, 2n] });
    for (const wrong of [1, [1], [1, 2], ['1', 2n], [1, 2n, 3], undefined, { length: 2, 0: 1, 1: 2n }]) {
      expect(returning(wrong)).toMatchObject({ kind: 'trapped', code: 'host-function' });
    }
  });

  test('that are taken back end the guest when it calls them', () => {
    const sandbox = ends(() => undefined);
    expect(sandbox.call('swallow', []).kind).toBe('returned');
    sandbox.grantOnly(new Set());
    expect(sandbox.call('swallow', [])).toMatchObject({ kind: 'denied', capability: 'host-function', scope: 'f' });
  });
});

describe('calls', () => {
  const guest = wat(`(module
    (func (export "then") (param i32 i64) (result i64) (local.get 1))
    (func (export "trap") unreachable)
    (memory (export "memory") 1)
    (table (export "t") 1 funcref) (elem (i32.const 0) func 0)
    (func (export "self") (result funcref) (table.get 0 (i32.const 0)))
    (func (export "same") (param funcref) (result i32) (ref.is_null (local.get 0))))`);

  test.each<readonly [string, readonly (number | bigint | null)[], string]>([
    ['nobody', [], 'no-such-export'],
    ['toString', [], 'no-such-export'],
    ['memory', [], 'no-such-export'],
    ['then', [1], 'argument-mismatch'],
    ['then', [1, 2], 'argument-mismatch'],
    ['then', [1n, 2n], 'argument-mismatch'],
    ['then', [1, 2n, 3], 'argument-mismatch'],
  ])('%s with %o is rejected: %s', (name, args, reason) => {
    expect(make(guest).call(name, args)).toMatchObject({ kind: 'rejected', phase: 'call', reason });
  });

  test('carry 64 bits both ways', () => {
    for (const value of [0n, -1n, 2n ** 63n - 1n, -(2n ** 63n)]) {
      expect(make(guest).call('then', [0, value])).toEqual({ kind: 'returned', values: [value] });
    }
  });

  test('give references as tokens that are good for their own sandbox only', () => {
    const sandbox = make(guest);
    const called = sandbox.call('self', []);
    const token = called.kind === 'returned' ? called.values[0] : undefined;
    expect(token).toEqual({ reference: 0 });
    expect(sandbox.call('self', [])).toEqual({ kind: 'returned', values: [{ reference: 0 }] });
    expect(sandbox.call('same', [token as { reference: number }])).toMatchObject({ values: [0] });
    expect(sandbox.call('same', [{ reference: 7 }])).toMatchObject({ reason: 'argument-mismatch' });
    expect(make(guest).call('same', [token as { reference: number }])).toMatchObject({ reason: 'argument-mismatch' });
  });

  test('after a trap are taken or refused, as configured', () => {
    const usable = make(guest);
    usable.call('trap', []);
    expect(usable.call('same', [null])).toMatchObject({ values: [1] });
    const poisoned = make(guest, { afterTrap: 'poisoned' });
    poisoned.call('trap', []);
    expect(poisoned.call('same', [null])).toMatchObject({ reason: 'poisoned' });
    expect(poisoned.state).toBe('poisoned');
  });

  test('after closing are refused', () => {
    const sandbox = make(guest);
    sandbox.close();
    expect(sandbox.call('same', [null])).toMatchObject({ reason: 'closed' });
    expect(sandbox.exportValue('memory')).toBeUndefined();
  });
});
