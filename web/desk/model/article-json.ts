/** A value of JSON. Nothing here is ever changed in place: what did not change keeps its identity. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** An article as `seed/article.schema.json` describes it, while it may still be wrong. */
export interface ArticleJson extends JsonObject {
  readonly id: string;
  readonly published: string;
  readonly text: string;
}

/** The lists of an article, in the order in which the desk shows them. */
export const listNames = ['incidents', 'actors', 'locations', 'statements'] as const;

export type ListName = (typeof listNames)[number];

/** A card: an incident, an actor, a place or a statement of the article. */
export interface Card extends JsonObject {
  readonly id?: string;
}

/** Evidence of a card or of a part of one. */
export interface Quote extends JsonObject {
  readonly quote: string;
  /** From 1; absent if the quote stands in the text only once. */
  readonly occurrence?: number;
}

/** The cards of a list; empty if the article has none. */
export function cardsOf(article: ArticleJson, list: ListName): readonly Card[] {
  return (article[list] as readonly Card[] | undefined) ?? [];
}

/** The parts of a card under a key, such as its `casualties`. */
export function partsOf(card: JsonObject, key: string): readonly JsonObject[] {
  return (card[key] as readonly JsonObject[] | undefined) ?? [];
}

export function quotesOf(thing: JsonObject): readonly Quote[] {
  return (thing.evidence as readonly Quote[] | undefined) ?? [];
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object with other values. A value that is undefined, an empty text or an empty list is left out. */
export function withValues<T extends JsonObject>(object: T, values: JsonObject): T {
  const entries = Object.entries({ ...object, ...values }).filter(
    ([key, value]) => !(key in values) || !isEmpty(value),
  );
  return Object.fromEntries(entries) as T;
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** The list with another element in a place; without it if that is undefined. */
export function replaceAt<T>(list: readonly T[], index: number, value: T | undefined): readonly T[] {
  return value === undefined
    ? list.filter((_, at) => at !== index)
    : list.map((each, at) => (at === index ? value : each));
}
