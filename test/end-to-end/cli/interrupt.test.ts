import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  alteredHost,
  cli,
  freshFolder,
  harmless,
  processesNaming,
  readReport,
  startCli,
  verdictsOf,
} from '../../support/cli.ts';

/** A word that tells the processes of one test from all others. */
const freshTag = (): string => `tag-${process.pid}-${Math.random().toString(36).slice(2)}`;

describe.runIf(process.platform === 'linux')('a run that is interrupted', () => {
  /** Starts a run whose third case hangs, and waits until the first has its verdict. */
  const startHanging = async (tag: string, file: string, tmp: string) => {
    const host = alteredHost('--hang', '3', '--tag', tag);
    const running = startCli(
      ['run', '--fixtures', harmless, '--host', host, '--workers', '1', '-r', 'tap', '-r', `json=${file}`],
      { env: { TMPDIR: tmp } },
    );
    await running.printed('ok 1 - memory/harmless-1');
    return running;
  };

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by %s reports what it had', async (signal) => {
    const [tag, file, tmp] = [freshTag(), join(freshFolder(), 'report.json'), freshFolder()];
    const { child, ended } = await startHanging(tag, file, tmp);
    child.kill(signal);
    const { code, stdout, stderr } = await ended;
    expect(code).toBe(2);
    expect(stderr).toBe('');
    expect(stdout).toContain('Bail out! the run was interrupted');
    const report = readReport(file);
    expect(report.problems).toMatchObject([{ kind: 'interrupted' }]);
    const verdicts = verdictsOf(report);
    expect(Object.keys(verdicts)).toHaveLength(6);
    expect(verdicts['memory/harmless-1']).toBe('pass');
    for (const number of [3, 4, 5, 6]) {
      expect(verdicts[`memory/harmless-${number}`]).toBe('notrun');
    }
    expect(processesNaming(tag)).toEqual([]);
    expect(readdirSync(tmp)).toEqual([]);
  });

  test('twice leaves nothing running and no folder', async () => {
    const [tag, file, tmp] = [freshTag(), join(freshFolder(), 'report.json'), freshFolder()];
    const { child, ended } = await startHanging(tag, file, tmp);
    child.kill('SIGINT');
    child.kill('SIGTERM');
    const { code } = await ended;
    expect(code).toBe(2);
    expect(processesNaming(tag)).toEqual([]);
    expect(readdirSync(tmp)).toEqual([]);
  });

  test('before the host says hello does not wait for it', async () => {
    const [tag, file] = [freshTag(), join(freshFolder(), 'report.json')];
    const begun = performance.now();
    const { child, ended } = startCli([
      ...['run', '--fixtures', harmless, '--host', alteredHost('--mute', '--tag', tag)],
      ...['-r', 'tap', '-r', `json=${file}`],
    ]);
    // The kit, and the host that it started.
    await expect.poll(() => processesNaming(tag).length, { timeout: 20_000, interval: 20 }).toBe(2);
    child.kill('SIGINT');
    const { code, stdout, stderr } = await ended;
    expect(code).toBe(2);
    expect(performance.now() - begun).toBeLessThan(15_000);
    expect(stdout).toContain('Bail out! the run was interrupted before the host was ready');
    expect(stderr).toContain('sandproof: the run was interrupted before the host was ready');
    expect(readReport(file).problems).toMatchObject([{ kind: 'interrupted' }]);
    expect(processesNaming(tag)).toEqual([]);
  });

  test('is refused by merge as incomplete', async () => {
    const [tag, file] = [freshTag(), join(freshFolder(), 'report.json')];
    const { child, ended } = startCli([
      ...['run', '--fixtures', harmless, '--host', alteredHost('--hang', '3', '--tag', tag), '--shard', '1/1'],
      ...['--workers', '1', '-r', 'tap', '-r', `json=${file}`],
    ]);
    await expect.poll(() => processesNaming(tag).length, { timeout: 20_000, interval: 20 }).toBe(2);
    child.kill('SIGINT');
    await ended;
    const { code } = await cli(['merge', file]);
    expect(code).toBe(2);
  });
});

test.runIf(process.platform === 'linux')(
  'a case that is repeated and hangs ends with Ctrl-C, host and all',
  async () => {
    const [tag, tmp] = [freshTag(), freshFolder()];
    const { child, ended, printed } = startCli(
      ['repro', 'memory/harmless-3', '--fixtures', harmless, '--host', alteredHost('--hang', '3', '--tag', tag)],
      { cwd: freshFolder(), env: { TMPDIR: tmp } },
    );
    await printed('memory/harmless-3');
    child.kill('SIGINT');
    expect((await ended).code).toBe(2);
    expect(processesNaming(tag)).toEqual([]);
    expect(readdirSync(tmp)).toEqual([]);
  },
);
