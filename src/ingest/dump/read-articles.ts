import { BSON, type Db } from 'mongodb';
import type { Article, Retraction } from '../../entities/article/article.ts';
import type { ArticleDocument, WithdrawalDocument } from '../../entities/article/article-document.ts';
import { byCodeUnits } from '../../text/compare.ts';
import { readTurns } from '../write/control.ts';
import { readUndoneWithdrawals } from '../write/undo-log.ts';

export type DumpedVersion = Article | Retraction;

export interface ArticleReader {
  /** Returns the next articles and withdrawals by id, possibly none; undefined at the end. */
  next(): Promise<DumpedVersion[] | undefined>;
}

/** The maximum number of documents and bytes that are read at once. A single article may exceed `bytes`. */
export interface ReadLimits {
  documents: number;
  bytes: number;
}

export const readLimits: ReadLimits = { documents: 500, bytes: 4 * 1024 * 1024 };

/**
 * Creates a reader of all articles and withdrawals by id, a range of ids at a time, which misses none while others
 * write.
 *
 * It reads withdrawals, then articles, then the withdrawals in the undo log, then withdrawals again. A write can move
 * an id between the two collections while they are read, so that an id could be missed:
 *
 * - If a write begins during the reading, a counter changes. The range is then read again, with half the number of ids.
 * - A write without transactions may have begun earlier. It stores an article before it removes the withdrawal, so
 *   withdrawals are read first. It removes an article before it stores the withdrawal, so withdrawals are read again at
 *   the end. The undo log covers a write that was killed between the two.
 *
 * An article wins over a withdrawal of its id, as it does when an interrupted write is completed.
 */
export function createArticleReader(database: Db, limits: ReadLimits): ArticleReader {
  let after = '';
  let isDone = false;
  let documents = limits.documents;

  return {
    async next() {
      while (!isDone) {
        const before = await readTurns(database);
        const { versions, last } = await readRange(database, after, { ...limits, documents });
        if ((await readTurns(database)) !== before) {
          documents = Math.ceil(documents / 2);
          continue;
        }
        documents = Math.min(2 * documents, limits.documents);
        if (last === undefined) isDone = true;
        else after = last;
        return versions;
      }
      return undefined;
    },
  };
}

/**
 * Reads the versions with ids after `after`, by id. `last` is the last id of the range, undefined if no more ids
 * follow.
 */
async function readRange(
  database: Db,
  after: string,
  limits: ReadLimits,
): Promise<{ versions: DumpedVersion[]; last: string | undefined }> {
  const limit = limits.documents;
  const withdrawals = database.collection<WithdrawalDocument>('withdrawals');
  const first = await withdrawals.find({ _id: { $gt: after } }, { ...byId, limit, batchSize: limit }).toArray();
  const read = await readArticles(database, after, limits);
  const last = [read.last, first.length === limit ? first.at(-1)?._id : undefined]
    .filter((id) => id !== undefined)
    .sort(byCodeUnits)
    .at(0);
  const range = { $gt: after, ...(last !== undefined && { $lte: last }) };
  const isWithin = (id: string) => last === undefined || id <= last;
  const announced = await readUndoneWithdrawals(database, range);
  const again = await withdrawals.find({ _id: range }, byId).toArray();
  const versions = new Map<string, DumpedVersion>();
  for (const { _id: id, version } of [...announced, ...first, ...again]) {
    if (isWithin(id)) versions.set(id, { id, ...(version > 0 && { version }), retracted: true });
  }
  for (const article of read.articles) if (isWithin(article.id)) versions.set(article.id, article);
  return { versions: [...versions.values()].sort((a, b) => byCodeUnits(a.id, b.id)), last };
}

/**
 * Reads the articles with ids after `after`, by id, within the limits. `last` is the id of the last one; undefined if
 * no more articles follow.
 */
async function readArticles(
  database: Db,
  after: string,
  { documents: limit, bytes: maxBytes }: ReadLimits,
): Promise<{ articles: Article[]; last: string | undefined }> {
  const articles: Article[] = [];
  let bytes = 0;
  const cursor = database
    .collection<Pick<ArticleDocument, '_id' | 'source'>>('articles')
    .find({ _id: { $gt: after } }, { ...byId, limit, batchSize: limit, projection: { source: 1 } });
  for await (const { _id, source } of cursor) {
    if (source === undefined) throw new Error(`The article ${JSON.stringify(_id)} is stored without its source`);
    articles.push(source);
    bytes += BSON.calculateObjectSize(source);
    if (articles.length === limit || bytes >= maxBytes) return { articles, last: _id };
  }
  return { articles, last: undefined };
}

/** Reads from the primary: a secondary may lag behind, and so miss what is committed. */
const byId = { sort: { _id: 1 }, readPreference: 'primary' } as const;
