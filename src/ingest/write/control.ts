import { randomUUID } from 'node:crypto';
import type { Collection, Db, Document, Filter } from 'mongodb';
import { logStateOf, type TurnCounters, turnsOf } from '../../store/changes.ts';
import type { ReadTurn } from '../../store/moments.ts';

/** The document that serializes writers and ensures that all of them follow the same rules. */
export interface ControlDocument extends Pick<TurnCounters, 'log'> {
  _id: string;
  /** The rules version of all documents. Absent in a store from before versions, which is version 1. */
  rules?: number;
  /** The earlier version, until an upgrade is complete. */
  upgradingFrom?: number;
  /** The number of turns begun. It never decreases. */
  writes?: number;
  /**
   * The counter of programs from before versions, which do not check the version. In a store of a later version it is a
   * string: the first command of these programs increments it, and fails.
   */
  turns?: number | string;
  /** The holder of the lease; absent, like `until`, if there is none. */
  owner?: string;
  until?: Date;
}

const controlId = 'seed';

/** The rules version of stores that do not state one. */
export const unnamedVersion = 1;

export const retiredTurns = 'replaced by rules and writes';

export function controlOf(database: Db): Collection<ControlDocument> {
  return database.collection<ControlDocument>('control');
}

export async function readControl(database: Db): Promise<ControlDocument | null> {
  return controlOf(database).findOne({ _id: controlId });
}

/** Returns the number of turns begun, in a store of any rules version. Costs one command. */
export async function readTurns(database: Db): Promise<number> {
  return turnsOf(await controlOf(database).findOne({ _id: controlId }, { readPreference: 'primary' }));
}

/**
 * Returns a function that reads the last turn of the store, from the same members as the reads whose options it gets.
 * The turn is open while a writer without transactions holds the lease, or has left it to expire. Each call costs one
 * command.
 */
export function turnReader(database: Db): ReadTurn {
  return async (options) => {
    const control = await controlOf(database).findOne({ _id: controlId }, { ...options, comment: 'revision' });
    const { id } = logStateOf(control);
    return { number: turnsOf(control), isOpen: isOpen(control), ...(id !== undefined && { log: id }) };
  };
}

function isOpen(control: ControlDocument | null): boolean {
  if (control?.owner !== undefined) return true;
  return control?.log !== undefined && control.log.turn === turnsOf(control) && control.log.done < control.log.turn;
}

/** Returns a filter that matches the control document while the store has this rules version. */
export function withRules(version: number): Filter<ControlDocument> {
  return { _id: controlId, rules: version === unnamedVersion ? { $exists: false } : version };
}

/** Returns the field in which a store of this rules version counts turns. */
export function counterOf(version: number): 'turns' | 'writes' {
  return version === unnamedVersion ? 'turns' : 'writes';
}

/**
 * Returns the stages of an update that begins a turn: it increments the counter, and keeps the counters of the change
 * log (`LogCounters`). The log begins anew with this turn if an earlier program, which keeps no log, has written since
 * its last turn, or if no turn of it was ever done. `isDone` says that the turn is done as soon as others can see it.
 */
export function beginTurn(counter: 'turns' | 'writes', { isDone }: { isDone: boolean }): Document[] {
  const increment = { $set: { [counter]: { $add: [{ $ifNull: [`$${counter}`, 0] }, 1] } } };
  if (counter === 'turns') return [increment];
  const before = { $subtract: ['$writes', 1] };
  const next = { id: '$log.id', after: '$log.after', turn: '$writes', done: isDone ? '$writes' : '$log.done' };
  const first = { id: randomUUID(), after: before, turn: '$writes', done: isDone ? '$writes' : before };
  const goesOn = { $and: [{ $eq: ['$log.turn', before] }, { $gt: ['$log.done', '$log.after'] }] };
  return [increment, { $set: { log: { $cond: [goesOn, next, first] } } }];
}

/** A turn that has begun, as the change log sees it. */
export interface LogTurn {
  /** The revision that the turn makes. */
  number: number;
  /** Whether no earlier lines are kept. Lines that are stored all the same are of another numbering of turns. */
  beginsLog: boolean;
}

export function logTurn(control: ControlDocument): LogTurn {
  const number = turnsOf(control);
  return { number, beginsLog: control.log?.after === number - 1 };
}
