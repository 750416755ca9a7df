import { computed, signal } from '@preact/signals';
import type { Span } from '../../explorer/words/segments.ts';
import {
  type ArticleJson,
  type Card,
  cardsOf,
  type JsonObject,
  type ListName,
  partsOf,
  quotesOf,
  replaceAt,
  withValues,
} from '../model/article-json.ts';
import { sameJson } from '../model/differences.ts';
import { addCard, changeCard, removeCard } from '../model/edit-cards.ts';
import { isSameTarget, quoteAt, type Target, thingAt, trimSpan } from '../model/evidence.ts';
import { cardTypes } from '../model/fields.ts';
import { replaceText } from '../model/replace-text.ts';
import { idOfArticle } from '../model/slug.ts';

/** An article that is being worked on. */
export interface Work {
  /** Names it among what is kept in the browser. */
  key: string;
  article: ArticleJson;
  /** The stored article that it was made from; null if it was not stored when it was opened. */
  base: Base | null;
  /** The cards that were drafted and that nobody confirmed, as `list/id`, with what the drafting is not sure of. */
  drafted: Drafted;
}

export type Drafted = Readonly<Record<string, readonly string[]>>;

/** A stored version of an article. */
export interface Base {
  version: number;
  article: ArticleJson;
}

/** What is worked on; null shows the start of the page. */
export const work = signal<Work | null>(null);

/** The open card, or the part of it that the next words go to. */
export const target = signal<Target | null>(null);

/** The selected words. */
export const selected = signal<Span | null>(null);

/** Tells what happened, for everybody and for screen readers. */
export const message = signal<{ text: string; undo?: boolean } | null>(null);

/** Where the focus should go once the page is drawn: a selector. */
export const focusNext = signal<string | null>(null);

/** Words that the text should scroll to and show for a moment. */
export const shownSpan = signal<Span | null>(null);

const past = signal<Work[]>([]);
const future = signal<Work[]>([]);
export const canUndo = computed(() => past.value.length > 0);
export const canRedo = computed(() => future.value.length > 0);

const maxSteps = 200;
const togetherMs = 1500;
let lastStep = { tag: '', at: 0 };

/** Whether there is anything that is not published. */
export function isUnpublished({ article, base }: Work): boolean {
  return base === null || !sameJson(article, base.article);
}

/** Begins to work on something else. Nothing can be undone across it. */
export function open(next: Work | null): void {
  past.value = [];
  future.value = [];
  lastStep = { tag: '', at: 0 };
  target.value = null;
  selected.value = null;
  message.value = null;
  work.value = next;
}

/** Starts with a text. */
export function start(text: string, published: string): void {
  const bare = { id: '', published, text };
  open({ key: newKey(), article: { ...bare, id: idOfArticle(bare) }, base: null, drafted: {} });
}

export function newKey(): string {
  return `${Date.now().toString(36)}-${Math.floor(Math.random() * 2 ** 32).toString(36)}`;
}

/** Changes what is worked on, as a step that can be undone. Quick changes under one `tag` are one step. */
export function changeWork(change: (before: Work) => Partial<Work>, tag = ''): void {
  const before = work.peek();
  if (!before) return;
  const now = Date.now();
  const isSameStep = tag !== '' && tag === lastStep.tag && now - lastStep.at < togetherMs;
  lastStep = { tag, at: now };
  if (!isSameStep) past.value = [...past.peek().slice(1 - maxSteps), before];
  future.value = [];
  work.value = { ...before, ...change(before) };
}

export function undo(): void {
  travel(past, future);
}

export function redo(): void {
  travel(future, past);
}

function travel(from: typeof past, to: typeof past): void {
  const [now, there] = [work.peek(), from.peek().at(-1)];
  if (!now || !there) return;
  from.value = from.peek().slice(0, -1);
  to.value = [...to.peek(), now];
  lastStep = { tag: '', at: 0 };
  work.value = { ...there, base: now.base, key: now.key };
  const open = target.peek();
  if (open && !thingAt(there.article, open)) target.value = null;
  message.value = null;
}

function changeArticle(change: (before: ArticleJson) => ArticleJson, tag = ''): void {
  changeWork(({ article }) => ({ article: change(article) }), tag);
}

/** Writes fields of the article itself. Its id follows from its title and day until somebody writes another one. */
export function changeOwnFields(values: JsonObject): void {
  changeArticle(
    (before) => {
      const changed = { ...before, ...withValues(before, values) } as ArticleJson;
      const own = Object.fromEntries(
        Object.entries(changed).filter(([key]) => !(key in values) || isStated(values[key])),
      );
      const after = {
        ...own,
        id: changed.id,
        text: changed.text,
        published: String(values.published ?? before.published),
      };
      const follows = !work.peek()?.base && !('id' in values) && before.id === idOfArticle(before);
      return {
        ...after,
        id: follows ? idOfArticle(after as ArticleJson) : String(values.id ?? before.id),
      } as ArticleJson;
    },
    `article ${Object.keys(values)}`,
  );
}

