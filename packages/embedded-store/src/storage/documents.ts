import { EJSON } from 'bson';
import { CommandError, fail } from '../errors.ts';
import { decodeDocument } from '../values/decode-document.ts';
import { maxDocumentBytes } from '../values/document-limits.ts';
import { encodeDocument } from '../values/encode-document.ts';
import { afterPrefix, emptyArrayKey } from '../values/key-writer.ts';
import type { Document, Value } from '../values/value.ts';
import { type CollectionDefinition, type IndexDefinition, namespaceOf } from './catalog.ts';
import { type Entries, indexEntries } from './entries.ts';
import { documentKey, idPrefix, splitEntry } from './keys.ts';
import type { View, WriteView } from './view.ts';

/*
 * Writes documents with their index entries. Each function does all its checks before its first write, so that a
 * rejected document leaves nothing behind.
 */

/** Stores a new document; `raw` is its BSON. Throws DuplicateKey if its `_id` or a unique key is taken. */
export function insertDocument(
  view: WriteView,
  collection: CollectionDefinition,
  document: Document,
  raw: Buffer,
): void {
  checkSize(raw);
  const id = document.get('_id');
  const key = documentKey(collection.id, id);
  if (view.get('documents', key) !== undefined) throw duplicateKey(collection, '_id_', ['_id'], [id]);
  const made = collection.indexes.map((index) => indexEntries(index, document, key));
  for (const entries of made) checkUnique(view, collection, entries, key);
  view.put('documents', key, raw);
  for (const entries of made) putEntries(view, entries);
}

/** Replaces `before` by `after`, which has the same `_id`. */
export function replaceDocument(
  view: WriteView,
  collection: CollectionDefinition,
  key: Buffer,
  before: Document,
  after: Document,
): void {
  const raw = encodeDocument(after);
  checkSize(raw);
  const removed: Buffer[] = [];
  const made = collection.indexes.map((index): Entries => {
    const old = new Map(indexEntries(index, before, key).keys.map((entry) => [entry.toString('latin1'), entry]));
    const now = indexEntries(index, after, key);
    const isNew = now.keys.map((entry) => !old.delete(entry.toString('latin1')));
    removed.push(...old.values());
    return { ...now, keys: now.keys.filter((_, i) => isNew[i]), tuples: now.tuples.filter((_, i) => isNew[i]) };
  });
  for (const entries of made) checkUnique(view, collection, entries, key);
  view.put('documents', key, raw);
  for (const entry of removed) view.remove('entries', entry);
  for (const entries of made) putEntries(view, entries);
}

export function removeDocument(
  view: WriteView,
  collection: CollectionDefinition,
  key: Buffer,
  document: Document,
): void {
  for (const index of collection.indexes) {
    for (const entry of indexEntries(index, document, key).keys) view.remove('entries', entry);
  }
  view.remove('documents', key);
}

/** Writes the entries of a new index for all existing documents. */
export function buildIndex(view: WriteView, collection: CollectionDefinition, index: IndexDefinition): void {
  for (const { key, raw } of allDocuments(view, collection)) {
    const document = decodeDocument(raw);
    const made = indexEntries(index, document, key);
    checkUnique(view, collection, made, key);
    putEntries(view, made);
  }
}

/** All documents in the order of `_id`. */
export function* allDocuments(view: View, collection: CollectionDefinition): Generator<{ key: Buffer; raw: Buffer }> {
  const prefix = idPrefix(collection.id);
  const end = afterPrefix(prefix);
  let start = prefix;
  for (;;) {
    const rows = view.range('documents', { start, end, reverse: false, limit: 256, values: true });
    for (let i = 0; i < rows.keys.length; i++) yield { key: rows.keys[i] as Buffer, raw: rows.values[i] as Buffer };
    if (rows.keys.length < 256) return;
    start = Buffer.concat([rows.keys[255] as Buffer, Buffer.alloc(1)]);
  }
}

/** Removes all entries of an index or all documents of a collection. */
export function clearPrefix(view: WriteView, map: 'documents' | 'entries', id: number): void {
  const start = idPrefix(id);
  for (;;) {
    const { keys } = view.range(map, { start, end: afterPrefix(start), reverse: false, limit: 1000, values: false });
    for (const key of keys) view.remove(map, key);
    if (keys.length < 1000) return;
  }
}

const noValue = Buffer.alloc(0);

function putEntries(view: WriteView, { index, keys, multi, truncated }: Entries): void {
  for (const entry of keys) view.put('entries', entry, noValue);
  multi?.forEach((isMulti, i) => {
    if (!isMulti || index.multikey[i]) return;
    index.multikey[i] = true;
    view.catalogChanged();
  });
  if (truncated && !index.truncated) {
    index.truncated = true;
    view.catalogChanged();
  }
}

function checkUnique(
  view: View,
  collection: CollectionDefinition,
  { index, keys, tuples }: Entries,
  key: Buffer,
): void {
  if (!index.unique) return;
  const paths = index.components.map((component) => component.path);
  for (const [i, entry] of keys.entries()) {
    if (!isTaken(view, index.id, splitEntry(entry).body, key)) continue;
    const values = tuples[i]?.map((part) => (part === emptyArrayKey ? undefined : (part as Value)));
    throw duplicateKey(collection, index.name, paths, values ?? []);
  }
}

/** Whether a document other than the one at `key` has these values in a unique index. */
export function isTaken(view: Pick<View, 'range'>, indexId: number, body: Buffer, key: Buffer): boolean {
  const start = Buffer.concat([idPrefix(indexId), body]);
  const { keys } = view.range('entries', { start, end: afterPrefix(start), reverse: false, limit: 2, values: false });
  return keys.some((entry) => {
    const found = splitEntry(entry);
    return found.body.equals(body) && !found.idKey.equals(key.subarray(4));
  });
}

function duplicateKey(collection: CollectionDefinition, index: string, paths: string[], values: Value[]): CommandError {
  const keyValue: Document = new Map(paths.map((path, i) => [path, values[i] ?? null]));
  const shown = EJSON.stringify(Object.fromEntries(keyValue));
  return new CommandError(
    'DuplicateKey',
    `E11000 duplicate key error collection: ${namespaceOf(collection)} index: ${index} dup key: ${shown}`,
    { keyPattern: new Map(paths.map((path) => [path, 1])), keyValue },
  );
}

function checkSize(raw: Buffer): void {
  if (raw.length > maxDocumentBytes)
    fail('BSONObjectTooLarge', `A document must have at most ${maxDocumentBytes} bytes, but has ${raw.length}`);
}
