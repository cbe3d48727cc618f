import type { ValueType } from '../wasm/types.ts';
import { isNanOf, nanClass } from './constants.ts';
import type { Pattern } from './script.ts';

/** Holding what came back, as integers, against what a script expects. All pure. */

/** Integers that are taken one after the other. */
interface Supply {
  take(): bigint;
}

const supplyOf = (values: readonly string[]): Supply => {
  let next = 0;
  return {
    take: () => {
      const value = values[next];
      next += 1;
      if (value === undefined) {
        throw new Error('fewer integers came back than the type has');
      }
      return BigInt(value);
    },
  };
};

/** How many integers stand for a value of a type. */
const countOf = (type: ValueType): number => (type === 'v128' ? 2 : 1);

const laneMatches = (wanted: bigint, actual: bigint, width: number, index: number, text: string): boolean => {
  const shift = BigInt(width * index);
  const lane = (bits: bigint): bigint => BigInt.asUintN(width, bits >> shift);
  const kind = nanClass(text);
  return kind === undefined ? lane(wanted) === lane(actual) : isNanOf(lane(actual), width as 32 | 64, kind);
};

const vectorOf = ([low = 0n, high = 0n]: readonly bigint[]): bigint => low | (high << 64n);

const isNull = (type: ValueType, value: bigint): boolean =>
  type === 'externref' ? BigInt.asIntN(32, value) === -2n : value === 1n;

/** Whether a value matches; takes the integers that belong to the pattern from `wanted`, whether it matches or not. */
const matches = (pattern: Pattern, type: ValueType, actual: readonly bigint[], wanted: Supply): boolean => {
  const [first = 0n] = actual;
  switch (pattern.kind) {
    case 'number': {
      const kind = nanClass(pattern.text);
      return kind === undefined ? wanted.take() === first : isNanOf(first, pattern.type === 'f32' ? 32 : 64, kind);
    }
    case 'vector': {
      const bits = vectorOf([wanted.take(), wanted.take()]);
      const width = 128 / pattern.lanes.length;
      return pattern.lanes.every((text, index) => laneMatches(bits, vectorOf(actual), width, index, text));
    }
    case 'null':
      return isNull(type, first);
    case 'non-null':
      return !isNull(type, first);
    case 'host':
      return type === 'externref' ? first === BigInt(pattern.number) : !isNull(type, first);
    case 'either':
      return pattern.options.map((option) => matches(option, type, actual, wanted)).includes(true);
  }
};

/** Whether integers that a helper handed back are what a script expects. */
export const resultsMatch = (
  expected: readonly Pattern[],
  types: readonly ValueType[],
  actual: readonly string[],
  wanted: readonly string[],
): boolean => {
  if (expected.length !== types.length) {
    return false;
  }
  const came = supplyOf(actual);
  const supply = supplyOf(wanted);
  return expected
    .map((pattern, index) => {
      const type = types[index] as ValueType;
      const values = Array.from({ length: countOf(type) }, () => came.take());
      return matches(pattern, type, values, supply);
    })
    .every((matched) => matched);
};
