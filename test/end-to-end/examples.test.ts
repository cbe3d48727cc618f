import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { examine } from '../../src/harness/doctor/examine.ts';
import { findHost } from '../../src/hosts/discover.ts';
import { packageRoot } from '../../src/support/paths.ts';
import { runHost } from '../support/run-host.ts';

/** The drivers that the documentation shows do what it says of them. */

const examples = join(packageRoot, 'examples');
const manifests = readdirSync(examples).map((name) => join(examples, name, 'host.toml'));
const minimal = findHost(join(examples, 'minimal-driver', 'host.toml'));

describe.each(manifests)('%s', (manifest) => {
  test('keeps to the protocol', async () => {
    const scratch = mkdtempSync(join(tmpdir(), 'sandproof-test-'));
    try {
      const options = {
        scratch,
        canaryToken: 'sandproof-examples',
        secrets: [],
        helloDeadlineMs: 20_000,
        residentCeiling: 4 * 2 ** 30,
      };
      const examined = await examine(findHost(manifest), options, () => undefined);
      const broken = examined.flatMap(({ findings }) => findings.filter(({ level }) => level === 'must'));
      expect(broken).toEqual([]);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  });
});

describe('the minimal driver', () => {
  test('contains what it can run of a suite, and is below the floor', async () => {
    const { cases, summary, problems } = await runHost(minimal, { selection: { suites: ['traps'] } });
    expect(problems).toEqual([]);
    expect(cases.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'unsupported')).toEqual([]);
    expect(summary.byVerdict.pass).toBeGreaterThan(30);
    expect(summary.belowFloor).toEqual([{ profile: 'core', reason: 'no memory limit' }]);
  });

  test('ends a guest that loops', async () => {
    const { cases } = await runHost(minimal, { selection: { filters: ['cpu/loop-br*@time'] }, soloReruns: 3 });
    expect(cases.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      'cpu/loop-br@time pass',
      'cpu/loop-br-if@time pass',
      'cpu/loop-br-table@time pass',
    ]);
  });
});
