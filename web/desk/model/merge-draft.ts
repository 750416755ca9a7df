import { foldText } from '../../../src/text/fold-text.ts';
import { type ArticleJson, type Card, cardsOf, type ListName, listNames, quotesOf } from './article-json.ts';
import { renameReferences } from './edit-cards.ts';
import { spanOf } from './evidence.ts';

/** What the drafting is not sure of. */
interface Doubt {
  pointer: string;
  reason: string;
}

export interface MergedDraft {
  article: ArticleJson;
  /** The cards that were added, as `list/id`, with what the drafting is not sure of. */
  added: Record<string, string[]>;
}

/**
 * Adds the cards of a draft to an article. What is there already stays as it is: a drafted actor or place of the same id
 * or name, and a drafted incident or statement of the same id or on the same words, is left out, and what refers to it
 * refers to the one that is there.
 */
export function mergeDraft(article: ArticleJson, draft: ArticleJson, doubts: readonly Doubt[]): MergedDraft {
  let rest = draft;
  for (const list of listNames)
    for (const card of cardsOf(draft, list)) {
      const same = cardsOf(article, list).find((each) => isSame(list, each, card, article.text));
      if (same?.id && card.id) rest = renameReferences(rest, list, card.id, same.id);
    }
  const added: Record<string, string[]> = {};
  let merged = article;
  for (const list of listNames) {
    const cards = cardsOf(rest, list).flatMap((card, index): Card[] => {
      const drafted = cardsOf(draft, list)[index];
      if (!drafted?.id || cardsOf(article, list).some((each) => isSame(list, each, drafted, article.text))) return [];
      added[`${list}/${drafted.id}`] = doubts
        .filter(({ pointer }) => pointer === `/${list}/${index}` || pointer.startsWith(`/${list}/${index}/`))
        .map(({ reason }) => reason);
      return [card];
    });
    if (cards.length > 0) merged = { ...merged, [list]: [...cardsOf(article, list), ...cards] };
  }
  return { article: merged, added };
}

function isSame(list: ListName, card: Card, drafted: Card, text: string): boolean {
  if (card.id === drafted.id) return true;
  if (list === 'actors' || list === 'locations') {
    const names = new Set(namesOf(card));
    return namesOf(drafted).some((name) => names.has(name));
  }
  const spans = quotesOf(card).flatMap((quote) => spanOf(text, quote) ?? []);
  return quotesOf(drafted).some((quote) => {
    const span = spanOf(text, quote);
    return span !== null && spans.some(({ start, end }) => start < span.end && span.start < end);
  });
}

function namesOf({ name, aliases }: Card): string[] {
  return [name, ...((aliases ?? []) as string[])].flatMap((each) => (typeof each === 'string' ? foldText(each) : []));
}
