import type { ClientSession, Db, Document, FindCursor } from 'mongodb';
import type { ActorDocument } from '../actor/actor-document.ts';
import type { Retraction } from '../article/article.ts';
import type { ArticleDocument, WithdrawalDocument } from '../article/article-document.ts';
import type { IncidentDocument } from '../incident/incident-document.ts';
import type { LocationDocument } from '../location/location-document.ts';
import type { StatementDocument } from '../statement/statement-document.ts';
import { type ArticleVersion, isRetraction, standingArticles } from './apply-versions.ts';
import type { AccountDocument } from './fold/account.ts';
import { type Fold, foldArticles } from './fold/fold-articles.ts';
import { type Merge, resolveMerges } from './fold/merges.ts';
import { articleDocument } from './index-article.ts';

/** The documents that seeding writes, by collection; articles first, since the others derive from them. */
export interface StoreContents {
  articles: ArticleDocument[];
  withdrawals: WithdrawalDocument[];
  accounts: AccountDocument[];
  incidents: IncidentDocument[];
  actors: ActorDocument[];
  statements: StatementDocument[];
  locations: LocationDocument[];
}

/** What is not followed, since it closes a circle. */
export type Circles = Pick<Fold, 'broken'>;

/** All documents, one command a collection: a session takes one at a time. */
export async function readContents(database: Db, session: ClientSession | undefined): Promise<StoreContents> {
  return {
    articles: await readAll(database, 'articles', session),
    withdrawals: await readAll(database, 'withdrawals', session),
    accounts: await readAll(database, 'accounts', session),
    incidents: await readAll(database, 'incidents', session),
    actors: await readAll(database, 'actors', session),
    statements: await readAll(database, 'statements', session),
    locations: await readAll(database, 'locations', session),
  };
}

export function readMerges(database: Db, session: ClientSession | undefined): Promise<Merge[]> {
  return readAll(database, 'merges', session);
}

/** What stands for each article id. */
export function articleVersions({ articles, withdrawals }: StoreContents): ArticleVersion[] {
  return [
    ...articles.map(({ source }) => source),
    ...withdrawals.map(({ _id, version }) => ({ id: _id, version, retracted: true }) as const),
  ];
}

/** All documents that follow from what stands for each article id, and merges: what an undisturbed store holds. */
export function contentsFrom(versions: Iterable<ArticleVersion>, merges: readonly Merge[]): StoreContents & Circles {
  const all = [...versions];
  const articles = standingArticles(all);
  const survivors = resolveMerges(merges);
  const { accounts, incidents, actors, statements, locations, broken } = foldArticles(articles, merges);
  return {
    articles: articles.map((article) => articleDocument(article, survivors)),
    withdrawals: all.filter(isRetraction).flatMap(withdrawalDocument),
    accounts,
    incidents,
    actors,
    statements,
    locations,
    broken,
  };
}

/** All documents of a collection, some at a time. */
export function readEach<D extends Document>(
  database: Db,
  name: string,
  session: ClientSession | undefined,
): FindCursor<D> {
  return database.collection(name).find<D>({}, { batchSize: 500, ...(session && { session }) });
}

function readAll<D extends Document>(database: Db, name: string, session: ClientSession | undefined): Promise<D[]> {
  return readEach<D>(database, name, session).toArray();
}

export function withdrawalDocument({ id, version }: Retraction): WithdrawalDocument[] {
  return version === undefined ? [] : [{ _id: id, version }];
}
