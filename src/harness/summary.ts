import type { HostDescription } from '../contract/description.ts';
import { type ExitCode, exitCodes } from '../contract/errors.ts';
import { type Level, levels } from '../contract/fixture.ts';
import type { CaseResult, Problem, Report, Summary } from '../contract/report.ts';
import { type Verdict, verdicts } from '../contract/verdict.ts';

const noCounts = (): Record<Verdict, number> =>
  Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>;

const count = (cases: readonly CaseResult[]): Record<Verdict, number> => {
  const counts = noCounts();
  for (const { verdict } of cases) {
    counts[verdict] += 1;
  }
  return counts;
};

/** What each profile asks of every host that claims it; a sentence for each thing that is lacking. */
const floors: Readonly<Record<string, (host: HostDescription) => readonly string[]>> = {
  core: ({ limits }) => [
    ...(limits.memoryBytes?.supported ? [] : ['no memory limit']),
    ...(limits.fuel?.supported || limits.wallMs?.supported ? [] : ['neither fuel nor a deadline']),
  ],
  'wasi-p1': ({ declares }) => (declares.fs.jail === true ? [] : ['no jail for files']),
};

/** Where a host is below what it claims. */
export const belowFloor = (host: HostDescription): Summary['belowFloor'] =>
  host.profiles.flatMap((profile) => (floors[profile]?.(host) ?? []).map((reason) => ({ profile, reason })));

/** Whether each profile's floor is met, under the name that known failures have for it: `floor:<profile>`. */
export const floorVerdicts = (host: HostDescription): readonly (readonly [string, Verdict])[] => {
  const below = belowFloor(host);
  return host.profiles.map((name) => [
    `floor:${name}`,
    below.some(({ profile }) => profile === name) ? 'fail' : 'pass',
  ]);
};

/** Verdicts that keep a `must` from being met, known or not. */
const unmet: readonly Verdict[] = ['fail', 'xfail', 'notrun', 'harness-error'];

/**
 * What the cases of a run come to.
 *
 * @param isPartial - whether cases were left out; no part of a plan makes a host conformant.
 */
export const summarise = (
  cases: readonly CaseResult[],
  host: HostDescription | undefined,
  problems: readonly Problem[],
  isPartial: boolean,
): Summary => {
  const floor = host === undefined ? [] : belowFloor(host);
  const musts = cases.filter(({ level }) => level === 'must');
  return {
    total: cases.length,
    byVerdict: count(cases),
    byLevel: Object.fromEntries(
      levels.map((level) => [level, count(cases.filter((each) => each.level === level))]),
    ) as Summary['byLevel'],
    declaredWeaknesses: cases.flatMap(({ id, weakness }) => (weakness === undefined ? [] : [{ id, weakness }])),
    belowFloor: floor,
    conformant:
      host !== undefined &&
      !isPartial &&
      problems.length === 0 &&
      floor.length === 0 &&
      cases.length > 0 &&
      musts.every(({ verdict }) => !unmet.includes(verdict)),
  };
};

const rank: Record<Level, number> = { must: 0, should: 1, may: 2 };

const exitOfProblem = ({ kind }: Problem): ExitCode => (kind === 'expectations' ? exitCodes.usage : exitCodes.broken);

/**
 * The exit code of a report: 3 for a file that is wrong, 2 for a run that is broken or incomplete, 1 for a requirement
 * that failed or passed unexpectedly, or in a whole run for a host below the floor of a profile.
 *
 * @param failOn - the weakest level whose failures count.
 * @param isKnownFloor - whether falling short of a profile's floor is a known failure.
 */
export const exitCodeOf = (
  report: Pick<Report, 'cases' | 'plan' | 'problems' | 'summary'>,
  failOn: Level,
  isKnownFloor: (profile: string) => boolean,
): ExitCode => {
  const codes = report.problems.map(exitOfProblem);
  if (codes.includes(exitCodes.usage)) {
    return exitCodes.usage;
  }
  if (codes.length > 0 || report.cases.some(({ verdict }) => verdict === 'notrun' || verdict === 'harness-error')) {
    return exitCodes.broken;
  }
  const failed = report.cases.some(
    ({ verdict, level }) => verdict === 'xpass' || (verdict === 'fail' && rank[level] <= rank[failOn]),
  );
  const isWhole = report.plan.selection.length === 0 && report.plan.shard === undefined;
  const isBelow = isWhole && report.summary.belowFloor.some(({ profile }) => !isKnownFloor(profile));
  return failed || isBelow ? exitCodes.failed : exitCodes.ok;
};
