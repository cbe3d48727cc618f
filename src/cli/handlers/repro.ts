import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pc from 'picocolors';
import { parseCaseId } from '../../contract/case-id.ts';
import { exitCodes, KitError } from '../../contract/errors.ts';
import type { Fixture } from '../../contract/fixture.ts';
import type { PlannedCase } from '../../contract/plan.ts';
import type { CaseRecord } from '../../contract/record.ts';
import type { Judgement } from '../../contract/verdict.ts';
import { findFixture } from '../../fixtures/library.ts';
import { defaultPatience } from '../../harness/deadlines.ts';
import { calibrate, fuelFor, needsRate } from '../../harness/fuel-rate.ts';
import { judge } from '../../harness/judge.ts';
import { createLane } from '../../harness/lane.ts';
import { showAnswer } from '../../harness/match.ts';
import { type PreparedModules, prepareModules } from '../../harness/modules.ts';
import { showStep } from '../../harness/outline.ts';
import { makePlan } from '../../harness/plan.ts';
import { withCheck } from '../../harness/run.ts';
import { packageVersion } from '../../support/paths.ts';
import { printable } from '../../support/printable.ts';
import type { ReproArguments } from '../commands/repro.ts';
import { connectorFrom } from '../host-arguments.ts';
import { exitWhenInterrupted } from '../interrupt.ts';
import { wantsColor } from '../output.ts';
import { helloDeadlineMs } from '../perform-run.ts';
import { print } from '../print.ts';
import { createScratch } from '../scratch.ts';
import { checksOf, defaultFixtures, openWorkshop, shownPath } from '../workshop.ts';

const defaultResidentCeiling = 4 * 2 ** 30;

/** Writes the modules of a fixture, so that they can be run by hand. */
const saveModules = (folder: string, fixture: Fixture, modules: PreparedModules): string[] => {
  mkdirSync(folder, { recursive: true });
  const base = fixture.id.replaceAll('/', '-');
  return [...modules].map(([name, { bytes }]) => {
    const file = join(folder, name === 'main' ? `${base}.wasm` : `${base}.${name}.wasm`);
    writeFileSync(file, bytes);
    return file;
  });
};

const caseFor = (id: string, cases: readonly PlannedCase[], fixture: Fixture): PlannedCase => {
  const found = cases.find((planned) => planned.id === id) ?? cases[0];
  if (found === undefined) {
    throw new KitError('usage', `the host does not claim the profile of '${fixture.suite}'`, {
      hint: 'see `sandproof list` for the profile of each suite',
    });
  }
  if (found.id !== id && parseCaseId(id).fixture !== id) {
    throw new KitError('usage', `no case is named '${id}'`, {
      hint: `cases of this fixture: ${cases.map((planned) => planned.id).join(', ')}`,
    });
  }
  return found;
};

const showRecord = (record: CaseRecord, colors: ReturnType<typeof pc.createColors>): void => {
  for (const { step, variants, elapsedMs } of record.steps) {
    for (const { answer, count } of variants) {
      const times = count > 1 ? `, ${count} times` : '';
      print(`  ${printable(showStep(step))}`);
      print(`    ${colors.cyan(printable(showAnswer(answer)))} ${colors.dim(`(${elapsedMs.toFixed(1)} ms${times})`)}`);
    }
  }
  for (const { kind, message } of record.violations) {
    print(`  ${colors.red(`seen (${kind}): ${printable(message)}`)}`);
  }
};

const showJudgement = (judgement: Judgement, colors: ReturnType<typeof pc.createColors>): void => {
  switch (judgement.verdict) {
    case 'pass':
      print(colors.green('pass'));
      return;
    case 'fail':
      print(colors.red(`fail, ${judgement.cause}: ${printable(judgement.message)}`));
      return;
    case 'unsupported':
      print(colors.yellow(`unsupported: the host lacks ${printable(judgement.missing.join(', '))}`));
      return;
    case 'notrun':
      print(colors.red(`not run: ${judgement.reason}`));
      return;
    case 'harness-error':
      print(colors.red(`broken in the harness: ${judgement.message}`));
  }
};

