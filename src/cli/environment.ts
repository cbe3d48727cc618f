import { availableParallelism } from 'node:os';
import type { Environment } from '../contract/report.ts';
import { canObserveProcesses } from '../hosts/processes.ts';
import { packageVersion } from '../support/paths.ts';

const always = [
  'answers',
  'deadlines',
  'sibling and fresh sandboxes',
  'canary files',
  'canary ports',
  'secrets in replies',
];
const processes = ['descriptors', 'threads', 'resident memory', 'processes left behind'];

const watched = (isInProcess: boolean): Pick<Environment, 'observed' | 'notObserved'> => {
  if (!isInProcess && canObserveProcesses) {
    return { observed: [...always, ...processes], notObserved: [] };
  }
  const reason = isInProcess
    ? "the host runs in the kit's own process"
    : `this system (${process.platform}) does not tell`;
  return { observed: always, notObserved: processes.map((what) => ({ what, reason })) };
};

/** What stands in the report about the machine and the run, but for how long it took. */
export const environmentOf = (
  isInProcess: boolean,
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
  ...watched(isInProcess),
});
