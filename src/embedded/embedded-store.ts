import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Limits, usualLimits } from './server/limits.ts';
import type { Address } from './server/listener.ts';
import { StoreError } from './store-error.ts';
import type { WorkerInput, WorkerReport } from './worker.ts';

export interface EmbeddedStoreOptions {
  /** Where the data is; made when it is not there. Other processes may open it at the same time. */
  dataDir: string;
  /** Where to listen. Without it, on a socket of its own that only this user can open. Port 0 takes a free one. */
  listen?: { host: string; port: number };
  /** Where they are to be others than MongoDB's own. */
  limits?: Partial<Limits>;
}

export interface EmbeddedStore {
  /** For `new MongoClient(uri)`. */
  uri: string;
  /** Finishes what is in flight and stops. May be called more than once. */
  close(): Promise<void>;
  /** Rejects with WORKER_DIED if the store stops without having been asked to; resolves after `close`. */
  ended: Promise<void>;
}

/**
 * Starts the embedded document store: a worker thread that speaks MongoDB's wire protocol over LMDB. Resolves when it
 * listens. Rejects with a `StoreError`, whose `code` says why, when the folder or the address cannot be had.
 */
export async function startEmbeddedStore({ dataDir, listen, limits }: EmbeddedStoreOptions): Promise<EmbeddedStore> {
  const { address, remove } = addressFor(listen);
  try {
    const worker = startWorker({ dataDir: resolve(dataDir), address, limits: { ...usualLimits, ...limits } });
    const ended = endOf(worker);
    ended.catch(() => {});
    const port = await firstReport(worker, ended);
    return {
      uri: uriOf(address, port),
      ended,
      async close() {
        worker.postMessage('close');
        await ended;
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

function addressFor(listen: EmbeddedStoreOptions['listen']): { address: Address; remove(): void } {
  if (listen !== undefined) return { address: { host: listen.host, port: listen.port }, remove() {} };
  if (process.platform === 'win32') return { address: { host: '127.0.0.1', port: 0 }, remove() {} };
  // mkdtemp makes it with mode 0700.
  const folder = mkdtempSync(join(tmpdir(), 'incident-graph-'));
  return {
    address: { path: join(folder, 'store.sock') },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Compiled, the worker runs as it is; from source it first registers what lets it load TypeScript. */
function startWorker(workerData: WorkerInput): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./worker.js', import.meta.url), { workerData });
  const loader = import.meta.resolve('tsx/esm/api');
  const file = new URL('./worker.ts', import.meta.url).href;
  const start = `import('${loader}').then(({ register }) => { register(); return import('${file}'); })`;
  return new Worker(start, { workerData, eval: true });
}

function endOf(worker: Worker): Promise<void> {
  return new Promise((resolveEnd, reject) => {
    let closed = false;
    worker.on('message', (report: WorkerReport) => {
      closed ||= report.state === 'closed' || report.state === 'failed';
    });
    worker.once('error', (cause) => reject(new StoreError('WORKER_DIED', `The store died: ${cause}`, { cause })));
    worker.once('exit', (status) => {
      if (closed) resolveEnd();
      else reject(new StoreError('WORKER_DIED', `The store ended with status ${status}`));
    });
  });
}

function firstReport(worker: Worker, ended: Promise<void>): Promise<number | null> {
  return new Promise((resolvePort, reject) => {
    ended.catch(reject);
    worker.once('message', (report: WorkerReport) => {
      if (report.state === 'listening') resolvePort(report.port);
      else if (report.state === 'failed') reject(new StoreError(report.code, report.message));
    });
  });
}

function uriOf(address: Address, port: number | null): string {
  if ('path' in address) return `mongodb://${encodeURIComponent(address.path)}/`;
  const host = address.host.includes(':') ? `[${address.host}]` : address.host;
  return `mongodb://${host}:${port ?? address.port}/`;
}
