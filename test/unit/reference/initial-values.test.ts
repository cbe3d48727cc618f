import { describe, expect, test } from 'vitest';
import { defaultLimits, maxInitialHeapBytes } from '../../../src/reference/limits.ts';
import { defaultCosts } from '../../../src/reference/meter/costs.ts';
import { moduleInfo } from '../../../src/reference/module-info.ts';
import { createStore } from '../../../src/reference/store.ts';
import { decodeModule } from '../../../src/wasm/decode.ts';
import { sectionIds } from '../../../src/wasm/module.ts';
import { op } from '../../../src/wasm/opcodes.ts';
import { Writer } from '../../../src/wasm/writer.ts';

type Write = (out: Writer) => void;

const i32 =
  (value: number): Write =>
  (out) => {
    out.byte(op.i32Const);
    out.signed(value);
  };
const i64: Write = (out) => out.copy(Uint8Array.of(op.i64Const, 0));
const global =
  (index: number): Write =>
  (out) => {
    out.byte(op.globalGet);
    out.u32(index);
  };
const multiply: Write = (out) => out.byte(op.i32Mul);
const gc =
  (...immediates: readonly number[]): Write =>
  (out) => {
    out.byte(0xfb);
    for (const each of immediates) {
      out.u32(each);
    }
  };
const arrayNew = gc(6, 0);
const arrayNewDefault = gc(7, 0);
const structNewDefault = gc(1, 1);

const vector = (items: readonly Write[]): Writer => {
  const out = new Writer();
  out.u32(items.length);
  for (const item of items) {
    item(out);
  }
  return out;
};

const anyref = 0x6e;
const globalOf =
  (type: number, value: readonly Write[]): Write =>
  (out) => {
    out.copy(Uint8Array.of(type, 0));
    for (const write of value) {
      write(out);
    }
    out.byte(op.end);
  };

/**
 * A module with an array of i64 as type 0, a structure of an i8 and a v128 as type 1, an imported global of type i32, one
 * of 1000, and one for each value.
 */
const moduleOf = (...values: readonly (readonly Write[])[]): Uint8Array => {
  const out = new Writer();
  out.copy(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));
  const types: Write[] = [
    (each) => each.copy(Uint8Array.of(0x5e, 0x7e, 1)),
    (each) => each.copy(Uint8Array.of(0x5f, 2, 0x78, 0, 0x7b, 0)),
  ];
  out.section(sectionIds.type, vector(types));
  const imported: Write = (each) => {
    each.name('m');
    each.name('g');
    each.copy(Uint8Array.of(0x03, 0x7f, 0));
  };
  out.section(sectionIds.import, vector([imported]));
  const globals = [globalOf(0x7f, [i32(1000)]), ...values.map((value) => globalOf(anyref, value))];
  out.section(sectionIds.global, vector(globals));
  return out.finish();
};

const infoOf = (bytes: Uint8Array) => moduleInfo(decodeModule(bytes), defaultCosts);

describe('initial values on the heap', () => {
  test.each([
    ['nothing', [], 0],
    ['an array', [i32(1000), arrayNewDefault], 8016],
    ['an array with a value for all', [i64, i32(1000), arrayNew], 8016],
    ['an array of a length that is another global', [global(1), arrayNewDefault], 8016],
    ['an array of a length that is calculated', [i32(100), i32(10), multiply, arrayNewDefault], 8016],
    ['an array of a length above 2 GiB', [i32(-1), arrayNewDefault], 0xffff_ffff * 8 + 16],
    ['an array of a length that only the exporter knows', [global(0), arrayNewDefault], 0xffff_ffff * 8 + 16],
    ['an array of values that are given', [i64, i64, gc(8, 0, 2)], 32],
    ['a structure', [structNewDefault], 33],
    ['two things in one expression', [i32(10), arrayNewDefault, structNewDefault], 96 + 33],
  ] as const)('are counted: %s', (_, value, bytes) => {
    expect(infoOf(moduleOf(value)).heapBytes).toBe(bytes);
  });

  test('are counted in segments of elements as well', () => {
    const out = new Writer();
    out.copy(moduleOf([i32(10), arrayNewDefault]));
    // A passive segment of anyref with one value.
    const element = vector([
      (each) => {
        each.copy(Uint8Array.of(5, anyref, 1));
        i32(20)(each);
        arrayNewDefault(each);
        each.byte(op.end);
      },
    ]);
    out.section(sectionIds.element, element);
    expect(infoOf(out.finish()).heapBytes).toBe(96 + 176);
  });

  test('are held to what the engine has left, for all members of a store together', () => {
    const half = infoOf(moduleOf([i32(maxInitialHeapBytes / 16 - 2), arrayNewDefault]));
    expect(half.heapBytes).toBe(maxInitialHeapBytes / 2);
    const store = createStore(defaultLimits, true);
    expect([store.reserve(half), store.reserve(half)]).toEqual([undefined, undefined]);
    const refused = { kind: 'limit', phase: 'instantiate', resource: 'memory' };
    expect(store.reserve(infoOf(moduleOf([structNewDefault])))).toMatchObject(refused);
    expect(store.members).toBe(2);
  });
});
