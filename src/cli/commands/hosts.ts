import type { CommandModule } from 'yargs';
export const hostsCommand: CommandModule = { command: 'hosts', describe: 'todo', handler: () => undefined };
