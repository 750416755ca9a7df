import { cardsOf, type JsonObject, quotesOf } from '../model/article-json.ts';
import { removeCard, renameReferences } from '../model/edit-cards.ts';
import type { Target } from '../model/evidence.ts';
import { changeThing, changeWork, message, target, withoutDraft, work } from '../state/desk.ts';
import type { Suggestion } from './name-field.tsx';

/**
 * Makes a card mean what is stored: it takes its id and name, and what is known of it where the card does not say. If the
 * article has that card already, both become one.
 */
export function takeSuggestion({ list, index }: Target, { node }: Suggestion): void {
  const now = work.peek();
  const card = now && cardsOf(now.article, list)[index];
  if (!now || !card) return;
  const id = node.id.slice(node.id.indexOf(':') + 1);
  const other = cardsOf(now.article, list).findIndex((each, at) => at !== index && each.id === id);
  if (other >= 0) {
    unite({ list, index }, other);
    return;
  }
  changeThing({ list, index }, { ...knownValues(card, node), id });
  message.value = { text: 'It takes the id of what is stored.', undo: true };
}

function knownValues(card: JsonObject, node: Suggestion['node']): JsonObject {
  switch (node.__typename) {
    case 'Actor':
      return { name: node.name, kind: card.kind ?? node.actorKind, country: card.country ?? node.country ?? undefined };
    case 'Location':
      return {
        name: node.name,
        kind: card.kind ?? node.locationKind,
        country: card.country ?? node.country ?? undefined,
        point:
          card.point ?? (node.point ? { latitude: node.point.latitude, longitude: node.point.longitude } : undefined),
      };
    case 'Incident':
      return { title: node.title };
    default:
      return {};
  }
}

/** Gives the evidence of a card to another card of the article, which takes its place everywhere. */
function unite({ list, index }: Target, into: number): void {
  changeWork(({ article, drafted }) => {
    const [card, other] = [cardsOf(article, list)[index], cardsOf(article, list)[into]];
    if (!card?.id || !other?.id) return {};
    const evidence = [
      ...quotesOf(other),
      ...quotesOf(card).filter((quote) => !quotesOf(other).some((each) => each.quote === quote.quote)),
    ];
    const cards = cardsOf(article, list).map((each, at) =>
      at === into && evidence.length > 0 ? { ...each, evidence } : each,
    );
    const renamed = renameReferences({ ...article, [list]: cards }, list, card.id, other.id);
    return {
      article: removeCard(renamed, list, index).article,
      drafted: withoutDraft(drafted, `${list}/${card.id}`),
    };
  });
  target.value = { list, index: into > index ? into - 1 : into };
  message.value = { text: 'It was there already: both are one card now.', undo: true };
}
