import { z } from 'zod';

/**
 * What a host says happened: the claim that the kit holds against what it saw itself.
 * Wire form: docs/protocol.md, "outcome".
 */

/** The life of a guest, in order. A phase says how far it came. */
export const phases = ['decode', 'validate', 'link', 'instantiate', 'start', 'call'] as const;
export type Phase = (typeof phases)[number];

/** The closed list of trap codes; an engine's own further codes are `x-<vendor>-<name>`. */
export const trapCodes = [
  'unreachable',
  'integer-divide-by-zero',
  'integer-overflow',
  'invalid-conversion-to-integer',
  'memory-out-of-bounds',
  'table-out-of-bounds',
  'uninitialized-element',
  'indirect-call-type-mismatch',
  'null-reference',
  'cast-failure',
  'array-out-of-bounds',
  'unaligned-atomic',
  'expected-shared-memory',
  'allocation-failure',
  'canonical-abi',
  'host-function',
] as const;
export type TrapCode = (typeof trapCodes)[number] | `x-${string}`;

/** Budgets that can end a guest. */
export const limitResources = [
  'fuel',
  'time',
  'memory',
  'table',
  'stack',
  'instances',
  'output',
  'module-size',
  'compile',
  'handles',
  'hostcall-bytes',
  'http-body',
  'reentry-depth',
] as const;
export type LimitResource = (typeof limitResources)[number];

/** Why a request of phase `call` never ran; at other phases the reason is free text. */
export const callRejections = [
  'no-such-export',
  'argument-mismatch',
  'poisoned',
  'closed',
  'busy',
  'unknown-handle',
] as const;
export type CallRejection = (typeof callRejections)[number];

/** Kinds of capability that a host grants; the same words are used when one is denied. */
export const capabilities = [
  'file-read',
  'file-write',
  'network-outbound',
  'network-inbound',
  'storage',
  'process-spawn',
  'messaging',
  'custom',
  'host-function',
] as const;
export type Capability = (typeof capabilities)[number];

const phase = z.enum(phases);
const trapCode = z.union([z.enum(trapCodes), z.string().regex(/^x-[a-z0-9]+-[a-z0-9-]+$/)]);
/** For people only: shown with a failure, never compared. */
const message = z.string().optional();

/** Core values are `{type, value}`; component values are any JSON (docs/protocol.md, "Values"). */
export const wireValueSchema = z.unknown();

/** The wire form of an outcome: a kind, where it happened, and the detail of that kind. */
export const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('returned'), phase: phase.default('call'), values: z.array(wireValueSchema), message }),
  z.object({ kind: z.literal('trapped'), phase, code: trapCode, message }),
  z.object({ kind: z.literal('limit'), phase, resource: z.enum(limitResources), message }),
  z.object({
    kind: z.literal('denied'),
    phase,
    capability: z.enum(capabilities),
    scope: z.string().optional(),
    message,
  }),
  z.object({ kind: z.literal('threw'), phase, message }),
  z.object({ kind: z.literal('exited'), phase, exitCode: z.int().min(0).max(0xffff_ffff), message }),
  z.object({ kind: z.literal('cancelled'), phase, message }),
  z.object({ kind: z.literal('rejected'), phase, reason: z.string().optional(), message }),
  z.object({ kind: z.literal('unsupported'), feature: z.string(), message }),
  z.object({ kind: z.literal('host-error'), phase: phase.optional(), message }),
]);

export type Outcome = z.output<typeof outcomeSchema>;
export type OutcomeKind = Outcome['kind'];
