import { type GraphContext, readAgain } from '../../entities/context.ts';
import {
  ChangesGone,
  type LogState,
  type ReadChanges,
  RevisionAhead,
  readChanges,
  readLogState,
} from '../../store/changes.ts';
import type { Joining } from './accepted-subscription.ts';
import { type Compared, catchUp, compareFilter, filterKey, type LiveFilter, openLiveFilter } from './live-filter.ts';
import { mapConcurrently } from './map-concurrently.ts';
import { type Happened, nothingHappened, sumUp, type WrittenTurns } from './written-turns.ts';

/** What a step has found at one state of the store. */
export interface Step<J extends Joining> {
  revision: number;
  /** Identifies the store. */
  storeId: string | undefined;
  /** What happened for each filter, or why it cannot be told. */
  compared: Map<LiveFilter, Happened | Error>;
  /** The filter of each subscription that begins and what it has missed, or why it cannot begin. */
  joined: Map<J, { filter: LiveFilter; missed: Happened } | Error>;
}

export interface StepOptions<J extends Joining> {
  /** The revision of the filters; undefined if there are none. */
  revision: number | undefined;
  storeId: string | undefined;
  filters: ReadonlyMap<string, LiveFilter>;
  joining: readonly J[];
  /** Whether filters that cannot be compared are left behind, instead of failing the step. */
  leavesBehind: boolean;
  maxIds: number;
}

/** The number of times that a step is read if others write meanwhile. */
const maxRuns = 5;
/** The max number of lines of the log that are read at once; if there are more, everything is compared. */
const maxLines = 20_000;
const maxReads = 8;

/**
 * Reads what has happened since the last step, for all filters at one state of the store. Returns undefined if others
 * write all the time. Changes the filters only at the end.
 *
 * @throws the error of a read, such as `StoreTimeout`. Nothing has changed then.
 */
export async function readStep<J extends Joining>(
  context: GraphContext,
  options: StepOptions<J>,
): Promise<Step<J> | undefined> {
  try {
    for (let run = 0; run < maxRuns; run++) {
      const commit = await readState(context, options);
      if (!(await context.store.moment()).isTorn) return commit();
      readAgain(context);
    }
    return undefined;
  } finally {
    context.store.close();
  }
}

async function readState<J extends Joining>(context: GraphContext, options: StepOptions<J>): Promise<() => Step<J>> {
  const { filters, joining, maxIds } = options;
  const { written, state } = await readSince(context, options);
  const compared = await mapConcurrently([...filters.values()], maxReads, async (filter) => {
    if (!written) return { filter, result: nothing };
    const result = await compareFilter(context, filter, written, maxIds).catch(toError);
    return { filter, result };
  });
  const failed = compared.find(({ result }) => isFailure(result));
  if (failed && !options.leavesBehind) throw failed.result;
  const opened = await openFilters(context, options);
  const missed = await readMissed(context, joining);
  return () => {
    for (const { filter, result } of compared) {
      if (!(result instanceof Error)) result.commit();
      else filter.isBehind = true;
    }
    return {
      revision: state.currentRevision,
      storeId: state.id,
      compared: new Map(
        compared.map(({ filter, result }) => [filter, result instanceof Error ? result : result.happened]),
      ),
      joined: new Map(
        joining.map((each) => {
          const key = filterKey(each.entity, each.condition);
          return [each, startOf(filters.get(key) ?? opened.get(key), missed.get(missedKey(each)))] as const;
        }),
      ),
    };
  };
}

const nothing: Compared = { happened: nothingHappened, commit() {} };

function isFailure(result: Compared | Error): result is Error {
  return result instanceof Error && result.name !== 'TooManyNodes';
}

/** Reads the turns since the last step; `written` is undefined if there are none. */
async function readSince(
  { store }: GraphContext,
  { revision, storeId }: Pick<StepOptions<never>, 'revision' | 'storeId'>,
): Promise<{ written: WrittenTurns | undefined; state: LogState }> {
  if (revision === undefined) return { written: undefined, state: await readLogState(store) };
  const read = await readChanges(store, { after: revision, first: maxLines }).catch((error: unknown) => {
    // The process stood still for longer than the log goes back, or the store was replaced.
    if (error instanceof ChangesGone || error instanceof RevisionAhead) return undefined;
    throw error;
  });
  const state = read ?? (await readLogState(store));
  const isReplaced = state.id !== storeId && storeId !== undefined;
  if (!read || isReplaced) return { written: sumUp([], false), state };
  if (read.currentRevision === revision) return { written: undefined, state };
  return { written: writtenBy(read), state };
}

function writtenBy({ lines, hasMore }: ReadChanges): WrittenTurns {
  return sumUp(lines, !hasMore);
}

async function openFilters<J extends Joining>(
  context: GraphContext,
  { filters, joining, maxIds }: StepOptions<J>,
): Promise<Map<string, LiveFilter | Error>> {
  const wanted = new Map<string, J>();
  for (const each of joining) {
    const key = filterKey(each.entity, each.condition);
    if (!filters.has(key)) wanted.set(key, each);
  }
  return new Map(
    await mapConcurrently([...wanted], maxReads, async ([key, { entity, condition }]) => {
      const filter = await openLiveFilter(context, entity, condition, maxIds).catch(toError);
      return [key, filter] as const;
    }),
  );
}

type Missed = (ids: ReadonlySet<string>) => Happened;

function startOf(filter: LiveFilter | Error | undefined, missed: Missed | Error | undefined) {
  if (missed instanceof Error) return missed;
  if (filter instanceof Error) return filter;
  if (!filter || !missed) return new Error('A filter was not opened');
  return { filter, missed: missed(filter.ids) };
}

/** Reads what subscriptions that begin have missed, once for those with the same filter and revision. */
async function readMissed(context: GraphContext, joining: readonly Joining[]): Promise<Map<string, Missed | Error>> {
  const distinct = new Map(joining.map((each) => [missedKey(each), each]));
  return new Map(
    await mapConcurrently([...distinct], maxReads, async ([key, each]) => {
      const missed = await missedSince(context, each).catch(toError);
      return [key, missed instanceof Error ? missed : once(missed)] as const;
    }),
  );
}

function missedKey({ entity, condition, after }: Joining): string {
  return `${after} ${filterKey(entity, condition)}`;
}

/** So that subscribers with equal payloads share one object, by which payloads are shared. */
function once(missed: Missed): Missed {
  let known: Happened | undefined;
  return (ids) => {
    known ??= missed(ids);
    return known;
  };
}

async function missedSince(context: GraphContext, joining: Joining): Promise<Missed> {
  const { after } = joining;
  if (after === undefined) return () => nothingHappened;
  const read = await readChanges(context.store, { after, first: maxLines });
  if (read.currentRevision === after) return () => nothingHappened;
  return catchUp(context, joining, writtenBy(read));
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('A read failed', { cause: reason });
}
