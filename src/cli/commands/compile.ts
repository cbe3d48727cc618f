import type { CommandModule } from 'yargs';
export const compileCommand: CommandModule = { command: 'compile', describe: 'todo', handler: () => undefined };
