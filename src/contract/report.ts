import { z } from 'zod';
import { descriptionSchema } from './description.ts';
import { levels } from './fixture.ts';
import { outcomeSchema } from './outcome.ts';
import { causes, verdicts } from './verdict.ts';

/** The report of one run against one host, `sandproof/report@1`. */

export const caseResultSchema = z.object({
  /** `<suite>/<name>`, with `@fuel` or `@time` and `#code` where one fixture makes several cases. */
  id: z.string(),
  suite: z.string(),
  title: z.string(),
  level: z.enum(levels),
  verdict: z.enum(verdicts),
  /** Of a failure, expected or not. */
  cause: z.enum(causes).optional(),
  /** One sentence for people: what is wrong, what is missing, why it was not run, or why the failure is known. */
  message: z.string().optional(),
  /** What the host said at the step that decided. */
  outcome: outcomeSchema.optional(),
  /** What it should have said, in the notation of headers. */
  expected: z.string().optional(),
  /** Features, abilities or limits that the host lacks. */
  missing: z.array(z.string()).optional(),
  /** What the kit saw; `violation` for what must not be. */
  observations: z.array(
    z.object({ kind: z.string(), violation: z.boolean(), message: z.string(), line: z.int().optional() }),
  ),
  /** The declaration that excuses the failure, if the host made it. It does not make the host conformant. */
  weakness: z.string().optional(),
  durationMs: z.number().nonnegative(),
  /** The command that runs this case alone. */
  repro: z.string(),
});
export type CaseResult = z.output<typeof caseResultSchema>;
export type Observation = CaseResult['observations'][number];

const countsSchema = z.record(z.enum(verdicts), z.int().nonnegative());

/** What the cases of a run come to. */
export const summarySchema = z.object({
  total: z.int().nonnegative(),
  byVerdict: countsSchema,
  byLevel: z.record(z.enum(levels), countsSchema),
  /** Failures that the host's own declarations account for. */
  declaredWeaknesses: z.array(z.object({ id: z.string(), weakness: z.string() })),
  /** What each claimed profile asks of every host and this one lacks. */
  belowFloor: z.array(z.object({ profile: z.string(), reason: z.string() })),
  /** No `must` failed, none is missing a verdict, and every floor is met. Known failures count as failures. */
  conformant: z.boolean(),
});
export type Summary = z.output<typeof summarySchema>;

/** The machine and the way of running that a report is about. */
export const environmentSchema = z.object({
  sandproof: z.string(),
  node: z.string(),
  os: z.string(),
  arch: z.string(),
  cpus: z.int().positive(),
  startedAt: z.iso.datetime(),
  durationMs: z.number().nonnegative(),
  workers: z.int().positive(),
  /** Milliseconds beyond a limit and the declared slack after which the kit kills a host. */
  graceMs: z.number().nonnegative(),
  /** What was watched from outside, and what this platform or way of running leaves out. */
  observed: z.array(z.string()),
  notObserved: z.array(z.object({ what: z.string(), reason: z.string() })),
});
export type Environment = z.output<typeof environmentSchema>;

/** What was planned, and what of it this report covers. */
export const planSummarySchema = z.object({
  digest: z.string(),
  /** Cases of the whole plan, of every shard. */
  cases: z.int().nonnegative(),
  /** Present in the report of one shard. */
  shard: z.object({ index: z.int().positive(), count: z.int().positive(), cases: z.int().nonnegative() }).optional(),
  /** Why this is less than all that the host claims; empty for a whole run. */
  selection: z.array(z.string()),
});
export type PlanSummary = z.output<typeof planSummarySchema>;

/** The whole report, as `--reporter json` writes it. */
export const reportSchema = z.object({
  schema: z.literal('sandproof/report@1'),
  plan: planSummarySchema,
  /** What the host said of itself, under the name it was run by. */
  host: z.object({ name: z.string(), description: descriptionSchema.optional() }),
  environment: environmentSchema,
  cases: z.array(caseResultSchema),
  summary: summarySchema,
  /** What is wrong with the run itself: a host that never started, an interrupt, entries that match no case. */
  problems: z.array(z.object({ kind: z.string(), message: z.string() })),
});
export type Report = z.output<typeof reportSchema>;
export type Problem = Report['problems'][number];
