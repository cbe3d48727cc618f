import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/support/paths.ts';

/** The catalogue in docs/behaviours.md is what docs/behaviours.toml and the fixtures' headers say. */

const folder = mkdtempSync(join(tmpdir(), 'sandproof-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const script = join(packageRoot, 'scripts', 'behaviours.js');
const data = readFileSync(join(packageRoot, 'docs', 'behaviours.toml'), 'utf8');

const check = (...args: readonly string[]): string[] => {
  const { stderr } = spawnSync(process.execPath, [script, '--check', ...args], { encoding: 'utf8' });
  return stderr.split('\n').filter((line) => line !== '');
};

const checkData = (text: string): string[] => {
  const file = join(folder, 'behaviours.toml');
  writeFileSync(file, text);
  return check('--data', file);
};

describe('the catalogue of behaviours', () => {
  test('is up to date and whole', () => {
    expect(check()).toEqual([]);
  });

  test('has no must that is neither covered nor excused', () => {
    const without = data.replace('id = "cap.env.empty-by-default", level = "must", not = "wasi"', (row) =>
      row.replace(', not = "wasi"', ''),
    );
    expect(checkData(without)).toContain('cap.env.empty-by-default: a must that no fixture covers and nothing excuses');
  });

  test('excuses nothing that is covered', () => {
    const excused = data.replace('"mem.grow.zero-at-limit", level = "must"', '$&, not = "unseen"');
    expect(checkData(excused)).toContain('mem.grow.zero-at-limit: excused, and covered by memory/grow-zero-at-limit');
  });

  test('knows the row of every fixture', () => {
    const fixtures = join(folder, 'wat-fixtures');
    cpSync(join(packageRoot, 'wat-fixtures', 'memory'), join(fixtures, 'memory'), { recursive: true });
    const file = join(fixtures, 'memory', 'grow-zero-at-limit.wat');
    writeFileSync(file, readFileSync(file, 'utf8').replace('mem.grow.zero-at-limit', 'mem.grow.nowhere'));
    expect(check('--fixtures', fixtures)).toContain(
      "wat-fixtures/memory/grow-zero-at-limit.wat: no behaviour is named 'mem.grow.nowhere'",
    );
  });

  test('says when the page is stale', () => {
    const page = join(folder, 'behaviours.md');
    writeFileSync(page, 'something else');
    expect(check('--page', page)).toEqual([`${page}: stale; run node scripts/behaviours.js`]);
  });
});
