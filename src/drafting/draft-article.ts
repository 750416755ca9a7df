import type { Article } from '../entities/article/article.ts';
import { joinSlugs, slugOf } from '../import/slug.ts';
import { type FindTowns, loadTowns } from '../import/towns.ts';
import { isEnglish } from '../ingest/ground/english/is-english.ts';
import { readArticle } from '../ingest/ground/reading.ts';
import { sentencesOf } from '../ingest/ground/sentences.ts';
import { parsePublication } from '../ingest/parse/publication.ts';
import {
  type Draft,
  type DraftInput,
  type DraftLookup,
  type RejectedFact,
  type StoredEntity,
  UndraftableText,
} from './draft.ts';
import { draftIncidents } from './events/draft-incidents.ts';
import { type Doubt, finishDraft } from './finish-draft.ts';
import { maskMarkup } from './masked-text.ts';
import { addModelFacts } from './model/add-model-facts.ts';
import { type DraftModel, withModel } from './model/draft-with-model.ts';
import { type ModelAnswer, rejection } from './model/model-answer.ts';
import { modelFacts } from './model/model-facts.ts';
import { modelNames } from './model/model-names.ts';
import { nameWordsOf } from './names/capital-runs.ts';
import { draftNames } from './names/draft-names.ts';
import type { KnownNames } from './names/known-names.ts';
import type { NameMention } from './names/name-mention.ts';
import { keyOfName } from './names/name-words.ts';
import { possibleNames } from './names/possible-names.ts';
import { readNames } from './names/read-names.ts';
import { separateIds } from './names/separate-ids.ts';
import { createQuoter } from './quoter.ts';
import { draftStatements } from './speech/draft-statements.ts';

/** The maximum size of a text, in UTF-8 bytes. */
const maxTextBytes = 4 * 2 ** 20;

/**
 * Drafts an article from a text by rules, offline: actors and places by their names, incidents by their tolls and
 * methods, statements by their verbs. Names, ids and points are those of the store where `lookup` finds them. All of it
 * has evidence, is accepted by the parser, and passes the grounding checks; what does not is left out. A `model` adds to
 * it; if it fails, `modelFault` says so.
 *
 * Texts in English are read whole; in other languages only names that the store or the list of countries has. Takes
 * time linear in the text, some 20 ms for a typical one and half a second more for the first. Throws `UndraftableText`.
 */
export async function draftArticle(
  input: DraftInput,
  lookup: DraftLookup,
  { model }: { model?: DraftModel | undefined } = {},
): Promise<Draft> {
  const bare = bareArticle(input);
  const masked = maskMarkup(bare.text);
  const words = nameWordsOf(masked, sentencesOf(masked));
  const possible = possibleNames(words);
  const [stored, findTowns] = await Promise.all([lookup.findNamed([...possible.values()]), loadTowns()]);
  const isRead = isEnglish({ ...bare, text: masked });
  const all = readNames(words, knownNames(stored, findTowns));
  const mentions = isRead ? all : all.filter(({ certainty }) => certainty > 0.96);
  const source = { bare, masked, mentions, stored, findTowns, lookup, isRead };
  if (!model) return assemble(source);
  return withModel(model, bare, (answer) => assemble(source, answer));
}

interface Source {
  bare: Article;
  /** The text without markup, of the same length. */
  masked: string;
  mentions: readonly NameMention[];
  stored: readonly StoredEntity[];
  findTowns: FindTowns;
  lookup: DraftLookup;
  /** Whether the language is one that is read. */
  isRead: boolean;
}

async function assemble(
  { bare, masked, mentions, stored, findTowns, lookup, isRead }: Source,
  answer?: ModelAnswer,
): Promise<Draft> {
  const { id, published, text } = bare;
  const rejected: RejectedFact[] = [];
  const quote = createQuoter(text);
  const named = answer ? modelNames(masked, answer, rejected) : [];
  const names = draftNames([...mentions, ...named], { text: masked, articleId: id, stored, findTowns, quote });
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
  const facts = answer && modelFacts(answer, { text, published, names, quote, rejected });
  const added = facts ? addModelFacts(article, facts, text) : new Set<object>();
  const doubts: Doubt[] = [
    ...[...names.places, ...names.actors].map(({ input: of, certainty, doubt }) => ({
      of,
      certainty,
      reason: doubt ?? 'by the words around the name',
    })),
    ...incidents.flatMap((incident) => incident.doubts),
    ...statements.map(({ input: of, certainty, doubt }) => ({ of, certainty, reason: doubt })),
    ...[...added].map((of) => ({ of, certainty: 0.5, reason: 'given by the model' })),
  ];
  const { removed, ...finished } = finishDraft(article, doubts);
  for (const { holders, fact, reason } of removed)
    if (holders.some((holder) => added.has(holder))) rejected.push(rejection(fact, reason));
  return { ...finished, rejected };
}

function knownNames(stored: readonly StoredEntity[], findTowns: FindTowns): KnownNames {
  const types = new Map<string, { type: StoredEntity['type']; kind?: string }[]>();
  for (const { type, kind, name, aliases } of stored) {
    for (const each of [name, ...aliases]) {
      const key = keyOfName(each);
      types.set(key, [...(types.get(key) ?? []), { type, ...(kind !== undefined && { kind }) }]);
    }
  }
  return { stored: (key) => types.get(key) ?? [], town: (name) => findTowns(name)[0] };
}

/** Returns the article without annotations. */
function bareArticle(input: DraftInput): Article {
  const { id, text, url, publisher, language } = input;
  const published = parsePublication(input.published);
  if (published === undefined) {
    const found = JSON.stringify(input.published);
    throw new UndraftableText(
      `published must be a day such as 2025-03-12, or a moment with an offset, but got: ${found}`,
    );
  }
  if (id !== undefined && !/^[a-z0-9-]{1,120}$/.test(id))
    throw new UndraftableText(`id must be 1 to 120 characters of a-z, 0-9 and -, but got: ${JSON.stringify(id)}`);
  if (!/[^\s\p{Cc}\p{Cf}]/u.test(text)) throw new UndraftableText('text must have words, but it is blank');
  if (text.includes('\0')) throw new UndraftableText('text must have no NUL');
  const bytes = Buffer.byteLength(text);
  if (bytes > maxTextBytes)
    throw new UndraftableText(`text must be at most ${maxTextBytes} bytes, but it has ${bytes}`);
  const title = input.title?.trim();
  const head = slugOf((title || text.trim()).slice(0, 80)).slice(0, 60);
  return {
    id: id ?? joinSlugs(head.replace(/-$/, ''), published.slice(0, 10)),
    ...(title && { title }),
    ...(url && { url }),
    ...(publisher && { publisher }),
    ...(language && { language }),
    published,
    text,
  };
}
