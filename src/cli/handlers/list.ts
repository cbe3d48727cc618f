import { resolve } from 'node:path';
import { profileOf } from '../../contract/features.ts';
import type { Fixture } from '../../contract/fixture.ts';
import { matchesFilter, type Selection } from '../../harness/plan.ts';
import { printable, printableJson } from '../../support/printable.ts';
import type { ListArguments } from '../commands/list.ts';
import { loadSuite } from '../discovery.ts';
import { print } from '../print.ts';
import { readSelection } from '../selection.ts';
import { defaultFixtures, openLibrary } from '../workshop.ts';

const isSelected = (fixture: Fixture, selection: Selection): boolean => {
  const { profiles, suites, levels, filters } = selection;
  const profile = profileOf(fixture.suite);
  return (
    fixture.suite !== fixture.id &&
    (profiles === undefined || (profile !== undefined && profiles.includes(profile))) &&
    (suites?.includes(fixture.suite) ?? true) &&
    (levels?.includes(fixture.level) ?? true) &&
    (filters?.some((glob) => matchesFilter(glob, { id: fixture.id, fixture: fixture.id })) ?? true)
  );
};

/** Prints suites and requirements; with `--json`, `{ fixtures: [ … ] }`. */
export const handleList = async (args: ListArguments): Promise<void> => {
  const folder = args.fixtures === undefined ? defaultFixtures : resolve(args.fixtures);
  const selection = readSelection(args);
  const fixtures = (await openLibrary(folder)).fixtures.filter((fixture) => isSelected(fixture, selection));
  if (args.json) {
    const rows = fixtures.map(({ id, suite, level, title, spec, evidence, row, requires }) => ({
      id,
      suite,
      profile: profileOf(suite),
      level,
      title,
      spec,
      evidence,
      ...(row === undefined ? {} : { row }),
      requires,
    }));
    print(printableJson({ fixtures: rows }));
    return;
  }
  for (const name of [...new Set(fixtures.map(({ suite }) => suite))]) {
    const suite = await loadSuite(name);
    const own = fixtures.filter((fixture) => fixture.suite === name);
    print(
      `\n${printable(name)} (${suite?.profile ?? 'no profile'}): ${suite?.title ?? ''}, ${own.length} requirements`,
    );
    const width = Math.max(...own.map(({ id }) => id.length));
    for (const { id, level, title } of own) {
      print(`  ${printable(id).padEnd(width)}  ${level.padEnd(6)}  ${printable(title)}`);
    }
  }
  print(`\n${fixtures.length} requirements`);
};
