import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import envPaths from 'env-paths';
import { KitError, messageOf } from '../contract/errors.ts';
import type { Fixture, Level } from '../contract/fixture.ts';
import type { HostConnector } from '../contract/host.ts';
import type { PlannedCase, Shard } from '../contract/plan.ts';
import type { CaseResult, Environment, Problem, Report } from '../contract/report.ts';
import type { Suite } from '../contract/suite.ts';
import type { Verdict } from '../contract/verdict.ts';
import { createCompiler, type TextCompiler } from '../fixtures/compiler.ts';
import { type FixtureLibrary, readLibrary } from '../fixtures/library.ts';
import { createModuleCache, noCache } from '../fixtures/module-cache.ts';
import { createModuleStore, type ModuleStore } from '../fixtures/module-store.ts';
import { defaultPatience, type Patience } from '../harness/deadlines.ts';
import { applicable, type Expectations, type Failure, readExpectations, staleEntries, updatedExpectations } from '../harness/expectations.ts';
import { calibrate, type FuelRate } from '../harness/fuel-rate.ts';
import { createLane, type Lane, type LaneOptions } from '../harness/lane.ts';
import { prepareModules } from '../harness/modules.ts';
import { describeSelection, makePlan, type Selection, shardOf } from '../harness/plan.ts';
import { run } from '../harness/run.ts';
import { createSoloLock } from '../harness/solo-lock.ts';
import { canObserveProcesses } from '../hosts/processes.ts';
import { sha256 } from '../support/hash.ts';
import { packageRoot, packageVersion } from '../support/paths.ts';
import { loadSuite, suiteNames } from './discovery.ts';
import type { Reporters } from './output.ts';

/** What one run is asked for. */
export interface RunRequest {
  /** As the user wrote it; stands in repro commands. */
  readonly hostName: string;
  readonly connector: HostConnector;
  readonly isInProcess: boolean;
  readonly fixturesFolder: string;
  readonly selection: Selection;
  readonly shard: Shard | undefined;
  /** JSON file of a former run that tells how long each case takes. */
  readonly durationsFile: string | undefined;
  readonly workers: number | undefined;
  readonly patience: Patience;
  readonly soloReruns: number;
  readonly expectationsFile: string | undefined;
  readonly updateExpectations: boolean;
  readonly useCache: boolean;
  readonly residentCeiling: number;
}

export const defaultFixtures = join(packageRoot, 'wat-fixtures');
export const defaultResidentCeiling = 4 * 2 ** 30;
const helloDeadlineMs = 20_000;

/** Path of a folder as messages should show it. */
export const shownPath = (path: string): string => {
  const inside = relative(process.cwd(), path);
  return inside === '' || inside.startsWith('..') ? path : inside;
};

const cacheFolder = (): string => join(envPaths('sandproof', { suffix: '' }).cache, 'modules');

/** Fixtures, their suites, and what compiles them. */
export interface Workshop {
  readonly library: FixtureLibrary;
  readonly store: ModuleStore;
  readonly compiler: TextCompiler;
  suiteOf(name: string): Promise<Suite | undefined>;
}

export const openWorkshop = (fixturesFolder: string, useCache: boolean): Workshop => {
  if (!existsSync(fixturesFolder)) {
    throw new KitError('file', `there is no folder ${fixturesFolder}`, { hint: 'give the folder of fixtures: --fixtures DIR' });
  }
  const library = readLibrary(fixturesFolder, shownPath(fixturesFolder));
  const suites = new Map<string, Promise<Suite | undefined>>();
  const suiteOf = (name: string): Promise<Suite | undefined> => {
    const known = suites.get(name) ?? loadSuite(name);
    suites.set(name, known);
    return known;
  };
  const compiler = createCompiler();
  const store = createModuleStore(
    compiler,
    useCache ? createModuleCache(cacheFolder()) : noCache,
    async (suite, kind) => (await suiteOf(suite))?.generators?.[kind],
  );
  return { library, store, compiler, suiteOf };
};

/** Every fixture stands in the folder of a suite, but the one that documents the format. */
export const checkSuites = (library: FixtureLibrary): void => {
  const names = suiteNames();
  const stray = library.fixtures.find((fixture) => fixture.suite !== fixture.id && !names.includes(fixture.suite));
  if (stray !== undefined) {
    throw new KitError('fixture', `no suite is named '${stray.suite}'`, {
      place: { file: stray.file },
      hint: `suites: ${names.join(', ')}; a new one needs src/suites/${stray.suite}.ts`,
    });
  }
};

