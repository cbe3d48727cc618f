import type { Argv } from 'yargs';
import { type ArgumentsOf, defineCommand, fixturesOption } from '../options.ts';

const builder = (parser: Argv) =>
  fixturesOption(parser)
    .positional('case', {
      type: 'string',
      demandOption: true,
      describe: 'A fixture or case, such as memory/grow-beyond-limit',
    })
    .example('$0 explain memory/grow-beyond-limit', 'what it demands, why, and the guest that tries');

export type ExplainArguments = ArgumentsOf<typeof builder>;

export const explainCommand = defineCommand<ExplainArguments>({
  command: 'explain <case>',
  describe: 'Explain a requirement: what, why, evidence, and the guest',
  builder,
  handler: async (args) => (await import('../handlers/explain.ts')).handleExplain(args),
});
