import { profiles } from './features.ts';
import type { Mechanism } from './plan.ts';

/** What a case's id says: the fixture, the budget it is run with, and whether the trap's code is judged. */
export interface CaseId {
  readonly fixture: string;
  readonly mechanism?: Mechanism;
  readonly aspect: 'class' | 'code';
}

/** Reads `<fixture>[@fuel|@time][#code]`. */
export const parseCaseId = (id: string): CaseId => {
  const [, fixture = id, mechanism, code] = /^(.*?)(?:@(fuel|time))?(#code)?$/.exec(id) ?? [];
  return {
    fixture,
    ...(mechanism === undefined ? {} : { mechanism: mechanism as Mechanism }),
    aspect: code === undefined ? 'class' : 'code',
  };
};

const suites: readonly string[] = Object.values(profiles).flat();

const rankOf = (suite: string): number => (suites.includes(suite) ? suites.indexOf(suite) : suites.length);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order of a plan: suites as the profiles list them, then fixtures by id, then their cases. */
export const compareCases = (
  a: { readonly id: string; readonly suite: string },
  b: { readonly id: string; readonly suite: string },
): number =>
  rankOf(a.suite) - rankOf(b.suite) ||
  compareText(a.suite, b.suite) ||
  compareText(parseCaseId(a.id).fixture, parseCaseId(b.id).fixture) ||
  compareText(a.id, b.id);
