import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { alteredHost, cli, type Ended, folderWith, freshFolder, harmless, readReport } from '../../support/cli.ts';

const entry = (lines: Readonly<Record<string, string>>): string => {
  const all = { case: '"memory/harmless-3"', cause: '"outcome"', outcome: '"returned"', ...lines };
  const text = Object.entries({ reason: '"it multiplies wrongly"', link: '"not reported"', ...all });
  return `[[known]]\n${text.map(([key, value]) => `${key} = ${value}`).join('\n')}\n`;
};

const runWith = (expectations: string, ...altered: readonly string[]): Promise<Ended> =>
  cli([
    ...['run', '--fixtures', harmless, '--host', alteredHost(...altered)],
    ...['--expectations', join(folderWith({ 'known.toml': expectations }), 'known.toml')],
  ]);

const wrong3 = ['--wrong', '3'];

describe('a known failure', () => {
  test('is no failure, and still keeps the host from being conformant', async () => {
    const folder = folderWith({ 'expectations/altered.toml': entry({}) });
    const { code, stdout } = await cli(
      ['run', '--fixtures', harmless, '--host', alteredHost(...wrong3), '-r', 'pretty', '-r', 'json=report.json'],
      { cwd: folder },
    );
    expect(stdout).toContain('1 failed as known');
    expect(stdout).toContain('not conformant: 1 must requirements failed');
    expect(code).toBe(0);
    const result = readReport(join(folder, 'report.json')).cases.find(({ id }) => id === 'memory/harmless-3');
    expect(result).toMatchObject({ verdict: 'xfail', cause: 'outcome' });
    expect(result?.message).toContain('known: it multiplies wrongly (not reported)');
  });

  test('that passes exits 1 and says which line to take out', async () => {
    const { code, stdout } = await runWith(entry({}));
    expect(stdout).toContain('passes, but is a known failure (line 1); take the entry out');
    expect(code).toBe(1);
  });

  test('that fails in another way exits 1', async () => {
    const { code, stdout } = await runWith(entry({ outcome: '"trapped:unreachable"' }), ...wrong3);
    expect(stdout).toContain('another failure than the known one (line 1: outcome trapped:unreachable)');
    expect(code).toBe(1);
  });

  test('that is flaky may pass and may fail', async () => {
    const flaky = entry({ flaky: 'true' });
    expect((await runWith(flaky)).code).toBe(0);
    expect((await runWith(flaky, ...wrong3)).code).toBe(0);
  });

  test.each<readonly [string, Record<string, string>, number]>([
    ['of this version', { versions: '">=2 <3"' }, 0],
    ['of other versions', { versions: '"<2"' }, 1],
    ['of this system', { os: `["${process.platform}"]` }, 0],
    ['of another system', { os: '["plan9"]' }, 1],
  ])('%s', async (_, lines, code) => {
    expect((await runWith(entry(lines), ...wrong3, '--version', '2.1.0')).code).toBe(code);
  });
});

describe('an entry exits 3, with its line,', () => {
  test('for no case', async () => {
    const { code, stdout } = await runWith(`# one\n${entry({ case: '"memory/harmles-3"' })}`);
    expect(stdout).toMatch(
      /known\.toml:2: no case is named 'memory\/harmles-3' \(did you mean 'memory\/harmless-3'\?\)/,
    );
    expect(code).toBe(3);
  });

  test('for a case that the host turns out not to support', async () => {
    const { code, stdout } = await runWith(entry({}), '--unsupported', '3');
    expect(stdout).toMatch(/known\.toml:1: 'memory\/harmless-3' is unsupported by this host/);
    expect(code).toBe(3);
  });

  test('for a case that is skipped for what the host lacks', async () => {
    const { code, stdout } = await runWith(entry({}), '--no-memory-limit');
    expect(stdout).toMatch(/known\.toml:1: 'memory\/harmless-3' is unsupported by this host/);
    expect(code).toBe(3);
  });

  test('that stands twice', async () => {
    const { code, stderr } = await runWith(entry({}) + entry({}), ...wrong3);
    expect(stderr).toMatch(/known\.toml:7: 'memory\/harmless-3' stands here twice/);
    expect(code).toBe(3);
  });
});

test('an entry outside of a selection is for the whole run to see', async () => {
  const folder = folderWith({ 'known.toml': entry({ case: '"memory/none"' }) });
  const args = ['run', '--fixtures', harmless, '--host', alteredHost(), '--expectations', 'known.toml'];
  expect((await cli([...args, '--filter', 'harmless-1'], { cwd: folder })).code).toBe(0);
});

test('merge sees the entries that no part could see', async () => {
  const folder = folderWith({ 'known.toml': entry({ case: '"memory/none"' }) });
  const known = ['--expectations', join(folder, 'known.toml')];
  const file = join(freshFolder(), 'part.json');
  const run = ['run', '--fixtures', harmless, '--host', alteredHost(), '--shard', '1/1', ...known];
  expect((await cli([...run, '-r', `json=${file}`])).code).toBe(0);
  const { code, stdout } = await cli(['merge', file, ...known]);
  expect(stdout).toContain("no case is named 'memory/none'");
  expect(code).toBe(3);
});
