import { setTimeout as delay } from 'node:timers/promises';
import { KitError } from '../contract/errors.ts';
import type { Fixture } from '../contract/fixture.ts';
import type { HostConnector, HostSession } from '../contract/host.ts';
import type { Mechanism } from '../contract/plan.ts';
import type { CaseRecord, StepAnswer } from '../contract/record.ts';
import type { PreparedModule } from '../fixtures/module-store.ts';
import { type CanaryGuest, createCanaryGuest } from './canary-guest.ts';
import { type CanaryWorld, createCanaryWorld } from './canary-world.ts';
import type { Patience } from './deadlines.ts';
import { execute } from './execute.ts';
import type { FuelRate } from './fuel-rate.ts';
import { findGrowth } from './growth.ts';
import { findRunaway } from './runaway.ts';
import { isFatal } from './stepper.ts';

export interface LaneOptions {
  readonly connector: HostConnector;
  readonly scratch: string;
  readonly patience: Patience;
  readonly residentCeiling: number;
  readonly helloDeadlineMs: number;
  readonly onMessage?: (direction: 'to-host' | 'from-host', line: string) => void;
}

/** One fixture to be run, with one of its budgets. */
export interface Job {
  readonly fixture: Fixture;
  readonly mechanism?: Mechanism;
  readonly modules: ReadonlyMap<string, PreparedModule>;
  readonly rate?: FuelRate;
}

/** What became of a job. */
export interface JobResult {
  readonly record: CaseRecord;
  /** The host's stderr, where the case ended the host. */
  readonly stderr?: string;
  /**
   * Set where the case before this one, on the same host, may have to answer for what happened: the host was gone when
   * this case began, or ended during it and not when it was run again. In the second case it is what happened first.
   */
  readonly suspectEarlier?: { readonly first?: CaseRecord };
}

/** A host of the run's and what stands around it. Restarted whenever a case ends it. */
export interface Lane {
  /** The session under way, or a new one. */
  session(): Promise<HostSession>;
  run(job: Job): Promise<JobResult>;
  /** Runs a job on a host of its own, and looks for a while whether the host survives it. */
  runAlone(job: Job): Promise<JobResult>;
  /** Ends the host, so that the next job begins with a new one. */
  restart(): Promise<void>;
  /** Ends the host now, from wherever; everything under way is answered. */
  abort(): Promise<void>;
  close(): Promise<void>;
}

/** Starts that may fail one after the other before the run is given up. */
const maxFailedStarts = 3;
const longestPauseMs = 2000;

interface Running {
  readonly session: HostSession;
  readonly guest: CanaryGuest;
  jobs: number;
}

const startFailure = (name: string, reason: string, stderr: string): KitError => {
  const tail = stderr.trim().split('\n').slice(-5).join('\n');
  return new KitError('host-start', `the host '${name}' did not start: ${reason}${tail === '' ? '' : `\n${tail}`}`, {
    hint: `try it alone: sandproof doctor --host '${name}'`,
  });
};

const lastFatal = (record: CaseRecord): StepAnswer | undefined =>
  record.steps.flatMap(({ variants }) => variants.map(({ answer }) => answer)).find(isFatal);

/** How long a host is watched after a case that may have left it dying, in milliseconds, and how often. */
const watchMs = 500;
const watchStepMs = 25;

