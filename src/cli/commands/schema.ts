import type { Argv } from 'yargs';
import { type ArgumentsOf, defineCommand } from '../options.ts';

const builder = (parser: Argv) =>
  parser
    .positional('name', { type: 'string', describe: 'Which one; without it their names are listed' })
    .example('$0 schema report', 'what --reporter json writes');

export type SchemaArguments = ArgumentsOf<typeof builder>;

export const schemaCommand = defineCommand<SchemaArguments>({
  command: 'schema [name]',
  describe: 'Print the JSON Schema of a report or protocol message',
  builder,
  handler: async (args) => (await import('../handlers/schema.ts')).handleSchema(args),
});
