import type { AnyBulkWriteOperation, Db, Document } from 'mongodb';
import { byCodeUnits } from './fold/sorting.ts';
import type { Change, StoredDocument, WritePlan } from './plan-write.ts';
import { createStoreView, type FindOptions, findAnyBy, type StoreView } from './store-view.ts';

/** A store as it would be once something is written, which lies in another store, over it. */
export interface Overlay {
  view: StoreView;
  write(plan: WritePlan): Promise<void>;
}

/** Of the collections in `over`, the paths by which a writer finds. */
const indexes = {
  articles: ['accounts'],
  accounts: ['thing'],
  incidents: ['about', 'location'],
  statements: ['given.statement', 'incidents', 'waitsFor'],
  locations: ['within'],
};

/** What is gone, as `incidents raid`. */
const goneName = 'gone';

/** `over` is a database that is empty, and stays this overlay's own. */
export async function createOverlay(below: StoreView, over: Db): Promise<Overlay> {
  const above = createStoreView(over, undefined);
  for (const [name, paths] of Object.entries(indexes)) {
    await over.collection(name).createIndexes(paths.map((path) => ({ key: { [path]: 1 } })));
  }
  const view: StoreView = { find, findAny: findAnyBy(find) };
  return { view, write };

  async function find<D extends Document>(
    collection: string,
    filter: Parameters<StoreView['find']>[1],
    options: FindOptions = {},
  ): Promise<D[]> {
    const written = await above.find<D & StoredDocument>(collection, filter, options);
    const { limit = Number.POSITIVE_INFINITY, sort } = options;
    for (let most = limit; ; most *= 10) {
      const stored = await below.find<D & StoredDocument>(collection, filter, {
        ...options,
        ...(Number.isFinite(most) && { limit: most }),
      });
      const left = await uncovered(collection, stored);
      if (left.length < limit && stored.length === most) continue; // what follows may not be covered
      const found = [...written, ...left];
      if (sort) found.sort((a, b) => inOrder(sort, a, b));
      return found.slice(0, limit);
    }
  }

  /** Those that are neither written nor gone. */
  async function uncovered<D extends StoredDocument>(collection: string, stored: readonly D[]): Promise<D[]> {
    const ids = stored.map(({ _id }) => _id);
    const idsOnly = { reads: [] };
    const written = await above.findAny<StoredDocument>(collection, '_id', ids, idsOnly);
    const gone = await above.findAny<StoredDocument>(
      goneName,
      '_id',
      ids.map((id) => goneId(collection, id)),
      idsOnly,
    );
    const covered = new Set(written.map(({ _id }) => _id));
    const absent = new Set(gone.map(({ _id }) => _id));
    return stored.filter(({ _id }) => !covered.has(_id) && !absent.has(goneId(collection, _id)));
  }

  async function write(plan: WritePlan): Promise<void> {
    for (const [name, changes] of Object.entries(plan)) {
      if (changes.length === 0) continue;
      await over.collection<StoredDocument>(name).bulkWrite(changes.map(toWrite), { ordered: false });
      await over.collection<StoredDocument>(goneName).bulkWrite(
        changes.map((change) => toGone(name, change)),
        { ordered: false },
      );
    }
  }
}

function toWrite({ before, after }: Change): AnyBulkWriteOperation<StoredDocument> {
  if (!after) return { deleteOne: { filter: { _id: before?._id ?? '' } } };
  return { replaceOne: { filter: { _id: after._id }, replacement: after, upsert: true } };
}

function toGone(collection: string, { before, after }: Change): AnyBulkWriteOperation<StoredDocument> {
  const filter = { _id: goneId(collection, after?._id ?? before?._id ?? '') };
  return after ? { deleteOne: { filter } } : { replaceOne: { filter, replacement: {}, upsert: true } };
}

function goneId(collection: string, id: string): string {
  return `${collection} ${id}`;
}

function inOrder(sort: NonNullable<FindOptions['sort']>, a: Document, b: Document): number {
  for (const [path, direction] of Object.entries(sort)) {
    const order = byCodeUnits(a[path], b[path]);
    if (order !== 0) return order * direction;
  }
  return 0;
}
