import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../../src/support/paths.ts';
import { cli, folderWith } from '../../support/cli.ts';

const scripts = join(packageRoot, 'test', 'support', 'scripts');
const wrong = join(packageRoot, 'test', 'support', 'wrong-scripts', 'wrong.wast');
const minimal = join(packageRoot, 'examples', 'minimal-driver', 'host.toml');

interface Told {
  readonly scripts: readonly {
    readonly file: string;
    readonly passed: number;
    readonly failures: readonly { readonly line: number; readonly message: string }[];
    readonly unsupported: Readonly<Record<string, number>>;
    readonly skipped: Readonly<Record<string, number>>;
  }[];
}
const told = async (...args: readonly string[]): Promise<Told> =>
  JSON.parse((await cli(['spec', '--json', ...args])).stdout) as Told;

describe('spec', () => {
  test.each([[], ['--metered'], ['--isolation', 'thread']])(
    'right scripts pass on the reference %j',
    async (...args) => {
      const { code, stdout } = await cli(['spec', scripts, ...args]);
      expect(stdout).toMatch(/^✓ .*numbers\.wast 20 passed$/m);
      expect(stdout).toMatch(/^✓ .*references\.wast 12 passed$/m);
      expect(stdout).toMatch(/^67 passed, 1 skipped in 4 scripts$/m);
      expect(code).toBe(0);
    },
  );

  test('each assertion that is wrong fails, with its line', async () => {
    const lines = readFileSync(wrong, 'utf8').split('\n');
    const expected = lines.flatMap((line, index) => (/^\((assert|invoke)/.test(line) ? [index + 1] : []));
    const [script] = (await told(wrong)).scripts;
    expect(expected.length).toBeGreaterThan(35);
    expect(script?.failures.map(({ line }) => line)).toEqual(expected);
    expect(script).toMatchObject({ passed: 1, unsupported: {}, skipped: {} });
  });

  test('people see the first ten of a script, with what was expected and what came', async () => {
    const { code, stdout } = await cli(['spec', wrong]);
    expect(stdout).toMatch(/wrong\.wast:16: expected \(i32\.const 2\), but it returned \(i32:1\)$/m);
    expect(stdout).toMatch(/…and \d+ more; --all shows them/);
    expect(code).toBe(1);
  });

  test('what a host lacks is named: without groups, no floats and no imports', async () => {
    const { scripts: all } = await told(scripts, '--host', minimal);
    expect(all.flatMap(({ failures }) => failures)).toEqual([]);
    expect(all.find(({ file }) => file.endsWith('numbers.wast'))).toMatchObject({
      passed: 6,
      unsupported: { group: 14 },
    });
    expect(all.find(({ file }) => file.endsWith('faults.wast'))?.passed).toBeGreaterThan(12);
  });

  test('a host that is lost fails where it was, and the next script has a new one', async () => {
    const calls = '(module (func (export "f")))\n(invoke "f")\n(invoke "f")\n';
    const folder = folderWith({ 'a.wast': calls, 'b.wast': calls });
    const faulty = join(packageRoot, 'test', 'support', 'drivers', 'faulty.js');
    const host = `node ${faulty} silence call ${join(folder, 'marker')}`;
    const { scripts: all } = await told(folder, '-j', '1', '--host', host, '--deadline', '4s');
    expect(all[0]).toMatchObject({
      passed: 1,
      failures: [{ line: 2, message: 'the host was lost: no answer in 4000 ms' }],
      skipped: { 'the host was lost at line 2': 1 },
    });
    expect(all[1]).toMatchObject({ passed: 3, failures: [] });
  });

  test('a file that is no script is named with its line; the others are run', async () => {
    const folder = folderWith({ 'a.wast': '(module)\n(assert_return', 'b.wast': '(module)' });
    const { code, stdout } = await cli(['spec', folder]);
    expect(stdout).toMatch(/^\? .*a\.wast:2: no script: a '\(' is not closed$/m);
    expect(stdout).toMatch(/^✓ .*b\.wast 1 passed$/m);
    expect(code).toBe(3);
  });

  test.each([
    [['no/such/folder'], 'there is no no/such/folder'],
    [[join(packageRoot, 'bench')], 'there is no script (.wast) in'],
  ])('%j is wrong usage', async (args, message) => {
    const { code, stderr } = await cli(['spec', ...args]);
    expect(stderr).toContain(message);
    expect(code).toBe(3);
  });
});
