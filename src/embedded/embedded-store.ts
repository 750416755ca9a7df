import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { keepRunning, type Running } from './keep-running.ts';
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
  /** Hears each time that the store has died and is started again. */
  onRestart?: (cause: Error) => void;
}

export interface EmbeddedStore {
  /** For `new MongoClient(uri)`. */
  uri: string;
  /** Finishes what is in flight and stops. May be called more than once. */
  close(): Promise<void>;
  /** Rejects with WORKER_DIED if the store keeps dying, and is no longer started again; resolves after `close`. */
  ended: Promise<void>;
  /** How often it has died and was started again. */
  restarts(): number;
}

/**
 * Starts the embedded document store: a worker thread that speaks MongoDB's wire protocol over LMDB. Resolves when it
 * listens. Rejects with a `StoreError`, whose `code` says why, when the folder or the address cannot be had. When the
 * thread dies, another takes its place at the same address: connections end, what was acknowledged stays.
 */
export async function startEmbeddedStore(options: EmbeddedStoreOptions): Promise<EmbeddedStore> {
  const { address, remove } = addressFor(options.listen);
  const dataDir = resolve(options.dataDir);
  const limits = { ...usualLimits, ...options.limits };
  try {
    const first = await runWorker({ dataDir, address, limits });
    const bound = 'port' in address ? { ...address, port: first.port ?? address.port } : address;
    const { ended, restarts, close } = keepRunning(
      first,
      () => runWorker({ dataDir, address: bound, limits }),
      options.onRestart,
    );
    return {
      uri: uriOf(bound),
      ended,
      restarts,
      async close() {
        await close().finally(remove);
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

interface RunningWorker extends Running {
  /** Where it listens, when that is a port. */
  port: number | null;
}

/** Resolves when it listens. */
async function runWorker(input: WorkerInput): Promise<RunningWorker> {
  // One that died may have left its socket behind.
  if ('path' in input.address) rmSync(input.address.path, { force: true });
  const worker = startWorker(input);
  const ended = endOf(worker);
  ended.catch(() => {});
  return { port: await firstReport(worker, ended), ended, close: () => worker.postMessage('close') };
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

function uriOf(address: Address): string {
  if ('path' in address) return `mongodb://${encodeURIComponent(address.path)}/`;
  return `mongodb://${address.host.includes(':') ? `[${address.host}]` : address.host}:${address.port}/`;
}
