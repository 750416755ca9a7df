import { foldText } from '../../../src/text/fold-text.ts';
import { labels } from '../../explorer/state/labels.ts';
import type { Span } from '../../explorer/words/segments.ts';
import { type ArticleJson, cardsOf, type JsonObject, type ListName } from '../model/article-json.ts';
import { quoteAt, type Target, trimSpan } from '../model/evidence.ts';
import { readWords } from '../model/read-words.ts';
import {
  addEvidence,
  changeThing,
  createCard,
  createPart,
  focusNext,
  message,
  selected,
  target,
  work,
} from '../state/desk.ts';

/** Something that can be made of selected words. */
export interface Action {
  /** The key that does it while the focus is in the text. */
  key: string;
  label: string;
  /** Whether it adds to the open card, or makes a card of its own. */
  group: 'open' | 'new';
  run(words: Span): void;
}

/** What can be made of words while this is open. */
export function actionsFor(open: Target | null): Action[] {
  const actions: Action[] = [];
  if (open) actions.push({ key: 'e', label: 'Evidence', group: 'open', run: (span) => useAsEvidence(open, span) });
  if (open?.list === 'incidents')
    actions.push(
      { key: 'c', label: 'Casualties', group: 'open', run: (span) => addCasualty(open, span) },
      { key: 'r', label: 'Participant', group: 'open', run: (span) => addParticipant(open, span) },
      { key: 'm', label: 'Method', group: 'open', run: (span) => addMethod(open, span) },
      { key: 't', label: 'Target', group: 'open', run: (span) => addTarget(open, span) },
      { key: 'd', label: 'Date', group: 'open', run: (span) => setDate(open, span) },
      { key: 'l', label: 'Place of it', group: 'open', run: (span) => setPlace(open, span) },
    );
  if (open?.list === 'statements')
    actions.push(
      { key: 'q', label: 'Quoted words', group: 'open', run: (span) => setQuote(open, span) },
      { key: 'k', label: 'Speaker', group: 'open', run: (span) => setSpeaker(open, span) },
      { key: 'd', label: 'Date', group: 'open', run: (span) => setDate(open, span) },
    );
  if (open?.list === 'actors' || open?.list === 'locations')
    actions.push({ key: 'n', label: 'Other name', group: 'open', run: (span) => addAlias(open, span) });
  return [
    ...actions,
    { key: 'i', label: 'Incident', group: 'new', run: newIncident },
    { key: 'a', label: 'Actor', group: 'new', run: (span) => newNamed('actors', span) },
    { key: 'p', label: 'Place', group: 'new', run: (span) => newNamed('locations', span) },
    { key: 's', label: 'Statement', group: 'new', run: newStatement },
  ];
}

/** Does it with the selected words, which are then no longer selected. */
export function runAction(action: Action): void {
  const now = work.peek();
  const words = now && selected.peek() && trimSpan(now.article.text, selected.peek() as Span);
  if (!words) return;
  selected.value = null;
  action.run(words);
}

function text(): ArticleJson {
  return (work.peek() as NonNullable<typeof work.value>).article;
}

function wordsAt({ start, end }: Span): string {
  return text().text.slice(start, end).replace(/\s+/g, ' ');
}

function quoteOf(span: Span): JsonObject {
  return quoteAt(text().text, span);
}

const readAt = (span: Span) => readWords(wordsAt(span), text().published);

function useAsEvidence(open: Target, span: Span): void {
  addEvidence(open, span);
  message.value = { text: 'Added as evidence.', undo: true };
}

function addCasualty(open: Target, span: Span): void {
  const { casualty, count } = readAt(span);
  const part = createPart(open, 'casualties', {
    ...(casualty && { kind: casualty }),
    ...(count && { count }),
    evidence: [quoteOf(span)],
  });
  focusPart(part);
}

function addParticipant(open: Target, span: Span): void {
  const actor = actorOf(span);
  focusPart(createPart(open, 'participants', { actor, evidence: [quoteOf(span)] }));
}

function addMethod(open: Target, span: Span): void {
  const [method] = readAt(span).methods;
  focusPart(createPart(open, 'weapons', { ...(method && { method }), evidence: [quoteOf(span)] }));
}

function addTarget(open: Target, span: Span): void {
  const words = wordsAt(span);
  const folded = foldText(words);
  const kind = Object.keys(labels.TargetKind).find((each) => folded.includes(each.toLowerCase().replaceAll('_', ' ')));
  focusPart(createPart(open, 'targets', { ...(kind && { kind }), name: words, evidence: [quoteOf(span)] }));
}

