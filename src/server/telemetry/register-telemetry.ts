import type { FastifyInstance } from 'fastify';
import type { PoolUse } from '../../store/watch-pool.ts';
import { createHealth, type Health, registerHealth, shareUnderWay } from './health.ts';
import { logRequests } from './log-requests.ts';
import { type MetricsOfWorkers, registerMetrics } from './metrics.ts';
import { subscriptionCounts } from './subscription-counts.ts';

/** The sources of the health checks and metrics. */
export interface TelemetryOptions {
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

/** Adds `/livez`, `/readyz` and `/metrics`, and logs one line for each response. */
export function registerTelemetry(app: FastifyInstance, options: TelemetryOptions): void {
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
      subscriptions: () => subscriptionCounts(app),
    },
    ...(metricsToken !== undefined && { token: metricsToken }),
    ...(workers && { workers }),
  });
  logRequests(app);
}
