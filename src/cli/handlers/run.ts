import { type ExitCode, exitCodes } from '../../contract/errors.ts';
import type { Report } from '../../contract/report.ts';
import { exitCodeOf } from '../../harness/summary.ts';
import type { RunArguments } from '../commands/run.ts';
import { connectorFrom } from '../host-arguments.ts';
import { interruptible } from '../interrupt.ts';
import { knownFloors } from '../known-failures.ts';
import { shardFrom } from '../options.ts';
import { openReporters } from '../output.ts';
import { performRun, type RunRequest } from '../perform-run.ts';
import { sharedRequest } from '../run-request.ts';

const requestFrom = async (args: RunArguments): Promise<RunRequest> => ({
  ...sharedRequest(args),
  hostName: args.host,
  connector: await connectorFrom(args),
  isInProcess: args['in-process'],
  shard: shardFrom(args.shard, process.env),
  durationsFile: args.durations,
  expectationsFile: args.expectations,
  updateExpectations: args['update-expectations'],
});

const exitCodeFor = (args: RunArguments, report: Report): ExitCode => {
  const code = exitCodeOf(report, args['fail-on'], knownFloors(args.expectations, report));
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
