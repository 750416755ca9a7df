import type { AccountDrafts } from '../account-drafts.ts';
import type { Drafts } from '../drafts.ts';
import { breakCycles, type Chain, childrenInCycles, type PartOf, winningPartOf } from '../fold/part-of.ts';
import type { StoredDocument } from '../plan-write.ts';

/** What lies in or is part of another one of its kind. */
interface ChainedDocument extends StoredDocument {
  partOf?: string;
  circularPartOf?: string;
}

export interface Chains {
  /** Those whose own `partOf` is to be another than the stored one, or is not followed any more, or again. */
  moved: string[];
  /** The chain of a thing that is known, with all that it is stored to be part of. */
  chainOf(id: string): Chain;
}

/**
 * The chains of `touched`, of which all accounts are known, and of all that they are and were part of. A cycle that is
 * made or broken has a touched thing in it; and so walking up from these, as things are stored and as they are to be,
 * meets all that changes.
 */
export async function findChains(
  type: 'Location' | 'Incident',
  documents: Drafts<ChainedDocument>,
  accounts: AccountDrafts,
  touched: readonly string[],
): Promise<Chains> {
  const said = accounts.ofThings<{ partOf?: string }>(type, touched);
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
  await dateEdges(type, accounts, edges);
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

/** Of an edge that is not in a cycle, nobody asks when it was stated. */
const unknown = { article: '', published: '' };

async function dateEdges(
  type: 'Location' | 'Incident',
  accounts: AccountDrafts,
  edges: Map<string, PartOf | undefined>,
): Promise<void> {
  const circling = childrenInCycles([...edges.values()].filter((edge) => edge !== undefined));
  await accounts.loadThings(type, circling);
  const said = accounts.ofThings<{ partOf?: string }>(type, circling);
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
