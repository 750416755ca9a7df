import { BSON, type ClientSession, type Db, type MongoClient } from 'mongodb';
import { createStoreView, type StoreView } from '../drafts/store-view.ts';
import {
  addChanges,
  type ChangeCounts,
  countChanges,
  emptyPlan,
  executePlan,
  noChanges,
  type StoredDocument,
  type WritePlan,
} from '../drafts/write-plan.ts';
import { removeLinesFrom, writeLines } from './change-log.ts';
import { compareStore } from './compare-store.ts';
import { type ExclusiveLock, withExclusiveLock } from './write-lock.ts';

/**
 * Rebuilds every derived document from the stored articles and merges. Returns the numbers of changes. Reads the whole
 * store, as `compareStore` does, and writes differences in chunks as it finds them.
 *
 * Other writers wait until it is done, because they add differences to the counts, which must already be correct. If
 * the rebuild is interrupted, a mark in `pending` remains, and the next writer rebuilds the store first.
 */
export function rebuildStore(database: Db, client: MongoClient, limits = chunkLimits): Promise<ChangeCounts> {
  return rebuildWhere(database, client, limits, async () => true);
}

/** Completes an interrupted rebuild. Does nothing if another writer has completed it meanwhile. */
export function completeRebuild(database: Db, client: MongoClient): Promise<ChangeCounts> {
  return rebuildWhere(database, client, chunkLimits, () => isBeingRebuilt(createStoreView(database, undefined)));
}

async function rebuildWhere(
  database: Db,
  client: MongoClient,
  limits: ChunkLimits,
  isNeeded: () => Promise<boolean>,
): Promise<ChangeCounts> {
  let changes = noChanges();
  const onChanges = (more: ChangeCounts) => {
    changes = addChanges(changes, more);
  };
  await withExclusiveLock(client, database, async (lock) => {
    if (!(await isNeeded())) return;
    await beginRebuild(lock);
    await finishRebuild(database, lock, { limits, onChanges });
  });
  return changes;
}

export async function isBeingRebuilt(view: StoreView): Promise<boolean> {
  return (await view.find('pending', { _id: commitMark })).length > 0;
}

/** The id of the document in `pending` that marks a rebuild. */
const commitMark = 'rebuild';

export interface ChunkLimits {
  documents: number;
  bytes: number;
}

/**
 * The size of a chunk, which is one transaction. It must take little memory, and far less time than a transaction may
 * last.
 */
export const chunkLimits: ChunkLimits = { documents: 1000, bytes: 4 * 1024 * 1024 };

/** Sets the mark that makes the next writer rebuild the store first. */
export async function beginRebuild(lock: ExclusiveLock): Promise<void> {
  await lock.step(async (session, guarded, { number: turn }) => {
    const mark = { turn };
    await pendingOf(guarded).replaceOne({ _id: commitMark }, mark, { upsert: true, ...(session && { session }) });
    await removeLinesFrom(guarded, session, turn);
    await writeLines(guarded, session, turn, 'RESET');
  });
}

export interface RebuildOptions {
  limits: ChunkLimits;
  /** Called after each step that wrote changes. */
  onChanges: (changes: ChangeCounts) => void;
  /** Called for each stored document that was compared. */
  onRead?: () => void;
}

/** Rebuilds the store, and then removes the mark of `beginRebuild`. */
export async function finishRebuild(
  database: Db,
  lock: ExclusiveLock,
  { limits, onChanges, onRead }: RebuildOptions,
): Promise<void> {
  let chunk = createChunk();
  const write = async () => {
    const { plan } = chunk;
    chunk = createChunk();
    await lock.step((session, guarded) => executePlan(guarded, session, plan));
    onChanges(countChanges(plan));
  };
  await compareStore(
    database,
    async (collection, change) => {
      chunk.plan[collection].push(change);
      chunk.documents++;
      chunk.bytes += BSON.calculateObjectSize(change);
      if (chunk.documents >= limits.documents || chunk.bytes >= limits.bytes) await write();
    },
    onRead,
  );
  if (chunk.documents > 0) await write();
  await lock.finish(async (session, guarded, { number: turn }) => {
    await replaceReset(guarded, session, turn);
    await clearAll(guarded, session);
  });
}

function createChunk(): { plan: WritePlan; documents: number; bytes: number } {
  return { plan: emptyPlan(), documents: 0, bytes: 0 };
}

/** Moves the line of the change log that `beginRebuild` has written to the last turn of the rebuild. */
async function replaceReset(database: Db, session: ClientSession | undefined, turn: number): Promise<void> {
  const mark = await pendingOf(database).findOne({ _id: commitMark }, { ...(session && { session }) });
  // Since then, turns have only rebuilt. A version before the change log wrote no turn and no line.
  await removeLinesFrom(database, session, mark?.turn ?? turn);
  await writeLines(database, session, turn, 'RESET');
}

/** Clears `pending`. The mark is removed last. */
async function clearAll(database: Db, session: ClientSession | undefined): Promise<void> {
  const options = { ...(session && { session }) };
  await pendingOf(database).deleteMany({ _id: { $ne: commitMark } }, options);
  await pendingOf(database).deleteOne({ _id: commitMark }, options);
}

function pendingOf(database: Db) {
  return database.collection<StoredDocument & { turn?: number }>('pending');
}
