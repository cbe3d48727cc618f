import yargs, { type Argv } from 'yargs';
import { type ExitCode, exitCodes, KitError, messageOf, showPlace } from '../contract/errors.ts';
import { didYouMean } from '../support/did-you-mean.ts';
import { packageVersion } from '../support/paths.ts';
import { printable } from '../support/printable.ts';
import { compileCommand } from './commands/compile.ts';
import { doctorCommand } from './commands/doctor.ts';
import { explainCommand } from './commands/explain.ts';
import { hostsCommand } from './commands/hosts.ts';
import { listCommand } from './commands/list.ts';
import { matrixCommand } from './commands/matrix.ts';
import { mergeCommand } from './commands/merge.ts';
import { newCommand } from './commands/new.ts';
import { reproCommand } from './commands/repro.ts';
import { runCommand } from './commands/run.ts';
import { schemaCommand } from './commands/schema.ts';
import { specCommand } from './commands/spec.ts';

/** Commands in the order of `--help`; what they do is loaded when they run. */
const commands = [
  runCommand,
  matrixCommand,
  listCommand,
  explainCommand,
  reproCommand,
  hostsCommand,
  newCommand,
  doctorCommand,
  specCommand,
  compileCommand,
  mergeCommand,
  schemaCommand,
];

const commandNames = [
  'run',
  'matrix',
  'list',
  'explain',
  'repro',
  'hosts',
  'doctor',
  'compile',
  'merge',
  'schema',
  'completion',
];

/** What yargs found wrong with the arguments. */
class ArgumentProblem extends Error {}

/** Messages quote what hosts and fixtures say; lines stay lines. */
const harmless = (message: string): string => message.split('\n').map(printable).join('\n');

/** Prints an error for people: where, what, and what to do next; the stack only with `--debug`. */
export const printError = (error: unknown, debug: boolean): void => {
  if (error instanceof KitError) {
    const place = error.place === undefined ? '' : `${showPlace(error.place)}: `;
    console.error(`sandproof: ${harmless(place + error.message)}`);
    if (error.hint !== undefined) {
      console.error(`  ${harmless(error.hint)}`);
    }
  } else {
    console.error(`sandproof: ${harmless(messageOf(error))}`);
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

/** What the parser knows of the options that were declared; its types leave this out. */
const parserOptions = (parser: Argv): { readonly key: object; readonly array: readonly string[] } =>
  (parser as unknown as { getOptions(): { key: object; array: readonly string[] } }).getOptions();

/** An option that takes one value and is given twice would reach its handler as a list. */
const refuseTwice = (args: Readonly<Record<string, unknown>>, lists: readonly string[]): true => {
  const twice = Object.keys(args).find((name) => Array.isArray(args[name]) && name !== '_' && !lists.includes(name));
  if (twice !== undefined) {
    throw new ArgumentProblem(`--${twice} is given more than once`);
  }
  return true;
};

const explainArguments = (message: string, parser: Argv): KitError => {
  const unknown = /Unknown (?:argument|command)s?: (.*)/.exec(message)?.[1]?.split(',')[0]?.trim();
  const names = [...commandNames, ...Object.keys(parserOptions(parser).key)];
  const hint = unknown === undefined ? undefined : didYouMean(unknown, names);
  return new KitError('usage', message, { hint: hint ?? 'see `sandproof --help`' });
};

const build = (argv: readonly string[]): Argv => {
  const parser = yargs([...argv])
    .scriptName('sandproof')
    .locale('en')
    .parserConfiguration({ 'camel-case-expansion': false })
    .usage('$0 <command>\n\nRuns hostile WebAssembly guests inside a host and reports what the host contained.')
    .example('$0 run', 'all that the reference sandbox claims')
    .example("$0 run --host './my-driver --flag' --reporter junit=out.xml", 'a host of your own, for CI')
    .example('$0 explain memory/grow-beyond-limit', 'what a requirement is about, and why')
    .option('debug', { type: 'boolean', default: false, describe: 'Show stacks of errors', global: true })
    .version(packageVersion)
    .alias('h', 'help')
    .alias('V', 'version')
    .completion('completion', 'Print a script for shell completion')
    .check((args) => refuseTwice(args, parserOptions(parser as Argv).array))
    .demandCommand(1, 'a command is missing')
    .strict()
    .wrap(Math.min(110, process.stdout.columns ?? 110))
    .exitProcess(false)
    .fail((message: string | null, error: Error | undefined) => {
      // The parser's own errors are problems of the arguments too, whichever way they come.
      throw error === undefined || error.name === 'YError'
        ? new ArgumentProblem(message ?? error?.message ?? 'wrong arguments')
        : error;
    });
  for (const register of commands) {
    register(parser as Argv);
  }
  return parser as Argv;
};

/**
 * Whoever reads stdout may leave early, as `head` does: that is no error of ours. A place that can't be written is one.
 * Reporters learn of either by themselves.
 */
const outliveReaders = (): void => {
  let isTold = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && !isTold) {
      isTold = true;
      console.error(`sandproof: cannot write to stdout: ${error.message}`);
      process.once('exit', () => {
        process.exitCode = exitCodes.broken;
      });
    }
  });
};

/** Sets the exit code and lets what is still being written finish. */
const finish = (code: ExitCode): void => {
  process.exitCode = code;
};

/** Runs the command line. Never throws; the exit code says what happened (README, "Exit codes"). */
export const main = async (argv: readonly string[]): Promise<void> => {
  const debug = argv.includes('--debug');
  outliveReaders();
  const parser = build(argv);
  try {
    await parser.parseAsync();
  } catch (error) {
    const shown = error instanceof ArgumentProblem ? explainArguments(error.message, parser) : error;
    printError(shown, debug);
    finish(shown instanceof KitError ? shown.exitCode : exitCodes.broken);
  }
};
