import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CaseResult, Report } from '../../src/contract/report.ts';
import { packageRoot } from '../../src/support/paths.ts';
import { driverConnector, runHost } from '../support/run-host.ts';

/**
 * A host goes wrong at each step of the protocol in each way that a pipe allows. Whatever it does: every planned case
 * has its verdict, no verdict lands on another case, the host is started again, no process is left behind.
 */

const folder = mkdtempSync(join(tmpdir(), 'sandproof-test-'));
const driver = join(packageRoot, 'test/support/drivers/faulty.js');

/** Six harmless cases. */
const fixtures = join(packageRoot, 'test/support/fixtures');
let runs = 0;

const runWith = async (fault: string, op: string): Promise<{ report: Report; happened: boolean }> => {
  runs += 1;
  const marker = join(folder, `marker-${runs}`);
  const report = await runHost(driverConnector(process.execPath, driver, [fault, op, marker]), {
    fixturesFolder: fixtures,
    patience: { graceMs: 300, withoutLimitMs: 1500 },
    helloDeadlineMs: 3000,
    useCache: true,
  });
  return { report, happened: existsSync(marker) };
};

const failed = (report: Report): CaseResult[] => report.cases.filter(({ verdict }) => verdict === 'fail');

const faults = {
  silence: 'host-hang',
  'half-a-line': 'host-hang',
  garbage: 'protocol-error',
  'not-an-object': 'protocol-error',
  'wrong-id': 'protocol-error',
  'no-id': 'protocol-error',
  duplicate: 'protocol-error',
  'huge-line': 'protocol-error',
  'wrong-shape': 'protocol-error',
  exit: 'host-crash',
  'exit-after-reply': 'host-crash',
  'exit-soon-after-reply': 'host-crash',
  kill: 'host-crash',
  stop: 'host-hang',
  // Whoever only waits for a reply does not see that nobody reads any more.
  'close-stdin': 'host-hang',
  'close-stdout': 'host-crash',
  'flood-stdout': 'host-hang',
} as const;

const harmless = ['flood-stderr', 'guest-forges-a-reply'];

const steps = ['load', 'instantiate', 'call', 'drop'];

describe.concurrent('a host that goes wrong', () => {
  for (const [fault, cause] of Object.entries(faults)) {
    for (const op of steps) {
      test(`by ${fault} at ${op} costs no more than one case`, async () => {
        const { report, happened } = await runWith(fault, op);
        expect(happened).toBe(true);
        expect(report.cases).toHaveLength(6);
        expect(report.problems).toEqual([]);
        for (const { verdict } of report.cases) {
          expect(['pass', 'fail']).toContain(verdict);
        }
        // The fault happens to whichever request comes first: the kit's own canary, or a case. A crash that does not
        // happen again when the case is run again may have been anyone's, and is still not lost.
        expect(failed(report).length).toBeLessThanOrEqual(1);
        for (const result of failed(report)) {
          expect(result.cause).toBe(cause);
        }
      });
    }
  }

  for (const fault of harmless) {
    for (const op of steps) {
      test(`by ${fault} at ${op} is none the worse`, async () => {
        const { report, happened } = await runWith(fault, op);
        expect(happened).toBe(true);
        expect(report.cases.map(({ verdict }) => verdict)).toEqual(Array(6).fill('pass'));
      });
    }
  }

  for (const fault of [...Object.keys(faults), ...harmless]) {
    test(`by ${fault} at hello is started again`, async () => {
      const { report, happened } = await runWith(fault, 'hello');
      expect(happened).toBe(true);
      expect(report.cases).toHaveLength(6);
      const broken = report.cases.filter(({ verdict }) => verdict !== 'pass');
      // A host that dies a little later may do so in its first case, which has to answer for it.
      expect(broken.length).toBeLessThanOrEqual(fault === 'exit-soon-after-reply' ? 1 : 0);
      expect(broken.every(({ verdict, cause }) => verdict === 'fail' && cause === 'host-crash')).toBe(true);
    });
  }
});

/** Command lines of all processes of this system. */
const commandLines = (): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [readFileSync(`/proc/${name}/cmdline`, 'utf8')];
      } catch {
        // It ended meanwhile.
        return [];
      }
    });

describe.runIf(process.platform === 'linux')('after all of that', () => {
  test('nothing of any host is left', () => {
    expect(commandLines().filter((line) => line.includes(folder))).toEqual([]);
  });
});
