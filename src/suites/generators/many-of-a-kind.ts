import type { Generator } from '../../contract/suite.ts';
import { op } from '../../wasm/opcodes.ts';
import { Writer } from '../../wasm/writer.ts';
import {
  activeOffset,
  body,
  constant,
  emptyBody,
  expectSeven,
  exported,
  external,
  i32Load8U,
  indexed,
  list,
  mostItems,
  nothing,
  page,
  probeOnly,
  read,
  seven,
  times,
  types,
  vector,
} from './probe-module.ts';

const elementsOfTable = 1000;

const encodedNames = (...names: readonly string[]): Uint8Array => {
  const out = new Writer();
  for (const name of names) {
    out.name(name);
  }
  return out.finish();
};
const nobody = encodedNames('nobody');
const nop = encodedNames('sandproof:test', 'nop');

/** A number as a name of seven digits, without a text in between. */
const digits = (out: Writer, value: number): void => {
  out.u32(7);
  for (let power = 1_000_000; power >= 1; power /= 10) {
    out.byte(0x30 + (Math.floor(value / power) % 10));
  }
};

/** A function type that no other number has: its parameters are the number's binary digits. */
const numberedType = (out: Writer, value: number): void => {
  const length = 32 - Math.clz32(value);
  out.byte(types.function);
  out.u32(length);
  times(length, (bit) => out.byte((value >>> bit) & 1 ? types.i64 : types.i32));
  out.u32(0);
};

/** Modules with very many of one kind of thing; the probe uses the last. */
const kinds: Readonly<Record<string, (count: number) => Writer>> = {
  functions: (count) =>
    probeOnly(
      body((out) => indexed(out, op.call, count)),
      {
        function: vector(count + 1, (out) => out.u32(0)),
        code: vector(count + 1, (out, index) =>
          (index === 0 ? body((inner) => indexed(inner, op.call, count)) : emptyBody)(out),
        ),
      },
    ),
  'called-functions': (count) => {
    const probe = body((out) => {
      for (let index = 1; index <= count; index += 1) {
        indexed(out, op.call, index);
      }
    });
    return probeOnly(probe, {
      function: vector(count + 1, (out) => out.u32(0)),
      code: vector(count + 1, (out, index) => (index === 0 ? probe : emptyBody)(out)),
    });
  },
  // All different: equal types are one type to most engines.
  types: (count) =>
    probeOnly(emptyBody, {
      type: vector(count + 1, (out, index) => (index === 0 ? nothing(out) : numberedType(out, index))),
    }),
  imports: (count) =>
    probeOnly(emptyBody, {
      import: vector(count, (out, index) => {
        out.copy(nobody);
        digits(out, index);
        out.byte(external.function);
        out.u32(0);
      }),
      export: list(exported('probe', count)),
    }),
  'granted-imports': (count) =>
    probeOnly(
      body((out) => indexed(out, op.call, count - 1)),
      {
        import: vector(count, (out) => {
          out.copy(nop);
          out.byte(external.function);
          out.u32(0);
        }),
        export: list(exported('probe', count)),
      },
    ),
  globals: (count) =>
    probeOnly(
      body((out) => {
        indexed(out, op.globalGet, count - 1);
        expectSeven(out);
      }),
      {
        global: vector(count, (out) => {
          out.byte(types.i32);
          out.byte(0x01);
          constant(out, seven);
          out.byte(op.end);
        }),
      },
    ),
  exports: (count) =>
    probeOnly(emptyBody, {
      export: vector(count + 1, (out, index) => {
        if (index === count) {
          exported('probe', 0)(out);
        } else {
          digits(out, index);
          out.byte(external.function);
          out.u32(0);
        }
      }),
    }),
  'data-segments': (count) =>
    probeOnly(
      body((out) => {
        constant(out, (count - 1) % page);
        out.byte(i32Load8U);
        out.u32(0);
        out.u32(0);
        expectSeven(out);
      }),
      {
        memory: list((out) => out.copy(Uint8Array.of(0x00, 0x01))),
        data: vector(count, (out, index) => {
          activeOffset(out, index % page);
          out.block(Uint8Array.of(seven));
        }),
      },
    ),
  'element-segments': (count) =>
    probeOnly(
      body((out) => {
        constant(out, (count - 1) % elementsOfTable);
        indexed(out, op.callIndirect, 0);
        out.u32(0);
      }),
      {
        function: vector(2, (out) => out.u32(0)),
        table: list((out) => {
          out.byte(types.funcref);
          out.byte(0x00);
          out.u32(elementsOfTable);
        }),
        element: vector(count, (out, index) => {
          activeOffset(out, index % elementsOfTable);
          out.copy(Uint8Array.of(1, 1));
        }),
        code: list(
          body((out) => {
            constant(out, (count - 1) % elementsOfTable);
            indexed(out, op.callIndirect, 0);
            out.u32(0);
          }),
          emptyBody,
        ),
      },
    ),
};

/** So many of one kind of thing. */
export const many: Generator = (given) => {
  const { of, count } = read(given, { count: { from: 1, to: mostItems } }, { of: Object.keys(kinds) });
  return (kinds[of] as (count: number) => Writer)(count).finish();
};
