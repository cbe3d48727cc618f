import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { KitError, messageOf } from '../../contract/errors.ts';
import { didYouMean } from '../../support/did-you-mean.ts';
import { packageRoot } from '../../support/paths.ts';
import type { NewArguments } from '../commands/new.ts';
import { print } from '../print.ts';

const templatesFolder = join(packageRoot, 'templates');

/** Names that stand for a language that has a template under another one. */
const otherNames: Readonly<Record<string, string>> = { golang: 'go', py: 'python', rs: 'rust', ts: 'typescript' };

const languages = (): readonly string[] =>
  readdirSync(templatesFolder)
    .filter((name) => !name.startsWith('.'))
    .sort();

const templateOf = (language: string): string => {
  const name = otherNames[language] ?? language;
  if (!languages().includes(name)) {
    throw new KitError('usage', `there is no driver to begin with in '${language}'`, {
      hint:
        didYouMean(name, languages()) ??
        `languages: ${languages().join(', ')}; for any other, docs/protocol.md has the steps`,
    });
  }
  return join(templatesFolder, name);
};

/** What the host is named: the folder's name, as far as a host's name can be that. */
const nameFrom = (folder: string): string => {
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (name === '') {
    throw new KitError('usage', `no host can be named after the folder '${folder}'`, {
      hint: 'use letters and digits: sandproof new host go my-host',
    });
  }
  return name;
};

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();

/** Writes a driver to begin with into a folder that is empty or not there yet. */
export const handleNew = async (args: NewArguments): Promise<void> => {
  const template = templateOf(args.language.toLowerCase());
  const shown = args.folder ?? 'my-host';
  const folder = resolve(shown);
  const name = nameFrom(folder);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new KitError('usage', `the folder ${shown} is not empty`, { hint: 'give another one; nothing was written' });
  }
  try {
    for (const file of filesBelow(template)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      // npm leaves files of some names out of packages, so a template's may end so.
      const target = join(folder, file.replace(/\.template$/, ''));
      writeFileSync(target, readFileSync(join(template, file), 'utf8').replaceAll('{{name}}', name));
      print(join(shown, file));
    }
  } catch (error) {
    throw new KitError('file', `cannot write into ${shown}: ${messageOf(error)}`, { cause: error });
  }
  const manifest = join(shown, 'host.toml');
  print(`
It runs as it is. Build it, see that it keeps to the protocol, then fill in what is marked FILL IN:
  npx sandproof hosts build ${manifest}
  npx sandproof doctor --host ${manifest}
  npx sandproof run --host ${manifest} --suite traps`);
};
