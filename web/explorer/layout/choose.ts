import { learnNames } from '../data/names.ts';
import { send } from '../data/send.ts';
import { ArticleIncidentsDocument } from '../generated/graphql.ts';
import { change, search, state } from '../state/store.ts';

/** A node that a visitor picks by its name. */
export interface Suggestion {
  label: string;
  node: { __typename: string; id: string };
}

/**
 * Shows what a suggestion means: the incidents of an actor, those in a place, or the dossier of an incident. An article
 * opens the first incident that it reports; one that reports none is searched for by its title.
 */
export async function choose({ label, node }: Suggestion): Promise<void> {
  const slug = node.id.slice(node.id.indexOf(':') + 1);
  const { actor } = state.value;
  learnNames([[node.id, label]]);
  switch (node.__typename) {
    case 'Actor':
      change({ actor: actor.includes(slug) ? actor : [...actor, slug], open: null });
      break;
    case 'Location':
      change({ within: slug, open: null });
      break;
    case 'Incident':
      change({ open: node.id });
      break;
    default: {
      const id = await firstIncident(node.id);
      if (id) change({ open: id });
      else search(label);
    }
  }
}

async function firstIncident(id: string): Promise<string | null> {
  try {
    const { data } = await send(ArticleIncidentsDocument, { id }, new AbortController().signal);
    return data.article?.incidents?.nodes[0]?.id ?? null;
  } catch {
    return null;
  }
}
