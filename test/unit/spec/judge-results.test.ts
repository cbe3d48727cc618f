import { describe, expect, test } from 'vitest';
import { integerOf, isNanOf, trapCodeOf } from '../../../src/spec/constants.ts';
import { resultsMatch } from '../../../src/spec/judge-results.ts';

describe('integers', () => {
  test.each([
    ['0xffff_ffff', 'i32', '4294967295'],
    ['-1', 'i32', '4294967295'],
    ['+7', 'i64', '7'],
    ['-0x8000_0000_0000_0000', 'i64', '9223372036854775808'],
    ['nan', 'i32', undefined],
    ['1.5', 'i64', undefined],
  ] as const)('%s as %s is %s', (text, type, expected) => {
    expect(integerOf(text, type)).toBe(expected);
  });
});

describe('NaNs', () => {
  test.each([
    [0x7fc0_0000n, 32, true, true],
    [0xffc0_0000n, 32, true, true],
    [0x7fc0_0001n, 32, false, true],
    [0x7fa0_0000n, 32, false, false],
    [0x7f80_0000n, 32, false, false],
    [0xfff8_0000_0000_0000n, 64, true, true],
    [0x7ffc_0000_0000_0000n, 64, false, true],
    [0x7ff4_0000_0000_0000n, 64, false, false],
    [0x3ff0_0000_0000_0000n, 64, false, false],
  ] as const)('%s of %i bits', (bits, width, canonical, arithmetic) => {
    expect([isNanOf(bits, width, 'canonical'), isNanOf(bits, width, 'arithmetic')]).toEqual([canonical, arithmetic]);
  });
});

test.each([
  ['undefined element', 'table-out-of-bounds'],
  ['uninitialized element 7', 'uninitialized-element'],
  ['null structure reference', 'null-reference'],
  ['something new', undefined],
])('the trap "%s" is %s', (message, code) => {
  expect(trapCodeOf(message)).toBe(code);
});

describe('results', () => {
  const number = (type: 'f32' | 'i32', text: string) => ({ kind: 'number', type, text }) as const;

  test('that are alternatives take all numbers that belong to them, whichever matches', () => {
    const either = { kind: 'either', options: [number('i32', '1'), number('i32', '2')] } as const;
    const after = number('i32', '9');
    expect(resultsMatch([either, after], ['i32', 'i32'], ['1', '9'], ['1', '2', '9'])).toBe(true);
    expect(resultsMatch([either, after], ['i32', 'i32'], ['2', '9'], ['1', '2', '9'])).toBe(true);
    expect(resultsMatch([either, after], ['i32', 'i32'], ['3', '9'], ['1', '2', '9'])).toBe(false);
    expect(resultsMatch([either, after], ['i32', 'i32'], ['1', '2'], ['1', '2', '9'])).toBe(false);
  });

  test('that are vectors compare lane by lane where a class of NaNs is expected', () => {
    const vector = { kind: 'vector', shape: 'f32x4', lanes: ['1', 'nan:canonical', '0', '0'] } as const;
    const wanted = [String(0x3f80_0000n), '0'];
    const with2nd = (bits: bigint): string => String(0x3f80_0000n | (bits << 32n));
    expect(resultsMatch([vector], ['v128'], [with2nd(0x7fc0_0000n), '0'], wanted)).toBe(true);
    expect(resultsMatch([vector], ['v128'], [with2nd(0x7fa0_0000n), '0'], wanted)).toBe(false);
    expect(resultsMatch([vector], ['v128'], [with2nd(0x7fc0_0000n), '1'], wanted)).toBe(false);
  });

  test('of another number than the type has never match', () => {
    expect(resultsMatch([], ['i32'], ['1'], [])).toBe(false);
  });
});
