import type { Generator, Suite } from '../contract/suite.ts';
import { op, prefixed, prefixes } from '../wasm/opcodes.ts';
import { encodeValueType } from '../wasm/types.ts';
import { Writer } from '../wasm/writer.ts';

const simd = { splat: prefixed(prefixes.simd, 0x11), extractLane: prefixed(prefixes.simd, 0x1b) } as const;

const emit = (out: Writer, code: number): void => {
  if (code < 0x1000) {
    out.byte(code);
  } else {
    out.byte(Math.floor(code / 0x1000));
    out.u32(code % 0x1000);
  }
};

/** How a local of each type is made from an `i32` and read as one again. */
const localTypes: Readonly<
  Record<string, { readonly from: (out: Writer) => void; readonly to: (out: Writer) => void }>
> = {
  i64: { from: (out) => emit(out, op.i64ExtendI32U), to: (out) => emit(out, op.i32WrapI64) },
  v128: {
    from: (out) => emit(out, simd.splat),
    to: (out) => {
      emit(out, simd.extractLane);
      out.byte(0);
    },
  },
};

const integer = (value: unknown, name: string, max: number): number => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > max) {
    throw new RangeError(`'${name}' must be an integer from 1 to ${max}, not ${String(value)}`);
  }
  return value;
};

/** What engines agree to take at most, less the parameter (V8's kV8MaxWasmFunctionLocals, wasmparser's MAX_WASM_FUNCTION_LOCALS). */
const maxLocals = 49_999;

/**
 * `run` calls a function that never stops calling itself. Each of its frames has `locals` locals of a type, and the
 * values of `live` of them, spread over all, are needed after the call, so that no compiler can do without.
 */
const recursion: Generator = ({ type, locals, live, ...others }) => {
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined) {
    throw new TypeError(`'recursion' has no parameter '${unknown}'; it has type, locals and live`);
  }
  const conversion = typeof type === 'string' && Object.hasOwn(localTypes, type) ? localTypes[type] : undefined;
  if (conversion === undefined) {
    throw new TypeError(`'type' must be one of ${Object.keys(localTypes).join(', ')}, not ${String(type)}`);
  }
  const count = integer(locals, 'locals', maxLocals);
  const needed = integer(live, 'live', count);
  // Local 0 is the parameter.
  const indices = Array.from({ length: needed }, (_, index) => 1 + Math.floor((index * count) / needed));

  const recurse = new Writer();
  recurse.u32(1);
  recurse.u32(count);
  recurse.copy(encodeValueType(type as string));
  for (const index of indices) {
    emit(recurse, op.localGet);
    recurse.u32(0);
    conversion.from(recurse);
    emit(recurse, op.localSet);
    recurse.u32(index);
  }
  emit(recurse, op.localGet);
  recurse.u32(0);
  emit(recurse, op.call);
  recurse.u32(0);
  for (const index of indices) {
    emit(recurse, op.localGet);
    recurse.u32(index);
    conversion.to(recurse);
    emit(recurse, op.i32Add);
  }
  emit(recurse, op.end);

  const run = new Writer();
  run.copy(Uint8Array.of(0, op.i32Const, 1, op.call, 0, op.drop, op.end));

  const out = new Writer(recurse.size + 64);
  out.copy(Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00));
  const section = (id: number, write: (content: Writer) => void): void => {
    const content = new Writer();
    write(content);
    out.section(id, content);
  };
  section(1, (content) => content.copy(Uint8Array.of(2, 0x60, 1, 0x7f, 1, 0x7f, 0x60, 0, 0)));
  section(3, (content) => content.copy(Uint8Array.of(2, 0, 1)));
  section(7, (content) => {
    content.u32(1);
    content.name('run');
    content.copy(Uint8Array.of(0, 1));
  });
  section(10, (content) => {
    content.u32(2);
    content.block(recurse.bytes());
    content.block(run.bytes());
  });
  return out.finish();
};

export const suite: Suite = {
  name: 'traps',
  profile: 'core',
  title: 'Traps',
  protects:
    'WebAssembly stops a guest at its first undefined step: a division by zero, a wrong cast, a table entry that nobody set, a stack without end. ' +
    'In a host that misses a trap the guest goes on with a value that it should never have had, or takes the host down. ' +
    'In a host that lets the guest catch traps, deadlines and refusals can be caught with them. ' +
    'In a host that reports a trap as something else, its users retry, bill or blame the wrong party.',
  generators: { recursion },
};
