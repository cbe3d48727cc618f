import { describe, expect, test } from 'vitest';
import { loadReporter, reporterNames } from '../../../src/cli/discovery.ts';
import { type Matrix, matrixSchema } from '../../../src/contract/matrix.ts';
import type { CaseResult } from '../../../src/contract/report.ts';
import { rowsOf, suitesOf, unmetOf } from '../../../src/reporters/text/matrix-rows.ts';
import { sampleHost, sampleReport, sampleResult } from '../../support/samples.ts';

const hostile = 'evil|<b>`x`\u001b[2J';

const result = (id: string, verdict: CaseResult['verdict'], changes: Partial<CaseResult> = {}): CaseResult =>
  sampleResult({
    id,
    suite: id.split('/')[0] ?? '',
    verdict,
    title: `what ${id} asks`,
    ...(verdict === 'pass' ? {} : { message: `it returned ${hostile}` }),
    ...changes,
  });

const hostNamed = (name: string, cases: readonly CaseResult[]) => {
  const description = sampleHost();
  return sampleReport(cases, {
    host: { name, description: { ...description, host: { ...description.host, name, version: '2.0.0' } } },
  });
};

const matrix: Matrix = {
  schema: 'sandproof/matrix@1',
  hosts: [
    hostNamed('good', [result('memory/a', 'pass'), result('memory/b', 'pass'), result('cpu/c', 'pass')]),
    hostNamed('bad', [
      result('memory/a', 'fail'),
      result('memory/b', 'xfail', { level: 'should' }),
      result('cpu/c', 'unsupported'),
    ]),
    hostNamed('core-less', [result('memory/a', 'fail')]),
    sampleReport([], { host: { name: 'gone' }, problems: [{ kind: 'host-start', message: `no ${hostile}` }] }),
  ],
};

const written = async (name: string, color = false): Promise<string> => {
  let text = '';
  const write = async (more: string): Promise<void> => {
    text += more;
  };
  const { matrix: show } = await loadReporter(name);
  await show?.(matrix, { write, terminal: undefined, color, environment: {} });
  return text;
};

test('rows count what passed of what a host has all for', () => {
  expect(suitesOf(matrix)).toEqual(['memory', 'cpu']);
  expect(rowsOf(matrix).map(({ name, suites }) => [name, ...suites])).toEqual([
    ['good', { passed: 2, run: 2, isBad: false }, { passed: 1, run: 1, isBad: false }],
    ['bad', { passed: 0, run: 2, isBad: true }, { passed: 0, run: 0, isBad: false }],
    ['core-less', { passed: 0, run: 1, isBad: true }, undefined],
    ['gone', undefined, undefined],
  ]);
});

test('unmet requirements come once, with all hosts that do not meet them, must before should', () => {
  expect(unmetOf(matrix).map(({ id, hosts }) => [id, ...hosts.map(({ name }) => name)])).toEqual([
    ['memory/a', 'bad', 'core-less'],
    ['memory/b', 'bad'],
  ]);
});

describe('reporters that tell of several hosts', () => {
  test.each(['pretty', 'markdown'])(
    '%s names hosts, suites, unmet requirements and problems, and escapes',
    async (name) => {
      const text = await written(name);
      for (const part of ['good', 'core', 'gone', 'memory', 'cpu', 'memory/a', '2/2', '0/2']) {
        expect(text).toContain(part);
      }
      expect(text).not.toContain('\u001b');
      expect(text).toMatch(/it returned evil/);
      expect(text).toMatch(/no evil/);
    },
  );

  test('markdown keeps its table whole whatever a host says', async () => {
    const text = await written('markdown');
    expect(text).not.toContain('<b>');
    const table = text.split('\n').filter((line) => line.startsWith('| '));
    const columns = (line: string): number => line.replaceAll('\\|', '').split('|').length;
    expect(new Set(table.slice(0, 5).map(columns)).size).toBe(1);
    expect(new Set(table.slice(5).map(columns))).toEqual(new Set([5]));
  });

  test('pretty uses colour where it is wanted', async () => {
    expect(await written('pretty', true)).toContain('\u001b[31m');
  });

  test('json writes what its schema says', async () => {
    expect(matrixSchema.parse(JSON.parse(await written('json')))).toEqual(matrix);
  });

  test('there are three', async () => {
    const able = await Promise.all(
      reporterNames().map(async (name) => ((await loadReporter(name)).matrix === undefined ? [] : [name])),
    );
    expect(able.flat()).toEqual(['json', 'markdown', 'pretty']);
  });
});
