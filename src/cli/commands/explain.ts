import type { CommandModule } from 'yargs';
export const explainCommand: CommandModule = { command: 'explain', describe: 'todo', handler: () => undefined };
