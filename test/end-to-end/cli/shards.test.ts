import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { alteredHost, cli, type Ended, freshFolder, harmless, readReport, verdictsOf } from '../../support/cli.ts';

const folder = freshFolder();
/** One of the six cases fails, so that verdicts differ. */
const base = ['run', '--fixtures', harmless, '--host', alteredHost('--wrong', '5')];

const part = (index: number, count: number): string => join(folder, `part-${index}-of-${count}.json`);

const runPart = (index: number, count: number): Promise<Ended> =>
  cli([...base, '--shard', `${index}/${count}`, '-r', `json=${part(index, count)}`]);

const whole = join(folder, 'whole.json');

beforeAll(async () => {
  await cli([...base, '-r', `json=${whole}`]);
  for (const [index, count] of [
    [1, 2],
    [2, 2],
    [1, 3],
    [2, 3],
    [3, 3],
  ] as const) {
    await runPart(index, count);
  }
}, 60_000);

describe('parts that are merged', () => {
  test.each([2, 3])('are the whole again, of %i', async (count) => {
    const parts = Array.from({ length: count }, (_, index) => part(index + 1, count));
    const file = join(folder, `merged-${count}.json`);
    const { code, stdout, stderr } = await cli(['merge', ...parts, '-r', `json=${file}`, '-r', 'pretty']);
    const merged = readReport(file);
    expect(verdictsOf(merged)).toEqual(verdictsOf(readReport(whole)));
    expect(merged.cases.map(({ id }) => id)).toEqual(readReport(whole).cases.map(({ id }) => id));
    expect(merged.plan).toEqual(readReport(whole).plan);
    expect(merged.summary).toEqual(readReport(whole).summary);
    expect(stdout).toContain('5 passed, 1 failed of 6');
    expect(stderr).toBe('');
    expect(code).toBe(1);
  });

  test('do not overlap', () => {
    const ids = [1, 2, 3].flatMap((index) => readReport(part(index, 3)).cases.map(({ id }) => id));
    expect(ids).toHaveLength(6);
    expect(new Set(ids).size).toBe(6);
  });

  test('may be empty: more parts than cases', async () => {
    const { code, stdout } = await cli([...base, '--filter', 'harmless-1', '--shard', '7/9', '-r', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ plan: { shard: { index: 7, count: 9 } } });
    expect(code).toBe(0);
  });
});

describe('merge exits 2 and says why for', () => {
  test('a part that is missing', async () => {
    const { code, stderr } = await cli(['merge', part(1, 3), part(3, 3)]);
    expect(stderr).toContain('of 3 parts these are missing: 2');
    expect(code).toBe(2);
  });

  test('a part that stands twice', async () => {
    const { code, stderr } = await cli(['merge', part(1, 2), part(2, 2), part(1, 2)]);
    expect(stderr).toContain('part 1 of 2 stands in');
    expect(code).toBe(2);
  });

  test('parts of different counts', async () => {
    const { code, stderr } = await cli(['merge', part(1, 2), part(2, 3)]);
    expect(stderr).toContain('part 2 of 3, where');
    expect(code).toBe(2);
  });

  test('parts of different plans', async () => {
    const file = join(folder, 'other.json');
    await cli([...base, '--grace', '3s', '--shard', '2/2', '-r', `json=${file}`]);
    const { code, stdout, stderr } = await cli(['merge', part(1, 2), file]);
    expect(stderr).toContain('other.json: another plan than');
    expect(stderr).toContain('the same version, fixtures, host and options');
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test('a part that lost cases', async () => {
    const file = join(folder, 'lossy.json');
    const report = readReport(part(2, 2));
    writeFileSync(file, JSON.stringify({ ...report, cases: report.cases.slice(1) }));
    const { code, stderr } = await cli(['merge', part(1, 2), file]);
    expect(stderr).toMatch(/lossy\.json: part 2 has \d cases, planned were \d/);
    expect(code).toBe(2);
  });

  test('a whole run', async () => {
    const { code, stderr } = await cli(['merge', whole]);
    expect(stderr).toContain('this report is of a whole run, not of a part');
    expect(code).toBe(2);
  });
});

test.each<readonly [string, Readonly<Record<string, string>>, { index: number; count: number }]>([
  ['GitLab', { CI_NODE_INDEX: '2', CI_NODE_TOTAL: '3' }, { index: 2, count: 3 }],
  ['Buildkite', { BUILDKITE_PARALLEL_JOB: '1', BUILDKITE_PARALLEL_JOB_COUNT: '3' }, { index: 2, count: 3 }],
  ['CircleCI', { CIRCLE_NODE_INDEX: '1', CIRCLE_NODE_TOTAL: '3' }, { index: 2, count: 3 }],
  ['Kubernetes', { JOB_COMPLETION_INDEX: '1', JOB_COMPLETIONS: '3' }, { index: 2, count: 3 }],
])('--shard auto is the part that %s gives', async (_, env, shard) => {
  const { stdout } = await cli([...base, '--shard', 'auto', '-r', 'json'], { env });
  const report = JSON.parse(stdout);
  expect(report.plan.shard).toMatchObject(shard);
  expect(verdictsOf(report)).toEqual(verdictsOf(readReport(part(2, 3))));
});

test('durations of a former run decide the parts, the same for each', async () => {
  const ids = await Promise.all(
    [1, 2].map(async (index) => {
      const { stdout } = await cli([...base, '--durations', whole, '--shard', `${index}/2`, '-r', 'json']);
      return Object.keys(verdictsOf(JSON.parse(stdout)));
    }),
  );
  expect(ids.flat().sort()).toEqual(Object.keys(verdictsOf(readReport(whole))));
});
