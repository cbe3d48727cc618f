import { createHash } from 'node:crypto';
import type { Report } from '../../src/contract/report.ts';
import { type BuiltMutant, buildMutant, type Mutant } from './mutant.ts';
import { driverConnector, runHost } from './run-host.ts';

/** Cases of a sample, beside those that are meant for a mutant. */
export const sampleSize = 60;

/** What a mutant did to the cases that were tried on it. */
export interface MutantResult {
  readonly mutant: Mutant;
  /** Intended cases that failed. */
  readonly killedBy: readonly string[];
  /** Intended cases that did not fail, with their verdict. */
  readonly missed: readonly string[];
  /** Share of the sample that failed; a mutant that fails everything proves nothing. */
  readonly failedShare: number;
}

/**
 * Milliseconds that a case may take on the unbroken host to be drawn into samples. Nine in ten do; the rest would take
 * most of the matrix's time, and a mutant that fails more than a tenth of the others is seen without them.
 */
const drawnWithin = 80;

/** The ids that samples are drawn from. */
export const quickCases = ({ cases }: Report): readonly string[] =>
  cases.filter(({ verdict, durationMs }) => verdict === 'pass' && durationMs <= drawnWithin).map(({ id }) => id);

/** A sample that is the same each time for the same mutant and the same ids. */
export const sampleFor = (mutant: Mutant, ids: readonly string[]): readonly string[] =>
  ids
    .map((id) => ({ id, key: createHash('sha256').update(`${mutant.name}\0${id}`).digest('hex') }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, sampleSize)
    .map(({ id }) => id);

const isKilled = (report: Report, id: string): boolean =>
  report.cases.some((result) => result.id === id && result.verdict === 'fail');

const verdictOf = (report: Report, id: string): string =>
  report.cases.find((result) => result.id === id)?.verdict ?? 'not planned';

/**
 * Runs a mutant on the cases meant for it and on a sample of all cases that can run.
 *
 * @param runnable - ids of the cases that the unbroken host passes on this Node.
 * @param quick - those that samples are drawn from.
 */
export const tryMutant = async (
  mutant: Mutant,
  node: string,
  runnable: readonly string[],
  quick: readonly string[],
): Promise<MutantResult> => {
  const built: BuiltMutant = buildMutant(mutant);
  try {
    const intended = mutant.kills.filter((id) => runnable.includes(id));
    const sample = sampleFor(mutant, quick);
    const report = await runHost(driverConnector(node, built.driver, ['--isolation', mutant.isolation]), {
      cases: new Set([...intended, ...sample]),
    });
    return {
      mutant,
      killedBy: intended.filter((id) => isKilled(report, id)),
      missed: intended.filter((id) => !isKilled(report, id)).map((id) => `${id} (${verdictOf(report, id)})`),
      failedShare: sample.filter((id) => isKilled(report, id)).length / sample.length,
    };
  } finally {
    built.remove();
  }
};
