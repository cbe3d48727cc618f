import { describe, expect, test } from 'vitest';
import {
  limitFields,
  limitNotations,
  limitWords,
  parseBytes,
  parseMilliseconds,
} from '../../../src/contract/limits.ts';

describe('limits', () => {
  test('every field has one word, every word a notation', () => {
    expect(Object.values(limitWords).sort()).toEqual([...limitFields].sort());
    expect(Object.keys(limitNotations)).toEqual(Object.keys(limitWords));
  });

  test.each([
    ['1MiB', 1_048_576],
    ['64KiB', 65_536],
    ['16 pages', 1_048_576],
    ['1 page', 65_536],
    ['1.5KiB', 1536],
    ['7B', 7],
    ['1', undefined],
    ['1MB', undefined],
    ['-1KiB', undefined],
    ['0.3B', undefined],
    ['9999999GiB', undefined],
  ])('%s is %s bytes', (text, bytes) => {
    expect(parseBytes(text)).toBe(bytes);
  });

  test.each([
    ['200ms', 200],
    ['2s', 2000],
    ['0.5s', 500],
    ['1', undefined],
    ['1m', undefined],
  ])('%s is %s milliseconds', (text, milliseconds) => {
    expect(parseMilliseconds(text)).toBe(milliseconds);
  });
});
