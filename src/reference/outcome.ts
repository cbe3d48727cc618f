/** What became of a request to the sandbox. A discriminated union: nothing a guest does is thrown at its owner. */

export type Phase = 'decode' | 'validate' | 'link' | 'instantiate' | 'start' | 'call';

/** The trap codes of the host protocol, and `x-v8-…` for what V8 says otherwise. */
export type TrapCode =
  | 'unreachable'
  | 'integer-divide-by-zero'
  | 'integer-overflow'
  | 'invalid-conversion-to-integer'
  | 'memory-out-of-bounds'
  | 'table-out-of-bounds'
  | 'uninitialized-element'
  | 'indirect-call-type-mismatch'
  | 'null-reference'
  | 'cast-failure'
  | 'array-out-of-bounds'
  | 'unaligned-atomic'
  | 'expected-shared-memory'
  | 'allocation-failure'
  | 'host-function'
  | `x-v8-${string}`;

/** Budgets that end a guest. */
export type LimitResource =
  | 'fuel'
  | 'time'
  | 'memory'
  | 'table'
  | 'stack'
  | 'instances'
  | 'output'
  | 'module-size'
  | 'compile'
  | 'handles'
  | 'hostcall-bytes'
  | 'reentry-depth';

/** Why a request at phase `call` never reached the guest. */
export type CallRejection = 'no-such-export' | 'argument-mismatch' | 'poisoned' | 'closed' | 'busy' | 'unknown-handle';

/** Anything but success. */
export type Ending =
  | { readonly kind: 'trapped'; readonly phase: Phase; readonly code: TrapCode; readonly message: string }
  | { readonly kind: 'limit'; readonly phase: Phase; readonly resource: LimitResource; readonly message: string }
  | { readonly kind: 'denied'; readonly phase: Phase; readonly capability: string; readonly scope: string }
  | { readonly kind: 'threw'; readonly phase: Phase; readonly message: string }
  | { readonly kind: 'exited'; readonly phase: Phase; readonly exitCode: number }
  | { readonly kind: 'cancelled'; readonly phase: Phase }
  | { readonly kind: 'rejected'; readonly phase: Phase; readonly reason: string; readonly message: string }
  | { readonly kind: 'unsupported'; readonly feature: string; readonly message: string }
  /** The sandbox itself failed; a bug of ours or of the engine. */
  | { readonly kind: 'host-error'; readonly phase: Phase; readonly message: string };

/** A value as it crosses the boundary: numbers, 64-bit integers, `null`, or an opaque reference. */
export type Value = number | bigint | null | Reference;

/** Stands for a reference that the guest gave out; good for the sandbox that it came from, and for nothing else. */
export interface Reference {
  readonly reference: number;
}

export type CallResult = { readonly kind: 'returned'; readonly values: readonly Value[] } | Ending;
