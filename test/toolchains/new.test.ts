import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { findProgram } from '../../src/hosts/command-line.ts';
import { packageRoot } from '../../src/support/paths.ts';
import { cli, freshFolder } from '../support/cli.ts';

/** What `new host` writes is built with the toolchains that are here; a language without one is left out. */

const languages = readdirSync(join(packageRoot, 'templates'))
  .filter((name) => !name.startsWith('.'))
  .sort();

describe('a driver to begin with', () => {
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
});
