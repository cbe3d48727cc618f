import { z } from 'zod';
import { reportSchema } from './report.ts';

/** Several hosts over the same fixtures, as `sandproof matrix` writes it: a whole report for each, in the order asked. */
export const matrixSchema = z.object({
  schema: z.literal('sandproof/matrix@1'),
  hosts: z.array(reportSchema).min(1),
});
export type Matrix = z.output<typeof matrixSchema>;
