import type { FastifyInstance } from 'fastify';
import { withinTime } from '../store/within-time.ts';

/** Whether the process should be sent requests. */
export interface Health {
  /** From now on `/readyz` answers 503, and everything else as before. */
  drain(): void;
  isDraining(): boolean;
  /** Whether somebody has asked `/readyz` lately, who is to be told before the process goes. */
  isWatched(): boolean;
  /** To be called when somebody asks. */
  noteAsked(): void;
}

/** Who asks less often than this is no load balancer. */
const watchedMs = 60_000;
/** How long the store may take to count as there. */
const readyWithinMs = 500;

export function createHealth(): Health {
  let draining = false;
  let askedAt = Number.NEGATIVE_INFINITY;
  return {
    drain() {
      draining = true;
    },
    isDraining: () => draining,
    isWatched: () => performance.now() - askedAt < watchedMs,
    noteAsked() {
      askedAt = performance.now();
    },
  };
}

/**
 * `/livez`: the process runs and its event loop turns; no reason to start it anew while it says so. `/readyz`: it may be
 * sent requests. `storeAnswers` is asked one at a time, however many ask `/readyz`.
 */
export function registerHealth(app: FastifyInstance, health: Health, storeAnswers: () => Promise<unknown>): void {
  const isReady = shareUnderWay(() => storeAnswers().then(() => true), false);
  app.get('/livez', (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'alive' }));
  app.get('/readyz', async (_request, reply) => {
    health.noteAsked();
    reply.header('cache-control', 'no-store');
    if (health.isDraining()) return reply.code(503).send({ status: 'draining' });
    if (await isReady()) return reply.send({ status: 'ready' });
    return reply.code(503).send({ status: 'the document store does not answer' });
  });
}

/**
 * What the store answers, or `otherwise` when it fails or takes longer than `readyWithinMs`. One that hangs is asked anew
 * only once it has answered, or the connection has ended: others need connections too.
 */
export function shareUnderWay<T, O>(ask: () => Promise<T>, otherwise: O): () => Promise<T | O> {
  let underWay: Promise<T | O> | undefined;
  return () => {
    underWay ??= ask()
      .catch(() => otherwise)
      .finally(() => {
        underWay = undefined;
      });
    return withinTime(underWay, readyWithinMs, () => new Error('Late')).catch(() => otherwise);
  };
}
