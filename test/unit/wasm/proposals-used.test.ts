import { expect, test } from 'vitest';
import { parse } from '../../../src/fixtures/wasm-tools.ts';
import { proposalProbes } from '../../../src/wasm/proposal-probes.ts';
import { proposalsUsed } from '../../../src/wasm/proposals-used.ts';

test.each([...proposalProbes])(
  'the smallest module that needs %s is seen to use it, and nothing younger',
  (name, bytes) => {
    // One result and parameters of a kind may bring what its own proposal was built on.
    const older: Readonly<Record<string, readonly string[]>> = { 'relaxed-simd': ['simd'] };
    expect([...(proposalsUsed(bytes) ?? [])].sort()).toEqual([name, ...(older[name] ?? [])].sort());
  },
);

test.each([
  ['(module (func (export "f") (param i32) (result i32) (local.get 0)))', []],
  ['(module (table 1 funcref) (elem (i32.const 0) func 0) (func))', []],
  ['(module (table 1 externref))', ['reference-types']],
  ['(module (global i32 (i32.const 1)) (global i32 (global.get 0)))', ['gc']],
  ['(module (import "a" "b" (global i32)) (global i32 (global.get 0)))', []],
  ['(module (func) (table 1 (ref func) (ref.func 0)))', ['function-references']],
  ['(module (import "a" "t" (table 1 externref)))', ['reference-types']],
  ['(module (type (sub (func))))', ['gc']],
])('%s uses %j', async (text, used) => {
  expect([...(proposalsUsed(await parse(text)) ?? [])].sort()).toEqual(used);
});

test('bytes that are no module use nothing that can be said', () => {
  expect(proposalsUsed(Uint8Array.of(1, 2, 3))).toBeUndefined();
});
