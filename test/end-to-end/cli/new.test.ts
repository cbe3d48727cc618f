import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { findProgram } from '../../../src/hosts/command-line.ts';
import { readManifest } from '../../../src/hosts/manifest.ts';
import { packageRoot } from '../../../src/support/paths.ts';
import { cli, folderWith, freshFolder } from '../../support/cli.ts';

const languages = readdirSync(join(packageRoot, 'templates')).sort();

describe('new host', () => {
  test.each(languages)('in %s names the host after its folder and marks what to fill in', async (language) => {
    const cwd = freshFolder();
    const { code, stdout } = await cli(['new', 'host', language, 'My Host!'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('npx sandproof doctor --host My Host!/host.toml');
    const folder = join(cwd, 'My Host!');
    expect(readManifest(join(folder, 'host.toml')).name).toBe('my-host');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const texts = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    expect(texts.filter((text) => text.includes('FILL IN')).length).toBeGreaterThan(1);
    expect(texts.filter((text) => text.includes('{{'))).toEqual([]);
  });

  /** Programs that a template's driver is built with. */
  const needsOf = (language: string): readonly string[] => {
    const text = readFileSync(join(packageRoot, 'templates', language, 'host.toml'), 'utf8');
    const { needs } = parse(text) as { needs: { program: string }[] };
    return needs.map(({ program }) => program);
  };
  const buildable = languages.filter((language) =>
    needsOf(language).every((program) => findProgram(program, packageRoot) !== undefined),
  );

  test.each(buildable)(
    'in %s builds and keeps to the protocol as it is',
    async (language) => {
      const cwd = freshFolder();
      await cli(['new', 'host', language], { cwd });
      // Toolchains keep what they fetched where the user has it.
      const env = { HOME: process.env.HOME ?? cwd };
      const built = await cli(['hosts', 'build', 'my-host/host.toml'], { cwd, env });
      expect(built.stdout).toMatch(/^my-host: built in /m);
      const doctor = await cli(['doctor', '--host', 'my-host/host.toml'], { cwd, env });
      expect(doctor.stdout).toMatch(/^my-host 0\.1\.0 claims core$/m);
      expect(doctor.stdout).toContain('the driver keeps to the protocol');
      expect(doctor.code).toBe(0);
      const run = await cli(['run', '--host', 'my-host/host.toml', 'traps/unreachable', 'traps/div*'], { cwd, env });
      expect(run.stdout).toMatch(/^\d+ passed.* of \d+ in/m);
      expect(run.code).toBe(0);
    },
    600_000,
  );

  test.each([
    [['new', 'host', 'cobol'], /no driver to begin with in 'cobol'\n {2}languages: /],
    [['new', 'host', 'typescrip'], /did you mean 'typescript'/],
    [['new', 'host', 'typescript', '...'], /no host can be named after/],
  ])('%j is wrong usage', async (args, message) => {
    const { code, stderr } = await cli(args);
    expect(stderr).toMatch(message);
    expect(code).toBe(3);
  });

  test('writes over nothing', async () => {
    const cwd = folderWith({ 'mine/driver.ts': 'mine' });
    const { code, stderr } = await cli(['new', 'host', 'typescript', 'mine'], { cwd });
    expect(stderr).toContain('the folder mine is not empty');
    expect(readFileSync(join(cwd, 'mine', 'driver.ts'), 'utf8')).toBe('mine');
    expect(code).toBe(3);
  });
});
