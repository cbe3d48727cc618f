import type { Argv } from 'yargs';
import { type ArgumentsOf, defineCommand, verdictOptions } from '../options.ts';

const builder = (parser: Argv) =>
  verdictOptions(parser)
    .positional('reports', { type: 'string', array: true, demandOption: true, describe: 'JSON reports of all parts' })
    .example('$0 merge part-*.json -r pretty -r junit=report.xml', 'join the parts of a sharded run')
    .epilogue('Refuses gaps, duplicates, and parts of different plans: exit code 2.');

export type MergeArguments = ArgumentsOf<typeof builder>;

export const mergeCommand = defineCommand<MergeArguments>({
  command: 'merge <reports..>',
  describe: 'Join the reports of a sharded run',
  builder,
  handler: async (args) => (await import('../handlers/merge.ts')).handleMerge(args),
});
