import { KitError } from '../contract/errors.ts';
import { profiles } from '../contract/features.ts';
import { didYouMean } from '../support/did-you-mean.ts';
import { suiteNames } from './discovery.ts';
import { selectionOf } from './options.ts';

const check = (what: string, given: readonly string[] | undefined, known: readonly string[]): void => {
  const unknown = given?.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new KitError('usage', `no ${what} is named '${unknown}'`, {
      hint: didYouMean(unknown, known) ?? `${what}s: ${known.join(', ')}`,
    });
  }
};

/** The selection; a name that leads nowhere is an error, since beside a right one nobody would miss it. */
export const readSelection = (args: Parameters<typeof selectionOf>[0]): ReturnType<typeof selectionOf> => {
  check('profile', args.profile, Object.keys(profiles));
  check('suite', args.suite, suiteNames());
  return selectionOf(args);
};
