import { z } from 'zod';
import { type LimitField, limitFields } from './limits.ts';

/** What a host says about itself in its reply to `hello` (docs/protocol.md, "Requests and replies", "declares"). */

/** Pairs of trap codes that some engines cannot tell apart; no others may be merged. */
export const trapMergers = [
  ['uninitialized-element', 'indirect-call-type-mismatch'],
  ['uninitialized-element', 'table-out-of-bounds'],
  ['integer-overflow', 'invalid-conversion-to-integer'],
] as const;

/** Pairs of phases that some engines cannot tell apart; no others may be merged. */
export const phaseMergers = [
  ['decode', 'validate'],
  ['link', 'instantiate'],
  ['instantiate', 'start'],
] as const;

const mergerSchema = (allowed: readonly (readonly [string, string])[]) =>
  z
    .array(z.tuple([z.string(), z.string()]))
    .default([])
    .refine((pairs) => pairs.every((pair) => allowed.some((known) => isSamePair(known, pair))), {
      message: `only these pairs may be merged: ${allowed.map((pair) => pair.join(' with ')).join(', ')}`,
    });

const isSamePair = (a: readonly [string, string], b: readonly [string, string]): boolean =>
  (a[0] === b[0] && a[1] === b[1]) || (a[0] === b[1] && a[1] === b[0]);

const linked = { link: z.string().optional() };

/** What a host documents about itself, with the defaults that hold where it says nothing. */
export const declaresSchema = z.object({
  cpu: z
    .object({
      mechanism: z.enum(['fuel', 'epoch', 'deadline', 'instruction-count', 'none']).default('none'),
      deterministic: z.boolean().default(false),
      hostCallsInterruptible: z.boolean().default(false),
      perSandbox: z.boolean().default(true),
      /** Milliseconds that a deadline may be late. */
      slackMs: z.number().nonnegative().default(0),
      /** Fuel that may be spent beyond the budget, as a decimal string. */
      overshoot: z.string().regex(/^\d+$/).default('0'),
      ...linked,
    })
    .prefault({}),
  memory: z
    .object({
      growFailure: z.enum(['minus-one', 'trap']).default('minus-one'),
      scope: z.enum(['sandbox', 'memory']).default('sandbox'),
      ...linked,
    })
    .prefault({}),
  afterTrap: z.enum(['usable', 'poisoned']).default('usable'),
  unknownImports: z.enum(['reject', 'trap-on-call']).default('reject'),
  state: z.enum(['persists', 'fresh-per-call']).default('persists'),
  fs: z
    .object({
      jail: z.union([z.boolean(), z.literal('lexical')]).default(true),
      rights: z.enum(['preview1', 'preopen', 'none']).default('none'),
      ...linked,
    })
    .prefault({}),
  isolation: z.enum(['thread', 'process', 'none']).default('none'),
  trapMerging: mergerSchema(trapMergers),
  phaseMerging: mergerSchema(phaseMergers),
});
export type Declares = z.output<typeof declaresSchema>;

const limitSupportSchema = z.object({
  supported: z.boolean(),
  granularity: z.number().positive().optional(),
  mechanism: z.string().optional(),
  default: z.union([z.number(), z.string(), z.null()]).optional(),
});
export type LimitSupport = z.output<typeof limitSupportSchema>;

/** The reply to `hello`. */
export const descriptionSchema = z.object({
  /** The one version chosen out of those that the kit offered. */
  protocol: z.literal(1),
  host: z.object({
    name: z.string().min(1),
    version: z.string().min(1),
    engine: z.string().min(1),
    engineVersion: z.string().optional(),
    language: z.string().min(1),
    os: z.string().min(1),
    arch: z.string().min(1),
  }),
  profiles: z.array(z.string()),
  features: z.array(z.string()),
  featuresOff: z.array(z.string()).default([]),
  limits: z.partialRecord(z.enum(limitFields as [LimitField, ...LimitField[]]), limitSupportSchema),
  concurrency: z.int().positive().default(1),
  declares: declaresSchema.prefault({}),
});

/** The reply to `hello`, with what it left out filled in. */
export type HostDescription = z.output<typeof descriptionSchema>;
/** The reply to `hello` as a driver writes it. */
export type HostDescriptionInput = z.input<typeof descriptionSchema>;

/** Whether two words are the same, or a pair that this host declared it cannot tell apart. */
export const isMerged = (pairs: readonly (readonly [string, string])[], a: string, b: string): boolean =>
  a === b || pairs.some((pair) => isSamePair(pair, [a, b]));
