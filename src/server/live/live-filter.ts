import type { Document } from 'mongodb';
import type { EventModel } from '../../entities/change/events-model.ts';
import type { GraphContext } from '../../entities/context.ts';
import type { EventOp } from '../../generated/schema.ts';
import type { Entity } from '../../query/entity.ts';
import { formatNodeId } from '../../query/node-id.ts';
import { affectedIds } from '../../query/where/affected-ids.ts';
import { type Condition, conditionKey, mapTests } from '../../query/where/condition.ts';
import { allOf, matchStages } from '../../query/where/store-match.ts';
import { withSurvivors } from '../../query/where/surviving-ids.ts';
import { type Happened, happened, type WrittenTurns } from './written-turns.ts';

/** A distinct filter, shared by all its subscribers, with the ids of the nodes that match at a revision. */
export interface LiveFilter {
  readonly entity: Entity;
  readonly condition: Condition;
  /** Equal for equal filters. */
  readonly key: string;
  ids: Set<string>;
  /** The condition with the survivors of its ids. */
  meaning: Condition;
  /** Whether the last comparison failed, so that the ids are older than the revision of the others. */
  isBehind: boolean;
}

/** The next state of a filter, which counts once all reads are known to have seen one state of the store. */
export interface Compared {
  happened: Happened;
  commit(): void;
}

/** More nodes match than can be followed. */
export class TooManyNodes extends Error {
  constructor(max: number) {
    super(`More than ${max.toLocaleString('en')} nodes match, and no more can be followed: narrow the filter`);
    this.name = 'TooManyNodes';
  }
}

/** The max number of nodes that are compared one by one; the whole set is compared if there are more. */
const maxCompared = 1000;

export function filterKey(entity: Entity, condition: Condition): string {
  return `${entity.type} ${conditionKey(condition)}`;
}

/** Creates a filter with the nodes that match now. Costs a command, and those of its relations and merged ids. */
export async function openLiveFilter(
  context: GraphContext,
  entity: Entity,
  condition: Condition,
  maxIds: number,
): Promise<LiveFilter> {
  const meaning = await withSurvivors(condition, context.loaders.survivor);
  const ids = await readAll(context, entity, meaning, maxIds);
  return { entity, condition, key: filterKey(entity, condition), ids, meaning, isBehind: false };
}

/**
 * Compares what matches with what matched before some turns. The nodes that these turns may affect are read, or all that
 * match if any node may be affected. Costs nothing if they cannot affect the filter.
 *
 * @throws TooManyNodes if more than `maxIds` match.
 */
export async function compareFilter(
  context: GraphContext,
  filter: LiveFilter,
  written: WrittenTurns,
  maxIds: number,
): Promise<Compared> {
  const { entity, ids: before } = filter;
  const mayMeanOthers = written.hasMerges || written.isReset || filter.isBehind;
  const condition = mayMeanOthers ? await withSurvivors(filter.condition, context.loaders.survivor) : filter.meaning;
  const isSame = condition === filter.meaning || conditionKey(condition) === conditionKey(filter.meaning);
  const candidates =
    written.isReset || filter.isBehind || !isSame
      ? undefined
      : await affectedIds(context.store, entity.collection, condition, written, maxCompared);
  const after = candidates
    ? await readAmong(context, entity, condition, candidates)
    : await readAll(context, entity, condition, maxIds);
  const events: EventModel[] = [];
  const [entering, leaving]: [string[], string[]] = [[], []];
  const note = (op: EventOp, slug: string) => events.push(eventOf(entity, op, slug, written));
  for (const slug of candidates ?? new Set([...before, ...after])) {
    const [was, is] = [before.has(slug), after.has(slug)];
    if (is && !was) entering.push(slug);
    if (was && !is) leaving.push(slug);
    if (is && was && written.lineOf(entity.type, slug)) note('UPDATED', slug);
    else if (is !== was) note(is ? 'ENTERED' : 'LEFT', slug);
  }
  if (before.size + entering.length - leaving.length > maxIds) throw new TooManyNodes(maxIds);
  // Without lines, it is not known what was updated.
  const isUncertain = written.isReset || filter.isBehind;
  return {
    happened: isUncertain ? { events: [], totalCount: events.length, isSkipped: true } : happened(events),
    commit() {
      for (const slug of entering) before.add(slug);
      for (const slug of leaving) before.delete(slug);
      filter.isBehind = false;
      filter.meaning = condition;
    },
  };
}

/**
 * Returns what a client must know that had the nodes of the filter as of an earlier revision: of each node that turns
 * since then may affect, whether it matches now. The function that it returns must be called once the filter is up to date.
 */
export async function catchUp(
  context: GraphContext,
  { entity, condition }: Pick<LiveFilter, 'entity' | 'condition'>,
  written: WrittenTurns,
): Promise<(ids: ReadonlySet<string>) => Happened> {
  // What merged ids in the filter meant then is not known.
  const isUnknown = written.isReset || (written.hasMerges && namesMergeable(condition));
  const affected = isUnknown
    ? undefined
    : await affectedIds(context.store, entity.collection, condition, written, maxCompared);
  if (!affected) return () => ({ events: [], totalCount: 0, isSkipped: true });
  return (ids) =>
    happened(
      [...affected].map((slug) => {
        if (!ids.has(slug)) return eventOf(entity, 'LEFT', slug, written);
        const isUpdated = written.lineOf(entity.type, slug) !== undefined && !written.isNew(entity.type, slug);
        return eventOf(entity, isUpdated ? 'UPDATED' : 'ENTERED', slug, written);
      }),
    );
}

function eventOf({ type }: Entity, op: EventOp, slug: string, written: WrittenTurns): EventModel {
  const id = formatNodeId(type, slug);
  const cause = written.lineOf(type, slug)?.cause ?? null;
  return op === 'LEFT' ? { op, id, cause } : { op, id, node: slug, cause };
}

function namesMergeable(condition: Condition): boolean {
  let names = false;
  mapTests(condition, (test) => {
    names ||= test.of !== undefined;
    return test;
  });
  return names;
}

async function readAll(
  { store, filters }: GraphContext,
  entity: Entity,
  condition: Condition,
  max: number,
): Promise<Set<string>> {
  const ids = await readMatching({ store, filters }, entity, condition, {}, max + 1);
  if (ids.size > max) throw new TooManyNodes(max);
  return ids;
}

async function readAmong(
  { store, filters }: GraphContext,
  entity: Entity,
  condition: Condition,
  candidates: ReadonlySet<string>,
): Promise<Set<string>> {
  if (candidates.size === 0) return new Set();
  return readMatching({ store, filters }, entity, condition, { _id: { $in: [...candidates] } }, candidates.size);
}

async function readMatching(
  { store, filters }: Pick<GraphContext, 'store' | 'filters'>,
  { collection }: Entity,
  condition: Condition,
  among: Document,
  limit: number,
): Promise<Set<string>> {
  const match = await filters.match(condition);
  const filter = allOf([among, match.filter]);
  const found =
    match.stages.length === 0
      ? await store.find<{ _id: string }>(collection, filter, { reads: [], limit })
      : await store.aggregate<{ _id: string }>(collection, [
          ...matchStages({ ...match, filter }),
          { $limit: limit },
          { $project: { _id: 1 } },
        ]);
  return new Set(found.map(({ _id }) => _id));
}
