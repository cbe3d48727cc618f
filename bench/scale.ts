import { join } from 'node:path';
import { type CommandRun, sandproof } from './command.ts';
import { temporaryFolder, writeNoOps } from './no-ops.ts';
import type { Bench } from './row.ts';

const few = 1000;
const many = 10_000;

/** Whether time and memory of the kit grow no faster than the plan. */
export const bench: Bench = {
  name: 'scale',
  run: async () => {
    const folder = temporaryFolder();
    const measure = async (count: number): Promise<CommandRun> => {
      const fixtures = join(folder.path, String(count));
      writeNoOps(fixtures, count);
      const args = ['run', '--fixtures', fixtures, '-r', `json=${join(folder.path, `${count}.json`)}`, '-r', 'tap'];
      return sandproof(args, join(folder.path, `cache-${count}`));
    };
    try {
      const less = await measure(few);
      const more = await measure(many);
      const how = `sandproof run --fixtures DIR, ${many} no-op fixtures, nothing cached`;
      return [
        { name: `${few} cases`, value: less.wallMs / 1000, unit: 's', how },
        { name: `${many} cases`, value: more.wallMs / 1000, unit: 's', how },
        {
          name: 'time a case, 10,000 to 1,000',
          value: more.wallMs / many / (less.wallMs / few),
          unit: 'x',
          target: 1.1,
          how,
        },
        {
          name: `peak memory of the kit, ${many} cases`,
          value: more.peakBytes / 2 ** 20,
          unit: 'MB',
          target: 300,
          how,
        },
      ];
    } finally {
      folder.remove();
    }
  },
};
