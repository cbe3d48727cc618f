import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { KitError } from '../contract/errors.ts';
import { cacheFolder } from '../support/cache-folder.ts';
import { packageRoot } from '../support/paths.ts';
import { findProgram } from './command-line.ts';
import type { Manifest } from './manifest.ts';

/** Where a host's build is, in the user's cache folder. */
export interface BuildPlaces {
  /** Keyed by content: other inputs, steps, programs or another system make another folder. */
  readonly build: string;
  /** A copy of the inputs, in which the steps run. */
  readonly source: string;
  /** Kept from build to build, for what tools do incrementally. */
  readonly scratch: string;
  /** What the build printed. */
  readonly log: string;
  /** Written last: where it is, the build is whole. */
  readonly stamp: string;
}

/** All files of a build, as paths below the manifest's folder. */
export const filesOf = (folder: string, inputs: readonly string[]): readonly string[] =>
  inputs.flatMap((input) => {
    const stats = statSync(join(folder, input), { throwIfNoEntry: false });
    if (stats === undefined) {
      throw new KitError('config', `the build needs ${input}, and it is not there`, { place: { file: folder } });
    }
    return stats.isDirectory()
      ? filesOf(
          folder,
          readdirSync(join(folder, input))
            .sort()
            .map((name) => `${input}/${name}`),
        )
      : [input];
  });

const keyOf = (manifest: Manifest, build: NonNullable<Manifest['build']>): string => {
  const folder = dirname(manifest.file);
  const files = filesOf(folder, build.inputs).map((path) => [path, readFileSync(join(folder, path), 'base64')]);
  // A build may hold paths of the programs that made it, as Python's environments do.
  const programs = manifest.needs.map(({ program }) => findProgram(program, folder));
  return createHash('sha256')
    .update(JSON.stringify([process.platform, process.arch, programs, build.steps, files]))
    .digest('hex')
    .slice(0, 16);
};

/** The kit's own hosts have names of their own; anybody's manifests may share one, and stand apart by where they are. */
const folderName = ({ base, file }: Manifest): string => {
  const here = resolve(dirname(file));
  return here.startsWith(join(packageRoot, 'drivers'))
    ? base
    : `${base}-${createHash('sha256').update(here).digest('hex').slice(0, 8)}`;
};

/** The places of a host that is built; none of them need exist. */
export const buildPlaces = (manifest: Manifest): BuildPlaces => {
  if (manifest.build === undefined) {
    throw new Error(`${manifest.name} has nothing to build`);
  }
  const folder = join(cacheFolder('hosts'), folderName(manifest));
  const build = join(folder, keyOf(manifest, manifest.build));
  return {
    build,
    source: join(build, 'source'),
    scratch: join(folder, 'scratch'),
    log: `${build}.log`,
    stamp: join(build, '.built'),
  };
};
