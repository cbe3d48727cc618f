import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Report, reportSchema } from '../../src/contract/report.ts';
import { packageRoot } from '../../src/support/paths.ts';

/** Runs the command line as users do: a process of its own, with an environment that holds nothing by accident. */

const root = mkdtempSync(join(tmpdir(), 'sandproof-cli-test-'));
process.once('exit', () => rmSync(root, { recursive: true, force: true }));

/** Compiled fixtures of all tests of a file; never the cache of whoever runs the tests. */
const sharedCache = join(root, 'cache');

export interface CliOptions {
  readonly cwd?: string;
  /** Variables beside PATH, HOME, TMPDIR and the cache folder. */
  readonly env?: Readonly<Record<string, string>>;
}

/** How the command line ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that runs. */
export interface RunningCli {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves once stdout holds a text; rejects where the command ends without it. */
  printed(text: string): Promise<void>;
}

/** A fresh folder, gone when the tests are over. */
export const freshFolder = (): string => mkdtempSync(join(root, 'folder-'));

/** Writes files below a fresh folder and returns it. */
export const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = freshFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
};

/** Starts `sandproof` with arguments. */
export const startCli = (args: readonly string[], options: CliOptions = {}): RunningCli => {
  const child = spawn(process.execPath, [join(packageRoot, 'bin', 'sandproof.js'), ...args], {
    cwd: options.cwd ?? root,
    env: { PATH: process.env.PATH, HOME: root, TMPDIR: root, XDG_CACHE_HOME: sharedCache, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const waiting = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    for (const look of waiting) {
      look();
    }
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return {
    child,
    ended,
    printed: (wanted) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (stdout.includes(wanted)) {
            waiting.delete(look);
            resolve();
          }
        };
        waiting.add(look);
        look();
        ended.then((end) => reject(new Error(`ended without '${wanted}': ${JSON.stringify(end)}`)), reject);
      }),
  };
};

/** Runs `sandproof` with arguments to its end. */
export const cli = (args: readonly string[], options: CliOptions = {}): Promise<Ended> => startCli(args, options).ended;

/** Reads a report that `--reporter json=FILE` wrote; one that its schema does not allow is an error. */
export const readReport = (file: string): Report => reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

/** Verdicts by case. */
export const verdictsOf = (report: Report): Record<string, string> =>
  Object.fromEntries(report.cases.map(({ id, verdict }) => [id, verdict]));

/** Six harmless cases, `memory/harmless-1` to `-6`. */
export const harmless = join(packageRoot, 'test', 'support', 'fixtures');

/** A host that is the reference, but for what its arguments say; see the driver. */
export const alteredHost = (...args: readonly string[]): string =>
  ['node', join(packageRoot, 'test', 'support', 'drivers', 'altered.js'), ...args].join(' ');

/** Processes whose command line holds a text. */
export const processesNaming = (text: string): string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text);
      } catch {
        return false;
      }
    });
