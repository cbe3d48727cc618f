import type { CallStep, Fixture, ParallelStep, SingleStep } from '../contract/fixture.ts';
import type { CaseRecord, ProcessFigures, StepAnswer, Violation } from '../contract/record.ts';
import { createAnswerLog } from './answers.ts';
import type { CanaryGuest, CanaryTrouble } from './canary-guest.ts';
import type { CanaryWorld } from './canary-world.ts';
import { lateAfter } from './deadlines.ts';
import { createStepper, isFatal, type StepperInput, type StepResult } from './stepper.ts';

export interface ExecutionInput extends StepperInput {
  readonly guest: CanaryGuest;
  readonly world: CanaryWorld;
}

/** After these the canaries must answer: guest bytes were at work, or were refused. */
const isHostile = (step: SingleStep, answer: StepAnswer): boolean =>
  step.op === 'call' || (step.op !== 'wait' && answer.kind === 'outcome');

/** How long the next of several parallel steps waits for the one before to be under way, where the host does not say. */
const startedPatienceMs = 100;

/** Of a repeated case the canaries are called this often, beside the last time. */
const canaryLooks = 10;

/**
 * Requests at the same time from which a host is asked at once, after a case, for everything that is then due: a call of
 * the sibling, a fresh instance, and drops. What waits for the pipe longest is the kit.
 */
const enoughToOverlap = 4;

/** The step that stands in a record for a request of the kit's own. */
const ownStep = (what: string): CallStep => ({
  op: 'call',
  on: what,
  export: what,
  args: [],
  limits: {},
  repeat: 1,
  untyped: false,
  expect: { outcomes: [{ kind: 'done' }] },
  line: 0,
});

