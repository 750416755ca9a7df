import type { Article } from '../entities/article/article.ts';
import { readNames } from '../ingest/ground/article-names.ts';
import { uncoveredSentences } from '../ingest/ground/check-coverage.ts';
import { isEnglish } from '../ingest/ground/english/is-english.ts';
import { groundArticle } from '../ingest/ground/ground-article.ts';
import { readArticle } from '../ingest/ground/reading.ts';
import { isJsonObject, type JsonObject } from '../ingest/json/json-object.ts';
import { canonicalArticle } from '../ingest/parse/canonical-article.ts';
import { checkArticle } from '../ingest/parse/check-article.ts';
import { checkSchema } from '../ingest/parse/check-schema.ts';
import type { Draft, ToCheck, UncoveredSentence } from './draft.ts';
import { repairReferences } from './repair-references.ts';

/** What is unsure about an entity or a part of a draft, or about one key of it. */
export interface Doubt {
  of: object;
  key?: string;
  certainty: number;
  reason: string;
}

export interface FinishedDraft extends Omit<Draft, 'rejected'> {
  /** The facts that were left out: the entities and parts that hold each, outermost first, and the reason. */
  removed: { holders: object[]; fact: unknown; reason: string }[];
}

/** Removing a fact may leave another one without its reference; this many rounds are more than ever needed. */
const maxRounds = 12;

/**
 * Leaves out the facts of a draft that its words do not carry, or that the parser would reject, and what refers to them.
 * Returns the rest as an article, the doubts that remain, and the sentences without evidence. The entities are changed.
 */
export function finishDraft(article: Article, doubts: readonly Doubt[]): FinishedDraft {
  const removed: FinishedDraft['removed'] = [];
  dropDangling(article);
  for (let round = 0; round < maxRounds; round++) {
    const faults = faultsOf(article);
    if (faults.length === 0) break;
    removed.push(...faults.map(({ pointer, reason }) => ({ ...heldAt(article, pointer), reason })));
    // From the end, so that the indexes before stay right.
    for (const pointer of [...new Set(faults.map((fault) => fault.pointer))].sort(byPosition).reverse())
      remove(article, pointer);
    dropDangling(article);
  }
  if (faultsOf(article).length > 0)
    for (const key of ['locations', 'actors', 'incidents', 'statements'] as const) delete article[key];
  const toCheck = placeDoubts(article, doubts);
  const finished = canonicalArticle(article as unknown as JsonObject, 'article', article.id);
  return { article: finished, toCheck, uncovered: uncoveredOf(finished), removed };
}

function faultsOf(article: Article): { pointer: string; reason: string }[] {
  const value = article as unknown as JsonObject;
  const faults = [...checkSchema(value, 'article'), ...checkArticle(value, article.id)];
  if (faults.length > 0)
    return faults.map(({ pointer, expected, found }) => ({
      pointer,
      reason: `must be ${expected}, but got: ${found}`,
    }));
  return groundArticle(article)
    .filter(({ code }) => code !== 'SENTENCE_NOT_COVERED')
    .map(({ pointer, code, message }) => ({ pointer, reason: `${code}: ${message}` }));
}

/** Returns what a pointer points to, as it is now, and the objects that hold it. */
function heldAt(article: Article, pointer: string): { holders: object[]; fact: unknown } {
  const holders: object[] = [];
  let value: unknown = article;
  for (const key of pointer.split('/').slice(1)) {
    value = valueAt(value, [key]);
    if (isJsonObject(value)) holders.push(value);
  }
  return { holders, fact: isJsonObject(value) ? value : { [pointer.split('/').at(-1) ?? '']: value } };
}

function byPosition(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const [x = '', y = ''] = [left[at], right[at]];
    if (x === y) continue;
    const isNumber = /^\d+$/.test(x) && /^\d+$/.test(y);
    return isNumber ? Number(x) - Number(y) : x < y ? -1 : 1;
  }
  return left.length - right.length;
}

/** The keys without which the entity or part is none. */
const needed: ReadonlySet<string> = new Set([
  'id',
  'name',
  'title',
  'text',
  'type',
  'actor',
  'role',
  'kind',
  'method',
  'evidence',
  'quote',
  'occurrence',
  'statement',
  'incident',
  'count',
  'location',
]);

/** Removes what a pointer points to: an element of a list, or a key of its own; the whole part if it needs the key. */
function remove(article: Article, pointer: string): void {
  const path = pointer.split('/').slice(1);
  let length = path.length;
  if (path[0] === 'text' || path.length < 2) return;
  for (;;) {
    const parent = valueAt(article, path.slice(0, length - 1));
    const key = path[length - 1] ?? '';
    if (Array.isArray(parent)) {
      if (Number(key) < parent.length) parent.splice(Number(key), 1);
      return;
    }
    if (!isJsonObject(parent)) return;
    const isIncident = length === 3 && path[0] === 'incidents';
    if (needed.has(key) && !(isIncident && (key === 'location' || key === 'type')) && length > 2) {
      length--;
      continue;
    }
    delete parent[key];
    if (key === 'location') delete parent.locationPrecision;
    if (key === 'type' || key === 'subtype') delete parent.subtype;
    return;
  }
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (Array.isArray(at) ? at[Number(key)] : isJsonObject(at) ? at[key] : undefined),
    value,
  );
}

/** Removes references to what is not in the article, statements that nobody made, and empty lists. */
function dropDangling(article: Article): void {
  repairReferences(article);
  if (article.statements) {
    article.statements = article.statements.filter(({ speaker, anonymous }) => speaker !== undefined || anonymous);
  }
  for (const incident of article.incidents ?? [])
    for (const key of ['methods', 'targets', 'participants', 'casualties', 'places', 'weapons'] as const)
      if (incident[key]?.length === 0) delete incident[key];
  for (const key of ['locations', 'actors', 'incidents', 'statements'] as const)
    if (article[key]?.length === 0) delete article[key];
}

function placeDoubts(article: Article, doubts: readonly Doubt[]): ToCheck[] {
  const pointers = new Map<object, string>();
  const visit = (value: unknown, pointer: string): void => {
    if (Array.isArray(value)) for (const [index, each] of value.entries()) visit(each, `${pointer}/${index}`);
    else if (isJsonObject(value)) {
      pointers.set(value, pointer);
      for (const [key, each] of Object.entries(value)) visit(each, `${pointer}/${key}`);
    }
  };
  visit(article, '');
  return doubts
    .flatMap(({ of, key, certainty, reason }) => {
      const pointer = pointers.get(of);
      if (pointer === undefined || (key !== undefined && !(key in of))) return [];
      return [{ pointer: key === undefined ? pointer : `${pointer}/${key}`, certainty, reason }];
    })
    .sort((a, b) => a.certainty - b.certainty || byPosition(a.pointer, b.pointer));
}

function uncoveredOf(article: Article): UncoveredSentence[] {
  if (!isEnglish(article)) return [];
  const reading = readArticle(article);
  return uncoveredSentences(reading, readNames(reading)).map(({ start, end }) => ({
    start,
    end,
    sentence: article.text.slice(start, end),
  }));
}
