import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Matrix, matrixSchema } from '../../../src/contract/matrix.ts';
import { alteredHost, cli, folderWith, freshFolder, harmless } from '../../support/cli.ts';

const readMatrix = (file: string): Matrix => matrixSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

/** A manifest for a host of the tests, so that it has a name without blanks. */
const manifestOf = (command: readonly string[]): string =>
  `name = "sample"\nsummary = "a sample"\nkind = "stdio"\ncommand = ${JSON.stringify(command)}\n`;

describe('matrix', () => {
  test('runs hosts one after the other and reports them together', async () => {
    const cwd = freshFolder();
    const wrong = alteredHost('--wrong', '3');
    const { code, stdout, stderr } = await cli(
      ['matrix', '--fixtures', harmless, '--hosts', 'reference', '--hosts', wrong, '-r', 'pretty', '-r', 'json=m.json'],
      { cwd },
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/^reference [\d.]+ +(\d+)\/\1$/m);
    expect(stdout).toMatch(/^memory\/harmless-3 /m);
    expect(stdout).toMatch(/^ {2}altered failed: /m);
    expect(stderr).toMatch(/^reference: \d+ passed, 0 to be looked at, of \d+ in [\d.]+ s$/m);
    const { hosts } = readMatrix(join(cwd, 'm.json'));
    expect(hosts.map(({ host, summary }) => [host.description?.host.name, summary.byVerdict.fail])).toEqual([
      ['reference', 0],
      ['altered', 1],
    ]);
  });

  test('keeps a place for a host that never starts, goes on, and exits 2', async () => {
    const cwd = folderWith({ 'gone.toml': manifestOf([process.execPath, '--eval', '0']) });
    const args = ['matrix', '--fixtures', harmless, '--hosts', 'gone.toml,reference', '-r', 'json=m.json'];
    const { code } = await cli(args, { cwd });
    expect(code).toBe(2);
    const { hosts } = readMatrix(join(cwd, 'm.json'));
    expect(hosts.map(({ cases, problems }) => [cases.length > 0, problems.map(({ kind }) => kind)])).toEqual([
      [false, ['host-start']],
      [true, []],
    ]);
  });

  test('takes selections', async () => {
    const { code, stdout } = await cli(['matrix', '--hosts', 'reference', 'memory/grow-beyond-limit']);
    expect(code).toBe(0);
    expect(stdout).toContain('1/1');
  });

  test.each([
    [['--hosts', 'reference,reference'], /names 'reference' twice/],
    [['--hosts', 'reference,'], /empty name/],
    [['--hosts', 'refrence'], /did you mean 'reference'/],
    [
      ['--hosts', 'reference', '-r', 'junit'],
      /'junit' tells of one host at a time\n {2}for several: json, markdown, pretty/,
    ],
  ])('%j is wrong usage', async (args, message) => {
    const { code, stderr } = await cli(['matrix', ...args]);
    expect(code).toBe(3);
    expect(stderr).toMatch(message);
  });
});
