/**
 * Many may hold it together, or one alone. Whoever wants to be alone goes before those who come later, so that a busy
 * run can't keep it waiting. RATIONALE.md, "Why does a case that rests on time run beside others, and again alone only
 * when it fails?"
 */
export interface SoloLock {
  together<T>(work: () => Promise<T>): Promise<T>;
  alone<T>(work: () => Promise<T>): Promise<T>;
}

export const createSoloLock = (): SoloLock => {
  let holders = 0;
  let isAlone = false;
  const waiting: { readonly alone: boolean; readonly begin: () => void }[] = [];

  const wake = (): void => {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      if (isAlone || (next.alone && holders > 0)) {
        return;
      }
      waiting.shift();
      if (next.alone) {
        isAlone = true;
      } else {
        holders += 1;
      }
      next.begin();
    }
  };

  const hold = async <T>(alone: boolean, work: () => Promise<T>): Promise<T> => {
    await new Promise<void>((begin) => {
      waiting.push({ alone, begin });
      wake();
    });
    try {
      return await work();
    } finally {
      if (alone) {
        isAlone = false;
      } else {
        holders -= 1;
      }
      wake();
    }
  };

  return {
    together: (work) => hold(false, work),
    alone: (work) => hold(true, work),
  };
};
