import { describe, expect, test } from 'vitest';
import { parseShard, readCount, readDuration, readSize, shardFrom } from '../../../src/cli/options.ts';
import { wantsColor } from '../../../src/cli/output.ts';
import { KitError } from '../../../src/contract/errors.ts';

describe('the part of a run', () => {
  test.each<readonly [string, Record<string, string>, { index: number; count: number }]>([
    ['2/5', {}, { index: 2, count: 5 }],
    ['auto', { CI_NODE_INDEX: '2', CI_NODE_TOTAL: '3' }, { index: 2, count: 3 }],
    ['auto', { BUILDKITE_PARALLEL_JOB: '0', BUILDKITE_PARALLEL_JOB_COUNT: '4' }, { index: 1, count: 4 }],
    ['auto', { CIRCLE_NODE_INDEX: '3', CIRCLE_NODE_TOTAL: '4' }, { index: 4, count: 4 }],
    ['auto', { JOB_COMPLETION_INDEX: '0', JOB_COMPLETIONS: '2' }, { index: 1, count: 2 }],
  ])('%s with %j', (text, environment, shard) => {
    expect(shardFrom(text, environment)).toEqual(shard);
  });

  test('is none where nobody asks for one, whatever the CI system says', () => {
    expect(shardFrom(undefined, { CI_NODE_INDEX: '2', CI_NODE_TOTAL: '3' })).toBeUndefined();
  });

  test.each<readonly [string, Record<string, string>, string]>([
    ['0/5', {}, 'is no part'],
    ['6/5', {}, 'is no part'],
    ['1', {}, 'is no part'],
    ['a/b', {}, 'is no part'],
    ['auto', {}, 'no CI system says'],
    ['auto', { JOB_COMPLETION_INDEX: '1' }, 'JOB_COMPLETIONS is not'],
    ['auto', { CI_NODE_INDEX: '4', CI_NODE_TOTAL: '3' }, 'is no part'],
    ['auto', { CI_NODE_INDEX: 'x', CI_NODE_TOTAL: '3' }, 'is no part'],
  ])('%s with %j is wrong usage', (text, environment, message) => {
    expect(() => shardFrom(text, environment)).toThrow(KitError);
    expect(() => shardFrom(text, environment)).toThrow(message);
  });

  test('reads i/n', () => {
    expect(parseShard('10/10')).toEqual({ index: 10, count: 10 });
  });
});

describe('values of options', () => {
  test('are read with their units', () => {
    expect(readDuration('grace', '500ms')).toBe(500);
    expect(readSize('max-host-memory', '2GiB')).toBe(2 ** 31);
    expect(readCount('workers', 3, 1, 4)).toBe(3);
  });

  test.each([
    () => readDuration('grace', '5'),
    () => readSize('max-host-memory', '2GB'),
    () => readCount('workers', 0, 1, 4),
    () => readCount('workers', 1.5, 1, 4),
    () => readCount('workers', Number.NaN, 1, 4),
  ])('that are wrong are wrong usage', (read) => {
    expect(read).toThrow(KitError);
    expect(read).toThrow(/^--/);
  });
});

test.each<readonly [boolean, Record<string, string>, boolean]>([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: '1' }, false],
  [true, { NO_COLOR: '' }, true],
  [false, { FORCE_COLOR: '1' }, true],
  [true, { FORCE_COLOR: '0' }, false],
  [true, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  [true, { TERM: 'dumb' }, false],
])('colour on a terminal (%s) with %j: %s', (isTerminal, environment, colored) => {
  expect(wantsColor(isTerminal, environment)).toBe(colored);
});
