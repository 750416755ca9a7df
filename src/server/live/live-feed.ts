import type { FastifyBaseLogger } from 'fastify';
import type { GraphContext } from '../../entities/context.ts';
import { overloaded } from '../limits/overloaded.ts';
import type { Joining } from './accepted-subscription.ts';
import { subscriptionError, tooSlow } from './live-errors.ts';
import type { LiveFilter } from './live-filter.ts';
import { createLiveGroup, type LiveDocument, type LiveGroup } from './live-group.ts';
import { mapConcurrently } from './map-concurrently.ts';
import { readStep, type Step } from './read-step.ts';
import type { Subscriber } from './subscriber.ts';
import type { Happened } from './written-turns.ts';

/** Follows the store for all subscribers of a process. */
export interface LiveFeed {
  /**
   * Adds a subscriber, and sends it a first payload. Returns a function that removes it. Rejects with the error for the
   * client.
   */
  join(request: JoinRequest): Promise<() => void>;
  /** The number of distinct filters, and of payloads that were sent and left out. */
  counts(): { filters: number; sent: number; skipped: number };
  stop(): void;
}

export interface JoinRequest extends Joining {
  document: LiveDocument;
  subscriber: Subscriber;
}

export interface LiveFeedOptions {
  /** Returns the number of turns begun. Costs one command. */
  readTurns(): Promise<number>;
  /** Returns a context for reads from the primary. */
  openContext(): GraphContext;
  formatError(error: unknown): { message: string };
  log: FastifyBaseLogger;
}

interface Waiting extends JoinRequest {
  resolve(leave: () => void): void;
  reject(error: unknown): void;
}

/** The time between two looks at the number of the last turn. */
const everyMs = 250;
/** The max number of nodes that one filter may match, and of ids that all filters hold. */
const maxIdsOfFilter = 100_000;
const maxIds = 1_000_000;
const maxFilters = 1000;
/** The number of steps that fail before filters that cannot be compared are left behind. */
const maxFailures = 3;
const maxExecutions = 4;
/** The time after which a client that does not read its events is disconnected. */
const maxLagMs = 60_000;

/**
 * Creates a feed. While it has subscribers, it looks at the number of the last turn every 250 ms, which is one small
 * command. If that has changed, it reads the change log and compares each distinct filter, whatever the number of its
 * subscribers; then each distinct document is executed once for all who sent it.
 *
 * Steps come one after another, so that each subscriber gets its payloads in order.
 */
