import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const findRoot = (from: string): string => {
  for (let folder = from; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (
      existsSync(manifest) &&
      (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'sandproof'
    ) {
      return folder;
    }
    if (folder === dirname(folder)) {
      throw new Error(`no package.json of sandproof above ${from}`);
    }
  }
};

/** The package's folder: the checkout, or where npm installed it. */
export const packageRoot = findRoot(dirname(fileURLToPath(import.meta.url)));

/** Where the build's JavaScript is. */
export const distRoot = join(packageRoot, 'dist');

/** The package's version. */
export const packageVersion = (
  JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }
).version;

/**
 * The URL of a file of the build, for what runs elsewhere: a Worker, another process.
 *
 * @param path - below `dist`, wherever the code that asks is: bundled, or TypeScript under vitest.
 */
export const builtUrl = (path: string): URL => pathToFileURL(join(distRoot, path));

const stampFile = join(distRoot, '.stamp');

/** What the build was made of; `undefined` where there is none. Who runs TypeScript as it is builds first (vitest does). */
export const buildStamp: string | undefined = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined;
