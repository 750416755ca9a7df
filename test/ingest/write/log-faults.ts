import type { Db } from 'mongodb';
import { type ChangeDocument, lastOf, lineOf, logStateOf, type TurnCounters } from '../../../src/store/changes.ts';

const types = {
  Incident: 'incidents',
  Actor: 'actors',
  Statement: 'statements',
  Location: 'locations',
  Article: 'articles',
};

/** Returns the ids of all stored entities, such as `Actor:iran`. */
async function entitiesIn(database: Db): Promise<Set<string>> {
  const entities = new Set<string>();
  for (const [type, collection] of Object.entries(types)) {
    for (const { _id } of await database.collection<{ _id: string }>(collection).find().toArray())
      entities.add(`${type}:${_id}`);
  }
  return entities;
}

/**
 * Replays the log of a store that was empty when it began, and returns what is wrong: lines that contradict those
 * before them, and a result that differs from the stored entities.
 */
export async function logFaults(database: Db): Promise<string[]> {
  const control = await database.collection<TurnCounters & { _id: string }>('control').findOne({ _id: 'seed' });
  const { currentRevision } = logStateOf(control);
  const done = { _id: { $lte: lastOf(currentRevision) } };
  const documents = await database.collection<ChangeDocument>('changes').find(done).sort({ _id: 1 }).toArray();
  const present = new Set<string>();
  const faults: string[] = [];
  for (const line of documents.map(lineOf)) {
    if (line.op === 'RESET') return [`revision ${line.revision} resets the log`];
    const entity = `${line.type}:${line.id}`;
    if (present.has(entity) === (line.op === 'CREATED'))
      faults.push(`revision ${line.revision} has ${line.op} ${entity}`);
    if (line.op === 'REMOVED' || line.op === 'MERGED') present.delete(entity);
    else present.add(entity);
  }
  const stored = await entitiesIn(database);
  for (const entity of present) if (!stored.has(entity)) faults.push(`${entity} is in the log, and not stored`);
  for (const entity of stored) if (!present.has(entity)) faults.push(`${entity} is stored, and not in the log`);
  return faults;
}
