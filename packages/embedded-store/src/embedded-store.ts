import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Limits, usualLimits } from './server/limits.ts';
import type { Address } from './server/listener.ts';
import { isStoreFolder } from './storage/store-folder.ts';
import { StoreError } from './store-error.ts';
import type { StoreProcessInput, StoreProcessReport } from './store-process.ts';
import { type Running, supervise } from './supervise.ts';

export { isStoreFolder };

export interface EmbeddedStoreOptions {
  /** The data folder, created if missing. Several processes may open it at the same time. */
  dataDir: string;
  /** Overrides of MongoDB's defaults. */
  limits?: Partial<Limits>;
  /** Called each time the store's process has died and will be restarted. */
  onRestart?: (cause: Error) => void;
}

export interface EmbeddedStore {
  /** Whether the folder held no store before. */
  isNew: boolean;
  /** For `new MongoClient(uri)`. */
  uri: string;
  /** The id of the current process; undefined during a restart. */
  pid(): number | undefined;
  /** Finishes running commands and stops the process. May be called more than once. */
  close(): Promise<void>;
  /** Resolves after `close`. Rejects with STORE_DIED if the process dies too often to be restarted. */
  ended: Promise<void>;
  /** The number of restarts so far. */
  restarts(): number;
}

/**
 * Starts the embedded document store, a process of its own that speaks MongoDB's wire protocol over LMDB. Resolves once
 * it listens. Rejects with a `StoreError`, whose `code` says why, if the folder cannot be used. If the process dies, it
 * is restarted at the same address: connections end, and acknowledged writes are kept. It ends when the calling process
 * ends.
 */
export async function startEmbeddedStore(options: EmbeddedStoreOptions): Promise<EmbeddedStore> {
  const { address, remove } = ownAddress();
  const dataDir = resolve(options.dataDir);
  const isNew = !existsSync(join(dataDir, 'data.mdb'));
  const limits = { ...usualLimits, ...options.limits };
  let pid: number | undefined;
  const start = async (at: Address) => {
    const running = await runProcess({ dataDir, address: at, limits });
    pid = running.pid;
    running.ended.catch(() => {
      pid = undefined;
    });
    return running;
  };
  try {
    const first = await start(address);
    const bound = 'port' in address ? { ...address, port: first.port ?? address.port } : address;
    const { ended, restarts, close } = supervise(first, () => start(bound), options.onRestart);
    return {
      isNew,
      uri: uriOf(bound),
      pid: () => pid,
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

/** A socket that only this user can open; on Windows, a free port on the loopback address. */
function ownAddress(): { address: Address; remove(): void } {
  if (process.platform === 'win32') return { address: { host: '127.0.0.1', port: 0 }, remove() {} };
  // mkdtemp creates it with mode 0700.
  const folder = mkdtempSync(join(tmpdir(), 'embedded-store-'));
  return {
    address: { path: join(folder, 'store.sock') },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

interface RunningProcess extends Running {
  pid: number | undefined;
  /** The port it listens on; null for a socket. */
  port: number | null;
}

/** Resolves once the process listens. */
async function runProcess(input: StoreProcessInput): Promise<RunningProcess> {
  // A process that died may have left its socket behind.
  if ('path' in input.address) rmSync(input.address.path, { force: true });
  const child = startProcess(input);
  const ended = endOf(child);
  ended.catch(() => {});
  return {
    pid: child.pid,
    port: await firstReport(child, ended),
    ended,
    close: () => {
      if (child.connected) child.send('close');
    },
  };
}

/** V8's heap settings of this process, which the store inherits. */
const memoryFlags = process.execArgv.filter((flag) => /^--(max-semi-space-size|heap-growing-percent)=/.test(flag));

/** From source, the program needs tsx to load TypeScript. */
function startProcess(input: StoreProcessInput): ChildProcess {
  const isSource = import.meta.url.endsWith('.ts');
  const program = fileURLToPath(new URL(isSource ? './store-process.ts' : './store-process.js', import.meta.url));
  return fork(program, [JSON.stringify(input)], {
    execArgv: [...memoryFlags, ...(isSource ? ['--import', import.meta.resolve('tsx')] : [])],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

/** Resolves when the process has closed or failed to start. Rejects when it died. */
async function endOf(child: ChildProcess): Promise<void> {
  let last: StoreProcessReport | undefined;
  child.on('message', (report: StoreProcessReport) => {
    last = report;
  });
  const died = (how: string, cause?: unknown) => new StoreError('STORE_DIED', `The store ${how}`, { cause });
  // The last report decides, so wait until all reports have been read.
  const [[status, signal]] = await Promise.all([once(child, 'exit'), once(child, 'disconnect')]).catch(
    (cause: Error) => {
      throw died(`could not be started: ${cause.message}`, cause);
    },
  );
  if (last?.state === 'died') throw died(`died: ${last.message}`);
  if (last?.state !== 'closed' && last?.state !== 'failed')
    throw died(signal === null ? `ended with status ${status}` : `was ended by ${signal}`);
}

function firstReport(child: ChildProcess, ended: Promise<void>): Promise<number | null> {
  return new Promise((resolvePort, reject) => {
    ended.catch(reject);
    child.once('message', (report: StoreProcessReport) => {
      if (report.state === 'listening') resolvePort(report.port);
      else if (report.state === 'failed') reject(new StoreError(report.code, report.message));
    });
  });
}

function uriOf(address: Address): string {
  if ('path' in address) return `mongodb://${encodeURIComponent(address.path)}/`;
  return `mongodb://${address.host.includes(':') ? `[${address.host}]` : address.host}:${address.port}/`;
}
