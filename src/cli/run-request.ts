import { resolve } from 'node:path';
import { defaultPatience } from '../harness/deadlines.ts';
import type { MatrixArguments } from './commands/matrix.ts';
import { mostWorkers, readCount, readDuration, readSize } from './options.ts';
import { helloDeadlineMs, type RunRequest } from './perform-run.ts';
import { readSelection } from './selection.ts';
import { defaultFixtures } from './workshop.ts';

/** What is asked of every run, whichever host it is for. */
export type SharedRequest = Omit<
  RunRequest,
  | 'cases'
  | 'connector'
  | 'durationsFile'
  | 'expectationsFile'
  | 'hostName'
  | 'isInProcess'
  | 'shard'
  | 'updateExpectations'
>;

/** Reads the options that `run` and `matrix` have in common. */
export const sharedRequest = (args: Omit<MatrixArguments, 'hosts'>): SharedRequest => ({
  fixturesFolder: args.fixtures === undefined ? defaultFixtures : resolve(args.fixtures),
  selection: readSelection(args),
  workers: args.workers === undefined ? undefined : readCount('workers', args.workers, 1, mostWorkers),
  patience: { ...defaultPatience, graceMs: readDuration('grace', args.grace) },
  soloReruns: readCount('reruns', args.reruns, 0, 100),
  useCache: args.cache,
  residentCeiling: readSize('max-host-memory', args['max-host-memory']),
  helloDeadlineMs,
});
