import { once } from 'node:events';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { type Context, handleProtocols, makeServer } from 'graphql-ws';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { sendError } from '../errors/http-errors.ts';
import { type AllowedOrigins, isForeign } from '../http/cors.ts';
import type { ClientBudget } from '../limits/client-limits.ts';
import { chargeMessage } from '../limits/rate-limit.ts';
import type { AcceptedSubscription } from './accepted-subscription.ts';
import { type Admitting, admitSubscription, FormattedError } from './execute-subscription.ts';
import type { EndReason, LiveSubscriptions } from './live-subscriptions.ts';
import { operationRequest } from './operation-request.ts';
import { reasonOf } from './sse-route.ts';
import type { SubscriberOutput } from './subscriber.ts';
import { upgradeOf } from './upgrades.ts';

export interface SocketOptions extends Admitting {
  schema: GraphQLSchema;
  live: LiveSubscriptions;
  formatError(error: unknown): GraphQLFormattedError;
  budget: ClientBudget | undefined;
  origins: AllowedOrigins;
  maxMessageBytes: number;
}

/** The WebSockets of a server, which carry subscriptions in the protocol graphql-transport-ws. */
export interface WebSockets {
  /** Takes over the connection of a request for an upgrade, or responds with an error. */
  accept(request: FastifyRequest, reply: FastifyReply): FastifyReply;
  /** Closes all connections, so that clients reconnect elsewhere. */
  close(): void;
}

/** A connection without a subscription is closed after this time. */
const idleMs = 60_000;
const pingMs = 15_000;
/** The max number of messages of a connection in this time. */
const maxMessages = 500;
const messagesMs = 10_000;

const goingAway = 1001;
const tooManyRequests = 4429;
const idle = 4408;

export function createWebSockets(options: SocketOptions): WebSockets {
  const { origins, maxMessageBytes } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    maxPayload: maxMessageBytes,
    handleProtocols,
  });
  const server = makeServer<Record<string, unknown>, Extra>({
    schema: options.schema,
    onSubscribe: async (context, id, payload) => begin(options, context, id, { ...payload }),
    subscribe: (args) => (args.contextValue as Beginning).events,
  });

  function open(socket: WebSocket, request: FastifyRequest): void {
    const extra: Extra = { socket, request, opening: new Map() };
    const stopIdle = closeWhenIdle(socket, extra);
    const stopPing = pingUntilSilent(socket);
    const isFlooded = createFloodCheck();
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: async (text) => send(socket, text),
        close: (code, reason) => socket.close(code, reason),
        onMessage(receive) {
          socket.on('message', (data: RawData, isBinary: boolean) => {
            if (isBinary) return socket.close(4400, 'Messages must be text');
            if (isFlooded()) return socket.close(tooManyRequests, 'Too many messages');
            // An operation that fails unexpectedly has been logged; the connection is in an unknown state.
            receive(String(data)).catch(() => socket.close(4500, 'Internal server error'));
          });
        },
      },
      extra,
    );
    socket.on('error', () => socket.terminate()); // a frame that is too large or malformed
    socket.once('close', (code, reason) => {
      stopIdle();
      stopPing();
      for (const end of extra.opening.values()) end('client');
      void closed(code, String(reason));
    });
  }

  return {
    accept(request, reply) {
      const { origin, host } = request.headers;
      if (isForeign(origins, origin, host))
        return sendError(reply, 403, `Pages of ${origin} may not open WebSockets: CORS_ORIGINS must list the origin`);
      const upgrade = upgradeOf(request.raw);
      if (!upgrade) throw new Error('The request is not for an upgrade');
      reply.hijack();
      upgrade.release();
      sockets.handleUpgrade(request.raw, upgrade.socket, upgrade.head, (socket) => open(socket, request));
      return reply;
    },
    close() {
      for (const socket of sockets.clients) socket.close(goingAway, 'Going away');
    },
  };
}

interface Extra {
  socket: WebSocket;
  request: FastifyRequest;
  /** The subscriptions of the connection by their ids; each function ends one. */
  opening: Map<string, (reason: EndReason) => void>;
}

/** What `graphql-ws` gets of a subscription that has begun. */
interface Beginning {
  events: AsyncGenerator<never>;
}

