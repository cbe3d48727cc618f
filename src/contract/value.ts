/**
 * Core WebAssembly values: on the wire `{type, value}` with unsigned decimals and bit patterns, in
 * headers the short notation `type:value`. Both follow wabt's `wast2json`.
 */

export const numberTypes = ['i32', 'i64', 'f32', 'f64'] as const;
export type NumberType = (typeof numberTypes)[number];

/** Types of references that have a name of their own (core 3.0, text/types). */
export const referenceTypes = [
  'funcref',
  'externref',
  'exnref',
  'anyref',
  'eqref',
  'i31ref',
  'structref',
  'arrayref',
  'nullref',
  'nullfuncref',
  'nullexternref',
] as const;
export type ReferenceType = (typeof referenceTypes)[number];

/** Lane shapes of a `v128` and the number of lanes of each. */
export const laneCounts = { i8: 16, i16: 8, i32: 4, i64: 2, f32: 4, f64: 2 } as const;
export type LaneType = keyof typeof laneCounts;

/** A value as the protocol carries it. References are `"null"` or a handle that the host made up. */
export type WireValue =
  | { readonly type: NumberType; readonly value: string }
  | { readonly type: 'v128'; readonly lane_type: LaneType; readonly value: readonly string[] }
  | { readonly type: ReferenceType; readonly value: unknown };

/** What a header may say where a value is expected back: a value, or a class of NaNs. */
export type ExpectedValue =
  | WireValue
  | { readonly type: 'f32' | 'f64'; readonly nan: 'canonical' | 'arithmetic' }
  | { readonly type: ReferenceType; readonly ref: 'any' | 'non-null' };

/** What a header may give as an argument: a value, or the name of a reference that an earlier step saved. */
export type ArgumentValue = WireValue | { readonly type: ReferenceType; readonly saved: string };