function isStated(value: unknown): boolean {
  return value !== undefined && value !== '';
}

export function changeText(text: string): void {
  changeArticle((before) => {
    const after = replaceText(before, text);
    const follows = !work.peek()?.base && before.id === idOfArticle(before);
    return follows ? { ...after, id: idOfArticle(after) } : after;
  }, 'text');
}

/** Writes fields of a card or of a part of one. */
export function changeThing({ list, index, part }: Target, values: JsonObject): void {
  const tag = `${list} ${index} ${part?.key} ${part?.index} ${Object.keys(values)}`;
  changeWork((before) => {
    const card = cardsOf(before.article, list)[index];
    if (!card) return {};
    const written = part
      ? {
          [part.key]: replaceAt(
            partsOf(card, part.key),
            part.index,
            withValues(partsOf(card, part.key)[part.index] ?? {}, values),
          ),
        }
      : values;
    const article = changeCard(before.article, list, index, written);
    const id = cardsOf(article, list)[index]?.id;
    return { article, drafted: renamed(before.drafted, `${list}/${card.id}`, `${list}/${id}`) };
  }, tag);
}

function renamed(drafted: Drafted, from: string, to: string): Drafted {
  if (from === to || !(from in drafted)) return drafted;
  return Object.fromEntries(Object.entries(drafted).map(([key, doubts]) => [key === from ? to : key, doubts]));
}

/** The drafted cards without one. */
export function withoutDraft(drafted: Drafted, key: string): Drafted {
  return Object.fromEntries(Object.entries(drafted).filter(([each]) => each !== key));
}

/** Adds a card and opens it. Returns its target. */
export function createCard(list: ListName, card: Card): Target {
  let index = 0;
  changeArticle((before) => {
    const added = addCard(before, list, card);
    index = added.index;
    return added.article;
  });
  const created = { list, index };
  target.value = created;
  return created;
}

/** Adds a part to a card and makes it the place for the next words. */
export function createPart({ list, index }: Target, key: string, part: JsonObject): Target {
  const before = work.peek()?.article;
  const card = before && cardsOf(before, list)[index];
  const parts = card ? partsOf(card, key) : [];
  changeThing({ list, index }, { [key]: [...parts, part] });
  const created = { list, index, part: { key, index: parts.length } };
  target.value = created;
  return created;
}

export function deletePart({ list, index, part }: Target): void {
  const card = work.peek() && cardsOf((work.peek() as Work).article, list)[index];
  if (!part || !card) return;
  changeThing({ list, index }, { [part.key]: replaceAt(partsOf(card, part.key), part.index, undefined) });
  target.value = { list, index };
  message.value = { text: 'Removed.', undo: true };
}

/** Removes a card and what refers to it. */
export function deleteCard({ list, index }: Target): void {
  const now = work.peek();
  const card = now && cardsOf(now.article, list)[index];
  if (!now || !card) return;
  const { article, parts } = removeCard(now.article, list, index);
  changeWork(({ drafted }) => ({ article, drafted: withoutDraft(drafted, `${list}/${card.id}`) }));
  target.value = null;
  const also = parts > 0 ? ` with ${parts} ${parts === 1 ? 'fact' : 'facts'} that named it` : '';
  message.value = { text: `${cardTypes[list].noun} removed${also}.`, undo: true };
}

/** Makes words evidence of a card or a part. Words that already are stay as they are. */
export function addEvidence(to: Target, span: Span): void {
  const now = work.peek();
  const thing = now && thingAt(now.article, to);
  const words = now && trimSpan(now.article.text, span);
  if (!now || !thing || !words) return;
  const quote = quoteAt(now.article.text, words);
  const quotes = quotesOf(thing);
  if (quotes.some((each) => each.quote === quote.quote && (each.occurrence ?? 1) === (quote.occurrence ?? 1))) return;
  changeThing(to, { evidence: [...quotes, quote] });
}

export function removeEvidence(from: Target, index: number): void {
  const now = work.peek();
  const thing = now && thingAt(now.article, from);
  if (thing) changeThing(from, { evidence: replaceAt(quotesOf(thing), index, undefined) });
}

/** Takes the mark of a draft from a card. */
export function confirmCard({ list, index }: Target): void {
  changeWork(({ article, drafted }) => {
    const id = cardsOf(article, list)[index]?.id;
    return { drafted: withoutDraft(drafted, `${list}/${id}`) };
  });
}

/** What the drafting of a card is not sure of; null if the card is not drafted, or confirmed. */
export function doubtsOf({ drafted }: Work, list: ListName, card: Card): readonly string[] | null {
  return drafted[`${list}/${card.id}`] ?? null;
}

/** Opens a card, or a part of it for the next words. */
export function openTarget(next: Target | null): void {
  if (!isSameTarget(target.peek(), next)) target.value = next;
}
