import { foldText } from '../../../src/text/fold-text.ts';
import type { ArticleJson, Card, ListName } from './article-json.ts';
import { cardsOf } from './article-json.ts';

const maxLength = 120;

/** An id made of words: lower-case letters a to z, digits and hyphens; empty if the words have none. */
function slugOf(words: string, length = 60): string {
  const whole = foldText(words)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (whole.length <= length) return whole;
  const cut = whole.slice(0, length + 1).lastIndexOf('-');
  return whole.slice(0, cut > 20 ? cut : length).replace(/-+$/, '');
}

/** The id that a card has as long as nobody writes another one: its name and, for an incident, its day. */
export function idOfCard(list: ListName, card: Card): string {
  if (list === 'statements') return slugOf(String(card.text ?? ''), 40);
  const name = slugOf(String((list === 'incidents' ? card.title : card.name) ?? ''));
  const { edtf } = (card.date ?? {}) as { edtf?: string };
  const day = list === 'incidents' && name && edtf ? slugOf(edtf) : '';
  return [name, day].filter(Boolean).join('-');
}

/** The id of an article as long as nobody writes another one. */
export function idOfArticle({ title, text, published }: ArticleJson): string {
  const name = slugOf(typeof title === 'string' && title ? title : text.slice(0, 80));
  return [name || 'article', slugOf(published.slice(0, 10))].filter(Boolean).join('-').slice(0, maxLength);
}

/** The id, or the same with the first number that makes it one of its own among the cards of its list. */
export function freeId(article: ArticleJson, list: ListName, wanted: string, except = -1): string {
  const taken = new Set(cardsOf(article, list).flatMap(({ id }, index) => (index === except ? [] : (id ?? []))));
  const base = wanted || fallbacks[list];
  if (wanted && !taken.has(base)) return base;
  for (let number = wanted ? 2 : 1; ; number++) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`;
}

const fallbacks: Record<ListName, string> = {
  incidents: 'incident',
  actors: 'actor',
  locations: 'place',
  statements: 'statement',
};
