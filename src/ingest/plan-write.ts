import type { AnyBulkWriteOperation, ClientSession, Db } from 'mongodb';
import type { NodeType } from '../graph/node-id.ts';
import type { StoreContents } from './store-contents.ts';

type WrittenCollection = 'merges' | keyof StoreContents;

export interface StoredDocument {
  _id: string;
}

/** One document before and after; absent where it is not stored. */
export interface Change<D extends StoredDocument = StoredDocument> {
  before?: D;
  after?: D;
}

/** What has to change, by collection, in the order in which it is written: from the first the rest can be made again. */
export type WritePlan = Record<WrittenCollection, Change[]>;

interface ChangeCount {
  created: number;
  updated: number;
  removed: number;
}

export type ChangeCounts = Record<NodeType, ChangeCount>;

export function emptyPlan(): WritePlan {
  return {
    merges: [],
    articles: [],
    withdrawals: [],
    accounts: [],
    incidents: [],
    actors: [],
    statements: [],
    locations: [],
  };
}

/** One command and more for each collection in which something changes. */
export async function executePlan(database: Db, session: ClientSession | undefined, plan: WritePlan): Promise<void> {
  for (const [name, changes] of Object.entries(plan)) {
    if (changes.length === 0) continue;
    const options = { ordered: false, ...(session && { session }) };
    await database.collection<StoredDocument>(name).bulkWrite(changes.map(toOperation), options);
  }
}

/** What the plan does to each type. */
export function countChanges(plan: WritePlan): ChangeCounts {
  return {
    Incident: count(plan.incidents),
    Actor: count(plan.actors),
    Statement: count(plan.statements),
    Location: count(plan.locations),
    Article: count(plan.articles),
  };
}

export function noChanges(): ChangeCounts {
  const none = () => ({ created: 0, updated: 0, removed: 0 });
  return { Incident: none(), Actor: none(), Statement: none(), Location: none(), Article: none() };
}

/** Both together, type by type. */
export function addChanges(a: ChangeCounts, b: ChangeCounts): ChangeCounts {
  const add = (type: NodeType): ChangeCount => ({
    created: a[type].created + b[type].created,
    updated: a[type].updated + b[type].updated,
    removed: a[type].removed + b[type].removed,
  });
  return {
    Incident: add('Incident'),
    Actor: add('Actor'),
    Statement: add('Statement'),
    Location: add('Location'),
    Article: add('Article'),
  };
}

function toOperation({ before, after }: Change): AnyBulkWriteOperation<StoredDocument> {
  if (!after) return { deleteOne: { filter: { _id: before?._id ?? '' } } };
  if (!before) return { insertOne: { document: after } };
  return { replaceOne: { filter: { _id: after._id }, replacement: after } };
}

function count(changes: readonly Change[]): ChangeCount {
  const counts = { created: 0, updated: 0, removed: 0 };
  for (const { before, after } of changes) counts[before ? (after ? 'updated' : 'removed') : 'created']++;
  return counts;
}
