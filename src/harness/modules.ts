import type { Fixture } from '../contract/fixture.ts';
import type { ModuleStore, PreparedModule } from '../fixtures/module-store.ts';

/** The modules of a fixture by name, ready to be sent. */
export type PreparedModules = ReadonlyMap<string, PreparedModule>;

const prepareSome = async (
  store: ModuleStore,
  fixture: Fixture,
  want: (generated: boolean) => boolean,
): Promise<[string, PreparedModule][]> =>
  Promise.all(
    Object.entries(fixture.modules)
      .filter(([, source]) => want(source.kind === 'generated'))
      .map(async ([name]) => [name, await store.prepare(fixture, name)] as [string, PreparedModule]),
  );

/**
 * Compiles the modules of all fixtures, so that a wrong one is an error before anything runs. Generated modules are
 * large and made only when their case runs.
 *
 * @returns what gives the modules of a fixture.
 */
export const prepareModules = async (
  store: ModuleStore,
  fixtures: readonly Fixture[],
): Promise<(fixture: Fixture) => Promise<PreparedModules>> => {
  const compiled = new Map<string, [string, PreparedModule][]>();
  await Promise.all(
    fixtures.map(async (fixture) => {
      compiled.set(fixture.id, await prepareSome(store, fixture, (generated) => !generated));
    }),
  );
  return async (fixture) =>
    new Map([...(compiled.get(fixture.id) ?? []), ...(await prepareSome(store, fixture, (generated) => generated))]);
};
