import type { TrapCode } from './outcome.ts';

/**
 * Tells V8's traps apart by their text, the only thing that V8 gives. The messages are V8's own templates
 * (src/common/message-template.h, kTrap…), seen on V8 11.3 to 14.
 */
const patterns: readonly (readonly [RegExp, TrapCode])[] = [
  [/^unreachable$/, 'unreachable'],
  [/^(divide|remainder) by zero$/, 'integer-divide-by-zero'],
  [/^divide result unrepresentable$/, 'integer-overflow'],
  [/^float unrepresentable in integer range$/, 'invalid-conversion-to-integer'],
  [/^memory access out of bounds$/, 'memory-out-of-bounds'],
  [/^data segment (\d+ )?(is )?out of bounds/, 'memory-out-of-bounds'],
  [/^data segment has been dropped$/, 'memory-out-of-bounds'],
  [/^operation does not support unaligned accesses$/, 'unaligned-atomic'],
  [/^Atomics\.wait cannot be called in this context$/, 'expected-shared-memory'],
  [
    /^(table (index|access)|table element|element segment|table initializer)( \d+:?)?.*out of bounds/,
    'table-out-of-bounds',
  ],
  [/^table index is out of bounds$/, 'table-out-of-bounds'],
  [/^invalid index into function table$/, 'table-out-of-bounds'],
  [/^element segment has been dropped$/, 'table-out-of-bounds'],
  [/^null function or function signature( mismatch)?$/, 'indirect-call-type-mismatch'],
  [/^function signature mismatch$/, 'indirect-call-type-mismatch'],
  [/^dereferencing a null pointer$/, 'null-reference'],
  [/^illegal cast$/, 'cast-failure'],
  [/^array element access out of bounds$/, 'array-out-of-bounds'],
  [/^requested new array is too large$/, 'allocation-failure'],
  [/^array (is )?too large$/, 'allocation-failure'],
  [/^rethrowing null value$/, 'null-reference'],
  [/^type error in fallthru|^type incompatibility/, 'x-v8-type'],
];

/** The code of a trap by V8's message. */
export const trapCodeOf = (message: string): TrapCode => {
  const text = message.replace(/^WebAssembly\.Instance\(\): /, '');
  const match = patterns.find(([pattern]) => pattern.test(text));
  return match?.[1] ?? 'x-v8-unknown';
};

/** Bytes of `(module (func (export "trap") unreachable))`. */
const trapModule = Uint8Array.of(
  0,
  97,
  115,
  109,
  1,
  0,
  0,
  0,
  1,
  4,
  1,
  96,
  0,
  0,
  3,
  2,
  1,
  0,
  7,
  8,
  1,
  4,
  116,
  114,
  97,
  112,
  0,
  0,
  10,
  5,
  1,
  3,
  0,
  0,
  11,
);

let trap: (() => never) | undefined;

/**
 * Raises a real WebAssembly trap. An exception that JavaScript makes can be caught by a guest's `catch_all`, whatever
 * its class; a trap that wasm code raised can't, on its way through JavaScript frames either.
 */
export const raiseTrap = (): never => {
  if (trap === undefined) {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(trapModule));
    trap = instance.exports.trap as () => never;
  }
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return trap();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
};
