import type { Outcome } from '../contract/outcome.ts';
import { integerOf } from './constants.ts';
import { type HelperJob, integerTypes, wantedTypes, whyNoHelper } from './helper-text.ts';
import type { Helpers } from './helpers.ts';
import type { HostSide } from './host-side.ts';
import { type Instance, instanceFor, type Names, sandboxOf } from './instances.ts';
import { resultsMatch } from './judge-results.ts';
import type { Action, Command, Constant, Pattern } from './script.ts';
import { NotRun, skipped } from './stops.ts';

/** Commands that do something to an instance. */
export type ActionCommand = Extract<Command, { readonly action: Action }>;

/** What came of an action. */
export interface Acted {
  readonly outcome: Outcome;
  /** Whether it returned what an `assert_return` expects. */
  readonly matched: boolean;
}

interface Setting {
  readonly commands: readonly Command[];
  readonly names: Names;
  readonly host: HostSide;
  readonly helpers: Helpers;
}

/** How many jobs one helper does at most: assemblers and engines take their time over large modules. */
const mostJobs = 400;

interface FoundJob {
  readonly instance: Instance;
  readonly job: HelperJob;
}

/** What a command does, where its instance has the export. */
const jobFor = (command: Command, number: number, names: Names): FoundJob | undefined => {
  if (!('action' in command)) {
    return undefined;
  }
  const { action } = command;
  const instance = instanceFor(names, action);
  const type = instance.face.exports.get(action.name);
  if (type === undefined || (action.kind === 'get') !== (type.kind === 'global')) {
    return undefined;
  }
  const expected = command.op === 'assert-return' ? command.results : [];
  return { instance, job: { number, name: action.name, args: action.args, type, expected } };
};

const isInteger = (constant: Constant | Pattern): boolean =>
  constant.kind === 'number' &&
  (constant.type === 'i32' || constant.type === 'i64') &&
  integerOf(constant.text, constant.type) !== undefined;

/** Whether a job needs no helper: a call with integers only. */
const isPlain = ({ type, args, expected }: HelperJob): boolean =>
  type.kind === 'func' &&
  [...type.type.params, ...type.type.results].every((each) => each === 'i32' || each === 'i64') &&
  [...args, ...expected].every(isInteger);

const integerValue = (constant: Constant | Pattern): { type: 'i32' | 'i64'; value: string } => {
  const { type, text } = constant as { type: 'i32' | 'i64'; text: string };
  return { type, value: integerOf(text, type) as string };
};

const textsOf = (values: readonly unknown[]): string[] =>
  values.map((value) => String((value as { readonly value?: unknown }).value));

/** All that one helper can do from a command on: until another module may be the one that is meant. */
const jobsFrom = (start: number, { instance, job }: FoundJob, { commands, names }: Setting): readonly HelperJob[] => {
  const jobs = [job];
  for (let index = start + 1; index < commands.length && jobs.length < mostJobs; index += 1) {
    const command = commands[index] as Command;
    if (command.op === 'module' || command.op === 'instance') {
      break;
    }
    const found = jobFor(command, index, names);
    if (found?.instance === instance && !isPlain(found.job) && whyNoHelper(found.job) === undefined) {
      jobs.push(found.job);
    }
  }
  return jobs;
};

const actPlainly = async ({ instance, job }: FoundJob, host: HostSide): Promise<Acted> => {
  const { params, results } = (job.type as Extract<HelperJob['type'], { kind: 'func' }>).type;
  const outcome = await host.call(sandboxOf(instance), job.name, params, results, job.args.map(integerValue));
  const wanted = job.expected.map((pattern) => integerValue(pattern).value);
  return {
    outcome,
    matched: outcome.kind === 'returned' && resultsMatch(job.expected, results, textsOf(outcome.values), wanted),
  };
};

const actThroughHelper = async (found: FoundJob, setting: Setting): Promise<Acted> => {
  const { instance, job } = found;
  const why = whyNoHelper(job);
  if (why !== undefined) {
    throw skipped(why);
  }
  const { host, helpers } = setting;
  const sandbox = await helpers.sandboxFor(job, instance, () => jobsFrom(job.number, found, setting));
  const outcome = await host.call(sandbox, `run${job.number}`, [], integerTypes(job));
  if (outcome.kind !== 'returned') {
    return { outcome, matched: false };
  }
  const types = wantedTypes(job);
  const wanted = types.length === 0 ? undefined : await host.call(sandbox, `want${job.number}`, [], types);
  const numbers = wanted?.kind === 'returned' ? textsOf(wanted.values) : [];
  const results = job.type.kind === 'func' ? job.type.type.results : [job.type.type.type];
  return {
    outcome,
    matched: numbers.length === types.length && resultsMatch(job.expected, results, textsOf(outcome.values), numbers),
  };
};

/** Does what a command says. */
export const act = async (command: ActionCommand, index: number, setting: Setting): Promise<Acted> => {
  const { action } = command;
  const found = jobFor(command, index, setting.names);
  if (found === undefined) {
    sandboxOf(instanceFor(setting.names, action));
    const what = action.kind === 'get' ? 'global' : 'function';
    throw new NotRun({ kind: 'failed', message: `the module exports no ${what} '${action.name}'` });
  }
  return isPlain(found.job) ? actPlainly(found, setting.host) : actThroughHelper(found, setting);
};
