import { cpus } from 'node:os';
import type { Argv } from 'yargs';
import { KitError } from '../contract/errors.ts';
import { levels } from '../contract/fixture.ts';
import { parseBytes, parseMilliseconds } from '../contract/limits.ts';
import type { Shard } from '../contract/plan.ts';

/** Options that several commands have in common, and how their values are read. */

export const hostOption = <T>(parser: Argv<T>) =>
  parser.option('host', {
    requiresArg: true,
    type: 'string',
    default: 'reference',
    describe: "A known host, the path of a manifest, or a command such as './my-driver --flag'",
  });

/** An option that may be given several times, with one value each, so that it takes no case for a value of its own. */
export const many = { type: 'string', array: true, nargs: 1 } as const;

/** `--fixtures DIR`. */
export const fixturesOption = <T>(parser: Argv<T>) =>
  parser.option('fixtures', {
    requiresArg: true,
    type: 'string',
    describe: "Folder of fixtures, instead of the kit's own",
  });

/** `[case..]`, `--profile`, `--suite`, `--level`, `--filter`: what narrows a plan. */
export const selectionOptions = <T>(parser: Argv<T>) =>
  parser
    .positional('case', { type: 'string', array: true, describe: 'Cases, as with --filter' })
    .option('profile', { ...many, describe: 'Only these profiles of those that the host claims' })
    .option('suite', { ...many, describe: 'Only these suites' })
    .option('level', { ...many, choices: levels, describe: 'Only requirements of these levels' })
    .option('filter', {
      ...many,
      describe: 'Only cases whose id holds this text, or matches this glob (* within a part, ** across)',
    });

/** `--reporter`, `--fail-on`: what verdicts are told with, and which of them fail a run. */
export const reportOptions = <T>(parser: Argv<T>) =>
  parser
    .option('reporter', {
      ...many,
      requiresArg: true,
      alias: 'r',
      default: ['pretty'],
      describe: 'A reporter, or reporter=FILE; several at once',
    })
    .option('fail-on', {
      requiresArg: true,
      choices: levels,
      default: 'must' as const,
      describe: 'Weakest level whose failures exit 1',
    });

/** `--reporter`, `--expectations`, `--fail-on`: what a verdict is told with, and measured by. */
export const verdictOptions = <T>(parser: Argv<T>) =>
  reportOptions(parser).option('expectations', {
    requiresArg: true,
    type: 'string',
    describe: 'File of known failures (default: expectations/<host>.toml)',
  });

/** `--isolation`, `--in-process`: how the reference sandbox is run. */
export const referenceOptions = <T>(parser: Argv<T>) =>
  parser
    .option('isolation', {
      requiresArg: true,
      choices: ['thread', 'worker'] as const,
      describe: 'Where the reference sandbox runs its guests',
    })
    .option('in-process', {
      type: 'boolean',
      default: false,
      describe: 'Run the reference sandbox in this process (debugging)',
    });

/** `--workers`, `--grace`, `--reruns`, `--max-host-memory`, `--cache`: how a host is run. */
export const runOptions = <T>(parser: Argv<T>) =>
  parser
    .option('workers', {
      requiresArg: true,
      alias: 'j',
      type: 'number',
      describe: 'Hosts at the same time (default: one a processor)',
    })
    .option('grace', {
      requiresArg: true,
      type: 'string',
      default: '2s',
      describe: 'Time beyond a limit before a host is killed',
    })
    .option('reruns', {
      requiresArg: true,
      type: 'number',
      default: 3,
      describe: 'Solo reruns that must agree on a failure by time or memory',
    })
    .option('max-host-memory', {
      requiresArg: true,
      type: 'string',
      default: '4GiB',
      describe: 'Resident memory beyond which a host is killed',
    })
    .option('cache', { type: 'boolean', default: true, describe: 'Keep compiled fixtures in your cache folder' });

/** The arguments that a builder of options makes. */
export type ArgumentsOf<T> = T extends (parser: Argv) => Argv<infer A> ? A : never;

/** A command of the command line; its handler loads what it does, so that the others start fast. */
export interface Command<A> {
  readonly command: string;
  readonly describe: string;
  readonly builder: (parser: Argv) => Argv<A>;
  readonly handler: (args: A) => Promise<void>;
}

