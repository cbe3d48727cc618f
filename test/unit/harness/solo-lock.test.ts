import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSoloLock } from '../../../src/harness/solo-lock.ts';

/** Lets everything that can go on go on. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('one alone, or any number together, in every order, and everyone gets a turn', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ alone: fc.boolean(), turns: fc.nat(3) }), { maxLength: 12 }),
      async (jobs) => {
        const lock = createSoloLock();
        let together = 0;
        let alone = 0;
        let done = 0;
        await Promise.all(
          jobs.map((job) =>
            (job.alone ? lock.alone : lock.together)(async () => {
              if (job.alone) alone += 1;
              else together += 1;
              expect(alone === 0 || (alone === 1 && together === 0)).toBe(true);
              for (let each = 0; each < job.turns; each += 1) {
                await turn();
              }
              expect(alone === 0 || (alone === 1 && together === 0)).toBe(true);
              if (job.alone) alone -= 1;
              else together -= 1;
              done += 1;
            }),
          ),
        );
        expect(done).toBe(jobs.length);
      },
    ),
    { numRuns: 100 },
  );
});

test('work that fails gives its place back', async () => {
  const lock = createSoloLock();
  await expect(lock.alone(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(lock.together(async () => 'yes')).resolves.toBe('yes');
});

test('whoever wants to be alone goes before those who come later', async () => {
  const lock = createSoloLock();
  const order: string[] = [];
  let release: () => void = () => undefined;
  const first = lock.together(
    () =>
      new Promise<void>((resolve) => {
        release = resolve;
      }),
  );
  const alone = lock.alone(async () => {
    order.push('alone');
  });
  const later = lock.together(async () => {
    order.push('later');
  });
  await turn();
  expect(order).toEqual([]);
  release();
  await Promise.all([first, alone, later]);
  expect(order).toEqual(['alone', 'later']);
});