/** A value that cannot be read; `hint` says what would be right. */
export class ValueError extends Error {
  override readonly name = 'ValueError';
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

const bitsOf = { i32: 32n, i64: 64n, f32: 32n, f64: 64n, i8: 8n, i16: 16n } as const;

const isNumberType = (type: string): type is NumberType => (numberTypes as readonly string[]).includes(type);
const isReferenceType = (type: string): type is ReferenceType => (referenceTypes as readonly string[]).includes(type);
const isLaneType = (type: string): type is LaneType => Object.hasOwn(laneCounts, type);

/**
 * The unsigned decimal of an integer or bit pattern, whatever its sign was: `-1` as an `i32` is `4294967295`.
 * Hexadecimal (`0x…`) is read too. Throws {@link ValueError} outside `[-2^(bits-1), 2^bits)`.
 */
export const toUnsignedDecimal = (text: string, type: keyof typeof bitsOf): string => {
  if (!/^(-?\d+|0x[0-9a-fA-F]+)$/.test(text)) {
    throw new ValueError(`'${text}' is no ${type}`, `write an integer such as ${type}:7`);
  }
  const bits = bitsOf[type];
  const value = BigInt(text);
  const signed = !type.startsWith('f');
  if (value >= 1n << bits || value < (signed ? -(1n << (bits - 1n)) : 0n)) {
    throw new ValueError(`${text} does not fit into ${type}`, `${type} has ${bits} bits`);
  }
  return BigInt.asUintN(Number(bits), value).toString();
};

const splitOnce = (text: string): [string, string] => {
  const colon = text.indexOf(':');
  if (colon < 0) {
    throw new ValueError(`'${text}' has no type`, 'write type:value, such as i32:1');
  }
  return [text.slice(0, colon), text.slice(colon + 1)];
};

const parseVector = (rest: string): WireValue => {
  const [lane, lanes] = splitOnce(rest);
  if (!isLaneType(lane)) {
    throw new ValueError(`'${lane}' is no lane type`, `write one of ${Object.keys(laneCounts).join(', ')}`);
  }
  const parts = lanes.trim().split(/\s+/);
  if (parts.length !== laneCounts[lane]) {
    throw new ValueError(`${lane} has ${laneCounts[lane]} lanes, not ${parts.length}`, 'separate the lanes by spaces');
  }
  return { type: 'v128', lane_type: lane, value: parts.map((part) => toUnsignedDecimal(part, lane)) };
};

const unknownType = (type: string): never => {
  throw new ValueError(
    `'${type}' is no value type`,
    `write one of ${[...numberTypes, 'v128', ...referenceTypes].join(', ')}`,
  );
};

/** Reads an argument: `i32:-1`, `f64:0`, `v128:i32:1 2 3 4`, `externref:null`, `externref:@saved`. */
export const parseArgument = (text: string): ArgumentValue => {
  const [type, rest] = splitOnce(text);
  if (isNumberType(type)) {
    return { type, value: toUnsignedDecimal(rest, type) };
  }
  if (type === 'v128') {
    return parseVector(rest);
  }
  if (!isReferenceType(type)) {
    return unknownType(type);
  }
  if (rest === 'null') {
    return { type, value: 'null' };
  }
  if (/^@[a-z0-9-]+$/i.test(rest)) {
    return { type, saved: rest.slice(1) };
  }
  throw new ValueError(`'${rest}' is no reference`, `write ${type}:null, or ${type}:@name for a saved one`);
};

/** Reads an expectation: what {@link parseArgument} reads but saved names, and `f32:nan:canonical`, `funcref:any`. */
export const parseExpected = (text: string): ExpectedValue => {
  const [type, rest] = splitOnce(text);
  if (type === 'f32' || type === 'f64') {
    const nan = /^nan:(canonical|arithmetic)$/.exec(rest);
    if (nan) {
      return { type, nan: nan[1] as 'canonical' | 'arithmetic' };
    }
  }
  if (isReferenceType(type) && (rest === 'any' || rest === 'non-null')) {
    return { type, ref: rest };
  }
  const value = parseArgument(text);
  if ('saved' in value) {
    throw new ValueError(`'${text}' names a saved reference`, 'compare references inside the guest');
  }
  return value;
};

/** The short notation of a value, for messages and reports. Anything that is no core value is shown as JSON. */
export const showValue = (value: unknown): string => {
  if (isWireValue(value)) {
    return value.type === 'v128'
      ? `v128:${value.lane_type}:${value.value.join(' ')}`
      : `${value.type}:${typeof value.value === 'string' ? value.value : JSON.stringify(value.value)}`;
  }
  return JSON.stringify(value) ?? String(value);
};

/** The short notation of an expectation. */
export const showExpected = (expected: ExpectedValue): string => {
  if ('nan' in expected) {
    return `${expected.type}:nan:${expected.nan}`;
  }
  return 'ref' in expected ? `${expected.type}:${expected.ref}` : showValue(expected);
};

const isDecimalOf = (value: unknown, type: keyof typeof bitsOf): boolean =>
  typeof value === 'string' && /^(0|[1-9]\d{0,19})$/.test(value) && BigInt(value) < 1n << bitsOf[type];

/** Whether some JSON is a core value in wire form, canonical decimals included. */
export const isWireValue = (value: unknown): value is WireValue => {
  if (typeof value !== 'object' || value === null || !('type' in value) || !('value' in value)) {
    return false;
  }
  const { type, value: payload } = value;
  if (typeof type !== 'string') {
    return false;
  }
  if (isNumberType(type)) {
    return isDecimalOf(payload, type);
  }
  if (type === 'v128') {
    const lane = 'lane_type' in value ? value.lane_type : undefined;
    return (
      typeof lane === 'string' &&
      isLaneType(lane) &&
      Array.isArray(payload) &&
      payload.length === laneCounts[lane] &&
      payload.every((part) => isDecimalOf(part, lane))
    );
  }
  return isReferenceType(type);
};

/** The 16 bytes of a vector, whatever lanes it is written in. */
const vectorBits = (value: Extract<WireValue, { type: 'v128' }>): bigint => {
  const width = bitsOf[value.lane_type];
  return value.value.reduce((bits, lane, index) => bits | (BigInt(lane) << (width * BigInt(index))), 0n);
};

const isNan = (bits: bigint, type: 'f32' | 'f64', kind: 'canonical' | 'arithmetic'): boolean => {
  const [exponent, quiet, payload] =
    type === 'f32'
      ? [0x7f80_0000n, 0x40_0000n, 0x7f_ffffn]
      : [0x7ff0_0000_0000_0000n, 0x8_0000_0000_0000n, 0xf_ffff_ffff_ffffn];
  if ((bits & exponent) !== exponent || (bits & quiet) === 0n) {
    return false;
  }
  return kind === 'arithmetic' || (bits & payload) === quiet;
};

/** Whether what came back is what was expected. Vectors compare by bits, references by being null or not. */
export const valueMatches = (expected: ExpectedValue, actual: unknown): boolean => {
  if (!isWireValue(actual) || actual.type !== expected.type) {
    return false;
  }
  if ('nan' in expected) {
    return typeof actual.value === 'string' && isNan(BigInt(actual.value), expected.type, expected.nan);
  }
  if ('ref' in expected) {
    return expected.ref === 'any' || actual.value !== 'null';
  }
  if (expected.type === 'v128' && actual.type === 'v128') {
    return vectorBits(expected) === vectorBits(actual);
  }
  return expected.value === actual.value;
};
