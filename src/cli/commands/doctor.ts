import type { CommandModule } from 'yargs';
export const doctorCommand: CommandModule = { command: 'doctor', describe: 'todo', handler: () => undefined };
