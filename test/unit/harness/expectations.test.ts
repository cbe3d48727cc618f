import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KitError } from '../../../src/contract/errors.ts';
import type { Judgement, Verdict } from '../../../src/contract/verdict.ts';
import {
  applicable,
  type Expectations,
  readExpectations,
  staleEntries,
  updatedExpectations,
  withKnown,
} from '../../../src/harness/expectations.ts';
import { sampleHost } from '../../support/samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandproof-test-'));

const read = (text: string): Expectations => {
  const file = join(folder, 'host.toml');
  writeFileSync(file, text);
  return readExpectations(file);
};

const entry = (lines: string): string => `[[known]]\nreason = "r"\nlink = "not reported"\n${lines}\n`;
const trap = entry('case = "traps/a"\ncause = "outcome"\noutcome = "trapped:unreachable"');

const failed = (code: 'unreachable' | 'cast-failure', cause: 'outcome' | 'observation' = 'outcome'): Judgement => ({
  verdict: 'fail',
  cause,
  message: 'm',
  outcome: { kind: 'trapped', phase: 'call', code },
});

describe('a known failure', () => {
  const known = read(trap).known[0];

  test.each<readonly [string, Judgement, Verdict]>([
    ['the same failure', failed('unreachable'), 'xfail'],
    ['another code', failed('cast-failure'), 'fail'],
    ['another cause', failed('unreachable', 'observation'), 'fail'],
    ['no outcome', { verdict: 'fail', cause: 'outcome', message: 'm' }, 'fail'],
    ['a pass', { verdict: 'pass' }, 'xpass'],
    ['unsupported', { verdict: 'unsupported', missing: ['gc'] }, 'unsupported'],
    ['not run', { verdict: 'notrun', reason: 'r' }, 'notrun'],
  ])('turns %s into the right verdict', (_, judgement, verdict) => {
    expect(withKnown(judgement, known).verdict).toBe(verdict);
  });

  test('that fails at times only may pass', () => {
    const flaky = read(`${trap}flaky = true\n`).known[0];
    expect(withKnown({ verdict: 'pass' }, flaky).verdict).toBe('pass');
    expect(withKnown(failed('unreachable'), flaky).verdict).toBe('xfail');
  });

  test.each([
    ['versions = ">=1.2 <2"', true],
    ['versions = ">=2"', false],
    ['os = ["linux"]', true],
    ['os = ["plan9"]', false],
  ])('with %s holds: %s', (condition, holds) => {
    expect(applicable(read(trap + condition), sampleHost())).toHaveLength(holds ? 1 : 0);
  });
});

describe('a file of known failures', () => {
  test.each([
    ['an unknown key', `${trap}caes = "x"\n`, 7, "unknown key 'caes'"],
    ['a cause that is none', entry('case = "a"\ncause = "bad"'), 5, 'known.0.cause'],
    ['no reason', '[[known]]\ncase = "a"\ncause = "outcome"\nlink = "x"\n', 1, 'known.0.reason'],
    ['a range that is none', `${trap}versions = "newer"\n`, 7, 'no range of semantic versions'],
    ['an entry twice', `${trap}\n${trap}`, 8, 'stands here twice'],
    ['no TOML', 'known = [', 1, 'no TOML'],
  ])('with %s is an error with its line', (_, text, line, message) => {
    try {
      read(text);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(KitError);
      const { message: said, place, exitCode } = error as KitError;
      expect(said).toContain(message);
      expect(place?.line).toBe(line);
      expect(exitCode).toBe(3);
    }
  });

  test('that is not there knows nothing', () => {
    expect(readExpectations(join(folder, 'nobody.toml')).known).toEqual([]);
  });

  test('names entries that match no case, and entries for cases that were skipped', () => {
    const stale = (verdict: Verdict | undefined, isPartial: boolean): number =>
      staleEntries(read(trap), sampleHost(), new Map(verdict === undefined ? [] : [['traps/a', verdict]]), isPartial)
        .length;
    expect(stale(undefined, false)).toBe(1);
    expect(stale(undefined, true)).toBe(0);
    expect(stale('unsupported', false)).toBe(1);
    expect(stale('unsupported', true)).toBe(1);
    expect(stale('xfail', false)).toBe(0);
  });

  test.each<readonly [Verdict, number]>([
    ['pass', 1],
    ['fail', 0],
  ])('an entry for a floor is stale where the host meets it (%s)', (verdict, count) => {
    const known = read(entry('case = "floor:core"\ncause = "outcome"'));
    expect(staleEntries(known, sampleHost(), new Map([['floor:core', verdict]]), true)).toHaveLength(count);
  });
});

describe('a known failure that depends on how busy the machine is', () => {
  const known = read(entry('case = "traps/a"\ncause = ["outcome", "host-hang"]\noutcome = "trapped:unreachable"'))
    .known[0];
  const hang: Judgement = { verdict: 'fail', cause: 'host-hang', message: 'm' };
  const crash: Judgement = { verdict: 'fail', cause: 'host-crash', message: 'm' };

  test.each<readonly [string, Judgement, Verdict]>([
    ['one of its causes', hang, 'xfail'],
    ['its outcome', failed('unreachable'), 'xfail'],
    ['another outcome', failed('cast-failure'), 'fail'],
    ['another cause', crash, 'fail'],
  ])('%s is %s', (_, judgement, verdict) => {
    expect(withKnown(judgement, known).verdict).toBe(verdict);
  });
});

describe('writing known failures', () => {
  const failure = (id: string) => ({
    id,
    cause: 'outcome' as const,
    outcome: { kind: 'trapped' as const, phase: 'call' as const, code: 'unreachable' as const },
    message: 'm',
  });

  test('keeps reasons, drops what passes now, says that nobody looked into what is new', () => {
    const before = read(`${trap}\n${entry('case = "traps/gone"\ncause = "outcome"')}`);
    const after = read(updatedExpectations(before, sampleHost(), [failure('traps/new'), failure('traps/a')]));
    expect(after.known.map(({ case: id, reason }) => [id, reason])).toEqual([
      ['traps/a', 'r'],
      ['traps/new', 'not looked into yet: m'],
    ]);
  });

  test('leaves entries for other versions and flaky ones', () => {
    const flaky = entry('case = "traps/f"\ncause = "host-hang"\nflaky = true');
    const before = read(`${trap}versions = ">=9"\n\n${flaky}`);
    const after = read(updatedExpectations(before, sampleHost(), []));
    expect(after.known.map(({ case: id }) => id)).toEqual(['traps/a', 'traps/f']);
  });

  test('keeps a floor with its reason as long as the host is below it', () => {
    const before = read(entry('case = "floor:core"\ncause = "outcome"'));
    const floor = { id: 'floor:core', cause: 'outcome' as const, outcome: undefined, message: 'no memory limit' };
    expect(read(updatedExpectations(before, sampleHost(), [floor])).known).toMatchObject([
      { case: 'floor:core', reason: 'r' },
    ]);
    expect(read(updatedExpectations(before, sampleHost(), [])).known).toEqual([]);
  });

  test('makes a file that knows exactly what it was made from', () => {
    const after = read(updatedExpectations({ file: 'x', known: [] }, sampleHost(), [failure('traps/a')]));
    expect(withKnown(failed('unreachable'), after.known[0]).verdict).toBe('xfail');
    expect(read(updatedExpectations({ file: 'x', known: [] }, sampleHost(), [])).known).toEqual([]);
  });
});
