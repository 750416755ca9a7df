import type { ClientSession, Db } from 'mongodb';
import type { ActorDocument } from '../actor/actor-document.ts';
import type { ArticleDocument, WithdrawalDocument } from '../article/article-document.ts';
import type { IncidentDocument } from '../incident/incident-document.ts';
import type { LocationDocument } from '../location/location-document.ts';
import type { StatementDocument } from '../statement/statement-document.ts';
import { type AccountDrafts, createAccountDrafts } from './account-drafts.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import type { Merge } from './fold/merges.ts';
import type { WritePlan } from './plan-write.ts';
import { createStoreView, type StoreView } from './store-view.ts';

/** The part of the store that one write is about. */
export interface StoreDrafts {
  view: StoreView;
  merges: Drafts<Merge>;
  articles: Drafts<ArticleDocument>;
  withdrawals: Drafts<WithdrawalDocument>;
  accounts: AccountDrafts;
  incidents: Drafts<IncidentDocument>;
  actors: Drafts<ActorDocument>;
  statements: Drafts<StatementDocument>;
  locations: Drafts<LocationDocument>;
}

export function createStoreDrafts(database: Db, session: ClientSession | undefined): StoreDrafts {
  return draftsOver(createStoreView(database, session));
}

export function draftsOver(view: StoreView): StoreDrafts {
  return {
    view,
    merges: createDrafts(view, 'merges'),
    articles: createDrafts(view, 'articles'),
    withdrawals: createDrafts(view, 'withdrawals'),
    accounts: createAccountDrafts(view),
    incidents: createDrafts(view, 'incidents'),
    actors: createDrafts(view, 'actors'),
    statements: createDrafts(view, 'statements'),
    locations: createDrafts(view, 'locations'),
  };
}

/** What has to be written to make the store what the drafts say. */
export function planOf(drafts: StoreDrafts): WritePlan {
  return {
    merges: drafts.merges.changes(),
    articles: drafts.articles.changes(),
    withdrawals: drafts.withdrawals.changes(),
    accounts: drafts.accounts.changes(),
    incidents: drafts.incidents.changes(),
    actors: drafts.actors.changes(),
    statements: drafts.statements.changes(),
    locations: drafts.locations.changes(),
  };
}
