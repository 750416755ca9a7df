import { fail } from '../errors.ts';
import type { Catalog } from './catalog.ts';
import type { ViewColumns } from './column-table.ts';
import type { Environment } from './environment.ts';
import { type DirectView, readRange, type View } from './view.ts';

/** A state of the store that later commits do not change, for reads only. */
export interface SnapshotView extends View {
  /** LMDB's number of the last transaction that it shows. */
  readonly transaction: number;
  /** The number of the last page of the data file when the snapshot was taken. */
  readonly lastPage: number;
  columns?: ViewColumns;
  /** Lets the pages that only this snapshot shows be reused. It must not be read any more. */
  release(): void;
}

/** Takes a snapshot of the newest state. */
export function takeSnapshot(environment: Environment, direct: DirectView): SnapshotView {
  const { root } = environment;
  const { lastPage } = newestState(environment);
  direct.refresh(); // begins the read transaction that is used here
  const snapshot = root.useReadTransaction();
  const definitions = definitionsOf(direct.catalog);
  const { version } = direct.catalog;
  return {
    transaction: newestReadBy(root.readerList()),
    lastPage,
    /**
     * The newest catalog, so that learned plans are kept. It describes older data too, unless a collection or an index
     * was created or dropped.
     *
     * @throws CommandError SnapshotUnavailable in that case, as MongoDB does.
     */
    get catalog() {
      const { catalog } = direct;
      if (catalog.version !== version && definitionsOf(catalog) !== definitions)
        fail('SnapshotUnavailable', 'Unable to read from a snapshot due to pending collection catalog changes');
      return catalog;
    },
    epoch: 0,
    get: (map, key) => environment[map].get(key, { transaction: snapshot }),
    range: (map, range) => readRange(environment, map, range, snapshot),
    count: (map, start, end) =>
      environment[map].getKeysCount({ start, end, transaction: snapshot, snapshot: false } as object),
    release: () => snapshot.done(),
  };
}

/**
 * Returns the number of the newest state that this process reads, from LMDB's list of readers: lines of process, thread and
 * transaction. `newestState` may be ahead of it, since LMDB writes the number of a commit before it lets readers see it.
 */
function newestReadBy(readers: string): number {
  const own = readers.split('\n').map((line) => line.trim().split(/\s+/));
  return Math.max(...own.filter(([pid]) => Number(pid) === process.pid).map(([, , number]) => Number(number) || 0));
}

/** LMDB's number of the newest transaction of any process, which readers may not see yet, and of the last page of its file. */
export function newestState({ root }: Environment): { transaction: number; lastPage: number } {
  const { lastTxnId, lastPageNumber } = root.getStats() as { lastTxnId: number; lastPageNumber: number };
  return { transaction: lastTxnId, lastPage: lastPageNumber };
}

const known = new WeakMap<Catalog, { version: number; definitions: string }>();

/** The ids of all collections and indexes, as one text. */
function definitionsOf(catalog: Catalog): string {
  const found = known.get(catalog);
  if (found?.version === catalog.version) return found.definitions;
  const definitions = [...catalog.collections]
    .map(([namespace, { id, indexes }]) => `${namespace}\0${id}\0${indexes.map((index) => index.id).join()}`)
    .join('\0');
  known.set(catalog, { version: catalog.version, definitions });
  return definitions;
}
