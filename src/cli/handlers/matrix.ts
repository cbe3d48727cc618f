import { type ExitCode, exitCodes, KitError } from '../../contract/errors.ts';
import type { Report } from '../../contract/report.ts';
import { exitCodeOf } from '../../harness/summary.ts';
import { findHost, knownManifests, whyUnavailable } from '../../hosts/discover.ts';
import { printable, shorten } from '../../support/printable.ts';
import type { MatrixArguments } from '../commands/matrix.ts';
import { interruptible } from '../interrupt.ts';
import { knownFloors } from '../known-failures.ts';
import { openReporters, type Reporters } from '../output.ts';
import { performRun, type RunRequest } from '../perform-run.ts';
import { sharedRequest } from '../run-request.ts';
import { unstartedReport } from '../unstarted-report.ts';

/** The hosts that were asked for, or all that are here; what is left out is named. */
const hostsFrom = (args: MatrixArguments): readonly string[] => {
  const asked = (args.hosts ?? []).flatMap((text) => (text.includes(' ') ? [text] : text.split(',')));
  if (asked.length > 0) {
    const empty = asked.some((name) => name.trim() === '');
    const twice = asked.find((name, index) => asked.indexOf(name) !== index);
    if (empty || twice !== undefined) {
      throw new KitError('usage', empty ? '--hosts has an empty name' : `--hosts names '${twice}' twice`);
    }
    return asked;
  }
  return knownManifests().flatMap((manifest) => {
    const unavailable = whyUnavailable(manifest);
    if (unavailable === undefined) {
      return [manifest.name];
    }
    const { reason, help } = unavailable;
    console.error(`${manifest.name}: left out: ${printable(help === undefined ? reason : `${reason}: ${help}`)}`);
    return [];
  });
};

/** Takes a run's events: the report for the matrix, and progress on stderr for who waits. */
const collector = (name: string): { readonly reporters: Reporters; report(): Report | undefined } => {
  const live = process.stderr.isTTY === true && process.env.CI === undefined;
  let report: Report | undefined;
  let total = 0;
  let done = 0;
  const show = (text: string): void => {
    if (live) {
      process.stderr.write(`\r\u001b[2K${shorten(text, (process.stderr.columns ?? 80) - 1)}`);
    }
  };
  return {
    report: () => report,
    reporters: {
      emit: async (event) => {
        switch (event.type) {
          case 'start':
            total = event.total;
            return;
          case 'running':
            return show(`${printable(name)} ${done}/${total} · ${printable(event.id)}`);
          case 'case':
            done += 1;
            return;
          case 'end': {
            report = event.report;
            const { byVerdict, total: cases } = report.summary;
            const bad = byVerdict.fail + byVerdict.xpass + byVerdict.notrun + byVerdict['harness-error'];
            const seconds = (report.environment.durationMs / 1000).toFixed(1);
            show('');
            console.error(
              `${printable(name)}: ${byVerdict.pass} passed, ${bad} to be looked at, of ${cases} in ${seconds} s`,
            );
            return;
          }
          default:
        }
      },
      matrix: async () => undefined,
      close: async () => [],
    },
  };
};

/** Runs one host. One that never starts has a report as well, which says so. */
const runOne = async (request: RunRequest, signal: AbortSignal): Promise<Report> => {
  if (signal.aborted) {
    const message = 'the run was interrupted before this host was started';
    return unstartedReport(request, { kind: 'interrupted', message }, 0);
  }
  const { reporters, report } = collector(request.hostName);
  try {
    return await performRun(request, reporters, signal);
  } catch (error) {
    const told = report();
    if (told === undefined || !(error instanceof KitError && error.code === 'host-start')) {
      throw error;
    }
    return told;
  }
};

const gravest = (codes: readonly ExitCode[]): ExitCode =>
  [exitCodes.usage, exitCodes.broken, exitCodes.failed].find((code) => codes.includes(code)) ?? exitCodes.ok;

/** Runs hosts one after the other and reports them together; the exit code is the gravest of theirs. */
export const handleMatrix = async (args: MatrixArguments): Promise<void> => {
  const shared = sharedRequest(args);
  const requests = hostsFrom(args).map((host) => ({
    ...shared,
    hostName: host,
    connector: findHost(host),
    isInProcess: false,
    shard: undefined,
    durationsFile: undefined,
    expectationsFile: undefined,
    updateExpectations: false,
  }));
  const reporters = await openReporters(args.reporter, { forMatrix: true });
  const interrupt = interruptible();
  try {
    const hosts: Report[] = [];
    for (const request of requests) {
      hosts.push(await runOne(request, interrupt.signal));
    }
    await reporters.matrix({ schema: 'sandproof/matrix@1', hosts });
    const codes = hosts.map((report) => exitCodeOf(report, args['fail-on'], knownFloors(undefined, report)));
    const problems = await reporters.close();
    for (const { message } of problems) {
      console.error(`sandproof: ${message}`);
    }
    process.exitCode = gravest(problems.length > 0 ? [...codes, exitCodes.broken] : codes);
  } catch (error) {
    await reporters.close();
    throw error;
  } finally {
    interrupt.release();
  }
};
