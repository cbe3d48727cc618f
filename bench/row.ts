/** One figure of the kit's own. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | 'MB' | 'x';
  /** What it should stay under. */
  readonly target?: number;
  /** How it was measured, in a few words. */
  readonly how: string;
}

/** A file of figures. `npm run bench -- name` runs those whose name holds the text. */
export interface Bench {
  readonly name: string;
  run(): Promise<readonly Row[]>;
}

/** The middle value; of an even count the upper one of the two. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
