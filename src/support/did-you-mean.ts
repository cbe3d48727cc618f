import { closest, distance } from 'fastest-levenshtein';

/** "did you mean …?", where one of the known words is near enough. */
export const didYouMean = (word: string, known: readonly string[]): string | undefined => {
  if (known.length === 0) {
    return undefined;
  }
  const best = closest(word, known);
  return distance(word, best) <= Math.max(2, Math.floor(word.length / 3)) ? `did you mean '${best}'?` : undefined;
};
