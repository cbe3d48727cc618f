import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseCaseId } from '../../contract/case-id.ts';
import { KitError } from '../../contract/errors.ts';
import type { Fixture } from '../../contract/fixture.ts';
import { findFixture, readFixture } from '../../fixtures/library.ts';
import type { CompileArguments } from '../commands/compile.ts';
import { print } from '../print.ts';
import { defaultFixtures, openWorkshop, shownPath, type Workshop } from '../workshop.ts';

const fixtureFor = (name: string, workshop: Workshop): Fixture => {
  if (!name.endsWith('.wat')) {
    return findFixture(workshop.library, parseCaseId(name).fixture);
  }
  const path = resolve(name);
  if (!existsSync(path)) {
    throw new KitError('file', `there is no file ${name}`);
  }
  const id = relative(workshop.library.folder, path).replace(/\.wat$/, '');
  const fixture = readFixture(path, id, shownPath(path));
  if (fixture === undefined) {
    throw new KitError('fixture', 'a file without a header is no fixture', {
      place: { file: name, line: 1 },
      hint: 'begin it with ;;! lines; see wat-fixtures/README.wat',
    });
  }
  return fixture;
};

/** Compiles fixtures, each module of each; all errors are told, not the first alone. */
export const handleCompile = async (args: CompileArguments): Promise<void> => {
  const folder = args.fixtures === undefined ? defaultFixtures : resolve(args.fixtures);
  const workshop = await openWorkshop(folder, args.cache);
  const begun = performance.now();
  try {
    const names = args.names ?? [];
    const fixtures = names.length === 0 ? workshop.library.fixtures : names.map((name) => fixtureFor(name, workshop));
    let modules = 0;
    let bytes = 0;
    for (const fixture of fixtures) {
      for (const name of Object.keys(fixture.modules)) {
        const module = await workshop.store.prepare(fixture, name);
        modules += 1;
        bytes += module.bytes.length;
        if (args.out !== undefined) {
          const file = join(args.out, name === 'main' ? `${fixture.id}.wasm` : `${fixture.id}.${name}.wasm`);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, module.bytes);
          print(file);
        }
      }
    }
    print(
      `${fixtures.length} fixtures, ${modules} modules, ${bytes} bytes in ${Math.round(performance.now() - begun)} ms`,
    );
  } finally {
    await workshop.compiler.close();
  }
};
