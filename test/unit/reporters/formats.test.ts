import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { validate as validateCtrf } from 'ctrf';
import { Parser as TapParser } from 'tap-parser';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { loadReporter } from '../../../src/cli/discovery.ts';
import { type CaseResult, type Report, reportSchema } from '../../../src/contract/report.ts';
import { type Verdict, verdicts } from '../../../src/contract/verdict.ts';
import { packageRoot } from '../../../src/support/paths.ts';
import { reportWith } from '../../support/report-with.ts';
import { sampleReport, sampleResult } from '../../support/samples.ts';

/** Reports are read by the tools that are meant to read them. */

const one = (verdict: Verdict, changes: Partial<CaseResult> = {}): CaseResult =>
  sampleResult({
    id: `memory/${verdict}`,
    verdict,
    ...(verdict === 'pass' ? {} : { message: 'a <message> & "more"\nof it' }),
    ...(verdict === 'fail' ? { cause: 'outcome' as const, expected: 'returned ()' } : {}),
    ...(verdict === 'unsupported' ? { missing: ['gc'] } : {}),
    observations: [{ kind: 'late', violation: true, message: 'it came late ]]>' }],
    ...changes,
  });

const all = [...verdicts.map((verdict) => one(verdict)), one('pass', { id: 'cpu/a@fuel', suite: 'cpu' })];
const everything: Report = sampleReport(all, { problems: [{ kind: 'interrupted', message: 'stopped <here>' }] });
const write = async (name: string, report = everything): Promise<string> =>
  reportWith(await loadReporter(name), report);

describe('junit', () => {
  const schema = readFileSync(join(packageRoot, 'test/support/junit.xsd'), 'utf8');

  test.each([
    ['with every verdict', everything],
    ['without cases', sampleReport([])],
  ])('%s is valid in the dialect of its readers, with unique names', async (_, report) => {
    const xml = await write('junit', report);
    const result = await validateXML({ xml: { fileName: 'report.xml', contents: xml }, schema });
    expect(result.errors).toEqual([]);
    expect(result.valid).toBe(true);
  });

  test('counts what its readers count', async () => {
    const xml = await write('junit');
    expect(/<testsuite name="sandproof\.memory"[^>]*>/.exec(xml)?.[0]).toMatch(
      /tests="7" failures="2" errors="2" skipped="2"/,
    );
  });

  test('a schema that takes everything would prove nothing', async () => {
    const xml = (await write('junit')).replace('<testsuites', '<testsuites skipped="1"');
    const result = await validateXML({ xml: { fileName: 'report.xml', contents: xml }, schema });
    expect(result.valid).toBe(false);
  });
});

describe('tap', () => {
  const parse = (
    text: string,
  ): Promise<{
    ok: boolean;
    count: number;
    pass: number;
    fail: number;
    skip: number;
    todo: number;
    bailout: unknown;
  }> =>
    new Promise((resolve) => {
      const parser = new TapParser({ strict: true }, (results) => resolve(results as never));
      Readable.from([text]).pipe(parser as unknown as NodeJS.WritableStream);
    });

  test('is read in strict mode, and counts what it should', async () => {
    const results = await parse(await write('tap', sampleReport(all)));
    expect(results).toMatchObject({ count: 8, skip: 1, todo: 1, ok: false });
    // Passed: two passes and what is unsupported (skipped); failed: all the others, the known failure as TODO.
    expect(results).toMatchObject({ pass: 3, fail: 5 });
  });

  test('of passes only is ok', async () => {
    expect(await parse(await write('tap', sampleReport([one('pass')])))).toMatchObject({ ok: true, count: 1, fail: 0 });
  });

  test('bails out when the run is broken', async () => {
    expect(await parse(await write('tap'))).toMatchObject({ bailout: expect.stringContaining('stopped') });
  });
});

describe('ctrf', () => {
  test('is valid by its own package, and adds up', async () => {
    const report = JSON.parse(await write('ctrf'));
    const result = validateCtrf(report);
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    const { summary, tests } = report.results;
    expect(summary.passed + summary.failed + summary.skipped + summary.pending + summary.other).toBe(summary.tests);
    expect(tests).toHaveLength(summary.tests);
    expect(summary).toMatchObject({ passed: 2, failed: 3, skipped: 1, pending: 1, other: 1 });
  });
});

describe('json', () => {
  test('is the report, by its schema', async () => {
    const written = JSON.parse(await write('json'));
    expect(reportSchema.parse(written)).toEqual(everything);
  });
});

describe('github', () => {
  const commands = async (report: Report): Promise<string[]> => (await write('github', report)).trim().split('\n');

  test('keeps within ten annotations of a kind, and says how many there are more', async () => {
    const many = Array.from({ length: 25 }, (_, index) => one('fail', { id: `memory/case-${index}` }));
    const weak = Array.from({ length: 12 }, (_, index) => one('fail', { id: `cpu/case-${index}`, level: 'should' }));
    const lines = await commands(
      sampleReport([...many, ...weak], { problems: [{ kind: 'interrupted', message: 'x' }] }),
    );
    const count = (kind: string): number => lines.filter((line) => line.startsWith(`::${kind} `)).length;
    expect(count('error')).toBe(10);
    expect(count('warning')).toBe(10);
    expect(count('notice')).toBe(1);
    expect(lines.join('\n')).toContain('and 17 more: memory/case-8');
    expect(lines.join('\n')).toContain('and 3 more');
  });

  test('points at the step of the fixture', async () => {
    const lines = await commands(
      sampleReport([one('fail', { message: 'call f: wrong (wat-fixtures/memory/a.wat:12)' })]),
    );
    expect(lines[0]).toMatch(/^::error file=wat-fixtures\/memory\/a\.wat,line=12,title=memory\/fail::/);
  });

  test('a message is one command, whatever stands in it', async () => {
    const lines = await commands(sampleReport([one('fail', { message: 'a\n::error::forged%0A' })]));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('%250A');
  });
});

describe('markdown', () => {
  test('fits what GitHub takes, however much failed', async () => {
    const many = Array.from({ length: 4000 }, (_, index) =>
      one('fail', { id: `memory/case-${index}`, message: 'é'.repeat(600) }),
    );
    const text = await write('markdown', sampleReport(many));
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text).toMatch(/…and \d+ more, which the JSON report has/);
  });

  test('shows text of guests as text', async () => {
    const text = await write(
      'markdown',
      sampleReport([one('fail', { message: '<img src=x> [a](javascript:b) @team `c` | d https://e' })]),
    );
    for (const live of ['<img', '[a](', '@team', 'https://']) {
      expect(text).not.toContain(live);
    }
  });
});

describe('pretty', () => {
  test('names each failure with what repeats it, and groups what is unsupported', async () => {
    const text = await write('pretty');
    expect(text).toContain('✗ memory/fail');
    expect(text).toContain('npx sandproof repro');
    expect(text).toMatch(/1 {2}gc/);
    expect(text).toContain('problem: stopped <here>');
    expect(text).toContain('not conformant');
  });

  test('colours where it may, and shows progress on one line where someone looks', async () => {
    const module = await loadReporter('pretty');
    expect(await reportWith(module, everything, { color: true })).toContain('\u001b[31m');
    const live = await reportWith(module, everything, { terminal: { columns: 40 } });
    expect(live).toContain('\r\u001b[2K');
    expect(live.split('\n').at(-2)).not.toContain('\r');
  });
});
