import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readManifest } from '../../../src/hosts/manifest.ts';
import { packageRoot } from '../../../src/support/paths.ts';
import { cli, folderWith, freshFolder } from '../../support/cli.ts';

const languages = readdirSync(join(packageRoot, 'templates'))
  .filter((name) => !name.startsWith('.'))
  .sort();

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
