import type { Document } from 'mongodb';
import type { StoreReader } from '../store/store-reader.ts';
import type { Entity } from './entity.ts';
import type { Order } from './order.ts';
import { type Join, joinOf, type ToPage } from './relation.ts';
import { type Match, matchStages } from './where/resolve-condition.ts';

/** A slice of a list: what to take of it, in which order, and which paths to read. */
export interface Slice {
  match: Match;
  order: Order;
  /** Whether it is read from the end. */
  backwards: boolean;
  /** The part of the order that it lies in; asked of what is computed too. */
  bounds: readonly Document[];
  limit: number;
  reads: readonly string[];
}

/** What a list amounts to: the stages that its documents go through. */
export interface Summary {
  match: Match;
  stages: readonly Document[];
}

/** Reads the documents of the five types. Each method is one command to the store. */
export interface EntityRepository {
  /** In no order; those that do not exist are left out. */
  findByIds<D extends Document>(entity: Entity, ids: readonly string[], reads: readonly string[]): Promise<D[]>;
  findSlice<D extends Document>(entity: Entity, slice: Slice): Promise<D[]>;
  summarize(entity: Entity, summary: Summary): Promise<Document[]>;
  /** The slice of each parent's children, by the parent's id; parents that do not exist are left out. */
  findSlicesOf<D extends Document>(children: ChildrenOf, slice: Slice): Promise<Map<string, D[]>>;
  /** The same for what each parent's children amount to. */
  summarizeOf(children: ChildrenOf, summary: Summary): Promise<Map<string, Document[]>>;
}

/** The children of many parents of one type along one relation. */
export interface ChildrenOf {
  parents: Entity;
  parentIds: readonly string[];
  relation: ToPage;
  children: Entity;
  args: Readonly<Record<string, unknown>>;
}

export function createEntityRepository(store: StoreReader): EntityRepository {
  const lookUp = async <D extends Document>(children: ChildrenOf, stages: readonly Document[]) => {
    const rows = await store.aggregate<{ _id: string; rows: D[] }>(
      children.parents.collection,
      lookup(children, stages),
    );
    return new Map(rows.map((row) => [row._id, row.rows]));
  };
  return {
    findByIds: (entity, ids, reads) =>
      store.find(entity.collection, { _id: { $in: ids } as never }, { reads, limit: ids.length }),
    findSlice<D extends Document>(entity: Entity, slice: Slice) {
      if (slice.match.stages.length > 0 || slice.order.computed)
        return store.aggregate<D>(entity.collection, sliceStages(slice));
      const { match, bounds, limit, reads } = slice;
      return store.find<D>(entity.collection, conjunction([match.filter, ...bounds]), {
        reads,
        limit,
        sort: sortOf(slice),
      });
    },
    summarize: (entity, { match, stages }) => store.aggregate(entity.collection, [...matchStages(match), ...stages]),
    findSlicesOf: (children, slice) => lookUp(children, sliceStages(slice)),
    summarizeOf: (children, { match, stages }) => lookUp(children, [...matchStages(match), ...stages]),
  };
}

/**
 * Semi-joins come behind the sort, so that they are made for as many documents as are taken, and no more; what is
 * computed comes before it.
 */
function sliceStages(slice: Slice): Document[] {
  const { match, order, bounds, limit, reads } = slice;
  const { filter, stages } = match;
  const sort = { $sort: sortOf(slice) };
  const take = [{ $limit: limit }, { $project: projection(reads) }];
  if (order.computed)
    return [...matchStages(match), { $set: order.computed }, ...matching(conjunction(bounds)), sort, ...take];
  return [...matching(conjunction([filter, ...bounds])), sort, ...stages, ...take];
}

function sortOf({ order, backwards }: Slice): Map<string, 1 | -1> {
  return new Map(order.paths.map(([path, direction]) => [path, backwards ? (-direction as 1 | -1) : direction]));
}

function conjunction(filters: readonly Document[]): Document {
  const telling = filters.filter((filter) => Object.keys(filter).length > 0);
  return telling.length > 1 ? { $and: telling } : (telling[0] ?? {});
}

function matching(filter: Document): Document[] {
  return Object.keys(filter).length > 0 ? [{ $match: filter }] : [];
}

function projection(reads: readonly string[]): Document {
  return Object.fromEntries(['_id', ...reads].map((path) => [path, 1]));
}

/** One page of children for each of many parents is one `$lookup`: of the ways measured, the fastest by three times. */
function lookup({ parentIds, relation, children, args }: ChildrenOf, stages: readonly Document[]): Document[] {
  const join = joinOf(relation, args);
  const of = { from: children.collection, localField: 'local', foreignField: join.foreign };
  return [
    { $match: { _id: { $in: parentIds } } },
    { $project: { local: localValue(join) } },
    { $lookup: { ...of, pipeline: [...stages], as: 'rows' } },
    { $project: { rows: 1 } },
  ];
}

function localValue({ local, values }: Join & { values?: readonly string[] }): unknown {
  return values ? values.map((value) => ({ $concat: [`${value} `, `$${local}`] })) : `$${local}`;
}
