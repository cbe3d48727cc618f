import { afterAll, describe, expect, test } from 'vitest';
import { defaultCompileLimits, defaultLimits } from '../../../src/reference/limits.ts';
import {
  createSandboxes,
  type Isolation,
  type LoadedModule,
  type Sandboxes,
} from '../../../src/reference/sandboxes.ts';
import { builtUrl } from '../../../src/support/paths.ts';
import { wat } from '../../support/wat.ts';

const provider = builtUrl('src/hosts/reference/test-functions.js');
const workerUrl = builtUrl('src/reference/worker/worker-main.js');

const open: Sandboxes[] = [];
const sandboxesIn = async (isolation: Isolation): Promise<Sandboxes> => {
  const sandboxes = await createSandboxes({ isolation, provider, workerUrl });
  open.push(sandboxes);
  return sandboxes;
};
afterAll(() => Promise.all(open.map((each) => each.close())));

const guest = wat(`(module
  (import "sandproof:test" "log" (func $log (param i32 i32)))
  (memory (export "memory") 1) (data (i32.const 0) "hello")
  (global $n (mut i32) (i32.const 0))
  (func (export "count") (result i32) (global.set $n (i32.add (global.get $n) (i32.const 1))) (global.get $n))
  (func (export "say") (call $log (i32.const 0) (i32.const 5)))
  (func (export "spin") (loop (br 0)))
  (func (export "trap") unreachable))`);

const load = async (sandboxes: Sandboxes, bytes: Uint8Array): Promise<LoadedModule> => {
  const loaded = await sandboxes.load(bytes, defaultCompileLimits);
  if (loaded.kind !== 'loaded') {
    throw new Error(JSON.stringify(loaded));
  }
  return loaded.module;
};

const make = async (
  sandboxes: Sandboxes,
  module: LoadedModule,
  changes: { group?: string; links?: Record<string, number>; wallMs?: number } = {},
): Promise<number> => {
  const { wallMs = 5000, links = {}, ...rest } = changes;
  const made = await sandboxes.instantiate(module, {
    limits: { ...defaultLimits, wallMs },
    grants: [{ capability: 'host-function', scope: 'log' }],
    afterTrap: 'usable',
    links,
    ...rest,
  });
  if (made.kind !== 'made') {
    throw new Error(JSON.stringify(made));
  }
  return made.sandbox;
};

describe.each<Isolation>(['thread', 'worker'])('sandboxes in a %s', (isolation) => {
  test('run, keep their state, write, trap and go on', async () => {
    const sandboxes = await sandboxesIn(isolation);
    const module = await load(sandboxes, guest);
    const first = await make(sandboxes, module);
    const second = await make(sandboxes, module);
    const result = async (sandbox: number, name: string) => (await sandboxes.call(sandbox, name, [], {})).result;
    expect(await result(first, 'count')).toEqual({ kind: 'returned', values: [1] });
    expect(await result(first, 'count')).toEqual({ kind: 'returned', values: [2] });
    expect(await result(second, 'count')).toEqual({ kind: 'returned', values: [1] });
    expect(await result(first, 'trap')).toMatchObject({ kind: 'trapped', code: 'unreachable' });
    expect(await result(first, 'count')).toEqual({ kind: 'returned', values: [3] });
    const said = await sandboxes.call(first, 'say', [], {});
    expect(Buffer.from(said.report?.written.log ?? []).toString()).toBe('hello');
    expect((await sandboxes.usage(first))?.usage).toMatchObject({ state: 'idle', memoryBytes: 65_536 });
  });

  test('end at their deadline and can be called again', async () => {
    const sandboxes = await sandboxesIn(isolation);
    const sandbox = await make(sandboxes, await load(sandboxes, guest), { wallMs: 50 });
    for (let round = 0; round < 2; round += 1) {
      expect((await sandboxes.call(sandbox, 'spin', [], {})).result).toMatchObject({ kind: 'limit', resource: 'time' });
    }
    expect((await sandboxes.call(sandbox, 'count', [], {})).result.kind).toBe('returned');
  });

  test('are gone when they are dropped', async () => {
    const sandboxes = await sandboxesIn(isolation);
    const sandbox = await make(sandboxes, await load(sandboxes, guest));
    expect(await sandboxes.drop(sandbox)).toBe(true);
    expect(await sandboxes.drop(sandbox)).toBe(false);
    expect(await sandboxes.usage(sandbox)).toBeUndefined();
    expect((await sandboxes.call(sandbox, 'count', [], {})).result).toMatchObject({ reason: 'unknown-handle' });
  });

  test('link within a group, and nowhere else', async () => {
    const sandboxes = await sandboxesIn(isolation);
    const provides = await load(sandboxes, wat('(module (func (export "seven") (result i32) (i32.const 7)))'));
    const uses = await load(
      sandboxes,
      wat('(module (import "a" "seven" (func $s (result i32))) (func (export "f") (result i32) (call $s)))'),
    );
    const a = await make(sandboxes, provides, { group: 'g' });
    const b = await make(sandboxes, uses, { group: 'g', links: { a } });
    expect((await sandboxes.call(b, 'f', [], {})).result).toEqual({ kind: 'returned', values: [7] });
    for (const change of [{ group: 'h', links: { a } }, { links: { a } }, { group: 'g', links: { a: 999 } }]) {
      await expect(make(sandboxes, uses, change)).rejects.toThrow(/rejected.*link/);
    }
  });

  test('refuse modules with the phase that refused them', async () => {
    const sandboxes = await sandboxesIn(isolation);
    const refuse = async (bytes: Uint8Array) => sandboxes.load(bytes, defaultCompileLimits);
    expect(await refuse(Uint8Array.of(1, 2, 3))).toMatchObject({ kind: 'rejected', phase: 'decode' });
    expect(await refuse(wat('(module (func (result i32) (i64.const 1)))'))).toMatchObject({
      kind: 'rejected',
      phase: 'validate',
    });
  });
});

describe('sandboxes in Workers', () => {
  test('run at the same time, and one that is cancelled takes nobody along', async () => {
    const sandboxes = await sandboxesIn('worker');
    const module = await load(sandboxes, guest);
    const [spinning, other] = [await make(sandboxes, module), await make(sandboxes, module)];
    const under = sandboxes.call(spinning, 'spin', [], {});
    expect((await sandboxes.call(other, 'count', [], {})).result).toEqual({ kind: 'returned', values: [1] });
    expect((await sandboxes.usage(spinning))?.usage.state).toBe('running');
    expect((await sandboxes.call(spinning, 'count', [], {})).result).toMatchObject({ reason: 'busy' });
    expect(sandboxes.cancel(spinning)).toBe(true);
    expect((await under).result).toEqual({ kind: 'cancelled', phase: 'call' });
    expect((await sandboxes.call(spinning, 'count', [], {})).result).toMatchObject({ reason: 'closed' });
    expect((await sandboxes.usage(spinning))?.usage.state).toBe('closed');
    expect((await sandboxes.call(other, 'count', [], {})).result).toEqual({ kind: 'returned', values: [2] });
    expect(sandboxes.cancel(other)).toBe(true);
    expect((await sandboxes.call(other, 'count', [], {})).result).toEqual({ kind: 'returned', values: [3] });
  });

  test('dropped during a call are cancelled', async () => {
    const sandboxes = await sandboxesIn('worker');
    const sandbox = await make(sandboxes, await load(sandboxes, guest));
    const under = sandboxes.call(sandbox, 'spin', [], {});
    expect(await sandboxes.drop(sandbox)).toBe(true);
    expect((await under).result).toEqual({ kind: 'cancelled', phase: 'call' });
  });
});
