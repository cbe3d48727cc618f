import type { Argv } from 'yargs';
import {
  type ArgumentsOf,
  defineCommand,
  fixturesOption,
  many,
  reportOptions,
  runOptions,
  selectionOptions,
} from '../options.ts';

const builder = (parser: Argv) =>
  runOptions(reportOptions(selectionOptions(fixturesOption(parser))))
    .option('hosts', {
      ...many,
      requiresArg: true,
      describe: 'Hosts as --host takes them, with commas between names (default: all known hosts that are here)',
    })
    .example('$0 matrix --hosts reference,wasmtime,wazero', 'three hosts, one table')
    .example('$0 matrix --suite memory -r pretty -r json=matrix.json', 'a suite on every host that is here')
    .epilogue('Exit codes: those of `run`, the gravest of all hosts');

export type MatrixArguments = ArgumentsOf<typeof builder>;

export const matrixCommand = defineCommand<MatrixArguments>({
  command: 'matrix [case..]',
  describe: 'Run several hosts and report them side by side',
  builder,
  handler: async (args) => (await import('../handlers/matrix.ts')).handleMatrix(args),
});
