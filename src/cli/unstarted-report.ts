import type { Problem, Report } from '../contract/report.ts';
import { describeSelection } from '../harness/plan.ts';
import { summarise } from '../harness/summary.ts';
import { environmentOf } from './environment.ts';
import type { RunRequest } from './perform-run.ts';

/**
 * The report of a run whose host never started: nothing could be planned, and why stands among the problems. A CI
 * system that reads a file of results finds the reason there, not an empty file.
 */
export const unstartedReport = (request: RunRequest, problem: Problem, durationMs: number): Report => ({
  schema: 'sandproof/report@1',
  plan: {
    digest: '',
    cases: 0,
    selection: [...describeSelection(request.selection)],
    ...(request.shard === undefined ? {} : { shard: { ...request.shard, cases: 0 } }),
  },
  host: { name: request.hostName },
  environment: {
    ...environmentOf(request.isInProcess, false, request.workers ?? 1, request.patience.graceMs),
    durationMs: Math.round(durationMs),
  },
  cases: [],
  summary: summarise([], undefined, [problem], true),
  problems: [problem],
});
