import type { StoreConfig } from '../src/config/config.ts';
import { rulesVersion } from '../src/ingest/fold/rules-version.ts';
import { hasForeignRules, otherRulesOf } from '../src/ingest/write/store-rules.ts';
import { type Upgrade, upgradeStore } from '../src/ingest/write/upgrade-store.ts';
import { openStore, type Store } from '../src/store/open-store.ts';
import { createProgress } from './progress.ts';
import { say } from './stderr.ts';

/**
 * Opens the store for a command. If the command `writes`, an embedded store of an earlier rules version is upgraded
 * first. Otherwise, throws `OtherRules` if the store has another version. If it `rebuilds`, the store may have lost
 * collections, except that of the articles.
 */
export async function openCurrentStore(
  config: StoreConfig,
  { writes, readOnly = false, rebuilds = false }: { writes: boolean; readOnly?: boolean; rebuilds?: boolean },
): Promise<Store> {
  const upgrades = writes && 'dataDir' in config;
  const store = await openStore(config, { readOnly, leavesAsIs: hasForeignRules({ upgrades, rebuilds }) });
  try {
    const upgrade = upgrades ? await upgradeWithProgress(store) : undefined;
    if (upgrade) say(`Upgraded the ${store.address} from rules version ${upgrade.from} to ${upgrade.to}`);
    if (!upgrades) await assertRulesFor(store, writes);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Runs `upgradeStore` with its progress on standard error. */
export async function upgradeWithProgress({ database, client }: Store): Promise<Upgrade | undefined> {
  const progress = createProgress(process.stderr);
  try {
    return await upgradeStore(database, client, { onProgress: progress.show });
  } finally {
    progress.stop();
  }
}

/**
 * Throws `OtherRules` if the store has another version. An interrupted upgrade fails only readers, which would see
 * documents of both versions; a writer completes it.
 */
async function assertRulesFor({ database }: Store, writes: boolean): Promise<void> {
  const fault = await otherRulesOf(database);
  if (fault && !(writes && fault.store === rulesVersion)) throw fault;
}
