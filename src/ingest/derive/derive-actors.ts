import type { ActorInput } from '../../entities/article/article.ts';
import type { StoreDrafts } from '../drafts/store-drafts.ts';
import { takeCounts } from '../fold/count-relations.ts';
import { foldActor } from '../fold/fold-actor.ts';

/** Drafts the actors in `touched`, slugs, from their drafted assertions. An actor without assertions is removed. */
export async function deriveActors(
  { actors, accounts: assertions }: StoreDrafts,
  touched: readonly string[],
): Promise<void> {
  await actors.load(touched);
  await assertions.loadEntities(
    'Actor',
    touched.filter((id) => actors.stored(id)),
  );
  const said = assertions.ofEntities<ActorInput>('Actor', touched);
  for (const id of touched) {
    const reports = said.get(id);
    const folded = reports && foldActor(id, reports);
    actors.set(id, folded && takeCounts('Actor', folded, actors.stored(id)));
  }
}