function setDate(open: Target, span: Span): void {
  const { list, index } = open;
  const { edtf } = readAt(span);
  const original = text().text.slice(span.start, span.end);
  const held = (cardsOf(text(), list)[index]?.date ?? {}) as { edtf?: string };
  changeThing({ list, index }, { date: { edtf: edtf ?? held.edtf ?? '', original } });
  if (list === 'incidents') addEvidence({ list, index }, span);
  target.value = { list, index };
  focusNext.value = '[data-open] [data-field="date"] input';
  if (!edtf) message.value = { text: 'Write which day the words mean.' };
}

function setPlace(open: Target, span: Span): void {
  const { list, index } = open;
  const id = findNamed('locations', span) ?? addNamed('locations', span);
  changeThing({ list, index }, { location: id });
  target.value = { list, index };
  focusNext.value = '[data-open] [data-field="locationPrecision"] select';
}

function setQuote({ list, index }: Target, span: Span): void {
  const words = text()
    .text.slice(span.start, span.end)
    .replace(/^[“"«„']+|[”"»“']+$/g, '');
  changeThing({ list, index }, { quote: words, mode: 'DIRECT_QUOTE' });
  addEvidence({ list, index }, span);
  target.value = { list, index };
}

function setSpeaker({ list, index }: Target, span: Span): void {
  changeThing({ list, index }, { speaker: actorOf(span) });
  target.value = { list, index };
}

function addAlias({ list, index }: Target, span: Span): void {
  const card = cardsOf(text(), list)[index];
  const names = (card?.aliases ?? []) as string[];
  const words = wordsAt(span);
  if (card && card.name !== words && !names.includes(words))
    changeThing({ list, index }, { aliases: [...names, words] });
  addEvidence({ list, index }, span);
}

function newIncident(span: Span): void {
  const words = wordsAt(span);
  const { edtf } = readAt(span);
  const title = words.charAt(0).toUpperCase() + words.slice(1, 120);
  createCard('incidents', { title, ...(edtf && { date: { edtf } }), evidence: [quoteOf(span)] });
  focusNext.value = '[data-open] [data-field="title"] input';
}

function newNamed(list: 'actors' | 'locations', span: Span): void {
  const known = findNamed(list, span);
  if (known === null) {
    createCard(list, { name: nameAt(span), evidence: [quoteOf(span)] });
    focusNext.value = '[data-open] [data-field="name"] input';
    return;
  }
  const index = cardsOf(text(), list).findIndex(({ id }) => id === known);
  addEvidence({ list, index }, span);
  target.value = { list, index };
  message.value = { text: 'It is there already: the words are one more piece of its evidence.', undo: true };
}

function newStatement(span: Span): void {
  const words = wordsAt(span);
  const [, quote] = /[“"«„]([^”"»“]+)[”"»“]/.exec(text().text.slice(span.start, span.end)) ?? [];
  const { speakers, rest } = { speakers: mentioned('actors', span), rest: words };
  createCard('statements', {
    type: 'REPORT',
    text: rest,
    ...(quote && { quote, mode: 'DIRECT_QUOTE' }),
    ...(speakers.length === 1 && { speaker: speakers[0] as string }),
    evidence: [quoteOf(span)],
  });
  focusNext.value = '[data-open] [data-field="type"] select';
}

/** The id of the actor that words name; a new one if the article has none of that name. */
function actorOf(span: Span): string {
  const [only, ...others] = mentioned('actors', span);
  return findNamed('actors', span) ?? (only && others.length === 0 ? only : addNamed('actors', span));
}

function addNamed(list: 'actors' | 'locations', span: Span): string {
  const { index } = createCard(list, { name: nameAt(span), evidence: [quoteOf(span)] });
  return cardsOf(text(), list)[index]?.id ?? '';
}

/** Words as a name: without an article before them. */
function nameAt(span: Span): string {
  const words = wordsAt(span)
    .replace(/^(?:the|an?)\s+/i, '')
    .replace(/(?:’s|'s)$/, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The id of the card with exactly these words as a name. */
function findNamed(list: 'actors' | 'locations', span: Span): string | null {
  const wanted = new Set([foldText(wordsAt(span)), foldText(nameAt(span))]);
  return cardsOf(text(), list).find((card) => namesOf(card).some((name) => wanted.has(foldText(name))))?.id ?? null;
}

/** The ids of the cards whose names occur in the words. */
function mentioned(list: ListName, span: Span): string[] {
  const words = ` ${foldText(wordsAt(span)).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return cardsOf(text(), list).flatMap((card) =>
    card.id && namesOf(card).some((name) => words.includes(` ${foldText(name).replace(/[^\p{L}\p{N}]+/gu, ' ')} `))
      ? [card.id]
      : [],
  );
}

function namesOf(card: JsonObject): string[] {
  return [card.name, ...((card.aliases ?? []) as string[])].filter(
    (name) => typeof name === 'string' && name !== '',
  ) as string[];
}

function focusPart({ part }: Target): void {
  if (part) focusNext.value = `[data-part="${part.key}/${part.index}"] :is(select, input)`;
}
