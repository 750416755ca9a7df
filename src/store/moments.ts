import { type ClientSession, type MongoClient, MongoServerError, type Timestamp } from 'mongodb';

/** The state of the store that the reads of one request saw, as far as it is known. */
export interface Moment {
  /** Whether they may have seen different states of the store, so that it is worth reading all again. */
  isTorn: boolean;
  /** The number of the turn of writing that they saw; undefined if it is not known for certain. */
  revision?: number;
  /** The log that counts the turns (`LogState.id`); undefined if the revision is, or if the store has no log. */
  log?: string;
}

/** What is known for certain of the state that reads see. */
export type Revision = Required<Pick<Moment, 'revision'>> & Pick<Moment, 'log'>;

/** The options of commands that should see one state. */
export interface MomentOptions {
  session?: ClientSession;
  readConcern?: { level: 'snapshot' };
}

/** The reads of one request, which should see one state. */
export interface MomentReads {
  /** Sends one read. */
  read<T>(send: (options: MomentOptions) => Promise<T>): Promise<T>;
  /** Costs at most one command; none if the moment is returned synchronously. */
  moment(): Moment | Promise<Moment>;
  /**
   * Returns the revision that all later reads see, or undefined if that is uncertain; `moment` then says whether they did.
   * It is that of the newest committed write, or of the state that earlier reads chose. Costs at most one command, however
   * often it is called.
   */
  revision(): Promise<Revision | undefined>;
  /** Says that a result of an earlier request at this revision takes the place of a read. */
  reuse(): void;
  close(): void;
}

/** A turn of writing. Turns are counted by the store. */
export interface Turn {
  number: number;
  /** Whether a writer without transactions may not have ended it yet. */
  isOpen: boolean;
  /** The log that counts it; absent if the store has none. */
  log?: string;
}

/** Reads the last turn. One command. */
export type ReadTurn = (options: MomentOptions) => Promise<Turn>;

function revisionOf({ number, log }: Turn): Revision {
  return { revision: number, ...(log !== undefined && { log }) };
}

/** MongoDB's codes SnapshotTooOld and SnapshotUnavailable. */
const lost = new Set<unknown>([239, 246]);
const keptRevisions = 16;

/**
 * Reads from snapshots (MongoDB's read concern "snapshot", outside transactions): the server chooses a state at the first
 * read of a request, and the others name it by its time. So the others wait for the first one.
 */
export function createSnapshotMoments(client: MongoClient, readTurn: ReadTurn): () => MomentReads {
  /** The revisions of the newest states by their times, as most requests come between two writes. */
  const revisions = new Map<string, Revision>();

  return () => {
    let session: ClientSession | undefined;
    let first: Promise<unknown> | undefined;
    let isLost = false;
    let revision: Promise<Revision | undefined> | undefined;

    function read<T>(send: (options: MomentOptions) => Promise<T>): Promise<T> {
      if (first && !isChosen()) return first.then(() => read(send));
      session ??= client.startSession({ snapshot: true });
      const sent = send({ session, readConcern: { level: 'snapshot' } });
      const settled = sent.then(
        () => {},
        (error) => {
          isLost ||= error instanceof MongoServerError && lost.has(error.code);
        },
      );
      if (!isChosen()) {
        const mine = settled.then(() => {
          if (first === mine) first = undefined;
        });
        first = mine;
      }
      return sent;
    }

    const isChosen = () => session !== undefined && timeOf(session) !== undefined;
    const knownTime = () => session && timeOf(session)?.toString();

    async function readRevision(): Promise<Revision | undefined> {
      const turn = await read(readTurn);
      const time = knownTime();
      if (turn.isOpen || time === undefined) return undefined;
      const known = revisionOf(turn);
      revisions.set(time, known);
      const [oldest] = revisions.keys();
      if (revisions.size > keptRevisions && oldest !== undefined) revisions.delete(oldest);
      return known;
    }

    return {
      read,
      moment() {
        const time = knownTime();
        if (isLost || time === undefined) return { isTorn: isLost };
        const known = revisions.get(time);
        if (known !== undefined) return { isTorn: false, ...known };
        return readRevision().then((known) => ({ isTorn: false, ...known }));
      },
      revision() {
        revision ??= readRevision();
        return revision;
      },
      reuse() {},
      close() {
        session?.endSession().catch(() => {}); // it only goes back to the pool of the driver
      },
    };
  };
}

