import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isWireValue,
  parseArgument,
  parseExpected,
  showValue,
  toUnsignedDecimal,
  ValueError,
  valueMatches,
  type WireValue,
} from '../../../src/contract/value.ts';

const unsigned = (bits: number) => fc.bigInt({ min: 0n, max: (1n << BigInt(bits)) - 1n }).map(String);

const number = fc.oneof(
  unsigned(32).map((value): WireValue => ({ type: 'i32', value })),
  unsigned(64).map((value): WireValue => ({ type: 'i64', value })),
  unsigned(32).map((value): WireValue => ({ type: 'f32', value })),
  unsigned(64).map((value): WireValue => ({ type: 'f64', value })),
);

const vector = fc.oneof(
  fc
    .array(unsigned(8), { minLength: 16, maxLength: 16 })
    .map((value): WireValue => ({ type: 'v128', lane_type: 'i8', value })),
  fc
    .array(unsigned(64), { minLength: 2, maxLength: 2 })
    .map((value): WireValue => ({ type: 'v128', lane_type: 'f64', value })),
);

describe('the notation of values', () => {
  test('round-trips bit for bit', () => {
    fc.assert(
      fc.property(fc.oneof(number, vector), (value) => {
        expect(parseArgument(showValue(value))).toEqual(value);
        expect(isWireValue(value)).toBe(true);
        expect(valueMatches(parseExpected(showValue(value)), value)).toBe(true);
      }),
    );
  });

  test('tells different numbers apart', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(valueMatches(parseExpected(showValue(a)), b)).toBe(showValue(a) === showValue(b));
      }),
    );
  });

  test('throws nothing but its own error, whatever it reads', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('i32:', 'v128:i32:1 2', 'f32:nan:no', ':', 'i64:1e3')),
        (text) => {
          for (const read of [parseArgument, parseExpected]) {
            try {
              read(text);
            } catch (error) {
              expect(error).toBeInstanceOf(ValueError);
            }
          }
        },
      ),
    );
  });

  test.each([
    ['-1', 'i32', '4294967295'],
    ['4294967295', 'i32', '4294967295'],
    ['-2147483648', 'i32', '2147483648'],
    ['-9223372036854775808', 'i64', '9223372036854775808'],
    ['0x7fc00000', 'f32', '2143289344'],
  ] as const)('%s as %s is %s', (text, type, expected) => {
    expect(toUnsignedDecimal(text, type)).toBe(expected);
  });

  test.each([
    ['4294967296', 'i32'],
    ['-2147483649', 'i32'],
    ['-1', 'f32'],
    ['1.5', 'i32'],
    ['', 'i64'],
  ] as const)('%s is no %s', (text, type) => {
    expect(() => toUnsignedDecimal(text, type)).toThrow(ValueError);
  });
});

describe('matching', () => {
  const f32 = (value: string): WireValue => ({ type: 'f32', value });

  test.each([
    ['f32:nan:canonical', '2143289344', true],
    ['f32:nan:canonical', '4290772992', true],
    ['f32:nan:canonical', '2143289345', false],
    ['f32:nan:arithmetic', '2143289345', true],
    ['f32:nan:arithmetic', '2141192192', false],
    ['f32:nan:arithmetic', '2139095040', false],
  ])('%s against bits %s is %s', (expected, bits, matches) => {
    expect(valueMatches(parseExpected(expected), f32(bits))).toBe(matches);
  });

  test('vectors compare by bits, whatever their lanes', () => {
    const bytes: WireValue = {
      type: 'v128',
      lane_type: 'i8',
      value: ['1', '0', '0', '0', '2', '0', '0', '0', '3', '0', '0', '0', '4', '0', '0', '0'],
    };
    expect(valueMatches(parseExpected('v128:i32:1 2 3 4'), bytes)).toBe(true);
    expect(valueMatches(parseExpected('v128:i32:1 2 3 5'), bytes)).toBe(false);
  });

  test('references are null or not', () => {
    const reference: WireValue = { type: 'externref', value: '7' };
    const nothing: WireValue = { type: 'externref', value: 'null' };
    expect(valueMatches(parseExpected('externref:non-null'), reference)).toBe(true);
    expect(valueMatches(parseExpected('externref:non-null'), nothing)).toBe(false);
    expect(valueMatches(parseExpected('externref:null'), nothing)).toBe(true);
    expect(valueMatches(parseExpected('externref:any'), nothing)).toBe(true);
  });

  test.each([
    { type: 'i32', value: '-1' },
    { type: 'i32', value: 1 },
    { type: 'i32', value: '01' },
    { type: 'i32', value: '4294967296' },
    { type: 'v128', lane_type: 'i32', value: ['1'] },
    { type: 'no', value: '1' },
    null,
    'i32:1',
  ])('%j is no value in wire form', (value) => {
    expect(isWireValue(value)).toBe(false);
  });
});
