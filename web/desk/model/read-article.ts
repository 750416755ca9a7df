import { showValue } from '../../../src/errors/show-value.ts';
import { type ArticleJson, cardsOf, isObject, type Json, type JsonObject, listNames, partsOf } from './article-json.ts';
import { cardTypes, type Field } from './fields.ts';

/** An article that the desk can show, or why it cannot. */
export type ReadArticle = { article: ArticleJson } | { problem: string };

/** The largest file that the desk reads, in characters. The API takes less. */
export const maxFileLength = 2_000_000;

/**
 * Reads article JSON: one article, alone or as the only one of a list. Its shape must be that of an article, so that
 * each value has a place on the page; whether its values are right is left to the check, which also refuses unknown keys.
 */
export function readArticleText(text: string): ReadArticle {
  if (text.length > maxFileLength)
    return {
      problem: `It has ${text.length.toLocaleString('en')} characters. The desk opens up to ${maxFileLength.toLocaleString('en')}.`,
    };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return { problem: `It is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  if (Array.isArray(value)) {
    if (value.length !== 1) return { problem: `It holds ${value.length} articles. The desk opens one at a time.` };
    [value] = value;
  }
  return readArticle(value);
}

/** Reads an article, as of a file or of the store. */
export function readArticle(value: unknown): ReadArticle {
  if (!isObject(value)) return { problem: `It must be an article, an object, but is ${showValue(value)}` };
  if (value.retracted !== undefined && value.retracted !== null)
    return { problem: 'It withdraws an article. Use `retractArticle` or `npm run seed`.' };
  if (isObject(value.merge)) return { problem: 'It merges two ids. Use `merge` or `npm run seed`.' };
  if (typeof value.textFile === 'string')
    return { problem: `Its text is in the file ${showValue(value.textFile)}. Put it into "text" first.` };
  try {
    return { article: readFields(value) };
  } catch (error) {
    if (error instanceof WrongShape) return { problem: error.message };
    throw error;
  }
}

class WrongShape extends Error {}

function readFields({ $schema, ...given }: JsonObject): ArticleJson {
  const article = withoutNulls(given);
  for (const key of ['id', 'published', 'text']) expectText(article[key] ?? '', `/${key}`);
  if (article.version !== undefined && !Number.isSafeInteger(article.version))
    throw new WrongShape(`/version must be a whole number, but is ${showValue(article.version)}`);
  for (const key of ['title', 'url', 'publisher', 'language', 'license', 'citation'])
    if (article[key] !== undefined) expectText(article[key], `/${key}`);
  const lists = listNames.flatMap((list) => {
    if (article[list] === undefined) return [];
    const cards = listOf(article[list], `/${list}`, (card, pointer) =>
      readThing(card, cardTypes[list].fields, pointer),
    );
    return [[list, cards] as const];
  });
  return withOwnLinks({ id: '', published: '', text: '', ...article, ...Object.fromEntries(lists) });
}

/** Links to statements of the article itself without its id, so that they hold whatever the id becomes. */
function withOwnLinks(article: ArticleJson): ArticleJson {
  const own = `${article.id}.`;
  const statements = cardsOf(article, 'statements').map((statement) => {
    if (!Array.isArray(statement.links)) return statement;
    const links = partsOf(statement, 'links').map((link) =>
      String(link.statement).startsWith(own) ? { ...link, statement: String(link.statement).slice(own.length) } : link,
    );
    return { ...statement, links };
  });
  return Array.isArray(article.statements) ? { ...article, statements } : article;
}

function readThing(value: Json, fields: readonly Field[], pointer: string): JsonObject {
  if (!isObject(value)) throw new WrongShape(`${pointer} must be an object, but is ${showValue(value)}`);
  const thing = withoutNulls(value);
  const read = Object.entries(thing).map(([key, held]): [string, Json | undefined] => {
    const at = `${pointer}/${key}`;
    if (key === 'id') return [key, expectText(held, at)];
    if (key === 'evidence') return [key, listOf(held, at, readQuote)];
    const field = fields.find((each) => each.key === key);
    return [key, field ? readValue(held, field, at) : held];
  });
  return Object.fromEntries(read);
}

function readValue(value: Json | undefined, { kind }: Field, pointer: string): Json | undefined {
  switch (kind.is) {
    case 'parts':
      return listOf(value, pointer, (part, at) => readThing(part, kind.part.fields, at));
    case 'wordList':
    case 'choices':
    case 'cards':
      return listOf(value, pointer, expectText);
    case 'date':
      return typeof value === 'string' ? { edtf: value } : expectObject(value, pointer, 'a date');
    case 'quantity':
      return typeof value === 'number' ? { min: value, max: value } : expectObject(value, pointer, 'a number');
    case 'point':
      return expectObject(value, pointer, 'an object');
    case 'flag':
      if (typeof value !== 'boolean')
        throw new WrongShape(`${pointer} must be true or false, but is ${showValue(value)}`);
      return value;
    default:
      return expectText(value, pointer);
  }
}

function readQuote(value: Json, pointer: string): JsonObject {
  if (typeof value === 'string') return { quote: value };
  if (!isObject(value)) throw new WrongShape(`${pointer} must be a quote, but is ${showValue(value)}`);
  const quote = withoutNulls(value);
  expectText(quote.quote, `${pointer}/quote`);
  if (quote.occurrence !== undefined && !Number.isSafeInteger(quote.occurrence))
    throw new WrongShape(`${pointer}/occurrence must be a whole number, but is ${showValue(quote.occurrence)}`);
  return quote;
}

function listOf<T>(value: Json | undefined, pointer: string, read: (element: Json, pointer: string) => T): T[] {
  if (!Array.isArray(value)) throw new WrongShape(`${pointer} must be a list, but is ${showValue(value)}`);
  return value.map((element, index) => read(element, `${pointer}/${index}`));
}

function expectText(value: Json | undefined, pointer: string): string {
  if (typeof value !== 'string') throw new WrongShape(`${pointer} must be a text, but is ${showValue(value)}`);
  return value;
}

function expectObject(value: Json | undefined, pointer: string, what: string): JsonObject {
  if (!isObject(value)) throw new WrongShape(`${pointer} must be ${what}, but is ${showValue(value)}`);
  return withoutNulls(value);
}

/** Null means absent. */
function withoutNulls(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));
}
