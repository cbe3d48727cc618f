import type { Argv } from 'yargs';
import { type ArgumentsOf, defineCommand, hostOption, referenceOptions } from '../options.ts';

const builder = (parser: Argv) =>
  referenceOptions(hostOption(parser))
    .positional('path', {
      type: 'string',
      array: true,
      demandOption: true,
      describe: 'Scripts (.wast), or folders of scripts',
    })
    .option('metered', {
      type: 'boolean',
      default: false,
      describe: 'Give every module fuel, so that the host meters it',
    })
    .option('workers', {
      requiresArg: true,
      alias: 'j',
      type: 'number',
      describe: 'Hosts at the same time (default: one a processor)',
    })
    .option('deadline', {
      requiresArg: true,
      type: 'string',
      default: '30s',
      describe: 'Time for one command before a host is given up',
    })
    .option('all', { type: 'boolean', default: false, describe: 'Show all failures of a script, not the first ten' })
    .option('json', { type: 'boolean', default: false, describe: 'For programs' })
    .example('$0 spec ~/spec/test/core', 'the official scripts on the reference sandbox')
    .example('$0 spec ~/spec/test/core --host wasmtime --metered', 'on another host, metered')
    .epilogue(
      'Exit codes: 0 nothing failed · 1 an assertion failed · 2 the host does not start · 3 wrong usage or no script',
    );

export type SpecArguments = ArgumentsOf<typeof builder>;

export const specCommand = defineCommand<SpecArguments>({
  command: 'spec <path..>',
  describe: "Run scripts of WebAssembly's own test suite on a host",
  builder,
  handler: async (args) => (await import('../handlers/spec.ts')).handleSpec(args),
});
