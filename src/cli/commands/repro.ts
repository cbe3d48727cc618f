import type { Argv } from 'yargs';
import { type ArgumentsOf, defineCommand, fixturesOption, hostOption, referenceOptions } from '../options.ts';

const builder = (parser: Argv) =>
  referenceOptions(hostOption(fixturesOption(parser)))
    .positional('case', { type: 'string', demandOption: true, describe: 'A case, such as memory/grow-beyond-limit' })
    .option('out', {
      requiresArg: true,
      type: 'string',
      default: 'sandproof-repro',
      describe: 'Folder for the modules and the transcript',
    })
    .example("$0 repro cpu/loop-br@fuel --host './my-driver'", 'one case, step by step');

export type ReproArguments = ArgumentsOf<typeof builder>;

export const reproCommand = defineCommand<ReproArguments>({
  command: 'repro <case>',
  describe: 'Run one case step by step; leaves the modules and the transcript',
  builder,
  handler: async (args) => (await import('../handlers/repro.ts')).handleRepro(args),
});
