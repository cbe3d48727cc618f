import { exitCodes } from '../contract/errors.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Makes a command that is interrupted end by itself, so that what it started ends with it. */
export const exitWhenInterrupted = (): void => {
  for (const signal of signals) {
    process.once(signal, () => process.exit(exitCodes.broken));
  }
};

/** Ends a run politely at the first Ctrl-C and at once at the second. */
export const interruptible = (): { signal: AbortSignal; release(): void } => {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) {
      process.exit(exitCodes.broken);
    }
    controller.abort();
  };
  for (const signal of signals) {
    process.on(signal, stop);
  }
  return {
    signal: controller.signal,
    release: () => {
      for (const signal of signals) {
        process.off(signal, stop);
      }
    },
  };
};