const readDurations = (file: string): Readonly<Record<string, number>> => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new KitError('report', `cannot read durations: ${messageOf(error)}`, { place: { file }, cause: error });
  }
  const cases = (parsed as { cases?: unknown }).cases;
  if (!Array.isArray(cases)) {
    throw new KitError('report', 'this is no report', { place: { file }, hint: 'give the JSON report of a former run' });
  }
  return Object.fromEntries(
    (cases as { id?: unknown; durationMs?: unknown }[]).flatMap(({ id, durationMs }) =>
      typeof id === 'string' && typeof durationMs === 'number' ? [[id, durationMs]] : [],
    ),
  );
};

const observed = (isInProcess: boolean): Pick<Environment, 'observed' | 'notObserved'> => {
  const always = ['answers', 'deadlines', 'sibling and fresh sandboxes', 'canary files', 'canary ports', 'secrets in replies'];
  const processes = ['descriptors', 'threads', 'resident memory', 'processes left behind'];
  if (isInProcess) {
    return {
      observed: always,
      notObserved: processes.map((what) => ({ what, reason: 'the host runs in the kit\'s own process' })),
    };
  }
  return canObserveProcesses
    ? { observed: [...always, ...processes], notObserved: [] }
    : { observed: always, notObserved: processes.map((what) => ({ what, reason: `not known how to on ${process.platform}` })) };
};

/** The file of known failures: the one asked for, or the host's own beside the caller or in the package. */
export const expectationsFor = (file: string | undefined, host: string): Expectations => {
  if (file !== undefined) {
    return readExpectations(file);
  }
  const near = join('expectations', `${host}.toml`);
  return readExpectations(existsSync(near) ? near : join(packageRoot, 'expectations', `${host}.toml`));
};

const needsRate = (cases: readonly PlannedCase[], fixtureOf: (id: string) => Fixture): boolean =>
  cases.some(
    ({ fixture, mechanism, missing }) =>
      missing.length === 0 && (mechanism === 'fuel' || fixtureOf(fixture).requires.includes('limit:fuel')),
  );

const failuresIn = (cases: readonly CaseResult[]): Failure[] =>
  cases.flatMap(({ id, verdict, cause, outcome, message }) =>
    (verdict === 'fail' || verdict === 'xfail') && cause !== undefined
      ? [{ id, cause, outcome, message: message ?? '' }]
      : [],
  );

const staleProblems = (
  expectations: Expectations,
  stale: ReturnType<typeof staleEntries>,
): Problem[] =>
  stale.map(({ line, message, hint }) => ({
    kind: 'expectations',
    message: `${shownPath(expectations.file)}:${line}: ${message}${hint === undefined ? '' : ` (${hint})`}`,
  }));

/** Ends everything that a run may have left open, whatever happened. */
const cleanUp = async (lanes: readonly Lane[], compiler: TextCompiler, scratch: string): Promise<void> => {
  await Promise.allSettled(lanes.map((lane) => lane.close()));
  await compiler.close();
  rmSync(scratch, { recursive: true, force: true });
};

