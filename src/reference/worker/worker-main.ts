import { parentPort, workerData } from 'node:worker_threads';
import { createEngine, type EngineRequest, type Provider } from '../engine.ts';

/** What the owner gives a Worker when it starts. */
export interface WorkerStart {
  /** URL of a module whose export `provide` makes host functions of grants. */
  readonly provider: string;
}

const { provider } = workerData as WorkerStart;
const { provide } = (await import(provider)) as { provide: Provider };
const engine = createEngine(provide);

// The owner sends one request at a time.
parentPort?.on('message', (request: EngineRequest) => {
  parentPort?.postMessage(engine.handle(request));
});
