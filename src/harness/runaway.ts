import { setTimeout as delay } from 'node:timers/promises';
import type { HostSession } from '../contract/host.ts';
import type { CaseRecord, Violation } from '../contract/record.ts';

/** How long the first look takes, in milliseconds; a host that rests is left alone after it. */
const glanceMs = 10;
/** How long each further look takes, and how many there are: what tidies up or compiles is done by then. */
const lookMs = 40;
const looks = 15;
/** Processor time in one look that a thread at work has even on a machine that is far too busy. */
const leastShare = 0.02;
/** The same at the first look, which is to let hosts go that only tidy up. */
const glanceShare = 0.1;

const microseconds = (nanoseconds: bigint): number => Number(nanoseconds / 1000n);

/** Whether a guest of a case was ended while it ran, so that it may run on. */
const endedSome = ({ steps }: CaseRecord): boolean =>
  steps.some(({ variants }) =>
    variants.some(
      ({ answer }) =>
        answer.kind === 'outcome' &&
        (answer.outcome.kind === 'cancelled' ||
          (answer.outcome.kind === 'limit' && answer.outcome.resource === 'time')),
    ),
  );

/**
 * Whether a thread of the host's goes on working after a case, though nothing is under way: a guest that the host says it
 * ended, and that still has a processor to itself. Only a thread that works through every look counts. RATIONALE.md, "Why
 * does the kit look at a host's threads after a deadline?"
 */
export const findRunaway = async (session: HostSession, record: CaseRecord): Promise<Violation | undefined> => {
  let last = endedSome(record) ? session.threadTimes() : undefined;
  let suspects = last === undefined ? [] : [...last.keys()];
  const first = last;
  for (let look = 0; last !== undefined && suspects.length > 0; look += 1) {
    const [window, share] = look === 0 ? [glanceMs, glanceShare] : [lookMs, leastShare];
    await delay(window);
    const now = session.threadTimes();
    const before: ReadonlyMap<string, bigint> = last;
    suspects = suspects.filter(
      (thread) => microseconds((now?.get(thread) ?? 0n) - (before.get(thread) ?? 0n)) >= 1000 * window * share,
    );
    if (look === looks) {
      const [thread = ''] = suspects;
      const worked = Math.round(microseconds((now?.get(thread) ?? 0n) - (first?.get(thread) ?? 0n)) / 1000);
      return suspects.length === 0
        ? undefined
        : {
            kind: 'processor',
            message: `a thread of the host worked for ${worked} of ${glanceMs + looks * lookMs} ms while nothing was asked of it: a guest that was to have ended runs on`,
          };
    }
    last = now;
  }
  return undefined;
};
