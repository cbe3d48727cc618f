import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { KitError, messageOf } from '../contract/errors.ts';
import type { Fixture } from '../contract/fixture.ts';
import type { HostConnector } from '../contract/host.ts';
import type { Shard } from '../contract/plan.ts';
import type { Report } from '../contract/report.ts';
import type { Verdict } from '../contract/verdict.ts';
import type { Patience } from '../harness/deadlines.ts';
import { applicable } from '../harness/expectations.ts';
import { calibrate, needsRate } from '../harness/fuel-rate.ts';
import { createLane, type Lane, type LaneOptions } from '../harness/lane.ts';
import { prepareModules } from '../harness/modules.ts';
import { describeSelection, makePlan, type Selection, shardOf } from '../harness/plan.ts';
import { run } from '../harness/run.ts';
import { createSoloLock } from '../harness/solo-lock.ts';
import { floorVerdicts } from '../harness/summary.ts';
import { sha256 } from '../support/hash.ts';
import { packageVersion } from '../support/paths.ts';
import { environmentOf } from './environment.ts';
import { expectationsFor, refusePartial, saveKnownFailures, staleProblems } from './known-failures.ts';
import type { Reporters } from './output.ts';
import { createScratch } from './scratch.ts';
import { unstartedReport } from './unstarted-report.ts';
import { checkSuites, checksOf, openWorkshop, type Workshop } from './workshop.ts';

/** What one run is asked for. */
export interface RunRequest {
  /** As the user wrote it; stands in repro commands. */
  readonly hostName: string;
  readonly connector: HostConnector;
  readonly isInProcess: boolean;
  readonly fixturesFolder: string;
  readonly selection: Selection;
  /** Only these cases, by id, of those that the selection leaves. */
  readonly cases?: ReadonlySet<string>;
  readonly shard: Shard | undefined;
  /** JSON report of a former run, which tells how long each case takes. */
  readonly durationsFile: string | undefined;
  readonly workers: number | undefined;
  readonly patience: Patience;
  readonly soloReruns: number;
  readonly expectationsFile: string | undefined;
  readonly updateExpectations: boolean;
  readonly useCache: boolean;
  readonly residentCeiling: number;
  readonly helloDeadlineMs: number;
}

/** How long a host has to say hello, in milliseconds (docs/protocol.md, "Deadlines"). */
export const helloDeadlineMs = 20_000;

/** How long each case took before, and the hash of the file that says so. */
interface Durations {
  readonly hash: string;
  readonly of: Readonly<Record<string, number>>;
}

const readDurations = (file: string): Durations => {
  let text: string;
  let cases: unknown;
  try {
    text = readFileSync(file, 'utf8');
    cases = (JSON.parse(text) as { cases?: unknown }).cases;
  } catch (error) {
    throw new KitError('report', `cannot read durations: ${messageOf(error)}`, { place: { file }, cause: error });
  }
  if (!Array.isArray(cases)) {
    throw new KitError('report', 'this is no report', {
      place: { file },
      hint: 'give the JSON report of a former run (--reporter json=FILE)',
    });
  }
  const entries = (cases as { id?: unknown; durationMs?: unknown }[]).flatMap(({ id, durationMs }) =>
    typeof id === 'string' && typeof durationMs === 'number' ? [[id, durationMs] as const] : [],
  );
  return { hash: sha256(text), of: Object.fromEntries(entries) };
};

/** Fixtures per worker below which a further host costs more than it saves. */
const fixturesForOneWorker = 4;

const workersFor = (request: RunRequest, fixtures: number): number =>
  request.isInProcess
    ? 1
    : Math.max(1, Math.min(request.workers ?? availableParallelism(), Math.ceil(fixtures / fixturesForOneWorker)));

const isPartialRun = (request: RunRequest): boolean =>
  describeSelection(request.selection).length > 0 || request.shard !== undefined || request.cases !== undefined;