export function createLiveFeed(options: LiveFeedOptions): LiveFeed {
  const { readTurns, openContext, formatError, log } = options;
  const filters = new Map<string, LiveFilter>();
  const groups = new Map<LiveFilter, Map<string, LiveGroup>>();
  const counted = { sent: 0, skipped: 0 };
  let waiting: Waiting[] = [];
  let revision: number | undefined;
  let storeId: string | undefined;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let isStepping = false;
  let isStopped = false;

  function schedule(ms: number): void {
    if (isStopped || isStepping) return;
    clearTimeout(timer);
    timer = setTimeout(() => void look(), ms);
    timer.unref();
  }

  async function look(): Promise<void> {
    isStepping = true;
    try {
      if (waiting.length > 0 || (await readTurns()) !== revision) await step();
      await reviveLagging();
      if (failures > 0) log.info('Subscriptions follow the store again');
      failures = 0;
    } catch (error) {
      if (failures++ === 0) log.warn({ err: error }, 'Subscriptions cannot follow the store');
    }
    isStepping = false;
    if (filters.size > 0 || waiting.length > 0) schedule(waiting.length > 0 ? 0 : everyMs);
    else revision = undefined;
  }

  async function step(): Promise<void> {
    const joining = waiting;
    waiting = [];
    const result = await readStep(openContext(), {
      revision,
      storeId,
      filters,
      joining: joining.filter(isWelcome),
      leavesBehind: failures >= maxFailures,
      maxIds: maxIdsOfFilter,
    }).catch((error: unknown) => {
      for (const each of joining) each.reject(error);
      throw error;
    });
    if (!result) {
      for (const each of joining) each.reject(overloaded());
      return;
    }
    ({ revision, storeId } = result);
    for (const [filter, happened] of result.compared) if (happened instanceof Error) loseFilter(filter, happened);
    await publish(result);
  }

  /** Rejects those for which there is no room. */
  function isWelcome(each: Waiting): boolean {
    let ids = 0;
    for (const filter of filters.values()) ids += filter.ids.size;
    if (filters.size < maxFilters && ids < maxIds) return true;
    each.reject(overloaded());
    return false;
  }

  async function publish({ revision, compared, joined }: Step<Waiting>): Promise<void> {
    const deliveries: { group: LiveGroup; happened: Happened; to: readonly Subscriber[] }[] = [];
    for (const [filter, happened] of compared) {
      if (happened instanceof Error || (happened.totalCount === 0 && !happened.isSkipped)) continue;
      for (const group of groups.get(filter)?.values() ?? [])
        deliveries.push({ group, happened, to: [...group.subscribers] });
    }
    for (const [each, start] of joined) {
      if (start instanceof Error) {
        each.reject(subscriptionError(start));
        continue;
      }
      const group = groupOf(start.filter, each.document);
      group.subscribers.add(each.subscriber);
      deliveries.push({ group, happened: start.missed, to: [each.subscriber] });
      each.resolve(() => leave(group, each.document.key, each.subscriber));
    }
    await mapConcurrently(deliveries, maxExecutions, ({ group, happened, to }) =>
      deliver(group, happened, to, revision),
    );
  }

  async function deliver(
    group: LiveGroup,
    happened: Happened,
    to: readonly Subscriber[],
    revision: number,
  ): Promise<void> {
    const payload = await group.render(happened, revision).catch((error: unknown) => {
      log.error({ err: error }, 'A payload of a subscription failed');
    });
    await Promise.all(
      to.map(async (subscriber) => {
        const { payloads, skips } = subscriber.sent;
        if (!payload) subscriber.lag();
        else if (!subscriber.isLagging() || happened.isSkipped) await subscriber.deliver(payload);
        counted.sent += subscriber.sent.payloads - payloads;
        counted.skipped += subscriber.sent.skips - skips;
      }),
    );
  }

  /** Tells those who lagged and read again what they have missed, and disconnects those who do not read. */
  async function reviveLagging(): Promise<void> {
    if (revision === undefined) return;
    for (const named of groups.values())
      for (const group of named.values())
        for (const subscriber of group.subscribers) {
          if (!subscriber.isLagging()) continue;
          if (subscriber.isReadyAgain()) await deliver(group, skipped, [subscriber], revision);
          else if (subscriber.laggingMs() > maxLagMs) subscriber.output.fail([tooSlow]);
        }
  }

  function groupOf(filter: LiveFilter, document: LiveDocument): LiveGroup {
    filters.set(filter.key, filter);
    const named = groups.get(filter) ?? new Map<string, LiveGroup>();
    groups.set(filter, named);
    const group = named.get(document.key) ?? createLiveGroup(filter, document);
    named.set(document.key, group);
    return group;
  }

  function leave(group: LiveGroup, key: string, subscriber: Subscriber): void {
    const { filter } = group;
    group.subscribers.delete(subscriber);
    const named = groups.get(filter);
    if (group.subscribers.size > 0 || named?.get(key) !== group) return;
    named.delete(key);
    if (named.size > 0) return;
    groups.delete(filter);
    filters.delete(filter.key);
  }

  /** Ends the subscriptions of a filter that matches too much. Others are told to query again, once it can be compared. */
  function loseFilter(filter: LiveFilter, error: Error): void {
    const isFinal = subscriptionError(error) !== error;
    for (const group of groups.get(filter)?.values() ?? [])
      for (const subscriber of group.subscribers) {
        if (isFinal) subscriber.output.fail([formatError(subscriptionError(error))]);
        else subscriber.lag();
      }
  }

  return {
    join(request) {
      if (isStopped) return Promise.reject(overloaded());
      return new Promise((resolve, reject) => {
        waiting.push({ ...request, resolve, reject });
        schedule(0);
      });
    },
    counts: () => ({ filters: filters.size, ...counted }),
    stop() {
      isStopped = true;
      clearTimeout(timer);
      for (const each of waiting) each.reject(overloaded());
    },
  };
}

const skipped: Happened = { events: [], totalCount: 0, isSkipped: true };
