import type { Catalog, CollectionDefinition } from './catalog.ts';
import { createCollection, readCatalog, readCatalogVersion, writeCatalog } from './catalog.ts';
import type { Environment } from './environment.ts';

export type MapName = 'documents' | 'entries';

export interface Range {
  /** Inclusive. */
  start: Buffer;
  /** Exclusive. */
  end: Buffer;
  reverse: boolean;
  /** At most so many. */
  limit: number;
  /** Whether the values are wanted too. */
  values: boolean;
}

export interface Rows {
  keys: Buffer[];
  /** Empty when they were not asked for. */
  values: Buffer[];
}

/** What a command reads: the newest state, or a transaction's snapshot with its own writes. */
export interface View {
  catalog: Catalog;
  /** Changes when a new command begins: what a cursor has fetched ahead is then stale. */
  epoch: number;
  get(map: MapName, key: Buffer): Buffer | undefined;
  range(map: MapName, range: Range): Rows;
  /** How many keys lie between; null when that takes a walk. */
  count(map: MapName, start: Buffer, end: Buffer): number | null;
}

/** What a command writes through. */
export interface WriteView extends View {
  put(map: MapName, key: Buffer, value: Buffer): void;
  remove(map: MapName, key: Buffer): void;
  /** To be called after a change in `catalog`. */
  catalogChanged(): void;
  /** The collection, which is made when it is not there. */
  ensureCollection(database: string, name: string): CollectionDefinition;
}

/** The newest state. Reads at any time; writes inside `write` only, which is one durable transaction. */
export interface DirectView extends WriteView {
  /** A command begins: other processes' commits become visible. */
  refresh(): void;
  /** Runs `action` in one transaction, durable when this returns; if it throws, nothing was written. */
  write<T>(action: () => T): T;
  /** Inside `write`: a part that, if it throws, leaves nothing behind while the rest goes on. */
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
      // What others changed before is stored now, so that an abort can go back to it.
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

  /** Definitions are changed in place: after an abort they are read again. */
  function forgetCatalog(): void {
    view.catalog = { ...view.catalog, version: -1 };
  }

  function refreshCatalog(): void {
    if (readCatalogVersion(environment) !== view.catalog.version) view.catalog = readCatalog(environment);
  }
}

export type Snapshot = ReturnType<Environment['root']['useReadTransaction']>;

/** A part of a map in its order, at once: no cursor stays open. */
export function readRange(environment: Environment, map: MapName, range: Range, snapshot: Snapshot | undefined): Rows {
  const { start, end, reverse, limit } = range;
  const rows: Rows = { keys: [], values: [] };
  if (Buffer.compare(start, end) >= 0) return rows;
  const bounds = reverse ? { start: end, end: start, inclusiveEnd: true, reverse } : { start, end };
  const transaction = snapshot === undefined ? {} : { transaction: snapshot };
  const database = environment[map];
  // Going backwards LMDB begins at `end` itself, which is not part of the range.
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
