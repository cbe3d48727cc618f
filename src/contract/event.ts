import type { HostDescription } from './description.ts';
import type { CaseResult, Environment, PlanSummary, Report } from './report.ts';

/** What a run tells its reporters, in this order: one `start`, cases and notices, one `end`. */
export type RunEvent =
  | {
      readonly type: 'start';
      readonly host: { readonly name: string; readonly description: HostDescription };
      readonly plan: PlanSummary;
      /** Cases that this run is to judge. */
      readonly total: number;
      readonly environment: Omit<Environment, 'durationMs'>;
    }
  /** A case began, in any order; for live progress only. */
  | { readonly type: 'running'; readonly id: string }
  /** A case ended; in the plan's order. */
  | { readonly type: 'case'; readonly result: CaseResult }
  | { readonly type: 'notice'; readonly message: string }
  | { readonly type: 'end'; readonly report: Report };
