import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { alteredHost, cli, folderWith, freshFolder, harmless, readReport, verdictsOf } from '../../support/cli.ts';
import { fixtureText } from '../../support/fixture-text.ts';
import { buildMutant, readMutants } from '../../support/mutant.ts';

describe('a run exits', () => {
  test('0 where everything passes', async () => {
    const { code, stdout, stderr } = await cli(['run', '--fixtures', harmless]);
    expect(stdout).toContain('6 passed of 6');
    expect(stdout).toContain('conformant');
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  test('1 where a requirement fails, and says how to repeat it', async () => {
    const { code, stdout, stderr } = await cli(['run', '--fixtures', harmless, '--host', alteredHost('--wrong', '3')]);
    expect(stdout).toContain('✗ memory/harmless-3');
    expect(stdout).toContain('npx sandproof repro memory/harmless-3 --host');
    expect(stdout).toContain('5 passed, 1 failed of 6');
    expect(stderr).toBe('');
    expect(code).toBe(1);
  });

  test('1 on a host that is broken where the kit looks', async () => {
    const mutant = readMutants().find(({ name }) => name === 'memory-grow-unbounded');
    if (mutant === undefined) {
      throw new Error('the mutant is gone');
    }
    const { driver, remove } = buildMutant(mutant);
    const file = join(freshFolder(), 'report.json');
    const filter = 'memory/grow-beyond-limit';
    const { code } = await cli(['run', '--filter', filter, '--host', `node ${driver}`, '-r', `json=${file}`]);
    remove();
    expect(verdictsOf(readReport(file))).toMatchObject({ [filter]: 'fail' });
    expect(code).toBe(1);
  });

  test('0 where what fails is weaker than --fail-on, 1 where it is not', async () => {
    const text = fixtureText(['title = "odd"', '[[step]]', 'call = "nothing"', 'expect = { threw = true }']);
    const cwd = folderWith({ 'fixtures/memory/odd.wat': text.replace('"must"', '"should"') });
    const args = ['run', '--fixtures', 'fixtures'];
    expect((await cli(args, { cwd })).code).toBe(0);
    expect((await cli([...args, '--fail-on', 'should'], { cwd })).code).toBe(1);
  });

  test('2 where the host never says hello; every reporter has the reason', async () => {
    const folder = freshFolder();
    const files = { junit: 'report.xml', json: 'report.json', tap: 'report.tap', markdown: 'report.md' };
    const { code, stdout, stderr } = await cli(
      [
        ...['run', '--fixtures', harmless, '--host', `node --eval 0`],
        ...Object.entries(files).flatMap(([name, file]) => ['-r', `${name}=${file}`]),
      ],
      { cwd: folder },
    );
    expect(stderr).toContain("the host 'node --eval 0' did not start: the host exited with code 0");
    expect(stderr).toContain("sandproof doctor --host 'node --eval 0'");
    expect(stdout).toBe('');
    expect(code).toBe(2);
    expect(readReport(join(folder, 'report.json')).problems).toMatchObject([{ kind: 'host-start' }]);
    for (const file of Object.values(files)) {
      expect(readFileSync(join(folder, file), 'utf8')).toMatch(/did not start/);
    }
  });

  test.runIf(process.platform === 'linux')('2 where a reporter fails; the others go on', async () => {
    const file = join(freshFolder(), 'report.json');
    const { code, stderr } = await cli([
      ...['run', '--fixtures', harmless],
      ...['-r', 'junit=/dev/full', '-r', `json=${file}`],
    ]);
    expect(stderr).toMatch(/the reporter 'junit=\/dev\/full' failed: ENOSPC/);
    expect(readReport(file).cases).toHaveLength(6);
    expect(code).toBe(2);
  });
});
