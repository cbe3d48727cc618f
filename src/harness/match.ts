import { type HostDescription, isMerged } from '../contract/description.ts';
import type { Expectation, ExpectedOutcome, SingleStep, UsageBound } from '../contract/fixture.ts';
import type { Outcome, Phase } from '../contract/outcome.ts';
import type { Mechanism } from '../contract/plan.ts';
import type { StepAnswer } from '../contract/record.ts';
import { showExpected, showValue, valueMatches } from '../contract/value.ts';
import { holds } from './requirements.ts';

/** What an expectation is held against: the host's freedoms, and the case's own budget. */
export interface MatchContext {
  readonly description: HostDescription;
  readonly mechanism?: Mechanism;
  /** Whether a trap's code counts, or the class of outcome alone. */
  readonly aspect: 'class' | 'code';
  /** Fuel of so many iterations of the calibration loop; `undefined` where the host does not meter. */
  readonly fuelFor: (iterations: number) => bigint | undefined;
}

/** Phases that an outcome of a step may have where the fixture names none. */
const usualPhases: Readonly<Record<SingleStep['op'], readonly Phase[]>> = {
  load: ['decode', 'validate'],
  instantiate: ['decode', 'validate', 'link', 'instantiate', 'start'],
  call: ['call'],
  drop: ['call'],
  cancel: ['call'],
  inspect: ['call'],
  regrant: ['call'],
  wait: [],
};

const phaseMatches = (
  outcome: Outcome,
  expected: ExpectedOutcome,
  op: SingleStep['op'],
  context: MatchContext,
): boolean => {
  const actual = 'phase' in outcome ? outcome.phase : undefined;
  const allowed = expected.phases ?? usualPhases[op];
  return (
    actual !== undefined && allowed.some((phase) => isMerged(context.description.declares.phaseMerging, phase, actual))
  );
};

const resourcesOf = (
  expected: Extract<ExpectedOutcome, { kind: 'limit' }>,
  mechanism: Mechanism | undefined,
): readonly string[] =>
  expected.resources.flatMap((resource) => (resource === 'cpu' ? [mechanism ?? ['fuel', 'time']].flat() : [resource]));

/** Whether the details of an outcome are as expected; its kind is already known to be. */
const detailMatches = (outcome: Outcome, expected: ExpectedOutcome, context: MatchContext): boolean => {
  switch (expected.kind) {
    case 'returned': {
      const values = outcome.kind === 'returned' ? outcome.values : [];
      return (
        expected.values === '*' ||
        (values.length === expected.values.length &&
          expected.values.every((value, index) => valueMatches(value, values[index])))
      );
    }
    case 'trapped':
      return (
        context.aspect === 'class' ||
        expected.code === '*' ||
        (outcome.kind === 'trapped' && isMerged(context.description.declares.trapMerging, expected.code, outcome.code))
      );
    case 'limit':
      return outcome.kind === 'limit' && resourcesOf(expected, context.mechanism).includes(outcome.resource);
    case 'denied':
      return expected.capability === '*' || (outcome.kind === 'denied' && outcome.capability === expected.capability);
    case 'exited':
      return outcome.kind === 'exited' && outcome.exitCode === expected.exitCode;
    case 'rejected':
      return (
        expected.reasons === '*' ||
        (outcome.kind === 'rejected' && (expected.reasons as readonly string[]).includes(outcome.reason ?? ''))
      );
    default:
      return true;
  }
};

const alternativeMatches = (
  answer: StepAnswer,
  expected: ExpectedOutcome,
  op: SingleStep['op'],
  context: MatchContext,
): boolean => {
  if (expected.kind === 'contained') {
    return answer.kind === 'done' || (answer.kind === 'outcome' && answer.outcome.kind !== 'host-error');
  }
  if (expected.kind === 'done') {
    return answer.kind === 'done';
  }
  return (
    answer.kind === 'outcome' &&
    answer.outcome.kind === expected.kind &&
    phaseMatches(answer.outcome, expected, op, context) &&
    detailMatches(answer.outcome, expected, context)
  );
};

const showAlternative = (expected: ExpectedOutcome, mechanism: Mechanism | undefined): string => {
  const phases = expected.phases === undefined ? '' : ` at ${expected.phases.join(' or ')}`;
  switch (expected.kind) {
    case 'returned':
      return expected.values === '*' ? 'returned' : `returned (${expected.values.map(showExpected).join(', ')})`;
    case 'trapped':
      return `trapped${expected.code === '*' ? '' : ` ${expected.code}`}${phases}`;
    case 'limit':
      return `limit ${resourcesOf(expected, mechanism).join(' or ')}${phases}`;
    case 'denied':
      return `denied${expected.capability === '*' ? '' : ` ${expected.capability}`}${phases}`;
    case 'exited':
      return `exited ${expected.exitCode}${phases}`;
    case 'rejected':
      return `rejected${phases}${expected.reasons === '*' ? '' : ` (${expected.reasons.join(' or ')})`}`;
    default:
      return `${expected.kind}${phases}`;
  }
};

const showCondition = (when: ExpectedOutcome['when']): string => {
  const parts = Object.entries(when ?? {}).map(([path, value]) => `${path} is ${String(value)}`);
  return parts.length === 0 ? '' : ` where ${parts.join(' and ')}`;
};

