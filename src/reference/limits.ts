/** Budgets of a sandbox. What is left out has the documented default; nothing is ever unlimited. */
export interface SandboxLimits {
  /** Bytes of all linear memories of a store, declared and grown. */
  readonly memoryBytes: number;
  /** Balance in units of the cost model, for the life of a store. */
  readonly fuel: bigint;
  /** Milliseconds of wall time for an instantiation and for each call. */
  readonly wallMs: number;
  /** Elements of all tables of a store, declared and grown. */
  readonly tableElements: number;
  /** Sandboxes in one store. */
  readonly instances: number;
  /** Bytes that host functions may write for the guest between two requests. */
  readonly outputBytes: number;
  /** Bytes that one host call may read from or write to the guest's memory. */
  readonly hostcallBytes: number;
}

/** What holds where a limit is left out. */
export const defaultLimits: SandboxLimits = {
  memoryBytes: 64 * 2 ** 20,
  fuel: 10n ** 11n,
  wallMs: 10_000,
  tableElements: 1_000_000,
  instances: 100,
  outputBytes: 2 ** 20,
  hostcallBytes: 64 * 2 ** 20,
};

/** Budgets of compiling one module. */
export interface CompileLimits {
  readonly moduleBytes: number;
  /** Milliseconds from the bytes to a module that is ready to be instantiated. */
  readonly compileMs: number;
}

/** What holds where a compile limit is left out. */
export const defaultCompileLimits: CompileLimits = {
  moduleBytes: 32 * 2 ** 20,
  compileMs: 10_000,
};

/** Guests inside host functions inside guests: deeper than this is `limit:reentry-depth`. */
export const maxReentryDepth = 64;

/** The largest balance that the meter holds at once; what a budget has beyond it waits outside. */
export const maxBalance = 2n ** 62n;

/**
 * Bytes that initial values of globals and elements may take on the garbage-collected heap. V8 evaluates them in a row,
 * and ends the process where they do not fit; this much it has left when it calls a heap full.
 */
export const maxInitialHeapBytes = 16 * 2 ** 20;

/** Bytes of one array on the garbage-collected heap; making a longer one traps. Less than the leeway of a full heap. */
export const maxObjectBytes = 8 * 2 ** 20;
