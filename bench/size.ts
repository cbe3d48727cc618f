import { execFileSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/support/paths.ts';
import { temporaryFolder } from './no-ops.ts';
import type { Bench, Row } from './row.ts';

const bytesBelow = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

const packagesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) =>
    name.startsWith('@')
      ? readdirSync(join(folder, name)).map((inner) => `${name}/${inner}`)
      : name.startsWith('.')
        ? []
        : [name],
  );

/** What an installation without development dependencies puts on a disk. */
export const bench: Bench = {
  name: 'size',
  run: async () => {
    const folder = temporaryFolder();
    const npm = (args: readonly string[], cwd: string): void => {
      execFileSync('npm', args, { cwd, stdio: 'ignore' });
    };
    try {
      npm(['pack', '--ignore-scripts', '--pack-destination', folder.path], packageRoot);
      const tarball = readdirSync(folder.path).find((name) => name.endsWith('.tgz')) as string;
      writeFileSync(join(folder.path, 'package.json'), '{"private":true}');
      npm(['install', '--omit=dev', '--no-audit', '--no-fund', '--prefer-offline', `./${tarball}`], folder.path);
      const modules = join(folder.path, 'node_modules');
      const row = (name: string, bytes: number): Row => ({
        name,
        value: bytes / 2 ** 20,
        unit: 'MB',
        how: 'npm pack; npm install --omit=dev',
      });
      const largest = packagesIn(modules)
        .map((name) => row(`  ${name}`, bytesBelow(join(modules, name))))
        .sort((a, b) => b.value - a.value)
        .slice(0, 6);
      return [
        row('tarball', statSync(join(folder.path, tarball)).size),
        row('installed, with all dependencies', bytesBelow(modules)),
        ...largest,
      ];
    } finally {
      folder.remove();
    }
  },
};
