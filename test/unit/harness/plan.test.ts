import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makePlan, matchesFilter, type PlanInput, shardOf } from '../../../src/harness/plan.ts';
import { sampleFixture, sampleHost } from '../../support/samples.ts';

const call = (...lines: readonly string[]): string[] => ['[[step]]', 'call = "f"', ...lines];
const returns = call('expect = { returned = [] }');

const fixtures = [
  sampleFixture('memory/a', ...returns),
  sampleFixture('memory/b', 'level = "should"', ...call('expect = { trapped = "unreachable" }')),
  sampleFixture('cpu/loop', 'cpu = { iterations = 10, time = "50ms" }', ...call('expect = { limit = "cpu" }')),
  sampleFixture('traps/t', ...call('expect = { trapped = "unreachable" }')),
  sampleFixture('traps/simd', 'requires = ["relaxed-simd"]', ...returns),
  sampleFixture('js-embedding/x', ...returns),
];

const input = (changes: Partial<PlanInput> = {}): PlanInput => ({
  version: '1',
  fixtures,
  host: { description: sampleHost() },
  selection: {},
  options: {},
  ...changes,
});

const ids = (changes: Partial<PlanInput> = {}): string[] => makePlan(input(changes)).cases.map(({ id }) => id);

describe('a plan', () => {
  test('has a case for each requirement, budget and code, in the order of the profiles', () => {
    expect(ids()).toEqual([
      'memory/a',
      'memory/b',
      'memory/b#code',
      'cpu/loop@fuel',
      'cpu/loop@time',
      'traps/simd',
      'traps/t',
      'traps/t#code',
    ]);
  });

  test('has the level of the requirement, and a lower one for a code', () => {
    const levels = Object.fromEntries(makePlan(input()).cases.map(({ id, level }) => [id, level]));
    expect(levels).toMatchObject({
      'traps/t': 'must',
      'traps/t#code': 'should',
      'memory/b': 'should',
      'memory/b#code': 'should',
    });
  });

  test('says what the host lacks instead of running without it', () => {
    const poor = sampleHost({
      features: ['typed-calls'],
      limits: { memoryBytes: { supported: true }, wallMs: { supported: true } },
    });
    const missing = Object.fromEntries(
      makePlan(input({ host: { description: poor } })).cases.map(({ id, missing: lacks }) => [id, lacks]),
    );
    expect(missing).toMatchObject({
      'traps/simd': ['relaxed-simd'],
      'cpu/loop@fuel': ['limit:fuel'],
      'cpu/loop@time': [],
      'memory/a': [],
    });
  });

  test('leaves out profiles that the host does not claim', () => {
    expect(ids({ host: { description: sampleHost({ profiles: ['js-embedding'] }) } })).toEqual(['js-embedding/x']);
  });

  test('names the declaration that a requirement is about when the host made another one', () => {
    const poisoned = sampleFixture(
      'lifecycle/p',
      ...call('expect = { any = [ { rejected = "call", reason = "poisoned", when = { afterTrap = "poisoned" } } ] }'),
    );
    const [planned] = makePlan(input({ fixtures: [poisoned] })).cases;
    expect(planned?.missing).toEqual(['declares:afterTrap=poisoned']);
  });

  test.each([
    ['#code', ['memory/b#code', 'traps/t#code']],
    ['cpu/**', ['cpu/loop@fuel', 'cpu/loop@time']],
    ['*/a', ['memory/a']],
    ['traps/t', ['traps/t', 'traps/t#code']],
    ['[', []],
  ])('is narrowed by %s', (filter, expected) => {
    expect(ids({ selection: { filters: [filter] } })).toEqual(expected);
  });

  test('marks what rests on time', () => {
    const sensitive = makePlan(input())
      .cases.filter((planned) => planned.sensitive)
      .map(({ id }) => id);
    expect(sensitive).toEqual(['cpu/loop@time']);
  });

  test('has a digest of all that decides its verdicts, and of nothing else', () => {
    const digest = (changes: Partial<PlanInput> = {}): string => makePlan(input(changes)).digest;
    const other = sampleFixture('memory/a', 'title = "another"', ...returns);
    expect(digest({ fixtures: fixtures.toReversed() })).toBe(digest());
    const elsewhere = sampleHost();
    expect(digest({ host: { description: { ...elsewhere, host: { ...elsewhere.host, os: 'plan9' } } } })).toBe(
      digest(),
    );
    expect(digest({ fixtures: [other, ...fixtures.slice(1)] })).not.toBe(digest());
    expect(digest({ version: '2' })).not.toBe(digest());
    expect(digest({ options: { graceMs: 1 } })).not.toBe(digest());
    expect(digest({ host: { description: sampleHost({ features: ['simd'] }) } })).not.toBe(digest());
  });
});

describe('shards', () => {
  test('are a partition that keeps executions together, for any number of them', () => {
    const many = Array.from({ length: 60 }, (_, index) =>
      sampleFixture(`traps/case-${index}`, ...call('expect = { trapped = "unreachable" }')),
    );
    const plan = makePlan(input({ fixtures: many }));
    const durations = fc.option(fc.dictionary(fc.constantFrom(...plan.cases.map(({ id }) => id)), fc.nat(1000)), {
      nil: undefined,
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), durations, (count, known) => {
        const shards = Array.from({ length: count }, (_, index) => shardOf(plan, { index: index + 1, count }, known));
        const seen = shards.flat().map(({ id }) => id);
        expect(seen.toSorted()).toEqual(plan.cases.map(({ id }) => id).toSorted());
        for (const shard of shards) {
          for (const { id } of shard.filter(({ aspect }) => aspect === 'code')) {
            expect(shard.map((planned) => planned.id)).toContain(id.replace('#code', ''));
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  test('balance what took long', () => {
    const many = Array.from({ length: 8 }, (_, index) => sampleFixture(`memory/case-${index}`, ...returns));
    const plan = makePlan(input({ fixtures: many }));
    const durations = Object.fromEntries(plan.cases.map(({ id }) => [id, id === 'memory/case-0' ? 700 : 100]));
    const shards = [1, 2].map((index) => shardOf(plan, { index, count: 2 }, durations).map(({ id }) => id));
    expect(shards.map((shard) => shard.length).sort()).toEqual([1, 7]);
  });
});

test('a filter without a star is a part of an id', () => {
  expect(matchesFilter('grow', { id: 'memory/grow@fuel', fixture: 'memory/grow' })).toBe(true);
  expect(matchesFilter('memory/*', { id: 'memory/grow@fuel', fixture: 'memory/grow' })).toBe(true);
  expect(matchesFilter('mem*', { id: 'memory/grow', fixture: 'memory/grow' })).toBe(false);
});
