import type { Document } from 'mongodb';
import { badUserInput } from '../errors/bad-user-input.ts';
import type { Entity, OrderStep } from './entity.ts';
import { type Best, bestByRelevance } from './search-rounds.ts';
import type { ParsedWhere } from './where/parse-where.ts';
import { equallyRare, relevanceExpression } from './where/text-condition.ts';

/** A total order over the documents of a type. */
export interface Order {
  /** Equal for equal orders. Cursors are bound to it. */
  key: string;
  /** Stored paths, first to last, ending with `_id`; 1 is ascending, -1 descending. */
  paths: ReadonlyArray<readonly [path: string, direction: 1 | -1]>;
  /** Expressions by path, computed for each document before sorting. */
  computed?: Document;
  /** The documents with the highest values of the first path, if it is computed and descending: the fewest first. */
  best?: readonly Best[];
}

const relevance = '_relevance';

const defaultOrders = new WeakMap<Entity, Order>();

/**
 * Parses `orderBy`; if it is absent or empty, returns the type's default order, which is always the same object. Ties are
 * ordered by id, in the direction of the first step.
 */
export function parseOrder(
  entity: Entity,
  orderBy: readonly OrderStep[] | null | undefined,
  texts: ParsedWhere['texts'] = [],
): Order {
  if (orderBy?.length) return orderOf(entity, orderBy, texts);
  let order = defaultOrders.get(entity);
  if (!order) {
    order = orderOf(entity, entity.defaultOrder, []);
    defaultOrders.set(entity, order);
  }
  return order;
}

function orderOf(entity: Entity, steps: readonly OrderStep[], texts: ParsedWhere['texts']): Order {
  const paths = new Map<string, 1 | -1>();
  steps.forEach(({ field, direction }, index) => {
    for (const path of pathsOf(entity, field, texts, `orderBy.${index}.field`)) {
      if (!paths.has(path)) paths.set(path, direction === 'DESC' ? -1 : 1);
    }
  });
  if (!paths.has('_id')) paths.set('_id', steps[0]?.direction === 'DESC' ? -1 : 1);
  const used = untilId([...paths]);
  const { text } = entity.where;
  const isRanked = used.some(([path]) => path === relevance) && text?.kind === 'text';
  return {
    key: [
      entity.type,
      ...used.map(([path, direction]) => `${direction}${path}`),
      ...(isRanked ? [JSON.stringify(texts)] : []),
    ].join(' '),
    paths: used,
    ...(isRanked && {
      computed: { [relevance]: relevanceExpression(text, equallyRare(texts)) },
      ...(used[0]?.[0] === relevance && used[0][1] === -1 && { best: bestByRelevance(text, equallyRare(texts)) }),
    }),
  };
}

function pathsOf(entity: Entity, field: string, texts: ParsedWhere['texts'], argument: string): readonly string[] {
  if (field === 'RELEVANCE') {
    if (texts.length === 0)
      throw badUserInput(argument, 'a field other than RELEVANCE, because "where" has no text', field);
    return [relevance];
  }
  const paths = entity.orders[field];
  if (!paths) throw new Error(`${entity.type} has no order ${field}`);
  return paths;
}

/** Drops the paths after `_id`: it is unique, so that they never decide. */
function untilId<T extends readonly [string, 1 | -1]>(paths: T[]): T[] {
  return paths.slice(0, paths.findIndex(([path]) => path === '_id') + 1);
}
