import { byCodeUnits } from '../text/compare.ts';
import { formatNodeId } from './node-id.ts';
import type { MergedType } from './survivors.ts';

export type { MergedType };

/** A stored record that two ids mean one node. Neither needs to exist. */
export interface Merge {
  /** The merged id, with its type: `Actor:tehran`. */
  _id: string;
  /** The id that replaces it, of the same type: `Actor:iran`. */
  into: string;
}

/** The survivor of each merged id, both with their types. `SurvivorLoader` explains survivors. */
export type Survivors = ReadonlyMap<string, string>;

/** Follows chains of merges to their end. In a cycle the smallest id survives. */
export function resolveMerges(merges: readonly Merge[]): Survivors {
  const into = new Map(merges.map((merge) => [merge._id, merge.into]));
  const survivors = new Map<string, string>();
  for (const from of into.keys()) {
    const survivor = survivorOf(from, into);
    if (survivor !== from) survivors.set(from, survivor);
  }
  return survivors;
}

/** Returns the slug of the survivor; the slug itself if it was not merged. */
export function survivingSlug(survivors: Survivors, type: MergedType, slug: string): string {
  return survivors.get(formatNodeId(type, slug))?.slice(type.length + 1) ?? slug;
}

function survivorOf(from: string, into: ReadonlyMap<string, string>): string {
  const chain = new Set<string>();
  let id = from;
  for (let next = into.get(id); next !== undefined; next = into.get(id)) {
    if (chain.has(id)) return minOf(cycleFrom(id, into));
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

function minOf([first, ...rest]: string[]): string {
  return rest.reduce((a, b) => (byCodeUnits(a, b) < 0 ? a : b), first as string);
}