const exitCodeFor = (judgement: Judgement) =>
  judgement.verdict === 'pass' || judgement.verdict === 'unsupported'
    ? exitCodes.ok
    : judgement.verdict === 'fail'
      ? exitCodes.failed
      : exitCodes.broken;

/** A transcript without the watch that the kit keeps over a host after the case: pings, and their empty replies. */
const withoutPings = (transcript: readonly string[]): string[] => {
  const idOf = (line: string, pattern: RegExp): string[] => pattern.exec(line)?.slice(1) ?? [];
  const pings = new Set(transcript.flatMap((line) => idOf(line, /^> \{"id":(\d+),"op":"ping"\}$/)));
  return transcript.filter(
    (line) => !idOf(line, /^(?:> \{"id":(\d+),"op":"ping"\}|< \{"id":(\d+)\})$/).some((id) => pings.has(id)),
  );
};

/** Runs one case on a host of its own and shows every step; leaves what is needed to run it by hand. */
export const handleRepro = async (args: ReproArguments): Promise<void> => {
  const colors = pc.createColors(wantsColor(process.stdout.isTTY === true, process.env));
  const folder = args.fixtures === undefined ? defaultFixtures : resolve(args.fixtures);
  const workshop = await openWorkshop(folder, true);
  const fixture = findFixture(workshop.library, parseCaseId(args.case).fixture);
  const connector = await connectorFrom(args);
  exitWhenInterrupted();
  const scratch = createScratch();
  const transcript: string[] = [];
  const lane = await createLane({
    connector,
    scratch: scratch.folder,
    patience: defaultPatience,
    residentCeiling: defaultResidentCeiling,
    helloDeadlineMs,
    onMessage: (direction, line) => {
      transcript.push(`${direction === 'to-host' ? '>' : '<'} ${line}`);
    },
  });
  try {
    const { description } = await lane.session();
    const plan = makePlan({
      version: packageVersion,
      fixtures: [fixture],
      host: { description },
      selection: {},
      options: {},
    });
    const planned = caseFor(args.case, plan.cases, fixture);
    const modules = await (await prepareModules(workshop.store, [fixture]))(fixture);
    const files = saveModules(args.out, fixture, modules);
    print(`${colors.bold(printable(planned.id))} ${printable(fixture.title)}`);
    print(colors.dim(printable(`${description.host.name} ${description.host.version}, ${fixture.file}`)));
    let judgement: Judgement = { verdict: 'unsupported', missing: planned.missing };
    if (planned.missing.length === 0) {
      const check = (await checksOf(workshop, [fixture]))(fixture);
      const calibration = needsRate(planned, fixture)
        ? await calibrate(await lane.session(), defaultPatience)
        : undefined;
      if (calibration?.kind === 'failed') {
        throw new KitError('host-start', calibration.message, {
          hint: 'a host that declares limits of fuel must run a harmless loop with them',
        });
      }
      const rate = calibration?.rate;
      transcript.length = 0;
      const { record: found, stderr } = await lane.runAlone({
        fixture,
        modules,
        ...(planned.mechanism === undefined ? {} : { mechanism: planned.mechanism }),
        ...(rate === undefined ? {} : { rate }),
      });
      const record = withCheck(found, check);
      showRecord(record, colors);
      judgement = judge(record, {
        description,
        aspect: planned.aspect,
        ...(planned.mechanism === undefined ? {} : { mechanism: planned.mechanism }),
        fuelFor: (iterations) => (rate === undefined ? undefined : fuelFor(rate, iterations)),
      });
      if (stderr !== undefined && stderr.trim() !== '') {
        print(colors.dim('stderr of the host:'));
        for (const line of stderr.trimEnd().split('\n')) {
          print(`  ${printable(line)}`);
        }
      }
    }
    showJudgement(judgement, colors);
    const log = join(args.out, `${fixture.id.replaceAll('/', '-')}.transcript.txt`);
    writeFileSync(log, `${withoutPings(transcript).join('\n')}\n`);
    print(colors.dim(`modules     ${files.map(shownPath).join(' ')}`));
    print(colors.dim(`transcript  ${shownPath(log)}`));
    process.exitCode = exitCodeFor(judgement);
  } finally {
    await lane.close();
    await workshop.compiler.close();
    scratch.remove();
  }
};
