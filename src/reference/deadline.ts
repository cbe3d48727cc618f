import { Script } from 'node:vm';

/** Where the script finds what it has to run; a symbol, so that no global name is taken. */
const slot = Symbol.for('sandproof.underDeadline');
const holder = globalThis as unknown as Record<symbol, (() => void) | undefined>;
const script = new Script(`globalThis[Symbol.for('sandproof.underDeadline')]()`, { filename: 'sandproof:deadline' });

export type Timed<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'timeout' };

const isTimeout = (error: unknown): boolean =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';

/**
 * Runs a function of ours and ends it, and all that it calls, when the time is up: V8 terminates the execution, which
 * neither JavaScript nor a guest can catch, and which wakes a thread that waits on shared memory. Node starts a thread
 * to watch each time, which costs more than a small guest. What the function throws comes through.
 *
 * @param isBounded - whether the function is known to end well before: then nobody watches.
 */
export const withDeadline = <T>(milliseconds: number, run: () => T, isBounded: boolean): Timed<T> => {
  if (isBounded) {
    return { kind: 'done', value: run() };
  }
  const outer = holder[slot];
  let result: { value: T } | undefined;
  holder[slot] = () => {
    result = { value: run() };
  };
  try {
    script.runInThisContext({ timeout: Math.max(1, Math.ceil(milliseconds)), displayErrors: false });
  } catch (error) {
    if (isTimeout(error)) {
      return { kind: 'timeout' };
    }
    throw error;
  } finally {
    holder[slot] = outer;
  }
  return result === undefined ? { kind: 'timeout' } : { kind: 'done', value: result.value };
};
