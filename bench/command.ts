import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../src/support/paths.ts';

const program = join(packageRoot, 'bin', 'sandproof.js');

/** How a run of the command line went. */
export interface CommandRun {
  readonly code: number | null;
  readonly stdout: string;
  /** Milliseconds from start to end. */
  readonly wallMs: number;
  /** Milliseconds until the first output. */
  readonly firstOutputMs: number;
  /** Largest resident memory of the kit's own process, in bytes, where the program says it on its way out. */
  readonly peakBytes: number;
}

const peakMarker = 'peak resident kilobytes: ';
/** Loaded into the measured process: prints its peak when it ends. */
const preload = `data:text/javascript,process.on('exit',()=>process.stderr.write('${peakMarker}'+process.resourceUsage().maxRSS+'\\n'))`;

/**
 * Runs the command line in a process of its own.
 *
 * @param cacheHome - the folder for caches; a fresh one makes a cold run.
 * @throws where it ends with another code than 0.
 */
export const sandproof = (args: readonly string[], cacheHome?: string): Promise<CommandRun> =>
  new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(process.execPath, ['--import', preload, program, ...args], {
      env: { ...process.env, ...(cacheHome === undefined ? {} : { XDG_CACHE_HOME: cacheHome }) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    let firstOutputMs = Number.NaN;
    child.stdout.on('data', (chunk: Buffer) => {
      if (Number.isNaN(firstOutputMs)) {
        firstOutputMs = performance.now() - begun;
      }
      stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) {
        reject(new Error(`sandproof ${args.join(' ')} ended with ${code}: ${stderr}${stdout}`));
        return;
      }
      const kilobytes = Number(stderr.split(peakMarker)[1]?.split('\n')[0]);
      resolve({ code, stdout, wallMs: performance.now() - begun, firstOutputMs, peakBytes: kilobytes * 1024 });
    });
  });