export const createLane = async (options: LaneOptions): Promise<Lane> => {
  const { connector } = options;
  const world: CanaryWorld = await createCanaryWorld(options.scratch);
  let running: Running | undefined;
  let starting: Promise<Running> | undefined;
  let failures = 0;
  /** A host that said hello and has yet to run its first harmless guest. */
  let prepared: HostSession | undefined;
  const abortion = new AbortController();

  const stop = async (): Promise<void> => {
    // A start under way is waited for, or its host would outlive the run.
    const current = running ?? (await starting?.catch(() => undefined));
    running = undefined;
    await current?.session.close();
  };

  const startOnce = async (): Promise<Running | KitError> => {
    const started = await connector.start({
      scratch: options.scratch,
      canaryToken: world.token,
      secrets: world.secrets,
      helloDeadlineMs: options.helloDeadlineMs,
      residentCeiling: options.residentCeiling,
      signal: abortion.signal,
      ...(options.onMessage === undefined ? {} : { onMessage: options.onMessage }),
    });
    if (started.kind === 'failed') {
      return startFailure(connector.name, started.reason, started.stderr);
    }
    const { session } = started;
    const guest = createCanaryGuest(session, options.patience);
    prepared = session;
    const trouble = await guest.prepare();
    prepared = undefined;
    if (trouble !== undefined) {
      const reason =
        trouble.kind === 'violation'
          ? trouble.violation.message
          : `it ended while a harmless guest was tried: ${'detail' in trouble.answer ? trouble.answer.detail : trouble.answer.kind}`;
      const stderr = session.stderr();
      await session.kill();
      return startFailure(connector.name, reason, stderr);
    }
    return { session, guest, jobs: 0 };
  };

  /** Starts a host, more patiently each time that it fails; the last failure is thrown. */
  const start = async (): Promise<Running> => {
    for (;;) {
      const result = await startOnce();
      if (!(result instanceof KitError)) {
        failures = 0;
        return result;
      }
      failures += 1;
      if (failures >= maxFailedStarts || abortion.signal.aborted) {
        throw result;
      }
      await delay(Math.min(longestPauseMs, 50 * 2 ** failures));
    }
  };

  const ensure = async (): Promise<Running> => {
    if (running !== undefined && !running.session.alive) {
      await stop();
    }
    if (running === undefined) {
      starting ??= start();
      try {
        running = await starting;
      } finally {
        starting = undefined;
      }
    }
    return running;
  };

  const runOn = async (current: Running, job: Job): Promise<CaseRecord> => {
    current.jobs += 1;
    return execute({
      session: current.session,
      guest: current.guest,
      world,
      patience: options.patience,
      scratch: options.scratch,
      ...job,
    });
  };

  const result = (
    record: CaseRecord,
    current: Running,
    suspectEarlier?: { readonly first?: CaseRecord },
  ): JobResult => ({
    record,
    ...(suspectEarlier === undefined ? {} : { suspectEarlier }),
    ...(current.session.alive ? {} : { stderr: current.session.stderr() }),
  });

  /** Runs a job, and again where the host has more descriptors or threads than before; looks whether a guest runs on. */
  const runWatched = async (current: Running, job: Job): Promise<CaseRecord> => {
    const record = await runOn(current, job);
    const runaway = await findRunaway(current.session, record);
    if (runaway !== undefined) {
      return { ...record, violations: [...record.violations, runaway] };
    }
    const growth = await findGrowth(current.session, record.figures?.before, async () => {
      await runOn(current, job);
      return current.session.alive;
    });
    return growth === undefined ? record : { ...record, violations: [...record.violations, growth] };
  };

  /** Watches a host that may die late; how it ended, if it did. */
  const watch = async ({ session }: Running): Promise<StepAnswer | undefined> => {
    for (let waited = 0; waited < watchMs; waited += watchStepMs) {
      const answer = await session.send({ op: 'ping' }, { deadlineMs: options.patience.withoutLimitMs });
      if (answer.kind !== 'reply') {
        return answer;
      }
      await delay(watchStepMs);
    }
    return undefined;
  };

  const lateEnding = (record: CaseRecord, answer: StepAnswer): CaseRecord => {
    const detail = 'detail' in answer ? answer.detail : answer.kind;
    const last = record.steps.at(-1);
    return last === undefined
      ? record
      : {
          ...record,
          steps: [
            ...record.steps,
            {
              ...last,
              index: last.index + 1,
              variants: [
                {
                  count: 1,
                  first: 0,
                  answer: { kind: 'host-crash', started: false, detail: `after its last reply: ${detail}` },
                },
              ],
            },
          ],
        };
  };

  return {
    session: async () => (await ensure()).session,
    run: async (job) => {
      const diedIdle = running !== undefined && !running.session.alive && running.jobs > 0;
      const current = await ensure();
      const record = await runWatched(current, job);
      const ended = lastFatal(record);
      const mayBeEarlier =
        current.jobs > 1 &&
        (ended?.kind === 'host-crash' || ended?.kind === 'protocol-error') &&
        !abortion.signal.aborted;
      if (!mayBeEarlier) {
        const done = result(record, current, diedIdle ? {} : undefined);
        if (record.violations.length > 0) {
          await stop();
        }
        return done;
      }
      const stderr = current.session.stderr();
      await stop();
      const second = await ensure();
      const again = await runOn(second, job);
      return lastFatal(again) === undefined
        ? { ...result(again, second, { first: record }), stderr }
        : result(again, second);
    },
    runAlone: async (job) => {
      await stop();
      const current = await ensure();
      const record = await runWatched(current, job);
      const late = current.session.alive ? await watch(current) : undefined;
      const done = result(late === undefined ? record : lateEnding(record, late), current);
      await stop();
      return done;
    },
    restart: stop,
    abort: async () => {
      abortion.abort();
      await prepared?.kill();
      await (running ?? (await starting?.catch(() => undefined)))?.session.kill();
    },
    close: async () => {
      // Nobody waits for a host that has yet to say hello.
      abortion.abort();
      await stop();
      await world.close();
    },
  };
};
