import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { KitError } from '../contract/errors.ts';
import type { ReporterModule } from '../contract/reporter.ts';
import type { Suite } from '../contract/suite.ts';
import { didYouMean } from '../support/did-you-mean.ts';
import { distRoot } from '../support/paths.ts';

/**
 * Plug-ins are the files of a folder, each named after what it is: adding one is adding a file. They are loaded from the
 * build, whoever asks.
 */
const namesIn = (folder: string): readonly string[] =>
  readdirSync(join(distRoot, 'src', folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.js'))
    .map((entry) => entry.name.slice(0, -'.js'.length))
    .sort();

const load = async <T>(folder: string, name: string): Promise<T> =>
  (await import(pathToFileURL(join(distRoot, 'src', folder, `${name}.js`)).href)) as T;

/** Names of all suites. */
export const suiteNames = (): readonly string[] => namesIn('suites');

/** One suite; `undefined` where there is none of that name. */
export const loadSuite = async (name: string): Promise<Suite | undefined> =>
  suiteNames().includes(name) ? (await load<{ suite: Suite }>('suites', name)).suite : undefined;

/** Names of all reporters. */
export const reporterNames = (): readonly string[] => namesIn('reporters');

/** One reporter; an unknown one is an error that names the nearest. */
export const loadReporter = async (name: string): Promise<ReporterModule> => {
  const names = reporterNames();
  if (!names.includes(name)) {
    throw new KitError('usage', `no reporter is named '${name}'`, {
      hint: didYouMean(name, names) ?? `reporters: ${names.join(', ')}`,
    });
  }
  return load<ReporterModule>('reporters', name);
};
