import { join, relative } from 'node:path';
import { KitError } from '../contract/errors.ts';
import type { Fixture } from '../contract/fixture.ts';
import type { Check, Suite } from '../contract/suite.ts';
import { createCompiler, type TextCompiler } from '../fixtures/compiler.ts';
import { type ContentCache, createContentCache, noCache } from '../fixtures/content-cache.ts';
import { type FixtureLibrary, readLibrary, readLibraryThrough } from '../fixtures/library.ts';
import { createModuleStore, type ModuleStore } from '../fixtures/module-store.ts';
import { cacheFolder } from '../support/cache-folder.ts';
import { buildStamp, packageRoot } from '../support/paths.ts';
import { loadSuite, suiteNames } from './discovery.ts';

/** The kit's own fixtures. */
export const defaultFixtures = join(packageRoot, 'wat-fixtures');

/** Path of a folder as messages should show it. */
export const shownPath = (path: string): string => {
  const inside = relative(process.cwd(), path);
  return inside === '' || inside.startsWith('..') ? path : inside;
};

const cacheIn = (folder: 'modules' | 'libraries'): ContentCache => createContentCache(cacheFolder(folder));

/** Fixtures, their suites, and what compiles them. */
export interface Workshop {
  readonly library: FixtureLibrary;
  readonly store: ModuleStore;
  readonly compiler: TextCompiler;
  suiteOf(name: string): Promise<Suite | undefined>;
}

/** Reads all fixtures of a folder. Nothing is compiled yet. */
export const openLibrary = async (fixturesFolder: string, useCache = true): Promise<FixtureLibrary> => {
  const shown = shownPath(fixturesFolder);
  return useCache && buildStamp !== undefined
    ? readLibraryThrough(cacheIn('libraries'), buildStamp, fixturesFolder, shown)
    : readLibrary(fixturesFolder, shown);
};

/** Reads all fixtures of a folder and prepares what compiles them. The owner closes the compiler. */
export const openWorkshop = async (fixturesFolder: string, useCache: boolean): Promise<Workshop> => {
  const library = await openLibrary(fixturesFolder, useCache);
  const suites = new Map<string, Promise<Suite | undefined>>();
  const suiteOf = (name: string): Promise<Suite | undefined> => {
    const known = suites.get(name) ?? loadSuite(name);
    suites.set(name, known);
    return known;
  };
  const compiler = createCompiler();
  const store = createModuleStore(
    compiler,
    useCache ? cacheIn('modules') : noCache,
    async (suite, kind) => (await suiteOf(suite))?.generators?.[kind],
  );
  return { library, store, compiler, suiteOf };
};

/** Every fixture stands in the folder of a suite, but the one that documents the format. */
export const checkSuites = (library: FixtureLibrary): void => {
  const names = suiteNames();
  const stray = library.fixtures.find((fixture) => fixture.suite !== fixture.id && !names.includes(fixture.suite));
  if (stray !== undefined) {
    throw new KitError('fixture', `no suite is named '${stray.suite}'`, {
      place: { file: stray.file },
      hint: `suites: ${names.join(', ')}; a new one needs src/suites/${stray.suite}.ts`,
    });
  }
};

/** The checks that fixtures name, by fixture; a name that the suite does not have is an error. */
export const checksOf = async (
  workshop: Workshop,
  fixtures: readonly Fixture[],
): Promise<(fixture: Fixture) => Check | undefined> => {
  const checks = new Map<string, Check>();
  for (const fixture of fixtures) {
    if (fixture.check === undefined) {
      continue;
    }
    const check = (await workshop.suiteOf(fixture.suite))?.checks?.[fixture.check];
    if (check === undefined) {
      throw new KitError('fixture', `the suite '${fixture.suite}' has no check '${fixture.check}'`, {
        place: { file: fixture.file },
        hint: `add it to src/suites/${fixture.suite}.ts`,
      });
    }
    checks.set(fixture.id, check);
  }
  return (fixture) => checks.get(fixture.id);
};
