import { anchorEvidence, countOccurrences } from '../../../src/ingest/parse/anchor-evidence.ts';
import type { Span } from '../../explorer/words/segments.ts';
import {
  type ArticleJson,
  cardsOf,
  isObject,
  type JsonObject,
  type ListName,
  listNames,
  type Quote,
  quotesOf,
} from './article-json.ts';
import { cardTypes } from './fields.ts';

/** What words can be evidence of: a card, or a part of one. */
export interface Target {
  list: ListName;
  /** The place of the card in its list. */
  index: number;
  part?: { key: string; index: number } | undefined;
}

/** A piece of evidence with what it supports. */
interface Placed {
  target: Target;
  quote: Quote;
}

/** The length that the server accepts for a quote. */
export const maxQuoteLength = 10_000;
const maxOccurrence = 10_000;

/** Where a quote stands; null if it does not stand in the text so often. */
export function spanOf(text: string, { quote, occurrence = 1 }: Quote): Span | null {
  if (quote === '' || occurrence > maxOccurrence) return null;
  try {
    return anchorEvidence(text, quote, occurrence);
  } catch {
    return null;
  }
}

/** The words of a span as evidence. */
export function quoteAt(text: string, { start, end }: Span): Quote {
  const quote = text.slice(start, end);
  if (countOccurrences(text, quote, 2) < 2) return { quote };
  return { quote, occurrence: countOccurrences(text.slice(0, end), quote, maxOccurrence) };
}

/** The span without white space at its ends; null if nothing is left, or more than a quote may have. */
export function trimSpan(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = from + words.trim().length;
  return from < to ? { start: from, end: to } : null;
}

/** All evidence of an article, in the order of its lists. */
export function* evidenceOf(article: ArticleJson): Generator<Placed> {
  for (const list of listNames) {
    for (const [index, card] of cardsOf(article, list).entries()) {
      for (const quote of quotesOf(card)) yield { target: { list, index }, quote };
      for (const { key } of partFields(list))
        for (const [at, part] of ((card[key] ?? []) as readonly JsonObject[]).entries())
          for (const quote of quotesOf(part)) yield { target: { list, index, part: { key, index: at } }, quote };
    }
  }
}

/** The article with each piece of evidence replaced, or removed where `replace` returns null. */
export function mapEvidence(article: ArticleJson, replace: (quote: Quote) => Quote | null): ArticleJson {
  const mapThing = (thing: JsonObject): JsonObject => {
    if (!Array.isArray(thing.evidence)) return thing;
    return { ...thing, evidence: quotesOf(thing).flatMap((quote) => replace(quote) ?? []) };
  };
  const lists = listNames.flatMap((list) => {
    if (!Array.isArray(article[list])) return [];
    const cards = cardsOf(article, list).map((card) => {
      const parts = partFields(list).flatMap(({ key }) =>
        Array.isArray(card[key]) ? [[key, (card[key] as JsonObject[]).map(mapThing)] as const] : [],
      );
      return mapThing({ ...card, ...Object.fromEntries(parts) });
    });
    return [[list, cards] as const];
  });
  return { ...article, ...Object.fromEntries(lists) };
}

/** The fields of a list's cards that hold parts. */
function partFields(list: ListName): { key: string }[] {
  return cardTypes[list].fields.filter(({ kind }) => kind.is === 'parts');
}

export function isSameTarget(a: Target | null, b: Target | null): boolean {
  if (!a || !b) return a === b;
  return a.list === b.list && a.index === b.index && a.part?.key === b.part?.key && a.part?.index === b.part?.index;
}

/** The thing that a target is in an article; null if it is not there any more. */
export function thingAt(article: ArticleJson, { list, index, part }: Target): JsonObject | null {
  const card = cardsOf(article, list)[index];
  if (!card || !part) return card ?? null;
  const thing = (card[part.key] as readonly JsonObject[] | undefined)?.[part.index];
  return isObject(thing) ? thing : null;
}
