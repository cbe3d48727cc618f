import type { CommandModule } from 'yargs';
export const listCommand: CommandModule = { command: 'list', describe: 'todo', handler: () => undefined };
