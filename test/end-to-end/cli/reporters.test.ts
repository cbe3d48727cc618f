import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'tap-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { reportSchema } from '../../../src/contract/report.ts';
import { alteredHost, cli, type Ended, freshFolder, harmless } from '../../support/cli.ts';

const folder = freshFolder();
const base = ['run', '--fixtures', harmless, '--host', alteredHost('--wrong', '4')];
const written = (file: string): string => readFileSync(join(folder, file), 'utf8');

const files = {
  json: 'reports/report.json',
  junit: 'reports/junit.xml',
  markdown: 'reports/summary.md',
  tap: 'reports/report.tap',
  ctrf: 'reports/ctrf.json',
  github: 'reports/commands.txt',
};

let ended: Ended;

beforeAll(async () => {
  const args = Object.entries(files).flatMap(([name, file]) => ['-r', `${name}=${file}`]);
  ended = await cli([...base, '-r', 'pretty', ...args], { cwd: folder });
});

describe('all reporters at once', () => {
  test('leave the exit code and stdout as they are', () => {
    expect(ended.code).toBe(1);
    expect(ended.stdout).toContain('5 passed, 1 failed of 6');
    expect(ended.stderr).toBe('');
  });

  test('json: the report', () => {
    const report = reportSchema.parse(JSON.parse(written(files.json)));
    expect(report.summary.byVerdict).toMatchObject({ pass: 5, fail: 1 });
  });

  test('junit: a failure among six', () => {
    expect(written(files.junit)).toMatch(/<testsuites [^>]*tests="6" failures="1" errors="0"/);
    expect(written(files.junit)).toContain('repeat it with: npx sandproof repro memory/harmless-4');
  });

  test('markdown: the failure in a table', () => {
    expect(written(files.markdown)).toContain('| suite | pass | fail |');
    expect(written(files.markdown)).toContain('`memory/harmless-4`');
  });

  test('tap: what a TAP parser reads', () => {
    const { count, fail, ok, plan } = Parser.parse(written(files.tap)).reduce(
      (sum, [event, value]) => (event === 'complete' ? value : sum),
      { count: 0, fail: 0, ok: true, plan: {} } as { count: number; fail: number; ok: boolean; plan: object },
    );
    expect({ count, fail, ok, plan }).toMatchObject({ count: 6, fail: 1, ok: false, plan: { start: 1, end: 6 } });
  });

  test('ctrf: the counts', () => {
    expect(JSON.parse(written(files.ctrf)).results.summary).toMatchObject({ tests: 6, passed: 5, failed: 1 });
  });

  test('github: one annotation', () => {
    expect(written(files.github).match(/^::error /gm)).toHaveLength(1);
    expect(written(files.github)).toContain('title=memory/harmless-4::');
  });
});

test('json on stdout is JSON and nothing else, whatever the environment asks for', async () => {
  const { code, stdout, stderr } = await cli([...base, '-r', 'json'], { env: { FORCE_COLOR: '1', DEBUG: '*' } });
  expect(reportSchema.parse(JSON.parse(stdout)).cases).toHaveLength(6);
  expect(stderr).toBe('');
  expect(code).toBe(1);
});

test('an earlier report is replaced, not added to', async () => {
  await cli([...base, '--filter', 'harmless-1', '-r', 'json=reports/report.json'], { cwd: folder });
  expect(JSON.parse(written(files.json)).cases).toHaveLength(1);
});
