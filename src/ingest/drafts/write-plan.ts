import type { AnyBulkWriteOperation, ClientSession, Db } from 'mongodb';
import { byType, collectionOf, type NodeType } from '../../query/node-id.ts';
import { byCollection, type Contents } from './store-contents.ts';

export interface StoredDocument {
  _id: string;
}

/** A document before and after the write. `before` is absent if it is created, `after` if it is removed. */
export interface Change<D extends StoredDocument = StoredDocument> {
  before?: D;
  after?: D;
}

/** The changes by collection, in the order in which they are written. */
export type WritePlan = Record<keyof Contents, Change[]>;

interface ChangeCount {
  created: number;
  updated: number;
  removed: number;
}

export type ChangeCounts = Record<NodeType, ChangeCount>;

export function emptyPlan(): WritePlan {
  return byCollection<WritePlan>(() => []);
}

/** Writes the plan, with one or more commands for each collection that changes. */
export async function executePlan(database: Db, session: ClientSession | undefined, plan: WritePlan): Promise<void> {
  for (const [name, changes] of Object.entries(plan)) {
    if (changes.length === 0) continue;
    const options = { ordered: false, ...(session && { session }) };
    await database.collection<StoredDocument>(name).bulkWrite(changes.map(toOperation), options);
  }
}

/** Returns how many documents of each type the plan creates, updates and removes. */
export function countChanges(plan: WritePlan): ChangeCounts {
  return byType<ChangeCounts>((type) => count(plan[collectionOf(type)]));
}

export function noChanges(): ChangeCounts {
  return byType<ChangeCounts>(() => ({ created: 0, updated: 0, removed: 0 }));
}

/** Returns the sum of two counts for each type. */
export function addChanges(a: ChangeCounts, b: ChangeCounts): ChangeCounts {
  return byType<ChangeCounts>((type) => ({
    created: a[type].created + b[type].created,
    updated: a[type].updated + b[type].updated,
    removed: a[type].removed + b[type].removed,
  }));
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
