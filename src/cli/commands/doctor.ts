import type { Argv } from 'yargs';
import { type ArgumentsOf, defineCommand, hostOption } from '../options.ts';

const builder = (parser: Argv) =>
  hostOption(parser)
    .option('json', { type: 'boolean', default: false, describe: 'For programs' })
    .example("$0 doctor --host './my-driver'", 'check how a driver speaks the protocol');

export type DoctorArguments = ArgumentsOf<typeof builder>;

export const doctorCommand = defineCommand<DoctorArguments>({
  command: 'doctor',
  describe: "Check a driver's protocol: framing, handles, limits, shutdown, declarations",
  builder,
  handler: async (args) => (await import('../handlers/doctor.ts')).handleDoctor(args),
});
