import {
  type ArticleJson,
  type Card,
  cardsOf,
  isObject,
  type Json,
  type JsonObject,
  type ListName,
  listNames,
  replaceAt,
  withValues,
} from './article-json.ts';
import { cardTypes, type Field } from './fields.ts';
import { freeId, idOfCard } from './slug.ts';

/** The article with another card in a place of a list; without it if it is undefined. */
function replaceCard(article: ArticleJson, list: ListName, index: number, card: Card | undefined): ArticleJson {
  return withValues(article, { [list]: replaceAt(cardsOf(article, list), index, card) });
}

/** The article with one more card, whose id follows from its name. Returns the place of the card too. */
export function addCard(article: ArticleJson, list: ListName, card: Card): { article: ArticleJson; index: number } {
  const cards = cardsOf(article, list);
  const id = card.id ?? freeId(article, list, idOfCard(list, card));
  return { article: { ...article, [list]: [...cards, { ...card, id }] }, index: cards.length };
}

/**
 * The article with other values of a card. While the id of the card follows from its name, it goes on following, and
 * what refers to it refers to the new one.
 */
export function changeCard(article: ArticleJson, list: ListName, index: number, values: JsonObject): ArticleJson {
  const card = cardsOf(article, list)[index];
  if (!card) return article;
  const changed = withValues(card, values);
  const isDerived = card.id === undefined || isDerivedId(article, list, index, card);
  const id =
    'id' in values
      ? String(values.id ?? '')
      : isDerived
        ? freeId(article, list, idOfCard(list, changed), index)
        : card.id;
  const renamed = replaceCard(article, list, index, { ...changed, id: id ?? '' });
  return card.id && id && id !== card.id && !isTaken(article, list, index, card.id)
    ? renameReferences(renamed, list, card.id, id)
    : renamed;
}

function isDerivedId(article: ArticleJson, list: ListName, index: number, card: Card): boolean {
  const derived = idOfCard(list, card);
  return card.id === freeId(article, list, derived, index) || (derived !== '' && card.id === derived);
}

function isTaken(article: ArticleJson, list: ListName, index: number, id: string): boolean {
  return cardsOf(article, list).some((card, at) => at !== index && card.id === id);
}

/**
 * The article without a card, and without what refers to it: values are cleared, and parts that cannot be without it are
 * removed. `parts` is the number of parts that went.
 */
export function removeCard(
  article: ArticleJson,
  list: ListName,
  index: number,
): { article: ArticleJson; parts: number } {
  const id = cardsOf(article, list)[index]?.id;
  const without = replaceCard(article, list, index, undefined);
  if (!id || cardsOf(without, list).some((card) => card.id === id)) return { article: without, parts: 0 };
  let parts = 0;
  const cleared = mapReferences(
    without,
    list,
    (held) => (held === id ? undefined : held),
    () => parts++,
  );
  return { article: cleared, parts };
}

/** The article with what refers to one card referring to another. */
export function renameReferences(article: ArticleJson, list: ListName, from: string, to: string): ArticleJson {
  return mapReferences(
    article,
    list,
    (held) => (held === from ? to : held),
    () => {},
  );
}

/** Replaces all references to the cards of a list; a part that loses one that it needs is dropped. */
function mapReferences(
  article: ArticleJson,
  list: ListName,
  replace: (id: string) => string | undefined,
  onDrop: () => void,
): ArticleJson {
  const mapThing = (thing: JsonObject, fields: readonly Field[]): JsonObject | null => {
    let mapped = thing;
    for (const { key, kind, required } of fields) {
      const held = thing[key];
      if (kind.is === 'parts' && Array.isArray(held)) {
        const parts = (held as Json[]).flatMap((part): Json[] => {
          if (!isObject(part)) return [part];
          const kept = mapThing(part, kind.part.fields);
          if (!kept) onDrop();
          return kept ? [kept] : [];
        });
        if (parts.some((part, index) => part !== held[index]) || parts.length !== held.length)
          mapped = withValues(mapped, { [key]: parts });
      } else if (kind.is === 'card' && kind.list === list && typeof held === 'string') {
        const id = replace(held);
        if (id === undefined && required) return null;
        if (id !== held) mapped = withValues(mapped, { [key]: id });
        if (id === undefined && key === 'location') mapped = withValues(mapped, { locationPrecision: undefined });
      } else if (kind.is === 'cards' && kind.list === list && Array.isArray(held)) {
        const ids = (held as string[]).flatMap((id) => replace(id) ?? []);
        if (!ids.every((id, index) => id === held[index]) || ids.length !== held.length)
          mapped = withValues(mapped, { [key]: [...new Set(ids)] });
      } else if (kind.is === 'statementOrOther' && list === 'statements' && typeof held === 'string') {
        const id = replace(held);
        if (id === undefined) return null;
        if (id !== held) mapped = { ...mapped, [key]: id };
      }
    }
    return mapped;
  };
  const lists = listNames.flatMap((name) =>
    Array.isArray(article[name])
      ? [
          [
            name,
            cardsOf(article, name).flatMap((card): Card[] => {
              const kept = mapThing(card, cardTypes[name].fields);
              return kept ? [kept] : [];
            }),
          ] as const,
        ]
      : [],
  );
  return { ...article, ...Object.fromEntries<readonly Card[]>(lists) };
}
