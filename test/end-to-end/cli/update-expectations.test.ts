import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { alteredHost, cli, folderWith, freshFolder, harmless } from '../../support/cli.ts';

const run = (...args: readonly string[]): string[] => ['run', '--fixtures', harmless, ...args];

describe('--update-expectations', () => {
  test('writes what fails, so that the next run exits 0', async () => {
    const cwd = freshFolder();
    const args = run('--host', alteredHost('--wrong', '2'));
    expect((await cli([...args, '--update-expectations'], { cwd })).code).toBe(0);
    const text = readFileSync(join(cwd, 'expectations', 'altered.toml'), 'utf8');
    expect(text).toContain('case = "memory/harmless-2"');
    expect(text).toContain('not looked into yet');
    expect((await cli(args, { cwd })).code).toBe(0);
  });

  test('writes that a host is below the floor of a profile', async () => {
    const cwd = freshFolder();
    const args = run('--host', alteredHost('--no-memory-limit'));
    expect((await cli(args, { cwd })).code).toBe(1);
    await cli([...args, '--update-expectations'], { cwd });
    expect(readFileSync(join(cwd, 'expectations', 'altered.toml'), 'utf8')).toContain('case = "floor:core"');
    expect((await cli(args, { cwd })).code).toBe(0);
    await cli([...args, '--update-expectations'], { cwd });
    expect((await cli(args, { cwd })).code).toBe(0);
  });

  test('keeps the reasons that are known, and drops what passes now', async () => {
    const known = (name: string): string =>
      `[[known]]\ncase = "memory/${name}"\ncause = "outcome"\noutcome = "returned"\nreason = "why of ${name}"\nlink = "not reported"\n`;
    const cwd = folderWith({ 'known.toml': known('harmless-2') + known('harmless-4') });
    const args = run('--host', alteredHost('--wrong', '2'), '--expectations', 'known.toml');
    expect((await cli([...args, '--update-expectations'], { cwd })).code).toBe(0);
    const text = readFileSync(join(cwd, 'known.toml'), 'utf8');
    expect(text).toContain('why of harmless-2');
    expect(text).not.toContain('harmless-4');
    expect((await cli(args, { cwd })).code).toBe(0);
  });

  test.each([
    ['a selection', ['--filter', 'harmless-2']],
    ['a part', ['--shard', '1/2']],
  ])('refuses %s before it runs anything', async (_, narrow) => {
    const cwd = freshFolder();
    const { code, stdout, stderr } = await cli(run(...narrow, '--update-expectations'), { cwd });
    expect(stderr).toContain('known failures are only written from a whole run');
    expect(stdout).toBe('');
    expect(code).toBe(3);
    expect(existsSync(join(cwd, 'expectations'))).toBe(false);
  });
});
