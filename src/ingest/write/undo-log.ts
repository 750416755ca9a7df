import type { AnyBulkWriteOperation, ClientSession, Db } from 'mongodb';
import type { WithdrawalDocument } from '../../entities/article/article-document.ts';
import { resolveMerges, type Survivors } from '../../query/merges.ts';
import { collectionOf, formatNodeId, nodeTypes } from '../../query/node-id.ts';
import type { ChangeCause } from '../../store/changes.ts';
import type { FormerArticle, Work } from '../derive/work.ts';
import { derivedCollections } from '../drafts/store-contents.ts';
import type { StoreDrafts } from '../drafts/store-drafts.ts';
import type { StoreView } from '../drafts/store-view.ts';
import type { StoredDocument, WritePlan } from '../drafts/write-plan.ts';
import { indexArticle } from '../fold/index-article.ts';
import type { DraftLine, TurnLines } from './change-log.ts';
import { clearPending, isDeferred } from './work-queue.ts';

/**
 * The undo log, for stores without transactions. Before a write changes anything, it records in `pending` the name of
 * each document that it will change, and the document's state before. For an article it records only what the article
 * contributed, which is enough to find what was derived from it.
 *
 * If the write is interrupted, each recorded document is in its old or its new state, and every other document is
 * unchanged. The next writer restores the derived documents from the records; they then follow from the articles stored
 * before the write. It then folds the added and removed articles as any write does, and stores the withdrawals of the
 * removed ones, which are recorded for that. The cost depends on the records alone, not on the size of the store.
 * Recovery may be interrupted too: it records what else it touches, and restoring a document twice changes nothing.
 *
 * One more document, the mark, makes the records valid. It is written together with them, before any change, and
 * removed before them, after the last change. Records without a mark are void, so half of a log is never taken for the
 * whole.
 */
export interface UndoRecord {
  /** The collection and id of the document, such as `incidents raid`. */
  _id: string;
  /** A derived document before the write; absent if it was not stored. */
  before?: StoredDocument;
  /** The documents that the article contributed before the write; absent if it was not stored. */
  gave?: FormerArticle;
  /** The withdrawal that the write stores; absent if it removes one, or if a version before this field wrote it. */
  withdraws?: WithdrawalDocument;
  /** The cause of the change of an entity. */
  cause?: ChangeCause;
  /** The line of an article in the change log. */
  line?: DraftLine;
  /** The hash of the article before the write; absent if it was not stored. */
  hash?: string;
  /** Of the mark: the turn of the write. All turns from here on are undone. */
  turn?: number;
}

/** The record without which the others are void. */
const commitMark = 'write';

export interface UndoLog {
  records: UndoRecord[];
  /** Whether the mark exists. Without it, the write has changed either nothing or everything. */
  isCommitted: boolean;
  /** The turn of the write; absent without a mark, or if a version before the change log wrote it. */
  turn?: number;
}

/** Returns all records of `pending`, without deferred work. Costs one command. */
export async function readUndoLog(view: StoreView): Promise<UndoLog> {
  const records = await view.find<UndoRecord>('pending', { _id: { $not: isDeferred } });
  const mark = records.find(({ _id }) => _id === commitMark);
  return { records, isCommitted: mark !== undefined, ...(mark?.turn !== undefined && { turn: mark.turn }) };
}

/**
 * Returns the withdrawals of the ids in a range that a write without transactions is about to store, or was about to
 * store when it was interrupted. Costs one command.
 */
export async function readUndoneWithdrawals(
  database: Db,
  { $gt, $lte }: { $gt: string; $lte?: string },
): Promise<WithdrawalDocument[]> {
  const from = recordId('withdrawals', { _id: $gt });
  // Ids of withdrawals have no capital letters or spaces, so that a brace comes after all of them.
  const to = $lte === undefined ? recordId('withdrawals', { _id: '{' }) : recordId('withdrawals', { _id: $lte });
  const records = await database
    .collection<UndoRecord>('pending')
    .find({ $or: [{ _id: commitMark }, { _id: { $gt: from, $lte: to } }] }, { readPreference: 'primary' })
    .toArray();
  if (!records.some(({ _id }) => _id === commitMark)) return [];
  return [...withdrawalsOf(records).values()].flatMap((withdrawal) => withdrawal ?? []);
}

/** Returns the records of a plan, the mark first; none if the plan changes nothing. */
export function undoRecordsOf(
  plan: WritePlan,
  { articles, withdrawals }: StoreDrafts,
  { turn, lines }: { turn: number; lines: TurnLines },
): UndoRecord[] {
  const lineOf = new Map(
    (lines === 'RESET' ? [] : lines).map((line) => [`${collectionOf(line.type)} ${line.id}`, line]),
  );
  const records = [
    ...derivedCollections.flatMap((name) =>
      plan[name].map(({ before, after }) => {
        const _id = recordId(name, before ?? after);
        const cause = lineOf.get(_id)?.cause;
        return { _id, ...(before && { before }), ...(cause && { cause }) };
      }),
    ),
    ...articles.changes().map(({ before, after }) => {
      const _id = recordId('articles', before ?? after);
      const line = lineOf.get(_id);
      return {
        _id,
        ...(before && { gave: formerArticle(before) }),
        ...(line && { line }),
        ...(before && { hash: before.hash }),
      };
    }),
    ...withdrawals.changes().map(({ before, after }) => ({
      _id: recordId('withdrawals', before ?? after),
      ...(after && { withdraws: after }),
    })),
  ];
  return records.length > 0 ? [{ _id: commitMark, turn }, ...records] : [];
}

