/** Exit codes of the CLI, most urgent first where several apply: usage, broken, failed, inconclusive. */
export const exitCodes = { ok: 0, failed: 1, broken: 2, usage: 3, inconclusive: 4 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A place in a file; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** What went wrong, for machines. */
export type ErrorCode =
  | 'usage'
  | 'config'
  | 'fixture'
  | 'compile'
  | 'expectations'
  | 'report'
  | 'merge'
  | 'host-unknown'
  | 'host-start'
  | 'reporter'
  | 'file';

const exitOf: Record<ErrorCode, ExitCode> = {
  usage: exitCodes.usage,
  config: exitCodes.usage,
  fixture: exitCodes.usage,
  compile: exitCodes.usage,
  expectations: exitCodes.usage,
  report: exitCodes.usage,
  merge: exitCodes.broken,
  'host-unknown': exitCodes.usage,
  'host-start': exitCodes.broken,
  reporter: exitCodes.broken,
  file: exitCodes.usage,
};

/**
 * The one error type of the kit: a cause in a sentence, where it is, and what to do next. It is shown to people
 * without a stack; anything else that is thrown is a bug of ours.
 */
export class KitError extends Error {
  override readonly name = 'KitError';
  readonly code: ErrorCode;
  readonly place: Place | undefined;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, options: { place?: Place; hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.place = options.place;
    this.hint = options.hint;
  }

  get exitCode(): ExitCode {
    return exitOf[this.code];
  }
}

/** `file:line:column`, as far as it is known. */
export const showPlace = ({ file, line, column }: Place): string =>
  [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');

/** The message of whatever was thrown, without a stack. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
