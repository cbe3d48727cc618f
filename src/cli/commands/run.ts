import type { Argv } from 'yargs';
import {
  type ArgumentsOf,
  defineCommand,
  fixturesOption,
  hostOption,
  referenceOptions,
  runOptions,
  selectionOptions,
  verdictOptions,
} from '../options.ts';

const builder = (parser: Argv) =>
  runOptions(referenceOptions(verdictOptions(selectionOptions(fixturesOption(hostOption(parser))))))
    .option('shard', { requiresArg: true, type: 'string', describe: 'Run part i/n; auto takes it from the CI system' })
    .option('durations', {
      requiresArg: true,
      type: 'string',
      describe: 'JSON report of a former run, to balance the parts by',
    })
    .option('update-expectations', { type: 'boolean', default: false, describe: 'Write what fails now as known' })
    .example('$0 run', 'all that the reference sandbox claims')
    .example('$0 run --suite memory --suite cpu', 'two suites')
    .example("$0 run memory/grow-beyond-limit 'crash/**'", 'some cases')
    .example("$0 run --host './my-driver' -r pretty -r junit=report.xml", 'a host of your own, with a file for CI')
    .example('$0 run --shard 2/5 -r json=part-2.json', 'a part of it, to be merged later')
    .epilogue('Exit codes: 0 as expected · 1 a requirement failed · 2 the run is broken or incomplete · 3 wrong usage');

export type RunArguments = ArgumentsOf<typeof builder>;

export const runCommand = defineCommand<RunArguments>({
  command: 'run [case..]',
  describe: 'Run the fixtures against a host and print the verdicts',
  builder,
  handler: async (args) => (await import('../handlers/run.ts')).handleRun(args),
});
