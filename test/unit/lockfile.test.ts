import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/support/paths.ts';

/** `npm ci` takes the lock file as it is, on every system: what npm leaves out of it on one breaks it on others. */

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync(join(packageRoot, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, Locked>>;
};

/** Where Node would look for a package that another one asks for, nearest first. */
const placesOf = (asking: string, name: string): string[] => {
  const parents = [asking];
  for (let at = asking; at !== ''; ) {
    const cut = at.lastIndexOf('node_modules/');
    at = at.slice(0, Math.max(0, cut - 1));
    parents.push(at);
  }
  return parents.map((parent) => (parent === '' ? `node_modules/${name}` : `${parent}/node_modules/${name}`));
};

describe('the lock file', () => {
  test('has what every system needs, not only the one that wrote it', () => {
    const missing = Object.entries(packages).flatMap(([asking, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !placesOf(asking, name).some((place) => place in packages))
        .map((name) => `${asking}: ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('names no registry', () => {
    expect(Object.entries(packages).flatMap(([name, { resolved }]) => (resolved === undefined ? [] : [name]))).toEqual(
      [],
    );
  });
});
