import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absoluteArguments, findProgram, splitCommand } from '../../../src/hosts/command-line.ts';

describe('splitting a command', () => {
  test.each([
    ['./driver --flag', ['./driver', '--flag']],
    ['  a   b ', ['a', 'b']],
    [`a 'b c' "d e"`, ['a', 'b c', 'd e']],
    [`a "say \\"hi\\""`, ['a', 'say "hi"']],
    [`a 'it\\s'`, ['a', 'it\\s']],
    [`a b\\ c`, ['a', 'b c']],
    [`a "" ''`, ['a', '', '']],
    [`a$HOME *`, ['a$HOME', '*']],
    ['', []],
    [`a "b`, undefined],
  ])('%s', (text, words) => {
    expect(splitCommand(text)).toEqual(words);
  });

  test('gives back words that were quoted', () => {
    const quote = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;
    fc.assert(
      fc.property(fc.array(fc.string()), (words) => {
        expect(splitCommand(words.map(quote).join(' '))).toEqual(words);
      }),
    );
  });
});

describe('finding a program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandproof-test-'));
  const program = join(folder, 'driver');
  writeFileSync(program, '#!/bin/sh\n');
  writeFileSync(join(folder, 'notes'), '');
  mkdirSync(join(folder, 'sub'));
  chmodSync(program, 0o755);

  test.each([
    ['./driver', '', program],
    ['driver', folder, program],
    ['driver', '/nowhere', undefined],
    ['./notes', '', undefined],
    ['./sub', '', undefined],
    ['./nobody', '', undefined],
  ])('%s with PATH %s', (name, path, expected) => {
    expect(findProgram(name, folder, path)).toBe(expected);
  });

  test('arguments that are files become absolute, others stay', () => {
    expect(absoluteArguments(['./driver', '--flag=./driver', 'sub', 'a.b', './sub'], folder)).toEqual([
      program,
      '--flag=./driver',
      'sub',
      'a.b',
      join(folder, 'sub'),
    ]);
  });
});
