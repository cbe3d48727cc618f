import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { ProcessFigures } from '../contract/record.ts';

/**
 * What the operating system says about processes. On Linux it is read from /proc; elsewhere there is nothing, and the
 * report says so.
 */
export const canObserveProcesses = process.platform === 'linux';

const readText = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

const list = (path: string): string[] => {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
};

const childrenOf = (pid: number): number[] =>
  list(`/proc/${pid}/task`).flatMap((task) =>
    (readText(`/proc/${pid}/task/${task}/children`) ?? '').split(' ').filter(Boolean).map(Number),
  );

/** A process and all that it started and that did not leave it. */
export const processTree = (root: number): number[] => {
  const found = [root];
  for (const pid of found) {
    found.push(...childrenOf(pid));
  }
  return found;
};

const pageBytes = 4096;

/** Resident bytes of one process, 0 when it is gone. */
export const residentBytes = (pid: number): number =>
  Number((readText(`/proc/${pid}/statm`) ?? '').split(' ')[1] ?? 0) * pageBytes;

/** Figures of some processes together. */
export const figuresOf = (pids: readonly number[]): ProcessFigures => ({
  processes: pids.length,
  descriptors: pids.reduce((sum, pid) => sum + list(`/proc/${pid}/fd`).length, 0),
  threads: pids.reduce((sum, pid) => sum + list(`/proc/${pid}/task`).length, 0),
  residentBytes: pids.reduce((sum, pid) => sum + residentBytes(pid), 0),
});

/** Processor time of each thread of some processes, in nanoseconds; without those of which the system does not tell. */
export const threadTimesOf = (pids: readonly number[]): ReadonlyMap<string, bigint> =>
  new Map(
    pids.flatMap((pid) =>
      list(`/proc/${pid}/task`).flatMap((task) => {
        const time = /^\d+/.exec(readText(`/proc/${pid}/task/${task}/schedstat`) ?? '');
        return time === null ? [] : [[task, BigInt(time[0])] as const];
      }),
    ),
  );

/** Processes whose environment holds a variable with exactly this value: what a host started and let go of. */
export const processesWith = (variable: string, value: string): number[] => {
  const entry = `${variable}=${value}`;
  return list('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => (readText(`/proc/${name}/environ`) ?? '').split('\0').includes(entry))
    .map(Number);
};

/** Makes the system end a host before it ends us, where memory runs out. */
export const preferToKill = (pid: number): void => {
  try {
    writeFileSync(`/proc/${pid}/oom_score_adj`, '1000');
  } catch {
    // Not Linux, or the process is gone: nothing depends on it.
  }
};

/** Sends SIGKILL to a process group (negative) or process; whether there was one. */
export const killNow = (target: number): boolean => {
  try {
    process.kill(target, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
};
