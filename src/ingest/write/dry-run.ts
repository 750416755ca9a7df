import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from 'mongodb';
import { type Merge, resolveMerges } from '../../query/merges.ts';
import { openStore, type Store } from '../../store/open-store.ts';
import { derive } from '../derive/derive.ts';
import { createBudget } from '../derive/work.ts';
import { createOverlay, type Overlay } from '../drafts/overlay.ts';
import { draftsOver, planOf, type StoreDrafts } from '../drafts/store-drafts.ts';
import { createStoreView } from '../drafts/store-view.ts';
import { addChanges, type ChangeCounts, countChanges, type WritePlan } from '../drafts/write-plan.ts';
import type { ArticleVersion } from '../fold/apply-versions.ts';
import { indexNow } from './index-ahead.ts';
import { serialize } from './serial-queue.ts';
import { assertRules } from './store-rules.ts';
import { type TakenArticles, takeArticles } from './take-articles.ts';
import { deferredWork, writeLimits } from './work-queue.ts';
import { type TakenMerges, takeMerges } from './write-merges.ts';
import type { Prepare } from './write-pipeline.ts';

/**
 * Reports what writing would change, batch by batch, without writing to the store. Throws `OtherRules` if a writer would,
 * and if an upgrade is not complete.
 */
export interface DryRun {
  take(accepted: readonly ArticleVersion[], replaces?: number): Promise<TakenArticles & { changes: ChangeCounts }>;
  merge(merges: readonly Merge[]): Promise<TakenMerges & { changes: ChangeCounts }>;
  close(): Promise<void>;
}

/**
 * Creates a dry run. The changes of the first batch stay in memory. From the second batch on, they are written to a
 * temporary embedded store (in TMPDIR), which overlays the real one. Memory holds one batch, as for a real write.
 */
export function createDryRun(database: Db): DryRun {
  const stored = createStoreView(database, undefined);
  let unwritten: WritePlan | undefined;
  let temporary: TemporaryStore | undefined;
  let overlay: Overlay | undefined;

  const dryRunner: DryRun = {
    take: (accepted, replaces) =>
      serialize(dryRunner, () => takeBatch((drafts) => takeArticles(drafts, accepted, indexNow, replaces))),
    merge: (merges) => {
      const byId = new Map(merges.map((merge) => [merge._id, merge]));
      return serialize(dryRunner, () => takeBatch((drafts, budget) => takeMerges(drafts, budget, byId, writeLimits)));
    },
    close: async () => temporary?.close(),
  };
  return dryRunner;

  async function takeBatch<T>(prepare: Prepare<T>): Promise<T & { changes: ChangeCounts }> {
    await assertRules(database);
    const drafts = await nextDrafts();
    const budget = createBudget(writeLimits.entities);
    const { work, answer } = await prepare(drafts, budget);
    await derive(drafts, work, budget);
    const taken = await answer(drafts);
    return { ...taken, changes: await finish(plan(drafts), budget.deferred()) };
  }

  /** Derives the deferred entities in the same steps as a writer does. */
  async function finish(changes: ChangeCounts, later: string[]): Promise<ChangeCounts> {
    if (later.length === 0) return changes;
    const drafts = await nextDrafts();
    const budget = createBudget(writeLimits.entities);
    const survivors = resolveMerges(await drafts.view.find('merges', {}));
    await derive(drafts, await deferredWork(drafts, later.slice(0, writeLimits.entities), survivors), budget);
    const rest = new Set([...later.slice(writeLimits.entities), ...budget.deferred()]);
    return finish(addChanges(changes, plan(drafts)), [...rest]);
  }

  function plan(drafts: StoreDrafts): ChangeCounts {
    unwritten = planOf(drafts);
    return countChanges(unwritten);
  }

  async function nextDrafts(): Promise<StoreDrafts> {
    if (unwritten) {
      temporary ??= await openTemporaryStore();
      overlay ??= await createOverlay(stored, temporary.store.database);
      await overlay.write(unwritten);
      unwritten = undefined;
    }
    return draftsOver(overlay?.view ?? stored);
  }
}

interface TemporaryStore {
  store: Store;
  /** Closes the store and removes its files. */
  close(): Promise<void>;
}

async function openTemporaryStore(): Promise<TemporaryStore> {
  const dataDir = mkdtempSync(join(tmpdir(), 'seed-'));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    const store = await openStore({ dataDir }, { readOnly: true });
    return { store, close: () => store.close().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}
