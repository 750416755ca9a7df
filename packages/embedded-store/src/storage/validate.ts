import { decodeDocument } from '../values/decode-document.ts';
import { afterPrefix } from '../values/key-writer.ts';
import type { CollectionDefinition, IndexDefinition } from './catalog.ts';
import { allDocuments } from './documents.ts';
import { indexEntries } from './entries.ts';
import { documentKey, documentKeyOfEntry, idPrefix } from './keys.ts';
import type { View } from './view.ts';

export interface Validation {
  documents: number;
  /** The numbers of entries, by index name. */
  entries: [string, number][];
  /** The first hundred errors. */
  errors: string[];
}

/**
 * Reads the whole collection and checks that each document can be parsed and is stored under the key of its `_id`, that
 * each index has exactly the entries that the documents require, and that unique keys are unique.
 */
export function validateCollection(
  view: View,
  collection: CollectionDefinition,
  checkInterrupt: () => void,
): Validation {
  const errors: string[] = [];
  const wrong = (text: string) => {
    if (errors.length < 100) errors.push(text);
  };
  const expected = new Map(collection.indexes.map((index) => [index.id, 0]));
  let documents = 0;
  for (const { key, raw } of allDocuments(view, collection)) {
    if (documents++ % 256 === 0) checkInterrupt();
    try {
      const document = decodeDocument(raw);
      if (!documentKey(collection.id, document.get('_id')).equals(key))
        wrong(`A document is stored under a key that is not the key of its _id: ${key.toString('hex')}`);
      for (const index of collection.indexes) {
        const { keys } = indexEntries(index, document, key);
        expected.set(index.id, (expected.get(index.id) ?? 0) + keys.length);
        for (const entry of keys) {
          if (view.get('entries', entry) === undefined)
            wrong(`Index ${index.name} lacks an entry for ${key.toString('hex')}`);
        }
      }
    } catch (error) {
      wrong(`The document ${key.toString('hex')} cannot be parsed: ${(error as Error).message}`);
    }
  }
  const entries = collection.indexes.map((index): [string, number] => {
    const count = checkEntries(view, collection, index, wrong, checkInterrupt);
    if (count !== expected.get(index.id))
      wrong(`Index ${index.name} has ${count} entries, but the documents require ${expected.get(index.id)}`);
    return [index.name, count];
  });
  return { documents, entries, errors };
}

function checkEntries(
  view: View,
  collection: CollectionDefinition,
  index: IndexDefinition,
  wrong: (text: string) => void,
  checkInterrupt: () => void,
): number {
  let start = idPrefix(index.id);
  const end = afterPrefix(start);
  let count = 0;
  for (;;) {
    checkInterrupt();
    const { keys } = view.range('entries', { start, end, reverse: false, limit: 512, values: false });
    for (const key of keys) {
      const document = documentKeyOfEntry(collection.id, key);
      if (view.get('documents', document) === undefined)
        wrong(`Index ${index.name} refers to ${document.toString('hex')}, which does not exist`);
    }
    count += keys.length;
    if (keys.length < 512) return count;
    start = Buffer.concat([keys[511] as Buffer, Buffer.alloc(1)]);
  }
}
