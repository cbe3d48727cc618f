import { setTimeout as delay } from 'node:timers/promises';
import type { HostSession } from '../contract/host.ts';
import type { ProcessFigures, Violation } from '../contract/record.ts';

/** What must come back to where it was: what a case took and did not give back is gone for the cases after it. */
const counted = ['processes', 'descriptors', 'threads'] as const;

/** How long a host may take to tidy up after a case, in milliseconds. */
const settleMs = 250;
const settleStepMs = 5;
/** A case is a leak when it takes more each of so many times; what is opened once and kept is none. */
const repetitions = 3;

const grown = (before: ProcessFigures, after: ProcessFigures): (typeof counted)[number] | undefined =>
  counted.find((what) => after[what] > before[what]);

/** The figures once a host had time to tidy up; at once where there is nothing to tidy. */
const settled = async (session: HostSession, before: ProcessFigures): Promise<ProcessFigures | undefined> => {
  let figures = session.figures();
  for (
    let waited = 0;
    figures !== undefined && grown(before, figures) !== undefined && waited < settleMs;
    waited += settleStepMs
  ) {
    await delay(settleStepMs);
    figures = session.figures();
  }
  return figures;
};

/**
 * Whether a case leaks processes, descriptors or threads: it is run again on the same host, and only what grows every time counts.
 *
 * @param before - the figures before the case's first run.
 * @param again - runs the case once more; whether the host is still there.
 */
export const findGrowth = async (
  session: HostSession,
  before: ProcessFigures | undefined,
  again: () => Promise<boolean>,
): Promise<Violation | undefined> => {
  let last = before;
  const seen: ProcessFigures[] = [];
  for (let round = 0; last !== undefined; round += 1) {
    const now = await settled(session, last);
    const what = now === undefined ? undefined : grown(last, now);
    if (now === undefined || what === undefined) {
      return undefined;
    }
    seen.push(now);
    if (round === repetitions) {
      const figures = [before, ...seen].map((each) => each?.[what]).join(', ');
      return {
        kind: what === 'processes' ? 'process' : what,
        message: `the host's ${what} grow with every run of this case: ${figures}`,
      };
    }
    if (!(await again())) {
      return undefined;
    }
    last = now;
  }
  return undefined;
};
