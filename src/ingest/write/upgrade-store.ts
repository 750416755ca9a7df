import type { Db, MongoClient } from 'mongodb';
import { OtherRules } from '../../errors/other-rules.ts';
import { derivedCollections } from '../drafts/store-contents.ts';
import { addChanges, type ChangeCounts, noChanges } from '../drafts/write-plan.ts';
import { rulesVersion } from '../fold/rules-version.ts';
import { beginRebuild, chunkLimits, finishRebuild } from './rebuild-store.ts';
import { readStoreRules } from './store-rules.ts';
import { tryExclusiveLock } from './write-lock.ts';

export interface UpgradeOptions {
  limits?: typeof chunkLimits;
  /** Called before the first document is read, and after each one. */
  onProgress?: (progress: UpgradeProgress) => void;
}

export interface UpgradeProgress {
  phase: 'upgrading';
  /** The number of documents compared so far. */
  done: number;
  /** The estimated number of documents. */
  of: number;
}

export interface Upgrade {
  /** The rules version that the store had. */
  from: number;
  to: number;
  /** The numbers of documents of each type that were created, updated and removed. */
  changes: ChangeCounts;
}

/**
 * Upgrades a store of an earlier rules version to this program's, by a rebuild. Returns undefined if there is nothing
 * to do: the store has this version, or it is empty and gets the version with its first write. Throws `OtherRules` if
 * the store has a later version.
 *
 * Other writers wait. The process may be killed at any moment:
 *
 * 1. `beginRebuild` sets its mark. After a kill here the store keeps its earlier version, and writers of that version
 *    rebuild it.
 * 2. `adoptRules` sets the version of this program and the mark `upgradingFrom`. From now on, writers of the earlier
 *    version are refused. After a kill here the next upgrade, or the next write of this version, restarts the rebuild.
 * 3. `finishRebuild` writes the differences and removes both marks.
 */
export async function upgradeStore(
  database: Db,
  client: MongoClient,
  { limits = chunkLimits, onProgress = () => {} }: UpgradeOptions = {},
): Promise<Upgrade | undefined> {
  let changes = noChanges();
  let from: number | undefined;
  for (;;) {
    const rules = await readStoreRules(database);
    if (rules && rules.version > rulesVersion) throw new OtherRules(rules.version, rulesVersion);
    const earlier = earlierVersion(rules);
    if (rules === undefined || earlier === undefined)
      return from === undefined ? undefined : { from, to: rulesVersion, changes };
    from ??= earlier;
    await tryExclusiveLock(client, database, rules.version, async (lock) => {
      if (earlierVersion(await readStoreRules(database)) === undefined) return; // another upgrade was first
      await beginRebuild(lock);
      if (rules.version !== rulesVersion) await lock.adoptRules();
      const progress: UpgradeProgress = { phase: 'upgrading', done: 0, of: await countDocuments(database) };
      onProgress({ ...progress });
      await finishRebuild(database, lock, {
        limits,
        onChanges: (more) => {
          changes = addChanges(changes, more);
        },
        onRead: () => {
          progress.done++;
          onProgress({ ...progress, of: Math.max(progress.of, progress.done) });
        },
      });
    });
  }
}

/** Returns the version from which a store must still be upgraded; undefined if there is nothing to upgrade. */
function earlierVersion(rules: Awaited<ReturnType<typeof readStoreRules>>): number | undefined {
  return rules && (rules.version < rulesVersion ? rules.version : rules.upgradingFrom);
}

async function countDocuments(database: Db): Promise<number> {
  let count = 0;
  for (const name of ['articles', ...derivedCollections]) {
    count += await database.collection(name).estimatedDocumentCount();
  }
  return count;
}
