import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseResult, Report } from '../../src/contract/report.ts';
import { distRoot } from '../../src/support/paths.ts';
import { currentNode } from '../support/current-node.ts';
import { type MutantResult, quickCases, sampleSize, tryMutant } from '../support/kill-matrix.ts';
import { readMutants } from '../support/mutant.ts';
import { driverConnector, runHost } from '../support/run-host.ts';

/**
 * The tester is tested: every mutant is killed by the cases meant for it, and every `must` case kills a mutant that is
 * otherwise sound. `MUTANT=name` tries one.
 */

const wanted = process.env.MUTANT;
const mutants = readMutants().filter(({ name }) => wanted === undefined || name === wanted);
const driver = join(distRoot, 'src', 'hosts', 'reference', 'driver.js');

/** A Node and what the unbroken host comes to on it. */
interface Engine {
  readonly name: string;
  readonly node: string;
  readonly report: Report;
  readonly runnable: readonly string[];
  readonly quick: readonly string[];
}

const engines: Engine[] = [];
const results = new Map<string, MutantResult[]>();

const tryEngine = async (name: string, node: string): Promise<void> => {
  const report = await runHost(driverConnector(node, driver, []), { workers: 2, soloReruns: 3 });
  const runnable = report.cases.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id);
  engines.push({ name, node, report, runnable, quick: quickCases(report) });
};

beforeAll(async () => {
  await tryEngine('this Node', process.execPath);
  const current = currentNode();
  if (current !== undefined && current !== process.execPath) {
    await tryEngine('current Node', current);
  }
}, 300_000);

describe('the unbroken host', () => {
  test('passes every case that it can run, on every engine', () => {
    for (const { name, report } of engines) {
      const failed = report.cases.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'unsupported');
      expect(failed.map(({ id, message }) => `${name}: ${id}: ${message}`)).toEqual([]);
    }
  });
});

describe.concurrent('mutants', () => {
  for (const mutant of mutants) {
    test(mutant.name, async () => {
      const [first, ...others] = engines;
      const tried: MutantResult[] = [];
      let open: readonly string[] = mutant.kills;
      for (const engine of [first, ...others]) {
        if (engine !== undefined && open.some((id) => engine.runnable.includes(id))) {
          const result = await tryMutant({ ...mutant, kills: [...open] }, engine.node, engine.runnable, engine.quick);
          tried.push(result);
          open = open.filter((id) => !engine.runnable.includes(id));
        }
      }
      results.set(mutant.name, tried);
      const missed = tried.flatMap((result) => result.missed);
      expect(missed, `${mutant.why}: these cases were meant to fail`).toEqual([]);
      expect(open, 'these cases run on no engine').toEqual([]);
    });
  }
});

describe('every must case', () => {
  const describeCases = (cases: readonly CaseResult[]): string[] => cases.map(({ id, title }) => `${id}: ${title}`);

  test.runIf(wanted === undefined)('kills a mutant that fails no more than a tenth of a sample', () => {
    expect(Math.min(...engines.map(({ quick }) => quick.length))).toBeGreaterThanOrEqual(sampleSize);
    const narrow = [...results.values()].flat().filter(({ failedShare }) => failedShare <= 0.1);
    const killers = new Set(narrow.flatMap(({ killedBy }) => killedBy));
    const musts = new Map(
      engines.flatMap(({ report }) =>
        report.cases
          .filter(({ level, verdict }) => level === 'must' && verdict === 'pass')
          .map((each) => [each.id, each] as const),
      ),
    );
    const idle = [...musts.values()].filter(({ id }) => !killers.has(id));
    expect(describeCases(idle)).toEqual([]);
  });
});

afterAll(() => {
  const neither =
    engines[0]?.report.cases.filter(({ id }) => engines.every(({ runnable }) => !runnable.includes(id))) ?? [];
  if (neither.length > 0 && wanted === undefined) {
    console.info(
      `cases that no engine here can run:\n${neither.map(({ id, missing }) => `  ${id}: ${missing?.join(', ')}`).join('\n')}`,
    );
  }
});
