import { dirname, resolve } from 'node:path';
import { packageRoot } from '../support/paths.ts';
import { buildPlaces } from './build-places.ts';
import type { Manifest } from './manifest.ts';

/** Fills in what stands for places on this machine: `{node}`, `{package}`, `{here}`, and those of the host's build. */
export const fillPlaces = (words: readonly string[], manifest: Manifest): string[] => {
  const built = manifest.build === undefined ? undefined : buildPlaces(manifest);
  const places = {
    '{node}': process.execPath,
    '{package}': packageRoot,
    '{here}': resolve(dirname(manifest.file)),
    ...(built === undefined ? {} : { '{build}': built.build, '{source}': built.source, '{scratch}': built.scratch }),
  };
  return words.map((word) =>
    Object.entries(places).reduce((text, [place, path]) => text.replaceAll(place, path), word),
  );
};
