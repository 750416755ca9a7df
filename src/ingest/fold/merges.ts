import { formatNodeId } from '../../graph/node-id.ts';
import type { MergedType } from '../../graph/survivors.ts';
import { byCodeUnits } from './sorting.ts';

export type { MergedType };

/** That two ids mean one thing, as it is stored. Neither needs to exist. */
export interface Merge {
  /** The id that is given up, with its type: `Actor:tehran`. */
  _id: string;
  /** The id that it means, of the same type: `Actor:iran`. */
  into: string;
}

/** For each id that was given up, with its type, the one that it means. */
export type Survivors = ReadonlyMap<string, string>;

/** Follows chains of merges to their end. In a cycle the smallest id survives. */
export function resolveMerges(merges: readonly Merge[]): Survivors {
  const into = new Map(merges.map((merge) => [merge._id, merge.into]));
  const survivors = new Map<string, string>();
  for (const from of into.keys()) {
    const survivor = endOf(from, into);
    if (survivor !== from) survivors.set(from, survivor);
  }
  return survivors;
}

/** The slug that an id means. */
export function survivingSlug(survivors: Survivors, type: MergedType, slug: string): string {
  return survivors.get(formatNodeId(type, slug))?.slice(type.length + 1) ?? slug;
}

function endOf(from: string, into: ReadonlyMap<string, string>): string {
  const chain = new Set<string>();
  let id = from;
  for (let next = into.get(id); next !== undefined; next = into.get(id)) {
    if (chain.has(id)) return smallestOf(cycleFrom(id, into));
    chain.add(id);
    id = next;
  }
  return id;
}

function cycleFrom(start: string, into: ReadonlyMap<string, string>): string[] {
  const cycle = [start];
  for (let id = into.get(start); id !== undefined && id !== start; id = into.get(id)) cycle.push(id);
  return cycle;
}

function smallestOf([first, ...rest]: string[]): string {
  return rest.reduce((a, b) => (byCodeUnits(a, b) < 0 ? a : b), first as string);
}
