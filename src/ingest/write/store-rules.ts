import type { Db } from 'mongodb';
import { OtherRules } from '../../errors/other-rules.ts';
import { rulesVersion } from '../fold/rules-version.ts';
import { readControl, unnamedVersion } from './control.ts';
import { assertNothingLost } from './lost-collections.ts';

/** The rules that the documents of a store follow. */
export interface StoreRules {
  version: number;
  /** The earlier version, until an upgrade is complete. */
  upgradingFrom?: number;
}

/** Returns the rules of a store; undefined for an empty store without a version, which its first write sets. */
export async function readStoreRules(database: Db): Promise<StoreRules | undefined> {
  const control = await readControl(database);
  if (control?.rules === undefined) return (await isEmpty(database)) ? undefined : { version: unnamedVersion };
  const { rules, upgradingFrom } = control;
  return { version: rules, ...(upgradingFrom !== undefined && { upgradingFrom }) };
}

/**
 * Returns why this program must not read the documents of a store; undefined if it may. Costs one command, or up to
 * five for a store that has no version.
 */
export async function otherRulesOf(database: Db): Promise<OtherRules | undefined> {
  const rules = await readStoreRules(database);
  if (!rules || (rules.version === rulesVersion && rules.upgradingFrom === undefined)) return undefined;
  return new OtherRules(rules.version, rulesVersion);
}

/** Throws the error that `otherRulesOf` returns, if any. */
export async function assertRules(database: Db): Promise<void> {
  const fault = await otherRulesOf(database);
  if (fault) throw fault;
}

/**
 * Returns the predicate `leavesAsIs` of `openStore`. It is true for a store with other rules, whose indexes then stay
 * unchanged. With `upgrades`, it is false for a store of an earlier version, which the caller then upgrades. Throws
 * `CollectionsLost`, before an empty collection takes the place of a lost one; with `rebuilds`, only if the articles
 * are lost.
 */
export function hasForeignRules({
  upgrades,
  rebuilds = false,
}: {
  upgrades: boolean;
  rebuilds?: boolean;
}): (database: Db) => Promise<boolean> {
  return async (database) => {
    const fault = await otherRulesOf(database);
    await assertNothingLost(database, { rebuilds: rebuilds || fault !== undefined });
    return fault !== undefined && !(upgrades && fault.store <= rulesVersion);
  };
}

/** Returns whether the store has no articles, merges or withdrawals, and an empty work queue. */
export async function isEmpty(database: Db): Promise<boolean> {
  for (const name of ['articles', 'merges', 'withdrawals', 'pending']) {
    if (await database.collection(name).findOne({}, { projection: { _id: 1 } })) return false;
  }
  return true;
}
