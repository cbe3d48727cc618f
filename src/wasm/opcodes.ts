/**
 * Every operator of WebAssembly 3.0 (core 3.0, binary/instructions and appendix A.7), legacy exceptions included,
 * with the shape of its immediates. Operators behind a prefix byte have the code `prefix * 0x1000 + subcode`.
 */

/** Shapes of immediates. */
export const immediates = {
  none: 0,
  blockType: 1,
  label: 2,
  labels: 3,
  func: 4,
  typeTable: 5,
  type: 6,
  tag: 7,
  local: 8,
  global: 9,
  table: 10,
  memArg: 11,
  memory: 12,
  i32: 13,
  i64: 14,
  f32: 15,
  f64: 16,
  heapType: 17,
  types: 18,
  dataMemory: 19,
  data: 20,
  memoryMemory: 21,
  elemTable: 22,
  elem: 23,
  tableTable: 24,
  bytes16: 25,
  lane: 26,
  memArgLane: 27,
  typeField: 28,
  typeCount: 29,
  typeData: 30,
  typeElem: 31,
  typeType: 32,
  castBranch: 33,
  tryTable: 34,
  zero: 35,
  unknown: 255,
} as const;
export type Immediate = (typeof immediates)[keyof typeof immediates];

/** Bytes that are no operator but the first part of one. */
export const prefixes = { gc: 0xfb, misc: 0xfc, simd: 0xfd, atomic: 0xfe } as const;

/** The code of an operator behind a prefix. */
export const prefixed = (prefix: number, subcode: number): number => prefix * 0x1000 + subcode;

/** Operators that the rewriter, the meter or the generators name. */
export const op = {
  unreachable: 0x00,
  nop: 0x01,
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  try: 0x06,
  catch: 0x07,
  throw: 0x08,
  rethrow: 0x09,
  throwRef: 0x0a,
  end: 0x0b,
  br: 0x0c,
  brIf: 0x0d,
  brTable: 0x0e,
  return: 0x0f,
  call: 0x10,
  callIndirect: 0x11,
  returnCall: 0x12,
  returnCallIndirect: 0x13,
  callRef: 0x14,
  returnCallRef: 0x15,
  delegate: 0x18,
  catchAll: 0x19,
  drop: 0x1a,
  select: 0x1b,
  selectTyped: 0x1c,
  tryTable: 0x1f,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  globalGet: 0x23,
  globalSet: 0x24,
  tableGet: 0x25,
  tableSet: 0x26,
  i32Load: 0x28,
  i32Store: 0x36,
  memorySize: 0x3f,
  memoryGrow: 0x40,
  i32Const: 0x41,
  i64Const: 0x42,
  f32Const: 0x43,
  f64Const: 0x44,
  i32Eqz: 0x45,
  i32Eq: 0x46,
  i32GtU: 0x4b,
  i64Eq: 0x51,
  i64LtS: 0x53,
  i64LtU: 0x54,
  i64GtS: 0x55,
  i64GtU: 0x56,
  i32Add: 0x6a,
  i32Sub: 0x6b,
  i32Mul: 0x6c,
  i64Add: 0x7c,
  i64Sub: 0x7d,
  i64Mul: 0x7e,
  i64ShrU: 0x88,
  i32WrapI64: 0xa7,
  i64ExtendI32U: 0xad,
  refNull: 0xd0,
  refFunc: 0xd2,
  refEq: 0xd3,
  refAsNonNull: 0xd4,
  brOnNull: 0xd5,
  brOnNonNull: 0xd6,
  structNew: prefixed(0xfb, 0),
  structNewDefault: prefixed(0xfb, 1),
  arrayNew: prefixed(0xfb, 6),
  arrayNewDefault: prefixed(0xfb, 7),
  arrayNewFixed: prefixed(0xfb, 8),
  arrayNewData: prefixed(0xfb, 9),
  arrayNewElem: prefixed(0xfb, 10),
  arrayFill: prefixed(0xfb, 16),
  arrayCopy: prefixed(0xfb, 17),
  arrayInitData: prefixed(0xfb, 18),
  arrayInitElem: prefixed(0xfb, 19),
  brOnCast: prefixed(0xfb, 24),
  brOnCastFail: prefixed(0xfb, 25),
  memoryInit: prefixed(0xfc, 8),
  dataDrop: prefixed(0xfc, 9),
  memoryCopy: prefixed(0xfc, 10),
  memoryFill: prefixed(0xfc, 11),
  tableInit: prefixed(0xfc, 12),
  elemDrop: prefixed(0xfc, 13),
  tableCopy: prefixed(0xfc, 14),
  tableGrow: prefixed(0xfc, 15),
  tableSize: prefixed(0xfc, 16),
  tableFill: prefixed(0xfc, 17),
} as const;

const fill = (length: number): Uint8Array => new Uint8Array(length).fill(immediates.unknown);

/** Sets the shape of a range of codes, both ends included. */
const range = (table: Uint8Array, from: number, to: number, shape: Immediate): void => {
  table.fill(shape, from, to + 1);
};