/** Writes records to `pending`. Call it before anything that the records name is written. Costs one command. */
export async function appendRecords(database: Db, records: readonly UndoRecord[]): Promise<void> {
  if (records.length > 0) await database.collection<UndoRecord>('pending').insertMany([...records], { ordered: false });
}

/** Removes records from `pending`, the mark first. Call it once everything is written. Costs two commands. */
export async function clearRecords(
  database: Db,
  session: ClientSession | undefined,
  records: readonly UndoRecord[],
): Promise<void> {
  await clearPending(database, session, [commitMark]);
  await clearPending(
    database,
    session,
    records.map(({ _id }) => _id),
  );
}

/**
 * Restores the derived documents to their state before the write, and returns the work that remains to be folded. One
 * command for each recorded collection. Call it before anything is drafted.
 */
export async function rollBack(
  database: Db,
  session: ClientSession | undefined,
  drafts: StoreDrafts,
  records: readonly UndoRecord[],
): Promise<{ work: Work; survivors: Survivors }> {
  for (const name of derivedCollections) {
    const operations = recordsOf(name, records).map(({ id, before }) => toOperation(id, before));
    const options = { ordered: false, ...(session && { session }) };
    if (operations.length > 0) await database.collection<StoredDocument>(name).bulkWrite(operations, options);
  }
  const survivors = resolveMerges(await drafts.view.find('merges', {}));
  const recorded = recordsOf('articles', records);
  const withdrawn = withdrawalsOf(records);
  await drafts.articles.load([...recorded.map(({ id }) => id), ...withdrawn.keys()]);
  await drafts.withdrawals.load(withdrawn.keys());
  // A write stores an article before it removes the withdrawal, and removes an article before it stores a withdrawal.
  for (const [id, withdraws] of withdrawn) {
    if (drafts.articles.stored(id)) drafts.withdrawals.set(id, undefined);
    else if (withdraws) drafts.withdrawals.set(id, withdraws);
  }
  const articles = recorded.map(({ id, gave }) => {
    const stored = drafts.articles.stored(id);
    return { before: gave, after: stored && indexArticle(stored.source, survivors) };
  });
  return { work: { articles: articles.filter(({ before, after }) => before ?? after), entities: [] }, survivors };
}

/** Returns the causes of the interrupted write, by entity. */
export function recordedCauses(records: readonly UndoRecord[]): Map<string, ChangeCause> {
  const causes = nodeTypes.flatMap((type) =>
    recordsOf(collectionOf(type), records).flatMap(({ id, cause, line }): [string, ChangeCause][] => {
      const known = cause ?? line?.cause;
      return known ? [[formatNodeId(type, id), known]] : [];
    }),
  );
  return new Map(causes);
}

/**
 * Returns the lines of the articles that the interrupted write had already stored or removed. Their documents are not
 * restored, so that the drafts do not show that they have changed.
 */
export function recoveredLines(records: readonly UndoRecord[], { articles }: StoreDrafts): DraftLine[] {
  const drafted = new Set(articles.changes().map(({ before, after }) => (before ?? after)?._id));
  return recordsOf('articles', records).flatMap(({ id, line, hash, gave }) => {
    const stored = articles.stored(id);
    // A merge changes the assertions alone.
    const isAsBefore = stored?.hash === hash && String(stored?.accounts) === String(gave?.accounts);
    return line && !isAsBefore && !drafted.has(id) ? [line] : [];
  });
}

/** Returns, by id, the withdrawals that a write stores, and `undefined` for those that it removes. */
function withdrawalsOf(records: readonly UndoRecord[]): Map<string, WithdrawalDocument | undefined> {
  return new Map(recordsOf('withdrawals', records).map(({ id, withdraws }) => [id, withdraws]));
}

function recordId(collection: string, document: StoredDocument | undefined): string {
  return `${collection} ${document?._id}`;
}

function formerArticle({ _id, order, accounts: assertions, statements }: FormerArticle): FormerArticle {
  return { _id, order: { published: order.published }, accounts: assertions, statements };
}

function recordsOf(collection: string, records: readonly UndoRecord[]): (UndoRecord & { id: string })[] {
  const prefix = `${collection} `;
  return records
    .filter(({ _id }) => _id.startsWith(prefix))
    .map((record) => ({ ...record, id: record._id.slice(prefix.length) }));
}

function toOperation(_id: string, before: StoredDocument | undefined): AnyBulkWriteOperation<StoredDocument> {
  if (!before) return { deleteOne: { filter: { _id } } };
  return { replaceOne: { filter: { _id }, replacement: before, upsert: true } };
}
