import type { Document } from 'mongodb';
import type { StoreReader } from './store-reader.ts';

/**
 * The change log: collection `changes`, written by the turns of writing and read by everything that follows a store.
 *
 * A *revision* is the number of a turn of writing. Each turn writes one line for each entity whose stored document it
 * creates, changes or removes, or a single line RESET in place of all of them: after a rebuild, and after a turn with
 * more changes than `maxLinesOfTurn`. A turn that changes nothing has no lines. With transactions, the lines are
 * written in the transaction of the turn. Without, they count only once the turn is marked done in `control`.
 */
export type ChangeLine = EntityChange | LogReset;

/** One entity that one turn has changed. Each entity has at most one line a turn. */
export interface EntityChange extends ChangePosition {
  /** When it was written, by the clock of the writer. */
  at: Date;
  /** MERGED means that the entity is no longer stored because another one has taken its place. */
  op: 'CREATED' | 'UPDATED' | 'REMOVED' | 'MERGED';
  type: ChangedType;
  /** The slug, such as `mosul-dam-convoy`. */
  id: string;
  /**
   * The fields of the entity's GraphQL type whose stored values differ, in the order of the schema. Empty unless it is
   * UPDATED. A field that only other entities determine, such as `Incident.responsibility`, is not listed.
   */
  fields: string[];
  cause: ChangeCause;
}

/** Anything may have changed, without lines that say so: read everything again. */
export interface LogReset extends ChangePosition {
  at: Date;
  op: 'RESET';
}

export type ChangedType = 'Incident' | 'Actor' | 'Statement' | 'Location' | 'Article';

/** Where a line stands. Lines are ordered by `revision`, then by `n`, which counts from 0 in each turn. */
export interface ChangePosition {
  revision: number;
  n: number;
}

/** Why an entity has changed. Of several articles or merges in one turn, one that has changed it. */
export type ChangeCause =
  /** The slug of an article that was stored or, if `retracted`, withdrawn. */
  | { article: string; retracted?: true }
  /** A merge, by ids such as `Actor:tehran`; `undone` if it was removed. */
  | { merge: { from: string; into: string }; undone?: true };

/** What the log can tell. */
export interface LogState {
  /**
   * Identifies the log: revisions of different logs are unrelated. A store has one log until it is upgraded to other
   * rules, or until an earlier program writes to it. Absent until something is written.
   */
  id?: string;
  /** The last turn that is done. 0 in an empty store. */
  currentRevision: number;
  /** The changes after this revision are all kept; of earlier ones, lines may be missing. */
  oldestKeptRevision: number;
}

export interface ReadChanges extends LogState {
  /** Oldest first. */
  lines: ChangeLine[];
  /** Whether more lines follow. */
  hasMore: boolean;
}

/** The reads of this module. Readers that follow the log should read from the primary. */
export type ChangesReader = Pick<StoreReader, 'find'>;

/** The most lines of one turn. */
export const maxLinesOfTurn = 10_000;

/** Changes were asked for that are no longer kept. */
export class ChangesGone extends Error {
  readonly revision: number;
  readonly oldestKeptRevision: number;
  constructor(revision: number, oldestKeptRevision: number) {
    super(
      `The changes after revision ${revision} are no longer kept; the oldest that can be asked for are those after ${oldestKeptRevision}`,
    );
    this.name = 'ChangesGone';
    this.revision = revision;
    this.oldestKeptRevision = oldestKeptRevision;
  }
}

/** A revision was named that the store has not reached. */
export class RevisionAhead extends Error {
  readonly revision: number;
  readonly currentRevision: number;
  constructor(revision: number, currentRevision: number) {
    super(`Revision ${revision} is not reached yet; the current revision is ${currentRevision}`);
    this.name = 'RevisionAhead';
    this.revision = revision;
    this.currentRevision = currentRevision;
  }
}

/**
 * Returns the lines after a revision, or after a line, oldest first and at most `first`. Costs two commands.
 *
 * @throws ChangesGone if some of them are no longer kept.
 * @throws RevisionAhead if the store has not reached that revision.
 */
