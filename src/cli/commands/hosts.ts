import type { Argv } from 'yargs';
import { type ArgumentsOf, defineCommand } from '../options.ts';

const buildBuilder = (parser: Argv) =>
  parser
    .positional('host', { type: 'string', array: true, describe: 'Known hosts, or paths of manifests' })
    .option('all', { type: 'boolean', default: false, describe: 'All known hosts whose toolchains are here' })
    .option('verbose', { type: 'boolean', default: false, describe: 'Show what the steps print, as it comes' })
    .example('$0 hosts build wasmtime', 'build a driver, into your cache folder')
    .example('$0 hosts build --all', 'build what can be built here')
    .epilogue('Exit codes: 0 built, or built before · 2 a build failed or its toolchain is missing · 3 wrong usage');

export type BuildArguments = ArgumentsOf<typeof buildBuilder>;

const buildCommand = defineCommand<BuildArguments>({
  command: 'build [host..]',
  describe: 'Build the drivers of known hosts',
  builder: buildBuilder,
  handler: async (args) => (await import('../handlers/hosts-build.ts')).handleBuild(args),
});

const builder = (parser: Argv) => {
  buildCommand(parser);
  return parser
    .option('json', { type: 'boolean', default: false, global: false, describe: 'For programs' })
    .example('$0 hosts', 'the hosts that the kit knows, with version or what is missing')
    .example('$0 hosts build wasmtime', 'build the driver of one');
};

export type HostsArguments = ArgumentsOf<typeof builder>;

export const hostsCommand = defineCommand<HostsArguments>({
  command: 'hosts',
  describe: 'List known hosts, with version or what is missing; build them',
  builder,
  handler: async (args) => (await import('../handlers/hosts.ts')).handleHosts(args),
});
