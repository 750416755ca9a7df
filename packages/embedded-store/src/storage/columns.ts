import type { CollectionDefinition } from './catalog.ts';
import { namespaceOf } from './catalog.ts';
import { type ColumnTable, createTable, type GrowingTable } from './column-table.ts';
import type { Environment } from './environment.ts';
import { idPrefix } from './keys.ts';
import { type SnapshotView, takeSnapshot } from './snapshot-view.ts';
import type { DirectView } from './view.ts';

/*
 * Summaries read the same few fields of many documents again and again. Decoding them takes nearly all of their time, and
 * most values are frequent. So the fields that were read are kept in columns: each distinct value once, and for each
 * document the number of its value. Columns are built in the background, show the newest state that a snapshot showed,
 * and follow the writes of this process. A write of another process removes them.
 */

export interface Columns {
  /** The columns of these names in the state of the view; null if they are not kept, or the view shows an older state. */
  read(view: SnapshotView, collection: CollectionDefinition, names: readonly string[]): ColumnTable | null;
  /** Called after a query, with the number of documents and keys that it read. */
  want(collection: CollectionDefinition, names: readonly string[], read: number): void;
  close(): void;
}

export interface ColumnLimits {
  /** The number of documents and keys that a query must read for columns to be kept. */
  minRead: number;
  /** The max size of a column's distinct values, and of all columns of a collection, in bytes, about. */
  maxColumnBytes: number;
  maxTableBytes: number;
}

/** The number of documents that are read at once while columns are built. */
const chunk = 256;
/** The time to read between two turns of the event loop. */
const sliceMs = 25;
/** The time between two attempts to build columns, as other processes may write all the time. */
const retryMs = 10_000;

interface Kept {
  names: Set<string>;
  /** Columns that cannot be kept: their values are too many, too large, or in arrays. */
  refused: Set<string>;
  table: GrowingTable | null;
  /** The number of the transaction that `table` shows. */
  transaction: number;
  isBuilding: boolean;
  builtAt: number;
  /** Whether all columns together are too large. */
  isTooLarge: boolean;
}

export function createColumns(environment: Environment, direct: DirectView, limits: ColumnLimits): Columns {
  const all = new Map<number, Kept>();
  let isClosed = false;
  return {
    read(view, collection, names) {
      const kept = all.get(collection.id);
      const table = kept && tableOf(kept, collection, view);
      return table && names.every((name) => table.column(name)) ? table : null;
    },
    want(collection, names, read) {
      if (read < limits.minRead) return;
      const kept = keptOf(collection);
      if (kept.isTooLarge || names.some((name) => kept.refused.has(name))) return;
      for (const name of names) kept.names.add(name);
      const isMissing = names.some((name) => kept.table?.column(name) === undefined);
      const mayBuild = kept.table !== null || Date.now() - kept.builtAt > retryMs;
      if (isMissing && mayBuild && !kept.isBuilding) build(kept, collection);
    },
    close() {
      isClosed = true;
      all.clear();
    },
  };

  function keptOf(collection: CollectionDefinition): Kept {
    const known = all.get(collection.id);
    if (known) return known;
    const ids = new Set([...direct.catalog.collections.values()].map(({ id }) => id));
    for (const id of all.keys()) if (!ids.has(id)) all.delete(id);
    const kept: Kept = {
      names: new Set(),
      refused: new Set(),
      table: null,
      transaction: 0,
      isBuilding: false,
      builtAt: 0,
      isTooLarge: false,
    };
    all.set(collection.id, kept);
    return kept;
  }

  /** The table in the state of the view, after what has changed since is read again; null for an older state. */
  function tableOf(kept: Kept, collection: CollectionDefinition, view: SnapshotView): GrowingTable | null {
    const { table, transaction } = kept;
    if (table === null || view.transaction < transaction) return null;
    if (view.transaction === transaction) return table;
    const changed = environment.recentChanges.between(transaction, view.transaction);
    if (changed !== null) {
      const prefix = idPrefix(collection.id).toString('latin1');
      for (const name of changed) {
        if (!name.startsWith(prefix)) continue;
        const document = view.get('documents', Buffer.from(name, 'latin1'));
        if (document === undefined) table.remove(name);
        else table.set(name, document);
      }
      kept.transaction = view.transaction;
    }
    const isFit = changed !== null && table.unfit().length === 0 && table.bytes() <= limits.maxTableBytes;
    // Building anew removes values and rows that are no longer used.
    if (!isFit || table.isWasteful()) kept.table = null;
    return kept.table;
  }

  function build(kept: Kept, collection: CollectionDefinition): void {
    kept.isBuilding = true;
    const table = createTable([...kept.names], limits.maxColumnBytes);
    let view: SnapshotView | undefined;
    const end = idPrefix(collection.id + 1);
    let start: Buffer = idPrefix(collection.id);
    const stop = () => {
      kept.isBuilding = false;
      kept.builtAt = Date.now();
      view?.release();
    };
    const step = () => {
      try {
        if (isClosed || !isThere(collection)) return stop();
        view ??= takeSnapshot(environment, direct);
        const sliceEnd = performance.now() + sliceMs;
        do {
          const { keys, values } = view.range('documents', { start, end, reverse: false, limit: chunk, values: true });
          for (const [i, key] of keys.entries()) table.set(key.toString('latin1'), values[i] as Buffer);
          if (table.bytes() > limits.maxTableBytes) {
            kept.isTooLarge = true;
            return stop();
          }
          const last = keys.at(-1);
          if (last === undefined || keys.length < chunk) {
            for (const name of table.unfit()) refuse(kept, table, name);
            kept.table = table;
            kept.transaction = view.transaction;
            return stop();
          }
          start = Buffer.concat([last, Buffer.alloc(1)]);
        } while (performance.now() < sliceEnd);
        setImmediate(step);
      } catch {
        stop(); // without columns, documents are read
      }
    };
    setImmediate(step);
  }

  function refuse(kept: Kept, table: GrowingTable, name: string): void {
    kept.refused.add(name);
    kept.names.delete(name);
    table.drop(name);
  }

  function isThere(collection: CollectionDefinition): boolean {
    return direct.catalog.collections.get(namespaceOf(collection))?.id === collection.id;
  }
}
