import type { AnyBulkWriteOperation } from 'mongodb';
import type { NodeType } from '../graph/node-id.ts';
import { isSameDocument } from './same-document.ts';
import type { StoreContents } from './store-contents.ts';

type WrittenCollection = keyof StoreContents;

export interface StoredDocument {
  _id: string;
}

/** One document before and after; absent where it is not stored. */
export interface Change {
  before?: StoredDocument;
  after?: StoredDocument;
}

/** What has to change, by collection, in the order in which it is written. */
export type WritePlan = Record<WrittenCollection, Change[]>;

interface ChangeCount {
  created: number;
  updated: number;
  removed: number;
}

export type ChangeCounts = Record<NodeType, ChangeCount>;

/** The difference between what is stored and what should be. Either may be a part of the store, if it is the same part. */
export function planWrite(before: StoreContents, after: StoreContents): WritePlan {
  return {
    articles: changesBetween(before.articles, after.articles),
    withdrawals: changesBetween(before.withdrawals, after.withdrawals),
    incidents: changesBetween(before.incidents, after.incidents),
    actors: changesBetween(before.actors, after.actors),
    statements: changesBetween(before.statements, after.statements),
    locations: changesBetween(before.locations, after.locations),
  };
}

export function toOperation({ before, after }: Change): AnyBulkWriteOperation<StoredDocument> {
  if (!after) return { deleteOne: { filter: { _id: before?._id ?? '' } } };
  if (!before) return { insertOne: { document: after } };
  return { replaceOne: { filter: { _id: after._id }, replacement: after } };
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

function changesBetween(before: readonly StoredDocument[], after: readonly StoredDocument[]): Change[] {
  const gone = new Map(before.map((document) => [document._id, document]));
  const changes: Change[] = [];
  for (const document of after) {
    const old = gone.get(document._id);
    gone.delete(document._id);
    if (!old) changes.push({ after: document });
    else if (!isSameDocument(old, document)) changes.push({ before: old, after: document });
  }
  return [...changes, ...[...gone.values()].map((document) => ({ before: document }))];
}

function count(changes: readonly Change[]): ChangeCount {
  const counts = { created: 0, updated: 0, removed: 0 };
  for (const { before, after } of changes) counts[before ? (after ? 'updated' : 'removed') : 'created']++;
  return counts;
}
