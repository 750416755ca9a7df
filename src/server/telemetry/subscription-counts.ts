import type { FastifyInstance } from 'fastify';
import type { SubscriptionCounts } from './prometheus.ts';

const counts = new WeakMap<FastifyInstance, () => SubscriptionCounts>();

/** Sets the source of the metrics of subscriptions. */
export function observeSubscriptions(app: FastifyInstance, read: () => SubscriptionCounts): void {
  counts.set(app, read);
}

/** Returns the numbers of a server's subscriptions; undefined if it has none. */
export function subscriptionCounts(app: FastifyInstance): SubscriptionCounts | undefined {
  return counts.get(app)?.();
}
