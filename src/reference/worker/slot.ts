import { Worker } from 'node:worker_threads';
import type { EngineReply, EngineRequest } from '../engine.ts';
import type { WorkerStart } from './worker-main.ts';

/** Why a Worker did not answer. */
export type Lost =
  /** Its owner ended it: the deadline passed, or someone cancelled. */
  | { readonly kind: 'terminated'; readonly reason: 'deadline' | 'cancelled' }
  /** Its heap was full. */
  | { readonly kind: 'out-of-memory' }
  | { readonly kind: 'died'; readonly message: string };

export type SlotAnswer = { readonly kind: 'reply'; readonly reply: EngineReply } | Lost;

/** A Worker with an engine in it. */
export interface Slot {
  readonly alive: boolean;
  /**
   * Asks the engine, one request after the other. When `deadlineMs` passes, counted from when the request's turn comes,
   * the Worker is terminated: the engine ends guests itself, and this is for what it cannot end, such as one huge bulk
   * operation.
   */
  ask(request: EngineRequest, deadlineMs: number): Promise<SlotAnswer>;
  /** Ends the Worker and answers everything under way. */
  terminate(reason: 'deadline' | 'cancelled'): void;
  close(): Promise<void>;
  /** Modules that the engine has seen. */
  readonly modules: Set<number>;
}

/** Bytes of JavaScript heap that a Worker may have; garbage-collected guests live in it. In MiB. */
export const heapMegabytes = 256;

/** Starts a Worker. It does not keep the process alive. */
export const startSlot = (start: WorkerStart, workerUrl: URL): Slot => {
  const worker = new Worker(workerUrl, {
    workerData: start,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    env: {},
    stdin: false,
    stdout: false,
    stderr: false,
  });
  let current: { readonly settle: (answer: SlotAnswer) => void } | undefined;
  let lost: Lost | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const answer = (how: SlotAnswer): void => {
    const waiting = current;
    current = undefined;
    waiting?.settle(how);
  };
  const lose = (how: Lost): void => {
    lost ??= how;
    answer(lost);
  };

  worker.on('message', (reply: EngineReply) => answer({ kind: 'reply', reply }));
  worker.on('error', (error: NodeJS.ErrnoException) => {
    lose(
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { kind: 'out-of-memory' } : { kind: 'died', message: error.message },
    );
  });
  worker.on('exit', (code) => lose({ kind: 'died', message: `the worker exited with code ${code}` }));
  worker.unref();

  const terminate = (reason: 'deadline' | 'cancelled'): void => {
    lose({ kind: 'terminated', reason });
    void worker.terminate();
  };

  const exchange = (request: EngineRequest, deadlineMs: number): Promise<SlotAnswer> =>
    new Promise((resolve) => {
      if (lost !== undefined) {
        resolve(lost);
        return;
      }
      const timer = setTimeout(() => terminate('deadline'), deadlineMs);
      current = {
        settle: (how) => {
          clearTimeout(timer);
          resolve(how);
        },
      };
      worker.postMessage(request);
    });

  return {
    get alive() {
      return lost === undefined;
    },
    modules: new Set(),
    ask: (request, deadlineMs) => {
      const turn = queue.then(() => exchange(request, deadlineMs));
      queue = turn;
      return turn;
    },
    terminate,
    close: async () => {
      lose({ kind: 'terminated', reason: 'cancelled' });
      await worker.terminate();
    },
  };
};
