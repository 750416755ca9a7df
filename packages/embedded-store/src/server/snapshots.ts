import { Timestamp } from 'bson';
import { fail } from '../errors.ts';
import type { Columns } from '../storage/columns.ts';
import type { Environment } from '../storage/environment.ts';
import { newestState, type SnapshotView, takeSnapshot } from '../storage/snapshot-view.ts';
import type { DirectView } from '../storage/view.ts';
import { type Document, isDocument, typeName } from '../values/value.ts';
import { sessionOf } from './transactions.ts';

/** A state that reads name by its time. */
export interface Snapshot {
  view: SnapshotView;
  atClusterTime: Timestamp;
  takenAt: number;
  usedAt: number;
  /** The sessions whose last snapshot this is. */
  sessions: Set<string>;
}

/**
 * The snapshots of reads outside transactions (MongoDB's read concern "snapshot"). The first read of a session takes one
 * and learns its time; the following reads name it.
 */
export interface Snapshots {
  /**
   * The snapshot of a read; null unless its read concern is "snapshot".
   *
   * @throws CommandError SnapshotTooOld for a time that is not kept any more, InvalidOptions for one that never was.
   */
  of(body: Document): Snapshot | null;
  releaseIdle(now: number): void;
  /** Releases what only these sessions use; null: everything. */
  releaseOf(sessions: ReadonlySet<string> | null): void;
}

/** LMDB has a limited number of places for readers, which all processes of a folder share. */
const maxSnapshots = 64;
/** The time a snapshot is kept unused while the file grows because its pages cannot be reused, and the growth in pages. */
const growingIdleMs = 250;
const growth = 4096;

/**
 * @param idleMs the max time between two reads of a snapshot.
 * @param maxMs the max age of a snapshot.
 * @param ends called before a snapshot is released.
 */
export function createSnapshots(
  environment: Environment,
  direct: DirectView,
  columns: Columns,
  { idleMs, maxMs }: { idleMs: number; maxMs: number },
  ends: (snapshot: Snapshot) => void,
): Snapshots {
  /** The time of the first transaction. Numbers may repeat after a recovery, but not within a process. */
  const era = Math.floor(Date.now() / 1000);
  /** By the number of the transaction, in the order of their last use. */
  const kept = new Map<number, Snapshot>();
  const latest = new Map<string, Snapshot>();
  return { of, releaseIdle, releaseOf };

  function of(body: Document): Snapshot | null {
    const concern = body.get('readConcern');
    if (!isDocument(concern)) return null;
    const time = concern.get('atClusterTime');
    if (body.has('autocommit')) {
      if (time !== undefined) fail('InvalidOptions', 'atClusterTime cannot be set in a transaction');
      return null;
    }
    if (concern.get('level') !== 'snapshot') {
      if (time !== undefined) fail('InvalidOptions', 'readConcern atClusterTime requires the level snapshot');
      return null;
    }
    if (time !== undefined && !(time instanceof Timestamp))
      fail(
        'TypeMismatch',
        `BSON field 'atClusterTime' is the wrong type '${typeName(time)}', expected type 'timestamp'`,
      );
    const snapshot = time === undefined ? newest() : at(time);
    snapshot.usedAt = Date.now();
    kept.delete(snapshot.view.transaction);
    kept.set(snapshot.view.transaction, snapshot);
    const session = sessionOf(body);
    if (session !== null) give(session, snapshot);
    return snapshot;
  }

  function newest(): Snapshot {
    const known = kept.get(newestState(environment).transaction);
    if (known) return known;
    const view = takeSnapshot(environment, direct);
    const same = kept.get(view.transaction); // of a commit that LMDB has not completed yet
    if (same) {
      view.release();
      return same;
    }
    view.columns = {
      read: (collection, fields) => columns.read(view, collection, fields),
      want: columns.want,
    };
    const [oldest] = kept.values();
    if (oldest && kept.size >= maxSnapshots) release(oldest);
    const atClusterTime = new Timestamp({ t: era, i: view.transaction % 2 ** 32 });
    const now = Date.now();
    return { view, atClusterTime, takenAt: now, usedAt: now, sessions: new Set() };
  }

  function at(time: Timestamp): Snapshot {
    const found = [...kept.values()].find(({ atClusterTime }) => atClusterTime.equals(time));
    if (found) return found;
    const now = new Timestamp({ t: era, i: newestState(environment).transaction % 2 ** 32 });
    if (time.greaterThan(now))
      fail('InvalidOptions', 'readConcern atClusterTime value must not be greater than the current clusterTime');
    fail('SnapshotTooOld', 'The state of this atClusterTime is not kept any more');
  }

  /** A session that begins to read a newer state does not return to the one before. */
  function give(session: string, snapshot: Snapshot): void {
    const before = latest.get(session);
    if (before === snapshot) return;
    latest.set(session, snapshot);
    snapshot.sessions.add(session);
    if (!before) return;
    before.sessions.delete(session);
    if (before.sessions.size === 0) release(before);
  }

  function release(snapshot: Snapshot): void {
    if (!kept.delete(snapshot.view.transaction)) return;
    for (const session of snapshot.sessions) latest.delete(session);
    ends(snapshot);
    snapshot.view.release();
  }

  function releaseIdle(now: number): void {
    if (kept.size === 0) return;
    const { lastPage } = newestState(environment);
    for (const snapshot of kept.values()) {
      const idle = now - snapshot.usedAt;
      const grows = lastPage - snapshot.view.lastPage > growth;
      if (idle > (grows ? Math.min(growingIdleMs, idleMs) : idleMs) || now - snapshot.takenAt > maxMs)
        release(snapshot);
    }
  }

  function releaseOf(sessions: ReadonlySet<string> | null): void {
    for (const snapshot of [...kept.values()]) {
      for (const session of sessions ?? snapshot.sessions) {
        if (snapshot.sessions.delete(session)) latest.delete(session);
      }
      if (sessions === null || snapshot.sessions.size === 0) release(snapshot);
    }
  }
}
