import type { ClientSession, Db } from 'mongodb';
import { type AssertionDrafts, createAssertionDrafts } from './assertion-drafts.ts';
import { createDrafts, type Drafts } from './change-set.ts';
import { byCollection, type Contents, writtenCollections } from './store-contents.ts';
import { createStoreView, type StoreView } from './store-view.ts';
import type { WritePlan } from './write-plan.ts';

type CollectionDrafts = { [C in keyof Contents]: Drafts<Contents[C]> };

/** The part of the store that one write reads and changes. */
export interface StoreDrafts extends Omit<CollectionDrafts, 'accounts'> {
  view: StoreView;
  accounts: AssertionDrafts;
}

export function createStoreDrafts(database: Db, session: ClientSession | undefined): StoreDrafts {
  return draftsOver(createStoreView(database, session));
}

export function draftsOver(view: StoreView): StoreDrafts {
  const drafts = Object.fromEntries(
    writtenCollections.map((name) => [name, createDrafts(view, name)]),
  ) as CollectionDrafts;
  return { ...drafts, view, accounts: createAssertionDrafts(view) };
}

/** Returns the changes that bring the store to the state of the drafts. */
export function planOf(drafts: StoreDrafts): WritePlan {
  return byCollection<WritePlan>((name) => drafts[name].changes());
}
