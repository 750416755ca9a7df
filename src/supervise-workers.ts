import cluster, { type Worker } from 'node:cluster';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from './config.ts';
import { exitCodes } from './exit-codes.ts';
import { answerLimitCall, type LimitAnswer, type LimitCall } from './limit-calls.ts';
import { terminationSignal } from './run-gateway.ts';
import { createLimitCounts } from './server/client-limits.ts';
import type { MetricValues } from './server/prometheus.ts';
import type { FromWorker, Place, ToWorker } from './worker-messages.ts';

/** What dies more often than this within a minute, for each worker there is, will do so again. */
const mostDeaths = 5;
const memoryMs = 60_000;
const pauseMs = 500;
/** A worker that is busy for longer is left out of the metrics. */
const metricsWithinMs = 2000;

/**
 * Runs `count` gateways in processes of their own, on one port and over one store, and starts again what dies. The first
 * fills an empty store before there are others. What clients do is counted here, for all of them. Answers the exit code,
 * once the process was told to stop and they have all closed, or when the first cannot start.
 */
export async function superviseWorkers(count: number, { auth, http }: Pick<Config, 'auth' | 'http'>): Promise<number> {
  const counts = createLimitCounts(http.costPerMinute);
  const startWorker = () => startCountedWorker((call) => answerLimitCall(counts, call));
  const first = startWorker();
  const place = await Promise.race([first.listening, first.exited]);
  if (typeof place === 'number') return place;
  const stopped = terminationSignal();
  let isStopping = false;
  let deaths: number[] = [];
  let giveUp: (reason: 'gaveUp') => void = () => {};
  const gaveUp = new Promise<'gaveUp'>((resolve) => {
    giveUp = resolve;
  });

  /** One of the workers that there are to be, whichever process it is at the moment. */
  async function keep(worker: StartedWorker): Promise<number> {
    for (;;) {
      const code = await worker.exited;
      if (isStopping) return code;
      deaths = [...deaths.filter((at) => at > performance.now() - memoryMs), performance.now()];
      process.stderr.write(`Worker ${worker.number} ended with status ${code}; it is started again\n`);
      if (deaths.length > mostDeaths * count) giveUp('gaveUp');
      await sleep(pauseMs);
      if (isStopping) return code;
      worker = startWorker();
    }
  }

  if (auth.mode !== 'off') process.on('SIGHUP', reloadWorkers);
  const others = Array.from({ length: count - 1 }, startWorker);
  await Promise.race([Promise.all(others.map(({ listening, exited }) => Promise.race([listening, exited]))), stopped]);
  const kept = [first, ...others].map(keep);
  process.stdout.write(`incident-graph answers at ${place.url} from the ${place.store}, with ${count} processes\n`);

  const reason = await Promise.race([stopped, gaveUp]);
  isStopping = true;
  killOnSecondSignal();
  for (const worker of workers()) send(worker, { type: 'stop', reason: reason === 'SIGINT' ? 'SIGINT' : 'SIGTERM' });
  const codes = await Promise.all(kept);
  if (reason === 'gaveUp') process.stderr.write('The workers keep ending: see above for why\n');
  return reason === 'gaveUp' ? exitCodes.unavailable : Math.max(...codes);
}

interface StartedWorker {
  number: number;
  listening: Promise<Place>;
  /** With its exit code, 1 where a signal ended it. */
  exited: Promise<number>;
}

/** `count` answers what it asks of the limits. */
function startCountedWorker(count: (call: LimitCall) => LimitAnswer): StartedWorker {
  const worker = cluster.fork();
  worker.on('message', (message: FromWorker) => {
    if (message.type === 'gather') gather(worker, message.id);
    else if (message.type === 'limits')
      send(worker, { type: 'limits', id: message.id, answers: message.calls.map(count) });
  });
  return {
    number: worker.id,
    listening: new Promise((resolve) => {
      worker.on('message', (message: FromWorker) => {
        if (message.type === 'listening') resolve(message.place);
      });
    }),
    exited: new Promise((resolve) => {
      worker.once('exit', (code) => resolve(code ?? 1));
    }),
  };
}

/** Asks all workers for their metrics, and answers the one that wants to know. */
async function gather(asking: Worker, id: number): Promise<void> {
  const all = await Promise.all(workers().map((worker) => metricsOf(worker)));
  send(asking, { type: 'gathered', id, all: all.flatMap((values) => (values ? [values] : [])) });
}

let lastId = 0;

function metricsOf(worker: Worker): Promise<MetricValues | undefined> {
  const id = ++lastId;
  return new Promise((resolve) => {
    const timer = setTimeout(answered, metricsWithinMs, undefined);
    const listen = (message: FromWorker) => {
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

/** Each takes up what changed in the files that say who may do what. */
function reloadWorkers(): void {
  for (const worker of workers()) worker.process.kill('SIGHUP');
}

function send(worker: Worker, message: ToWorker): void {
  if (worker.isConnected()) worker.send(message);
}

/** The signal ends this process by itself; the workers are not to outlive it. */
function killOnSecondSignal(): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      for (const worker of workers()) worker.process.kill('SIGKILL');
      process.kill(process.pid, signal);
    });
  }
}
