import type { Entity, OrderStep } from './entity.ts';
import { badUserInput, notImplemented } from './errors.ts';

/** A total order over the documents of a type. */
export interface Order {
  /** Says the same for the same order: what cursors are bound to. */
  key: string;
  /** Stored paths, first to last, `_id` at the end; 1 ascending, -1 descending. */
  paths: ReadonlyArray<readonly [path: string, direction: 1 | -1]>;
}

/** Reads `orderBy`; without it, or when it is empty, the type's own order. Ties go by id, in the direction of the first step. */
export function parseOrder(entity: Entity, orderBy: readonly OrderStep[] | null | undefined): Order {
  const steps = orderBy?.length ? orderBy : entity.defaultOrder;
  const paths = new Map<string, 1 | -1>();
  steps.forEach(({ field, direction }, index) => {
    for (const path of pathsOf(entity, field, `orderBy.${index}.field`)) {
      if (!paths.has(path)) paths.set(path, direction === 'DESC' ? -1 : 1);
    }
  });
  if (!paths.has('_id')) paths.set('_id', steps[0]?.direction === 'DESC' ? -1 : 1);
  return {
    key: [entity.type, ...[...paths].map(([path, direction]) => `${direction}${path}`)].join(' '),
    paths: untilId([...paths]),
  };
}

function pathsOf(entity: Entity, field: string, argument: string): readonly string[] {
  const paths = entity.orders[field];
  if (paths) return paths;
  if (field === 'RELEVANCE') throw badUserInput(argument, 'another field where no text is given', field);
  throw notImplemented(`Ordering by ${field}`);
}

/** What stands behind a unique path decides nothing. */
function untilId<T extends readonly [string, 1 | -1]>(paths: T[]): T[] {
  return paths.slice(0, paths.findIndex(([path]) => path === '_id') + 1);
}
