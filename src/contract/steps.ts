import type { SingleStep, Step } from './fixture.ts';

/** Steps with those inside `parallel` in their place. */
export const flatSteps = (steps: readonly Step[]): readonly SingleStep[] =>
  steps.flatMap((step) => (step.op === 'parallel' ? step.steps : [step]));
