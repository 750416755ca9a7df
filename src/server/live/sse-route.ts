import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { badUserInput } from '../../errors/bad-user-input.ts';
import { sendError } from '../errors/http-errors.ts';
import { createEventStream } from './event-stream.ts';
import { type Admitting, admitSubscription } from './execute-subscription.ts';
import type { EndReason, LiveSubscriptions } from './live-subscriptions.ts';

export interface Streaming extends Admitting {
  live: LiveSubscriptions;
  formatError(error: unknown): GraphQLFormattedError;
}

/** The statuses of errors by code. Others are 400. */
const statuses: Readonly<Record<string, number>> = {
  GONE: 410,
  RATE_LIMITED: 429,
  SERVICE_UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};

/**
 * Streams a subscription as server-sent events. A subscription that cannot begin gets an ordinary response with a status,
 * after which an `EventSource` does not try again. `Last-Event-ID` takes the place of `after`.
 */
export async function streamSubscription(
  streaming: Streaming,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { live, formatError } = streaming;
  const body = operationOf(request);
  if (!body) return sendError(reply, 400, 'variables and extensions must be JSON objects');
  const admission = await admitSubscription(streaming, request, body);
  if ('errors' in admission) {
    for (const [name, value] of admission.headers) reply.header(name, value);
    return sendErrors(reply, admission.status, admission.errors);
  }
  let reason: EndReason = 'client';
  const stream = createEventStream(reply.raw, reply.getHeaders() as Record<string, string>);
  let close: ((reason: EndReason) => void) | undefined;
  reply.raw.once('close', () => close?.(reason));
  try {
    const accepted = { ...admission.accepted, after: lastEventId(request) ?? admission.accepted.after };
    const output = {
      ...stream,
      fail(errors: readonly GraphQLFormattedError[]) {
        reason = reasonOf(errors);
        stream.fail(errors);
      },
      leave() {
        reason = 'drain';
        stream.leave();
      },
    };
    close = await live.open({ request, accepted, readsTexts: admission.readsTexts, output, transport: 'sse' });
  } catch (error) {
    stream.stop();
    const formatted = formatError(error);
    return sendErrors(reply, statuses[String(formatted.extensions?.code)] ?? 400, [formatted]);
  }
  if (reply.raw.destroyed) close(reason);
  return reply.hijack();
}

export function reasonOf([error]: readonly GraphQLFormattedError[]): EndReason {
  const code = error?.extensions?.code;
  if (code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') return 'access';
  return code === 'SUBSCRIBER_TOO_SLOW' ? 'slow' : 'error';
}

/** Returns the operation of a request as the body of a POST has it; undefined if a parameter of a GET is not JSON. */
function operationOf({ method, body, query }: FastifyRequest): Record<string, unknown> | undefined {
  if (method === 'POST') return body as Record<string, unknown>;
  const { variables, extensions, ...texts } = query as Record<string, unknown>;
  const parsed = [variables, extensions].map(parseObject);
  if (parsed.includes(false)) return undefined;
  const given = Object.entries(texts).filter(([, text]) => text !== '');
  const [parsedVariables, parsedExtensions] = parsed;
  return {
    ...Object.fromEntries(given),
    ...(parsedVariables && { variables: parsedVariables }),
    ...(parsedExtensions && { extensions: parsedExtensions }),
  };
}

/** Returns undefined for a parameter that is left out, and false for one that is not an object. */
function parseObject(text: unknown): object | undefined | false {
  if (text === undefined || text === '' || text === 'null') return undefined;
  try {
    const value: unknown = JSON.parse(String(text));
    return typeof value === 'object' && value !== null && !Array.isArray(value) && value;
  } catch {
    return false;
  }
}

/** An empty id means that no event came. */
function lastEventId({ headers }: FastifyRequest): number | undefined {
  const text = headers['last-event-id'];
  if (text === undefined || text === '') return undefined;
  if (typeof text !== 'string' || !/^\d{1,15}$/.test(text))
    throw badUserInput('Last-Event-ID', 'the id of an event, which is a revision', text);
  return Number(text);
}

function sendErrors(reply: FastifyReply, status: number, errors: readonly GraphQLFormattedError[]): FastifyReply {
  return reply.code(status).type('application/json; charset=utf-8').send({ errors });
}
