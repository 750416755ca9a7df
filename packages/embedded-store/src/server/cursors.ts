import { fail } from '../errors.ts';
import type { Row } from '../query/stage.ts';
import { maxDocumentBytes } from '../values/document-limits.ts';
import { encodeDocument } from '../values/encode-document.ts';
import type { Deadline } from './deadline.ts';
import type { Snapshot } from './snapshots.ts';
import type { Transaction } from './transactions.ts';

export interface Cursor {
  id: bigint;
  namespace: string;
  rows: Iterator<Buffer>;
  /** A document that was read but did not fit into the last batch. */
  waiting: Buffer | null;
  deadline: Deadline;
  transaction: Transaction | null;
  snapshot: Snapshot | null;
  /** The session that opened it, or null. */
  session: string | null;
  usedAt: number;
}

export interface Batch {
  documents: Buffer[];
  done: boolean;
}

/** The open cursors. `get` throws CursorNotFound for an unknown id and Unauthorized for another namespace. */
export interface Cursors {
  open(cursor: Omit<Cursor, 'id' | 'usedAt' | 'waiting'>, waiting: Buffer | null): Cursor;
  get(id: bigint, namespace: string): Cursor;
  close(id: bigint): boolean;
  closeWhere(chosen: (cursor: Cursor) => boolean): void;
  count(): number;
}

export function createCursors(): Cursors {
  const cursors = new Map<bigint, Cursor>();
  const close = (cursor: Cursor): void => {
    cursors.delete(cursor.id);
    cursor.rows.return?.();
  };
  return {
    open(fields, waiting) {
      const id = BigInt(1 + Math.floor(Math.random() * (Number.MAX_SAFE_INTEGER - 1)));
      const cursor = { ...fields, waiting, id, usedAt: Date.now() };
      cursors.set(id, cursor);
      return cursor;
    },
    get(id, namespace) {
      const cursor = cursors.get(id);
      if (cursor === undefined) fail('CursorNotFound', `cursor id ${id} not found`);
      if (cursor.namespace !== namespace)
        fail(
          'Unauthorized',
          `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
        );
      cursor.usedAt = Date.now();
      return cursor;
    },
    close(id) {
      const cursor = cursors.get(id);
      if (cursor !== undefined) close(cursor);
      return cursor !== undefined;
    },
    closeWhere(chosen) {
      for (const cursor of cursors.values()) if (chosen(cursor)) close(cursor);
    },
    count: () => cursors.size,
  };
}

/** The rows as BSON: stored bytes are passed on, other documents are encoded. */
export function* encodedRows(rows: Iterable<Row>): Generator<Buffer> {
  for (const row of rows) {
    const raw = row.raw ?? encodeDocument(row.document);
    if (raw.length > maxDocumentBytes + 16 * 1024)
      fail('BSONObjectTooLarge', `A result document of ${raw.length} bytes is too large`);
    yield raw;
  }
}

/** Up to `size` documents (null: as many as fit), at most 16 MB but at least one. */
export function takeBatch(
  rows: Iterator<Buffer>,
  size: number | null,
  first: Buffer | null,
): Batch & { waiting: Buffer | null } {
  const documents: Buffer[] = [];
  let bytes = 0;
  let waiting = first;
  while (size === null || documents.length < size) {
    if (waiting === null) {
      const next = rows.next();
      if (next.done) return { documents, done: true, waiting: null };
      waiting = next.value;
    }
    if (documents.length > 0 && bytes + waiting.length > maxDocumentBytes) break;
    documents.push(waiting);
    bytes += waiting.length;
    waiting = null;
  }
  return { documents, done: false, waiting };
}
