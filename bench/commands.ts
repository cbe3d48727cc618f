import { sandproof } from './command.ts';
import { temporaryFolder } from './no-ops.ts';
import { type Bench, median } from './row.ts';

const times = 7;

/** What a user waits for: the first case, a cold compilation, a whole run. */
export const bench: Bench = {
  name: 'commands',
  run: async () => {
    const folder = temporaryFolder();
    const fresh = temporaryFolder();
    try {
      const cold = await sandproof(['run'], folder.path);
      const compiled = await sandproof(['compile', '--no-cache'], folder.path);
      const warm = await sandproof(['run'], folder.path);
      const starts: number[] = [];
      for (let round = 0; round < times; round += 1) {
        // TAP's version is written when the plan stands, before the first case.
        starts.push((await sandproof(['run', '-r', 'tap', '-j', '1'], folder.path)).firstOutputMs);
      }
      return [
        {
          name: 'whole run, cold',
          value: cold.wallMs / 1000,
          unit: 's',
          target: 15,
          how: 'sandproof run, nothing cached',
        },
        { name: 'whole run, warm', value: warm.wallMs / 1000, unit: 's', target: 15, how: 'sandproof run' },
        {
          name: 'compile all fixtures, cold',
          value: compiled.wallMs / 1000,
          unit: 's',
          target: 3,
          how: 'sandproof compile --no-cache',
        },
        {
          name: 'warm start to the first case',
          value: median(starts),
          unit: 'ms',
          target: 400,
          how: `median of ${times}: sandproof run, until its plan stands`,
        },
      ];
    } finally {
      folder.remove();
      fresh.remove();
    }
  },
};
