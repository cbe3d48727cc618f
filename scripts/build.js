// Builds dist/: TypeScript to JavaScript, the command line and its libraries in a few files, since reading hundreds takes
// longer than a warm run has before its first case, and the parts of wasm-tools that fixtures need.
// Plain JavaScript, since it runs before there is anything built: npm ci runs it as `prepare`, and so does npx when it
// links a checkout. It does nothing when nothing changed, and swaps a finished build in, so that a command that is
// running meanwhile never sees half of one.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const require = createRequire(import.meta.url);

const filesBelow = (path) =>
  readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** What a build is made of. */
const inputHash = () => {
  const hash = createHash('sha256');
  const single = ['cli.ts', 'tsconfig.json', 'tsconfig.build.json', 'package.json', 'scripts/build.js'];
  const files = [...single.map((name) => join(root, name)), ...['src', 'bench', 'types'].flatMap(filesBelow)].sort();
  for (const file of files) {
    hash.update(`${file.slice(root.length)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
};

const stampOf = (folder) => {
  const file = join(folder, '.stamp');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
};

const resolveTypeScript = () => {
  try {
    return join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
  } catch {
    return undefined;
  }
};

const copyWasmTools = (folder) => {
  const fromJco = createRequire(require.resolve('@bytecodealliance/jco'));
  const source = join(dirname(fromJco.resolve('@bytecodealliance/jco-transpile/wasm-tools')), '..');
  const target = join(folder, 'vendor', 'wasm-tools');
  mkdirSync(target, { recursive: true });
  for (const file of ['wasm-tools.js', 'wasm-tools.core.wasm', 'wasm-tools.core2.wasm']) {
    cpSync(join(source, 'vendor', file), join(target, file));
  }
  cpSync(join(source, 'LICENSE'), join(target, 'LICENSE'));
  const { version } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  writeFileSync(join(target, 'VERSION'), version);
};

/** The command line as a bundle; wabt is only used in a Worker of its own. */
const bundle = async (folder) => {
  const { rolldown } = await import('rolldown');
  const made = await rolldown({
    input: { cli: join(folder, 'cli.js') },
    cwd: root,
    platform: 'node',
    external: [/^node:/, /^wabt/],
    logLevel: 'silent',
  });
  await made.write({ dir: join(folder, 'bundle'), format: 'esm' });
  await made.close();
};

const build = async (tsc, stamp) => {
  const fresh = join(root, `.dist-${process.pid}`);
  const old = join(root, `.dist-old-${process.pid}`);
  try {
    execFileSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.build.json'), '--outDir', fresh], {
      stdio: 'inherit',
      cwd: root,
    });
    copyWasmTools(fresh);
    await bundle(fresh);
    writeFileSync(join(fresh, '.stamp'), stamp);
    if (existsSync(dist)) {
      renameSync(dist, old);
    }
    renameSync(fresh, dist);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
};

const stamp = inputHash();
if (stampOf(dist) !== stamp) {
  const tsc = resolveTypeScript();
  if (tsc !== undefined) {
    try {
      await build(tsc, stamp);
    } catch (error) {
      console.error(`sandproof: the build failed: ${error.message}`);
      process.exit(1);
    }
  } else if (!existsSync(join(dist, 'bundle', 'cli.js'))) {
    console.error('sandproof: there is no build and no TypeScript to make one; run `npm ci` without --omit=dev');
    process.exit(1);
  }
}
