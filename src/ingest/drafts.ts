import type { Change, StoredDocument } from './plan-write.ts';
import { isSameDocument } from './same-document.ts';
import type { StoreView } from './store-view.ts';

/** Some documents of a collection, as they are stored and as they are to be. What is asked for has to be known. */
export interface Drafts<D extends StoredDocument> {
  /** Reads those that are not known yet. */
  load(ids: Iterable<string>): Promise<void>;
  /** Reads those not known yet that have one of `values` under `path` in the store. Answers the ids of all that have. */
  loadAny(path: string, values: Iterable<string>): Promise<string[]>;
  /** Makes it known that these are not stored, unless they are known to be. */
  assumeAbsent(ids: Iterable<string>): void;
  stored(id: string): D | undefined;
  /** As it is to be. */
  get(id: string): D | undefined;
  set(id: string, document: D | undefined): void;
  /** All that was set, whether it differs or not. */
  drafted(): { id: string; before: D | undefined; after: D | undefined }[];
  /** What has to be written. */
  changes(): Change<D>[];
}

export function createDrafts<D extends StoredDocument>(view: StoreView, collection: string): Drafts<D> {
  const known = new Map<string, D | undefined>();
  const drafts = new Map<string, D | undefined>();

  function stored(id: string): D | undefined {
    if (!known.has(id)) throw new Error(`Nobody has read ${JSON.stringify(id)} of ${collection}`);
    return known.get(id);
  }

  function learn(documents: readonly D[]): void {
    for (const document of documents) if (!known.has(document._id)) known.set(document._id, document);
  }

  return {
    stored,
    async load(ids) {
      const unknown = [...new Set(ids)].filter((id) => !known.has(id));
      if (unknown.length === 0) return;
      learn(await view.findAny<D>(collection, '_id', unknown));
      for (const id of unknown) if (!known.has(id)) known.set(id, undefined);
    },
    async loadAny(path, values) {
      const documents = await view.findAny<D>(collection, path, new Set(values));
      learn(documents);
      return [...new Set(documents.map(({ _id }) => _id))];
    },
    assumeAbsent(ids) {
      for (const id of ids) if (!known.has(id)) known.set(id, undefined);
    },
    get: (id) => (drafts.has(id) ? drafts.get(id) : stored(id)),
    set(id, document) {
      stored(id);
      drafts.set(id, document);
    },
    drafted: () => [...drafts].map(([id, after]) => ({ id, before: stored(id), after })),
    changes: () =>
      [...drafts].flatMap(([id, after]) => {
        const before = stored(id);
        if (!before && !after) return [];
        if (before && after && isSameDocument(before, after)) return [];
        return [{ ...(before && { before }), ...(after && { after }) }];
      }),
  };
}