const single = fill(256);
range(single, 0x00, 0x01, immediates.none);
range(single, 0x02, 0x04, immediates.blockType);
range(single, 0x05, 0x05, immediates.none);
range(single, 0x06, 0x06, immediates.blockType);
range(single, 0x07, 0x08, immediates.tag);
range(single, 0x09, 0x09, immediates.label);
range(single, 0x0a, 0x0b, immediates.none);
range(single, 0x0c, 0x0d, immediates.label);
range(single, 0x0e, 0x0e, immediates.labels);
range(single, 0x0f, 0x0f, immediates.none);
range(single, 0x10, 0x10, immediates.func);
range(single, 0x11, 0x11, immediates.typeTable);
range(single, 0x12, 0x12, immediates.func);
range(single, 0x13, 0x13, immediates.typeTable);
range(single, 0x14, 0x15, immediates.type);
range(single, 0x18, 0x18, immediates.label);
range(single, 0x19, 0x1b, immediates.none);
range(single, 0x1c, 0x1c, immediates.types);
range(single, 0x1f, 0x1f, immediates.tryTable);
range(single, 0x20, 0x22, immediates.local);
range(single, 0x23, 0x24, immediates.global);
range(single, 0x25, 0x26, immediates.table);
range(single, 0x28, 0x3e, immediates.memArg);
range(single, 0x3f, 0x40, immediates.memory);
range(single, 0x41, 0x41, immediates.i32);
range(single, 0x42, 0x42, immediates.i64);
range(single, 0x43, 0x43, immediates.f32);
range(single, 0x44, 0x44, immediates.f64);
range(single, 0x45, 0xc4, immediates.none);
range(single, 0xd0, 0xd0, immediates.heapType);
range(single, 0xd1, 0xd1, immediates.none);
range(single, 0xd2, 0xd2, immediates.func);
range(single, 0xd3, 0xd4, immediates.none);
range(single, 0xd5, 0xd6, immediates.label);

const gc = fill(31);
range(gc, 0, 1, immediates.type);
range(gc, 2, 5, immediates.typeField);
range(gc, 6, 7, immediates.type);
range(gc, 8, 8, immediates.typeCount);
range(gc, 9, 9, immediates.typeData);
range(gc, 10, 10, immediates.typeElem);
range(gc, 11, 14, immediates.type);
range(gc, 15, 15, immediates.none);
range(gc, 16, 16, immediates.type);
range(gc, 17, 17, immediates.typeType);
range(gc, 18, 18, immediates.typeData);
range(gc, 19, 19, immediates.typeElem);
range(gc, 20, 23, immediates.heapType);
range(gc, 24, 25, immediates.castBranch);
range(gc, 26, 30, immediates.none);

const misc = fill(18);
range(misc, 0, 7, immediates.none);
range(misc, 8, 8, immediates.dataMemory);
range(misc, 9, 9, immediates.data);
range(misc, 10, 10, immediates.memoryMemory);
range(misc, 11, 11, immediates.memory);
range(misc, 12, 12, immediates.elemTable);
range(misc, 13, 13, immediates.elem);
range(misc, 14, 14, immediates.tableTable);
range(misc, 15, 17, immediates.table);

const simd = fill(0x114);
range(simd, 0x00, 0x0b, immediates.memArg);
range(simd, 0x0c, 0x0d, immediates.bytes16);
range(simd, 0x0e, 0x14, immediates.none);
range(simd, 0x15, 0x22, immediates.lane);
range(simd, 0x23, 0x53, immediates.none);
range(simd, 0x54, 0x5b, immediates.memArgLane);
range(simd, 0x5c, 0x5d, immediates.memArg);
range(simd, 0x5e, 0xff, immediates.none);
for (const hole of [
  0x9a, 0xa2, 0xa5, 0xa6, 0xaf, 0xb0, 0xb2, 0xb3, 0xb4, 0xbb, 0xc2, 0xc5, 0xc6, 0xcf, 0xd0, 0xd2, 0xd3, 0xd4, 0xe2,
  0xee,
]) {
  simd[hole] = immediates.unknown;
}
range(simd, 0x100, 0x113, immediates.none);

const atomic = fill(0x4f);
range(atomic, 0x00, 0x02, immediates.memArg);
range(atomic, 0x03, 0x03, immediates.zero);
range(atomic, 0x10, 0x4e, immediates.memArg);

const behindPrefix: Readonly<Record<number, Uint8Array>> = {
  [prefixes.gc]: gc,
  [prefixes.misc]: misc,
  [prefixes.simd]: simd,
  [prefixes.atomic]: atomic,
};

/** Shape of the immediates of a one-byte operator; `unknown` for prefixes and holes. */
export const shapeOf = (code: number): number => single[code] ?? immediates.unknown;

/** Whether a byte is a prefix. */
export const isPrefix = (byte: number): boolean => byte >= prefixes.gc && byte <= prefixes.atomic;

/** Shape of the immediates of an operator behind a prefix. */
export const shapeBehind = (prefix: number, subcode: number): number =>
  behindPrefix[prefix]?.[subcode] ?? immediates.unknown;
