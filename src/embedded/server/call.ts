import { refuse } from '../errors.ts';
import { compileExpression } from '../pipeline/expression.ts';
import type { PipelineContext } from '../pipeline/row.ts';
import type { CollectionDefinition } from '../storage/catalog.ts';
import type { Environment } from '../storage/environment.ts';
import type { DirectView, WriteView } from '../storage/view.ts';
import { type Document, isDocument, type Value } from '../values/value.ts';
import type { Commits } from './commits.ts';
import type { Cursors } from './cursors.ts';
import { namespace, type Reply, type Request } from './request.ts';
import type { Transaction, Transactions } from './transactions.ts';

/** What all connections share. */
export interface Server {
  environment: Environment;
  view: DirectView;
  commits: Commits;
  cursors: Cursors;
  transactions: Transactions;
  startedAt: number;
  connections: number;
}

/** One command under way. */
export interface Call {
  server: Server;
  request: Request;
  /** The newest state, or the transaction's. */
  view: WriteView;
  transaction: Transaction | null;
  connectionId: number;
  deadline: Deadline;
}

export interface Command {
  /** `write`: runs inside a durable transaction, once for each `txnNumber`. */
  kind: 'read' | 'write' | 'other';
  /** Whether it may stand in a multi-document transaction. */
  inTransaction: boolean;
  run(call: Call): Reply | Promise<Reply>;
}

/** When a command is to stop; moves on with each getMore of a cursor. */
export interface Deadline {
  at: number;
  check(): void;
}

/** The command's collection, which has to be there. */
export function existingCollection({ request, view }: Call): CollectionDefinition {
  const name = namespace(request);
  return view.catalog.collections.get(name) ?? refuse('NamespaceNotFound', `ns does not exist: ${name}`);
}

export function contextOf({ request, deadline, view }: Call): PipelineContext {
  return {
    view,
    database: request.database,
    vars: variablesOf(request.body),
    pulse: deadline.check,
    examined: { keys: 0, documents: 0 },
    tables: new Map(),
  };
}

/** `$$NOW`, and what `let` defines: constants. */
function variablesOf(body: Document): Map<string, Value> {
  const vars = new Map<string, Value>([['NOW', new Date()]]);
  const given = body.get('let');
  if (isDocument(given)) for (const [name, value] of given) vars.set(name, constantOf(value));
  return vars;
}

export function variableNames(body: Document): string[] {
  const given = body.get('let');
  return isDocument(given) ? [...given.keys()] : [];
}

function constantOf(value: Value): Value {
  const { constant } = compileExpression(value);
  if (constant === null)
    refuse('Location4890500', 'Command let Expression tried to access a field, which is not allowed');
  return constant.value;
}
