import type { Level } from './fixture.ts';

/** Which of a case's budgets a rule that is stated for any mechanism is tested with. */
export type Mechanism = 'fuel' | 'time';

/** One thing to judge. Cases with the same `execution` are judged from the same run of a fixture. */
export interface PlannedCase {
  /** `<fixture>`, with `@fuel` or `@time` for the budget, and `#code` for the trap's code. */
  readonly id: string;
  readonly fixture: string;
  readonly suite: string;
  readonly title: string;
  readonly level: Level;
  readonly execution: string;
  /** `code`: judged by the trap's code as well, not by the class of outcome alone. */
  readonly aspect: 'class' | 'code';
  readonly mechanism?: Mechanism;
  /** What the host lacks; not empty means `unsupported` without running. */
  readonly missing: readonly string[];
  /** Rests on time or process memory: a failure counts only when solo reruns agree. */
  readonly sensitive: boolean;
}

/** A part of a plan that one machine runs. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

export interface Plan {
  /** SHA-256 over the suite's version, the fixtures' hashes, the host, and the options that decide verdicts. */
  readonly digest: string;
  /** All cases, of every shard, in order. */
  readonly cases: readonly PlannedCase[];
}
