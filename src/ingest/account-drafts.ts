import { formatNodeId } from '../graph/node-id.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { type AccountDocument, type AccountsById, accountsById } from './fold/account.ts';
import type { MergedType } from './fold/merges.ts';
import type { StoreView } from './store-view.ts';

/** The accounts of some things. */
export interface AccountDrafts extends Omit<Drafts<AccountDocument>, 'load'> {
  /** Reads all accounts of these things. */
  loadThings(type: MergedType, ids: Iterable<string>): Promise<void>;
  /** What is to be said of each of these things; all of their accounts have to be known. */
  ofThings<T>(type: MergedType, ids: Iterable<string>): AccountsById<T>;
}

export function createAccountDrafts(view: StoreView): AccountDrafts {
  const drafts = createDrafts<AccountDocument>(view, 'accounts');
  /** Of each thing the accounts that are known. */
  const known = new Map<string, Set<string>>();
  const complete = new Set<string>();

  function learn(ids: Iterable<string>): void {
    for (const id of ids) {
      const thing = thingOf(id);
      const accounts = known.get(thing);
      if (accounts) accounts.add(id);
      else known.set(thing, new Set([id]));
    }
  }

  return {
    ...drafts,
    assumeAbsent(ids) {
      const absent = [...ids];
      drafts.assumeAbsent(absent);
      learn(absent);
    },
    async loadThings(type, ids) {
      const things = [...ids].map((id) => formatNodeId(type, id)).filter((thing) => !complete.has(thing));
      if (things.length === 0) return;
      learn(await drafts.loadAny('thing', things));
      for (const thing of things) complete.add(thing);
    },
    ofThings(type, ids) {
      const things = [...ids].map((id) => formatNodeId(type, id));
      const accounts = things.flatMap((thing) => [...(known.get(thing) ?? [])]);
      return accountsById(
        type,
        accounts.flatMap((id) => drafts.get(id) ?? []),
      );
    },
  };
}

/** Of an account, by its id. */
export function thingOf(account: string): string {
  return account.slice(0, account.indexOf('='));
}
