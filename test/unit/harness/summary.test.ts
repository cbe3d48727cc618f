import { describe, expect, test } from 'vitest';
import type { Level } from '../../../src/contract/fixture.ts';
import type { CaseResult } from '../../../src/contract/report.ts';
import type { Verdict } from '../../../src/contract/verdict.ts';
import { exitCodeOf, summarise } from '../../../src/harness/summary.ts';
import { sampleHost, sampleReport, sampleResult } from '../../support/samples.ts';

const result = (verdict: Verdict, level: Level = 'must'): CaseResult => sampleResult({ verdict, level });
const code = (
  cases: readonly CaseResult[],
  failOn: Level = 'must',
  problems: { kind: string; message: string }[] = [],
): number => exitCodeOf({ ...sampleReport(cases), problems }, failOn, () => false);

describe('the exit code', () => {
  test.each<readonly [Verdict, Level, number]>([
    ['pass', 'must', 0],
    ['unsupported', 'must', 0],
    ['xfail', 'must', 0],
    ['fail', 'must', 1],
    ['fail', 'should', 0],
    ['xpass', 'may', 1],
    ['notrun', 'may', 2],
    ['harness-error', 'should', 2],
  ])('of %s at %s is %i', (verdict, level, expected) => {
    expect(code([result('pass'), result(verdict, level)])).toBe(expected);
  });

  test('counts weaker levels when asked to', () => {
    expect(code([result('fail', 'should')], 'should')).toBe(1);
    expect(code([result('fail', 'may')], 'should')).toBe(0);
    expect(code([result('fail', 'may')], 'may')).toBe(1);
  });

  test('is the most urgent where several apply: 3, then 2, then 1', () => {
    const problem = (kind: string) => [{ kind, message: 'm' }];
    expect(code([result('fail')], 'must', problem('interrupted'))).toBe(2);
    expect(code([result('fail')], 'must', [...problem('interrupted'), ...problem('expectations')])).toBe(3);
    expect(code([result('fail'), result('notrun')])).toBe(2);
  });

  test('is 1 below a floor, unless that is known', () => {
    const host = sampleHost({ limits: { memoryBytes: { supported: true } } });
    const report = { ...sampleReport([result('pass')]), summary: summarise([result('pass')], host, [], false) };
    expect(exitCodeOf(report, 'must', () => false)).toBe(1);
    expect(exitCodeOf(report, 'must', (profile) => profile === 'core')).toBe(0);
  });

  test('is 0 below a floor where only a part was run: it is the whole that is judged by it', () => {
    const host = sampleHost({ limits: { memoryBytes: { supported: true } } });
    const whole = { ...sampleReport([result('pass')]), summary: summarise([result('pass')], host, [], true) };
    const { plan } = whole;
    const shard = { index: 1, count: 2, cases: 1 };
    expect(exitCodeOf({ ...whole, plan: { ...plan, selection: ['suite traps'] } }, 'must', () => false)).toBe(0);
    expect(exitCodeOf({ ...whole, plan: { ...plan, shard } }, 'must', () => false)).toBe(0);
  });
});

describe('conformance', () => {
  const conformant = (cases: readonly CaseResult[], host = sampleHost(), isPartial = false): boolean =>
    summarise(cases, host, [], isPartial).conformant;

  test.each<readonly [Verdict, Level, boolean]>([
    ['pass', 'must', true],
    ['unsupported', 'must', true],
    ['fail', 'should', true],
    ['xfail', 'must', false],
    ['fail', 'must', false],
    ['notrun', 'must', false],
    ['harness-error', 'must', false],
  ])('with %s at %s is %s', (verdict, level, expected) => {
    expect(conformant([result('pass'), result(verdict, level)])).toBe(expected);
  });

  test('needs a whole run, some case, and every floor', () => {
    expect(conformant([result('pass')], sampleHost(), true)).toBe(false);
    expect(conformant([])).toBe(false);
    expect(conformant([result('pass')], sampleHost({ limits: { fuel: { supported: true } } }))).toBe(false);
    expect(summarise([], sampleHost({ limits: {} }), [], false).belowFloor).toHaveLength(2);
  });

  test('counts each case once by verdict and once by level', () => {
    const cases = [result('pass'), result('fail', 'should'), result('xfail', 'may'), result('pass', 'should')];
    const sums = summarise(cases, sampleHost(), [], false);
    expect(sums.byVerdict).toMatchObject({ pass: 2, fail: 1, xfail: 1, notrun: 0 });
    expect(sums.byLevel.should).toMatchObject({ pass: 1, fail: 1 });
    const total = Object.values(sums.byLevel)
      .flatMap((counts) => Object.values(counts))
      .reduce((a, b) => a + b, 0);
    expect(total).toBe(sums.total);
  });
});
