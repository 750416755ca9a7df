import cluster from 'node:cluster';
import type { LimitAnswer, LimitCall } from './limit-calls.ts';
import type { MetricsOfWorkers } from './server/metrics.ts';
import type { MetricValues } from './server/prometheus.ts';

/** Where a gateway answers, and from which store. */
export interface Place {
  url: string;
  store: string;
}

/** What the process that supervises the workers hears from one. */
export type FromWorker =
  | { type: 'listening'; place: Place }
  /** It was asked for the metrics of all. */
  | { type: 'gather'; id: number }
  | { type: 'metrics'; id: number; values: MetricValues }
  | { type: 'limits'; id: number; calls: readonly LimitCall[] };

/** What a worker hears. */
export type ToWorker =
  | { type: 'stop'; reason: 'SIGTERM' | 'SIGINT' }
  | { type: 'metrics'; id: number }
  | { type: 'gathered'; id: number; all: MetricValues[] }
  | { type: 'limits'; id: number; answers: LimitAnswer[] };

/** One of several processes that share a port, as it sees the others. */
export interface WorkerSide {
  tellListening(place: Place): void;
  /** Told to stop, or left alone. */
  stopped: Promise<'SIGTERM' | 'SIGINT'>;
  metrics: MetricsOfWorkers;
  /** Has the clients of all counted. */
  askLimits(calls: readonly LimitCall[]): Promise<LimitAnswer[]>;
  /** Lets the process end. */
  leave(): void;
}

/** Undefined in a process that runs alone. */
export function joinWorkers(): WorkerSide | undefined {
  if (!cluster.worker) return undefined;
  const { worker } = cluster;
  const waiting = new Map<number, (all: MetricValues[]) => void>();
  const counted = new Map<number, (answers: LimitAnswer[]) => void>();
  let lastId = 0;
  let ownValues: (() => Promise<MetricValues>) | undefined;
  const tell = (message: FromWorker) => {
    if (worker.isConnected()) worker.send(message);
  };
  const stopped = new Promise<'SIGTERM' | 'SIGINT'>((resolve) => {
    worker.once('disconnect', () => resolve('SIGTERM'));
    process.on('message', (message: ToWorker) => {
      if (message.type === 'stop') {
        resolve(message.reason);
      } else if (message.type === 'gathered') {
        waiting.get(message.id)?.(message.all);
        waiting.delete(message.id);
      } else if (message.type === 'limits') {
        counted.get(message.id)?.(message.answers);
        counted.delete(message.id);
      } else {
        const { id } = message;
        // Who fails to answer is left out.
        ownValues?.()
          .then((values) => tell({ type: 'metrics', id, values }))
          .catch(() => undefined);
      }
    });
  });
  return {
    tellListening: (place) => tell({ type: 'listening', place }),
    stopped,
    metrics: {
      number: worker.id,
      answer(own) {
        ownValues = own;
      },
      gather() {
        const id = ++lastId;
        return new Promise((resolve) => {
          waiting.set(id, resolve);
          tell({ type: 'gather', id });
        });
      },
    },
    askLimits(calls) {
      const id = ++lastId;
      return new Promise((resolve) => {
        counted.set(id, resolve);
        tell({ type: 'limits', id, calls });
      });
    },
    leave() {
      if (worker.isConnected()) process.disconnect?.();
    },
  };
}
