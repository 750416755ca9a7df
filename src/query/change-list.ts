import { GraphQLError } from 'graphql';
import type { Document } from 'mongodb';
import { badUserInput } from '../errors/bad-user-input.ts';
import type { PageInfo } from '../generated/schema.ts';
import {
  assertKept,
  type ChangeDocument,
  type ChangeLine,
  ChangesGone,
  changePaths,
  currentRevision,
  type LogState,
  lastOf,
  lineOf,
  positionOf,
  RevisionAhead,
  readLogState,
} from '../store/changes.ts';
import type { StoreReader } from '../store/store-reader.ts';
import { changeFilter } from './change-filter.ts';
import { formatCursor, parseCursor } from './cursor.ts';
import type { Order } from './order.ts';
import { parseSize } from './page-arguments.ts';
import type { WhereInput } from './where/operators.ts';

/** The paging arguments of a list of changes. */
export interface ChangePageArguments {
  first?: number | null;
  after?: string | null;
}

export interface ChangeArguments extends ChangePageArguments {
  since?: number | null;
  where?: WhereInput | null;
}

export interface ChangePage {
  edges: ChangeEdgeModel[];
  nodes: ChangeLine[];
  pageInfo: PageInfo;
}

export interface ChangeEdgeModel {
  cursor: string;
  node: ChangeLine;
}

export const newestFirst: Order = { key: 'changes -_id', paths: [['_id', -1]] };
const oldestFirst: Order = { key: 'changes _id', paths: [['_id', 1]] };

const defaultSize = 20;
const maxSize = 100;

/** A RESET may have changed anything, so that no filter leaves it out. */
const isReset: Document = { op: 'RESET' };

/** Returns the last turn of writing that is done. Costs one command. */
export function revisionOf(store: Pick<StoreReader, 'find'>): Promise<number> {
  return currentRevision(store);
}

/** Returns a page of the log. Costs two commands. Throws `BAD_USER_INPUT`, and `GONE` if changes are no longer kept. */
export async function listChanges(store: Pick<StoreReader, 'find'>, args: ChangeArguments): Promise<ChangePage> {
  const { where, since } = args;
  const filter = where == null ? {} : { $or: [isReset, changeFilter(where)] };
  if (since == null) return listNewest(store, filter, args);
  if (since < 0) throw badUserInput('since', 'a revision, which is a whole number from 0', since);
  return listSince(store, filter, args, since);
}

async function listSince(
  store: Pick<StoreReader, 'find'>,
  filter: Document,
  args: ChangePageArguments,
  since: number,
): Promise<ChangePage> {
  const size = parseChangesSize(args);
  const after = Math.max(positionIn(oldestFirst, args) ?? 0, lastOf(since));
  const options = { reads: changePaths, limit: size + 1, sort: new Map([['_id', 1]] as const) };
  const found = await store.find<ChangeDocument>('changes', within(filter, { $gt: after }), options);
  // The state is read last: lines that were removed before the lines were read are then known to be gone.
  const state = await readLogState(store);
  checkKept(since, state);
  const isDone = ({ _id }: ChangeDocument) => _id <= lastOf(state.currentRevision);
  return pageOf(found.filter(isDone), size, oldestFirst, args);
}

async function listNewest(
  store: Pick<StoreReader, 'find'>,
  filter: Document,
  args: ChangePageArguments,
): Promise<ChangePage> {
  const size = parseChangesSize(args);
  const before = positionIn(newestFirst, args);
  const last = lastOf(await currentRevision(store));
  const range = { $lte: last, ...(before !== undefined && { $lt: before }) };
  const options = { reads: changePaths, limit: size + 1, sort: new Map([['_id', -1]] as const) };
  const found = await store.find<ChangeDocument>('changes', within(filter, range), options);
  return pageOf(found, size, newestFirst, args);
}

function within(filter: Document, _id: Document): Document {
  return { ...filter, _id };
}

function checkKept(since: number, state: LogState): void {
  try {
    assertKept(since, state);
  } catch (error) {
    if (error instanceof RevisionAhead)
      throw badUserInput('since', `at most ${error.currentRevision}, the current revision`, since);
    if (!(error instanceof ChangesGone)) throw error;
    const { oldestKeptRevision } = error;
    throw new GraphQLError(
      `The changes since revision ${since} are no longer kept. Query again what you keep, and go on from its revision. The earliest possible "since" is ${oldestKeptRevision}`,
      { extensions: { code: 'GONE', argument: 'since', oldestKeptRevision } },
    );
  }
}

/** Returns the page of the `found` lines, of which one more than `size` says that there are more. */
export function pageOf(found: readonly ChangeDocument[], size: number, order: Order, args: ChangePageArguments) {
  const documents = found.slice(0, size);
  const nodes = documents.map(lineOf);
  const cursorOf = (line: ChangeLine | undefined) => line && formatCursor(order, { _id: positionOf(line) });
  return {
    nodes,
    edges: nodes.map((node) => ({ node, cursor: formatCursor(order, { _id: positionOf(node) }) })),
    pageInfo: {
      hasNextPage: found.length > size,
      hasPreviousPage: args.after != null,
      startCursor: cursorOf(nodes[0]) ?? null,
      endCursor: cursorOf(nodes.at(-1)) ?? null,
    },
  };
}

export function parseChangesSize({ first }: ChangePageArguments): number {
  return parseSize('first', first ?? defaultSize, maxSize);
}

/** Returns the id of the line at the cursor; undefined without one. */
export function positionIn(order: Order, { after }: ChangePageArguments): number | undefined {
  if (after == null) return undefined;
  const [position] = parseCursor(order, after, 'after');
  if (typeof position !== 'number') throw badUserInput('after', 'a cursor of a list of changes', after);
  return position;
}
