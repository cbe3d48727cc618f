import type { Outcome } from './outcome.ts';

/** What the kit concludes of a case: `xfail` is a known failure, `xpass` a known failure that passes. */
export const verdicts = ['pass', 'fail', 'xfail', 'xpass', 'unsupported', 'notrun', 'harness-error'] as const;
export type Verdict = (typeof verdicts)[number];

/** Why a case failed. */
export const causes = ['outcome', 'observation', 'host-hang', 'host-crash', 'protocol-error', 'escape'] as const;
export type Cause = (typeof causes)[number];

/** What `judge` concludes, before known failures are looked at. */
export type Judgement =
  | { readonly verdict: 'pass' }
  | {
      readonly verdict: 'fail';
      readonly cause: Cause;
      readonly message: string;
      /** Line of the step in the fixture; 0 for an implied one. */
      readonly line?: number;
      readonly outcome?: Outcome;
      readonly expected?: string;
    }
  | { readonly verdict: 'unsupported'; readonly missing: readonly string[] }
  | { readonly verdict: 'notrun'; readonly reason: string }
  | { readonly verdict: 'harness-error'; readonly message: string };
