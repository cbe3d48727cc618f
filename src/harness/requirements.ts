import type { Declares, HostDescription } from '../contract/description.ts';
import type { DeclaredCondition, Fixture } from '../contract/fixture.ts';
import type { LimitField } from '../contract/limits.ts';
import { flatSteps } from '../contract/steps.ts';

/** Whether a host has what one word of `requires` asks for. */
const has = (word: string, host: HostDescription): boolean => {
  if (word.startsWith('!')) {
    return host.featuresOff.includes(word.slice(1));
  }
  const [kind, rest = ''] = word.split(/:(.*)/s);
  switch (kind) {
    case 'limit':
      return host.limits[rest as LimitField]?.supported === true;
    case 'concurrency':
      return host.concurrency >= Number(rest);
    default:
      return host.features.includes(word);
  }
};

/** The value at a dotted path of what a host declares. */
const declared = (declares: Declares, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (at, key) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? at[key as keyof typeof at] : undefined,
      declares,
    );

/** Whether a condition on the host's declarations holds. */
export const holds = (condition: DeclaredCondition | undefined, declares: Declares): boolean =>
  Object.entries(condition ?? {}).every(([path, value]) => declared(declares, path) === value);

/** Whether a host declares the weakness that a fixture names: a value that is false, `none`, or weaker than whole. */
export const declaresWeakness = (path: string, declares: Declares): boolean => {
  const value = declared(declares, path);
  return value === false || value === 'none' || value === 'lexical' || value === 'trap-on-call' || value === 'trap';
};

/** Declarations without which no outcome of some step is expected: the fixture says nothing about this host. */
const missingDeclarations = (fixture: Fixture, declares: Declares): string[] =>
  flatSteps(fixture.steps).flatMap(({ expect }) =>
    expect.outcomes.some(({ when }) => holds(when, declares))
      ? []
      : expect.outcomes
          .slice(0, 1)
          .flatMap(({ when }) =>
            Object.entries(when ?? {}).map(([path, value]) => `declares:${path}=${String(value)}`),
          ),
  );

/** What a host lacks of what a fixture needs; empty when the fixture can run. */
export const missingFor = (fixture: Fixture, further: readonly string[], host: HostDescription): readonly string[] => [
  ...new Set([
    ...[...fixture.requires, ...further].filter((word) => !has(word, host)),
    ...missingDeclarations(fixture, host.declares),
  ]),
];

/**
 * Whether an answer `unsupported` contradicts what the host said of itself. What it can't declare (a grant, an optional
 * operation) it may refuse at any time.
 */
export const contradicts = (feature: string, host: HostDescription): boolean => {
  const [kind = '', rest = ''] = feature.split(/:(.*)/s);
  switch (kind) {
    case 'grant':
      return false;
    case 'op':
      return (
        ['load', 'instantiate', 'call', 'drop'].includes(rest) || (rest === 'regrant' && host.features.includes(rest))
      );
    case 'wasi-p1':
      return host.profiles.includes('wasi-p1');
    default:
      return has(feature, host);
  }
};
