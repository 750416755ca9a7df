import type { ClientSession, Db, MongoClient } from 'mongodb';
import type { StatementDocument } from '../statement/statement-document.ts';
import { derive } from './derive/derive.ts';
import { type Budget, createBudget, type Work } from './derive/work.ts';
import { resolveMerges } from './fold/merges.ts';
import { clearPending, putOff, readPending, type WriteLimits, workOn } from './pending.ts';
import { addChanges, type ChangeCounts, countChanges, executePlan, planWrite, type WritePlan } from './plan-write.ts';
import { articleVersions, contentsFrom, readContents, readMerges } from './store-contents.ts';
import { createStoreDrafts, planOf, type StoreDrafts } from './store-drafts.ts';
import { takeTurn } from './take-turn.ts';

/** Says what is to be done, drafting what is not derived; may put off what is too much at once. */
export type Prepare<T> = (
  drafts: StoreDrafts,
  budget: Budget,
) => Promise<{ work: Work; answer: (drafts: StoreDrafts) => Promise<T> }>;

/**
 * Writes what `prepare` says and all that follows from it, in one step where the store has transactions. What earlier
 * writes have put off, or left in the middle, is done before; what this one puts off, after: each in turns of its own.
 */
export async function writeInTurn<T>(
  database: Db,
  client: MongoClient,
  prepare: Prepare<T>,
  limits: WriteLimits,
): Promise<{ changes: ChangeCounts; answer: T }> {
  let changes = noChanges();
  let answer: { value: T } | undefined;
  for (;;) {
    const step = await takeTurn(client, database, async ({ session, isAfterFailure }) => {
      if (isAfterFailure) return rebuild(database, session);
      const drafts = createStoreDrafts(database, session);
      const pending = await readPending(drafts.view, limits);
      if (pending.length > 0)
        return { plan: await finish(database, session, drafts, pending, createBudget(limits.things)) };
      return answer ? undefined : await begin(database, session, drafts, prepare, createBudget(limits.things));
    });
    if (!step) break;
    changes = addChanges(changes, countChanges(step.plan));
    if (!('value' in step)) continue;
    answer = step;
    if (step.isWhole) break;
  }
  if (!answer) throw new Error('Nothing is pending, and nothing was written');
  return { changes, answer: answer.value };
}

/** Makes the store what follows from its articles and merges. Reads all that is stored. */
export async function rebuild(
  database: Db,
  session: ClientSession | undefined,
): Promise<{ plan: WritePlan; statements: StatementDocument[] }> {
  const before = await readContents(database, session);
  const after = contentsFrom(articleVersions(before), await readMerges(database, session));
  const plan = planWrite(before, after);
  await executePlan(database, session, plan);
  await database.collection('pending').deleteMany({}, { ...(session && { session }) });
  return { plan, statements: after.statements };
}

export function noChanges(): ChangeCounts {
  const none = () => ({ created: 0, updated: 0, removed: 0 });
  return { Incident: none(), Actor: none(), Statement: none(), Location: none(), Article: none() };
}

async function begin<T>(
  database: Db,
  session: ClientSession | undefined,
  drafts: StoreDrafts,
  prepare: Prepare<T>,
  budget: Budget,
): Promise<{ plan: WritePlan; value: T; isWhole: boolean }> {
  const { work, answer } = await prepare(drafts, budget);
  await derive(drafts, work, budget);
  const plan = planOf(drafts);
  const value = await answer(drafts);
  await executePlan(database, session, plan);
  await putOff(database, session, budget.later());
  return { plan, value, isWhole: budget.later().length === 0 };
}

async function finish(
  database: Db,
  session: ClientSession | undefined,
  drafts: StoreDrafts,
  pending: readonly string[],
  budget: Budget,
): Promise<WritePlan> {
  const survivors = resolveMerges(await drafts.view.find('merges', {}));
  await derive(drafts, await workOn(drafts, pending, survivors), budget);
  const plan = planOf(drafts);
  await executePlan(database, session, plan);
  await clearPending(database, session, pending);
  await putOff(database, session, budget.later());
  return plan;
}
