import { fail } from '../errors.ts';
import { compileExpression } from '../expression/expression.ts';
import type { PipelineContext } from '../query/stage.ts';
import type { CollectionDefinition } from '../storage/catalog.ts';
import type { Environment } from '../storage/environment.ts';
import type { DirectView, WriteView } from '../storage/view.ts';
import { type Document, isDocument, type Value } from '../values/value.ts';
import type { Cursors } from './cursors.ts';
import type { Deadline } from './deadline.ts';
import type { GroupCommit } from './group-commit.ts';
import { namespace, type Reply, type Request } from './request.ts';
import type { Snapshot, Snapshots } from './snapshots.ts';
import type { Transaction, Transactions } from './transactions.ts';

/** The state that all connections share. */
export interface Server {
  environment: Environment;
  view: DirectView;
  groupCommit: GroupCommit;
  cursors: Cursors;
  transactions: Transactions;
  snapshots: Snapshots;
  startedAt: number;
  connections: number;
}

/** The context in which a command runs. */
export interface CommandContext {
  server: Server;
  request: Request;
  /** The view of the newest state, or of the command's transaction or snapshot. */
  view: WriteView;
  transaction: Transaction | null;
  snapshot: Snapshot | null;
  connectionId: number;
  deadline: Deadline;
}

export interface Command {
  /** A `write` runs inside a durable transaction, and only once per `txnNumber`. */
  kind: 'read' | 'write' | 'other';
  /** Whether the command is allowed in a multi-document transaction. */
  inTransaction: boolean;
  run(context: CommandContext): Reply | Promise<Reply>;
}

/** The command's collection. Throws NamespaceNotFound if it does not exist. */
export function existingCollection({ request, view }: CommandContext): CollectionDefinition {
  const name = namespace(request);
  return view.catalog.collections.get(name) ?? fail('NamespaceNotFound', `ns does not exist: ${name}`);
}

export function pipelineContextOf({ request, deadline, view }: CommandContext): PipelineContext {
  return {
    view,
    database: request.database,
    vars: variablesOf(request.body),
    checkInterrupt: deadline.check,
    examined: { keys: 0, documents: 0 },
    tables: new Map(),
  };
}

/** `$$NOW` and the variables that `let` defines, which are constants. */
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
    fail('Location4890500', 'Command let Expression tried to access a field, which is not allowed');
  return constant.value;
}
