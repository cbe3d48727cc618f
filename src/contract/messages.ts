import { z } from 'zod';
import { grantSchema, wasiSchema } from './grants.ts';
import { limitsSchema } from './limits.ts';
import { outcomeSchema } from './outcome.ts';

/**
 * Requests and replies of the host protocol, version 1. Requests say what a driver must understand, replies
 * what it may answer; unknown fields are dropped, except inside `limits`, `grants` and `wasi`.
 */

/** Longest message in bytes, from the nonce on. */
export const maxMessageBytes = 16 * 1024 * 1024;

/** A host's name for a module, sandbox or reference: the kit echoes it and looks no further. */
export const handleSchema = z.unknown();

const wasmSchema = z.union([
  z.object({ path: z.string(), sha256: z.string() }),
  z.object({ base64: z.string(), sha256: z.string() }),
]);

/** Every request without its id. */
export const requestSchemas = {
  hello: z.object({
    op: z.literal('hello'),
    protocol: z.array(z.int()),
    nonce: z.string(),
    suite: z.object({ name: z.string(), version: z.string() }),
  }),
  load: z.object({
    op: z.literal('load'),
    kind: z.enum(['module', 'component']),
    wasm: wasmSchema,
    limits: limitsSchema.optional(),
  }),
  instantiate: z.object({
    op: z.literal('instantiate'),
    module: handleSchema,
    limits: limitsSchema.optional(),
    grants: z.array(grantSchema).optional(),
    wasi: wasiSchema.optional(),
    group: z.string().optional(),
    link: z.record(z.string(), handleSchema).optional(),
  }),
  call: z.object({
    op: z.literal('call'),
    sandbox: handleSchema,
    export: z.string(),
    args: z.array(z.unknown()),
    params: z.array(z.string()).optional(),
    results: z.array(z.string()).optional(),
    limits: limitsSchema.optional(),
  }),
  inspect: z.object({ op: z.literal('inspect'), sandbox: handleSchema }),
  regrant: z.object({
    op: z.literal('regrant'),
    sandbox: handleSchema,
    add: z.array(grantSchema).optional(),
    remove: z.array(grantSchema).optional(),
  }),
  cancel: z.object({ op: z.literal('cancel'), sandbox: handleSchema }),
  drop: z.object({ op: z.literal('drop'), sandbox: handleSchema.optional(), module: handleSchema.optional() }),
  measure: z.object({
    op: z.literal('measure'),
    what: z.enum(['engine', 'load', 'instantiate', 'call', 'host-call', 'trap', 'drop']),
    module: handleSchema.optional(),
    sandbox: handleSchema.optional(),
    wasm: wasmSchema.optional(),
    export: z.string().optional(),
    args: z.array(z.unknown()).optional(),
    params: z.array(z.string()).optional(),
    results: z.array(z.string()).optional(),
    limits: limitsSchema.optional(),
    grants: z.array(grantSchema).optional(),
    iterations: z.int().positive(),
    samples: z.int().positive(),
  }),
  ping: z.object({ op: z.literal('ping') }),
  bye: z.object({ op: z.literal('bye') }),
} as const;

export type Op = keyof typeof requestSchemas;
/** A request without its id. */
export type Request = { [K in Op]: z.output<(typeof requestSchemas)[K]> }[Op];
export type RequestOf<K extends Op> = z.output<(typeof requestSchemas)[K]> & { readonly op: K };

const fuelText = z.string().regex(/^\d{1,20}$/);

/** What a sandbox has used, over its life; each figure is optional. */
export const usageSchema = z.object({
  state: z.enum(['idle', 'running', 'poisoned', 'closed']).optional(),
  memoryBytes: z.number().nonnegative().optional(),
  memoryPeakBytes: z.number().nonnegative().optional(),
  fuelUsed: fuelText.optional(),
  fuelLeft: fuelText.optional(),
});
export type Usage = z.output<typeof usageSchema>;

const base64 = z.base64();

/** What a sandbox wrote since the last reply about it, each stream in base64. */
export const outputSchema = z.object({
  stdout: base64.optional(),
  stderr: base64.optional(),
  log: base64.optional(),
  truncated: z.boolean().default(false),
});
export type Output = z.output<typeof outputSchema>;

const outcome = outcomeSchema.optional();

/** Replies without their id. Every one may be an `outcome` in place of what was asked for. */
export const replySchemas = {
  load: z.object({ module: handleSchema.optional(), outcome }),
  instantiate: z.object({ sandbox: handleSchema.optional(), outcome, output: outputSchema.optional() }),
  call: z.object({ outcome: outcomeSchema, usage: usageSchema.optional(), output: outputSchema.optional() }),
  inspect: z.object({ usage: usageSchema.optional(), outcome }),
  regrant: z.object({ outcome }),
  cancel: z.object({ outcome }),
  drop: z.object({ outcome }),
  measure: z.object({ nanoseconds: z.array(z.number()).optional(), outcome }),
  ping: z.object({ outcome }),
  bye: z.object({ outcome }),
} as const;

export type ReplyOf<K extends keyof typeof replySchemas> = z.output<(typeof replySchemas)[K]>;
