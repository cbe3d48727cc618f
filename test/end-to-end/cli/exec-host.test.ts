import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../../src/support/paths.ts';
import { cli, folderWith, processesNaming, readReport, startCli, verdictsOf } from '../../support/cli.ts';
import { fixtureText, harmlessText } from '../../support/fixture-text.ts';

const manifest = `name     = "tiny"
summary  = "a few lines of Node"
kind     = "exec"
command  = ["{node}", "{here}/tiny.mjs", "{limits}", "{wasm}", "{export}", "{args}"]
engine   = "V8"
language = "JavaScript"
result   = '^(?<type>i32):(?<value>-?\\d+)$'

[version]
command = ["{node}", "{here}/tiny.mjs", "--version"]
pattern = 'tiny (\\S+)'

[limits]
wallMs      = ["--wall={wallMs}"]
memoryBytes = ["--memory={memoryBytes}"]

[exit]
0  = "returned"
3  = "trapped:unreachable"
4  = "rejected"
41 = "limit:memory"
42 = "limit:time"
`;

const folderOf = (text: string): string =>
  folderWith({
    'host/host.toml': text,
    'host/tiny.mjs': readFileSync(join(packageRoot, 'test', 'support', 'drivers', 'tiny.js'), 'utf8'),
    'fixtures/memory/sum.wat': fixtureText(
      [
        'title = "adds"',
        '[[step]]',
        'call = "add"',
        'args = ["i32:2", "i32:-3"]',
        'expect = { returned = ["i32:-1"] }',
      ],
      '(module (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1))))',
    ),
    'fixtures/cpu/spin.wat': fixtureText(
      ['title = "spins"', 'limits = { time = "300ms" }', '[[step]]', 'call = "spin"', 'expect = { limit = "time" }'],
      '(module (func (export "spin") (loop (br 0))))',
    ),
    'fixtures/traps/stops.wat': fixtureText(
      ['title = "traps"', '[[step]]', 'call = "stop"', 'expect = { trapped = "unreachable" }'],
      '(module (func (export "stop") unreachable))',
    ),
    'fixtures/capability/log.wat': harmlessText('logs').replace(
      ';;! [[step]]',
      ';;! grants = ["host-function:log"]\n;;! [[step]]',
    ),
  });

const run = ['run', '--host', 'host/host.toml', '--fixtures', 'fixtures'];

describe('a program that is run anew for each call', () => {
  test('is judged like any host; what it cannot do is unsupported', async () => {
    const cwd = folderOf(manifest);
    const { code, stdout, stderr } = await cli([...run, '-r', 'pretty', '-r', 'json=report.json'], { cwd });
    const report = readReport(join(cwd, 'report.json'));
    expect(report.host.description?.host).toMatchObject({ name: 'tiny', version: '3.2.1' });
    expect(verdictsOf(report)).toEqual({
      'capability/log': 'unsupported',
      'cpu/spin': 'pass',
      'memory/sum': 'pass',
      'traps/stops': 'pass',
      'traps/stops#code': 'pass',
    });
    expect(stdout).toContain('tiny 3.2.1 (V8)');
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  test('fails by what the manifest does not name', async () => {
    const cwd = folderOf(manifest.replace('3  = "trapped:unreachable"\n', ''));
    const { code, stdout } = await cli([...run, '--filter', 'traps/stops'], { cwd });
    expect(stdout).toContain('exited with code 3, which the manifest does not name');
    expect(code).toBe(1);
  });

  test('is repeated with its program, step by step', async () => {
    const cwd = folderOf(manifest);
    const args = ['repro', 'memory/sum', '--host', 'host/host.toml', '--fixtures', 'fixtures'];
    const { code, stdout } = await cli(args, { cwd });
    expect(stdout).toContain('returned (i32:4294967295)');
    expect(code).toBe(0);
  });

  test('that prints no version is a run that did not start', async () => {
    const cwd = folderOf(manifest.replace("'tiny (", "'other ("));
    const { code, stderr } = await cli(run, { cwd });
    expect(stderr).toContain('no version in what it prints: tiny 3.2.1');
    expect(code).toBe(2);
  });

  test.runIf(process.platform === 'linux')('ends with a run that is interrupted', async () => {
    const deaf = manifest.replace('--wall={wallMs}', '--wall=10000');
    const cwd = folderOf(deaf.replace('"{limits}"', '"{limits}", "--mark={here}/{export}-began"'));
    const { child, ended } = startCli([...run, '--filter', 'cpu/spin', '--grace', '9s', '-r', 'tap'], { cwd });
    const mark = join(cwd, 'host', 'spin-began');
    await expect.poll(() => existsSync(mark), { timeout: 20_000, interval: 20 }).toBe(true);
    const interrupted = performance.now();
    child.kill('SIGINT');
    expect((await ended).code).toBe(2);
    expect(performance.now() - interrupted).toBeLessThan(7000);
    expect(processesNaming(mark)).toEqual([]);
  });
});
