import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for what a bench makes, and its end. */
export const temporaryFolder = (): { path: string; remove(): void } => {
  const path = mkdtempSync(join(tmpdir(), 'sandproof-bench-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

const text = (number: number): string => `;;! title  = "a guest that does nothing, number ${number}"
;;! level  = "must"
;;! spec   = "none: for measuring"
;;! limits = { fuel = "calibrated:1000" }
;;! [[step]]
;;! call   = "nop"
;;! expect = { returned = [] }
(module (func (export "nop")))
`;

/**
 * Writes fixtures whose guests do nothing. They have little fuel, so that the reference sandbox need not watch the clock
 * (docs/reference.md, "Isolation"): it is the harness that is measured.
 */
export const writeNoOps = (folder: string, count: number): void => {
  mkdirSync(join(folder, 'memory'), { recursive: true });
  for (let number = 0; number < count; number += 1) {
    writeFileSync(join(folder, 'memory', `no-op-${number}.wat`), text(number));
  }
};
