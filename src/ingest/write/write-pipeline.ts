import type { ClientSession, Db, MongoClient } from 'mongodb';
import { resolveMerges } from '../../query/merges.ts';
import { derive } from '../derive/derive.ts';
import { type Budget, createBudget, type Work } from '../derive/work.ts';
import { createStoreDrafts, planOf, type StoreDrafts } from '../drafts/store-drafts.ts';
import {
  addChanges,
  type ChangeCounts,
  countChanges,
  executePlan,
  noChanges,
  type WritePlan,
} from '../drafts/write-plan.ts';
import { type Causes, causesOf } from './change-causes.ts';
import { linesOf, removeLinesFrom, trimNowAndThen, writeLines } from './change-log.ts';
import type { LogTurn } from './control.ts';
import { completeRebuild, isBeingRebuilt } from './rebuild-store.ts';
import {
  appendRecords,
  clearRecords,
  readUndoLog,
  recordedCauses,
  recoveredLines,
  rollBack,
  type UndoLog,
  undoRecordsOf,
} from './undo-log.ts';
import { clearPending, defer, deferredWork, readDeferred, type WriteLimits } from './work-queue.ts';
import { withWriteLock } from './write-lock.ts';

/**
 * Drafts the articles or merges and returns the work to derive. May defer work beyond the budget. `answer` returns the
 * result of the write, once everything is drafted.
 */
export type Prepare<T> = (
  drafts: StoreDrafts,
  budget: Budget,
) => Promise<{ work: Work; causes: Causes; answer: (drafts: StoreDrafts) => Promise<T> }>;

/**
 * Runs a write. Every change of articles or merges goes this way, as a unit of work that `prepare` describes.
 *
 * 1. `withWriteLock` lets one writer write at a time (`write-lock.ts`).
 * 2. `completePending` first rolls back an interrupted write (`undo-log.ts`) and takes deferred work from the queue
 *    (`work-queue.ts`), each under a lock of its own.
 * 3. `prepare` reads the current versions of the articles and drafts the articles themselves (`take-articles.ts`).
 * 4. `derive` computes every document that follows from them, as drafts (`../derive`).
 * 5. `commitPlan` writes the difference between the drafts and the store (`../drafts/write-plan.ts`): in one
 *    transaction, or guarded by the undo log if the store has none. Work beyond the budget goes into the work queue.
 */
export async function runWrite<T>(
  database: Db,
  client: MongoClient,
  prepare: Prepare<T>,
  limits: WriteLimits,
): Promise<{ changes: ChangeCounts; answer: T }> {
  let changes = noChanges();
  let answer: { value: T } | undefined;
  for (;;) {
    const step = await withWriteLock(
      client,
      database,
      async (session, guarded, turn): Promise<Step<T> | undefined> => {
        const writer = {
          client,
          database: guarded,
          session,
          turn,
          limits,
          drafts: createStoreDrafts(database, session),
        };
        const left = await completePending(writer);
        return left ?? (answer ? undefined : beginWrite(writer, prepare, createBudget(limits.entities)));
      },
      answer ? undefined : limits.until,
    );
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

/** The outcome of holding the lock once. */
interface Step<T> {
  plan?: WritePlan;
  /** The result of `prepare`, and whether nothing was deferred. */
  begun?: { value: T; isWhole: boolean };
  /** An interrupted rebuild must be completed first; nothing was written. */
  isForRebuild?: boolean;
}

/** The holder of the write lock. */
interface Writer {
  client: MongoClient;
  database: Db;
  session: ClientSession | undefined;
  turn: LogTurn;
  limits: WriteLimits;
  drafts: StoreDrafts;
}

/** Completes some pending work. Returns undefined if there is none, which one command finds out. */
async function completePending(writer: Writer): Promise<Step<never> | undefined> {
  const { database, session, drafts, limits } = writer;
  if ((await drafts.view.find('pending', {}, { reads: [], limit: 1 })).length === 0) return undefined;
  if (await isBeingRebuilt(drafts.view)) return { isForRebuild: true };
  const budget = createBudget(limits.entities);
  const undoLog = await readUndoLog(drafts.view);
  if (undoLog.isCommitted) {
    const { work, survivors } = await rollBack(database, session, drafts, undoLog.records);
    await derive(drafts, work, budget);
    const causes = { direct: recordedCauses(undoLog.records), survivors };
    return { plan: await commitPlan(writer, causes, budget.deferred(), { entities: [], undoLog }) };
  }
  if (undoLog.records.length > 0) await clearRecords(database, session, undoLog.records);
  const deferred = await readDeferred(drafts.view, limits);
  const entities = [...deferred.keys()];
  const survivors = resolveMerges(await drafts.view.find('merges', {}));
  await derive(drafts, await deferredWork(drafts, entities, survivors), budget);
  const direct = new Map([...deferred].flatMap(([entity, cause]) => (cause ? [[entity, cause]] : [])));
  return { plan: await commitPlan(writer, { direct, survivors }, budget.deferred(), { entities }) };
}

async function beginWrite<T>(writer: Writer, prepare: Prepare<T>, budget: Budget): Promise<Step<T>> {
  const { drafts } = writer;
  const { work, causes, answer } = await prepare(drafts, budget);
  await derive(drafts, work, budget);
  const value = await answer(drafts);
  const plan = await commitPlan(writer, causes, budget.deferred(), { entities: [] });
  return { plan, begun: { value, isWhole: budget.deferred().length === 0 } };
}

/**
 * Writes the plan and its lines of the change log, queues `later` and clears what is `done`. The order loses nothing
 * without a transaction: repeating a step changes nothing, and the undo records are written before the lines and the
 * plan, and cleared after them.
 */
async function commitPlan(
  { client, database, session, drafts, turn }: Writer,
  causes: Causes,
  later: readonly string[],
  done: { entities: readonly string[]; undoLog?: UndoLog },
): Promise<WritePlan> {
  const plan = planOf(drafts);
  const { undoLog } = done;
  const old = undoLog?.records ?? [];
  const known = new Set(old.map(({ _id }) => _id));
  const lines = linesOf(plan, causes, undoLog && recoveredLines(undoLog.records, drafts));
  const records = session
    ? []
    : undoRecordsOf(plan, drafts, { turn: turn.number, lines }).filter(({ _id }) => !known.has(_id));
  const causeOf = later.length > 0 ? causesOf(plan, causes) : undefined;
  await defer(database, session, later, (entity) => causeOf?.(entity));
  await appendRecords(database, records);
  if (turn.beginsLog) await removeLinesFrom(database, session, 0);
  else if (undoLog?.turn !== undefined) await removeLinesFrom(database, session, undoLog.turn);
  await writeLines(database, session, turn.number, lines);
  await executePlan(database, session, plan);
  if (records.length > 0 || done.undoLog) await clearRecords(database, session, [...old, ...records]);
  const again = new Set(later);
  const entities = done.entities.filter((entity) => !again.has(entity));
  await clearPending(database, session, entities);
  await trimNowAndThen(database, client, session, { turn: turn.number, lines: lines.length });
  return plan;
}