/** Returns the time of the state that a session with a snapshot reads. The driver does not declare it. */
export function timeOf(session: ClientSession): Timestamp | undefined {
  return (session as { snapshotTime?: Timestamp }).snapshotTime;
}

/**
 * Compares the turns before and after the reads, for servers without snapshots. The turn read at the end of one request
 * serves as the first of later ones: if it is still the last at their end, nothing was written in between. So the first
 * request after a write counts as torn too.
 */
export function createTurnMoments(readTurn: ReadTurn): () => MomentReads {
  let last: Promise<Turn> | undefined;
  const readLast = () => {
    const turn = readTurn({});
    last = turn;
    turn.catch(() => {
      if (last === turn) last = undefined;
    });
    return turn;
  };
  return () => {
    let before: Promise<Turn> | undefined;
    let fresh: Promise<Turn> | undefined;
    let reads = 0;
    let reused = 0;
    return {
      async read(send) {
        reads++;
        before ??= last ?? readLast();
        await before.catch(() => {});
        return send({});
      },
      async moment() {
        if (reads < 2 && !fresh) return { isTorn: false };
        const [from, to] = await Promise.all([before, reads === 0 ? fresh : readLast()]);
        const isOne = from?.number === to?.number && from?.isOpen === false && to?.isOpen === false;
        return isOne ? { isTorn: false, ...revisionOf(from) } : { isTorn: reads + reused > 1 };
      },
      async revision() {
        fresh ??= readLast();
        before ??= fresh;
        const [from, to] = await Promise.all([before, fresh]);
        return from.number === to.number && !from.isOpen && !to.isOpen ? revisionOf(to) : undefined;
      },
      reuse() {
        reused++;
      },
      close() {},
    };
  };
}

/**
 * Reads in a transaction, one read after the other. It is for servers that have transactions but no snapshots outside
 * them, and for queries that are executed again because something was written while they read.
 */
export function createTransactionMoments(client: MongoClient, readTurn: ReadTurn): () => MomentReads {
  return () => {
    let session: ClientSession | undefined;
    let previous: Promise<unknown> = Promise.resolve();
    let hasFailed = false;
    let revision: Promise<Revision | undefined> | undefined;

    async function read<T>(send: (options: MomentOptions) => Promise<T>): Promise<T> {
      if (!session) {
        session = client.startSession();
        session.startTransaction({ readConcern: { level: 'snapshot' } });
      }
      const options = { session };
      const sent = previous.then(() => send(options));
      previous = sent.catch(() => {
        hasFailed = true;
      });
      return sent;
    }

    return {
      read,
      async moment() {
        if (!session || hasFailed) return { isTorn: hasFailed };
        const turn = await read(readTurn);
        return turn.isOpen ? { isTorn: false } : { isTorn: false, ...revisionOf(turn) };
      },
      revision() {
        revision ??= read(readTurn).then((turn) => (turn.isOpen ? undefined : revisionOf(turn)));
        return revision;
      },
      reuse() {},
      close() {
        if (!session) return;
        const ended = session;
        const end = () => ended.abortTransaction().finally(() => ended.endSession());
        void previous.then(end).catch(() => {}); // the server aborts the transaction when its time is up
      },
    };
  };
}

/** For reads whose state cannot be known, such as reads from several members of a replica set without snapshots. */
export function openUnknownMoment(): MomentReads {
  return {
    read: (send) => send({}),
    moment: () => ({ isTorn: false }),
    revision: async () => undefined,
    reuse() {},
    close() {},
  };
}
