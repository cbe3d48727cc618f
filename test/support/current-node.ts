import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';

/** The current Node that the tests use beside the one that runs them, so that newer proposals are tested as well. */
export const currentNodeVersion = '26.10.0';

/**
 * Path of a current Node, from the npm package with its binary, kept in the user's cache folder. `undefined` on a
 * platform for which npm has none.
 */
export const currentNode = (): string | undefined => {
  if (Number(process.versions.node.split('.')[0]) >= 24) {
    return process.execPath;
  }
  const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const name = `node-${platform}`;
  const folder = join(envPaths('sandproof', { suffix: '' }).cache, 'engines', `node-${currentNodeVersion}`);
  const binary = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(binary)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    try {
      execFileSync('npm', ['install', '--no-audit', '--no-fund', `${name}@${currentNodeVersion}`], {
        cwd: folder,
        stdio: 'pipe',
      });
    } catch {
      return undefined;
    }
  }
  return existsSync(binary) ? binary : undefined;
};
