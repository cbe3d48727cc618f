import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** What runs in Workers and child processes is the build; it is made before the tests, where anything changed. */
export const setup = (): void => {
  execFileSync(process.execPath, [join(import.meta.dirname, '..', '..', 'scripts', 'build.js')], { stdio: 'inherit' });
};
