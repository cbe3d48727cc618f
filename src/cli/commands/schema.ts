import type { CommandModule } from 'yargs';
export const schemaCommand: CommandModule = { command: 'schema', describe: 'todo', handler: () => undefined };
