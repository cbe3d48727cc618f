import { type CaseRecord, escapeKinds, type StepAnswer, type StepRecord } from '../contract/record.ts';
import type { Judgement } from '../contract/verdict.ts';
import { checkDetails, type MatchContext, outcomeMatches, showAnswer, showExpectation } from './match.ts';
import { contradicts } from './requirements.ts';

type Failure = Extract<Judgement, { verdict: 'fail' }>;
type Ending = Extract<StepAnswer, { kind: 'host-hang' | 'host-crash' | 'protocol-error' | 'escape' }>;

const isEnding = (answer: StepAnswer): answer is Ending =>
  answer.kind === 'host-hang' ||
  answer.kind === 'host-crash' ||
  answer.kind === 'protocol-error' ||
  answer.kind === 'escape';

/** The step that a repetition singles out, in words. */
const where = (record: StepRecord, first: number): string => {
  const { step } = record;
  const what = step.op === 'call' ? `call ${step.export}` : step.op;
  const times = record.variants.reduce((sum, variant) => sum + variant.count, 0);
  return times > 1 ? `${what} (repetition ${first + 1} of ${times})` : what;
};

const describeEnding = (answer: Ending): string =>
  answer.kind === 'host-hang' ? `${showAnswer(answer)}; the kit had to kill the host` : showAnswer(answer);

/** Nobody believes anything else that happened once the host is gone or a guest is out. */
const firstEnding = (record: CaseRecord): Failure | undefined => {
  const gotOut = record.violations.find(({ kind }) => escapeKinds.includes(kind));
  if (gotOut !== undefined) {
    return { verdict: 'fail', cause: 'escape', message: gotOut.message };
  }
  const endings = record.steps.flatMap((step) =>
    step.variants.flatMap(({ answer, first }) => (isEnding(answer) ? [{ step, answer, first }] : [])),
  );
  const found = endings.find(({ answer }) => answer.kind === 'escape') ?? endings[0];
  return found === undefined
    ? undefined
    : {
        verdict: 'fail',
        cause: found.answer.kind,
        message: `${where(found.step, found.first)}: ${describeEnding(found.answer)}`,
        line: found.step.step.line,
      };
};

const judgeAnswer = (
  record: StepRecord,
  answer: StepAnswer,
  first: number,
  context: MatchContext,
): Judgement | undefined => {
  const { step } = record;
  if (answer.kind === 'skipped') {
    return undefined;
  }
  const outcome = answer.kind === 'outcome' ? answer.outcome : undefined;
  const details = { line: step.line, ...(outcome === undefined ? {} : { outcome }) };
  const expected = showExpectation(step.expect, context);
  if (outcome?.kind === 'unsupported') {
    return contradicts(outcome.feature, context.description)
      ? {
          verdict: 'fail',
          cause: 'outcome',
          message: `${where(record, first)}: the host declared '${outcome.feature}' and answers that it is unsupported`,
          expected,
          ...details,
        }
      : { verdict: 'unsupported', missing: [outcome.feature] };
  }
  if (!outcomeMatches(answer, step, context)) {
    return {
      verdict: 'fail',
      cause: 'outcome',
      message: `${where(record, first)}: ${showAnswer(answer)}; expected ${expected}`,
      expected,
      ...details,
    };
  }
  const problem = checkDetails(answer, step.expect, context);
  if (problem === undefined) {
    return undefined;
  }
  return 'missing' in problem
    ? { verdict: 'unsupported', missing: [problem.missing] }
    : { verdict: 'fail', cause: 'outcome', message: `${where(record, first)}: ${problem.wrong}`, expected, ...details };
};

/**
 * What a case comes to, from all that happened. Total: every record has a judgement. What the kit saw stands above
 * what the host said, and the first step that went wrong above the later ones, which may only follow from it.
 */
export const judge = (record: CaseRecord, context: MatchContext): Judgement => {
  const ended = firstEnding(record);
  if (ended !== undefined) {
    return ended;
  }
  for (const step of record.steps) {
    for (const { answer, first } of step.variants) {
      const judged = judgeAnswer(step, answer, first, context);
      if (judged !== undefined) {
        return judged;
      }
    }
  }
  const [violation] = record.violations;
  if (violation !== undefined && context.aspect === 'class') {
    return {
      verdict: 'fail',
      cause: 'observation',
      message: violation.message,
      ...(violation.step === undefined
        ? {}
        : { line: record.steps.find(({ index }) => index === violation.step)?.step.line ?? 0 }),
    };
  }
  return { verdict: 'pass' };
};
