import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { ServerContext } from '../server-context.ts';
import { recordPage } from '../telemetry/request-record.ts';
import type { AcceptedSubscription } from './accepted-subscription.ts';

/** A subscription that may be opened, or the errors for the client. */
export type Admission =
  | { accepted: AcceptedSubscription; readsTexts: boolean }
  | { status: number; headers: Iterable<[string, string]>; errors: readonly GraphQLFormattedError[] };

export interface Admitting {
  apollo: ApolloServer<ServerContext>;
  /** Returns the context of an operation; rejects unless the client may read. */
  contextOf(request: FastifyRequest): Promise<ServerContext>;
  /** Must be called after each operation. */
  done(request: FastifyRequest): void;
}

/** Checks a subscription by all rules for operations. `body` is that of a POST. */
export async function admitSubscription(
  { apollo, contextOf, done }: Admitting,
  request: FastifyRequest,
  body: Readonly<Record<string, unknown>>,
): Promise<Admission> {
  const startedAt = performance.now();
  let context: ServerContext | undefined;
  const stream: NonNullable<ServerContext['stream']> = {};
  try {
    const {
      status = 200,
      headers,
      body: sent,
    } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: postOf(body),
      async context() {
        context = await contextOf(request);
        context.stream = stream;
        return context;
      },
    });
    context?.store?.close();
    if (stream.accepted) return { accepted: stream.accepted, readsTexts: context?.readsTexts ?? false };
    if (sent.kind !== 'complete') throw new Error('Incremental delivery is not supported');
    const { errors = [] } = JSON.parse(sent.string) as { errors?: GraphQLFormattedError[] };
    return { status, headers: withoutBody(headers), errors };
  } finally {
    done(request);
    recordPage(request, performance.now() - startedAt);
  }
}

function postOf(body: unknown): HTTPGraphQLRequest {
  const headers = new HeaderMap([
    ['content-type', 'application/json'],
    ['accept', 'application/graphql-response+json'], // so that errors have statuses of their own
  ]);
  return { method: 'POST', search: '', headers, body };
}

function withoutBody(headers: HeaderMap): [string, string][] {
  return [...headers].filter(([name]) => !['content-type', 'content-length'].includes(name));
}

/** An error in the form in which a client gets it. */
export class FormattedError extends GraphQLError {
  readonly #formatted: GraphQLFormattedError;

  constructor(formatted: GraphQLFormattedError) {
    super(formatted.message, { extensions: formatted.extensions ?? {} });
    this.#formatted = formatted;
  }

  override toJSON(): GraphQLFormattedError {
    return this.#formatted;
  }
}
