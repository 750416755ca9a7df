import type { ClientSession, Db, MongoClient } from 'mongodb';
import type { Survivors } from '../../query/merges.ts';
import { collectionOf, formatNodeId, type NodeType, nodeTypes } from '../../query/node-id.ts';
import { type ChangeCause, type ChangeDocument, lastOf, maxLinesOfTurn, positionOf } from '../../store/changes.ts';
import type { Change, WritePlan } from '../drafts/write-plan.ts';
import { type Causes, causesOf } from './change-causes.ts';
import { changedFields } from './changed-fields.ts';
import { controlOf } from './control.ts';

/** A line before it has its place. */
export type DraftLine = Required<Pick<ChangeDocument, 'op' | 'type' | 'id'>> & Pick<ChangeDocument, 'fields' | 'cause'>;

/** How much of the log is kept. */
export interface KeptChanges {
  days: number;
  /** Whole turns are removed, and not with every write: some thousand more may be stored. */
  lines: number;
}

const maxKeptLines = 100_000;
const keptByDefault: KeptChanges = { days: 30, lines: maxKeptLines };

const kept = new WeakMap<MongoClient, KeptChanges>();

/** Sets how much of the log the writes of a client keep; by default 30 days, and 100,000 lines. */
export function keepChanges(client: MongoClient, limits: Partial<KeptChanges>): void {
  kept.set(client, { ...keptByDefault, ...limits });
}

/** The lines of a turn; `RESET` in place of too many, and of those without a known cause. */
export type TurnLines = DraftLine[] | 'RESET';

/** Returns the lines of a plan, in the order of types. `recovered` lines are of an earlier, interrupted turn. */
export function linesOf(plan: WritePlan, causes: Causes, recovered: readonly DraftLine[] = []): TurnLines {
  const total = nodeTypes.reduce((sum, type) => sum + plan[collectionOf(type)].length, recovered.length);
  if (total === 0) return [];
  const causeOf = causesOf(plan, causes);
  if (total > maxLinesOfTurn || !causeOf) return 'RESET';
  const lines = nodeTypes.flatMap((type) =>
    plan[collectionOf(type)].map((change) => lineOf(type, change, causeOf, causes.survivors)),
  );
  return [...recovered, ...lines];
}

function lineOf(
  type: NodeType,
  { before, after }: Change,
  causeOf: (entity: string) => ChangeCause,
  survivors: Survivors | undefined,
): DraftLine {
  const id = (before ?? after)?._id ?? '';
  const entity = formatNodeId(type, id);
  const cause = causeOf(entity);
  if (!before) return { op: 'CREATED', type, id, cause };
  if (!after) return { op: survivors?.has(entity) ? 'MERGED' : 'REMOVED', type, id, cause };
  const fields = changedFields(type, before, after);
  return { op: 'UPDATED', type, id, ...(fields.length > 0 && { fields }), cause };
}

/** Writes the lines of a turn. Costs one command, or none without lines. */
export async function writeLines(
  database: Db,
  session: ClientSession | undefined,
  turn: number,
  lines: TurnLines,
): Promise<void> {
  if (lines.length === 0) return;
  const at = new Date();
  const documents =
    lines === 'RESET'
      ? [{ _id: positionOf({ revision: turn, n: 0 }), at, op: lines }]
      : lines.map((line, n) => ({ _id: positionOf({ revision: turn, n }), at, ...line }));
  await changesOf(database).insertMany(documents, { ordered: false, ...(session && { session }) });
}

/** Removes the lines of a turn and of all later ones. Costs one command. */
export async function removeLinesFrom(database: Db, session: ClientSession | undefined, turn: number): Promise<void> {
  await changesOf(database).deleteMany({ _id: { $gt: lastOf(turn - 1) } }, { ...(session && { session }) });
}

/** The turns between two trims, unless a process writes a tenth of the kept lines before. */
const turnsBetweenTrims = 100;

/** The lines that each client has written since it last trimmed. */
const written = new WeakMap<MongoClient, number>();

/** Removes lines that are too old or too many, every so often. Costs nothing in most turns, else at most five commands. */
export async function trimNowAndThen(
  database: Db,
  client: MongoClient,
  session: ClientSession | undefined,
  { turn, lines }: { turn: number; lines: number },
): Promise<void> {
  const keep = kept.get(client) ?? keptByDefault;
  const since = (written.get(client) ?? 0) + lines;
  const isDue = turn % turnsBetweenTrims === 0 || since > keep.lines / 10;
  written.set(client, isDue ? 0 : since);
  if (isDue) await trim(database, session, turn, keep);
}

/** Never removes lines of the turn itself, and only whole turns. */
async function trim(database: Db, session: ClientSession | undefined, turn: number, { days, lines }: KeptChanges) {
  const changes = changesOf(database);
  const options = { ...(session && { session }) };
  const idOnly = { ...options, projection: { _id: 1 } };
  const surplus = await changes.findOne({}, { ...idOnly, sort: { _id: -1 }, skip: lines });
  const cutoff = new Date(Date.now() - days * 24 * 60 * 60 * 1000);
  const young = await changes.findOne({ at: { $gte: cutoff } }, { ...idOnly, sort: { _id: 1 } });
  const tooMany = surplus ? turnOf(surplus) : 0;
  const tooOld = young ? turnOf(young) - 1 : turn - 1;
  const until = lastOf(Math.min(Math.max(tooMany, tooOld), turn - 1));
  const last = await changes.findOne({ _id: { $lte: until } }, { ...idOnly, sort: { _id: -1 } });
  if (!last) return;
  const after = turnOf(last);
  // First say that they are gone: whoever then misses one knows why.
  const isBefore = { _id: 'seed', 'log.after': { $lt: after } };
  await controlOf(database).updateOne(isBefore, { $set: { 'log.after': after } }, options);
  await changes.deleteMany({ _id: { $lte: until } }, options);
}

function turnOf({ _id }: Pick<ChangeDocument, '_id'>): number {
  return Math.floor(_id / positionOf({ revision: 1, n: 0 }));
}

function changesOf(database: Db) {
  return database.collection<ChangeDocument>('changes');
}
