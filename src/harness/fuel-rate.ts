import { messageOf } from '../contract/errors.ts';
import type { Fixture } from '../contract/fixture.ts';
import type { HostSession } from '../contract/host.ts';
import type { PlannedCase } from '../contract/plan.ts';
import { sha256 } from '../support/hash.ts';
import type { Patience } from './deadlines.ts';

/** What an iteration of the calibration loop costs on a host, and what a call costs that iterates not at all. */
export interface FuelRate {
  readonly perIteration: number;
  readonly base: number;
}

/** What came of measuring: a rate, or why there is none. */
export type Calibration =
  | { readonly kind: 'measured'; readonly rate: FuelRate }
  | { readonly kind: 'failed'; readonly message: string };

/** Whether a case has budgets of fuel. */
export const needsRate = ({ mechanism, missing }: PlannedCase, fixture: Fixture): boolean =>
  missing.length === 0 && (mechanism === 'fuel' || fixture.requires.includes('limit:fuel'));

/** Fuel for so many iterations, rounded up: enough for them, and for little more. */
export const fuelFor = (rate: FuelRate, iterations: number): bigint =>
  BigInt(Math.ceil(rate.base + rate.perIteration * iterations));

/**
 * The calibration loop, as the specification of the MVP has it, without parameters so that hosts whose calls are byte
 * buffers can run it:
 *
 *     (module
 *       (func $spin (param $n i32)
 *         (loop $again
 *           (local.set $n (i32.sub (local.get $n) (i32.const 1)))
 *           (br_if $again (local.get $n))))
 *       (func (export "once") (call $spin (i32.const 10000)))
 *       (func (export "twice") (call $spin (i32.const 20000))))
 */
export const calibrationModule = Buffer.from(
  'AGFzbQEAAAABCAJgAX8AYAAAAwQDAAEBBxACBG9uY2UAAQV0d2ljZQACCiQDEAADQCAAQQFrIQAgAA0ACwsIAEGQzgAQAAsIAEGgnAEQAAs=',
  'base64',
);

const iterations = 10_000;
/** More than any host asks for 20,000 iterations. */
const plenty = 10n ** 12n;

type Probe =
  | { readonly kind: 'used'; readonly fuel: bigint }
  | { readonly kind: 'enough' }
  | { readonly kind: 'limit' };

/** The session that is measured, and how long it may take over a request. */
interface Bench {
  readonly session: HostSession;
  readonly deadlineMs: number;
}

const failed = (what: string): Error => new Error(what);

/** Runs one export in a fresh sandbox with so much fuel. */
const probe = async ({ session, deadlineMs }: Bench, module: unknown, name: string, fuel: bigint): Promise<Probe> => {
  const made = await session.send({ op: 'instantiate', module, limits: { fuel: fuel.toString() } }, { deadlineMs });
  if (made.kind !== 'reply') {
    throw failed(`instantiate ended with ${made.kind}`);
  }
  if (made.reply.sandbox === undefined) {
    if (made.reply.outcome?.kind === 'limit') {
      return { kind: 'limit' };
    }
    throw failed(`instantiate was answered ${JSON.stringify(made.reply.outcome)}`);
  }
  const { sandbox } = made.reply;
  const called = await session.send(
    { op: 'call', sandbox, export: name, args: [], params: [], results: [] },
    { deadlineMs },
  );
  if (called.kind !== 'reply') {
    throw failed(`call ended with ${called.kind}`);
  }
  const { outcome, usage } = called.reply;
  let used = usage?.fuelUsed;
  if (used === undefined && outcome.kind === 'returned') {
    const inspected = await session.send({ op: 'inspect', sandbox }, { deadlineMs });
    used = inspected.kind === 'reply' ? inspected.reply.usage?.fuelUsed : undefined;
  }
  await session.send({ op: 'drop', sandbox }, { deadlineMs });
  if (outcome.kind === 'limit' && outcome.resource === 'fuel') {
    return { kind: 'limit' };
  }
  if (outcome.kind !== 'returned') {
    throw failed(`a harmless loop was answered ${JSON.stringify(outcome)}`);
  }
  return used === undefined ? { kind: 'enough' } : { kind: 'used', fuel: BigInt(used) };
};

/** The least fuel with which an export returns, where the host does not say what it used. */
const bisect = async (bench: Bench, module: unknown, name: string): Promise<bigint> => {
  let low = 0n;
  let high = 1n;
  while ((await probe(bench, module, name, high)).kind === 'limit') {
    low = high;
    high *= 4n;
    if (high > plenty) {
      throw failed(`${plenty} units are not enough for ${iterations} iterations`);
    }
  }
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if ((await probe(bench, module, name, middle)).kind === 'limit') {
      low = middle;
    } else {
      high = middle;
    }
  }
  return high;
};

/** What an export used, by the host's own account; `undefined` where it gives none. */
const reported = async (bench: Bench, module: unknown, name: string): Promise<bigint | undefined> => {
  const found = await probe(bench, module, name, plenty);
  return found.kind === 'used' ? found.fuel : undefined;
};

const measure = async (session: HostSession, patience: Patience): Promise<FuelRate> => {
  const deadlineMs = patience.withoutLimitMs;
  const bench: Bench = { session, deadlineMs };
  const loaded = await session.send(
    {
      op: 'load',
      kind: 'module',
      wasm: { base64: calibrationModule.toString('base64'), sha256: sha256(calibrationModule) },
    },
    { deadlineMs },
  );
  if (loaded.kind !== 'reply' || loaded.reply.module === undefined) {
    throw failed(`load was answered ${JSON.stringify(loaded.kind === 'reply' ? loaded.reply.outcome : loaded)}`);
  }
  const { module } = loaded.reply;
  let once = await reported(bench, module, 'once');
  let twice = await reported(bench, module, 'twice');
  // A host that reports nonsense may still meter well.
  if (once === undefined || twice === undefined || twice <= once) {
    once = await bisect(bench, module, 'once');
    twice = await bisect(bench, module, 'twice');
  }
  await session.send({ op: 'drop', module }, { deadlineMs });
  if (twice <= once) {
    throw failed(`${iterations} iterations cost ${once}, twice as many ${twice}`);
  }
  const perIteration = Number(twice - once) / iterations;
  return { perIteration, base: Math.max(0, Number(once) - perIteration * iterations) };
};

/**
 * Measures what an iteration costs, by the slope between N and 2N iterations. RATIONALE.md, "Why are fuel budgets written in
 * iterations?"
 */
export const calibrate = async (session: HostSession, patience: Patience): Promise<Calibration> => {
  try {
    return { kind: 'measured', rate: await measure(session, patience) };
  } catch (error) {
    return { kind: 'failed', message: `a harmless loop could not be run with fuel: ${messageOf(error)}` };
  }
};
