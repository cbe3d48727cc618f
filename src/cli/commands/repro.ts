import type { CommandModule } from 'yargs';
export const reproCommand: CommandModule = { command: 'repro', describe: 'todo', handler: () => undefined };
