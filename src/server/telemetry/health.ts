import type { FastifyInstance } from 'fastify';
import { withTimeout } from '../../store/with-timeout.ts';

/** Whether the process should receive requests. */
export interface Health {
  /** From now on `/readyz` returns 503; other routes are not affected. */
  drain(): void;
  isDraining(): boolean;
  /** Makes `/readyz` return 503 with this status, until it is called without one. */
  suspend(status: string | undefined): void;
  suspended(): string | undefined;
  /** Whether a load balancer polls `/readyz`, and should see the 503 before the process stops. */
  isWatched(): boolean;
  /** Must be called on each request to `/readyz`. */
  noteAsked(): void;
}

/** Load balancers poll more often than this. */
const watchedMs = 60_000;
/** A store that takes longer to respond counts as unavailable. */
const readyTimeoutMs = 500;

export function createHealth(): Health {
  let draining = false;
  let suspended: string | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  return {
    drain() {
      draining = true;
    },
    isDraining: () => draining,
    suspend(status) {
      suspended = status;
    },
    suspended: () => suspended,
    isWatched: () => performance.now() - askedAt < watchedMs,
    noteAsked() {
      askedAt = performance.now();
    },
  };
}

/**
 * Adds `/livez`, which is 200 while the event loop runs, and `/readyz`, which is 200 while the process should receive
 * requests. Concurrent requests to `/readyz` share one call of `storeAnswers`.
 */
export function registerHealth(app: FastifyInstance, health: Health, storeAnswers: () => Promise<unknown>): void {
  const isReady = shareUnderWay(() => storeAnswers().then(() => true), false);
  const anyHost = { config: { anyHost: true } }; // load balancers ask by address
  app.get('/livez', anyHost, (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'alive' }));
  app.get('/readyz', anyHost, async (_request, reply) => {
    health.noteAsked();
    reply.header('cache-control', 'no-store');
    if (health.isDraining()) return reply.code(503).send({ status: 'draining' });
    if (!(await isReady())) return reply.code(503).send({ status: 'the document store is unavailable' });
    const suspended = health.suspended();
    return suspended === undefined ? reply.send({ status: 'ready' }) : reply.code(503).send({ status: suspended });
  });
}

/**
 * Wraps `ask`: returns its result, or `otherwise` if it fails or takes longer than 500 ms. Calls share one pending
 * `ask`, so that a hanging store holds only one connection.
 */
export function shareUnderWay<T, O>(ask: () => Promise<T>, otherwise: O): () => Promise<T | O> {
  let underWay: Promise<T | O> | undefined;
  return () => {
    underWay ??= ask()
      .catch(() => otherwise)
      .finally(() => {
        underWay = undefined;
      });
    return withTimeout(underWay, readyTimeoutMs, () => new Error('Late')).catch(() => otherwise);
  };
}
