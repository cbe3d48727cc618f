import { spawn } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../contract/errors.ts';
import { type BuildPlaces, buildPlaces, filesOf } from './build-places.ts';
import { findProgram } from './command-line.ts';
import type { Manifest } from './manifest.ts';
import { fillPlaces } from './places.ts';

/** What building a host came to. */
export type BuildResult =
  | { readonly kind: 'built'; readonly milliseconds: number }
  /** A former build of the same content. */
  | { readonly kind: 'kept' }
  | { readonly kind: 'failed'; readonly step: string; readonly reason: string; readonly log: string };

export interface BuildOptions {
  /** Told of each step before it runs. */
  readonly onStep: (words: readonly string[]) => void;
  /** Whether what the steps print is shown as it comes, on stderr, beside being logged. */
  readonly verbose: boolean;
}

/** Whether what a host needs was built, or nothing has to be. */
export const isBuilt = (manifest: Manifest): boolean =>
  manifest.build === undefined || existsSync(buildPlaces(manifest).stamp);

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const lookEveryMs = 200;
const unnumberedMs = 5000;

/** Whether nobody holds a lock any more: its process is gone, or died before it could write its number. */
const isAbandoned = (file: string): boolean => {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) {
    return false;
  }
  const holder = Number(readFileSync(file, 'utf8'));
  return holder > 0 ? !isAlive(holder) : Date.now() - stats.mtimeMs > unnumberedMs;
};

/** Holds a file with this process's number; one that a dead process left is taken over. */
const holdLock = async (file: string): Promise<() => void> => {
  for (;;) {
    try {
      const descriptor = openSync(file, 'wx');
      writeFileSync(descriptor, String(process.pid));
      closeSync(descriptor);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw error;
      }
    }
    if (isAbandoned(file)) {
      rmSync(file, { force: true });
    } else {
      await sleep(lookEveryMs);
    }
  }
};

/** Runs one step; what went wrong, if anything did. */
const runStep = (
  words: readonly string[],
  places: BuildPlaces,
  log: number,
  verbose: boolean,
): Promise<string | undefined> => {
  const [program = '', ...args] = words;
  const file = findProgram(program, places.source);
  if (file === undefined) {
    return Promise.resolve(`${program} is missing`);
  }
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: places.source, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Uint8Array) => {
        writeFileSync(log, chunk);
        if (verbose) {
          process.stderr.write(chunk);
        }
      });
    }
    child.once('error', (error) => resolve(messageOf(error)));
    child.once('close', (code, signal) => {
      resolve(code === 0 ? undefined : code === null ? `it was ended by ${signal}` : `it exited with ${code}`);
    });
  });
};

/** Builds of this host that nothing will use again: their inputs have changed. */
const removeOld = (places: BuildPlaces): void => {
  const folder = dirname(places.build);
  const current = basename(places.build);
  for (const name of readdirSync(folder)) {
    if (/^[0-9a-f]{16}(\.log)?$/.test(name) && !name.startsWith(current)) {
      rmSync(join(folder, name), { recursive: true, force: true });
    }
  }
};

const makeBuild = async (manifest: Manifest, places: BuildPlaces, options: BuildOptions): Promise<BuildResult> => {
  const { inputs, steps } = manifest.build as NonNullable<Manifest['build']>;
  const begun = performance.now();
  const here = dirname(manifest.file);
  rmSync(places.build, { recursive: true, force: true });
  mkdirSync(places.scratch, { recursive: true });
  for (const path of filesOf(here, inputs)) {
    cpSync(join(here, path), join(places.source, path));
  }
  const log = openSync(places.log, 'w');
  try {
    for (const step of steps) {
      const words = fillPlaces(step, manifest);
      const command = words.join(' ');
      options.onStep(words);
      writeFileSync(log, `$ ${command}\n`);
      const reason = await runStep(words, places, log, options.verbose);
      if (reason !== undefined) {
        return { kind: 'failed', step: command, reason, log: places.log };
      }
    }
  } finally {
    closeSync(log);
  }
  writeFileSync(places.stamp, '');
  removeOld(places);
  return { kind: 'built', milliseconds: performance.now() - begun };
};

/**
 * Builds what a host's manifest starts, into the user's cache folder. A build of the same content is kept as it is; two
 * at once wait for each other.
 */
export const buildHost = async (manifest: Manifest, options: BuildOptions): Promise<BuildResult> => {
  if (isBuilt(manifest)) {
    return { kind: 'kept' };
  }
  const places = buildPlaces(manifest);
  mkdirSync(dirname(places.build), { recursive: true });
  const release = await holdLock(join(dirname(places.build), 'lock'));
  try {
    return isBuilt(manifest) ? { kind: 'kept' } : await makeBuild(manifest, places, options);
  } finally {
    release();
  }
};
