import type { Db, Document, FindCursor } from 'mongodb';
import type { ActorDocument } from '../actor/actor-document.ts';
import type { ArticleDocument, WithdrawalDocument } from '../article/article-document.ts';
import type { IncidentDocument } from '../incident/incident-document.ts';
import type { LocationDocument } from '../location/location-document.ts';
import type { StatementDocument } from '../statement/statement-document.ts';
import type { AccountDocument } from './fold/account.ts';

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

/** All documents, one command a collection. */
export async function readContents(database: Db): Promise<StoreContents> {
  return {
    articles: await readEach<ArticleDocument>(database, 'articles').toArray(),
    withdrawals: await readEach<WithdrawalDocument>(database, 'withdrawals').toArray(),
    accounts: await readEach<AccountDocument>(database, 'accounts').toArray(),
    incidents: await readEach<IncidentDocument>(database, 'incidents').toArray(),
    actors: await readEach<ActorDocument>(database, 'actors').toArray(),
    statements: await readEach<StatementDocument>(database, 'statements').toArray(),
    locations: await readEach<LocationDocument>(database, 'locations').toArray(),
  };
}

/** All documents of a collection, some at a time, by `_id`: each once, also where they are replaced meanwhile. */
export function readEach<D extends Document>(database: Db, name: string): FindCursor<D> {
  return database.collection(name).find<D>({}, { batchSize: 500, sort: { _id: 1 } });
}
