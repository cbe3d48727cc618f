import { parentPort, workerData } from 'node:worker_threads';
import { createEngine, type EngineRequest } from '../engine.ts';
import { loadProvider } from '../provider.ts';

/** What the owner gives a Worker when it starts. */
export interface WorkerStart {
  /** URL of a module whose export `provide` makes host functions of grants; none for guests without any. */
  readonly provider?: string;
}

const { provider } = workerData as WorkerStart;
const engine = createEngine(await loadProvider(provider));

// The owner sends one request at a time.
parentPort?.on('message', (request: EngineRequest) => {
  parentPort?.postMessage(engine.handle(request));
});
