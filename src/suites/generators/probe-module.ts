import { sectionIds } from '../../wasm/module.ts';
import { op } from '../../wasm/opcodes.ts';
import { Writer } from '../../wasm/writer.ts';

/**
 * What generators of modules are written with. Each module exports `probe`, which takes and returns nothing and traps
 * where the host did not make of the module what it says: hosts without typed calls can run it as well.
 */

type Parameters = Readonly<Record<string, unknown>>;

/** The largest number of 32 bits. */
export const u32Max = 0xffff_ffff;
/** Beyond these a module is an accident in a header, not a test. */
export const mostItems = 2_000_000;
/** The same for bytes. */
export const mostBytes = 32 * 2 ** 20;

interface Range {
  readonly from: number;
  readonly to: number;
  readonly otherwise?: number;
}

/** Reads the parameters of a generator: whole numbers in a range, or one of some words. Anything else is refused. */
export const read = <N extends string, W extends string = never>(
  given: Parameters,
  ranges: Readonly<Record<N, Range>>,
  words?: Readonly<{ of: readonly W[] }>,
): Readonly<Record<N, number>> & { readonly of: W } => {
  const known = [...Object.keys(ranges), ...Object.keys(words ?? {})];
  const stray = Object.keys(given).find((key) => !known.includes(key));
  if (stray !== undefined) {
    throw new RangeError(`'${stray}' is no parameter; there are ${known.join(', ')}`);
  }
  const numbers = Object.entries<Range>(ranges).map(([key, { from, to, otherwise }]) => {
    const value = given[key] ?? otherwise;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < from || value > to) {
      throw new RangeError(`'${key}' must be a whole number from ${from} to ${to}, not ${JSON.stringify(value)}`);
    }
    return [key, value];
  });
  const of = words?.of.find((word) => word === given.of);
  if (words !== undefined && of === undefined) {
    throw new RangeError(`'of' must be one of ${words.of.join(', ')}, not ${JSON.stringify(given.of)}`);
  }
  return { ...Object.fromEntries(numbers), of };
};

/** Bytes of types, and of what types are made of. */
export const types = {
  i32: 0x7f,
  i64: 0x7e,
  funcref: 0x70,
  empty: 0x40,
  function: 0x60,
  struct: 0x5f,
  rec: 0x4e,
  sub: 0x50,
  nullable: 0x63,
} as const;
/** Kinds of what is imported and exported. */
export const external = { function: 0x00, global: 0x03 } as const;
const i32Ne = 0x47;
/** `i32.load8_u`. */
export const i32Load8U = 0x2d;
/** Clauses of `try_table`. */
export const catchClause = 0x00;
/** The one that catches everything. */
export const catchAllClause = 0x02;

/** Writes a part of a module. */
export type Write = (out: Writer) => void;

/** A vector of the binary format: how many, then each. */
export const vector = (length: number, item: (out: Writer, index: number) => void): Writer => {
  const out = new Writer();
  out.u32(length);
  for (let index = 0; index < length; index += 1) {
    item(out, index);
  }
  return out;
};

/** Writes something so many times. */
export const times = (count: number, write: (index: number) => void): void => {
  for (let index = 0; index < count; index += 1) {
    write(index);
  }
};

/** A vector of what each of some writers writes. */
export const list = (...items: readonly Write[]): Writer => vector(items.length, (out, index) => items[index]?.(out));

const order = [
  'type',
  'import',
  'function',
  'table',
  'memory',
  'tag',
  'global',
  'export',
  'element',
  'code',
  'data',
] as const;
type Sections = Partial<Record<(typeof order)[number], Writer>>;

const assemble = (sections: Sections, capacity?: number): Writer => {
  const out = new Writer(capacity);
  out.copy(Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00));
  for (const name of order) {
    const content = sections[name];
    if (content !== undefined) {
      out.section(sectionIds[name], content);
    }
  }
  return out;
};

/** A function type. */
export const functionType =
  (params: readonly number[], results: readonly number[]): Write =>
  (out) => {
    out.byte(types.function);
    out.block(Uint8Array.from(params));
    out.block(Uint8Array.from(results));
  };
/** The type of `probe`. */
export const nothing = functionType([], []);

/** An operator with one index behind it. */
export const indexed = (out: Writer, operator: number, index: number): void => {
  out.byte(operator);
  out.u32(index);
};

/** `i32.const` of a number that is not negative; the writer's own way takes any number and time. */
export const constant = (out: Writer, value: number): void => {
  out.byte(op.i32Const);
  let rest = value;
  for (; rest >= 0x40; rest >>>= 7) {
    out.byte((rest & 0x7f) | 0x80);
  }
  out.byte(rest);
};

interface Locals {
  readonly count: number;
  readonly type: number;
}

/** The body of a function, its length in front. */
export const body = (write: Write, locals: readonly Locals[] = []): Write => {
  const inner = new Writer();
  inner.u32(locals.length);
  for (const { count, type } of locals) {
    inner.u32(count);
    inner.byte(type);
  }
  write(inner);
  inner.byte(op.end);
  return (out) => out.block(inner.bytes());
};
/** A body that does nothing. */
export const emptyBody = body(() => undefined);

/** What a probe looks for. */
export const seven = 7;
/** Traps where the top of the stack is anything else. */
export const expectSeven: Write = (out) => {
  constant(out, seven);
  out.byte(i32Ne);
  out.byte(op.if);
  out.byte(types.empty);
  out.byte(op.unreachable);
  out.byte(op.end);
};

/** The export of a function. */
export const exported =
  (name: string, index: number): Write =>
  (out) => {
    out.name(name);
    out.byte(external.function);
    out.u32(index);
  };

/** A module whose only function is `probe`. */
export const probeOnly = (probe: Write, rest: Sections = {}): Writer =>
  assemble({
    type: list(nothing),
    function: list((out) => out.u32(0)),
    export: list(exported('probe', 0)),
    code: list(probe),
    ...rest,
  });

/** Bytes of a page of memory. */
export const page = 65_536;

/** An active segment of memory or table 0, up to and with its offset. */
export const activeOffset = (out: Writer, offset: number): void => {
  out.byte(0x00);
  constant(out, offset);
  out.byte(op.end);
};