/** Growth that no garbage collector explains: a tenth of all that the guests touched. */
const leakOf = (fixture: Fixture, half: ProcessFigures, end: ProcessFigures): Violation | undefined => {
  const { times, touches } = fixture.repeat ?? { times: 0, touches: 0 };
  const growth = end.residentBytes - half.residentBytes;
  const allowed = 0.1 * times * touches;
  const mebibytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`;
  return touches >= 2 ** 20 && growth > allowed
    ? {
        kind: 'leak',
        message: `resident memory grew by ${mebibytes(growth)} over the second half of ${times} repetitions, more than ${mebibytes(allowed)}`,
      }
    : undefined;
};

/** What the memory of a host may come to after a case: what its guests may have, twice over, and room for an engine. */
const residentAllowance = (fixture: Fixture): number => {
  const guests = fixture.steps.reduce(
    (sum, step) => sum + (step.op === 'instantiate' ? (step.limits.memoryBytes ?? 2 ** 26) : 0),
    0,
  );
  return 2 * guests + 2 ** 28;
};

/**
 * Runs a fixture against a session: every step in order, the canaries after each hostile one, everything dropped at the
 * end. Never throws for what a host does: the record says it.
 */
export const execute = async (input: ExecutionInput): Promise<CaseRecord> => {
  const { session, fixture, guest, world } = input;
  const { description } = session;
  const log = createAnswerLog();
  const violations: Violation[] = [];
  const begun = performance.now();
  const before = session.figures();
  const stepper = createStepper(input);
  const times = fixture.repeat?.times ?? 1;
  const overlaps = description.concurrency >= enoughToOverlap;
  const dropsAtOnce = overlaps ? description.concurrency - 2 : 1;
  /** The last hostile step, where its canaries are called together with what comes at the end. */
  let unlooked: number | undefined;
  /** Set by the first answer after which there is no host. */
  let over = false;
  let steps = 0;

  const see = (found: readonly Violation[], step: number): void => {
    violations.push(...found.map((violation) => ({ step, ...violation })));
  };

  const note = (index: number, step: SingleStep, result: StepResult, repetition: number): void => {
    log.add(index, step, result.answer, repetition, result.elapsedMs);
    over ||= isFatal(result.answer);
    const late = result.limitMs === undefined ? undefined : lateAfter(result.limitMs, description);
    if (late !== undefined && result.elapsedMs > late && !isFatal(result.answer)) {
      const message = `the answer came after ${Math.round(result.elapsedMs)} ms; with a limit of ${result.limitMs} ms it is late after ${Math.round(late)} ms`;
      see([{ kind: 'late', message }], index);
    }
  };

  const noteTrouble = (trouble: CanaryTrouble | undefined, index: number, repetition: number): void => {
    if (trouble?.kind === 'violation') {
      see([trouble.violation], index);
    } else if (trouble !== undefined) {
      note(index + 0.5, ownStep('the canary'), { answer: trouble.answer, elapsedMs: 0 }, repetition);
    }
  };

  const lookAround = async (index: number, repetition: number): Promise<void> => {
    if (!over) {
      noteTrouble(await guest.callSibling(), index, repetition);
    }
    see(world.check(), index);
    see(session.takeViolations(), index);
  };

  const isLooked = (repetition: number): boolean =>
    times === 1 || repetition === times - 1 || repetition % Math.ceil(times / canaryLooks) === 0;

  const runSingle = async (step: SingleStep, index: number, repetition: number): Promise<void> => {
    const count = step.op === 'call' ? step.repeat : 1;
    let hostile = false;
    for (let round = 0; round < count && !over; round += 1) {
      const result = await stepper.run(step);
      note(index, step, result, repetition * count + round);
      hostile ||= isHostile(step, result.answer);
    }
    if (!hostile || !isLooked(repetition)) {
      return;
    }
    if (overlaps && step === fixture.steps.at(-1) && repetition === times - 1) {
      unlooked = index;
    } else {
      await lookAround(index, repetition);
    }
  };

  /** Begins each step once the one before is under way, and waits for all of them. */
  const runParallel = async (step: ParallelStep, first: number, repetition: number): Promise<void> => {
    const results: Promise<void>[] = [];
    for (const [offset, inner] of step.steps.entries()) {
      const started = new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, startedPatienceMs);
        const result = stepper.run(inner, () => {
          clearTimeout(timer);
          resolve();
        });
        results.push(
          result.then((done) => {
            clearTimeout(timer);
            note(first + offset, inner, done, repetition);
            resolve();
          }),
        );
      });
      await started;
    }
    await Promise.all(results);
    await lookAround(first + step.steps.length - 1, repetition);
  };

  const runSteps = async (repetition: number): Promise<void> => {
    let index = 0;
    for (const step of fixture.steps) {
      if (over) {
        return;
      }
      if (step.op === 'parallel') {
        await runParallel(step, index, repetition);
        index += step.steps.length;
      } else {
        await runSingle(step, index, repetition);
        index += 1;
      }
      steps = Math.max(steps, index);
    }
  };

  const dropAll = async (repetition: number): Promise<void> => {
    const answer = await stepper.dropAll(dropsAtOnce);
    if (answer !== undefined) {
      note(steps, ownStep('drop at the end'), { answer, elapsedMs: 0 }, repetition);
    }
  };

  /** What was put off to the end. */
  const look = async (): Promise<void> => {
    if (unlooked !== undefined) {
      noteTrouble(await guest.callSibling(), unlooked, times - 1);
    }
  };

  let half: ProcessFigures | undefined;
  for (let repetition = 0; repetition < times && !over; repetition += 1) {
    await runSteps(repetition);
    if (!over && !(overlaps && repetition === times - 1)) {
      await dropAll(repetition);
    }
    if (repetition === Math.floor(times / 2) - 1) {
      half = session.figures();
    }
  }
  if (!over) {
    const callFresh = async (): Promise<void> => noteTrouble(await guest.callFresh(), steps, times - 1);
    await (overlaps ? Promise.all([look(), dropAll(times - 1), callFresh()]) : callFresh());
  }
  see(world.check(), unlooked ?? steps);
  see(session.takeViolations(), steps);

  const after = session.figures();
  if (before !== undefined && after !== undefined && !over) {
    const leak = half === undefined ? undefined : leakOf(fixture, half, after);
    const ceiling = before.residentBytes + residentAllowance(fixture);
    const tooMuch: Violation = {
      kind: 'memory',
      message: `resident memory is ${Math.round(after.residentBytes / 2 ** 20)} MiB after the case; the ceiling is ${Math.round(ceiling / 2 ** 20)} MiB`,
    };
    see([...(leak === undefined ? [] : [leak]), ...(after.residentBytes > ceiling ? [tooMuch] : [])], steps);
  }
  return {
    steps: log.steps(),
    violations,
    durationMs: performance.now() - begun,
    ...(before === undefined || after === undefined ? {} : { figures: { before, after } }),
  };
};
