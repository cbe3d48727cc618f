import type { Reporters } from '../../src/cli/output.ts';
import { performRun, type RunRequest } from '../../src/cli/perform-run.ts';
import { defaultFixtures } from '../../src/cli/workshop.ts';
import type { HostConnector } from '../../src/contract/host.ts';
import type { Report } from '../../src/contract/report.ts';
import { startStdio } from '../../src/hosts/stdio/session.ts';

/** A host that is a driver run by a Node of one's choice. */
export const driverConnector = (node: string, driver: string, args: readonly string[]): HostConnector => ({
  name: 'reference',
  start: (options) => startStdio({ file: node, args: [driver, ...args] }, options),
});

const silent: Reporters = { emit: async () => undefined, matrix: async () => undefined, close: async () => [] };

/** Runs some of the kit's own fixtures against a host, as the command line does, and returns the report. */
export const runHost = (connector: HostConnector, request: Partial<RunRequest>): Promise<Report> =>
  performRun(
    {
      hostName: connector.name,
      connector,
      isInProcess: false,
      fixturesFolder: defaultFixtures,
      selection: {},
      shard: undefined,
      durationsFile: undefined,
      workers: 1,
      patience: { graceMs: 1000, withoutLimitMs: 4000 },
      soloReruns: 0,
      expectationsFile: undefined,
      updateExpectations: false,
      useCache: true,
      residentCeiling: 4 * 2 ** 30,
      helloDeadlineMs: 20_000,
      ...request,
    },
    silent,
    new AbortController().signal,
  );
