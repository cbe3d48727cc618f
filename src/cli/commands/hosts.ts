import type { Argv } from 'yargs';
import { type ArgumentsOf, defineCommand } from '../options.ts';

const builder = (parser: Argv) =>
  parser
    .option('json', { type: 'boolean', default: false, describe: 'For programs' })
    .example('$0 hosts', 'the hosts that the kit knows, with version or what is missing');

export type HostsArguments = ArgumentsOf<typeof builder>;

export const hostsCommand = defineCommand<HostsArguments>({
  command: 'hosts',
  describe: 'List known hosts, with version or what is missing',
  builder,
  handler: async (args) => (await import('../handlers/hosts.ts')).handleHosts(args),
});
