import type { CaseRecord, StepAnswer } from '../contract/record.ts';
import type { Suite } from '../contract/suite.ts';
import { isWireValue } from '../contract/value.ts';

const answersOf = ({ steps }: CaseRecord, name: string): StepAnswer[] =>
  steps.flatMap(({ step, variants }) =>
    step.op === 'call' && step.export === name
      ? variants.flatMap(({ answer, count }) => Array<StepAnswer>(count).fill(answer))
      : [],
  );

const returnedNumbers = (answers: readonly StepAnswer[]): number[] =>
  answers.flatMap((answer) => {
    const value =
      answer.kind === 'outcome' && answer.outcome.kind === 'returned' ? answer.outcome.values[0] : undefined;
    return isWireValue(value) && value.type === 'i32' ? [Number(value.value)] : [];
  });

const argumentOf = ({ steps }: CaseRecord, name: string): number => {
  const found = steps.flatMap(({ step }) => (step.op === 'call' && step.export === name ? step.args : []))[0];
  return found !== undefined && 'value' in found ? Number(found.value) : 0;
};

/** A call that returned did its work, and one that was refused did none. A host whose state is fresh has a total of 0. */
const callsAddUp = (record: CaseRecord): readonly string[] => {
  const done = answersOf(record, 'add').filter(
    (answer) => answer.kind === 'outcome' && answer.outcome.kind === 'returned',
  ).length;
  const each = argumentOf(record, 'add');
  return returnedNumbers(answersOf(record, 'total')).flatMap((total) =>
    total === 0 || total === done * each
      ? []
      : [`${done} calls returned that add ${each} each, and the guest's total is ${total}`],
  );
};

export const suite: Suite = {
  name: 'lifecycle',
  profile: 'core',
  title: 'Making, using and ending sandboxes',
  protects:
    'A sandbox begins whole, keeps or forgets its state as its host says, and is gone when it is dropped. A host that ' +
    'fails here runs guests in the wrong order or twice, lets a handle of a closed sandbox reach the next one, frees ' +
    'memory that a guest still uses, or keeps what dropped guests had. What starts as untidiness ends as one tenant in ' +
    "another's memory, or as a service that dies after a day.",
  checks: { 'calls-add-up': callsAddUp },
};
