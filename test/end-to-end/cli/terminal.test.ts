import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { alteredHost, cli, folderWith, freshFolder, harmless } from '../../support/cli.ts';
import { fixtureText } from '../../support/fixture-text.ts';

/** What a terminal would act on, but for line breaks and tabs. */
const active = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const sequence = '\u001b[';

describe('colour', () => {
  const run = ['run', '--fixtures', harmless, '--filter', 'harmless-1'];

  test('is off where nobody looks', async () => {
    expect((await cli(run)).stdout).not.toContain(sequence);
  });

  test('is on where FORCE_COLOR says so, and never on stderr', async () => {
    const { stdout, stderr } = await cli(run, { env: { FORCE_COLOR: '1' } });
    expect(stdout).toContain(`${sequence}32m`);
    expect(stderr).toBe('');
  });

  test('is off where NO_COLOR says so, whatever else does', async () => {
    expect((await cli(run, { env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).stdout).not.toContain(sequence);
  });

  test('is of the text of guests as well', async () => {
    const explain = ['explain', 'memory/harmless-1', '--fixtures', harmless];
    expect((await cli(explain, { env: { FORCE_COLOR: '1' } })).stdout).toContain(sequence);
    expect((await cli(explain)).stdout).not.toContain(sequence);
  });
});

describe('nothing that a fixture says acts on a terminal:', () => {
  const hostile = String.raw`\u001b[31m \u0007 \u202e \u009b2J`;
  const guest = '(module ;; \u001b[2J \u009b2J\n  (func (export "answer") (result i32) (i32.const 21)))';
  const header = [
    `title = "odd ${hostile}"`,
    `evidence = ["see ${hostile}"]`,
    `row = "row ${hostile}"`,
    '[[step]]',
    'call = "answer"',
    'expect = { returned = ["i32:22"] }',
  ];
  const cwd = folderWith({ 'fixtures/memory/odd.wat': fixtureText(header, guest) });

  test('run, whatever the reporter', async () => {
    const reporters = ['json', 'junit', 'tap', 'ctrf', 'github', 'markdown'];
    const files = reporters.flatMap((name) => ['-r', `${name}=reports/${name}`]);
    const { stdout, stderr } = await cli(['run', '--fixtures', 'fixtures', '-r', 'pretty', ...files], { cwd });
    const written = reporters.map((name) => readFileSync(join(cwd, 'reports', name), 'utf8'));
    for (const text of [stdout, ...written]) {
      expect(text).toContain('memory/odd');
      expect(text).not.toMatch(active);
    }
    expect(stderr).toBe('');
  });

  test.each([['list'], ['list', '--json'], ['explain', 'memory/odd'], ['repro', 'memory/odd']])(
    '%s %s',
    async (...args) => {
      const { stdout, stderr } = await cli([...args, '--fixtures', 'fixtures'], { cwd });
      expect(stdout).toContain('odd');
      expect(stdout + stderr).not.toMatch(active);
    },
  );

  test('errors', async () => {
    const wrong = folderWith({ 'fixtures/memory/odd.wat': fixtureText(['"\\u001b[31m" = 1', 'title = "odd"']) });
    const { stderr, code } = await cli(['run', '--fixtures', 'fixtures'], { cwd: wrong });
    expect(stderr).toContain('unknown key');
    expect(stderr).not.toMatch(active);
    expect(code).toBe(3);
  });
});

describe('nothing that a host says acts on a terminal:', () => {
  const host = alteredHost('--wrong', '3', '--says', encodeURIComponent('\u001b[31m\u0007\u009b2J'));

  test.each([
    ['run', '--fixtures', harmless],
    ['repro', 'memory/harmless-3', '--fixtures', harmless],
    ['doctor'],
    ['doctor', '--json'],
  ])('%s %s', async (...args) => {
    const { stdout, stderr } = await cli([...args, '--host', host], { cwd: freshFolder() });
    expect(stdout).toContain('altered');
    expect(stdout + stderr).not.toMatch(active);
  });

  test('what it writes before it ends without a hello', async () => {
    const dying = `node --eval 'console.error("last\\u001b[31m words\\u0007");process.exit(3)'`;
    const { stdout, stderr, code } = await cli(['run', '--fixtures', harmless, '--host', dying]);
    expect(stderr).toContain('last\\u{1b}[31m words');
    expect(stdout + stderr).not.toMatch(active);
    expect(code).toBe(2);
  });
});
