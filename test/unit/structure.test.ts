import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/support/paths.ts';

/** House rules that a tool can hold. ARCHITECTURE.md says why. */

const filesBelow = (folder: string, ending: string): string[] =>
  readdirSync(join(packageRoot, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(packageRoot, join(entry.parentPath, entry.name)))
    .sort();

const sources = [...filesBelow('src', '.ts'), 'cli.ts'];
const read = (file: string): string => readFileSync(join(packageRoot, file), 'utf8');

/** Files of ours that a file imports. */
const importsOf = (file: string): string[] =>
  [...read(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) =>
    relative(packageRoot, resolve(packageRoot, dirname(file), match[1] ?? '')),
  );

/** The part of the project that a file belongs to. */
const partOf = (file: string): string => (file.startsWith('src/') ? (file.split('/')[1] ?? '') : 'cli.ts');

/** What each part may use, beside itself. Dependencies point one way. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  support: ['contract'],
  wasm: [],
  fixtures: ['contract', 'support', 'wasm'],
  harness: ['contract', 'support', 'wasm', 'fixtures'],
  reference: ['wasm'],
  hosts: ['contract', 'support', 'wasm', 'reference'],
  spec: ['contract', 'support', 'wasm'],
  suites: ['contract', 'wasm'],
  reporters: ['contract', 'support'],
  cli: ['contract', 'support', 'fixtures', 'harness', 'hosts', 'spec'],
  'cli.ts': ['cli'],
};

describe('dependencies', () => {
  test.each(Object.keys(allowed))('%s uses what it may', (part) => {
    const wrong = sources
      .filter((file) => partOf(file) === part)
      .flatMap((file) => importsOf(file).map((target) => [file, target] as const))
      .filter(([, target]) => partOf(target) !== part && !allowed[part]?.includes(partOf(target)));
    expect(wrong.map(([file, target]) => `${file} imports ${target}`)).toEqual([]);
  });

  test('every part has a rule', () => {
    expect([...new Set(sources.map(partOf))].filter((part) => allowed[part] === undefined)).toEqual([]);
  });

  test('no two files import each other, by whatever way', () => {
    const graph = new Map(
      sources.map((file) => [file, importsOf(file).filter((target) => isValueImport(file, target))]),
    );
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'open') {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      }
      if (state.has(file)) {
        return;
      }
      state.set(file, 'open');
      for (const target of graph.get(file) ?? []) {
        visit(target, [...path, file]);
      }
      state.set(file, 'done');
    };
    for (const file of sources) {
      visit(file, []);
    }
    expect(cycles).toEqual([]);
  });
});

/** Whether an import is there at run time; types are not. */
const isValueImport = (file: string, target: string): boolean => {
  const plain = relative(join(packageRoot, dirname(file)), join(packageRoot, target));
  const specifier = plain.startsWith('.') ? plain : `./${plain}`;
  return new RegExp(`^(import|export) (?!type)[^;]*'${specifier.replaceAll('.', '\\.')}'`, 'm').test(read(file));
};

describe('files', () => {
  test('are small: one concept each', () => {
    const long = [...sources, ...filesBelow('test', '.ts')]
      .map((file) => ({ file, lines: read(file).split('\n').length }))
      .filter(({ lines }) => lines > 400);
    expect(long).toEqual([]);
  });

  test('are no barrels: what a file exports it defines', () => {
    // What the package exports is the exception, and nothing of ours imports it.
    const entries = Object.values(JSON.parse(read('package.json')).exports as Record<string, { default?: string }>)
      .flatMap((entry) => entry.default ?? [])
      .map((file) => file.replace(/^\.\/dist\/(.*)\.js$/, '$1.ts'));
    expect(sources).toEqual(expect.arrayContaining(entries));
    const barrels = sources.filter((file) => /^export (\*|\{[^}]*\}) from /m.test(read(file)));
    expect(barrels.filter((file) => !entries.includes(file))).toEqual([]);
  });

  test('have names of short words', () => {
    for (const file of sources) {
      expect(file).toMatch(/^(src\/([a-z0-9-]+\/)*)?[a-z0-9-]+(\.d)?\.ts$/);
    }
  });

  test('hide nothing from the compiler or the linter', () => {
    const hushed = [...sources, ...filesBelow('test', '.ts'), ...filesBelow('bench', '.ts')]
      .filter((file) => file !== 'test/unit/structure.test.ts')
      .filter((file) => /@ts-(ignore|expect-error|nocheck)|biome-ignore|\bas any\b/.test(read(file)));
    expect(hushed).toEqual([]);
  });

  test('say of everything that leaves them what it is', () => {
    const undocumented = sources
      .filter((file) => !/^src\/(cli\/commands|suites|reporters)\//.test(file))
      .flatMap((file) =>
        [...read(file).matchAll(/(\*\/|\S)\s*\nexport (?:const|class|interface|function|type) (\w+)/g)]
          .filter(([, before, name = '']) => before !== '*/' && !isTrivial(read(file), name))
          .map(([, , name]) => `${file}: ${name}`),
      );
    expect(undocumented).toEqual([]);
  });

  test('never await what a guest shapes: exports are called, not resolved', () => {
    const suspicious = filesBelow('src/reference', '.ts').filter((file) => /await [^;]*exports/.test(read(file)));
    expect(suspicious).toEqual([]);
  });
});

/** A type that is inferred from a documented schema, or a word that says all. */
const isTrivial = (text: string, name: string): boolean =>
  new RegExp(`export type ${name}( = |<)`).test(text) ||
  new RegExp(`export interface ${name} `).test(text) ||
  /^(is|show|create|parse|read)[A-Z]/.test(name);
