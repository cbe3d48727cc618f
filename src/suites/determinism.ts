import type { CaseRecord, StepAnswer } from '../contract/record.ts';
import type { Check, Suite } from '../contract/suite.ts';

/** A call of the fixture's own, and how it was answered the last time. */
interface Called {
  readonly on: string;
  readonly answer: Extract<StepAnswer, { kind: 'outcome' }>;
  readonly times: number;
}

/** Calls that were answered, in order. */
const calls = ({ steps }: CaseRecord): readonly Called[] =>
  steps.flatMap(({ step, variants }) => {
    const answer = variants.at(-1)?.answer;
    return step.op === 'call' && answer?.kind === 'outcome' ? [{ on: step.on, answer, times: step.repeat }] : [];
  });

/** Fuel that a host reports behind a call; the expectations of a fixture ask for it. */
const fuelUsed = ({ answer }: Called): bigint | undefined =>
  answer.usage?.fuelUsed === undefined ? undefined : BigInt(answer.usage.fuelUsed);

const allFuel = (record: CaseRecord): readonly bigint[] =>
  calls(record).flatMap((call) => {
    const used = fuelUsed(call);
    return used === undefined ? [] : [used];
  });

const sameFuel: Check = (record) => {
  const used = allFuel(record);
  return new Set(used).size > 1 ? [`the same call in fresh sandboxes costs ${used.join(', ')}`] : [];
};

/** A host may report what the sandbox has used in its life, or what the last call used. */
const sameFuelWhenWarm: Check = (record) => {
  const made = calls(record);
  const [first, second, last] = allFuel(record);
  const times = BigInt(made.at(-1)?.times ?? 1);
  if (first === undefined || second === undefined || last === undefined) {
    return [];
  }
  const isEach = first === second && second === last;
  const isTotal = last - second === times * (second - first);
  return isEach || isTotal
    ? []
    : [`${first} is used after a call, ${second} after the same again, ${last} after it was made ${times} times more`];
};

/** What became of calls with less and less fuel: `+` for one that returned, `-` for one that was ended. */
const cliff = (of: readonly Called[]): string =>
  of
    .map(({ answer: { outcome } }) => (outcome.kind === 'returned' ? '+' : outcome.kind === 'limit' ? '-' : ''))
    .join('');

const oneCliff: Check = (record) => {
  const made = calls(record);
  const shapes = [...new Set(made.map(({ on }) => on))].map((name) => cliff(made.filter(({ on }) => on === name)));
  const wrong = shapes.find((shape) => !/^\++-+$/.test(shape));
  if (wrong !== undefined) {
    return [`with less and less fuel the call returned (+) or was ended (-) like this: ${wrong}`];
  }
  return new Set(shapes).size > 1
    ? [`the same budgets come to different ends in two sandboxes: ${shapes.join(' and ')}`]
    : [];
};

/** Letters that the guest logged, call by call. */
const logs = (record: CaseRecord): readonly string[] =>
  calls(record).map(({ answer }) => Buffer.from(answer.output?.log ?? '', 'base64').toString('utf8'));

const alphabet = 'abcdefghijklmnopqrstuvwxyz';

/** The budgets of the calls: two thousand rounds, four, four, six. */
const effectsArePrefixes: Check = (record) => {
  const [least = '', less = '', same = '', more = ''] = logs(record);
  const all = [least, less, same, more];
  const said = all.map((text) => JSON.stringify(text)).join(', ');
  const problems = [
    ...(all.every((text) => alphabet.startsWith(text)) ? [] : ['what was logged is no beginning of the alphabet']),
    ...(less === same ? [] : ['the same fuel came to different ends']),
    ...(least.length <= less.length && less.length < more.length && more.length > 0
      ? []
      : ['more fuel did not come further']),
  ];
  return problems.map((problem) => `${problem}: ${said}`);
};

export const suite: Suite = {
  name: 'determinism',
  profile: 'core',
  title: 'Reproducible runs',
  protects:
    'Who replays a guest, bills it by fuel, or lets several machines agree on what it did, needs the same run to be ' +
    'the same. A host that fails here says that its budgets are deterministic while they depend on the machine or on ' +
    'what its compiler did so far, or has a guest fail at times where it worked before. Users then see results that ' +
    'nobody can reproduce.',
  checks: {
    'same-fuel': sameFuel,
    'same-fuel-when-warm': sameFuelWhenWarm,
    'one-cliff': oneCliff,
    'effects-are-prefixes': effectsArePrefixes,
  },
};
