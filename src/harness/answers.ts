import type { SingleStep } from '../contract/fixture.ts';
import type { AnswerVariant, StepAnswer, StepRecord } from '../contract/record.ts';

/** Different answers that are kept of one step; a host that answers otherwise each time has shown enough by then. */
const maxVariants = 20;

/** What makes two answers the same: everything but words for people and figures that grow. */
const keyOf = (answer: StepAnswer): string => {
  switch (answer.kind) {
    case 'outcome': {
      const { message, ...outcome } = answer.outcome;
      return JSON.stringify([answer.kind, outcome, answer.output, answer.usage?.state]);
    }
    case 'done':
      return JSON.stringify([answer.kind, answer.output, answer.usage?.state]);
    case 'host-hang':
      return answer.kind;
    default:
      return JSON.stringify(answer);
  }
};

/** Collects what became of each step over all repetitions. */
export interface AnswerLog {
  add(index: number, step: SingleStep, answer: StepAnswer, repetition: number, elapsedMs: number): void;
  steps(): readonly StepRecord[];
}

interface Entry {
  readonly step: SingleStep;
  readonly variants: Map<string, { answer: StepAnswer; count: number; first: number }>;
  elapsedMs: number;
}

export const createAnswerLog = (): AnswerLog => {
  const entries = new Map<number, Entry>();
  return {
    add: (index, step, answer, repetition, elapsedMs) => {
      const entry = entries.get(index) ?? { step, variants: new Map(), elapsedMs: 0 };
      entries.set(index, entry);
      entry.elapsedMs = Math.max(entry.elapsedMs, elapsedMs);
      const key = keyOf(answer);
      const known = entry.variants.get(key);
      if (known !== undefined) {
        known.count += 1;
        known.answer = answer;
      } else if (entry.variants.size < maxVariants) {
        entry.variants.set(key, { answer, count: 1, first: repetition });
      }
    },
    steps: () =>
      [...entries]
        .sort(([a], [b]) => a - b)
        .map(([index, { step, variants, elapsedMs }]) => ({
          step,
          index,
          elapsedMs,
          variants: [...variants.values()].map((variant): AnswerVariant => ({ ...variant })),
        })),
  };
};
