import { parentPort, workerData } from 'node:worker_threads';
import type { Limits } from './server/limits.ts';
import type { Address, Listener } from './server/listener.ts';
import { serve } from './server/server.ts';
import { openEnvironment } from './storage/environment.ts';
import { StoreError } from './store-error.ts';

/** What the starting thread gives. */
export interface WorkerInput {
  dataDir: string;
  address: Address;
  limits: Limits;
}

/** What it hears, once: an error ends the worker. */
export type WorkerReport =
  | { state: 'listening'; port: number | null }
  | { state: 'failed'; code: StoreError['code']; message: string }
  | { state: 'closed' };

const { dataDir, address, limits } = workerData as WorkerInput;
const port = parentPort;
const report = (message: WorkerReport) => port?.postMessage(message);

try {
  const listener = await serve(openEnvironment(dataDir), address, limits);
  closeWhenAsked(listener);
  report({ state: 'listening', port: listener.port });
} catch (error) {
  const code = error instanceof StoreError ? error.code : 'UNUSABLE_FOLDER';
  report({ state: 'failed', code, message: error instanceof Error ? error.message : String(error) });
}

function closeWhenAsked(listener: Listener): void {
  port?.once('message', async () => {
    await listener.close();
    report({ state: 'closed' });
    port.close();
  });
}
