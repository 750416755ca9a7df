import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from 'mongodb';
import { openStore, type Store } from '../store/open-store.ts';
import type { ArticleVersion } from './apply-versions.ts';
import { derive } from './derive/derive.ts';
import { createBudget } from './derive/work.ts';
import { resolveMerges } from './fold/merges.ts';
import { inOrder } from './in-order.ts';
import { indexNow } from './index-ahead.ts';
import { createOverlay, type Overlay } from './overlay.ts';
import { workOn, writeLimits } from './pending.ts';
import { addChanges, type ChangeCounts, countChanges, type WritePlan } from './plan-write.ts';
import { draftsOver, planOf, type StoreDrafts } from './store-drafts.ts';
import { createStoreView } from './store-view.ts';
import { type TakenArticles, takeArticles } from './take-articles.ts';

/** Says what writing would do, batch after batch, and writes nothing into the store. */
export interface Rehearsal {
  take(accepted: readonly ArticleVersion[]): Promise<TakenArticles & { changes: ChangeCounts }>;
  close(): Promise<void>;
}

/**
 * What the first batch would write is kept in memory; once another one builds on it, in an embedded store among the
 * system's temporary files (TMPDIR), laid over the store. Memory holds a batch, as a writer's does.
 */
export function createRehearsal(database: Db): Rehearsal {
  const stored = createStoreView(database, undefined);
  let unwritten: WritePlan | undefined;
  let temporary: TemporaryStore | undefined;
  let overlay: Overlay | undefined;

  const rehearsal: Rehearsal = {
    take: (accepted) => inOrder(rehearsal, () => takeBatch(accepted)),
    close: async () => temporary?.close(),
  };
  return rehearsal;

  async function takeBatch(accepted: readonly ArticleVersion[]): ReturnType<Rehearsal['take']> {
    const drafts = await nextDrafts();
    const { work, answer } = await takeArticles(drafts, accepted, indexNow);
    const budget = createBudget(writeLimits.things);
    await derive(drafts, work, budget);
    const taken = await answer(drafts);
    return { ...taken, changes: await finish(plan(drafts), budget.later()) };
  }

  /** What was put off is done in steps of as many things as a writer does at once. */
  async function finish(changes: ChangeCounts, later: string[]): Promise<ChangeCounts> {
    if (later.length === 0) return changes;
    const drafts = await nextDrafts();
    const budget = createBudget(writeLimits.things);
    const survivors = resolveMerges(await drafts.view.find('merges', {}));
    await derive(drafts, await workOn(drafts, later.slice(0, writeLimits.things), survivors), budget);
    const rest = new Set([...later.slice(writeLimits.things), ...budget.later()]);
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
  /** Leaves nothing of it. */
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
