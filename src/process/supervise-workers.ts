import cluster, { type Worker } from 'node:cluster';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config/config.ts';
import { exitCodes } from '../errors/exit-codes.ts';
import { createLimitCounts } from '../server/limits/client-limits.ts';
import type { MetricValues } from '../server/telemetry/prometheus.ts';
import { type Endpoint, listeningLine, type SupervisorMessage, type WorkerMessage } from './cluster-channel.ts';
import { handleLimitRequest, type LimitRequest, type LimitResponse } from './limit-rpc.ts';
import { terminationSignal } from './run-gateway.ts';

/** The max number of crashes per minute, for each worker; beyond it, the supervisor gives up. */
const maxDeaths = 5;
const memoryMs = 60_000;
const pauseMs = 500;
/** A worker that does not respond within this time is left out of the metrics. */
const metricsTimeoutMs = 2000;

/**
 * Runs `count` gateways as worker processes on one port and one store, and restarts workers that crash. The first
 * worker seeds an empty store before the others start. This process counts the rate limits for all of them. Returns the
 * exit code after a signal, once all workers have closed, or when the first worker fails to start.
 */
export async function superviseWorkers(count: number, { auth, http }: Pick<Config, 'auth' | 'http'>): Promise<number> {
  const counts = createLimitCounts(http.costPerMinute);
  let stopping: StopMessage | undefined;
  const startWorker = () => {
    const worker = startCountedWorker((call) => handleLimitRequest(counts, call));
    // A message that arrives while a worker is loading is lost.
    void worker.listening.then(() => stopping && worker.send(stopping));
    return worker;
  };
  const first = startWorker();
  const endpoint = await Promise.race([first.listening, first.exited]);
  if (typeof endpoint === 'number') return endpoint;
  const stopped = terminationSignal();
  let deaths: number[] = [];
  let giveUp: (reason: 'gaveUp') => void = () => {};
  const gaveUp = new Promise<'gaveUp'>((resolve) => {
    giveUp = resolve;
  });

  /** Restarts the worker whenever it exits, until the supervisor stops. Returns the last exit code. */
  async function keep(worker: StartedWorker): Promise<number> {
    for (;;) {
      const code = await worker.exited;
      if (stopping) return code;
      deaths = [...deaths.filter((at) => at > performance.now() - memoryMs), performance.now()];
      process.stderr.write(`Worker ${worker.number} exited with status ${code}; restarting it\n`);
      if (deaths.length > maxDeaths * count) giveUp('gaveUp');
      await sleep(pauseMs);
      if (stopping) return code;
      worker = startWorker();
    }
  }

  if (auth.mode !== 'off') process.on('SIGHUP', reloadWorkers);
  const others = Array.from({ length: count - 1 }, startWorker);
  await Promise.race([Promise.all(others.map(({ listening, exited }) => Promise.race([listening, exited]))), stopped]);
  const kept = [first, ...others].map(keep);
  process.stdout.write(`${listeningLine(endpoint, `, ${count} workers`)}\n`);

  const reason = await Promise.race([stopped, gaveUp]);
  stopping = { type: 'stop', reason: reason === 'SIGINT' ? 'SIGINT' : 'SIGTERM' };
  killOnSecondSignal();
  for (const worker of workers()) send(worker, stopping);
  const codes = await Promise.all(kept);
  if (reason === 'gaveUp') process.stderr.write('The workers keep crashing; see the errors above\n');
  return reason === 'gaveUp' ? exitCodes.unavailable : Math.max(...codes);
}

type StopMessage = SupervisorMessage & { type: 'stop' };

interface StartedWorker {
  number: number;
  send(message: SupervisorMessage): void;
  listening: Promise<Endpoint>;
  /** Resolves with the exit code, or 1 if a signal ended the worker. */
  exited: Promise<number>;
}

/** Starts a worker whose limit calls are handled by `count`. */
function startCountedWorker(count: (call: LimitRequest) => LimitResponse): StartedWorker {
  const worker = cluster.fork();
  worker.on('message', (message: WorkerMessage) => {
    if (message.type === 'gather') void gather(worker, message.id);
    else if (message.type === 'limits')
      send(worker, { type: 'limits', id: message.id, answers: message.calls.map(count) });
  });
  return {
    number: worker.id,
    send: (message) => send(worker, message),
    listening: new Promise((resolve) => {
      worker.on('message', (message: WorkerMessage) => {
        if (message.type === 'listening') resolve(message.endpoint);
      });
    }),
    exited: new Promise((resolve) => {
      worker.once('exit', (code) => resolve(code ?? 1));
    }),
  };
}

/** Collects the metrics of all workers and sends them to the one that asked. */
async function gather(asking: Worker, id: number): Promise<void> {
  const all = await Promise.all(workers().map((worker) => metricsOf(worker)));
  send(asking, { type: 'gathered', id, all: all.flatMap((values) => (values ? [values] : [])) });
}

let lastId = 0;

function metricsOf(worker: Worker): Promise<MetricValues | undefined> {
  const id = ++lastId;
  return new Promise((resolve) => {
    const timer = setTimeout(answered, metricsTimeoutMs, undefined);
    const listen = (message: WorkerMessage) => {
      if (message.type === 'metrics' && message.id === id) answered(message.values);
    };
    function answered(values: MetricValues | undefined): void {
      clearTimeout(timer);
      worker.off('message', listen);
      resolve(values);
    }
    worker.on('message', listen);
    send(worker, { type: 'metrics', id });
  });
}

function workers(): Worker[] {
  return Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
}

/** Makes each worker reload its auth files. */
function reloadWorkers(): void {
  for (const worker of workers()) worker.process.kill('SIGHUP');
}

function send(worker: Worker, message: SupervisorMessage): void {
  if (worker.isConnected()) worker.send(message);
}

/** Kills the workers before the signal ends this process, so that none outlives it. */
function killOnSecondSignal(): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      for (const worker of workers()) worker.process.kill('SIGKILL');
      process.kill(process.pid, signal);
    });
  }
}
