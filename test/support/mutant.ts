import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { distRoot, packageRoot } from '../../src/support/paths.ts';
import { readTomlFile } from '../../src/support/toml-file.ts';

/**
 * A mutant is the reference host broken on purpose in one way: a few replacements in its built code. It proves that the
 * cases meant for it can fail.
 */
const mutantSchema = z.strictObject({
  /** The defect, as a maintainer would describe it. */
  why: z.string().min(1),
  /** Cases that must fail on it, by exact id. */
  kills: z.array(z.string()).min(1),
  /** Arguments of the driver beside `--isolation`. */
  isolation: z.enum(['thread', 'worker']).default('worker'),
  patch: z
    .array(
      z.strictObject({
        /** Source file below the checkout; the patch is applied to what is built from it. */
        file: z.string().regex(/^src\/.*\.ts$/),
        /** Text of the built file, exactly once in it. */
        find: z.string().min(1),
        replace: z.string(),
      }),
    )
    .min(1),
});

export type Mutant = z.output<typeof mutantSchema> & { readonly name: string };

export const mutantsFolder = join(import.meta.dirname, '..', 'mutants');

/** All mutants, by name. */
export const readMutants = (): readonly Mutant[] =>
  readdirSync(mutantsFolder)
    .filter((file) => file.endsWith('.toml'))
    .sort()
    .map((file) => ({
      name: basename(file, '.toml'),
      ...readTomlFile(join(mutantsFolder, file), mutantSchema, 'config', [
        ...Object.keys(mutantSchema.shape),
        'file',
        'find',
        'replace',
      ]).value,
    }));

/** A copy of the build with a mutant's patches in it. */
export interface BuiltMutant {
  readonly driver: string;
  remove(): void;
}

const applyPatches = (root: string, mutant: Mutant): void => {
  for (const { file, find, replace } of mutant.patch) {
    const path = join(root, 'dist', file.replace(/\.ts$/, '.js'));
    const text = readFileSync(path, 'utf8');
    const occurrences = text.split(find).length - 1;
    if (occurrences !== 1) {
      throw new Error(`${mutant.name}: '${find}' stands ${occurrences} times in what is built from ${file}, not once`);
    }
    writeFileSync(
      path,
      text.replace(find, () => replace),
    );
  }
};

/** Builds a mutant beside the real build, and leaves that alone. */
export const buildMutant = (mutant: Mutant): BuiltMutant => {
  const root = mkdtempSync(join(tmpdir(), `sandproof-mutant-${mutant.name}-`));
  mkdirSync(join(root, 'dist'));
  cpSync(join(distRoot, 'src'), join(root, 'dist', 'src'), { recursive: true });
  cpSync(join(packageRoot, 'package.json'), join(root, 'package.json'));
  symlinkSync(join(packageRoot, 'node_modules'), join(root, 'node_modules'));
  applyPatches(root, mutant);
  return {
    driver: join(root, 'dist', 'src', 'hosts', 'reference', 'driver.js'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
};
