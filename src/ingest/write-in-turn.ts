import type { ClientSession, Db, MongoClient } from 'mongodb';
import { derive } from './derive/derive.ts';
import { type Budget, createBudget, type Work } from './derive/work.ts';
import { resolveMerges } from './fold/merges.ts';
import { clearPending, putOff, readPutOff, type WriteLimits, workOn } from './pending.ts';
import { addChanges, type ChangeCounts, countChanges, executePlan, noChanges, type WritePlan } from './plan-write.ts';
import { completeRebuild, isBeingRebuilt } from './rebuild-store.ts';
import { createStoreDrafts, planOf, type StoreDrafts } from './store-drafts.ts';
import { takeTurn } from './take-turn.ts';
import { noteDown, notesOn, putBack, readUnfinished, strikeOut, type Unfinished } from './unfinished.ts';

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
    const step = await takeTurn(client, database, async (session): Promise<Step<T> | undefined> => {
      const writer = { database, session, drafts: createStoreDrafts(database, session) };
      const left = await doWhatIsPending(writer, limits);
      return left ?? (answer ? undefined : begin(writer, prepare, createBudget(limits.things)));
    });
    if (!step) break;
    if (step.plan) changes = addChanges(changes, countChanges(step.plan));
    if (step.isForRebuild) changes = addChanges(changes, await completeRebuild(database, client));
    if (!step.begun) continue;
    answer = step.begun;
    if (step.begun.isWhole) break;
  }
  if (!answer) throw new Error('Nothing is pending, and nothing was written');
  return { changes, answer: answer.value };
}

/** What came of a turn. */
interface Step<T> {
  plan?: WritePlan;
  /** What was to be written, and whether all of it was. */
  begun?: { value: T; isWhole: boolean };
  /** Nothing was written: a rebuild was cut short, and takes turns of its own. */
  isForRebuild?: boolean;
}

/** Who has the turn. */
interface Writer {
  database: Db;
  session: ClientSession | undefined;
  drafts: StoreDrafts;
}

/** Does some of it. Answers undefined where nothing is pending, which takes one command. */
async function doWhatIsPending(writer: Writer, limits: WriteLimits): Promise<Step<never> | undefined> {
  const { database, session, drafts } = writer;
  if ((await drafts.view.find('pending', {}, { reads: [], limit: 1 })).length === 0) return undefined;
  if (await isBeingRebuilt(drafts.view)) return { isForRebuild: true };
  const budget = createBudget(limits.things);
  const unfinished = await readUnfinished(drafts.view);
  if (unfinished.isMarked) {
    await derive(drafts, await putBack(database, session, drafts, unfinished.notes), budget);
    return { plan: await carryOut(writer, budget.later(), { things: [], unfinished }) };
  }
  if (unfinished.notes.length > 0) await strikeOut(database, session, unfinished.notes);
  const things = await readPutOff(drafts.view, limits);
  const survivors = resolveMerges(await drafts.view.find('merges', {}));
  await derive(drafts, await workOn(drafts, things, survivors), budget);
  return { plan: await carryOut(writer, budget.later(), { things }) };
}

async function begin<T>(writer: Writer, prepare: Prepare<T>, budget: Budget): Promise<Step<T>> {
  const { drafts } = writer;
  const { work, answer } = await prepare(drafts, budget);
  await derive(drafts, work, budget);
  const value = await answer(drafts);
  const plan = await carryOut(writer, budget.later(), { things: [] });
  return { plan, begun: { value, isWhole: budget.later().length === 0 } };
}

/**
 * Writes what is drafted, puts off `later`, and strikes out what is `done` by that. In this order nothing is lost where
 * there is no transaction, since to do a thing again changes nothing; and notes, where there is none, go before the
 * plan and away after it.
 */
async function carryOut(
  { database, session, drafts }: Writer,
  later: readonly string[],
  done: { things: readonly string[]; unfinished?: Unfinished },
): Promise<WritePlan> {
  const plan = planOf(drafts);
  const old = done.unfinished?.notes ?? [];
  const known = new Set(old.map(({ _id }) => _id));
  const notes = session ? [] : notesOn(plan, drafts).filter(({ _id }) => !known.has(_id));
  await putOff(database, session, later);
  await noteDown(database, notes);
  await executePlan(database, session, plan);
  if (notes.length > 0 || done.unfinished) await strikeOut(database, session, [...old, ...notes]);
  const again = new Set(later);
  const things = done.things.filter((thing) => !again.has(thing));
  await clearPending(database, session, things);
  return plan;
}
