import type { CommandModule } from 'yargs';
export const mergeCommand: CommandModule = { command: 'merge', describe: 'todo', handler: () => undefined };
