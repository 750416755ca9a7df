import type { Document } from 'mongodb';
import type { Position } from './cursor.ts';
import type { Order } from './order.ts';

/**
 * Returns a filter for the documents after a position in an order (`behind`), or before it (`front`). The outer bound
 * on the first path is one range of an index; the alternatives inside `$or` decide between ties.
 */
export function keyset(order: Order, position: Position, side: 'behind' | 'front'): Document {
  const steps = order.paths.map(([path, direction], index) => ({
    path,
    value: position[index],
    beyond: (direction === 1) === (side === 'behind') ? '$gt' : '$lt',
  }));
  const [first, ...rest] = steps;
  if (!first) return {};
  if (rest.length === 0) return { [first.path]: { [first.beyond]: first.value } };
  return {
    [first.path]: { [`${first.beyond}e`]: first.value },
    $or: steps.map(({ path, value, beyond }, index) => ({
      ...Object.fromEntries(steps.slice(0, index).map((tie) => [tie.path, tie.value])),
      [path]: { [beyond]: value },
    })),
  };
}
