import { availableParallelism } from 'node:os';
import type { Environment } from '../contract/report.ts';
import { canObserveProcesses } from '../hosts/processes.ts';
import { packageVersion } from '../support/paths.ts';

const always = ['answers', 'deadlines', 'sibling and fresh sandboxes', 'canary files', 'canary ports'];
const replies = ['secrets in replies'];
const processes = ['descriptors', 'threads', 'resident memory', 'processes', 'processor time'];

/** What of a host's processes can't be seen, and why; `undefined` where all can. */
const blindness = (hasFigures: boolean): string | undefined =>
  canObserveProcesses
    ? hasFigures
      ? undefined
      : 'the host is started anew for each call'
    : `this system (${process.platform}) does not tell`;

const watched = (isInProcess: boolean, hasFigures: boolean): Pick<Environment, 'observed' | 'notObserved'> => {
  if (isInProcess) {
    const reason = "the host runs in the kit's own process";
    return { observed: always, notObserved: [...replies, ...processes].map((what) => ({ what, reason })) };
  }
  const reason = blindness(hasFigures);
  if (reason === undefined) {
    return { observed: [...always, ...replies, ...processes], notObserved: [] };
  }
  return { observed: [...always, ...replies], notObserved: processes.map((what) => ({ what, reason })) };
};

/** What stands in the report about the machine and the run, but for how long it took. */
export const environmentOf = (
  isInProcess: boolean,
  hasFigures: boolean,
  workers: number,
  graceMs: number,
): Omit<Environment, 'durationMs'> => ({
  sandproof: packageVersion,
  node: process.version,
  os: process.platform,
  arch: process.arch,
  cpus: availableParallelism(),
  startedAt: new Date().toISOString(),
  workers,
  graceMs,
  ...watched(isInProcess, hasFigures),
});
