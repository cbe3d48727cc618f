import { expect, test } from 'vitest';
import type { HostSession } from '../../../src/contract/host.ts';
import type { ProcessFigures } from '../../../src/contract/record.ts';
import { findGrowth } from '../../../src/harness/growth.ts';

const figures = (descriptors: number, threads = 1): ProcessFigures => ({
  processes: 1,
  descriptors,
  threads,
  residentBytes: 0,
});

/** A host of which only the figures matter: what they are is said by a function. */
const hostWith = (now: () => ProcessFigures | undefined): HostSession => ({ figures: now }) as HostSession;

test('what grows every time is a leak', async () => {
  let open = 11;
  const found = await findGrowth(
    hostWith(() => figures(open)),
    figures(10),
    async () => {
      open += 1;
      return true;
    },
  );
  expect(found).toMatchObject({ kind: 'descriptors' });
  expect(found?.message).toContain('10, 11, 12, 13, 14');
});

test('what is opened once and kept is none', async () => {
  let runs = 0;
  const found = await findGrowth(
    hostWith(() => figures(12)),
    figures(10),
    async () => {
      runs += 1;
      return true;
    },
  );
  expect(found).toBeUndefined();
  expect(runs).toBe(1);
});

test('what goes away in time is none, and nothing is run again', async () => {
  let looks = 0;
  const found = await findGrowth(
    hostWith(() => {
      looks += 1;
      return figures(10, looks < 5 ? 3 : 1);
    }),
    figures(10, 1),
    async () => expect.unreachable(),
  );
  expect(found).toBeUndefined();
});

test('without figures there is nothing to say', async () => {
  expect(
    await findGrowth(
      hostWith(() => undefined),
      figures(1),
      async () => true,
    ),
  ).toBeUndefined();
  expect(
    await findGrowth(
      hostWith(() => figures(9)),
      undefined,
      async () => true,
    ),
  ).toBeUndefined();
});
