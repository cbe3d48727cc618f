import type { HostDescription } from '../contract/description.ts';
import { KitError, messageOf } from '../contract/errors.ts';
import type { RunEvent } from '../contract/event.ts';
import type { Fixture } from '../contract/fixture.ts';
import type { PlannedCase } from '../contract/plan.ts';
import type { CaseRecord, Violation } from '../contract/record.ts';
import type { CaseResult, Environment, PlanSummary, Problem, Report } from '../contract/report.ts';
import type { Check } from '../contract/suite.ts';
import type { Judgement } from '../contract/verdict.ts';
import { type Known, withKnown } from './expectations.ts';
import { type Calibration, fuelFor, needsRate } from './fuel-rate.ts';
import { judge } from './judge.ts';
import type { Job, JobResult, Lane } from './lane.ts';
import type { MatchContext } from './match.ts';
import type { PreparedModules } from './modules.ts';
import { resultOf } from './result.ts';
import type { SoloLock } from './solo-lock.ts';
import { isFatal } from './stepper.ts';
import { summarise } from './summary.ts';

export interface RunInput {
  /** Name under which the host was asked for, for reports and repro commands. */
  readonly hostName: string;
  readonly description: HostDescription;
  readonly plan: PlanSummary;
  readonly cases: readonly PlannedCase[];
  readonly fixtureOf: (id: string) => Fixture;
  readonly modulesOf: (fixture: Fixture) => Promise<PreparedModules>;
  readonly checkOf: (fixture: Fixture) => Check | undefined;
  readonly knownFor: (id: string) => Known | undefined;
  /** `undefined` where no case needs it. */
  readonly calibration: Calibration | undefined;
  /** One for each worker; the run closes them. */
  readonly lanes: readonly Lane[];
  readonly lock: SoloLock;
  /** How many solo reruns must agree before a case that rests on time or memory fails. */
  readonly soloReruns: number;
  readonly environment: Omit<Environment, 'durationMs'>;
  readonly emit: (event: RunEvent) => Promise<void>;
  readonly signal: AbortSignal;
  /** Problems that were known before the run. */
  readonly problems: readonly Problem[];
  /** Looks for further problems once every case has its verdict. */
  readonly problemsAfter: (cases: readonly CaseResult[]) => readonly Problem[];
}

/** One run of a fixture and the cases that are judged from it. */
interface Execution {
  readonly place: number;
  readonly fixture: Fixture;
  readonly cases: readonly PlannedCase[];
}

/** Kinds of violation that a busy machine may cause. */
const shakyKinds: readonly Violation['kind'][] = ['late', 'memory', 'leak'];

const groupByExecution = (cases: readonly PlannedCase[], fixtureOf: (id: string) => Fixture): Execution[] => {
  const groups = new Map<string, PlannedCase[]>();
  for (const planned of cases) {
    const group = groups.get(planned.execution) ?? [];
    group.push(planned);
    groups.set(planned.execution, group);
  }
  return [...groups.values()].map((group, place) => ({
    place,
    fixture: fixtureOf((group[0] as PlannedCase).fixture),
    cases: group,
  }));
};

const isFailure = (judgement: Judgement): boolean => judgement.verdict === 'fail';

/** Adds what the suite's own check finds to what the kit saw. */
export const withCheck = (record: CaseRecord, check: Check | undefined): CaseRecord => {
  const messages = check?.(record) ?? [];
  return messages.length === 0
    ? record
    : {
        ...record,
        violations: [...record.violations, ...messages.map((message): Violation => ({ kind: 'check', message }))],
      };
};

const died = (record: CaseRecord): boolean =>
  record.steps.some(({ variants }) => variants.some(({ answer }) => isFatal(answer)));

/** A record of a host that was gone when the next case began. */
const withLateDeath = (record: CaseRecord): CaseRecord => {
  const last = record.steps.at(-1);
  const detail = 'the host ended after its last reply to this case, before the next one began';
  return last === undefined
    ? record
    : {
        ...record,
        steps: [
          ...record.steps,
          {
            ...last,
            index: last.index + 1,
            variants: [{ count: 1, first: 0, answer: { kind: 'host-crash', detail, started: false } }],
          },
        ],
      };
};

