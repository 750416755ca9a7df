import type { Db } from 'mongodb';
import type { ArticleDocument, WithdrawalDocument } from '../../entities/article/article-document.ts';
import { type Merge, resolveMerges } from '../../query/merges.ts';
import { isSameDocument } from '../drafts/same-document.ts';
import { readEach, type StoreContents } from '../drafts/store-contents.ts';
import { createStoreView } from '../drafts/store-view.ts';
import type { Change, StoredDocument } from '../drafts/write-plan.ts';
import { type DanglingLink, danglingLinks } from '../fold/dangling-links.ts';
import { createFold, type Fold } from '../fold/fold-articles.ts';
import { articleDocument } from '../fold/index-article.ts';

/**
 * Called for each document that differs from the expected one, is missing or is superfluous; collection by collection,
 * articles first.
 */
export type OnDifference = (collection: keyof StoreContents, change: Change) => void | Promise<void>;

/** Findings about the expected documents that are no differences: ignored `partOf` edges and links without a target. */
export interface Remarks extends Pick<Fold, 'broken'> {
  waiting: DanglingLink[];
}

/**
 * Computes the documents that follow from the stored articles and merges, and compares them with the stored ones.
 *
 * Reads the whole store, one document at a time, and waits for `onDifference`, which may write the change. Memory holds
 * the expected documents of all entities and statements, but no articles: a few kilobytes per entity, however many and
 * long its articles are. `onRead` is called for each article and derived document that was read.
 */
export async function compareStore(
  database: Db,
  onDifference: OnDifference,
  onRead: () => void = () => {},
): Promise<Remarks> {
  const merges = await readEach<Merge>(database, 'merges').toArray();
  const survivors = resolveMerges(merges);
  const fold = createFold(merges);
  for await (const article of readEach<ArticleDocument>(database, 'articles')) {
    const expected = articleDocument(article.source, survivors);
    if (!isSameDocument(article, expected)) await onDifference('articles', { before: article, after: expected });
    fold.add(article.source);
    onRead();
  }
  await compareWithdrawals(database, onDifference);
  const { broken, ...derived } = fold.end();
  const waiting = danglingLinks(derived.statements);
  for (const [collection, documents] of Object.entries(derived) as [keyof typeof derived, StoredDocument[]][]) {
    await compare(documents, readEach(database, collection), (change) => onDifference(collection, change), onRead);
  }
  return { broken, waiting };
}

/** Reports withdrawals of articles that are stored: an id is never both. */
async function compareWithdrawals(database: Db, onDifference: OnDifference): Promise<void> {
  const withdrawals = await readEach<WithdrawalDocument>(database, 'withdrawals').toArray();
  const view = createStoreView(database, undefined);
  const ids = withdrawals.map(({ _id }) => _id);
  const stored = new Set((await view.findAny<StoredDocument>('articles', '_id', ids, { reads: [] })).map(idOf));
  for (const before of withdrawals) {
    const { _id, version } = before;
    const after = version === undefined || stored.has(_id) ? undefined : { _id, version };
    if (!after || !isSameDocument(before, after)) {
      await onDifference('withdrawals', { before, ...(after && { after }) });
    }
  }
}

/** Compares two lists of documents by id. Empties `expected`, so that its memory is freed during the comparison. */
async function compare(
  expected: StoredDocument[],
  stored: AsyncIterable<StoredDocument>,
  onChange: (change: Change) => void | Promise<void>,
  onRead: () => void,
): Promise<void> {
  const left = new Map(expected.splice(0).map((document) => [document._id, document]));
  for await (const before of stored) {
    const after = left.get(before._id);
    left.delete(before._id);
    if (!after || !isSameDocument(before, after)) await onChange({ before, ...(after && { after }) });
    onRead();
  }
  for (const after of left.values()) await onChange({ after });
}

function idOf({ _id }: StoredDocument): string {
  return _id;
}
