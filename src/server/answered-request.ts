import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { CommandUse } from '../store/store-use.ts';
import { identityOf } from './identity.ts';
import type { ServerContext } from './server-context.ts';

/** What is told of a request once it is answered; no variable, no header and no word of the query. */
export interface AnsweredRequest {
  requestId: string;
  method: string;
  /** As the route has it, not as the client wrote it; null where there is none. */
  route: string | null;
  status: number;
  /** From its first header to the last byte of the answer. */
  ms: number;
  /** The name of who brought a token that was looked at, and right. */
  client?: string;
  /** Absent where GraphQL was not reached. */
  operation?: AnsweredOperation;
}

export interface AnsweredOperation {
  /** As the client calls it; null where it has no name, or there is no such operation. */
  name: string | null;
  /** `query`, `mutation`, or null where there is no such operation. */
  type: string | null;
  /** Null where it was refused before it was counted. */
  cost: number | null;
  outcome: Outcome;
  /** The codes of its errors, each once. */
  codes: string[];
  /** What it asked of the store. */
  commands: CommandUse[];
}

/** Without errors; refused by what the client did; with fields that the store did not give; by a fault of ours. */
export const outcomes = ['ok', 'refused', 'unavailable', 'failed'] as const;
export type Outcome = (typeof outcomes)[number];

const operations = new WeakMap<FastifyRequest['raw'], AnsweredOperation>();

/** Calls `listener` after each answer, when nobody waits for it any more. */
export function onAnswered(app: FastifyInstance, listener: (request: AnsweredRequest) => void): void {
  app.addHook('onResponse', async ({ id, method, raw, routeOptions }, reply) => {
    const operation = operations.get(raw);
    const client = identityOf(raw)?.name;
    listener({
      requestId: id,
      method,
      route: routeOptions.url ?? null,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 100) / 100,
      ...(client !== undefined && { client }),
      ...(operation && { operation }),
    });
  });
}

/** Of each operation what `onAnswered` tells; to stand behind the plugins that add to the answer. */
export const noteOperations: ApolloServerPlugin<ServerContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ contextValue, operation, operationName, response: { body } }) {
        const { errors = [], extensions } = body.kind === 'single' ? body.singleResult : {};
        const codes = [...new Set(errors.map((error) => String(error.extensions?.code)))];
        const cost = (extensions?.cost as { requested?: number } | undefined)?.requested ?? null;
        operations.set(contextValue.http.raw, {
          name: operation ? (operationName ?? null) : null,
          type: operation?.operation ?? null,
          cost,
          outcome: outcomeOf(codes),
          codes,
          commands: contextValue.store?.use().ended ?? [],
        });
      },
    };
  },
};

/** The worst. */
function outcomeOf(codes: readonly string[]): Outcome {
  if (codes.includes('INTERNAL_SERVER_ERROR')) return 'failed';
  if (codes.includes('SERVICE_UNAVAILABLE')) return 'unavailable';
  return codes.length > 0 ? 'refused' : 'ok';
}
