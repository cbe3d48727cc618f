import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeModule } from '../../../src/wasm/decode.ts';
import { exportTypes } from '../../../src/wasm/export-types.ts';
import { proposalProbes } from '../../../src/wasm/proposal-probes.ts';
import { MalformedError, Reader } from '../../../src/wasm/reader.ts';
import { encodeValueType, readValueType } from '../../../src/wasm/types.ts';
import { wat } from '../../support/wat.ts';

const rich = wat(`(module
  (import "a" "f" (func $f (param i32) (result i64)))
  (import "a" "g" (global $g i32))
  (import "a" "m" (memory 1 2))
  (table 3 5 funcref)
  (table 1 externref)
  (global $own (mut i64) (i64.const 5))
  (global $copy i32 (global.get $g))
  (elem (table 0) (global.get $g) func $f)
  (elem declare func $h)
  (data (global.get $g) "abc")
  (data "passive")
  (tag (param i32))
  (func $h (export "h") (param v128 f32) (result externref)
    (local i32 i64)
    (memory.init 1 (i32.const 0) (i32.const 0) (i32.const 1))
    (block (try (do (throw 0 (i32.const 1))) (catch_all (nop))))
    (br_table 0 0 0 (i32.const 0))
    (ref.null extern))
  (export "copy" (global $copy))
  (start $s)
  (func $s))`);

describe('decoding', () => {
  test('reads every section', () => {
    const module = decodeModule(rich);
    expect(module.imports.map(({ kind }) => kind)).toEqual(['func', 'global', 'memory']);
    expect(module.tables.map(({ type, min, max }) => [type, min, max])).toEqual([
      ['funcref', 3n, 5n],
      ['externref', 1n, undefined],
    ]);
    expect(module.globals).toEqual([
      { type: 'i64', mutable: true },
      { type: 'i32', mutable: false },
    ]);
    expect(module.exports).toEqual([
      { name: 'h', kind: 'func', index: 1 },
      { name: 'copy', kind: 'global', index: 2 },
    ]);
    expect(module.elements.map(({ mode }) => mode)).toEqual(['active', 'declarative']);
    expect(module.data.map(({ mode, length }) => [mode, length])).toEqual([
      ['active', 3],
      ['passive', 7],
    ]);
    expect(module).toMatchObject({ start: 2, dataCount: 2, tags: [expect.any(Number)] });
    expect(module.globalUses.map(({ index }) => index)).toEqual([0, 2, 0, 0]);
  });

  test('takes every module that the engine takes: the probes of all proposals', () => {
    for (const bytes of proposalProbes.values()) {
      expect(() => decodeModule(bytes)).not.toThrow();
    }
  });

  test('refuses every prefix of a module that is not one itself, with an offset, and never breaks', () => {
    for (let length = 0; length < rich.length; length += 1) {
      try {
        decodeModule(rich.subarray(0, length));
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedError);
        expect((error as MalformedError).offset).toBeLessThanOrEqual(length);
      }
    }
    expect(() => decodeModule(rich.subarray(0, rich.length - 1))).toThrow(MalformedError);
  });

  test('throws nothing but its own error, and agrees with the engine that a valid module is well-formed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(rich.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        (changes) => {
          const bytes = rich.slice();
          for (const [at, value] of changes) {
            bytes[at] = value;
          }
          let decoded = true;
          try {
            decodeModule(bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(MalformedError);
            decoded = false;
          }
          expect(decoded || !WebAssembly.validate(bytes)).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('gives the types of exported functions, and nothing for bytes that are no module', () => {
    expect(exportTypes(rich)).toEqual(new Map([['h', { params: ['v128', 'f32'], results: ['externref'] }]]));
    expect(exportTypes(rich.subarray(0, 20)).size).toBe(0);
  });
});

test('value types are encoded as they are read', () => {
  const types = [
    'i32',
    'i64',
    'f32',
    'f64',
    'v128',
    'funcref',
    'externref',
    'exnref',
    'anyref',
    'i31ref',
    'nullref',
    '(ref 3)',
    '(ref null 200)',
    '(ref func)',
  ];
  for (const type of types) {
    expect(readValueType(new Reader(encodeValueType(type)))).toBe(type);
  }
  expect(() => encodeValueType('i33')).toThrow(TypeError);
});
