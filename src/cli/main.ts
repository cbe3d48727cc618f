import yargs, { type Argv } from 'yargs';
import { type ExitCode, exitCodes, KitError, messageOf, showPlace } from '../contract/errors.ts';
import { didYouMean } from '../support/did-you-mean.ts';
import { packageVersion } from '../support/paths.ts';
import { compileCommand } from './commands/compile.ts';
import { doctorCommand } from './commands/doctor.ts';
import { explainCommand } from './commands/explain.ts';
import { hostsCommand } from './commands/hosts.ts';
import { listCommand } from './commands/list.ts';
import { mergeCommand } from './commands/merge.ts';
import { reproCommand } from './commands/repro.ts';
import { runCommand } from './commands/run.ts';
import { schemaCommand } from './commands/schema.ts';

/** Commands in the order of `--help`; what they do is loaded when they run. */
const commands = [
  runCommand,
  listCommand,
  explainCommand,
  reproCommand,
  hostsCommand,
  doctorCommand,
  compileCommand,
  mergeCommand,
  schemaCommand,
];

const commandNames = ['run', 'list', 'explain', 'repro', 'hosts', 'doctor', 'compile', 'merge', 'schema', 'completion'];

/** What yargs found wrong with the arguments. */
class ArgumentProblem extends Error {}

/** Prints an error for people: where, what, and what to do next; the stack only with `--debug`. */
export const printError = (error: unknown, debug: boolean): void => {
  if (error instanceof KitError) {
    const place = error.place === undefined ? '' : `${showPlace(error.place)}: `;
    console.error(`sandproof: ${place}${error.message}`);
    if (error.hint !== undefined) {
      console.error(`  ${error.hint}`);
    }
  } else {
    console.error(`sandproof: ${messageOf(error)}`);
    if (!debug) {
      console.error('  this is a bug of sandproof; run again with --debug for the stack');
    }
  }
  if (debug && error instanceof Error) {
    console.error(error.stack);
    if (error.cause !== undefined) {
      console.error('caused by', error.cause);
    }
  }
};

const explainArguments = (message: string, parser: Argv): KitError => {
  const unknown = /Unknown (?:argument|command)s?: (.*)/.exec(message)?.[1]?.split(',')[0]?.trim();
  const names = [
    ...commandNames,
    ...Object.keys((parser as unknown as { getOptions(): { key: object } }).getOptions().key),
  ];
  const hint = unknown === undefined ? undefined : didYouMean(unknown, names);
  return new KitError('usage', message, { hint: hint ?? 'see `sandproof --help`' });
};

const build = (argv: readonly string[]): Argv => {
  const parser = yargs([...argv])
    .scriptName('sandproof')
    .usage('$0 <command>\n\nRuns hostile WebAssembly guests inside a host and reports what the host contained.')
    .example('$0 run', 'all that the reference sandbox claims')
    .example("$0 run --host './my-driver --flag' --reporter junit=out.xml", 'a host of your own, for CI')
    .example('$0 explain memory/grow-beyond-limit', 'what a requirement is about, and why')
    .option('debug', { type: 'boolean', default: false, describe: 'Show stacks of errors', global: true })
    .version(packageVersion)
    .alias('h', 'help')
    .alias('V', 'version')
    .completion('completion', 'Print a script for shell completion')
    .demandCommand(1, 'a command is missing')
    .strict()
    .wrap(Math.min(110, process.stdout.columns ?? 110))
    .exitProcess(false)
    .fail((message: string | null, error: Error | undefined) => {
      throw error ?? new ArgumentProblem(message ?? 'wrong arguments');
    });
  for (const register of commands) {
    register(parser as Argv);
  }
  return parser as Argv;
};

/** Sets the exit code and lets what is still being written finish. */
const finish = (code: ExitCode): void => {
  process.exitCode = code;
};

/** Runs the command line. Never throws; the exit code says what happened (README, "Exit codes"). */
export const main = async (argv: readonly string[]): Promise<void> => {
  // Whoever reads may stop reading (`| head`); a reporter that can't write says so by itself.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') {
      throw error;
    }
  });
  const debug = argv.includes('--debug');
  const parser = build(argv);
  try {
    await parser.parseAsync();
  } catch (error) {
    const shown = error instanceof ArgumentProblem ? explainArguments(error.message, parser) : error;
    printError(shown, debug);
    finish(shown instanceof KitError ? shown.exitCode : exitCodes.broken);
  }
};
