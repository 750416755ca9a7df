import { decodeDocument } from '../values/decode-document.ts';
import { afterPrefix } from '../values/key-writer.ts';
import type { CollectionDefinition, IndexDefinition } from './catalog.ts';
import { allDocuments } from './documents.ts';
import { indexEntries } from './entries.ts';
import { documentKey, documentKeyOfEntry, idPrefix } from './keys.ts';
import type { View } from './view.ts';

export interface Validation {
  documents: number;
  /** Entries, by index name. */
  entries: [string, number][];
  /** What is wrong, the first hundred. */
  errors: string[];
}

/**
 * Reads everything: each document parses and stands under its own key, each index holds exactly the entries that the
 * documents ask for, and unique keys lead to one document.
 */
export function validateCollection(view: View, collection: CollectionDefinition, pulse: () => void): Validation {
  const errors: string[] = [];
  const wrong = (text: string) => {
    if (errors.length < 100) errors.push(text);
  };
  const expected = new Map(collection.indexes.map((index) => [index.id, 0]));
  let documents = 0;
  for (const { key, raw } of allDocuments(view, collection)) {
    if (documents++ % 256 === 0) pulse();
    try {
      const document = decodeDocument(raw);
      if (!documentKey(collection.id, document.get('_id')).equals(key))
        wrong(`A document stands under a key that is not its _id's: ${key.toString('hex')}`);
      for (const index of collection.indexes) {
        const { keys } = indexEntries(index, document, key);
        expected.set(index.id, (expected.get(index.id) ?? 0) + keys.length);
        for (const entry of keys) {
          if (view.get('entries', entry) === undefined)
            wrong(`Index ${index.name} lacks an entry of ${key.toString('hex')}`);
        }
      }
    } catch (error) {
      wrong(`The document ${key.toString('hex')} does not parse: ${(error as Error).message}`);
    }
  }
  const entries = collection.indexes.map((index): [string, number] => {
    const count = checkEntries(view, collection, index, wrong, pulse);
    if (count !== expected.get(index.id))
      wrong(`Index ${index.name} has ${count} entries, and the documents ask for ${expected.get(index.id)}`);
    return [index.name, count];
  });
  return { documents, entries, errors };
}

function checkEntries(
  view: View,
  collection: CollectionDefinition,
  index: IndexDefinition,
  wrong: (text: string) => void,
  pulse: () => void,
): number {
  let start = idPrefix(index.id);
  const end = afterPrefix(start);
  let count = 0;
  for (;;) {
    pulse();
    const { keys } = view.range('entries', { start, end, reverse: false, limit: 512, values: false });
    for (const key of keys) {
      const document = documentKeyOfEntry(collection.id, key);
      if (view.get('documents', document) === undefined)
        wrong(`Index ${index.name} leads to ${document.toString('hex')}, which is not there`);
    }
    count += keys.length;
    if (keys.length < 512) return count;
    start = Buffer.concat([keys[511] as Buffer, Buffer.alloc(1)]);
  }
}
