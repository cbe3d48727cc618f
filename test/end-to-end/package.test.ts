import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/support/paths.ts';

/** The package as users get it: packed, installed without development dependencies, used from another folder. */

const folder = mkdtempSync(join(tmpdir(), 'sandproof-package-'));

const run = (file: string, args: readonly string[]): string =>
  execFileSync(file, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

beforeAll(() => {
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
    cwd: packageRoot,
    stdio: 'ignore',
  });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) as string;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'user', private: true, type: 'module' }));
  run('npm', ['install', '--omit=dev', '--no-audit', '--no-fund', '--prefer-offline', `./${tarball}`]);
}, 240_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the installed package', () => {
  test('judges the reference sandbox', () => {
    const text = run('npx', ['sandproof', 'run', 'memory/grow-beyond-limit', 'crash/repeated-trap']);
    expect(text).toContain('5 passed of 5');
  });

  test('offers the reference sandbox as a library', () => {
    // (module (func (export "answer") (result i32) i32.const 42))
    const program = `
      import { createSandboxes, defaultCompileLimits, defaultLimits } from 'sandproof/reference';
      const bytes = Buffer.from('AGFzbQEAAAABBQFgAAF/AwIBAAcKAQZhbnN3ZXIAAAoGAQQAQSoL', 'base64');
      for (const isolation of ['thread', 'worker']) {
        const sandboxes = await createSandboxes({ isolation });
        const loaded = await sandboxes.load(bytes, defaultCompileLimits);
        const made = await sandboxes.instantiate(loaded.module, {
          limits: defaultLimits, grants: [], afterTrap: 'poisoned', links: {},
        });
        const { result } = await sandboxes.call(made.sandbox, 'answer', [], {});
        console.log(isolation, JSON.stringify(result));
        await sandboxes.close();
      }`;
    writeFileSync(join(folder, 'library.mjs'), program);
    expect(run(process.execPath, ['library.mjs'])).toBe(
      'thread {"kind":"returned","values":[42]}\nworker {"kind":"returned","values":[42]}\n',
    );
  });

  test('serves a driver that someone wrote in JavaScript', () => {
    const program = `
      import { serve } from 'sandproof/driver';
      await serve({
        describe: () => ({ nonsense: true }),
        handle: async () => ({ outcome: { kind: 'host-error', message: 'not written yet' } }),
        close: async () => undefined,
      });`;
    writeFileSync(join(folder, 'driver.mjs'), program);
    const input = '{"id":1,"op":"hello","protocol":[1],"nonce":"0123"}\n{"id":2,"op":"ping"}\n{"id":3,"op":"bye"}\n';
    const output = execFileSync(process.execPath, ['driver.mjs'], { cwd: folder, input, encoding: 'utf8' });
    expect(output).toContain('@0123 {"id":1,"nonsense":true}');
    expect(output).toContain('@0123 {"outcome":{"kind":"host-error","message":"not written yet"},"id":2}');
  });

  test('has types that a strict program can be checked with', () => {
    const program = `
      import { createSandboxes, type CallResult, type Sandboxes } from 'sandproof/reference';
      import type { Driver } from 'sandproof/driver';
      const sandboxes: Sandboxes = await createSandboxes({ isolation: 'thread' });
      const { result }: { result: CallResult } = await sandboxes.call(0, 'none', [], {});
      const text: string = result.kind === 'returned' ? String(result.values.length) : result.kind;
      export const driver: Driver = { describe: () => text, handle: async () => ({}), close: async () => {} };`;
    writeFileSync(join(folder, 'program.ts'), program);
    const tsc = join(packageRoot, 'node_modules', 'typescript', 'bin', 'tsc');
    const args = ['--noEmit', '--strict', '--target', 'es2023', '--module', 'nodenext', '--skipLibCheck', 'program.ts'];
    const { status, stdout } = spawnSync(process.execPath, [tsc, ...args], { cwd: folder, encoding: 'utf8' });
    expect(status).not.toBe(0);
    // Only what is wrong on purpose: a text is no description of a host.
    expect(stdout.match(/error TS\d+/g)).toHaveLength(1);
    expect(stdout).toMatch(/is not assignable to/);
  });
});
