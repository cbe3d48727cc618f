import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { StartOptions } from '../../contract/host.ts';
import type { ProcessFigures } from '../../contract/record.ts';
import {
  canObserveProcesses,
  figuresOf,
  killNow,
  preferToKill,
  processesWith,
  processTree,
  residentBytes,
  threadTimesOf,
} from '../processes.ts';

/** Variable that marks every process of a host; inherited, so that what left the process group is found too. */
const runVariable = 'SANDPROOF_RUN';

/** The command of a driver. Never given to a shell. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  /** Further environment variables, by the driver's manifest. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A host's processes and what contains them. */
export interface HostProcess {
  readonly child: ChildProcess;
  figures(): ProcessFigures | undefined;
  threadTimes(): ReadonlyMap<string, bigint> | undefined;
  /** Ends all of it at once and waits until it is gone. */
  kill(): Promise<void>;
  /** Takes away what was made for it. */
  cleanUp(): void;
}

const inherited = ['PATH', 'SystemRoot', 'ComSpec', 'PATHEXT'];

const environmentFor = (command: Command, home: string, options: StartOptions, run: string): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(
    inherited.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  ),
  HOME: home,
  TMPDIR: home,
  TMP: home,
  TEMP: home,
  LANG: 'C.UTF-8',
  ...command.env,
  SANDPROOF_CANARY: options.canaryToken,
  [runVariable]: run,
});

/** What ends each host that is still there. A kit that goes without goodbye must not leave a guest running. */
const alive = new Set<() => void>();
let isHooked = false;

const endAtExit = (kill: () => void): void => {
  alive.add(kill);
  if (!isHooked) {
    isHooked = true;
    process.once('exit', () => {
      for (const each of alive) {
        each();
      }
    });
  }
};

/** How often the watchdog looks, in milliseconds. */
const watchInterval = 50;

/**
 * Starts a driver: no shell, an environment of a few names and the canary, an empty home and working directory,
 * descriptors 0 to 2 only, a process group of its own, first in line when memory runs out.
 *
 * @param onCeiling - told when the watchdog saw more resident memory than allowed and killed the host.
 */
export const startProcess = (
  command: Command,
  options: StartOptions,
  onCeiling: (residentBytes: number) => void,
): HostProcess => {
  const run = randomUUID();
  const home = join(options.scratch, `home-${run}`);
  mkdirSync(home, { recursive: true });
  const child = spawn(command.file, command.args, {
    cwd: home,
    env: environmentFor(command, home, options, run),
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const { pid } = child;
  let gone = pid === undefined;
  const ended = new Promise<void>((resolve) => {
    const finish = (): void => {
      gone = true;
      resolve();
    };
    child.once('exit', finish);
    child.once('error', finish);
  });
  if (pid !== undefined) {
    preferToKill(pid);
  }

  let pids: number[] = pid === undefined ? [] : [pid];
  const watch = (): void => {
    if (gone || pid === undefined) {
      return;
    }
    pids = processTree(pid);
    const resident = pids.reduce((sum, each) => sum + residentBytes(each), 0);
    if (resident > options.residentCeiling) {
      onCeiling(resident);
    }
  };
  const watchdog = canObserveProcesses ? setInterval(watch, watchInterval) : undefined;
  watchdog?.unref();

  const killAll = (): void => {
    if (pid !== undefined && process.platform !== 'win32') {
      killNow(-pid);
    } else {
      child.kill('SIGKILL');
    }
    if (canObserveProcesses) {
      processesWith(runVariable, run).forEach(killNow);
    }
  };

  endAtExit(killAll);

  return {
    child,
    figures: () => (canObserveProcesses && !gone && pid !== undefined ? figuresOf(pids) : undefined),
    threadTimes: () => (canObserveProcesses && !gone && pid !== undefined ? threadTimesOf(pids) : undefined),
    kill: async () => {
      clearInterval(watchdog);
      killAll();
      await ended;
      // What it forked while the first signal was on its way.
      killAll();
      alive.delete(killAll);
    },
    cleanUp: () => {
      clearInterval(watchdog);
      rmSync(home, { recursive: true, force: true });
    },
  };
};