/** Adds a command to a parser. */
export type Registration = (parser: Argv) => void;

/** A command as the parser takes it. */
export const defineCommand =
  <A>({ command, describe, builder, handler }: Command<A>): Registration =>
  (parser) => {
    parser.command(command, describe, builder as (parser: Argv) => Argv, (args) => handler(args as A));
  };

/** The selection as the plan takes it: what was not given is not there. */
export const selectionOf = (args: {
  case?: string[] | undefined;
  profile?: string[] | undefined;
  suite?: string[] | undefined;
  level?: readonly (typeof levels)[number][] | undefined;
  filter?: string[] | undefined;
}) => {
  const filters = [...(args.case ?? []), ...(args.filter ?? [])];
  return {
    ...(args.profile === undefined ? {} : { profiles: args.profile }),
    ...(args.suite === undefined ? {} : { suites: args.suite }),
    ...(args.level === undefined ? {} : { levels: args.level }),
    ...(filters.length === 0 ? {} : { filters }),
  };
};

/** `2s`, `500ms`. */
export const readDuration = (option: string, text: string): number => {
  const milliseconds = parseMilliseconds(text);
  if (milliseconds === undefined) {
    throw new KitError('usage', `--${option}: '${text}' is no time`, { hint: 'write 500ms or 2s' });
  }
  return milliseconds;
};

/** `2GiB`, `512MiB`. */
export const readSize = (option: string, text: string): number => {
  const bytes = parseBytes(text);
  if (bytes === undefined) {
    throw new KitError('usage', `--${option}: '${text}' is no size`, { hint: 'write 512MiB or 2GiB' });
  }
  return bytes;
};

export const readCount = (option: string, value: number, least: number, most: number): number => {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new KitError('usage', `--${option}: ${value} is no whole number from ${least} to ${most}`);
  }
  return value;
};

/** More hosts at once than this only wait for each other. */
export const mostWorkers = 4 * cpus().length;

/** `2/5`: the second of five parts. */
export const parseShard = (text: string): Shard => {
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(text);
  const shard = { index: Number(match?.[1]), count: Number(match?.[2]) };
  if (match === null || shard.index < 1 || shard.index > shard.count) {
    throw new KitError('usage', `--shard: '${text}' is no part`, { hint: 'write i/n with 1 <= i <= n, such as 2/5' });
  }
  return shard;
};

/** Variables by which CI systems tell a job its part: index, its first value, and count. */
const shardVariables = [
  // GitLab, `parallel: n`
  { index: 'CI_NODE_INDEX', first: 1, count: 'CI_NODE_TOTAL' },
  // Buildkite, `parallelism: n`
  { index: 'BUILDKITE_PARALLEL_JOB', first: 0, count: 'BUILDKITE_PARALLEL_JOB_COUNT' },
  // CircleCI, `parallelism: n`
  { index: 'CIRCLE_NODE_INDEX', first: 0, count: 'CIRCLE_NODE_TOTAL' },
  // Kubernetes Indexed Job; the count is not given to the pod, so the manifest passes it on
  { index: 'JOB_COMPLETION_INDEX', first: 0, count: 'JOB_COMPLETIONS' },
] as const;

/**
 * The part that `--shard` asks for: `i/n`, or `auto` for the part that the CI system gave this job. RATIONALE.md, "Why does
 * `--shard auto` exist beside `i/n`?"
 *
 * @returns `undefined` for no part at all.
 */
export const shardFrom = (
  text: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Shard | undefined => {
  if (text === undefined) {
    return undefined;
  }
  if (text !== 'auto') {
    return parseShard(text);
  }
  const found = shardVariables.find(({ index }) => environment[index] !== undefined);
  if (found === undefined) {
    throw new KitError('usage', '--shard auto: no CI system says which part this is', {
      hint: `none of ${shardVariables.map(({ index }) => index).join(', ')} is set; write --shard i/n`,
    });
  }
  const count = environment[found.count];
  if (count === undefined) {
    throw new KitError('usage', `--shard auto: ${found.index} is set, but ${found.count} is not`, {
      hint: `set ${found.count} to the number of parts`,
    });
  }
  return parseShard(`${Number(environment[found.index]) - found.first + 1}/${count}`);
};
