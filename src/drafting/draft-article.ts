import type { Article } from '../entities/article/article.ts';
import { joinSlugs, slugOf } from '../import/slug.ts';
import { loadTowns } from '../import/towns.ts';
import { isEnglish } from '../ingest/ground/english/is-english.ts';
import { readArticle } from '../ingest/ground/reading.ts';
import { sentencesOf } from '../ingest/ground/sentences.ts';
import { parsePublication } from '../ingest/parse/publication.ts';
import { type Draft, type DraftInput, type DraftLookup, UndraftableText } from './draft.ts';
import { draftIncidents } from './events/draft-incidents.ts';
import { type Doubt, finishDraft } from './finish-draft.ts';
import { maskMarkup } from './masked-text.ts';
import { draftNames } from './names/draft-names.ts';
import { keyOfName } from './names/name-words.ts';
import { nameWordsOf, possibleNames, readNames } from './names/read-names.ts';
import { separateIds } from './names/separate-ids.ts';
import { createQuoter } from './quoter.ts';
import { draftStatements } from './speech/draft-statements.ts';

/** The maximum size of a text, in UTF-8 bytes. */
export const maxTextBytes = 4 * 2 ** 20;

/**
 * Drafts an article from a text by rules, offline: actors and places by their names, incidents by their tolls and
 * methods, statements by their verbs. Names, ids and points are those of the store where `lookup` finds them. All of it
 * has evidence, is accepted by the parser, and passes the grounding checks; what does not is left out.
 *
 * Texts in English are read whole; in other languages only names that the store or the list of countries has. Takes
 * time linear in the text, some 20 ms for a typical one and half a second more for the first. Throws `UndraftableText`.
 */
export async function draftArticle(input: DraftInput, lookup: DraftLookup): Promise<Draft> {
  const { text, published } = checkInput(input);
  const title = input.title?.trim();
  const head = title || text.trim().slice(0, 80);
  const id = input.id ?? joinSlugs(slugOf(head).slice(0, 60).replace(/-$/, ''), published.slice(0, 10));
  const bare: Article = {
    id,
    ...(title && { title }),
    ...(input.url && { url: input.url }),
    ...(input.publisher && { publisher: input.publisher }),
    ...(input.language && { language: input.language }),
    published,
    text,
  };
  const masked = maskMarkup(text);
  const quote = createQuoter(text);
  const words = nameWordsOf(masked, sentencesOf(masked));
  const possible = possibleNames(words);
  const [stored, findTowns] = await Promise.all([lookup.findNamed([...possible.values()]), loadTowns()]);
  const storedTypes = new Map<string, { type: 'Actor' | 'Location'; kind?: string }[]>();
  for (const { type, kind, name, aliases } of stored) {
    for (const each of [name, ...aliases]) {
      const key = keyOfName(each);
      storedTypes.set(key, [...(storedTypes.get(key) ?? []), { type, ...(kind !== undefined && { kind }) }]);
    }
  }
  const isRead = isEnglish({ ...bare, text: masked });
  const mentions = readNames(words, {
    stored: (key) => storedTypes.get(key) ?? [],
    town: (name) => findTowns(name)[0],
  });
  const names = draftNames(isRead ? mentions : mentions.filter(({ certainty }) => certainty > 0.96), {
    text: masked,
    articleId: id,
    stored,
    findTowns,
    quote,
  });
  await separateIds(names, { articleId: id, stored, lookup });
  const reading = readArticle({ ...bare, text: masked });
  const incidents = isRead ? draftIncidents({ text: masked, reading, published, names, quote }) : [];
  const statements = isRead ? draftStatements(masked, reading, names.actors, incidents, quote) : [];
  const article: Article = {
    ...bare,
    locations: names.places.map(({ input: place }) => place),
    actors: names.actors.map(({ input: actor }) => actor),
    incidents: incidents.map(({ input: incident }) => incident),
    statements: statements.map(({ input: statement }) => statement),
  };
  const doubts: Doubt[] = [
    ...names.places.map(({ input: of, certainty, doubt }) => ({
      of,
      certainty,
      reason: doubt ?? 'a place, by the words around the name',
    })),
    ...names.actors.map(({ input: of, certainty, doubt }) => ({
      of,
      certainty,
      reason: doubt ?? 'an actor, by the words around the name',
    })),
    ...incidents.flatMap((incident) => incident.doubts),
    ...statements.map(({ input: of, certainty, doubt }) => ({ of, certainty, reason: doubt })),
  ];
  return { ...finishDraft(article, doubts), rejected: [] };
}

function checkInput({ text, published }: DraftInput): { text: string; published: string } {
  const canonical = parsePublication(published);
  if (canonical === undefined)
    throw new UndraftableText(
      `published must be a day such as 2025-03-12, or a moment with an offset, but got: ${JSON.stringify(published)}`,
    );
  if (text.trim() === '') throw new UndraftableText('text must have words, but it is blank');
  if (text.includes('\0')) throw new UndraftableText('text must have no NUL');
  const bytes = Buffer.byteLength(text);
  if (bytes > maxTextBytes)
    throw new UndraftableText(`text must be at most ${maxTextBytes} bytes, but it has ${bytes}`);
  return { text, published: canonical };
}
