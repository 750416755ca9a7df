import { labelOf } from '../../explorer/state/labels.ts';
import {
  type ArticleJson,
  type Card,
  cardsOf,
  isObject,
  type Json,
  type JsonObject,
  type ListName,
  listNames,
  quotesOf,
} from './article-json.ts';
import { articleFields, cardTypes, type Field } from './fields.ts';
import { writeQuantity } from './quantity.ts';

/** A value that differs between two versions, in words. `before` is null if it is new, `after` if it is gone. */
export interface Difference {
  label: string;
  before: string | null;
  after: string | null;
}

/** What differs in one card, or in the article itself. */
export interface Changed {
  /** What it is about: “Incident: Roadside bomb near Mosul Dam”. */
  title: string;
  change: 'added' | 'removed' | 'changed';
  differences: Difference[];
}

/**
 * What differs between two versions of an article, card by card and field by field, in the order of the page. Cards are
 * the same if their ids are; the parts of a card are compared as a whole. With null, everything is new.
 */
export function differencesOf(before: ArticleJson | null, after: ArticleJson): Changed[] {
  const own = fieldDifferences(before, after, [...articleFields, ...textField], after);
  const head: Changed[] =
    own.length > 0 ? [{ title: 'The article', change: before ? 'changed' : 'added', differences: own }] : [];
  return [...head, ...listNames.flatMap((list) => listDifferences(before, after, list))];
}

const textField: Field[] = [{ key: 'text', label: 'Text', kind: { is: 'sentences' } }];

function listDifferences(before: ArticleJson | null, after: ArticleJson, list: ListName): Changed[] {
  const old = byId(before ? cardsOf(before, list) : []);
  const now = byId(cardsOf(after, list));
  const { fields } = cardTypes[list];
  const changed = [...now].flatMap(([id, card]): Changed[] => {
    const differences = fieldDifferences(old.get(id) ?? null, card, fields, after);
    if (old.has(id) && differences.length === 0) return [];
    return [{ title: titleOf(list, card), change: old.has(id) ? 'changed' : 'added', differences }];
  });
  const removed = [...old].flatMap(([id, card]): Changed[] =>
    now.has(id) ? [] : [{ title: titleOf(list, card), change: 'removed', differences: [] }],
  );
  return [...changed, ...removed];
}

function byId(cards: readonly Card[]): Map<string, Card> {
  return new Map(cards.map((card, index) => [card.id ?? `#${index}`, card]));
}

function titleOf(list: ListName, card: Card): string {
  const { noun, title } = cardTypes[list];
  return `${noun}: ${String(card[title] ?? card.id ?? 'without a name')}`;
}

function fieldDifferences(
  before: JsonObject | null,
  after: JsonObject,
  fields: readonly Field[],
  article: ArticleJson,
): Difference[] {
  const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after)]);
  const known = fields.filter(({ key }) => keys.has(key));
  const found = known.flatMap((field): Difference[] => {
    const [old, now] = [before?.[field.key], after[field.key]];
    if (sameJson(old, now)) return [];
    if (field.key === 'text') return [textDifference(String(old ?? ''), String(now ?? ''))];
    if (field.kind.is === 'parts')
      return listed(field.label, partTexts(old, field, article), partTexts(now, field, article));
    return [{ label: field.label, before: inWords(old, field, article), after: inWords(now, field, article) }];
  });
  const quotes = listed('Evidence', quoteTexts(before), quoteTexts(after));
  const unknown = [...keys].filter(
    (key) => !['id', 'version', 'evidence', ...listNames].includes(key) && !fields.some((field) => field.key === key),
  );
  const others = unknown.flatMap((key): Difference[] => {
    const [old, now] = [before?.[key], after[key]];
    return sameJson(old, now) ? [] : [{ label: key, before: json(old), after: json(now) }];
  });
  return [...found, ...others, ...quotes];
}

/** What was added to a list and what was removed, element by element. */
function listed(label: string, before: readonly string[], after: readonly string[]): Difference[] {
  const left = [...after];
  const removed = before.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [
    ...removed.map((each) => ({ label, before: each, after: null })),
    ...left.map((each) => ({ label, before: null, after: each })),
  ];
}

function partTexts(value: Json | undefined, { kind }: Field, article: ArticleJson): string[] {
  if (kind.is !== 'parts' || !Array.isArray(value)) return [];
  return (value as JsonObject[]).map((part) => partInWords(part, kind.part.fields, article));
}

/** A part of a card in words: “Killed, 3, Soldiers · “three soldiers were killed””. */
function partInWords(part: JsonObject, fields: readonly Field[], article: ArticleJson): string {
  const values = fields.flatMap((field) => inWords(part[field.key], field, article) ?? []);
  const quotes = quoteTexts(part).map((quote) => `“${quote}”`);
  return [values.join(', '), ...quotes].filter(Boolean).join(' · ');
}

function quoteTexts(thing: JsonObject | null): string[] {
  return thing ? quotesOf(thing).map(({ quote, occurrence }) => (occurrence ? `${quote} (${occurrence})` : quote)) : [];
}

/** A value in words; null if there is none. */
export function inWords(value: Json | undefined, { kind, label }: Field, article: ArticleJson): string | null {
  if (value === undefined || value === null) return null;
  if (kind.is === 'flag') return value === true ? label.toLowerCase() : `not: ${label.toLowerCase()}`;
  if (kind.is === 'quantity') return writeQuantity(value);
  if (kind.is === 'choice' && typeof value === 'string') return labelOf(value, kind.of);
  if (kind.is === 'choices' && Array.isArray(value))
    return value.map((each) => labelOf(String(each), kind.of)).join(', ');
  if (kind.is === 'card') return nameOf(article, kind.list, String(value));
  if (kind.is === 'cards' && Array.isArray(value))
    return value.map((id) => nameOf(article, kind.list, String(id))).join(', ');
  if (kind.is === 'date' && isObject(value))
    return [value.edtf, value.original && `“${value.original}”`].filter(Boolean).join(' ');
  if (kind.is === 'point' && isObject(value)) return `${value.latitude}, ${value.longitude}`;
  if (Array.isArray(value)) return value.map(String).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The name of a card of the article; the id if it has none. */
export function nameOf(article: ArticleJson, list: ListName, id: string): string {
  const card = cardsOf(article, list).find((each) => each.id === id);
  const name = card?.[cardTypes[list].title];
  return typeof name === 'string' && name ? name : id;
}

/** The first place in which two texts differ, with the words around. */
function textDifference(before: string, after: string): Difference {
  if (before === '') return { label: 'Text', before: null, after: shortened(after) };
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const cut = (text: string) => shortened(text.slice(Math.max(0, head - 30), Math.max(head, text.length - tail + 30)));
  return { label: 'Text', before: cut(before), after: cut(after) };
}

function shortened(text: string): string {
  return text.length > 300 ? `${text.slice(0, 200)} … ${text.slice(-80)}` : text;
}

function json(value: Json | undefined): string | null {
  return value === undefined ? null : shortened(JSON.stringify(value));
}

/** Whether two values are the same, whatever the order of keys. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, index) => sameJson(each, b[index]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => sameJson(a[key], b[key]));
}
