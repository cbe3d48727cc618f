import type { TrapCode } from '../contract/outcome.ts';

/** Numbers and words of scripts, as the protocol writes them. */

const bitsOf = { i32: 32, i64: 64 } as const;

/** The unsigned decimal of an integer literal (core 3.0, text/values); `undefined` for what is none. */
export const integerOf = (text: string, type: 'i32' | 'i64'): string | undefined => {
  const match = /^([+-]?)(0x[0-9a-fA-F]+|\d+)$/.exec(text.replaceAll('_', ''));
  if (match === null) {
    return undefined;
  }
  const magnitude = BigInt(match[2] as string);
  return BigInt.asUintN(bitsOf[type], match[1] === '-' ? -magnitude : magnitude).toString();
};

/** What a script says of a trap, by the beginning of its message, and the code that a driver gives it. */
const trapMessages: readonly (readonly [string, TrapCode])[] = [
  ['unreachable', 'unreachable'],
  ['integer divide by zero', 'integer-divide-by-zero'],
  ['integer overflow', 'integer-overflow'],
  ['invalid conversion to integer', 'invalid-conversion-to-integer'],
  ['out of bounds memory access', 'memory-out-of-bounds'],
  ['out of bounds table access', 'table-out-of-bounds'],
  ['undefined element', 'table-out-of-bounds'],
  ['uninitialized element', 'uninitialized-element'],
  ['indirect call type mismatch', 'indirect-call-type-mismatch'],
  ['out of bounds array access', 'array-out-of-bounds'],
  ['cast failure', 'cast-failure'],
  ['unaligned atomic', 'unaligned-atomic'],
  ['expected shared memory', 'expected-shared-memory'],
  ['null', 'null-reference'],
];

/** The code that a script's message asks for; `undefined` where any trap will do. */
export const trapCodeOf = (message: string): TrapCode | undefined =>
  trapMessages.find(([beginning]) => message.startsWith(beginning))?.[1];

const isNanLane = (text: string): boolean => /^nan:(canonical|arithmetic)$/.test(text);

/** Whether a literal stands for a class of NaNs. */
export const nanClass = (text: string): 'arithmetic' | 'canonical' | undefined =>
  isNanLane(text) ? (text.slice('nan:'.length) as 'arithmetic' | 'canonical') : undefined;

/** Whether bits are a NaN of a class (core 3.0, exec/numerics). */
export const isNanOf = (bits: bigint, width: 32 | 64, kind: 'arithmetic' | 'canonical'): boolean => {
  const quiet = width === 32 ? 0x7fc0_0000n : 0x7ff8_0000_0000_0000n;
  const magnitude = BigInt.asUintN(width - 1, bits);
  return kind === 'canonical' ? magnitude === quiet : (magnitude & quiet) === quiet;
};
