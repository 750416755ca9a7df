import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { CommandUse } from '../../store/store-use.ts';
import { identityOf } from '../auth/identity.ts';
import type { RequestPlugin } from '../unite-plugins.ts';

/** The record of a completed request for logs, metrics and traces. Contains no variables, headers or query text. */
export interface RequestRecord {
  requestId: string;
  method: string;
  /** The pattern of the route, not the requested path; null if no route matched. */
  route: string | null;
  status: number;
  /** From the first header of the request to the last byte of the response. */
  ms: number;
  /** The name of the token, if it was verified and valid. */
  client?: string;
  /** Absent if the request did not reach GraphQL. */
  operation?: OperationRecord;
  /** Present if the request was for an export that reached GraphQL. */
  export?: ExportRecord;
}

export interface OperationRecord {
  /** Null if the operation has no name or does not exist. */
  name: string | null;
  /** `query`, `mutation`, or null if the operation does not exist. */
  type: string | null;
  /** Null if it was rejected before its cost was computed. */
  cost: number | null;
  outcome: Outcome;
  /** Why graphql-js executed a query instead of the batched executor. */
  fallback?: string;
  /** The distinct codes of its errors. */
  codes: string[];
  /** Its store commands, in the order in which they ended. */
  commands: CommandUse[];
}

/** The operations of an export, one for each page. */
export interface ExportRecord extends Pick<OperationRecord, 'name' | 'cost' | 'outcome' | 'codes'> {
  /** The number of operations, including those that had to be repeated. */
  operations: number;
  storeCommands: number;
}

/** No errors; an error of the client; fields that the store did not deliver; an internal error. */
export const outcomes = ['ok', 'refused', 'unavailable', 'failed'] as const;
export type Outcome = (typeof outcomes)[number];

const operations = new WeakMap<FastifyRequest['raw'], OperationRecord>();
const exported = new WeakMap<FastifyRequest['raw'], ExportRecord>();

type PageListener = (operation: OperationRecord, ms: number) => void;
const pageListeners = new WeakMap<FastifyInstance, PageListener[]>();

/** Calls `listener` after each response has been sent. */
export function onRequestRecord(app: FastifyInstance, listener: (request: RequestRecord) => void): void {
  app.addHook('onResponse', async ({ id, method, raw, routeOptions }, reply) => {
    const operation = operations.get(raw);
    const client = identityOf(raw)?.name;
    const pages = exported.get(raw);
    listener({
      requestId: id,
      method,
      route: routeOptions.url ?? null,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 100) / 100,
      ...(client !== undefined && { client }),
      ...(operation && { operation }),
      ...(pages && { export: pages }),
    });
  });
}

/** Calls `listener` after each operation of an export, which takes `ms`. */
export function onPageRecord(app: FastifyInstance, listener: PageListener): void {
  pageListeners.set(app, [...(pageListeners.get(app) ?? []), listener]);
}

/** Counts the operation that has been recorded for the request as one of its export, and forgets it. */
export function recordPage({ raw, server }: FastifyRequest, ms: number): void {
  const operation = operations.get(raw);
  if (!operation) return;
  operations.delete(raw);
  for (const listener of pageListeners.get(server) ?? []) listener(operation, ms);
  const { name, outcome, codes, cost, commands } = operation;
  const before = exported.get(raw);
  exported.set(raw, {
    name: before?.name ?? name,
    cost: (before?.cost ?? 0) + (cost ?? 0),
    outcome,
    codes,
    operations: (before?.operations ?? 0) + 1,
    storeCommands: (before?.storeCommands ?? 0) + commands.length,
  });
}

/** Records each operation for `onRequestRecord`. */
export const recordOperations: RequestPlugin = {
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
          ...(contextValue.fallback !== undefined && { fallback: contextValue.fallback }),
          codes,
          commands: contextValue.store?.use().ended ?? [],
        });
      },
    };
  },
};

/** Returns the most severe outcome. */
function outcomeOf(codes: readonly string[]): Outcome {
  if (codes.includes('INTERNAL_SERVER_ERROR')) return 'failed';
  if (codes.includes('SERVICE_UNAVAILABLE')) return 'unavailable';
  return codes.length > 0 ? 'refused' : 'ok';
}
