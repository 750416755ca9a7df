import cluster from 'node:cluster';
import type { MetricsOfWorkers } from '../server/telemetry/metrics.ts';
import type { MetricValues } from '../server/telemetry/prometheus.ts';
import type { LimitRequest, LimitResponse } from './limit-rpc.ts';

/** The origin of a gateway, and a description of its store. */
export interface Endpoint {
  origin: string;
  store: string;
}

/** Returns the line that a gateway prints when it listens. */
export function listeningLine({ origin, store }: Endpoint, workers = ''): string {
  return `incident-graph is listening at ${origin}/graphql with the ${store}${workers}; explore it at ${origin}/`;
}

/** A message from a worker to the supervisor. */
export type WorkerMessage =
  | { type: 'listening'; endpoint: Endpoint }
  /** Requests the metrics of all workers. */
  | { type: 'gather'; id: number }
  | { type: 'metrics'; id: number; values: MetricValues }
  | { type: 'limits'; id: number; calls: readonly LimitRequest[] };

/** A message from the supervisor to a worker. */
export type SupervisorMessage =
  | { type: 'stop'; reason: 'SIGTERM' | 'SIGINT' }
  | { type: 'metrics'; id: number }
  | { type: 'gathered'; id: number; all: MetricValues[] }
  | { type: 'limits'; id: number; answers: LimitResponse[] };

/** A worker's connection to the supervisor. */
export interface ClusterChannel {
  reportListening(endpoint: Endpoint): void;
  /** Resolves when the supervisor stops the worker, or is gone. */
  stopped: Promise<'SIGTERM' | 'SIGINT'>;
  metrics: MetricsOfWorkers;
  /** Has the supervisor count these calls. */
  callLimits(calls: readonly LimitRequest[]): Promise<LimitResponse[]>;
  /** Disconnects, so that the process can exit. */
  leave(): void;
}

/** Opens the channel; returns undefined in a process that is not a worker. */
export function openClusterChannel(): ClusterChannel | undefined {
  if (!cluster.worker) return undefined;
  const { worker } = cluster;
  const waiting = new Map<number, (all: MetricValues[]) => void>();
  const counted = new Map<number, (answers: LimitResponse[]) => void>();
  let lastId = 0;
  let ownValues: (() => Promise<MetricValues>) | undefined;
  const send = (message: WorkerMessage) => {
    if (worker.isConnected()) worker.send(message);
  };
  const stopped = new Promise<'SIGTERM' | 'SIGINT'>((resolve) => {
    worker.once('disconnect', () => resolve('SIGTERM'));
    process.on('message', (message: SupervisorMessage) => {
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
        // On failure this worker is left out of the metrics.
        ownValues?.()
          .then((values) => send({ type: 'metrics', id, values }))
          .catch(() => undefined);
      }
    });
  });
  return {
    reportListening: (endpoint) => send({ type: 'listening', endpoint }),
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
          send({ type: 'gather', id });
        });
      },
    },
    callLimits(calls) {
      const id = ++lastId;
      return new Promise((resolve) => {
        counted.set(id, resolve);
        send({ type: 'limits', id, calls });
      });
    },
    leave() {
      if (worker.isConnected()) process.disconnect?.();
    },
  };
}
