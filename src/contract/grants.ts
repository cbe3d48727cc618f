import { z } from 'zod';
import { capabilities } from './outcome.ts';

/** One capability with its scope; the grammar of each scope is in docs/protocol.md, "grants". */
export const grantSchema = z.strictObject({
  capability: z.enum(capabilities),
  scope: z.string().min(1),
});
export type Grant = z.output<typeof grantSchema>;

/** WASI preview 1 as the protocol carries it. What is absent is denied; `{}` links it with nothing behind it. */
export const wasiSchema = z.strictObject({
  args: z.array(z.string()).optional(),
  env: z.record(z.string(), z.string()).optional(),
  stdin: z.union([z.enum(['empty', 'silent']), z.strictObject({ base64: z.string() })]).optional(),
  preopens: z
    .array(
      z.strictObject({
        guest: z.string(),
        host: z.string(),
        dirs: z.array(z.enum(['read', 'mutate'])),
        files: z.array(z.enum(['read', 'write'])),
      }),
    )
    .optional(),
  clock: z.union([z.literal('real'), z.strictObject({ fixed: z.string() })]).optional(),
  random: z.union([z.literal('real'), z.strictObject({ seed: z.string() })]).optional(),
});
export type Wasi = z.output<typeof wasiSchema>;