/**
 * Begins a subscription. Its payloads are sent without `graphql-ws`, which would serialize each one for each subscriber;
 * for it, the subscription is a stream without values that ends.
 */
async function begin(
  options: SocketOptions,
  context: Context<Record<string, unknown>, Extra>,
  id: string,
  payload: Record<string, unknown>,
) {
  const { socket, request, opening } = context.extra;
  const refused = await chargeMessage(options.budget, request, JSON.stringify(payload).length);
  if (refused) return [new FormattedError(options.formatError(refused))];
  const operation = operationRequest(request, authorizationIn(context.connectionParams));
  const admission = await admitSubscription(options, operation, payload);
  if ('errors' in admission) return admission.errors.map((error) => new FormattedError(error));
  const { accepted, readsTexts } = admission;
  const ended = new AbortController();
  const end = () => ended.abort();
  const output = outputOf(socket, id, (reason) => {
    delete context.subscriptions[id]; // so that `graphql-ws` does not send that it is complete
    opening.get(id)?.(reason);
    end();
  });
  let close: (reason: EndReason) => void;
  try {
    close = await options.live.open({ request: operation, accepted, readsTexts, output, transport: 'websocket' });
  } catch (error) {
    return [new FormattedError(options.formatError(error))];
  }
  const closeOnce = (reason: EndReason) => {
    opening.delete(id);
    close(reason);
    end();
  };
  opening.set(id, closeOnce);
  if (ended.signal.aborted || socket.readyState !== socket.OPEN || !(id in context.subscriptions)) closeOnce('client');
  return argsOf(options.schema, accepted, { events: silentUntil(ended.signal, () => closeOnce('client')) });
}

function argsOf(schema: GraphQLSchema, { document, operationName }: AcceptedSubscription, contextValue: Beginning) {
  return { schema, document, ...(operationName !== undefined && { operationName }), contextValue };
}

/** Returns a stream without values. `onReturn` is called when its reader leaves. */
function silentUntil(ended: AbortSignal, onReturn: () => void): AsyncGenerator<never> {
  const done = { done: true, value: undefined } as const;
  const leave = async () => {
    onReturn();
    return done;
  };
  return {
    next: async () => {
      if (!ended.aborted) await once(ended, 'abort');
      return done;
    },
    return: leave,
    throw: leave,
    [Symbol.asyncIterator]() {
      return this;
    },
  } as AsyncGenerator<never>; // without `Symbol.asyncDispose`, which Node 20 may lack
}

function outputOf(socket: WebSocket, id: string, onEnd: (reason: EndReason) => void): SubscriberOutput {
  const idText = JSON.stringify(id);
  return {
    backlog: () => socket.bufferedAmount,
    next: (payload) => send(socket, `{"id":${idText},"type":"next","payload":${payload}}`),
    fail(errors) {
      send(socket, `{"id":${idText},"type":"error","payload":${JSON.stringify(errors)}}`);
      onEnd(reasonOf(errors));
    },
    leave: () => onEnd('drain'), // the connection is closed, and the client subscribes again on another
  };
}

function send(socket: WebSocket, text: string): void {
  if (socket.readyState === socket.OPEN) socket.send(text);
}

/** Clients that cannot set headers, such as browsers, send the token when they open the connection. */
function authorizationIn(params: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const given = Object.entries(params ?? {}).find(([name]) => name.toLowerCase() === 'authorization')?.[1];
  return typeof given === 'string' ? given : undefined;
}

function closeWhenIdle(socket: WebSocket, { opening }: Extra): () => void {
  let wasIdle = false;
  const timer = setInterval(() => {
    if (opening.size === 0 && wasIdle) socket.close(idle, 'The connection has no subscription');
    wasIdle = opening.size === 0;
  }, idleMs / 2);
  timer.unref();
  return () => clearInterval(timer);
}

/** Closes a connection whose client does not respond to a ping. */
function pingUntilSilent(socket: WebSocket): () => void {
  let isAlive = true;
  socket.on('pong', () => {
    isAlive = true;
  });
  const timer = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, pingMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Returns a function that is called for each message, and returns whether there are too many. */
function createFloodCheck(): () => boolean {
  let since = performance.now();
  let messages = 0;
  return () => {
    const now = performance.now();
    if (now - since > messagesMs) [since, messages] = [now, 0];
    return ++messages > maxMessages;
  };
}
