import type { Db } from 'mongodb';
import type { ArticleDocument, WithdrawalDocument } from '../article/article-document.ts';
import { createFold, type Fold } from './fold/fold-articles.ts';
import { type Merge, resolveMerges } from './fold/merges.ts';
import { articleDocument } from './index-article.ts';
import type { Change, StoredDocument } from './plan-write.ts';
import { isSameDocument } from './same-document.ts';
import { readEach, type StoreContents } from './store-contents.ts';
import { createStoreView } from './store-view.ts';
import { type WaitingLink, waitingLinks } from './waiting-links.ts';

/** Hears of a document that is not what it should be; those of a collection together, articles first. */
export type OnDifference = (collection: keyof StoreContents, change: Change) => void | Promise<void>;

/** What can be said of the whole, once it is what it should be. */
export interface Remarks extends Pick<Fold, 'broken'> {
  waiting: WaitingLink[];
}

/**
 * Makes anew what follows from the stored articles and merges, and compares.
 *
 * Reads all that is stored, a document at a time, and goes on when `onDifference` has ended; that may write what it
 * hears of. Memory holds what is expected of all things and statements, and no article: some kilobytes for each thing,
 * however many and long the articles about it are.
 */
export async function compareStore(database: Db, onDifference: OnDifference): Promise<Remarks> {
  const merges = await readEach<Merge>(database, 'merges').toArray();
  const survivors = resolveMerges(merges);
  const fold = createFold(merges);
  for await (const article of readEach<ArticleDocument>(database, 'articles')) {
    const expected = articleDocument(article.source, survivors);
    if (!isSameDocument(article, expected)) await onDifference('articles', { before: article, after: expected });
    fold.add(article.source);
  }
  await compareWithdrawals(database, onDifference);
  const { broken, ...derived } = fold.end();
  const waiting = waitingLinks(derived.statements);
  for (const [collection, documents] of Object.entries(derived) as [keyof typeof derived, StoredDocument[]][]) {
    await compare(documents, readEach(database, collection), (change) => onDifference(collection, change));
  }
  return { broken, waiting };
}

/** Nothing is both stored and withdrawn. */
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

/** Takes `expected` apart as it goes. */
async function compare(
  expected: StoredDocument[],
  stored: AsyncIterable<StoredDocument>,
  onChange: (change: Change) => void | Promise<void>,
): Promise<void> {
  const left = new Map(expected.splice(0).map((document) => [document._id, document]));
  for await (const before of stored) {
    const after = left.get(before._id);
    left.delete(before._id);
    if (!after || !isSameDocument(before, after)) await onChange({ before, ...(after && { after }) });
  }
  for (const after of left.values()) await onChange({ after });
}

function idOf({ _id }: StoredDocument): string {
  return _id;
}
