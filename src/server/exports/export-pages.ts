import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphQLFormattedError } from 'graphql';
import {
  connectionDocument,
  operationName,
  pageDocument,
  parameterOf,
  partsDocument,
  partsOfList,
  restOperation,
} from './export-documents.ts';
import type { ExportedNode } from './export-formats.ts';
import type { ExportRequest } from './export-request.ts';
import { type ExportType, exportTypes } from './export-types.ts';

/** One operation of an export, executed like any other of the client. */
export interface ExportOperation {
  query: string;
  operationName: string;
  variables: Readonly<Record<string, unknown>>;
}

export interface OperationAnswer {
  data?: Record<string, unknown> | null | undefined;
  errors?: readonly GraphQLFormattedError[] | undefined;
  extensions?: { cost?: CostExtension } | undefined;
  /** The seconds after which to try again, if that may help. */
  retryAfter?: string | undefined;
}

interface CostExtension {
  requested: number;
  limit: number;
  budget?: { perMinute: number; remaining: number };
}

export type ExecuteOperation = (operation: ExportOperation) => Promise<OperationAnswer>;

/** An operation of an export failed, and trying again would not help. */
export class ExportError extends Error {
  readonly errors: readonly GraphQLFormattedError[];

  constructor(errors: readonly GraphQLFormattedError[]) {
    super(errors[0]?.message ?? 'The operation returned no data');
    this.name = 'ExportError';
    this.errors = errors;
  }
}

/** The share of the client's budget that an export leaves to its other requests, in percent. */
const reservedPercent = 10;

/**
 * Reads all nodes of an export, page by page, each with complete lists. Holds one page. Each page shows one state of the
 * store; nodes that are added, changed or removed meanwhile may or may not be included, and no other node is left out or
 * repeated. A page waits for the client's budget. If it would cost more than an operation may, it becomes smaller.
 *
 * @throws ExportError if an operation fails, and the reason of `signal` if it is aborted.
 */
export async function* readPages(
  { name, given, variables }: Pick<ExportRequest, 'name' | 'given' | 'variables'>,
  execute: ExecuteOperation,
  signal: AbortSignal,
): AsyncGenerator<ExportedNode[]> {
  const type = exportTypes[name];
  const ask = patiently(execute, signal);
  const query = pageDocument(name, given);
  let first = type.pageSize;
  let after: string | null = null;
  for (;;) {
    const page: OperationAnswer = await ask({
      query,
      operationName: operationName(name),
      variables: { ...variables, first, after },
    });
    const smaller = sizeWithinLimit(page, first);
    if (smaller !== undefined) {
      first = smaller;
      continue;
    }
    const { nodes, pageInfo } = dataOf(page, (path) => parameterOf(name, given, path)).list as Connection;
    for (const node of nodes) await completeLists(type, node, ask);
    yield nodes;
    if (!pageInfo.hasNextPage) return;
    after = pageInfo.endCursor;
  }
}

interface Connection {
  nodes: ExportedNode[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Waits as long as the client's budget or the concurrency limit requires, also before the next operation. */
function patiently(execute: ExecuteOperation, signal: AbortSignal): ExecuteOperation {
  const wait = (ms: number) => (ms > 0 ? sleep(ms, undefined, { signal }) : undefined);
  let pauseMs = 0;
  return async (operation) => {
    for (;;) {
      await wait(pauseMs);
      signal.throwIfAborted();
      const answer = await execute(operation);
      pauseMs = pauseFor(answer.extensions?.cost?.budget);
      if (answer.retryAfter === undefined) return answer;
      pauseMs = Math.max(pauseMs, Number(answer.retryAfter) * 1000 || 1000);
    }
  };
}

function pauseFor(budget: CostExtension['budget']): number {
  if (!budget) return 0;
  const missing = (budget.perMinute * reservedPercent) / 100 - budget.remaining;
  return Math.max(0, (missing / budget.perMinute) * 60_000);
}

/** Returns the number of nodes with which a page that was too costly is not; undefined if it was not, or has only one. */
function sizeWithinLimit({ errors, extensions }: OperationAnswer, first: number): number | undefined {
  const { requested, limit } = extensions?.cost ?? {};
  if (first === 1 || requested === undefined || limit === undefined || requested <= limit || !errors) return undefined;
  return Math.max(1, Math.min(first - 1, Math.floor((first * limit) / requested)));
}

/** `named`: returns the parameter of the export that a path of an argument stands for. */
function dataOf({ data, errors }: OperationAnswer, named = (path: string) => path): Record<string, unknown> {
  if (errors?.length || !data) throw new ExportError((errors ?? []).map((error) => toExportError(error, named)));
  return data;
}

/** Clients know the parameters of the export, but not the query that was made of them. */
function toExportError({ message, extensions }: GraphQLFormattedError, named: (path: string) => string) {
  const { argument } = extensions ?? {};
  if (typeof argument !== 'string') return { message, ...(extensions && { extensions }) };
  const parameter = named(argument);
  return {
    message: message.replace(`"${argument}"`, `"${parameter}"`),
    extensions: { ...extensions, argument: parameter },
  };
}

/** Reads what the page did not contain of long lists. What has disappeared since is left out. */
async function completeLists(type: ExportType, node: ExportedNode, ask: ExecuteOperation): Promise<void> {
  const readRest = async (query: string, after: string | null | undefined) => {
    const data = dataOf(await ask({ query, operationName: restOperation, variables: { id: node.id, after } }));
    return (data.node as { list: unknown } | null)?.list;
  };
  for (const field of Object.keys(type.parts)) {
    const parts = node[field] as { id: string }[];
    for (let last = parts; last.length === partsOfList; parts.push(...last)) {
      last = ((await readRest(partsDocument(type, field), last.at(-1)?.id)) ?? []) as typeof parts;
    }
  }
  for (const field of Object.keys(type.connections)) {
    const { nodes, pageInfo } = node[field] as Connection;
    for (let { hasNextPage, endCursor } = pageInfo; hasNextPage; ) {
      const next = (await readRest(connectionDocument(type, field), endCursor)) as Connection | undefined;
      if (!next) break;
      nodes.push(...next.nodes);
      ({ hasNextPage, endCursor } = next.pageInfo);
    }
    node[field] = { nodes };
  }
}
