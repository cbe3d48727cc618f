import type { Grant, Wasi } from './grants.ts';
import type { Limits } from './limits.ts';
import type { CallRejection, Capability, LimitResource, Phase, TrapCode } from './outcome.ts';
import type { ArgumentValue, ExpectedValue } from './value.ts';

/** How much a requirement binds, in RFC 2119's sense. */
export const levels = ['must', 'should', 'may'] as const;
export type Level = (typeof levels)[number];

/** Where the bytes of a module come from. */
export type ModuleSource =
  | { readonly kind: 'text'; readonly file: string; readonly text: string; readonly valid: boolean }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'generated'; readonly generator: string; readonly parameters: Readonly<Record<string, unknown>> };

/** Fuel in a header: an exact figure, or as many iterations of the calibration loop. */
export type FuelBudget = { readonly exact: string } | { readonly iterations: number };

/** Limits of a step before the host is known: fuel may still be in iterations. */
export interface StepLimits extends Omit<Limits, 'fuel'> {
  readonly fuel?: FuelBudget;
}

/** A condition on what the host declares: dotted path into `declares`, and the value it must have. */
export type DeclaredCondition = Readonly<Record<string, string | boolean | number>>;

/** One outcome that a step may have. */
export type ExpectedOutcome = { readonly when?: DeclaredCondition; readonly phases?: readonly Phase[] } & (
  | { readonly kind: 'returned'; readonly values: readonly ExpectedValue[] | '*' }
  | { readonly kind: 'trapped'; readonly code: TrapCode | '*' }
  | { readonly kind: 'limit'; readonly resources: readonly (LimitResource | 'cpu')[] }
  | { readonly kind: 'denied'; readonly capability: Capability | '*' }
  | { readonly kind: 'threw' }
  | { readonly kind: 'exited'; readonly exitCode: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'rejected'; readonly reasons: readonly CallRejection[] | '*' }
  /** The request did what it says: a module was loaded, a sandbox made, a handle dropped. */
  | { readonly kind: 'done' }
  /** Whatever ends or answers the guest, but a failure of the host itself. */
  | { readonly kind: 'contained' }
);

/** Bounds on a figure of `usage`; fuel may be in iterations of the calibration loop. */
export interface UsageBound {
  readonly figure: 'memoryBytes' | 'memoryPeakBytes' | 'fuelUsed' | 'fuelLeft';
  readonly min?: string;
  readonly max?: string;
}

/** What a step must come to: one of the alternatives, and all of the rest. */
export interface Expectation {
  readonly outcomes: readonly ExpectedOutcome[];
  /** Text that the guest must have written since the last reply, by stream. */
  readonly output?: Readonly<Partial<Record<'stdout' | 'stderr' | 'log', string>>>;
  readonly states?: readonly string[];
  readonly usage?: readonly UsageBound[];
}

interface StepBase {
  /** Line of the step in the fixture's file; 0 for an implied one. */
  readonly line: number;
  readonly expect: Expectation;
}

export type LoadStep = StepBase & { readonly op: 'load'; readonly module: string; readonly limits: StepLimits };
export type InstantiateStep = StepBase & {
  readonly op: 'instantiate';
  readonly module: string;
  readonly as: string;
  readonly limits: StepLimits;
  readonly grants: readonly Grant[];
  readonly wasi?: Wasi;
  readonly group?: string;
  readonly link: Readonly<Record<string, string>>;
};
export type CallStep = StepBase & {
  readonly op: 'call';
  readonly on: string;
  readonly export: string;
  readonly args: readonly ArgumentValue[];
  readonly limits: StepLimits;
  /** Name under which the references that came back can be used as arguments (`externref:@name`). */
  readonly save?: string;
  /** How often the call is made; every time must meet the expectation. */
  readonly repeat: number;
  /** Send the call exactly as written, without the export's static types (a call that is wrong on purpose). */
  readonly untyped: boolean;
};
export type DropStep = StepBase & { readonly op: 'drop'; readonly what: 'sandbox' | 'module'; readonly name: string };
export type CancelStep = StepBase & { readonly op: 'cancel'; readonly on: string };
export type InspectStep = StepBase & { readonly op: 'inspect'; readonly on: string };
export type RegrantStep = StepBase & {
  readonly op: 'regrant';
  readonly on: string;
  readonly add: readonly Grant[];
  readonly remove: readonly Grant[];
};
export type WaitStep = StepBase & { readonly op: 'wait'; readonly milliseconds: number };
/** Steps under way at the same time, each begun once the one before has started. */
export type ParallelStep = StepBase & { readonly op: 'parallel'; readonly steps: readonly SingleStep[] };

/** A step by itself, as it may stand inside `parallel`. */
export type SingleStep =
  | LoadStep
  | InstantiateStep
  | CallStep
  | DropStep
  | CancelStep
  | InspectStep
  | RegrantStep
  | WaitStep;
export type Step = SingleStep | ParallelStep;

/** CPU budgets for a rule that is stated for any mechanism. */
export interface CpuBudget {
  /** Iterations of the calibration loop, where the host meters. */
  readonly iterations: number;
  /** Milliseconds, where the host has deadlines. */
  readonly milliseconds: number;
}

/** A case that runs all its steps many times, to find leaks. */
export interface Repetition {
  readonly times: number;
  /** Bytes of memory that the guest touches in each iteration; at least 1 MiB for a leak to be judged. */
  readonly touches: number;
}

/** One requirement and the guest that tries to break it. */
export interface Fixture {
  /** Path below `wat-fixtures` without extension. */
  readonly id: string;
  readonly suite: string;
  readonly file: string;
  readonly title: string;
  readonly level: Level;
  /** The specification's section, or what every sandbox owes its user. */
  readonly spec: string;
  /** Advisories, issues and tests of other projects that show the need. */
  readonly evidence: readonly string[];
  /** Row of the catalogue of behaviours that this comes from. */
  readonly row?: string;
  /** Features, abilities and limits that the host must have, written and derived. `!x`: must be off. */
  readonly requires: readonly string[];
  readonly modules: Readonly<Record<string, ModuleSource>>;
  readonly cpu?: CpuBudget;
  readonly repeat?: Repetition;
  /** Dotted path of the declaration that may excuse a failure. */
  readonly weakness?: string;
  /** Name of a check in the suite's file that looks at the whole record. */
  readonly check?: string;
  readonly steps: readonly Step[];
  /** SHA-256 of all that the fixture is made of, hexadecimal. */
  readonly hash: string;
}
