import { BSON, type ClientSession, type Db, type MongoClient } from 'mongodb';
import { compareStore } from './compare-store.ts';
import {
  addChanges,
  type ChangeCounts,
  countChanges,
  emptyPlan,
  executePlan,
  noChanges,
  type StoredDocument,
  type WritePlan,
} from './plan-write.ts';
import { createStoreView, type StoreView } from './store-view.ts';
import { keepTurn } from './take-turn.ts';

/**
 * Makes the store what follows from its articles and merges, whatever else is in it, and answers what changed. Reads all
 * that is stored, as `compareStore` does, and writes what differs some at a time, as it is found.
 *
 * Others wait until it is done, since a write moves what is stored by a difference, which is right only where what is
 * stored is. Where it is cut short, who writes next does it all again first: until it is done, `pending` says so.
 */
export function rebuildStore(database: Db, client: MongoClient, limits = chunkLimits): Promise<ChangeCounts> {
  return rebuild(database, client, limits, async () => true);
}

/** Rebuilds the store where that was begun, and nobody else has done it meanwhile. */
export function completeRebuild(database: Db, client: MongoClient): Promise<ChangeCounts> {
  return rebuild(database, client, chunkLimits, () => isBeingRebuilt(createStoreView(database, undefined)));
}

export async function isBeingRebuilt(view: StoreView): Promise<boolean> {
  return (await view.find('pending', { _id: mark })).length > 0;
}

/** In `pending`, while the store is being rebuilt. */
const mark = 'rebuild';

interface ChunkLimits {
  documents: number;
  bytes: number;
}

/** What is written at once is to take little memory, and far less than the time that a transaction may last. */
const chunkLimits: ChunkLimits = { documents: 1000, bytes: 4 * 1024 * 1024 };

async function rebuild(
  database: Db,
  client: MongoClient,
  limits: ChunkLimits,
  isNeeded: () => Promise<boolean>,
): Promise<ChangeCounts> {
  let changes = noChanges();
  await keepTurn(client, database, async (step) => {
    if (!(await isNeeded())) return;
    await step(async (session) => {
      await pendingOf(database).replaceOne({ _id: mark }, {}, { upsert: true, ...(session && { session }) });
    });
    let chunk = createChunk();
    const write = async () => {
      const { plan } = chunk;
      chunk = createChunk();
      await step((session) => executePlan(database, session, plan));
      changes = addChanges(changes, countChanges(plan));
    };
    await compareStore(database, async (collection, change) => {
      chunk.plan[collection].push(change);
      chunk.documents++;
      chunk.bytes += BSON.calculateObjectSize(change);
      if (chunk.documents >= limits.documents || chunk.bytes >= limits.bytes) await write();
    });
    if (chunk.documents > 0) await write();
    await step((session) => clearAll(database, session));
  });
  return changes;
}

function createChunk(): { plan: WritePlan; documents: number; bytes: number } {
  return { plan: emptyPlan(), documents: 0, bytes: 0 };
}

/** The mark last. */
async function clearAll(database: Db, session: ClientSession | undefined): Promise<void> {
  const options = { ...(session && { session }) };
  await pendingOf(database).deleteMany({ _id: { $ne: mark } }, options);
  await pendingOf(database).deleteOne({ _id: mark }, options);
}

function pendingOf(database: Db) {
  return database.collection<StoredDocument>('pending');
}
