/** What became of the assertions of a script. */

export type CommandResult =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly message: string }
  /** The host lacks something that it needs. */
  | { readonly kind: 'unsupported'; readonly feature: string }
  /** Not run, by nobody's fault. */
  | { readonly kind: 'skipped'; readonly reason: string };

export interface Failure {
  readonly line: number;
  readonly message: string;
}

/** One script. */
export interface ScriptResult {
  readonly file: string;
  readonly passed: number;
  readonly failures: readonly Failure[];
  /** How many commands lacked what. */
  readonly unsupported: Readonly<Record<string, number>>;
  readonly skipped: Readonly<Record<string, number>>;
  readonly milliseconds: number;
  /** Set where it is no script: nothing of it was run. */
  readonly unreadable?: { readonly line: number; readonly message: string };
}

const tally = (words: readonly string[]): Record<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
};

/** Sums up what became of a script's commands, in their order. */
export const scriptResult = (
  file: string,
  results: readonly { readonly line: number; readonly result: CommandResult }[],
  milliseconds: number,
): ScriptResult => ({
  file,
  passed: results.filter(({ result }) => result.kind === 'passed').length,
  failures: results.flatMap(({ line, result }) =>
    result.kind === 'failed' ? [{ line, message: result.message }] : [],
  ),
  unsupported: tally(results.flatMap(({ result }) => (result.kind === 'unsupported' ? [result.feature] : []))),
  skipped: tally(results.flatMap(({ result }) => (result.kind === 'skipped' ? [result.reason] : []))),
  milliseconds: Math.round(milliseconds),
});