export async function readChanges(
  reader: ChangesReader,
  { after, first }: { after: number | ChangePosition; first: number },
): Promise<ReadChanges> {
  const from = typeof after === 'number' ? after : after.revision;
  const last = typeof after === 'number' ? lastOf(after) : positionOf(after);
  const later: Document = { _id: { $gt: last } };
  const options = { reads: changePaths, limit: first + 1, sort: oldestFirst };
  const documents = await reader.find<ChangeDocument>('changes', later, options);
  // The state is read last: a line that was trimmed before the read of lines is then known to be gone.
  const state = await readLogState(reader);
  assertKept(from, state);
  const done = documents.filter(({ _id }) => _id <= lastOf(state.currentRevision));
  return { ...state, lines: done.slice(0, first).map(lineOf), hasMore: done.length > first };
}

/** Throws `ChangesGone` or `RevisionAhead` unless all changes after the revision are kept. */
export function assertKept(revision: number, { currentRevision, oldestKeptRevision }: LogState): void {
  if (revision > currentRevision) throw new RevisionAhead(revision, currentRevision);
  if (revision < oldestKeptRevision) throw new ChangesGone(revision, oldestKeptRevision);
}

/** Costs one command. */
export async function readLogState(reader: ChangesReader): Promise<LogState> {
  const one: Document = { _id: 'seed' };
  const [control] = await reader.find<TurnCounters>('control', one, { reads: counterPaths, limit: 1 });
  return logStateOf(control);
}

/** Returns the last turn that is done. Costs one command. */
export async function currentRevision(reader: ChangesReader): Promise<number> {
  return (await readLogState(reader)).currentRevision;
}

/** What the document of `control` tells of the log. */
export interface TurnCounters {
  /** The number of turns begun. It never decreases. */
  writes?: number;
  /** The counter of programs from before versions. */
  turns?: number | string;
  /** The holder of the lease. */
  owner?: string;
  log?: LogCounters;
}

export interface LogCounters {
  /** Identifies the store. */
  id: string;
  /** All lines after this turn are kept. */
  after: number;
  /** The last turn that keeps the log. If `writes` is higher, a program that keeps none has written since. */
  turn: number;
  /** The last turn that is done: the store shows all of it, and its lines count. */
  done: number;
}

const counterPaths = ['writes', 'turns', 'owner', 'log'];

export function logStateOf(control: TurnCounters | null | undefined): LogState {
  const turn = turnsOf(control);
  const { log } = control ?? {};
  const id = log && { id: log.id };
  if (log?.turn !== turn) return { ...id, currentRevision: turn, oldestKeptRevision: turn };
  return { ...id, currentRevision: log.done, oldestKeptRevision: log.after };
}

/** Returns the number of turns begun. */
export function turnsOf(control: TurnCounters | null | undefined): number {
  return control?.writes ?? (typeof control?.turns === 'number' ? control.turns : 0);
}

/** A line as stored. */
export interface ChangeDocument {
  /** `positionOf` its position. */
  _id: number;
  at: Date;
  op: ChangeLine['op'];
  type?: ChangedType;
  id?: string;
  /** Absent if empty. */
  fields?: string[];
  cause?: ChangeCause;
}

/** The stored paths of a line. */
export const changePaths: readonly string[] = ['at', 'op', 'type', 'id', 'fields', 'cause'];

const oldestFirst = new Map([['_id', 1]] as const);

/** The distance between the ids of two turns. */
const turnSize = 2 ** 16;

export function positionOf({ revision, n }: ChangePosition): number {
  return revision * turnSize + n;
}

/** Returns the highest id that a line of this revision can have. */
export function lastOf(revision: number): number {
  return revision * turnSize + turnSize - 1;
}

export function lineOf({ _id, at, op, type, id, fields = [], cause }: ChangeDocument): ChangeLine {
  const position = { revision: Math.floor(_id / turnSize), n: _id % turnSize };
  if (op === 'RESET' || !type || id === undefined || !cause) return { ...position, at, op: 'RESET' };
  return { ...position, at, op, type, id, fields, cause };
}
