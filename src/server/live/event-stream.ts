import type { ServerResponse } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import type { SubscriberOutput } from './subscriber.ts';

/** A subscription as server-sent events. */
export interface EventStream extends SubscriberOutput {
  /** Must be called if the subscription does not begin. */
  stop(): void;
}

/** Proxies close connections that are silent for a minute. */
const pingMs = 15_000;
/** The time after which clients reconnect, in milliseconds. It differs so that they do not all come at once. */
const minRetryMs = 1000;
const retrySpreadMs = 2000;

/**
 * Sends a subscription as server-sent events, in the distinct connections mode of the GraphQL over SSE protocol. The
 * handler of `graphql-sse` is not used: it gives events no ids, by which a client resumes, and serializes each payload
 * for each subscriber.
 *
 * `headers` are sent before the first event. A client that is to reconnect gets no `complete`.
 */
export function createEventStream(response: ServerResponse, headers: Record<string, string>): EventStream {
  const ping = setInterval(() => response.headersSent && write(':\n\n'), pingMs);
  ping.unref();
  response.once('close', () => clearInterval(ping));

  function write(text: string): void {
    if (!response.writableEnded && !response.destroyed) response.write(text);
  }

  function start(): void {
    if (response.headersSent) return;
    response.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no', // otherwise nginx waits for more
    });
    write(`retry: ${Math.round(minRetryMs + Math.random() * retrySpreadMs)}\n\n`);
  }

  function end(): void {
    clearInterval(ping);
    response.end();
  }

  return {
    stop: () => clearInterval(ping),
    backlog: () => response.writableLength,
    next(payload, revision) {
      start();
      write(`id: ${revision}\nevent: next\ndata: ${payload}\n\n`);
    },
    fail(errors: readonly GraphQLFormattedError[]) {
      start();
      write(`event: next\ndata: ${JSON.stringify({ errors })}\n\nevent: complete\ndata:\n\n`);
      end();
    },
    leave() {
      start();
      end();
    },
  };
}
