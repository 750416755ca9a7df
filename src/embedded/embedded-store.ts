import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepRunning, type Running } from './keep-running.ts';
import { type Limits, usualLimits } from './server/limits.ts';
import type { Address } from './server/listener.ts';
import { StoreError } from './store-error.ts';
import type { StoreProcessInput, StoreProcessReport } from './store-process.ts';

export interface EmbeddedStoreOptions {
  /** Where the data is; made when it is not there. Other processes may open it at the same time. */
  dataDir: string;
  /** Where they are to be others than MongoDB's own. */
  limits?: Partial<Limits>;
  /** Hears each time that the store has died and is started again. */
  onRestart?: (cause: Error) => void;
}

export interface EmbeddedStore {
  /** For `new MongoClient(uri)`. */
  uri: string;
  /** The process in which it runs now; undefined while it is started again. */
  pid(): number | undefined;
  /** Finishes what is in flight and stops. May be called more than once. */
  close(): Promise<void>;
  /** Rejects with STORE_DIED if the store keeps dying, and is no longer started again; resolves after `close`. */
  ended: Promise<void>;
  /** How often it has died and was started again. */
  restarts(): number;
}

/**
 * Starts the embedded document store: a process of its own that speaks MongoDB's wire protocol over LMDB. Resolves when
 * it listens. Rejects with a `StoreError`, whose `code` says why, when the folder cannot be had. When the process dies,
 * whatever it dies of, another takes its place at the same address: connections end, what was acknowledged stays. It ends
 * by itself when this process does.
 */
export async function startEmbeddedStore(options: EmbeddedStoreOptions): Promise<EmbeddedStore> {
  const { address, remove } = ownAddress();
  const dataDir = resolve(options.dataDir);
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
    const { ended, restarts, close } = keepRunning(first, () => start(bound), options.onRestart);
    return {
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

/** A socket that only this user can open; where there are none, a free port of this machine. */
function ownAddress(): { address: Address; remove(): void } {
  if (process.platform === 'win32') return { address: { host: '127.0.0.1', port: 0 }, remove() {} };
  // mkdtemp makes it with mode 0700.
  const folder = mkdtempSync(join(tmpdir(), 'incident-graph-'));
  return {
    address: { path: join(folder, 'store.sock') },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

interface RunningProcess extends Running {
  pid: number | undefined;
  /** Where it listens, when that is a port. */
  port: number | null;
}

/** Resolves when it listens. */
async function runProcess(input: StoreProcessInput): Promise<RunningProcess> {
  // One that died may have left its socket behind.
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

/** How large V8 lets the heap grow: the store keeps to what this process was told. */
const memoryFlags = process.execArgv.filter((flag) => /^--(max-semi-space-size|heap-growing-percent)=/.test(flag));

/** Compiled, the program runs as it is; from source it needs what lets it load TypeScript. */
function startProcess(input: StoreProcessInput): ChildProcess {
  const isSource = import.meta.url.endsWith('.ts');
  const program = fileURLToPath(new URL(isSource ? './store-process.ts' : './store-process.js', import.meta.url));
  return fork(program, [JSON.stringify(input)], {
    execArgv: [...memoryFlags, ...(isSource ? ['--import', import.meta.resolve('tsx')] : [])],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

/** Resolves when it has closed, or could not start; rejects when it died. */
async function endOf(child: ChildProcess): Promise<void> {
  let last: StoreProcessReport | undefined;
  child.on('message', (report: StoreProcessReport) => {
    last = report;
  });
  const died = (how: string, cause?: unknown) => new StoreError('STORE_DIED', `The store ${how}`, { cause });
  // It may have ended before all that it said was read: what it said last decides.
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
