import type { FastifyInstance } from 'fastify';
import type { PoolUse } from '../store/watch-pool.ts';
import { createHealth, type Health, registerHealth, shareUnderWay } from './health.ts';
import { logRequests } from './log-requests.ts';
import { type MetricsOfWorkers, registerMetrics } from './metrics.ts';

/** What those who run the gateway see of it. */
export interface OperationsOptions {
  store: {
    answers(): Promise<unknown>;
    countArticles(): Promise<number>;
    pool(): PoolUse;
    restarts(): number;
  };
  health?: Health;
  metricsToken?: string;
  workers?: MetricsOfWorkers;
}

/** `/livez`, `/readyz`, `/metrics`, and a line in the log for each answer. */
export function registerOperations(app: FastifyInstance, options: OperationsOptions): void {
  const { store, health = createHealth(), metricsToken, workers } = options;
  const answers = () => store.answers();
  registerHealth(app, health, answers);
  registerMetrics(app, {
    gauges: {
      pool: () => store.pool(),
      restarts: () => store.restarts(),
      articles: shareUnderWay(() => store.countArticles(), undefined),
      storeAnswers: shareUnderWay(() => answers().then(() => true), false),
      isDraining: () => health.isDraining(),
    },
    ...(metricsToken !== undefined && { token: metricsToken }),
    ...(workers && { workers }),
  });
  logRequests(app);
}