/** Runs everything that is asked for and returns the report. */
export const performRun = async (request: RunRequest, reporters: Reporters, signal: AbortSignal): Promise<Report> => {
  const begun = performance.now();
  refusePartial(request.updateExpectations && isPartialRun(request));
  const scratch = createScratch();
  const laneOptions: LaneOptions = {
    connector: request.connector,
    scratch: scratch.folder,
    patience: request.patience,
    residentCeiling: request.residentCeiling,
    helloDeadlineMs: request.helloDeadlineMs,
  };
  const first = await createLane(laneOptions);
  const lanes: Lane[] = [first];
  const abortLanes = (): void => lanes.forEach((lane) => void lane.abort());
  signal.addEventListener('abort', abortLanes);
  // The host starts while the fixtures are read.
  const starting = first.session();
  starting.catch(() => undefined);
  let workshop: Workshop | undefined;
  try {
    workshop = await openWorkshop(request.fixturesFolder, request.useCache);
    checkSuites(workshop.library);
    if (!isPartialRun(request)) {
      // While the host starts.
      void workshop.store.warm(workshop.library.fixtures);
    }
    const durations = request.durationsFile === undefined ? undefined : readDurations(request.durationsFile);
    const { description } = await starting.catch(async (error: unknown) => {
      const failure = signal.aborted
        ? new KitError('host-start', 'the run was interrupted before the host was ready', { cause: error })
        : error;
      const kind = signal.aborted ? 'interrupted' : 'host-start';
      const problem = { kind, message: messageOf(failure) };
      await reporters.emit({ type: 'end', report: unstartedReport(request, problem, performance.now() - begun) });
      throw failure;
    });
    const { fixtures } = workshop.library;
    const plan = makePlan({
      version: packageVersion,
      fixtures,
      host: { description },
      selection: request.selection,
      options: {
        ...request.patience,
        soloReruns: request.soloReruns,
        ...(durations === undefined ? {} : { durations: durations.hash }),
      },
    });
    if (plan.cases.length === 0) {
      throw new KitError('usage', 'no case is selected', { hint: 'see `sandproof list` for what there is' });
    }
    const part = request.shard === undefined ? plan.cases : shardOf(plan, request.shard, durations?.of);
    const cases = part.filter(({ id }) => request.cases?.has(id) ?? true);
    const byId = new Map(fixtures.map((fixture) => [fixture.id, fixture]));
    const fixtureOf = (id: string): Fixture => byId.get(id) as Fixture;

    const selection = [
      ...describeSelection(request.selection),
      ...(request.cases === undefined ? [] : ['chosen cases']),
    ];
    const isPartial = isPartialRun(request);
    const expectations = expectationsFor(request.expectationsFile, description.host.name, !request.updateExpectations);
    const active = new Map(applicable(expectations, description).map((entry) => [entry.case, entry]));
    const planned = new Map<string, Verdict>([
      ...floorVerdicts(description),
      ...plan.cases.map(({ id, missing }) => [id, missing.length > 0 ? 'unsupported' : 'notrun'] as const),
    ]);

    const names = cases.flatMap(({ fixture, missing }) => (missing.length === 0 ? [fixture] : []));
    const selected = [...new Set(names)].map(fixtureOf);
    const modulesOf = await prepareModules(workshop.store, selected);
    const checkOf = await checksOf(workshop, selected);
    const calibration =
      description.limits.fuel?.supported && cases.some((planned) => needsRate(planned, fixtureOf(planned.fixture)))
        ? await first
            .session()
            .then((session) => calibrate(session, request.patience))
            .catch((error: unknown) => {
              // Who interrupts the run is told of every case all the same: none was run.
              if (!signal.aborted) {
                throw error;
              }
              return undefined;
            })
        : undefined;
    const workers = workersFor(request, selected.length);
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
      calibration,
      lanes,
      lock: createSoloLock(),
      soloReruns: request.soloReruns,
      environment: environmentOf(
        request.isInProcess,
        (await first.session()).figures() !== undefined,
        workers,
        request.patience.graceMs,
      ),
      emit: (event) => reporters.emit(event),
      signal,
      problems: request.updateExpectations ? [] : staleProblems(expectations, description, planned, isPartial),
      problemsAfter: (results) => {
        const surprises = results.flatMap(({ id, verdict }) =>
          verdict === 'unsupported' && planned.get(id) !== verdict ? [[id, verdict] as const] : [],
        );
        return request.updateExpectations ? [] : staleProblems(expectations, description, new Map(surprises), true);
      },
    });
    if (request.updateExpectations) {
      saveKnownFailures(report, expectations, request.expectationsFile);
    }
    return report;
  } finally {
    await Promise.allSettled(lanes.map((lane) => lane.close()));
    await workshop?.compiler.close();
    signal.removeEventListener('abort', abortLanes);
    scratch.remove();
  }
};
