import { Bench as TinyBench } from 'tinybench';
import { defaultCompileLimits, defaultLimits } from '../src/reference/limits.ts';
import { createSandboxes, type Isolation, type Sandboxes } from '../src/reference/sandboxes.ts';
import type { Bench, Row } from './row.ts';

/** `(module (memory 1) (func (export "add") (param i32 i32) (result i32) local.get 0 local.get 1 i32.add))` */
const adder = Buffer.from('AGFzbQEAAAABBwFgAn9/AX8DAgEABQMBAAEHBwEDYWRkAAAKCQEHACAAIAFqCw==', 'base64');

const options = { limits: defaultLimits, grants: [], afterTrap: 'poisoned', links: {} } as const;

const made = async (sandboxes: Sandboxes): Promise<number> => {
  const loaded = await sandboxes.load(adder, defaultCompileLimits);
  if (loaded.kind !== 'loaded') {
    throw new Error(`the module was not loaded: ${JSON.stringify(loaded)}`);
  }
  const result = await sandboxes.instantiate(loaded.module, options);
  if (result.kind !== 'made') {
    throw new Error(`no sandbox: ${JSON.stringify(result.ending)}`);
  }
  return result.sandbox;
};

const checked = async (sandboxes: Sandboxes, sandbox: number): Promise<void> => {
  const { result } = await sandboxes.call(sandbox, 'add', [2, 3], {});
  if (result.kind !== 'returned' || result.values[0] !== 5) {
    throw new Error(`2 + 3 was ${JSON.stringify(result)}`);
  }
};

const rowsFor = async (isolation: Isolation): Promise<Row[]> => {
  const sandboxes = await createSandboxes({ isolation });
  const sandbox = await made(sandboxes);
  const bench = new TinyBench({ time: 500 });
  bench.add(`load, ${isolation}`, async () => {
    const loaded = await sandboxes.load(adder, defaultCompileLimits);
    if (loaded.kind === 'loaded') {
      await sandboxes.forget(loaded.module);
    }
  });
  bench.add(`load, instantiate, call, drop, ${isolation}`, async () => {
    const fresh = await made(sandboxes);
    await checked(sandboxes, fresh);
    await sandboxes.drop(fresh);
  });
  bench.add(`call, ${isolation}`, () => checked(sandboxes, sandbox));
  await bench.run();
  await sandboxes.close();
  return bench.tasks.map((task) => {
    const { result } = task;
    if (result === undefined || !('latency' in result)) {
      throw new Error(`${task.name} was not measured`);
    }
    return { name: task.name, value: result.latency.p50, unit: 'ms', how: 'median, by tinybench' };
  });
};

/** What the reference sandbox costs by itself. Requests to it, not operators: kernels come with the baselines. */
export const bench: Bench = {
  name: 'reference',
  run: async () => {
    return [...(await rowsFor('thread')), ...(await rowsFor('worker'))];
  },
};
