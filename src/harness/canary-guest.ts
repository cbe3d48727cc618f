import type { HostSession } from '../contract/host.ts';
import type { Limits } from '../contract/limits.ts';
import type { StepAnswer, Violation } from '../contract/record.ts';
import { showValue } from '../contract/value.ts';
import { sha256 } from '../support/hash.ts';
import type { Patience } from './deadlines.ts';
import { showOutcome } from './match.ts';

/**
 * A harmless guest that must go on answering, whatever a hostile one did beside it. Its answer depends on its argument,
 * on how often it was called, and on its memory being as it left it:
 *
 *     (module
 *       (memory 1)
 *       (global $calls (mut i32) (i32.const 0))
 *       (func $mix (export "mix") (param $x i32) (result i32)
 *         (if (i32.ne (i32.load (i32.const 65532)) (global.get $calls)) (then unreachable))
 *         (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
 *         (i32.store (i32.const 65532) (global.get $calls))
 *         (i32.add (i32.mul (local.get $x) (i32.const 31)) (global.get $calls)))
 *       (func (export "touch") (drop (call $mix (i32.const 1)))))
 */
export const canaryModule = Buffer.from(
  'AGFzbQEAAAABCQJgAX8Bf2AAAAMDAgABBQMBAAEGBgF/AUEACwcPAgNtaXgAAAV0b3VjaAABCjICKABB/P8DKAIAIwBHBEAACyMAQQFqJABB/P8DIwA2AgAgAEEfbCMAagsHAEEBEAAaCw==',
  'base64',
);

/** Plenty for some twenty operators, whatever a host's costs; little, so that a host need not watch the clock. */
const fuel = '1000000';
const wallMs = 5000;

/** Something wrong with a canary: the host is gone, or a canary answered otherwise than it must. */
export type CanaryTrouble =
  | { readonly kind: 'ended'; readonly answer: StepAnswer }
  | { readonly kind: 'violation'; readonly violation: Violation };

export interface CanaryGuest {
  /** Loads the module and makes the sibling that lives as long as the session. */
  prepare(): Promise<CanaryTrouble | undefined>;
  /** Calls the sibling. */
  callSibling(): Promise<CanaryTrouble | undefined>;
  /** Makes a fresh instance, calls it, and drops it. */
  callFresh(): Promise<CanaryTrouble | undefined>;
}

interface Instance {
  readonly sandbox: unknown;
  calls: number;
}

type Made =
  | { readonly kind: 'made'; readonly instance: Instance }
  | { readonly kind: 'trouble'; readonly trouble: CanaryTrouble };

/** A canary in every session; see {@link canaryModule}. */
export const createCanaryGuest = (session: HostSession, patience: Patience): CanaryGuest => {
  const deadlineMs = patience.withoutLimitMs;
  const { description } = session;
  const typed = description.features.includes('typed-calls');
  const persists = description.declares.state === 'persists';
  const limits: Limits = {
    ...(description.limits.fuel?.supported ? { fuel } : {}),
    ...(description.limits.wallMs?.supported ? { wallMs } : {}),
  };
  let module: unknown;
  let sibling: Instance | undefined;
  let argument = 1;

  const violation = (kind: 'sibling' | 'fresh-instance', message: string): CanaryTrouble => ({
    kind: 'violation',
    violation: { kind, message },
  });
  const what = { sibling: 'a sandbox made before', 'fresh-instance': 'a fresh sandbox' } as const;

  const make = async (kind: 'sibling' | 'fresh-instance'): Promise<Made> => {
    const made = await session.send({ op: 'instantiate', module, limits }, { deadlineMs });
    if (made.kind !== 'reply') {
      return { kind: 'trouble', trouble: { kind: 'ended', answer: made } };
    }
    const { sandbox, outcome } = made.reply;
    if (sandbox === undefined) {
      const answer = outcome === undefined ? 'neither a sandbox nor an outcome' : showOutcome(outcome);
      return {
        kind: 'trouble',
        trouble: violation(kind, `${what[kind]} for a harmless guest could not be made: ${answer}`),
      };
    }
    return { kind: 'made', instance: { sandbox, calls: 0 } };
  };

  const call = async (kind: 'sibling' | 'fresh-instance', instance: Instance): Promise<CanaryTrouble | undefined> => {
    argument = (argument * 75) % 65_537;
    const sent = argument;
    const called = await session.send(
      {
        op: 'call',
        sandbox: instance.sandbox,
        export: typed ? 'mix' : 'touch',
        args: typed ? [{ type: 'i32', value: String(sent) }] : [],
        params: typed ? ['i32'] : [],
        results: typed ? ['i32'] : [],
        limits,
      },
      { deadlineMs },
    );
    if (called.kind !== 'reply') {
      return { kind: 'ended', answer: called };
    }
    instance.calls += 1;
    const expected = String((sent * 31 + (persists ? instance.calls : 1)) >>> 0);
    const { outcome } = called.reply;
    const right =
      outcome.kind === 'returned' &&
      (typed
        ? outcome.values.length === 1 && showValue(outcome.values[0]) === `i32:${expected}`
        : outcome.values.length === 0);
    return right
      ? undefined
      : violation(
          kind,
          `${what[kind]} answers a harmless call with ${showOutcome(outcome)}${typed ? `; right is i32:${expected}` : ''}`,
        );
  };

  return {
    prepare: async () => {
      const loaded = await session.send(
        { op: 'load', kind: 'module', wasm: { base64: canaryModule.toString('base64'), sha256: sha256(canaryModule) } },
        { deadlineMs },
      );
      if (loaded.kind !== 'reply') {
        return { kind: 'ended', answer: loaded };
      }
      if (loaded.reply.module === undefined) {
        const { outcome } = loaded.reply;
        return violation(
          'sibling',
          `a harmless module was not loaded: ${outcome === undefined ? 'no answer' : showOutcome(outcome)}`,
        );
      }
      module = loaded.reply.module;
      const made = await make('sibling');
      if (made.kind === 'trouble') {
        return made.trouble;
      }
      sibling = made.instance;
      return call('sibling', sibling);
    },
    callSibling: async () => (sibling === undefined ? undefined : call('sibling', sibling)),
    callFresh: async () => {
      const made = await make('fresh-instance');
      if (made.kind === 'trouble') {
        return made.trouble;
      }
      const trouble = await call('fresh-instance', made.instance);
      if (trouble !== undefined) {
        return trouble;
      }
      const dropped = await session.send({ op: 'drop', sandbox: made.instance.sandbox }, { deadlineMs });
      return dropped.kind === 'reply' ? undefined : { kind: 'ended', answer: dropped };
    },
  };
};
