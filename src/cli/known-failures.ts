import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HostDescription } from '../contract/description.ts';
import { KitError, messageOf } from '../contract/errors.ts';
import type { CaseResult, Problem, Report } from '../contract/report.ts';
import type { Verdict } from '../contract/verdict.ts';
import {
  applicable,
  type Expectations,
  type Failure,
  readExpectations,
  staleEntries,
  updatedExpectations,
} from '../harness/expectations.ts';
import { packageRoot } from '../support/paths.ts';
import { shownPath } from './workshop.ts';

/**
 * The file of known failures: the one asked for, or the host's own beside the caller or in the package.
 *
 * @param mustExist - whether a file that was asked for and is not there is an error.
 */
export const expectationsFor = (file: string | undefined, host: string, mustExist: boolean): Expectations => {
  if (file !== undefined) {
    if (mustExist && !existsSync(file)) {
      throw new KitError('file', `there is no file ${file}`, { hint: 'write one with --update-expectations' });
    }
    return readExpectations(file);
  }
  const near = join('expectations', `${host}.toml`);
  return readExpectations(existsSync(near) ? near : join(packageRoot, 'expectations', `${host}.toml`));
};

/** Whether a host's falling short of a profile's floor is known. */
export const knownFloors = (file: string | undefined, { host }: Report): ((profile: string) => boolean) => {
  const { description } = host;
  const expectations = expectationsFor(file, description?.host.name ?? host.name, false);
  const cases = new Set(
    description === undefined ? [] : applicable(expectations, description).map((entry) => entry.case),
  );
  return (profile) => cases.has(`floor:${profile}`);
};

/** Entries that name nothing that was judged, as problems of the run. */
export const staleProblems = (
  expectations: Expectations,
  description: HostDescription,
  judged: ReadonlyMap<string, Verdict>,
  isPartial: boolean,
): Problem[] =>
  staleEntries(expectations, description, judged, isPartial).map(({ line, message, hint }) => ({
    kind: 'expectations',
    message: `${shownPath(expectations.file)}:${line}: ${message}${hint === undefined ? '' : ` (${hint})`}`,
  }));

/** Where the failing step stands, as messages say it: a path of this machine's, and of today's lines. */
const placeInMessage = / \([^()]*\.wat:\d+\)/;

const failuresIn = (cases: readonly CaseResult[]): Failure[] =>
  cases.flatMap(({ id, verdict, cause, outcome, message }) =>
    (verdict === 'fail' || verdict === 'xfail') && cause !== undefined
      ? [{ id, cause, outcome, message: (message ?? '').replace(placeInMessage, '') }]
      : [],
  );

/** What a host lacks of what it claims, once for each profile; it is known under `floor:<profile>`. */
const floorFailures = ({ belowFloor }: Report['summary']): Failure[] =>
  [...new Set(belowFloor.map(({ profile }) => profile))].map((profile) => ({
    id: `floor:${profile}`,
    cause: 'outcome',
    outcome: undefined,
    message: belowFloor
      .filter((each) => each.profile === profile)
      .map(({ reason }) => reason)
      .join(', '),
  }));

const partialRun = (hint: string): KitError =>
  new KitError('usage', 'known failures are only written from a whole run', { hint });

/** Refuses a run that can't say what fails, before it is made. */
export const refusePartial = (isPartial: boolean): void => {
  if (isPartial) {
    throw partialRun('run without --filter, --suite, --level, --profile and --shard');
  }
};

/** Writes what fails now as known; returns the file. Only a whole run without problems can say what fails. */
export const saveKnownFailures = (report: Report, expectations: Expectations, file: string | undefined): string => {
  const { description } = report.host;
  const isWhole =
    description !== undefined &&
    report.plan.selection.length === 0 &&
    report.plan.shard === undefined &&
    report.problems.length === 0 &&
    report.cases.every(({ verdict }) => verdict !== 'notrun' && verdict !== 'harness-error');
  if (!isWhole) {
    throw partialRun('this one was not brought to an end; nothing was written');
  }
  const target = file ?? join('expectations', `${description.host.name}.toml`);
  const failures = [...floorFailures(report.summary), ...failuresIn(report.cases)];
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, updatedExpectations(expectations, description, failures));
  } catch (error) {
    throw new KitError('file', `cannot write ${target}: ${messageOf(error)}`, { cause: error });
  }
  return target;
};
