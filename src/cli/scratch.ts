import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of the kit's own; gone at the latest when the process is. */
export interface Scratch {
  readonly folder: string;
  remove(): void;
}

/** Makes a folder for hosts' homes, canaries and modules. */
export const createScratch = (): Scratch => {
  const folder = mkdtempSync(join(tmpdir(), 'sandproof-'));
  const atExit = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', atExit);
  return {
    folder,
    remove: () => {
      process.off('exit', atExit);
      atExit();
    },
  };
};
