import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pc from 'picocolors';
import { parseCaseId } from '../../contract/case-id.ts';
import { findFixture } from '../../fixtures/library.ts';
import { showOutline } from '../../harness/outline.ts';
import { printable } from '../../support/printable.ts';
import type { ExplainArguments } from '../commands/explain.ts';
import { loadSuite } from '../discovery.ts';
import { highlightWat } from '../highlight-wat.ts';
import { wantsColor } from '../output.ts';
import { print } from '../print.ts';
import { defaultFixtures, openLibrary } from '../workshop.ts';

/** A line of a guest's text: tabs may stay, whatever else a terminal would act on is written out. */
const printableLine = (line: string): string => line.split('\t').map(printable).join('\t');

/** Prints all that is known of one requirement, for people. */
export const handleExplain = async (args: ExplainArguments): Promise<void> => {
  const colors = pc.createColors(wantsColor(process.stdout.isTTY === true, process.env));
  const folder = args.fixtures === undefined ? defaultFixtures : resolve(args.fixtures);
  const fixture = findFixture(await openLibrary(folder), parseCaseId(args.case).fixture);
  const suite = await loadSuite(fixture.suite);
  const text = readFileSync(join(folder, `${fixture.id}.wat`), 'utf8');
  const body = text
    .replace(/^(;;!.*\r?\n)*/, '')
    .trimEnd()
    .split(/\r?\n/)
    .map(printableLine)
    .join('\n');

  print(colors.bold(printable(`${fixture.id}: ${fixture.title}`)));
  print('');
  print(`level     ${fixture.level}`);
  print(`from      ${printable(fixture.spec)}`);
  if (fixture.row !== undefined) {
    print(`row       ${printable(fixture.row)}`);
  }
  for (const [index, evidence] of fixture.evidence.entries()) {
    print(`${index === 0 ? 'evidence' : '        '}  ${printable(evidence)}`);
  }
  if (fixture.requires.length > 0) {
    print(`requires  ${fixture.requires.join(', ')}`);
  }
  if (suite !== undefined) {
    print(`suite     ${suite.name}: ${suite.protects}`);
  }
  print('');
  print(colors.bold('what happens, and what must come of it'));
  print(showOutline(fixture).map(printable).join('\n'));
  if (body !== '') {
    print('');
    print(colors.bold(printable(fixture.file)));
    print(highlightWat(body, colors));
  }
};
