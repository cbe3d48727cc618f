import { resolve } from 'node:path';
import { type ExitCode, exitCodes } from '../../contract/errors.ts';
import type { Report } from '../../contract/report.ts';
import { defaultPatience } from '../../harness/deadlines.ts';
import { exitCodeOf } from '../../harness/summary.ts';
import type { RunArguments } from '../commands/run.ts';
import { connectorFrom } from '../host-arguments.ts';
import { interruptible } from '../interrupt.ts';
import { expectationsFor } from '../known-failures.ts';
import { mostWorkers, readCount, readDuration, readSize, shardFrom } from '../options.ts';
import { openReporters } from '../output.ts';
import { helloDeadlineMs, performRun, type RunRequest } from '../perform-run.ts';
import { readSelection } from '../selection.ts';
import { defaultFixtures } from '../workshop.ts';

const requestFrom = async (args: RunArguments): Promise<RunRequest> => ({
  hostName: args.host,
  connector: await connectorFrom(args),
  isInProcess: args['in-process'],
  fixturesFolder: args.fixtures === undefined ? defaultFixtures : resolve(args.fixtures),
  selection: readSelection(args),
  shard: shardFrom(args.shard, process.env),
  durationsFile: args.durations,
  workers: args.workers === undefined ? undefined : readCount('workers', args.workers, 1, mostWorkers),
  patience: { ...defaultPatience, graceMs: readDuration('grace', args.grace) },
  soloReruns: readCount('reruns', args.reruns, 0, 100),
  expectationsFile: args.expectations,
  updateExpectations: args['update-expectations'],
  useCache: args.cache,
  residentCeiling: readSize('max-host-memory', args['max-host-memory']),
  helloDeadlineMs,
});

const exitCodeFor = (args: RunArguments, report: Report): ExitCode => {
  const name = report.host.description?.host.name ?? args.host;
  const known = new Set(expectationsFor(args.expectations, name, false).known.map((entry) => entry.case));
  const code = exitCodeOf(report, args['fail-on'], (profile) => known.has(`floor:${profile}`));
  return code === exitCodes.failed && args['update-expectations'] ? exitCodes.ok : code;
};

/** Runs what is asked for, reports it, and sets the exit code. */
export const handleRun = async (args: RunArguments): Promise<void> => {
  const request = await requestFrom(args);
  const reporters = await openReporters(args.reporter);
  const interrupt = interruptible();
  try {
    const report = await performRun(request, reporters, interrupt.signal);
    const problems = await reporters.close();
    for (const { message } of problems) {
      console.error(`sandproof: ${message}`);
    }
    const code = exitCodeFor(args, report);
    process.exitCode = problems.length > 0 && code !== exitCodes.usage ? exitCodes.broken : code;
  } catch (error) {
    await reporters.close();
    throw error;
  } finally {
    interrupt.release();
  }
};
