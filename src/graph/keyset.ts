import type { Document } from 'mongodb';
import type { Place } from './cursor.ts';
import type { Order } from './order.ts';

/**
 * Those behind a place in an order, or those in front of it. The outer bound on the first path gives an engine one
 * range of an index; the alternatives inside decide among the ties.
 */
export function keyset(order: Order, place: Place, side: 'behind' | 'front'): Document {
  const steps = order.paths.map(([path, direction], index) => ({
    path,
    value: place[index],
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
