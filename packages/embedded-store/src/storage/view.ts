import type { Catalog, CollectionDefinition } from './catalog.ts';
import { createCollection, readCatalog, readCatalogVersion, writeCatalog } from './catalog.ts';
import type { ViewColumns } from './column-table.ts';
import type { Environment } from './environment.ts';

export type MapName = 'documents' | 'entries';

export interface Range {
  /** Inclusive. */
  start: Buffer;
  /** Exclusive. */
  end: Buffer;
  reverse: boolean;
  /** The max number of keys to return. */
  limit: number;
  /** Whether to return values too. */
  values: boolean;
}

export interface Rows {
  keys: Buffer[];
  /** Empty unless `Range.values` is true. */
  values: Buffer[];
}

/** The data that a command reads: the newest state, or a transaction's snapshot with its own writes. */
export interface View {
  catalog: Catalog;
  /** Increases when a new command begins. Rows that a cursor has prefetched are then stale. */
  epoch: number;
  get(map: MapName, key: Buffer): Buffer | undefined;
  range(map: MapName, range: Range): Rows;
  /** The number of keys in the range; null if counting them needs a scan. */
  count(map: MapName, start: Buffer, end: Buffer): number | null;
  /** The columns that are kept for the newest state. */
  readonly columns?: ViewColumns | undefined;
}

/** A view that a command can write to. */
export interface WriteView extends View {
  put(map: MapName, key: Buffer, value: Buffer): void;
  remove(map: MapName, key: Buffer): void;
  /** Call after changing `catalog`. */
  catalogChanged(): void;
  /** The collection, created if missing. */
  ensureCollection(database: string, name: string): CollectionDefinition;
}

/** The newest state. It can be read at any time, but written only inside `write`. */
export interface DirectView extends WriteView {
  /** Call at the start of a command: makes commits of other processes visible. */
  refresh(): void;
  /** Runs `action` in a transaction that is durable when this returns. If `action` throws, nothing is written. */
  write<T>(action: () => T): T;
  /** Runs `action` in a nested transaction: if it throws, only its own writes are undone. Call inside `write`. */
  nested<T>(action: () => T): T;
}

export function createDirectView(environment: Environment): DirectView {
  let changed = false;
  const view: DirectView = {
    catalog: readCatalog(environment),
    epoch: 0,
    get: (map, key) => environment[map].get(key),
    range: (map, range) => readRange(environment, map, range, undefined),
    count: (map, start, end) => environment[map].getKeysCount({ start, end, snapshot: false }),
    put: environment.writer.put,
    remove: environment.writer.remove,
    catalogChanged() {
      changed = true;
    },
    ensureCollection(database, name) {
      const present = view.catalog.collections.get(`${database}.${name}`);
      if (present !== undefined) return present;
      changed = true;
      return createCollection(view.catalog, database, name);
    },
    refresh() {
      environment.root.resetReadTxn();
      view.epoch++;
      refreshCatalog();
    },
    write(action) {
      try {
        return environment.writer.transaction(() => {
          refreshCatalog();
          changed = false;
          const result = action();
          if (changed) writeCatalog(environment, view.catalog);
          return result;
        });
      } catch (error) {
        forgetCatalog();
        throw error;
      } finally {
        environment.root.resetReadTxn();
      }
    },
    nested(action) {
      // Stores earlier changes now, so that an abort can return to them.
      if (changed) writeCatalog(environment, view.catalog);
      changed = false;
      try {
        return environment.writer.nested(action);
      } catch (error) {
        changed = false;
        forgetCatalog();
        refreshCatalog();
        throw error;
      }
    },
  };
  return view;

  /** Definitions are changed in place, so they are read again after an abort. */
  function forgetCatalog(): void {
    view.catalog = { ...view.catalog, version: -1 };
  }

  function refreshCatalog(): void {
    if (readCatalogVersion(environment) !== view.catalog.version) view.catalog = readCatalog(environment);
  }
}

export type Snapshot = ReturnType<Environment['root']['useReadTransaction']>;

/** The keys of a map in a range, in order. Leaves no LMDB cursor open. */
export function readRange(environment: Environment, map: MapName, range: Range, snapshot: Snapshot | undefined): Rows {
  const { start, end, reverse, limit } = range;
  const rows: Rows = { keys: [], values: [] };
  if (Buffer.compare(start, end) >= 0) return rows;
  const bounds = reverse ? { start: end, end: start, inclusiveEnd: true, reverse } : { start, end };
  const transaction = snapshot === undefined ? {} : { transaction: snapshot };
  const database = environment[map];
  // LMDB's reverse ranges include `end`, which ours do not.
  const options = { ...bounds, ...transaction, limit: reverse ? limit + 1 : limit, snapshot: false };
  if (range.values) {
    for (const { key, value } of database.getRange(options)) {
      if (reverse && (rows.keys.length === limit || end.equals(key))) continue;
      rows.keys.push(key as Buffer);
      rows.values.push(value);
    }
  } else {
    for (const key of database.getKeys(options)) {
      if (reverse && (rows.keys.length === limit || end.equals(key))) continue;
      rows.keys.push(key as Buffer);
    }
  }
  return rows;
}
