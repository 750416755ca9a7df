import type { AnyBulkWriteOperation, ClientSession, Db } from 'mongodb';
import type { FormerArticle, Work } from './derive/work.ts';
import { resolveMerges } from './fold/merges.ts';
import { indexArticle } from './index-article.ts';
import { clearPending, isPutOff } from './pending.ts';
import type { StoredDocument, WritePlan } from './plan-write.ts';
import type { StoreDrafts } from './store-drafts.ts';
import type { StoreView } from './store-view.ts';

/**
 * What a write is about to change, noted in `pending` where the store has no transactions: the name of each document,
 * and what it was before, where it was. Of an article that is what it gave, which tells what derived from it.
 *
 * Wherever the write is then cut short, between two commands or within one, each of these documents is as it was or as
 * it was to be, and all others are as they were. So the next writer puts back what is derived: then that is what follows
 * from the articles that were there before. Those that went in, or went, it folds then as any write does, under the
 * merges that stand; it reads and writes what is noted and what derives from that, however much else is stored. Nothing
 * is counted twice, since nothing is taken from a document that may be either. It may be cut short itself, as often as
 * may be, and notes what it touches beside: to put back once more what has been put back changes nothing.
 *
 * The mark is one document, by which the notes hold. It stands before anything is written, and while some of the notes
 * are missing, nothing is; and it goes before any of them, when all is written. So notes without it are void, and half
 * of them are never taken for the whole.
 */
export interface Note {
  /** `incidents raid` */
  _id: string;
  /** What is derived, where it was stored. */
  before?: StoredDocument;
  /** What an article gave, where it was stored. */
  gave?: FormerArticle;
}

/** The note without which the others are void. */
const mark = 'write';

const derivedCollections = ['accounts', 'incidents', 'actors', 'statements', 'locations'] as const;

export interface Unfinished {
  notes: Note[];
  /** Whether they hold. If not, their write changed nothing yet, or all. */
  isMarked: boolean;
}

/** What there is in `pending` beside what was put off. One command. */
export async function readUnfinished(view: StoreView): Promise<Unfinished> {
  const notes = await view.find<Note>('pending', { _id: { $not: isPutOff } });
  return { notes, isMarked: notes.some(({ _id }) => _id === mark) };
}

/** Of what is drafted, with the mark; none where nothing changes. */
export function notesOn(plan: WritePlan, { articles }: StoreDrafts): Note[] {
  const notes = [
    ...derivedCollections.flatMap((name) =>
      plan[name].map(({ before, after }) => ({ _id: noteId(name, before ?? after), ...(before && { before }) })),
    ),
    ...articles.changes().map(({ before, after }) => ({
      _id: noteId('articles', before ?? after),
      ...(before && { gave: formerArticle(before) }),
    })),
    ...plan.withdrawals.map(({ before, after }) => ({ _id: noteId('withdrawals', before ?? after) })),
  ];
  return notes.length > 0 ? [{ _id: mark }, ...notes] : [];
}

/** To be called before anything of what is noted is written. */
export async function noteDown(database: Db, notes: readonly Note[]): Promise<void> {
  if (notes.length > 0) await database.collection<Note>('pending').insertMany([...notes], { ordered: false });
}

/** To be called once all is written. Two commands: the mark first. */
export async function strikeOut(
  database: Db,
  session: ClientSession | undefined,
  notes: readonly Note[],
): Promise<void> {
  await clearPending(database, session, [mark]);
  await clearPending(
    database,
    session,
    notes.map(({ _id }) => _id),
  );
}

/**
 * Makes what is derived what it was before the write, and answers what there is to fold then. One command for each
 * collection in the notes. Nothing may be drafted yet.
 */
export async function putBack(
  database: Db,
  session: ClientSession | undefined,
  drafts: StoreDrafts,
  notes: readonly Note[],
): Promise<Work> {
  for (const name of derivedCollections) {
    const operations = notesIn(name, notes).map(({ id, before }) => toOperation(id, before));
    const options = { ordered: false, ...(session && { session }) };
    if (operations.length > 0) await database.collection<StoredDocument>(name).bulkWrite(operations, options);
  }
  const survivors = resolveMerges(await drafts.view.find('merges', {}));
  const noted = notesIn('articles', notes);
  const withdrawn = notesIn('withdrawals', notes).map(({ id }) => id);
  await drafts.articles.load([...noted.map(({ id }) => id), ...withdrawn]);
  await drafts.withdrawals.load(withdrawn);
  // An article is stored before the withdrawal goes that it overrules, and gone before one comes.
  for (const id of withdrawn) if (drafts.articles.stored(id)) drafts.withdrawals.set(id, undefined);
  const articles = noted.map(({ id, gave }) => {
    const stored = drafts.articles.stored(id);
    return { before: gave, after: stored && indexArticle(stored.source, survivors) };
  });
  return { articles: articles.filter(({ before, after }) => before ?? after), things: [] };
}

function noteId(collection: string, document: StoredDocument | undefined): string {
  return `${collection} ${document?._id}`;
}

function formerArticle({ _id, published, accounts, statements }: FormerArticle): FormerArticle {
  return { _id, published, accounts, statements };
}

function notesIn(collection: string, notes: readonly Note[]): (Note & { id: string })[] {
  const prefix = `${collection} `;
  return notes
    .filter(({ _id }) => _id.startsWith(prefix))
    .map((note) => ({ ...note, id: note._id.slice(prefix.length) }));
}

function toOperation(_id: string, before: StoredDocument | undefined): AnyBulkWriteOperation<StoredDocument> {
  if (!before) return { deleteOne: { filter: { _id } } };
  return { replaceOne: { filter: { _id }, replacement: before, upsert: true } };
}
