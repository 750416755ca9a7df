import type { Collection, Db, Filter } from 'mongodb';
import type { ReadTurn } from '../../store/moments.ts';

/** The document that serializes writers and ensures that all of them follow the same rules. */
export interface ControlDocument {
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
    return { number: turnsOf(control), isOpen: control?.owner !== undefined };
  };
}

function turnsOf(control: ControlDocument | null): number {
  return control?.writes ?? (typeof control?.turns === 'number' ? control.turns : 0);
}

/** Returns a filter that matches the control document while the store has this rules version. */
export function withRules(version: number): Filter<ControlDocument> {
  return { _id: controlId, rules: version === unnamedVersion ? { $exists: false } : version };
}

/** Returns the field in which a store of this rules version counts turns. */
export function counterOf(version: number): 'turns' | 'writes' {
  return version === unnamedVersion ? 'turns' : 'writes';
}
