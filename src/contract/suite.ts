import type { Profile } from './features.ts';
import type { CaseRecord } from './record.ts';

/** Makes the bytes of a module that is too large to write, from the parameters in a header. Throws for wrong ones. */
export type Generator = (parameters: Readonly<Record<string, unknown>>) => Uint8Array;

/** Looks at all that happened in a case; a sentence for each thing that is wrong. */
export type Check = (record: CaseRecord) => readonly string[];

/** What data can't say about a suite. One file a suite in `src/suites`, named after it. */
export interface Suite {
  readonly name: string;
  readonly profile: Profile;
  readonly title: string;
  /** What the suite protects a user from, in a few sentences. */
  readonly protects: string;
  readonly generators?: Readonly<Record<string, Generator>>;
  readonly checks?: Readonly<Record<string, Check>>;
}
