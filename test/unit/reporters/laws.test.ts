import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadReporter, reporterNames } from '../../../src/cli/discovery.ts';
import { levels } from '../../../src/contract/fixture.ts';
import type { CaseResult, Report } from '../../../src/contract/report.ts';
import { causes, verdicts } from '../../../src/contract/verdict.ts';
import { reportWith } from '../../support/report-with.ts';
import { sampleReport, sampleResult } from '../../support/samples.ts';

/** What every reporter must satisfy, whatever guests and hosts make up. */

const names = reporterNames();

/** Text as a guest would choose it. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\u001b[31mred\u001b[0m',
    '\u001b]8;;http://example.org\u0007link\u001b]8;;\u0007',
    'a\r\nok 7 - forged',
    '::error title=forged::text',
    '%0A::error::x',
    '<script>alert(1)</script>',
    ']]>',
    '![x](javascript:alert(1)) | @everyone `code`',
    '# SKIP nothing',
    '\ud800',
    '\u202egnp.exe',
    '\u0000',
  ),
);

const result: fc.Arbitrary<CaseResult> = fc
  .record({
    verdict: fc.constantFrom(...verdicts),
    cause: fc.option(fc.constantFrom(...causes), { nil: undefined }),
    level: fc.constantFrom(...levels),
    message: fc.option(hostile, { nil: undefined }),
    expected: fc.option(hostile, { nil: undefined }),
    weakness: fc.option(hostile, { nil: undefined }),
    observation: hostile,
    durationMs: fc.double({ min: 0, max: 100_000, noNaN: true }),
  })
  .map(({ observation, cause, message, expected, weakness, ...rest }) =>
    sampleResult({
      ...rest,
      ...(cause === undefined ? {} : { cause }),
      ...(message === undefined ? {} : { message }),
      ...(expected === undefined ? {} : { expected }),
      ...(weakness === undefined ? {} : { weakness }),
      ...(rest.verdict === 'unsupported' ? { missing: ['gc'] } : {}),
      observations: [{ kind: 'late', violation: true, message: observation }],
    }),
  );

const report: fc.Arbitrary<Report> = fc
  .tuple(fc.array(result, { maxLength: 30 }), fc.array(hostile, { maxLength: 3 }), hostile)
  .map(([cases, problems, name]) =>
    sampleReport(
      cases.map((each, index) => ({ ...each, id: `memory/case-${index}` })),
      { host: { name }, problems: problems.map((message) => ({ kind: 'interrupted', message })) },
    ),
  );

/** Control characters that a terminal or a log would act on; line feeds are the reporter's own. */
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe.each(names)('the reporter %s', (name) => {
  test('writes what no terminal acts on, whatever stands in a report', async () => {
    const module = await loadReporter(name);
    await fc.assert(
      fc.asyncProperty(report, async (each) => {
        const text = await reportWith(module, each);
        expect(text.isWellFormed()).toBe(true);
        // JSON escapes what is not printable, and is read by programs.
        const shown = name === 'json' || name === 'ctrf' ? text.replace(/\\u[0-9a-f]{4}/g, '') : text;
        expect(control.exec(shown)?.[0]).toBe(undefined);
        expect(text.endsWith('\n')).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('writes the same for the same report', async () => {
    const module = await loadReporter(name);
    const each = sampleReport([sampleResult(), sampleResult({ id: 'memory/b', verdict: 'fail', cause: 'outcome' })]);
    expect(await reportWith(module, each)).toBe(await reportWith(module, each));
  });

  test('names every failure, unless a limit of its reader forbids', async () => {
    const module = await loadReporter(name);
    const cases = Array.from({ length: 5 }, (_, index) =>
      sampleResult({ id: `memory/failed-${index}`, verdict: 'fail', cause: 'outcome', message: 'why' }),
    );
    const text = await reportWith(module, sampleReport(cases));
    for (const { id } of cases) {
      expect(text).toContain(id);
    }
  });

  test('takes a report without cases, and one of many', async () => {
    const module = await loadReporter(name);
    await expect(reportWith(module, sampleReport([]))).resolves.toBeTypeOf('string');
    const many = Array.from({ length: 5000 }, (_, index) =>
      sampleResult({ id: `memory/case-${index}`, verdict: 'fail', cause: 'outcome', message: 'x'.repeat(500) }),
    );
    await expect(reportWith(module, sampleReport(many))).resolves.toBeTypeOf('string');
  });

  test('fails when what it writes to fails', async () => {
    const module = await loadReporter(name);
    const write = (): Promise<void> => Promise.reject(new Error('the disk is full'));
    const cases = [sampleResult({ verdict: 'fail', cause: 'outcome' })];
    await expect(reportWith(module, sampleReport(cases), { write })).rejects.toThrow('the disk is full');
  });
});
