import type { ActorInput } from '../../article/article.ts';
import { takeCounts } from '../fold/count-relations.ts';
import { foldActor } from '../fold/fold-actor.ts';
import type { StoreDrafts } from '../store-drafts.ts';

/** Derives the actors of which something else is said. */
export async function deriveActors({ actors, accounts }: StoreDrafts, touched: readonly string[]): Promise<void> {
  await actors.load(touched);
  await accounts.loadThings(
    'Actor',
    touched.filter((id) => actors.stored(id)),
  );
  const said = accounts.ofThings<ActorInput>('Actor', touched);
  for (const id of touched) {
    const reports = said.get(id);
    const folded = reports && foldActor(id, reports);
    actors.set(id, folded && takeCounts('Actor', folded, actors.stored(id)));
  }
}
