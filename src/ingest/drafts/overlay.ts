import type { AnyBulkWriteOperation, Db, Document } from 'mongodb';
import { byCodeUnits } from '../../text/compare.ts';
import { createStoreView, type FindOptions, findAnyBy, type StoreView } from './store-view.ts';
import type { Change, StoredDocument, WritePlan } from './write-plan.ts';

/** A store with unwritten changes on top of it. The changes are kept in another database. */
export interface Overlay {
  view: StoreView;
  write(plan: WritePlan): Promise<void>;
}

/** The paths by which a writer finds documents, by collection; they are indexed in `over`. */
const indexes = {
  articles: ['accounts'],
  accounts: ['thing'],
  incidents: ['about', 'location'],
  statements: ['given.statement', 'incidents', 'waitsFor'],
  locations: ['within'],
};

/** The collection that lists removed documents, as `incidents raid`. */
const goneName = 'gone';

/** Creates an overlay over the store that `below` reads. `over` must be an empty database that nothing else uses. */
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
      if (left.length < limit && stored.length === most) continue; // later documents may be uncovered
      const found = [...written, ...left];
      if (sort) found.sort((a, b) => serialize(sort, a, b));
      return found.slice(0, limit);
    }
  }

  /** Returns those of the stored documents that the overlay neither overwrites nor removes. */
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

function serialize(sort: NonNullable<FindOptions['sort']>, a: Document, b: Document): number {
  for (const [path, direction] of Object.entries(sort)) {
    const order = byCodeUnits(a[path], b[path]);
    if (order !== 0) return order * direction;
  }
  return 0;
}
