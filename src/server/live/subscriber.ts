import type { GraphQLFormattedError } from 'graphql';
import type { ClientBudget } from '../limits/client-limits.ts';

/** Where the payloads of a subscription go: a stream of events, or an operation on a WebSocket. */
export interface SubscriberOutput {
  /** The number of bytes that the client has not read yet, as far as is known. */
  backlog(): number;
  /** Sends a payload, which is JSON and shows the state at a revision. */
  next(payload: string, revision: number): void;
  /** Sends errors as the last message. */
  fail(errors: readonly GraphQLFormattedError[]): void;
  /** Ends the subscription so that the client subscribes again, perhaps elsewhere. */
  leave(): void;
}

export interface SubscriberOptions {
  output: SubscriberOutput;
  budget: ClientBudget | undefined;
  /** The client's address. */
  address: string;
  /** The cost of a payload with the given number of events. */
  costOf(events: number): number;
}

/** A payload that is shared by all subscribers with the same document, variables and rights. */
export interface Payload {
  json: string;
  revision: number;
  events: number;
}

/** A client that follows a filter. */
export interface Subscriber {
  /** Sends a payload unless the client lags: a payload that cannot be sent is left out, and nothing is queued. */
  deliver(payload: Payload): Promise<void>;
  /** Notes that a payload was left out. */
  lag(): void;
  isLagging(): boolean;
  /** Whether the client reads again, and may be told what it has missed. */
  isReadyAgain(): boolean;
  /** How long the client has been lagging. */
  laggingMs(): number;
  readonly output: SubscriberOutput;
  readonly sent: { payloads: number; skips: number };
}

/** A client with more unread bytes than this gets no further payload. */
const maxBacklogBytes = 1024 ** 2;

export function createSubscriber({ output, budget, address, costOf }: SubscriberOptions): Subscriber {
  let laggingSince: number | undefined;
  const sent = { payloads: 0, skips: 0 };
  const lag = () => {
    if (laggingSince !== undefined) return;
    laggingSince = performance.now();
    sent.skips++;
  };
  return {
    output,
    sent,
    lag,
    isLagging: () => laggingSince !== undefined,
    isReadyAgain: () => laggingSince !== undefined && output.backlog() === 0,
    laggingMs: () => (laggingSince === undefined ? 0 : performance.now() - laggingSince),
    async deliver({ json, revision, events }) {
      if (output.backlog() > maxBacklogBytes || !(await isAffordable(budget, address, costOf(events)))) return lag();
      laggingSince = undefined;
      sent.payloads++;
      output.next(json, revision);
    },
  };
}

/** A budget that is not known in time is not spent. */
async function isAffordable(budget: ClientBudget | undefined, address: string, cost: number): Promise<boolean> {
  if (!budget) return true;
  const state = await budget.take(address, cost).catch(() => undefined);
  return state?.retryAfterMs === 0;
}
