import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KitError } from '../../../src/contract/errors.ts';
import type { Report } from '../../../src/contract/report.ts';
import { mergeReports, type Part } from '../../../src/harness/merge.ts';
import { makePlan, shardOf } from '../../../src/harness/plan.ts';
import { sampleFixture, sampleHost, sampleReport, sampleResult } from '../../support/samples.ts';

const trap = ['[[step]]', 'call = "f"', 'expect = { trapped = "unreachable" }'];
const fixtures = Array.from({ length: 40 }, (_, index) =>
  sampleFixture(`${['memory', 'cpu', 'traps'][index % 3]}/case-${index}`, ...(index % 2 === 0 ? trap : [])),
);
const plan = makePlan({ version: '1', fixtures, host: { description: sampleHost() }, selection: {}, options: {} });

const partsOf = (count: number): Part[] =>
  Array.from({ length: count }, (_, index) => {
    const cases = shardOf(plan, { index: index + 1, count });
    const results = cases.map(({ id, suite, level }) => sampleResult({ id, suite, level }));
    const report = sampleReport(results, {
      plan: {
        digest: plan.digest,
        cases: plan.cases.length,
        shard: { index: index + 1, count, cases: cases.length },
        selection: [],
      },
    });
    return { file: `part-${index + 1}.json`, report };
  });

const failure = (parts: readonly Part[]): KitError => {
  try {
    mergeReports(parts);
  } catch (error) {
    if (error instanceof KitError) {
      return error;
    }
    throw error;
  }
  throw new Error('these were merged');
};

const changed = (parts: readonly Part[], index: number, change: (report: Report) => Report): Part[] =>
  parts.map((part, at) => (at === index ? { ...part, report: change(part.report) } : part));

describe('merging', () => {
  test('the parts of a plan gives the plan, for any number of parts in any order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.infiniteStream(fc.nat()), (count, random) => {
        const shuffled = partsOf(count)
          .map((part) => ({ part, key: random.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ part }) => part);
        const merged = mergeReports(shuffled);
        expect(merged.cases.map(({ id }) => id)).toEqual(plan.cases.map(({ id }) => id));
        expect(merged.plan).toEqual({ digest: plan.digest, cases: plan.cases.length, selection: [] });
        expect(merged.summary.total).toBe(plan.cases.length);
      }),
      { numRuns: 60 },
    );
  });

  test.each<readonly [string, (parts: Part[]) => Part[], string]>([
    ['a part that is missing', (parts) => parts.slice(1), 'these are missing: 1'],
    [
      'a part that stands twice',
      (parts) => [...parts, { ...(parts[0] as Part), file: 'again.json' }],
      'stands in part-1.json too',
    ],
    [
      'another plan',
      (parts) => changed(parts, 1, (report) => ({ ...report, plan: { ...report.plan, digest: 'e'.repeat(64) } })),
      'another plan than part-1.json',
    ],
    [
      'a part that lacks cases',
      (parts) => changed(parts, 2, (report) => ({ ...report, cases: report.cases.slice(1) })),
      'planned were',
    ],
    [
      'a case that stands in two parts',
      (parts) =>
        changed(parts, 1, (report) => ({
          ...report,
          cases: [parts[0]?.report.cases[0] ?? sampleResult(), ...report.cases.slice(1)],
        })),
      'stands in part-1.json too',
    ],
    [
      'parts of another number',
      (parts) =>
        changed(parts, 1, (report) => ({
          ...report,
          plan: { ...report.plan, shard: { index: 2, count: 9, cases: report.cases.length } },
        })),
      'part 2 of 9',
    ],
    [
      'a whole run',
      (parts) => changed(parts, 0, ({ plan: { shard: _, ...rest }, ...report }) => ({ ...report, plan: rest })),
      'not of a part',
    ],
  ])('refuses %s', (_, change, message) => {
    const error = failure(change(partsOf(3)));
    expect(error.message).toContain(message);
    expect(error.exitCode).toBe(2);
  });

  test('keeps problems, and is not conformant with one', () => {
    const parts = changed(partsOf(2), 0, (report) => ({
      ...report,
      problems: [{ kind: 'interrupted', message: 'x' }],
    }));
    expect(mergeReports(parts)).toMatchObject({ problems: [{ kind: 'interrupted' }], summary: { conformant: false } });
    expect(mergeReports(partsOf(2)).summary.conformant).toBe(true);
  });
});
