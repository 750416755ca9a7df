import type { Document } from 'mongodb';
import type { Entity, OrderStep } from './entity.ts';
import { badUserInput } from './errors.ts';
import type { ParsedWhere } from './where/parse-where.ts';
import { relevanceExpression } from './where/text-condition.ts';

/** A total order over the documents of a type. */
export interface Order {
  /** Says the same for the same order: what cursors are bound to. */
  key: string;
  /** Stored paths, first to last, `_id` at the end; 1 ascending, -1 descending. */
  paths: ReadonlyArray<readonly [path: string, direction: 1 | -1]>;
  /** What has to be computed of each document before it can be ordered: expressions by path. */
  computed?: Document;
}

const relevance = '_relevance';

/** Reads `orderBy`; without it, or when it is empty, the type's own order. Ties go by id, in the direction of the first step. */
export function parseOrder(
  entity: Entity,
  orderBy: readonly OrderStep[] | null | undefined,
  texts: ParsedWhere['texts'] = [],
): Order {
  const steps = orderBy?.length ? orderBy : entity.defaultOrder;
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
    ...(isRanked && { computed: { [relevance]: relevanceExpression(text, texts) } }),
  };
}

function pathsOf(entity: Entity, field: string, texts: ParsedWhere['texts'], argument: string): readonly string[] {
  if (field === 'RELEVANCE') {
    if (texts.length === 0)
      throw badUserInput(argument, 'a field other than RELEVANCE, as "where" has no text to be relevant to', field);
    return [relevance];
  }
  const paths = entity.orders[field];
  if (!paths) throw new Error(`No path orders ${entity.type} by ${field}`);
  return paths;
}

/** What stands behind a unique path decides nothing. */
function untilId<T extends readonly [string, 1 | -1]>(paths: T[]): T[] {
  return paths.slice(0, paths.findIndex(([path]) => path === '_id') + 1);
}
