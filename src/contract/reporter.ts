import type { RunEvent } from './event.ts';
import type { Matrix } from './matrix.ts';

/** Where a reporter writes and what it may know of that place. */
export interface ReporterContext {
  /** Writes text; rejects when the place cannot be written. */
  write(text: string): Promise<void>;
  /** Whether someone looks at it as it is written. */
  readonly terminal: { readonly columns: number } | undefined;
  readonly color: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Consumes the events of one run. Whatever it throws makes the run exit 2; the other reporters go on. */
export interface Reporter {
  event(event: RunEvent): Promise<void> | void;
}

/** One file in `src/reporters`, named after the reporter. */
export interface ReporterModule {
  /** One line for `--help`. */
  readonly summary: string;
  create(context: ReporterContext): Reporter;
  /** How several hosts are told of, for reporters that can. */
  matrix?(matrix: Matrix, context: ReporterContext): Promise<void>;
}
