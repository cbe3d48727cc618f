import type { Report } from '../src/contract/report.ts';
import { sandproof } from './command.ts';
import { temporaryFolder, writeNoOps } from './no-ops.ts';
import { type Bench, median, type Row } from './row.ts';

const cases = 400;

const medianOf = async (fixtures: string, cache: string, args: readonly string[]): Promise<number> => {
  const { stdout } = await sandproof(['run', '--fixtures', fixtures, '-r', 'json', '-j', '1', ...args], cache);
  const report = JSON.parse(stdout) as Report;
  return median(report.cases.map(({ durationMs }) => durationMs));
};

/** What the harness costs a case whose guest does nothing: load, instantiate, call, canaries, drops, judging. */
export const bench: Bench = {
  name: 'cases',
  run: async () => {
    const folder = temporaryFolder();
    try {
      writeNoOps(folder.path, cases);
      const row = async (name: string, target: number, args: readonly string[]): Promise<Row> => ({
        name,
        value: await medianOf(folder.path, folder.path, args),
        unit: 'ms',
        target,
        how: `median of ${cases} cases: sandproof run ${args.join(' ')}`,
      });
      await medianOf(folder.path, folder.path, ['--in-process']);
      return [
        await row('a case, in-process', 1, ['--in-process', '--isolation', 'thread']),
        await row('a case, over stdio', 3, ['--isolation', 'thread']),
        await row('a case, over stdio, guests in a Worker', 3, []),
      ];
    } finally {
      folder.remove();
    }
  },
};
