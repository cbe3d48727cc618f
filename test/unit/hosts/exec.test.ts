import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KitError } from '../../../src/contract/errors.ts';
import { classify, type Finished } from '../../../src/hosts/exec/classify.ts';
import { type ExecManifest, readManifest } from '../../../src/hosts/manifest.ts';

const folder = mkdtempSync(join(tmpdir(), 'sandproof-test-'));

const base = `name = "tool"
summary = "a tool"
kind = "exec"
command = ["tool", "{wasm}"]
engine = "e"
language = "l"
[version]
command = ["tool"]
pattern = "(.*)"
[exit]
0 = "returned"
42 = "limit:time"
9 = "exited:9"
`;

const manifest = (text: string): ExecManifest => {
  const file = join(folder, 'host.toml');
  writeFileSync(file, text);
  return readManifest(file) as ExecManifest;
};

const finished = (changes: Partial<Finished>): Finished => ({
  code: 0,
  signal: null,
  stdout: '',
  stderr: '',
  ...changes,
});

describe('what the end of a program means', () => {
  const withPatterns = manifest(`result = '(?<type>i32|i64):(?<value>-?\\d+)'
${base}
[[patterns]]
stream = "stderr"
match = "out of bounds memory"
outcome = "trapped:memory-out-of-bounds"
[[patterns]]
stream = "stderr"
match = "^invalid"
outcome = "rejected"
phase = "validate"
`);

  test.each<readonly [string, Partial<Finished>, readonly string[], object]>([
    ['a return', {}, [], { kind: 'returned', values: [] }],
    [
      'a return with results',
      { stdout: 'f() => i32:-1\ni64:7' },
      ['i32', 'i64'],
      {
        kind: 'returned',
        values: [
          { type: 'i32', value: '4294967295' },
          { type: 'i64', value: '7' },
        ],
      },
    ],
    ['fewer results than there are', { stdout: 'i32:1' }, ['i32', 'i32'], { kind: 'host-error' }],
    [
      'a pattern',
      { code: 1, stderr: 'error: out of bounds memory access' },
      [],
      { kind: 'trapped', code: 'memory-out-of-bounds' },
    ],
    ['a pattern with a phase', { code: 1, stderr: 'x\ninvalid module' }, [], { kind: 'rejected', phase: 'validate' }],
    ['an exit code', { code: 42 }, [], { kind: 'limit', resource: 'time' }],
    ['a guest that exits', { code: 9 }, [], { kind: 'exited', exitCode: 9 }],
    ['an exit code that nobody named', { code: 3 }, [], { kind: 'host-error' }],
    ['a signal', { code: null, signal: 'SIGSEGV' }, [], { kind: 'host-error' }],
  ])('%s', (_, changes, results, outcome) => {
    expect(classify(finished(changes), withPatterns, 'call', results)).toMatchObject(outcome);
  });
});

describe('a manifest', () => {
  test.each([
    ['an unknown key', `comand = ["x"]\n${base}`, 1, "unknown key 'comand'", "did you mean 'command'?"],
    ['an outcome that is none', base.replace('limit:time', 'Limit Time'), 12, 'exit.42', undefined],
    ['no TOML', 'name =', 1, 'no TOML', undefined],
    ['another kind', base.replace('"exec"', '"http"'), 3, 'kind', undefined],
  ])('with %s is an error with its line', (_, text, line, message, hint) => {
    try {
      manifest(text);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(KitError);
      const { message: said, place, hint: told, exitCode } = error as KitError;
      expect(said).toContain(message);
      expect(place?.line).toBe(line);
      expect(told).toBe(hint);
      expect(exitCode).toBe(3);
    }
  });

  test('that is not there is an error', () => {
    expect(() => readManifest(join(folder, 'nobody.toml'))).toThrow(/cannot read/);
  });
});