/** Runs everything that is asked for and returns the report. */
export const performRun = async (
  request: RunRequest,
  reporters: Reporters,
  signal: AbortSignal,
): Promise<Report> => {
  const scratch = mkdtempSync(join(tmpdir(), 'sandproof-'));
  const laneOptions: LaneOptions = {
    connector: request.connector,
    scratch,
    patience: request.patience,
    residentCeiling: request.residentCeiling,
    helloDeadlineMs,
  };
  const lanes: Lane[] = [await createLane(laneOptions)];
  const [first] = lanes as [Lane];
  // The host starts while the fixtures are read.
  const starting = first.session();
  starting.catch(() => undefined);
  let workshop: Workshop | undefined;
  try {
    workshop = openWorkshop(request.fixturesFolder, request.useCache);
    const { library, store } = workshop;
    checkSuites(library);
    const { description } = await starting;
    const durationsText = request.durationsFile === undefined ? undefined : readFileSync(request.durationsFile, 'utf8');
    const plan = makePlan({
      version: packageVersion,
      fixtures: library.fixtures,
      host: { name: description.host.name, description },
      selection: request.selection,
      options: {
        ...request.patience,
        soloReruns: request.soloReruns,
        ...(durationsText === undefined ? {} : { durations: sha256(durationsText) }),
      },
    });
    const durations = request.durationsFile === undefined ? undefined : readDurations(request.durationsFile);
    const cases = request.shard === undefined ? plan.cases : shardOf(plan, request.shard, durations);
    if (plan.cases.length === 0) {
      throw new KitError('usage', 'no case is selected', { hint: 'see `sandproof list` for what there is' });
    }
    const byId = new Map(library.fixtures.map((fixture) => [fixture.id, fixture]));
    const fixtureOf = (id: string): Fixture => byId.get(id) as Fixture;

    const selection = describeSelection(request.selection);
    const isPartial = selection.length > 0 || request.shard !== undefined;
    const expectations = expectationsFor(request.expectationsFile, description.host.name);
    const active = new Map(applicable(expectations, description).map((entry) => [entry.case, entry]));
    const planned = new Map<string, Verdict>(
      plan.cases.map(({ id, missing }) => [id, missing.length > 0 ? 'unsupported' : 'notrun']),
    );
    for (const profile of description.profiles) {
      planned.set(`floor:${profile}`, 'notrun');
    }
    const problems = request.updateExpectations
      ? []
      : staleProblems(expectations, staleEntries(expectations, description, planned, isPartial));

    const selected = [...new Set(cases.filter(({ missing }) => missing.length === 0).map(({ fixture }) => fixture))].map(fixtureOf);
    const modulesOf = await prepareModules(store, selected);
    const checks = new Map(
      await Promise.all(
        [...new Set(selected.map(({ suite }) => suite))].map(
          async (name) => [name, (await workshop?.suiteOf(name))?.checks ?? {}] as const,
        ),
      ),
    );
    const checkOf = (fixture: Fixture) => {
      if (fixture.check === undefined) {
        return undefined;
      }
      const check = checks.get(fixture.suite)?.[fixture.check];
      if (check === undefined) {
        throw new KitError('fixture', `the suite '${fixture.suite}' has no check '${fixture.check}'`, { place: { file: fixture.file } });
      }
      return check;
    };
    selected.forEach(checkOf);

    let rate: FuelRate | undefined;
    if (description.limits.fuel?.supported && needsRate(cases, fixtureOf)) {
      rate = await calibrate(await first.session()).catch((error: unknown) => {
        throw new KitError('host-start', messageOf(error), { hint: 'a host that meters must be able to run a harmless loop' });
      });
    }
    const workers = request.isInProcess
      ? 1
      : Math.max(1, Math.min(request.workers ?? availableParallelism(), Math.ceil(selected.length / 4)));
    while (lanes.length < workers) {
      lanes.push(await createLane(laneOptions));
    }

    const report = await run({
      hostName: request.hostName,
      description,
      plan: {
        digest: plan.digest,
        cases: plan.cases.length,
        ...(request.shard === undefined ? {} : { shard: { ...request.shard, cases: cases.length } }),
        selection: [...selection],
      },
      cases,
      fixtureOf,
      modulesOf,
      checkOf,
      knownFor: (id) => (request.updateExpectations ? undefined : active.get(id)),
      rate,
      lanes,
      lock: createSoloLock(),
      soloReruns: request.soloReruns,
      environment: {
        sandproof: packageVersion,
        node: process.version,
        os: process.platform,
        arch: process.arch,
        cpus: availableParallelism(),
        startedAt: new Date().toISOString(),
        workers,
        graceMs: request.patience.graceMs,
        ...observed(request.isInProcess),
      },
      emit: (event) => reporters.emit(event),
      signal,
      problems,
      problemsAfter: (results) => {
        if (request.updateExpectations) {
          return [];
        }
        const judged = new Map(results.map(({ id, verdict }) => [id, verdict]));
        const unplanned = new Map([...judged].filter(([id, verdict]) => verdict === 'unsupported' && planned.get(id) !== 'unsupported'));
        return staleProblems(expectations, staleEntries(expectations, description, unplanned, true));
      },
    });
    if (request.updateExpectations) {
      saveExpectations(request, expectations, report, isPartial);
    }
    return report;
  } finally {
    await cleanUp(lanes, workshop?.compiler ?? createCompiler(), scratch);
  }
};

const saveExpectations = (
  request: RunRequest,
  expectations: Expectations,
  report: Report,
  isPartial: boolean,
): void => {
  const isWhole = !isPartial && report.problems.length === 0 && report.cases.every(({ verdict }) => verdict !== 'notrun' && verdict !== 'harness-error');
  if (!isWhole || report.host.description === undefined) {
    throw new KitError('usage', 'known failures are only written from a whole run', {
      hint: 'run without --filter, --suite, --level, --profile and --shard, and without problems',
    });
  }
  const file = request.expectationsFile ?? join('expectations', `${report.host.description.host.name}.toml`);
  const text = updatedExpectations(expectations, report.host.description, failuresIn(report.cases));
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new KitError('file', `cannot write ${file}: ${messageOf(error)}`, { cause: error });
  }
};

export type { Level };
export { defaultPatience };
