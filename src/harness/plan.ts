import { createHash } from 'node:crypto';
import { compareCases } from '../contract/case-id.ts';
import type { HostDescription } from '../contract/description.ts';
import { profiles } from '../contract/features.ts';
import type { Fixture, Level } from '../contract/fixture.ts';
import type { Mechanism, Plan, PlannedCase, Shard } from '../contract/plan.ts';
import { flatSteps } from '../contract/steps.ts';
import { missingFor } from './requirements.ts';

/** What narrows a plan. Each entry that is given must be met. */
export interface Selection {
  readonly profiles?: readonly string[];
  readonly suites?: readonly string[];
  readonly levels?: readonly Level[];
  /** Globs over case or fixture ids: `*` within a part, `**` across parts. */
  readonly filters?: readonly string[];
}

export interface PlanInput {
  readonly version: string;
  readonly fixtures: readonly Fixture[];
  readonly host: { readonly description: HostDescription };
  readonly selection: Selection;
  /** Options that decide verdicts, and the hash of a file of durations; part of the digest. */
  readonly options: Readonly<Record<string, unknown>>;
}

const mechanisms: Readonly<Record<Mechanism, string>> = { fuel: 'limit:fuel', time: 'limit:wallMs' };

const expectsCode = (fixture: Fixture): boolean =>
  flatSteps(fixture.steps).some(({ expect }) =>
    expect.outcomes.some((outcome) => outcome.kind === 'trapped' && outcome.code !== '*'),
  );

const isSensitive = (fixture: Fixture, mechanism: Mechanism | undefined): boolean =>
  mechanism === 'time' ||
  fixture.repeat !== undefined ||
  fixture.steps.some((step) => step.op === 'parallel') ||
  flatSteps(fixture.steps).some((step) => step.op === 'wait' || ('limits' in step && step.limits.wallMs !== undefined));

/** A trap's exact code binds less than the trap: engines word it, the specification does not name it. */
const levelOfCode = (level: Level): Level => (level === 'must' ? 'should' : level);

const casesOf = (fixture: Fixture, host: HostDescription): PlannedCase[] => {
  const variants: (Mechanism | undefined)[] = fixture.cpu === undefined ? [undefined] : ['fuel', 'time'];
  return variants.flatMap((mechanism) => {
    const execution = mechanism === undefined ? fixture.id : `${fixture.id}@${mechanism}`;
    const common = {
      fixture: fixture.id,
      suite: fixture.suite,
      title: fixture.title,
      execution,
      ...(mechanism === undefined ? {} : { mechanism }),
      missing: missingFor(fixture, mechanism === undefined ? [] : [mechanisms[mechanism]], host),
      sensitive: isSensitive(fixture, mechanism),
    };
    const whole: PlannedCase = { ...common, id: execution, level: fixture.level, aspect: 'class' };
    return expectsCode(fixture)
      ? [whole, { ...common, id: `${execution}#code`, level: levelOfCode(fixture.level), aspect: 'code' as const }]
      : [whole];
  });
};

const toPattern = (glob: string): RegExp => {
  const source = glob
    .split(/(\*\*|\*)/)
    .map((part) => (part === '**' ? '.*' : part === '*' ? '[^/]*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')))
    .join('');
  return new RegExp(`^${source}$`);
};

/** Whether a glob names a case: by its id, by its fixture's id, or by a part of it where the glob has no `*`. */
export const matchesFilter = (glob: string, planned: Pick<PlannedCase, 'id' | 'fixture'>): boolean =>
  glob.includes('*')
    ? toPattern(glob).test(planned.id) || toPattern(glob).test(planned.fixture)
    : planned.id.includes(glob);

/** Canonical JSON: the same value has the same text, whatever the order its keys were set in. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

const digestOf = (input: PlanInput, fixtures: readonly Fixture[]): string => {
  const { host, profiles: claimed, features, featuresOff, limits, concurrency, declares } = input.host.description;
  const identity = {
    version: input.version,
    fixtures: fixtures.map(({ id, hash }) => [id, hash]),
    host: [host.name, host.version, host.engine, host.engineVersion],
    abilities: { claimed, features, featuresOff, limits, concurrency, declares },
    selection: input.selection,
    options: input.options,
  };
  return createHash('sha256').update(canonical(identity)).digest('hex');
};

/**
 * What a run against a host is to judge: every case of every suite of the profiles that the host claims, less what the
 * selection leaves out, in an order that depends on nothing else. Pure.
 */
export const makePlan = (input: PlanInput): Plan => {
  const { description } = input.host;
  const { selection } = input;
  const wanted = description.profiles.filter((profile) => selection.profiles?.includes(profile) ?? true);
  const suites = wanted.flatMap((profile) => (profiles[profile as keyof typeof profiles] ?? []) as readonly string[]);
  const fixtures = input.fixtures
    .filter((fixture) => suites.includes(fixture.suite) && (selection.suites?.includes(fixture.suite) ?? true))
    .toSorted(compareCases);
  const cases = fixtures
    .flatMap((fixture) => casesOf(fixture, description))
    .filter((planned) => selection.levels?.includes(planned.level) ?? true)
    .filter((planned) => selection.filters?.some((glob) => matchesFilter(glob, planned)) ?? true)
    .sort(compareCases);
  return { digest: digestOf(input, fixtures), cases };
};

/** What the selection leaves out, in words; empty for a whole run. */
export const describeSelection = (selection: Selection): readonly string[] =>
  Object.entries(selection).flatMap(
    ([key, values]) => (values as readonly string[] | undefined)?.map((value) => `${key}: ${value}`) ?? [],
  );

/** Shard of an execution, from 0: by a hash of its name, the same on every machine. */
const hashedShard = (execution: string, count: number): number =>
  createHash('sha256').update(execution).digest().readUInt32BE(0) % count;

/** Spreads executions by how long they took before, longest first, each to the shard that has least to do. */
const balancedShards = (
  executions: readonly string[],
  count: number,
  durations: Readonly<Record<string, number>>,
): Map<string, number> => {
  const loads = new Array<number>(count).fill(0);
  const known = Object.values(durations);
  const usual = known.length === 0 ? 1 : known.reduce((sum, each) => sum + each, 0) / known.length;
  const longestFirst = executions
    .map((name) => ({ name, duration: durations[name] ?? usual }))
    .sort((a, b) => b.duration - a.duration || (a.name < b.name ? -1 : 1));
  return new Map(
    longestFirst.map(({ name, duration }) => {
      const shard = loads.indexOf(Math.min(...loads));
      loads[shard] = (loads[shard] ?? 0) + duration;
      return [name, shard];
    }),
  );
};

/**
 * The cases of one shard. Cases of one execution stay together. Stable: a case's shard depends on its name and the
 * number of shards only, or on the file of durations where one is given.
 */
export const shardOf = (
  plan: Plan,
  shard: Shard,
  durations?: Readonly<Record<string, number>>,
): readonly PlannedCase[] => {
  const executions = [...new Set(plan.cases.map(({ execution }) => execution))];
  const balanced = durations === undefined ? undefined : balancedShards(executions, shard.count, durations);
  return plan.cases.filter(
    ({ execution }) => (balanced?.get(execution) ?? hashedShard(execution, shard.count)) === shard.index - 1,
  );
};
