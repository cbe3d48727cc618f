import type { SingleStep } from './fixture.ts';
import type { Output, Usage } from './messages.ts';
import type { Outcome } from './outcome.ts';

/** What came of one step: a claim of the host, or what the kit had to see for itself. */
export type StepAnswer =
  /** The request did what it says. */
  | { readonly kind: 'done'; readonly usage?: Usage; readonly output?: Output }
  | { readonly kind: 'outcome'; readonly outcome: Outcome; readonly usage?: Usage; readonly output?: Output }
  /** The kit's deadline passed; the host was killed. `started`: the host said that the guest was under way. */
  | { readonly kind: 'host-hang'; readonly afterMs: number; readonly started: boolean }
  | { readonly kind: 'host-crash'; readonly detail: string; readonly started: boolean }
  | { readonly kind: 'protocol-error'; readonly detail: string }
  /** Something of the kit's own was seen where it must not be; the host was killed. */
  | { readonly kind: 'escape'; readonly detail: string }
  /** Not sent, since what it needs is not there: an earlier step ended otherwise. */
  | { readonly kind: 'skipped'; readonly reason: string };

/** One of the different answers that a step got over all its repetitions. */
export interface AnswerVariant {
  readonly answer: StepAnswer;
  /** How often. */
  readonly count: number;
  /** In which repetition first, from 0. */
  readonly first: number;
}

export interface StepRecord {
  readonly step: SingleStep;
  /** Place among all steps of the fixture, those inside `parallel` counted one by one. */
  readonly index: number;
  readonly variants: readonly AnswerVariant[];
  /** Longest time to the answer in milliseconds, by the kit's clock. */
  readonly elapsedMs: number;
}

/** Something that the kit saw and that must not be. */
export interface Violation {
  readonly kind:
    | 'sibling'
    | 'fresh-instance'
    | 'late'
    | 'descriptors'
    | 'threads'
    | 'memory'
    | 'leak'
    | 'canary-file'
    | 'canary-port'
    | 'canary-token'
    | 'process'
    | 'processor'
    | 'check';
  readonly message: string;
  /** Index of the step behind which it was seen. */
  readonly step?: number;
}

/** Kinds of violation that mean a guest got out, not that a host was untidy. */
export const escapeKinds: readonly Violation['kind'][] = ['canary-file', 'canary-port', 'canary-token'];

/** What the operating system says about a host's processes. */
export interface ProcessFigures {
  readonly processes: number;
  readonly descriptors: number;
  readonly threads: number;
  readonly residentBytes: number;
}

/** All that happened in one execution of a fixture. */
export interface CaseRecord {
  readonly steps: readonly StepRecord[];
  readonly violations: readonly Violation[];
  /** Figures before and after; absent where the operating system does not tell. */
  readonly figures?: { readonly before: ProcessFigures; readonly after: ProcessFigures };
  readonly durationMs: number;
}
