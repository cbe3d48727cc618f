import type { Argv } from 'yargs';
import { levels } from '../../contract/fixture.ts';
import { type ArgumentsOf, defineCommand } from '../options.ts';

const builder = (parser: Argv) =>
  parser
    .positional('reports', { type: 'string', array: true, demandOption: true, describe: 'JSON reports of all parts' })
    .option('reporter', {
      requiresArg: true,
      alias: 'r',
      type: 'string',
      array: true,
      default: ['pretty'],
      describe: 'A reporter, or reporter=FILE; several at once',
    })
    .option('expectations', {
      requiresArg: true,
      type: 'string',
      describe: 'File of known failures (default: expectations/<host>.toml)',
    })
    .option('fail-on', {
      requiresArg: true,
      choices: levels,
      default: 'must' as const,
      describe: 'Weakest level whose failures exit 1',
    })
    .example('$0 merge part-*.json -r pretty -r junit=report.xml', 'join the parts of a sharded run')
    .epilogue('Refuses gaps, duplicates, and parts of different plans: exit code 2.');

export type MergeArguments = ArgumentsOf<typeof builder>;

export const mergeCommand = defineCommand<MergeArguments>({
  command: 'merge <reports..>',
  describe: 'Join the reports of a sharded run',
  builder,
  handler: async (args) => (await import('../handlers/merge.ts')).handleMerge(args),
});
