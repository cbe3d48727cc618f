import type { Argv } from 'yargs';
import { type ArgumentsOf, defineCommand, fixturesOption } from '../options.ts';

const builder = (parser: Argv) =>
  fixturesOption(parser)
    .positional('names', {
      type: 'string',
      array: true,
      describe: 'Fixtures by id, or files; all fixtures where none is named',
    })
    .option('out', {
      requiresArg: true,
      alias: 'o',
      type: 'string',
      describe: 'Folder for the .wasm files; without it they are only checked',
    })
    .option('cache', { type: 'boolean', default: false, describe: 'Take modules from the cache' })
    .example('$0 compile', 'check that every fixture compiles')
    .example('$0 compile memory/grow-beyond-limit -o .', 'write the bytes of one');

export type CompileArguments = ArgumentsOf<typeof builder>;

export const compileCommand = defineCommand<CompileArguments>({
  command: 'compile [names..]',
  describe: 'Compile fixtures to WebAssembly',
  builder,
  handler: async (args) => (await import('../handlers/compile.ts')).handleCompile(args),
});
