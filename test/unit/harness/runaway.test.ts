import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import type { HostSession } from '../../../src/contract/host.ts';
import type { Outcome } from '../../../src/contract/outcome.ts';
import type { CaseRecord } from '../../../src/contract/record.ts';
import { findRunaway } from '../../../src/harness/runaway.ts';
import { canObserveProcesses, threadTimesOf } from '../../../src/hosts/processes.ts';

/** A record of one call that came to an outcome. */
const recordOf = (outcome: Outcome): CaseRecord => ({
  steps: [
    {
      index: 0,
      step: { op: 'call', line: 1 } as CaseRecord['steps'][number]['step'],
      variants: [{ count: 1, first: 0, answer: { kind: 'outcome', outcome } as never }],
      elapsedMs: 1,
    } as CaseRecord['steps'][number],
  ],
  violations: [],
  durationMs: 1,
});

const late: Outcome = { kind: 'limit', phase: 'call', resource: 'time' };

/** A real process, once it says that it is at its work, whose threads are the host's. */
const withProcess = async <T>(script: string, use: (session: HostSession) => Promise<T>): Promise<T> => {
  const child = spawn(process.execPath, ['--eval', script], { stdio: ['pipe', 'pipe', 'ignore'] });
  try {
    await once(child.stdout, 'data');
    return await use({ threadTimes: () => threadTimesOf([child.pid as number]) } as HostSession);
  } finally {
    child.kill('SIGKILL');
  }
};

const spins = `process.stdout.write('x', () => { for (;;) {} })`;
const rests = `process.stdout.write('x'); process.stdin.resume()`;

describe.runIf(canObserveProcesses)('a thread that goes on working', () => {
  test('after a deadline is a guest that runs on', async () => {
    const found = await withProcess(spins, (session) => findRunaway(session, recordOf(late)));
    expect(found).toMatchObject({ kind: 'processor' });
    expect(found?.message).toMatch(/worked for \d+ of 610 ms while nothing was asked of it/);
  });

  test('after a cancellation too', async () => {
    const found = await withProcess(spins, (session) =>
      findRunaway(session, recordOf({ kind: 'cancelled', phase: 'call' })),
    );
    expect(found).toMatchObject({ kind: 'processor' });
  });

  test('is nothing where no guest was ended while it ran', async () => {
    const found = await withProcess(spins, (session) =>
      findRunaway(session, recordOf({ kind: 'trapped', phase: 'call', code: 'unreachable' })),
    );
    expect(found).toBeUndefined();
  });
});

test.runIf(canObserveProcesses)('a host that rests is left alone', async () => {
  expect(await withProcess(rests, (session) => findRunaway(session, recordOf(late)))).toBeUndefined();
});

test('threads that take turns are no guest', async () => {
  let looked = 0;
  const threadTimes = (): ReadonlyMap<string, bigint> => {
    looked += 1;
    return new Map([
      ['1', BigInt(Math.floor(looked / 2)) * 50_000_000n],
      ['2', BigInt(Math.ceil(looked / 2)) * 50_000_000n],
    ]);
  };
  expect(await findRunaway({ threadTimes } as HostSession, recordOf(late))).toBeUndefined();
});

test('where the system does not tell, nothing is said', async () => {
  expect(await findRunaway({ threadTimes: () => undefined } as HostSession, recordOf(late))).toBeUndefined();
});
