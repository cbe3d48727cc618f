import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../../src/support/paths.ts';
import { alteredHost, cli, folderWith, freshFolder, harmless } from '../../support/cli.ts';
import { harmlessText } from '../../support/fixture-text.ts';

describe('list', () => {
  test('shows suites and requirements', async () => {
    const { code, stdout } = await cli(['list', '--suite', 'memory', '--level', 'must']);
    expect(stdout).toMatch(/^memory \(core\): .*, \d+ requirements$/m);
    expect(stdout).toMatch(/^ {2}memory\/grow-beyond-limit +must +memory\.grow one page past the limit/m);
    expect(stdout).not.toMatch(/^ {2}cpu\//m);
    expect(code).toBe(0);
  });

  test('--json is for programs', async () => {
    const { stdout } = await cli(['list', '--json', '--filter', 'memory/grow-beyond-limit']);
    expect(JSON.parse(stdout)).toEqual({
      fixtures: [expect.objectContaining({ id: 'memory/grow-beyond-limit', profile: 'core', level: 'must' })],
    });
  });
});

test('explain tells a requirement, its evidence, and the guest', async () => {
  const { code, stdout } = await cli(['explain', 'memory/grow-beyond-limit']);
  expect(stdout).toMatch(/^memory\/grow-beyond-limit: memory\.grow one page past the limit/);
  expect(stdout).toMatch(/^level {5}must$/m);
  expect(stdout).toMatch(/^evidence {2}wasmtime tests\/all\/limits\.rs/m);
  expect(stdout).toContain('(memory.grow (i32.const 16))');
  expect(stdout).not.toContain(';;!');
  expect(code).toBe(0);
});

describe('repro', () => {
  const repro = ['repro', 'memory/harmless-2', '--fixtures', harmless];

  test('leaves the module and the transcript', async () => {
    const cwd = freshFolder();
    const { code, stdout } = await cli(repro, { cwd });
    expect(stdout).toContain('call answer(i32:2)');
    expect(stdout).toMatch(/^pass$/m);
    const module = readFileSync(join(cwd, 'sandproof-repro', 'memory-harmless-2.wasm'));
    expect(WebAssembly.validate(module)).toBe(true);
    const transcript = readFileSync(join(cwd, 'sandproof-repro', 'memory-harmless-2.transcript.txt'), 'utf8');
    expect(transcript).toMatch(/^> \{.*"op":"call".*"export":"answer"/m);
    expect(transcript).toMatch(/^< \{.*"kind":"returned"/m);
    expect(code).toBe(0);
  });

  test('exits 1 where the case fails, and leaves the same', async () => {
    const cwd = freshFolder();
    const { code, stdout } = await cli([...repro, '--host', alteredHost('--wrong', '2'), '--out', 'here'], { cwd });
    expect(stdout).toContain('fail, outcome: call answer: returned (i32:0)');
    expect(readdirSync(join(cwd, 'here'))).toEqual(['memory-harmless-2.transcript.txt', 'memory-harmless-2.wasm']);
    expect(code).toBe(1);
  });
});

describe('hosts', () => {
  test('--json names the reference with its version', async () => {
    const { code, stdout } = await cli(['hosts', '--json']);
    const { hosts } = JSON.parse(stdout);
    expect(hosts).toContainEqual(expect.objectContaining({ name: 'reference', available: true }));
    for (const host of hosts) {
      expect(host.available ? host.version : host.reason).toMatch(/\S/);
    }
    expect(code).toBe(0);
  });
});

describe('compile', () => {
  test('writes the bytes of a fixture', async () => {
    const cwd = freshFolder();
    const { code, stdout } = await cli(['compile', 'memory/harmless-1', '--fixtures', harmless, '--out', '.'], { cwd });
    expect(stdout).toContain('1 fixtures, 1 modules');
    expect(WebAssembly.validate(readFileSync(join(cwd, 'memory', 'harmless-1.wasm')))).toBe(true);
    expect(code).toBe(0);
  });

  test('checks a file that is no fixture of any suite yet', async () => {
    const cwd = folderWith({ 'draft.wat': harmlessText() });
    expect((await cli(['compile', 'draft.wat'], { cwd })).code).toBe(0);
  });

  test('names the place of what is wrong', async () => {
    const cwd = folderWith({ 'draft.wat': harmlessText().replace('(func', '(funk') });
    const { code, stderr } = await cli(['compile', 'draft.wat'], { cwd });
    expect(stderr).toMatch(/^sandproof: draft\.wat:\d+:\d+: /);
    expect(code).toBe(3);
  });
});

describe('schema', () => {
  const files = readdirSync(join(packageRoot, 'schemas'));

  test('lists its schemas', async () => {
    const { stdout } = await cli(['schema']);
    expect(stdout.trim().split('\n')).toEqual(files.map((file) => file.replace('.schema.json', '')).sort());
  });

  test.each(files)('prints %s', async (file) => {
    const { stdout } = await cli(['schema', file.replace('.schema.json', '')]);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(join(packageRoot, 'schemas', file), 'utf8')));
  });
});

describe('completion', () => {
  test('is a script for a shell', async () => {
    const { code, stdout } = await cli(['completion']);
    expect(stdout).toContain('complete -o bashdefault -o default -F _sandproof_yargs_completions sandproof');
    expect(code).toBe(0);
  });

  test('knows commands and options', async () => {
    expect((await cli(['--get-yargs-completions', 'sandproof', ''])).stdout.split('\n')).toContain('explain');
    expect((await cli(['--get-yargs-completions', 'sandproof', 'run', '--'])).stdout).toContain('--reporter');
  });
});

test.each([['run'], ['list'], ['explain'], ['repro'], ['hosts'], ['doctor'], ['compile'], ['merge'], ['schema']])(
  '%s --help has examples',
  async (command) => {
    const { code, stdout } = await cli([command, '--help']);
    expect(stdout).toMatch(new RegExp(`Examples:\\n {2}sandproof ${command}`));
    expect(code).toBe(0);
  },
);

test('--version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
  expect((await cli(['--version'])).stdout.trim()).toBe(version);
});

test('the fixture that documents the format runs like any other', async () => {
  const text = readFileSync(join(packageRoot, 'wat-fixtures', 'README.wat'), 'utf8');
  const cwd = folderWith({ 'fixtures/memory/readme.wat': text });
  const { code, stdout } = await cli(['run', '--fixtures', 'fixtures', '-r', 'json'], { cwd });
  expect(JSON.parse(stdout).cases.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['pass', 'pass']);
  expect(existsSync(join(cwd, 'expectations'))).toBe(false);
  expect(code).toBe(0);
});
