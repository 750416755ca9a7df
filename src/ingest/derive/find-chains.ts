import type { AssertionDrafts } from '../drafts/assertion-drafts.ts';
import type { Drafts } from '../drafts/change-set.ts';
import type { StoredDocument } from '../drafts/write-plan.ts';
import { breakCycles, type Chain, childrenInCycles, type PartOf, winningPartOf } from '../fold/part-of.ts';

/** A document that can be part of another one of its type. */
interface ChainedDocument extends StoredDocument {
  partOf?: string;
  circularPartOf?: string;
}

export interface Chains {
  /** The stored entities whose `partOf` or `circularPartOf` changes. */
  moved: string[];
  /** Returns the chain of an entity. The entity and its stored ancestors must be loaded. */
  chainOf(id: string): Chain;
}

/**
 * Finds the chains of `touched` and of all entities that these are or were part of. The assertions of `touched` must be
 * loaded.
 *
 * A cycle that a change makes or breaks contains a touched entity, so walking up from the touched entities, along the
 * stored parents and the new ones, finds every change.
 */
export async function findChains(
  type: 'Location' | 'Incident',
  documents: Drafts<ChainedDocument>,
  assertions: AssertionDrafts,
  touched: readonly string[],
): Promise<Chains> {
  const said = assertions.ofEntities<{ partOf?: string }>(type, touched);
  const edges = new Map<string, PartOf | undefined>(touched.map((id) => [id, winningPartOf(id, said.get(id) ?? [])]));
  for (let level: string[] = [...touched]; level.length > 0; ) {
    await documents.load(level);
    const wholes = new Set<string>();
    for (const id of level) {
      const stored = statedPartOf(documents.stored(id));
      if (!edges.has(id)) edges.set(id, stored === undefined ? undefined : { child: id, parent: stored, ...unknown });
      for (const whole of [stored, edges.get(id)?.parent]) if (whole !== undefined) wholes.add(whole);
    }
    level = [...wholes].filter((id) => !edges.has(id));
  }
  await dateEdges(type, assertions, edges);
  const { parents, broken } = breakCycles([...edges.values()].filter((edge) => edge !== undefined));
  const circular = new Map(broken.map(({ child, parent }) => [child, parent]));
  const isMoved = (id: string) => {
    const stored = documents.stored(id);
    return stored?.partOf !== parents.get(id) || stored?.circularPartOf !== circular.get(id);
  };
  const partOf = (id: string) => (edges.has(id) ? parents.get(id) : documents.stored(id)?.partOf);
  return {
    moved: [...edges.keys()].filter((id) => documents.stored(id) && isMoved(id)),
    chainOf: (id) => ({
      wholes: wholesOf(id, partOf),
      circularPartOf: edges.has(id) ? circular.get(id) : documents.stored(id)?.circularPartOf,
    }),
  };
}

/**
 * Stands for the report of an edge outside all cycles, which is never compared: only the edges of a cycle are compared
 * by age.
 */
const unknown = { article: '', published: '' };

async function dateEdges(
  type: 'Location' | 'Incident',
  assertions: AssertionDrafts,
  edges: Map<string, PartOf | undefined>,
): Promise<void> {
  const circling = childrenInCycles([...edges.values()].filter((edge) => edge !== undefined));
  await assertions.loadEntities(type, circling);
  const said = assertions.ofEntities<{ partOf?: string }>(type, circling);
  for (const id of circling) edges.set(id, winningPartOf(id, said.get(id) ?? []));
}

function statedPartOf(document: ChainedDocument | undefined): string | undefined {
  return document?.circularPartOf ?? document?.partOf;
}

function wholesOf(id: string, partOf: (id: string) => string | undefined): string[] {
  const wholes: string[] = [];
  for (let whole = partOf(id); whole !== undefined; whole = partOf(whole)) wholes.push(whole);
  return wholes;
}
