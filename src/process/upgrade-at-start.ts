import { upgradeStore } from '../ingest/write/upgrade-store.ts';
import type { Store } from '../store/open-store.ts';

const lineEveryMs = 5000;

/**
 * Upgrades a store of an earlier rules version before it is read, and reports progress with a line every 5 s. Throws
 * `OtherRules` if the store has a later version.
 */
export async function upgradeAtStart({ database, client, address }: Store, say: (line: string) => void): Promise<void> {
  let saidAt: number | undefined;
  const upgrade = await upgradeStore(database, client, {
    onProgress({ done, of }) {
      const now = performance.now();
      if (saidAt !== undefined && now - saidAt < lineEveryMs) return;
      if (saidAt === undefined)
        say(`Upgrading the ${address}, ${of} documents; if stopped, the upgrade restarts at the next start`);
      else say(`Upgrading: ${Math.floor((100 * done) / of)}%, ${done} of ${of} documents`);
      saidAt = now;
    },
  });
  if (upgrade) say(`Upgraded the ${address} from rules version ${upgrade.from} to ${upgrade.to}`);
}