/** An expectation for people who look at no particular host, in one line. */
export const describeExpectation = (expect: Expectation): string =>
  [
    expect.outcomes.map((outcome) => showAlternative(outcome, undefined) + showCondition(outcome.when)).join(', or '),
    ...Object.entries(expect.output ?? {}).map(([stream, text]) => `${stream} ${JSON.stringify(text)}`),
    ...(expect.states === undefined ? [] : [`state ${expect.states.join(' or ')}`]),
    ...(expect.usage ?? []).map(({ figure, min, max }) =>
      min === max ? `${figure} ${min}` : `${figure} from ${min ?? '0'} to ${max ?? 'any'}`,
    ),
  ].join('; ');

/** What would have been right, in one line. */
export const showExpectation = (expect: Expectation, context: MatchContext): string =>
  expect.outcomes
    .filter(({ when }) => holds(when, context.description.declares))
    .map((outcome) => showAlternative(outcome, context.mechanism))
    .join(', or ');

/** What a host said, in one line. */
export const showOutcome = (outcome: Outcome): string => {
  const phase =
    'phase' in outcome && outcome.phase !== undefined && outcome.phase !== 'call' ? ` at ${outcome.phase}` : '';
  const message = outcome.message === undefined ? '' : ` ("${outcome.message}")`;
  switch (outcome.kind) {
    case 'returned':
      return `returned (${outcome.values.map(showValue).join(', ')})`;
    case 'trapped':
      return `trapped ${outcome.code}${phase}${message}`;
    case 'limit':
      return `limit ${outcome.resource}${phase}${message}`;
    case 'denied':
      return `denied ${outcome.capability}${outcome.scope === undefined ? '' : ` ${outcome.scope}`}${phase}`;
    case 'exited':
      return `exited ${outcome.exitCode}${phase}`;
    case 'rejected':
      return `rejected at ${outcome.phase}${outcome.reason === undefined ? '' : ` (${outcome.reason})`}${message}`;
    case 'unsupported':
      return `unsupported ${outcome.feature}${message}`;
    default:
      return `${outcome.kind}${phase}${message}`;
  }
};

/** What a host answered, in one line. */
export const showAnswer = (answer: StepAnswer): string => {
  switch (answer.kind) {
    case 'done':
      return 'done';
    case 'outcome':
      return showOutcome(answer.outcome);
    case 'host-hang':
      return `no answer within ${Math.round(answer.afterMs)} ms${answer.started ? ', with the guest under way' : ', and no sign that the host read the request'}`;
    case 'host-crash':
    case 'protocol-error':
    case 'escape':
      return answer.detail;
    case 'skipped':
      return `not sent: ${answer.reason}`;
  }
};

/** Whether the outcome itself is one of those expected. */
export const outcomeMatches = (answer: StepAnswer, step: SingleStep, context: MatchContext): boolean =>
  step.expect.outcomes
    .filter(({ when }) => holds(when, context.description.declares))
    .some((expected) => alternativeMatches(answer, expected, step.op, context));

const figureText = (bound: string, context: MatchContext): bigint | undefined => {
  const calibrated = /^calibrated:(\d+)$/.exec(bound);
  return calibrated === null ? BigInt(bound) : context.fuelFor(Number(calibrated[1]));
};

/** What is wrong with a reported figure; `missing` where the host reports none. */
const checkBound = (
  answer: Extract<StepAnswer, { kind: 'done' | 'outcome' }>,
  bound: UsageBound,
  context: MatchContext,
): { readonly missing: string } | { readonly wrong: string } | undefined => {
  const reported = answer.usage?.[bound.figure];
  if (reported === undefined) {
    return { missing: `usage:${bound.figure}` };
  }
  const figure = BigInt(
    Math.floor(Number(reported)) === Number(reported) && typeof reported === 'number' ? reported : String(reported),
  );
  const min = bound.min === undefined ? undefined : figureText(bound.min, context);
  const max = bound.max === undefined ? undefined : figureText(bound.max, context);
  if ((min !== undefined && figure < min) || (max !== undefined && figure > max)) {
    const range = min === max ? `${min}` : `${min ?? 0n} to ${max ?? '∞'}`;
    return { wrong: `${bound.figure} is ${figure}, not ${range}` };
  }
  return undefined;
};

/** What is wrong with what stands beside an outcome: output, state, usage. */
export const checkDetails = (
  answer: StepAnswer,
  expect: Expectation,
  context: MatchContext,
): { readonly missing: string } | { readonly wrong: string } | undefined => {
  if (answer.kind !== 'done' && answer.kind !== 'outcome') {
    return undefined;
  }
  for (const [stream, expected] of Object.entries(expect.output ?? {})) {
    const actual = Buffer.from(answer.output?.[stream as 'log'] ?? '', 'base64').toString('utf8');
    if (actual !== expected) {
      return { wrong: `${stream} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}` };
    }
  }
  if (expect.states !== undefined) {
    const state = answer.usage?.state;
    if (state === undefined || !expect.states.includes(state)) {
      return state === undefined
        ? { missing: 'usage:state' }
        : { wrong: `the state is ${state}, not ${expect.states.join(' or ')}` };
    }
  }
  for (const bound of expect.usage ?? []) {
    const problem = checkBound(answer, bound, context);
    if (problem !== undefined) {
      return problem;
    }
  }
  return undefined;
};
