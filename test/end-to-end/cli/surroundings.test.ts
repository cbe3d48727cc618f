import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli, freshFolder, harmless, startCli } from '../../support/cli.ts';

const run = ['run', '--fixtures', harmless];

describe('a run from anywhere', () => {
  test('leaves nothing behind, there or in the folder for temporary files', async () => {
    const [cwd, tmp] = [freshFolder(), freshFolder()];
    const { code } = await cli(['run', '--filter', 'memory/grow-beyond-limit'], { cwd, env: { TMPDIR: tmp } });
    expect(code).toBe(0);
    expect(readdirSync(cwd)).toEqual([]);
    expect(readdirSync(tmp)).toEqual([]);
  });

  test('takes paths from where it is started', async () => {
    const cwd = freshFolder();
    const { code } = await cli(['run', '--fixtures', relative(cwd, harmless), '-r', 'json=sub/report.json'], { cwd });
    expect(code).toBe(0);
    expect(readdirSync(join(cwd, 'sub'))).toEqual(['report.json']);
  });

  test('that gives up before it begins leaves nothing either', async () => {
    const [cwd, tmp] = [freshFolder(), freshFolder()];
    const { code } = await cli([...run, '--filter', 'nothing-such'], { cwd, env: { TMPDIR: tmp } });
    expect(code).toBe(3);
    expect(readdirSync(tmp)).toEqual([]);
  });
});

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('the cache of compiled fixtures', () => {
  test('does not matter where it cannot be made', async () => {
    const file = join(freshFolder(), 'file');
    writeFileSync(file, '');
    const { code, stderr } = await cli(run, { env: { XDG_CACHE_HOME: file } });
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  test('is believed only as far as its hashes go', async () => {
    const env = { XDG_CACHE_HOME: freshFolder() };
    await cli(run, { env });
    const files = filesBelow(env.XDG_CACHE_HOME);
    expect(files.length).toBeGreaterThanOrEqual(6);
    const before = files.map((file) => readFileSync(file));
    const [first, second, third] = files as [string, string, string];
    writeFileSync(first, 'damaged');
    writeFileSync(second, '');
    // One bit of the module itself: it stays a module, but not the one that was put there.
    const bytes = Buffer.from(readFileSync(third));
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    writeFileSync(third, bytes);
    const { code, stdout } = await cli(run, { env });
    expect(stdout).toContain('6 passed of 6');
    expect(code).toBe(0);
    expect(files.map((file) => readFileSync(file))).toEqual(before);
  });

  test('is left alone with --no-cache', async () => {
    const env = { XDG_CACHE_HOME: freshFolder() };
    expect((await cli([...run, '--no-cache'], { env })).code).toBe(0);
    expect(readdirSync(env.XDG_CACHE_HOME)).toEqual([]);
  });
});

describe('a reader that leaves early', () => {
  test('is no error of a command that prints', async () => {
    const { child, ended } = startCli(['list']);
    child.stdout?.destroy();
    const { code, stderr } = await ended;
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  test('costs a run its reporter and nothing else', async () => {
    const file = join(freshFolder(), 'report.json');
    const { child, ended } = startCli([...run, '-r', 'pretty', '-r', `json=${file}`]);
    child.stdout?.destroy();
    const { code, stderr } = await ended;
    expect(stderr).toBe("sandproof: the reporter 'pretty' failed: write EPIPE\n");
    expect(JSON.parse(readFileSync(file, 'utf8')).cases).toHaveLength(6);
    expect(code).toBe(2);
  });

  test.runIf(process.platform === 'linux')('is told from a place that cannot be written', async () => {
    const { code, stderr } = await cli([...run, '-r', 'json=/dev/full']);
    expect(stderr).toContain('ENOSPC');
    expect(code).toBe(2);
  });
});
