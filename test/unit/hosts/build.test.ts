import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildHost, isBuilt } from '../../../src/hosts/build.ts';
import { buildPlaces } from '../../../src/hosts/build-places.ts';
import { whyUnavailable } from '../../../src/hosts/discover.ts';
import { type Manifest, readManifest, variantOf } from '../../../src/hosts/manifest.ts';
import { fillPlaces } from '../../../src/hosts/places.ts';

/** Builds are run for real; Node is the only tool that every machine with the kit has. */

let folder: string;
let manifestFile: string;

/** Writes `built.txt` with what `input.txt` says, and counts its runs in the scratch folder. */
const step = `["{node}", "make.mjs", "{build}", "{scratch}"]`;
const makeScript = `
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
const [build, scratch] = process.argv.slice(2);
appendFileSync(scratch + '/runs', 'x');
console.log('making it');
writeFileSync(build + '/built.txt', readFileSync('input.txt'));
`;

const write = (steps = step, needs = ''): Manifest => {
  writeFileSync(
    manifestFile,
    `name = "sample"
summary = "a sample"
kind = "stdio"
command = ["{node}", "{build}/built.txt"]
${needs}
[build]
inputs = ["make.mjs", "input.txt", "more"]
steps = [${steps}]
[variants.slow]
summary = "the same, slower"
args = ["--slow"]
`,
  );
  return readManifest(manifestFile);
};

const build = (manifest: Manifest, told: string[][] = []) =>
  buildHost(manifest, { verbose: false, onStep: (words) => told.push([...words]) });

const runs = (manifest: Manifest): number => readFileSync(join(buildPlaces(manifest).scratch, 'runs')).length;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandproof-build-'));
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'));
  const driver = join(folder, 'driver');
  mkdirSync(join(driver, 'more', 'deep'), { recursive: true });
  writeFileSync(join(driver, 'make.mjs'), makeScript);
  writeFileSync(join(driver, 'input.txt'), 'one');
  writeFileSync(join(driver, 'more', 'deep', 'file.txt'), 'deep');
  manifestFile = join(driver, 'host.toml');
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe('a build', () => {
  test('runs its steps in a copy, beside the source, and is kept', async () => {
    const manifest = write();
    const told: string[][] = [];
    expect(isBuilt(manifest)).toBe(false);
    expect(whyUnavailable(manifest)).toEqual({
      reason: 'not built yet',
      help: `npx sandproof hosts build ${relative(process.cwd(), manifestFile)}`,
    });
    expect(await build(manifest, told)).toMatchObject({ kind: 'built' });
    expect(told).toEqual([fillPlaces(['{node}', 'make.mjs', '{build}', '{scratch}'], manifest)]);
    const { build: output, source, log } = buildPlaces(manifest);
    expect(readFileSync(join(output, 'built.txt'), 'utf8')).toBe('one');
    expect(readFileSync(join(source, 'more', 'deep', 'file.txt'), 'utf8')).toBe('deep');
    expect(existsSync(join(dirname(manifestFile), 'built.txt'))).toBe(false);
    expect(readFileSync(log, 'utf8')).toContain('making it');
    expect(isBuilt(manifest)).toBe(true);
    expect(whyUnavailable(manifest)).toBeUndefined();
    expect(await build(manifest)).toEqual({ kind: 'kept' });
    expect(runs(manifest)).toBe(1);
  });

  test('is another one when an input or a step changes, and takes the place of the old one', async () => {
    const manifest = write();
    await build(manifest);
    const first = buildPlaces(manifest).build;
    writeFileSync(join(dirname(manifestFile), 'input.txt'), 'two');
    expect(isBuilt(manifest)).toBe(false);
    await build(manifest);
    const second = buildPlaces(manifest).build;
    expect(readFileSync(join(second, 'built.txt'), 'utf8')).toBe('two');
    expect(existsSync(first)).toBe(false);
    const other = write(`["{node}", "make.mjs", "{build}", "{scratch}", "again"]`);
    expect(isBuilt(other)).toBe(false);
    expect(runs(other)).toBe(2);
  });

  test('is shared by the variants', async () => {
    const manifest = write();
    const slow = variantOf(manifest, 'slow');
    await build(slow);
    expect(isBuilt(manifest)).toBe(true);
    expect(slow).toMatchObject({ name: 'sample-slow', base: 'sample', summary: 'the same, slower' });
    expect(fillPlaces(slow.command, slow)).toEqual([...fillPlaces(manifest.command, manifest), '--slow']);
  });

  test('that is asked for twice at once is made once', async () => {
    const manifest = write();
    const kinds = (await Promise.all([build(manifest), build(manifest)])).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['built', 'kept']);
    expect(runs(manifest)).toBe(1);
  });

  test('takes over from a process that died while it built', async () => {
    const manifest = write();
    const { build: output } = buildPlaces(manifest);
    mkdirSync(output, { recursive: true });
    writeFileSync(join(output, 'half'), '');
    writeFileSync(join(dirname(output), 'lock'), '999999999');
    expect(await build(manifest)).toMatchObject({ kind: 'built' });
    expect(existsSync(join(output, 'half'))).toBe(false);
  });
});

describe('a build that fails', () => {
  test('says which step, why, and where the log is, and leaves nothing that looks built', async () => {
    const manifest = write(`${step}, ["{node}", "--eval", "console.error('no compiler'); process.exit(7)"]`);
    const result = await build(manifest);
    expect(result).toMatchObject({ kind: 'failed', reason: 'it exited with 7' });
    expect(readFileSync((result as { log: string }).log, 'utf8')).toContain('no compiler');
    expect(isBuilt(manifest)).toBe(false);
  });

  test('names a program that is missing', async () => {
    expect(await build(write(`["no-such-compiler"]`))).toMatchObject({ reason: 'no-such-compiler is missing' });
    const needs = `needs = [{ program = "no-such-compiler", hint = "get it from example.org" }]`;
    expect(whyUnavailable(write(step, needs))).toEqual({
      reason: 'no-such-compiler is missing',
      help: 'get it from example.org',
    });
  });

  test('names an input that is missing', () => {
    const manifest = write();
    rmSync(join(dirname(manifestFile), 'input.txt'));
    expect(() => isBuilt(manifest)).toThrow('the build needs input.txt, and it is not there');
  });
});
