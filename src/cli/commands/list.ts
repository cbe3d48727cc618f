import type { Argv } from 'yargs';
import { type ArgumentsOf, defineCommand, fixturesOption, selectionOptions } from '../options.ts';

const builder = (parser: Argv) =>
  selectionOptions(fixturesOption(parser))
    .option('json', { type: 'boolean', default: false, describe: 'For programs' })
    .example('$0 list', 'every suite with its requirements')
    .example('$0 list --suite cpu --level must', 'what a host must do about CPU time')
    .example('$0 list --json', 'the same for programs');

export type ListArguments = ArgumentsOf<typeof builder>;

export const listCommand = defineCommand<ListArguments>({
  command: 'list [case..]',
  describe: 'List suites and their requirements',
  builder,
  handler: async (args) => (await import('../handlers/list.ts')).handleList(args),
});
