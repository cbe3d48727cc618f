import type { DoctorArguments } from '../commands/doctor.ts';
export const handleDoctor = async (_: DoctorArguments): Promise<void> => undefined;
