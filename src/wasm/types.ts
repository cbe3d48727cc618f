import { MalformedError, type Reader } from './reader.ts';
import { Writer } from './writer.ts';

/** Value types by name; references to a module's own types are `(ref n)` and `(ref null n)`. */
export type ValueType = string;

const plain: Readonly<Record<number, ValueType>> = {
  127: 'i32',
  126: 'i64',
  125: 'f32',
  124: 'f64',
  123: 'v128',
};
const packed: Readonly<Record<number, ValueType>> = { 120: 'i8', 119: 'i16' };
const heap: Readonly<Record<number, string>> = {
  116: 'noexn',
  115: 'nofunc',
  114: 'noextern',
  113: 'none',
  112: 'func',
  111: 'extern',
  110: 'any',
  109: 'eq',
  108: 'i31',
  107: 'struct',
  106: 'array',
  105: 'exn',
};

/** The short names that stand for nullable references (core 3.0, text/types). */
const abbreviations: Readonly<Record<string, ValueType>> = {
  func: 'funcref',
  extern: 'externref',
  any: 'anyref',
  eq: 'eqref',
  i31: 'i31ref',
  struct: 'structref',
  array: 'arrayref',
  exn: 'exnref',
  none: 'nullref',
  nofunc: 'nullfuncref',
  noextern: 'nullexternref',
  noexn: 'nullexnref',
};

/** A heap type: an abstract one by name, or the index of a type. */
export const readHeapType = (reader: Reader): string => {
  const start = reader.position;
  const value = reader.s33();
  if (value >= 0) {
    return String(value);
  }
  const name = heap[value & 0x7f];
  if (name === undefined || value < -64) {
    throw new MalformedError('malformed heap type', start);
  }
  return name;
};

/** A reference type. */
export const readReferenceType = (reader: Reader): ValueType => {
  const start = reader.position;
  const byte = reader.byte();
  if (byte === 0x63 || byte === 0x64) {
    const type = readHeapType(reader);
    const abbreviation = byte === 0x63 ? abbreviations[type] : undefined;
    return abbreviation ?? `(ref ${byte === 0x63 ? 'null ' : ''}${type})`;
  }
  const name = heap[byte];
  const type = name === undefined ? undefined : abbreviations[name];
  if (type === undefined) {
    throw new MalformedError('malformed reference type', start);
  }
  return type;
};

export const readValueType = (reader: Reader): ValueType => {
  const byte = reader.peek();
  const number = byte === undefined ? undefined : plain[byte];
  if (number !== undefined) {
    reader.position += 1;
    return number;
  }
  const start = reader.position;
  try {
    return readReferenceType(reader);
  } catch (error) {
    throw error instanceof MalformedError && error.message.startsWith('malformed reference')
      ? new MalformedError('malformed value type', start)
      : error;
  }
};

export const isReferenceType = (type: ValueType): boolean => !/^([if](32|64)|v128|i8|i16)$/.test(type);

export interface FunctionType {
  readonly kind: 'func';
  readonly params: readonly ValueType[];
  readonly results: readonly ValueType[];
}
export interface FieldType {
  readonly type: ValueType;
  readonly mutable: boolean;
}
/** What a type of the type section is made of. */
export type CompositeType =
  | FunctionType
  | { readonly kind: 'struct'; readonly fields: readonly FieldType[] }
  | { readonly kind: 'array'; readonly element: FieldType };

export const readMutability = (reader: Reader): boolean => {
  const start = reader.position;
  const byte = reader.byte();
  if (byte > 1) {
    throw new MalformedError('malformed mutability', start);
  }
  return byte === 1;
};

const readField = (reader: Reader): FieldType => {
  const byte = reader.peek();
  const small = byte === undefined ? undefined : packed[byte];
  if (small !== undefined) {
    reader.position += 1;
  }
  const type = small ?? readValueType(reader);
  return { type, mutable: readMutability(reader) };
};

const readComposite = (reader: Reader): CompositeType => {
  const start = reader.position;
  switch (reader.byte()) {
    case 0x60: {
      const params = Array.from({ length: reader.count() }, () => readValueType(reader));
      const results = Array.from({ length: reader.count() }, () => readValueType(reader));
      return { kind: 'func', params, results };
    }
    case 0x5f:
      return { kind: 'struct', fields: Array.from({ length: reader.count(2) }, () => readField(reader)) };
    case 0x5e:
      return { kind: 'array', element: readField(reader) };
    default:
      throw new MalformedError('malformed composite type', start);
  }
};

const readSubType = (reader: Reader): CompositeType => {
  const byte = reader.peek();
  if (byte === 0x50 || byte === 0x4f) {
    reader.position += 1;
    const supers = reader.count();
    for (let index = 0; index < supers; index += 1) {
      reader.u32();
    }
  }
  return readComposite(reader);
};

/** One entry of the type section: a recursion group, or a type that is a group of its own. */
export const readRecursionGroup = (reader: Reader): readonly CompositeType[] => {
  if (reader.peek() !== 0x4e) {
    return [readSubType(reader)];
  }
  reader.position += 1;
  return Array.from({ length: reader.count(2) }, () => readSubType(reader));
};

/** Bounds of a memory (in pages) or table (in elements). */
export interface Bounds {
  readonly min: bigint;
  readonly max: bigint | undefined;
  readonly shared: boolean;
  /** Addressed by 64 bits. */
  readonly wide: boolean;
  /** Logarithm of the page size; 16 but for custom page sizes. */
  readonly pageLog2: number;
}

/** Bounds as memories (`pages`) or tables have them. */
export const readBounds = (reader: Reader, of: 'memory' | 'table'): Bounds => {
  const start = reader.position;
  const flags = reader.byte();
  if (flags > (of === 'memory' ? 0x0f : 0x07) || (of === 'table' && (flags & 2) !== 0)) {
    throw new MalformedError('malformed limits flags', start);
  }
  const wide = (flags & 4) !== 0;
  const min = reader.u64();
  const max = (flags & 1) !== 0 ? reader.u64() : undefined;
  const pageLog2 = (flags & 8) !== 0 ? reader.u32() : 16;
  return { min, max, shared: (flags & 2) !== 0, wide, pageLog2 };
};

const codeOf = (table: Readonly<Record<number, string>>, name: string): number | undefined => {
  const entry = Object.entries(table).find(([, each]) => each === name);
  return entry === undefined ? undefined : Number(entry[0]);
};

/** Bytes of a value type by its name, as {@link readValueType} reads them. */
export const encodeValueType = (type: ValueType): Uint8Array => {
  const out = new Writer(8);
  const abbreviated = Object.entries(abbreviations).find(([, each]) => each === type)?.[0];
  const plainCode = codeOf(plain, type) ?? (abbreviated === undefined ? undefined : codeOf(heap, abbreviated));
  if (plainCode !== undefined) {
    out.byte(plainCode);
    return out.finish();
  }
  const reference = /^\(ref (null )?(\w+)\)$/.exec(type);
  if (reference === null) {
    throw new TypeError(`'${type}' is no value type`);
  }
  const [, nullable, target = ''] = reference;
  out.byte(nullable === undefined ? 0x64 : 0x63);
  const heapCode = codeOf(heap, target);
  if (heapCode === undefined) {
    out.signed(Number(target));
  } else {
    out.byte(heapCode);
  }
  return out.finish();
};
