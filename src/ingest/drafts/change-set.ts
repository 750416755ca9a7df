import { isSameDocument } from './same-document.ts';
import type { StoreView } from './store-view.ts';
import type { Change, StoredDocument } from './write-plan.ts';

/**
 * Documents of one collection, as stored and as they will be. `stored`, `get` and `set` throw for an id that is not
 * loaded.
 */
export interface Drafts<D extends StoredDocument> {
  /** Loads the documents that are not loaded yet. An id that is not stored counts as loaded. */
  load(ids: Iterable<string>): Promise<void>;
  /**
   * Loads the stored documents that have one of `values` under `path`, and returns their ids, including those loaded
   * before.
   */
  loadAny(path: string, values: Iterable<string>): Promise<string[]>;
  /** Marks these ids as loaded and not stored, without reading them. Ids that are loaded keep their documents. */
  assumeAbsent(ids: Iterable<string>): void;
  stored(id: string): D | undefined;
  /** Returns the document as it will be: the draft, or else the stored one. */
  get(id: string): D | undefined;
  set(id: string, document: D | undefined): void;
  /** Returns every document that was set, even to its stored state. */
  drafted(): { id: string; before: D | undefined; after: D | undefined }[];
  /** Returns the drafts that differ from the stored documents. */
  changes(): Change<D>[];
}

export function createDrafts<D extends StoredDocument>(view: StoreView, collection: string): Drafts<D> {
  const known = new Map<string, D | undefined>();
  const drafts = new Map<string, D | undefined>();

  function stored(id: string): D | undefined {
    if (!known.has(id)) throw new Error(`Document ${JSON.stringify(id)} of ${collection} is not loaded`);
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
