import type { Day } from '../../graph/values.ts';
import type { AccountDocument, AccountsById } from './account.ts';
import { byAge, newestStating, reportsOf } from './fold-reports.ts';
import { byCodeUnits } from './sorting.ts';

/** That one thing is part of another, and the newest report that says of what. */
export interface PartOf {
  child: string;
  parent: string;
  article: string;
  published: Day;
}

/** For each thing the one that it is part of; without cycles. */
export type Parents = ReadonlyMap<string, string>;

/** What a thing is part of, nearest first; and what else it would be directly, were that not to close a circle. */
export interface Chain {
  wholes: readonly string[];
  circularPartOf?: string | undefined;
}

/** The winning `partOf` among accounts of `child`, oldest first. */
export function winningPartOf(
  child: string,
  accounts: readonly AccountDocument<{ partOf?: string }>[],
): PartOf | undefined {
  const report = newestStating(reportsOf(accounts), 'partOf');
  if (report?.said.partOf === undefined) return undefined;
  return { child, parent: report.said.partOf, article: report.article, published: report.published };
}

/** The chain of each thing, with cycles broken, as `breakCycles` does. */
export function chainsOf(things: AccountsById<{ partOf?: string }>): {
  chainOf: (id: string) => Chain;
  broken: PartOf[];
} {
  const edges = [...things].flatMap(([child, accounts]) => winningPartOf(child, accounts) ?? []);
  const { parents, broken } = breakCycles(edges);
  const circular = new Map(broken.map(({ child, parent }) => [child, parent]));
  const chainOf = (id: string) => ({ wholes: wholesOf(id, parents), circularPartOf: circular.get(id) });
  return { chainOf, broken };
}

/**
 * Breaks each cycle at the edge that its oldest report states; of several such edges, at the one with the greatest
 * child. `broken` is sorted by child.
 */
export function breakCycles(edges: readonly PartOf[]): { parents: Parents; broken: PartOf[] } {
  const byChild = new Map(edges.map((edge) => [edge.child, edge]));
  const broken = findCycles(byChild).map((cycle) => cycle.reduce((a, b) => (isWeaker(b, a) ? b : a)));
  for (const edge of broken) byChild.delete(edge.child);
  const parents = new Map([...byChild.values()].map((edge) => [edge.child, edge.parent]));
  return { parents, broken: broken.sort((a, b) => byCodeUnits(a.child, b.child)) };
}

/** What a thing is part of, nearest first. */
function wholesOf(id: string, parents: Parents): string[] {
  const wholes: string[] = [];
  for (let parent = parents.get(id); parent !== undefined; parent = parents.get(parent)) wholes.push(parent);
  return wholes;
}

/** The things that are, through others, part of themselves. */
export function childrenInCycles(edges: readonly PartOf[]): string[] {
  return findCycles(new Map(edges.map((edge) => [edge.child, edge])))
    .flat()
    .map(({ child }) => child);
}

function isWeaker(a: PartOf, b: PartOf): boolean {
  return (byAge(a, b) || byCodeUnits(b.child, a.child)) < 0;
}

/** Each thing is part of one other at most, so cycles share no edge: walking up from everywhere meets each of them. */
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