/**
 * Runs the planned cases on all lanes and tells `emit` of each, in the plan's order. Every planned case has exactly one
 * verdict in the report, whatever the hosts, the fixtures or the user do.
 */
export const run = async (input: RunInput): Promise<Report> => {
  const { description, emit, signal, lock } = input;
  const begun = performance.now();
  const executions = groupByExecution(input.cases, input.fixtureOf);
  const rate = input.calibration?.kind === 'measured' ? input.calibration.rate : undefined;
  const results: (readonly CaseResult[] | undefined)[] = executions.map(() => undefined);
  const problems: Problem[] = [...input.problems];
  let stopped = false;
  let flushed = 0;
  let flushing: Promise<void> = Promise.resolve();

  const flush = (): Promise<void> => {
    flushing = flushing.then(async () => {
      for (let ready = results[flushed]; ready !== undefined; ready = results[flushed]) {
        flushed += 1;
        for (const result of ready) {
          await emit({ type: 'case', result });
        }
      }
    });
    return flushing;
  };

  const contextOf = (planned: PlannedCase): MatchContext => ({
    description,
    aspect: planned.aspect,
    ...(planned.mechanism === undefined ? {} : { mechanism: planned.mechanism }),
    fuelFor: (iterations) => (rate === undefined ? undefined : fuelFor(rate, iterations)),
  });

  const settle = (
    execution: Execution,
    judgements: readonly Judgement[],
    record?: CaseRecord,
    note?: string,
  ): Promise<void> => {
    results[execution.place] = execution.cases.map((planned, index) => {
      const known = input.knownFor(planned.id);
      return resultOf({
        planned,
        fixture: execution.fixture,
        judgement: judgements[index] ?? { verdict: 'harness-error', message: 'no judgement' },
        host: { name: input.hostName, description },
        ...(record === undefined ? {} : { record }),
        ...(known === undefined ? {} : { known }),
        ...(note === undefined ? {} : { note }),
      });
    });
    return flush();
  };

  const settleAll = (execution: Execution, judgement: Judgement): Promise<void> =>
    settle(
      execution,
      execution.cases.map(() => judgement),
    );

  const judgeAll = (execution: Execution, record: CaseRecord): Judgement[] =>
    execution.cases.map((planned) => judge(record, contextOf(planned)));

  /** Runs a case alone, so that neither another case nor a tired host can be why it failed. */
  const rerunAlone = async (
    lane: Lane,
    job: Job,
    execution: Execution,
    first: CaseRecord,
  ): Promise<{ record: CaseRecord; note: string }> => {
    const check = input.checkOf(execution.fixture);
    let failures = 0;
    let last = first;
    for (let round = 0; round < input.soloReruns && !signal.aborted; round += 1) {
      const { record } = await lock.alone(() => lane.runAlone(job));
      last = withCheck(record, check);
      if (!judgeAll(execution, last).some(isFailure)) {
        return { record: last, note: `failed beside other cases and passed alone, at attempt ${round + 1}` };
      }
      failures += 1;
    }
    return { record: last, note: `failed ${failures} of ${failures} times alone` };
  };

  const conclude = async (lane: Lane, job: Job, execution: Execution, found: CaseRecord): Promise<void> => {
    const record = withCheck(found, input.checkOf(execution.fixture));
    const judgements = judgeAll(execution, record);
    const isShaky =
      execution.cases.some(({ sensitive }) => sensitive) ||
      record.violations.some(({ kind }) => shakyKinds.includes(kind));
    // What fails as known needs no second look: reruns are there to spare a host a failure.
    const isNews = execution.cases.some((planned, index) => {
      const judgement = judgements[index];
      return (
        judgement !== undefined &&
        isFailure(judgement) &&
        withKnown(judgement, input.knownFor(planned.id)).verdict !== 'xfail'
      );
    });
    if (!isShaky || !isNews || input.soloReruns === 0 || signal.aborted) {
      await settle(execution, judgements, record);
      return;
    }
    const rerun = await rerunAlone(lane, job, execution, record);
    await settle(execution, judgeAll(execution, rerun.record), rerun.record, rerun.note);
  };

  interface Held {
    readonly job: Job;
    readonly execution: Execution;
    record: CaseRecord;
  }

  /** Finds out who has to answer for a host that ended where nobody expected it. */
  const attribute = async (lane: Lane, held: Held | undefined, result: JobResult): Promise<CaseRecord> => {
    const suspicion = result.suspectEarlier;
    if (suspicion === undefined) {
      return result.record;
    }
    if (suspicion.first === undefined) {
      if (held !== undefined) {
        held.record = withLateDeath(held.record);
      }
      return result.record;
    }
    const again = held === undefined ? undefined : await lane.runAlone(held.job);
    if (held === undefined || again === undefined || !died(again.record)) {
      return suspicion.first;
    }
    held.record = again.record;
    return result.record;
  };

  const queue = [...executions];

  const work = async (lane: Lane): Promise<void> => {
    let held: Held | undefined;
    for (
      let execution = queue.shift();
      execution !== undefined && !stopped && !signal.aborted;
      execution = queue.shift()
    ) {
      const [first] = execution.cases;
      if (first !== undefined && first.missing.length > 0) {
        await settleAll(execution, { verdict: 'unsupported', missing: first.missing });
        continue;
      }
      if (first !== undefined && input.calibration?.kind === 'failed' && needsRate(first, execution.fixture)) {
        await settleAll(execution, { verdict: 'fail', cause: 'outcome', message: input.calibration.message });
        continue;
      }
      await emit({ type: 'running', id: first?.execution ?? '' });
      try {
        const job: Job = {
          fixture: execution.fixture,
          modules: await input.modulesOf(execution.fixture),
          ...(first?.mechanism === undefined ? {} : { mechanism: first.mechanism }),
          ...(rate === undefined ? {} : { rate }),
        };
        const result = await lock.together(() => lane.run(job));
        if (signal.aborted) {
          break;
        }
        const record = await attribute(lane, held, result);
        if (held !== undefined) {
          await conclude(lane, held.job, held.execution, held.record);
        }
        held = { job, execution, record };
      } catch (error) {
        if (error instanceof KitError && error.code === 'host-start') {
          stopped = true;
          problems.push({ kind: 'host-start', message: error.message });
          break;
        }
        await settleAll(execution, { verdict: 'harness-error', message: messageOf(error) });
      }
    }
    if (held !== undefined && !signal.aborted) {
      await conclude(lane, held.job, held.execution, held.record);
    }
  };

  const abort = (): void => {
    void Promise.all(input.lanes.map((lane) => lane.abort()));
  };
  signal.addEventListener('abort', abort, { once: true });
  await emit({
    type: 'start',
    host: { name: input.hostName, description },
    plan: input.plan,
    total: input.cases.length,
    environment: input.environment,
  });
  try {
    await Promise.all(input.lanes.map(work));
  } finally {
    signal.removeEventListener('abort', abort);
    await Promise.all(input.lanes.map((lane) => lane.close()));
  }

  const reason = signal.aborted ? 'interrupted' : 'the host could not be started again';
  for (const execution of executions) {
    if (results[execution.place] === undefined) {
      await settleAll(execution, { verdict: 'notrun', reason });
    }
  }
  if (signal.aborted) {
    problems.push({ kind: 'interrupted', message: 'the run was interrupted' });
  }
  const cases = results.flatMap((each) => each ?? []);
  problems.push(...input.problemsAfter(cases));
  const isPartial = input.plan.selection.length > 0 || input.plan.shard !== undefined;
  const report: Report = {
    schema: 'sandproof/report@1',
    plan: input.plan,
    host: { name: input.hostName, description },
    environment: { ...input.environment, durationMs: Math.round(performance.now() - begun) },
    cases,
    summary: summarise(cases, description, problems, isPartial),
    problems,
  };
  await emit({ type: 'end', report });
  return report;
};
