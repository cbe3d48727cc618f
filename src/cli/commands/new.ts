import type { Argv } from 'yargs';
import { type ArgumentsOf, defineCommand } from '../options.ts';

const builder = (parser: Argv) =>
  parser
    .positional('what', { type: 'string', choices: ['host'] as const, demandOption: true, describe: 'What to begin' })
    .positional('language', { type: 'string', demandOption: true, describe: 'Language of the driver' })
    .positional('folder', { type: 'string', describe: 'Where to write it (default: my-host)' })
    .example('$0 new host go', 'a driver in Go, in ./my-host')
    .example('$0 new host rust drivers/acme', 'one in Rust, named acme');

export type NewArguments = ArgumentsOf<typeof builder>;

export const newCommand = defineCommand<NewArguments>({
  command: 'new <what> <language> [folder]',
  describe: 'Begin a driver that runs as it is, with the places to fill in marked',
  builder,
  handler: async (args) => (await import('../handlers/new.ts')).handleNew(args),
});
