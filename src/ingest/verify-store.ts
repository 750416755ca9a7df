import type { Db, MongoClient } from 'mongodb';
import type { ArticleDocument, WithdrawalDocument } from '../article/article-document.ts';
import { createFold } from './fold/fold-articles.ts';
import { resolveMerges } from './fold/merges.ts';
import type { PartOf } from './fold/part-of.ts';
import { articleDocument } from './index-article.ts';
import { countChanges, type StoredDocument } from './plan-write.ts';
import { isSameDocument } from './same-document.ts';
import { readEach, readMerges, withdrawalDocument } from './store-contents.ts';
import { readUndisturbed, takeTurn } from './take-turn.ts';
import { waitingLinks } from './waiting-links.ts';
import type { WriteSummary } from './write-articles.ts';
import { rebuild } from './write-in-turn.ts';

/** What there is to say of a document. */
export interface Difference {
  collection: string;
  id: string;
  /** Such as `is missing`, `differs in title, counts` or `waits for news.denial`. */
  what: string;
  /** Whether it is not what follows from the articles. If not, it is what an editor may want to know. */
  isFault: boolean;
}

/**
 * Makes anew what follows from the stored articles and merges, and compares. Tells also which `partOf` closes a circle
 * and so is not followed, which links wait for their other end, and what the next write is still to do.
 *
 * Reads all that is stored, a document at a time. Memory holds what is expected of all things and statements, and no
 * article: some kilobytes for each thing, however many and long the articles about it are.
 */
export async function verifyStore(database: Db): Promise<Difference[]> {
  const { result, isDisturbed } = await readUndisturbed(database, () => compareAll(database));
  const what = 'was written to while it was compared, so that differences may be none';
  return isDisturbed ? [...result, { collection: 'control', id: 'seed', what, isFault: false }] : result;
}

async function compareAll(database: Db): Promise<Difference[]> {
  const merges = await readMerges(database, undefined);
  const survivors = resolveMerges(merges);
  const fold = createFold(merges);
  const differences: Difference[] = [];
  for await (const article of readEach<ArticleDocument>(database, 'articles', undefined)) {
    const expected = articleDocument(article.source, survivors);
    if (!isSameDocument(article, expected)) differences.push(differenceOf('articles', article, expected));
    fold.add(article.source);
  }
  for await (const withdrawal of readEach<WithdrawalDocument>(database, 'withdrawals', undefined)) {
    const [expected] = withdrawalDocument({ id: withdrawal._id, version: withdrawal.version, retracted: true });
    if (!expected || !isSameDocument(withdrawal, expected)) {
      differences.push(differenceOf('withdrawals', withdrawal, expected));
    }
  }
  const { broken, ...derived } = fold.end();
  const waiting = waitingLinks(derived.statements);
  for (const [collection, documents] of Object.entries(derived)) {
    differences.push(...(await compare(collection, documents, readEach(database, collection, undefined))));
  }
  return [
    ...differences,
    ...(await readPending(database)),
    ...broken.incidents.map((edge) => circleAt('incidents', edge)),
    ...broken.locations.map((edge) => circleAt('locations', edge)),
    ...waiting.map(({ statement, waitsFor }) => ({
      collection: 'statements',
      id: statement,
      what: `waits for ${waitsFor}`,
      isFault: false,
    })),
  ];
}

/** Makes the store what follows from its articles and merges. Reads all that is stored. */
export async function rebuildStore(database: Db, client: MongoClient): Promise<WriteSummary> {
  return takeTurn(client, database, async ({ session }) => {
    const { plan, statements } = await rebuild(database, session);
    return { changes: countChanges(plan), unchanged: 0, skipped: [], waiting: waitingLinks(statements) };
  });
}

/** Takes `expected` apart as it goes. */
async function compare(
  collection: string,
  expected: StoredDocument[],
  stored: AsyncIterable<StoredDocument>,
): Promise<Difference[]> {
  const left = new Map(expected.splice(0).map((document) => [document._id, document]));
  const differences: Difference[] = [];
  for await (const document of stored) {
    const after = left.get(document._id);
    left.delete(document._id);
    if (!after || !isSameDocument(document, after)) differences.push(differenceOf(collection, document, after));
  }
  return [...differences, ...[...left.values()].map((after) => differenceOf(collection, undefined, after))];
}

function differenceOf(
  collection: string,
  before: StoredDocument | undefined,
  after: StoredDocument | undefined,
): Difference {
  const id = before?._id ?? after?._id ?? '';
  const isFault = true;
  if (!before) return { collection, id, what: 'is missing', isFault };
  if (!after) return { collection, id, what: 'follows from no article', isFault };
  return { collection, id, what: `differs in ${differingFields(before, after).join(', ')}`, isFault };
}

function differingFields(before: StoredDocument, after: StoredDocument): string[] {
  const [a, b] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const fields = [...new Set([...a.keys(), ...b.keys()])];
  const differing = fields.filter(
    (field) => a.has(field) !== b.has(field) || !isSameDocument({ it: a.get(field) }, { it: b.get(field) }),
  );
  return differing.length > 0 ? differing : ['the order of its fields'];
}

function circleAt(collection: string, { child, parent }: PartOf): Difference {
  return { collection, id: child, what: `is part of ${parent}, which closes a circle`, isFault: false };
}

async function readPending(database: Db): Promise<Difference[]> {
  const pending = await database.collection<StoredDocument>('pending').find().toArray();
  return pending.map(({ _id }) => ({ collection: 'pending', id: _id, what: 'is still to be derived', isFault: false }));
}
