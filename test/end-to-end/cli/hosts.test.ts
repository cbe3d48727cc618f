import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../../src/support/paths.ts';
import { cli, folderWith } from '../../support/cli.ts';

/** A host whose driver is the reference's, once a step of Node's has written a file that starts it. */
const manifest = (steps: string, needs = ''): string => `
name = "sample"
summary = "a sample"
kind = "stdio"
command = ["{node}", "{build}/driver.mjs"]
${needs}
[build]
inputs = ["make.mjs"]
steps = [${steps}]
`;
const driver = JSON.stringify(join(packageRoot, 'dist/src/hosts/reference/driver.js'));
const make = `
import { writeFileSync } from 'node:fs';
writeFileSync(process.argv[2] + '/driver.mjs', ${JSON.stringify(`await import(${driver});`)});
console.log('made');
`;
const step = '["{node}", "make.mjs", "{build}"]';

describe('hosts', () => {
  test('lists every driver of the kit, with its version or what is missing and how to get it', async () => {
    const { code, stdout } = await cli(['hosts', '--json']);
    expect(code).toBe(0);
    const { hosts } = JSON.parse(stdout) as { hosts: { name: string; available: boolean }[] };
    const folders = readdirSync(join(packageRoot, 'drivers'));
    expect(hosts.map(({ name }) => name)).toEqual(expect.arrayContaining(folders));
    expect(hosts).toContainEqual(expect.objectContaining({ name: 'reference', available: true }));
    for (const host of hosts.filter(({ available }) => !available)) {
      expect(host).toMatchObject({ reason: expect.stringMatching(/./), help: expect.stringMatching(/./) });
    }
  });
});

describe('hosts build', () => {
  test('builds what a manifest says; until then the host says what to do', async () => {
    const cwd = folderWith({ 'host.toml': manifest(step), 'make.mjs': make });
    const run = ['run', '--host', 'host.toml', 'memory/grow-beyond-limit'];
    const before = await cli(run, { cwd });
    expect(before.stderr).toContain('not built yet: npx sandproof hosts build host.toml');
    expect(before.code).toBe(2);
    const built = await cli(['hosts', 'build', 'host.toml'], { cwd });
    expect(built.stdout).toMatch(/^sample: .*make\.mjs .*\nsample: built in [\d.]+ s$/m);
    expect(built.code).toBe(0);
    expect((await cli(run, { cwd })).code).toBe(0);
    const again = await cli(['hosts', 'build', 'host.toml'], { cwd });
    expect(again).toMatchObject({ code: 0, stdout: 'sample: built before\n' });
  });

  test('shows the end of a log that says why it failed', async () => {
    const failing = `["{node}", "--eval", "console.error('the linker is on fire'); process.exit(3)"]`;
    const cwd = folderWith({ 'host.toml': manifest(failing), 'make.mjs': make });
    const { code, stdout } = await cli(['hosts', 'build', 'host.toml'], { cwd });
    expect(stdout).toContain('sample: not built: it exited with 3\n');
    expect(stdout).toContain('  the linker is on fire\n');
    expect(stdout).toMatch(/all of it: .*\.log$/m);
    expect(code).toBe(2);
  });

  test('names a missing toolchain, with where to get it', async () => {
    const needs = 'needs = [{ program = "no-such-compiler", hint = "get it from example.org" }]';
    const cwd = folderWith({ 'host.toml': manifest(step, needs), 'make.mjs': make });
    const { code, stdout } = await cli(['hosts', 'build', 'host.toml'], { cwd });
    expect(stdout).toBe('sample: not built: no-such-compiler is missing: get it from example.org\n');
    expect(code).toBe(2);
  });

  test.each([
    [[], 'no host is given'],
    [['--all', 'reference'], '--all and a host are both given'],
    [['refrence'], "did you mean 'reference'"],
  ])('%j is wrong usage', async (args, message) => {
    const { code, stderr } = await cli(['hosts', 'build', ...args]);
    expect(stderr).toContain(message);
    expect(code).toBe(3);
  });
});
