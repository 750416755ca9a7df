import { byCodeUnits } from '../../text/compare.ts';
import type { AssertionDocument, AssertionsById } from './assertion.ts';
import { byAge } from './by-age.ts';
import { newestStating, reportsOf } from './fold-reports.ts';

/** An edge: `child` is part of `parent`, according to the newest report that states it. */
export interface PartOf {
  child: string;
  parent: string;
  article: string;
  published: string;
}

/** The parent of each child, without cycles. */
export type Parents = ReadonlyMap<string, string>;

/** The ancestors of an entity, nearest first. */
export interface Chain {
  wholes: readonly string[];
  /** The stated parent; only set if following it would close a cycle. */
  circularPartOf?: string | undefined;
}

/** Returns the newest `partOf` among the assertions of `child`, oldest first; undefined if none states it. */
export function winningPartOf(
  child: string,
  assertions: readonly AssertionDocument<{ partOf?: string }>[],
): PartOf | undefined {
  const report = newestStating(reportsOf(assertions), 'partOf');
  if (report?.said.partOf === undefined) return undefined;
  return { child, parent: report.said.partOf, article: report.article, published: report.published };
}

/** Returns a function that returns the chain of each entity, and the edges that were broken as by `breakCycles`. */
export function chainsOf(entities: AssertionsById<{ partOf?: string }>): {
  chainOf: (id: string) => Chain;
  broken: PartOf[];
} {
  const edges = [...entities].flatMap(([child, assertions]) => winningPartOf(child, assertions) ?? []);
  const { parents, broken } = breakCycles(edges);
  const circular = new Map(broken.map(({ child, parent }) => [child, parent]));
  const chainOf = (id: string) => ({ wholes: wholesOf(id, parents), circularPartOf: circular.get(id) });
  return { chainOf, broken };
}

/**
 * Removes one edge of each cycle: the one with the oldest report or, if several edges come from that report, the one
 * with the greatest child. `broken` is sorted by child.
 */
export function breakCycles(edges: readonly PartOf[]): { parents: Parents; broken: PartOf[] } {
  const byChild = new Map(edges.map((edge) => [edge.child, edge]));
  const broken = findCycles(byChild).map((cycle) => cycle.reduce((a, b) => (isWeaker(b, a) ? b : a)));
  for (const edge of broken) byChild.delete(edge.child);
  const parents = new Map([...byChild.values()].map((edge) => [edge.child, edge.parent]));
  return { parents, broken: broken.sort((a, b) => byCodeUnits(a.child, b.child)) };
}

/** Returns the ancestors of an entity, nearest first. */
function wholesOf(id: string, parents: Parents): string[] {
  const wholes: string[] = [];
  for (let parent = parents.get(id); parent !== undefined; parent = parents.get(parent)) wholes.push(parent);
  return wholes;
}

/** Returns the entities that are part of themselves, directly or through others. */
export function childrenInCycles(edges: readonly PartOf[]): string[] {
  return findCycles(new Map(edges.map((edge) => [edge.child, edge])))
    .flat()
    .map(({ child }) => child);
}

function isWeaker(a: PartOf, b: PartOf): boolean {
  return (byAge(a, b) || byCodeUnits(b.child, a.child)) < 0;
}

/**
 * Finds all cycles. An entity has at most one parent, so cycles share no edge, and walking up from every child finds
 * each.
 */
function findCycles(byChild: ReadonlyMap<string, PartOf>): PartOf[][] {
  const cycles: PartOf[][] = [];
  const walked = new Set<string>();
  for (const start of byChild.keys()) {
    const path = new Map<string, number>();
    const edges: PartOf[] = [];
    for (let edge = byChild.get(start); edge && !walked.has(edge.child); edge = byChild.get(edge.parent)) {
      walked.add(edge.child);
      path.set(edge.child, edges.push(edge) - 1);
    }
    const entry = path.get(edges.at(-1)?.parent ?? '');
    if (entry !== undefined) cycles.push(edges.slice(entry));
  }
  return cycles;
}
