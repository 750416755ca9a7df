import { shorten } from '../../../errors/show-value.ts';
import { describeDifferences } from './differences.ts';
import { createNearWordsSearch, type NearWords } from './near-words.ts';
import { toJson } from './to-json.ts';

/** Returns hints for quotes that cannot be evidence as they are. */
export interface QuoteExplainer {
  /**
   * Returns the words of the text that are nearest to a quote that it does not contain, and the differences; undefined
   * if the text could not be searched.
   */
  missing(quote: string): string | undefined;
  /** Returns how often and where a repeated quote occurs, and how to select an occurrence. */
  repeated(quote: string): string;
}

interface Places {
  first: number[];
  /** The number of occurrences, or of those found before the counting ended (`isAll` is false). */
  count: number;
  isAll: boolean;
}

/** The highest `occurrence` of evidence. */
const maxOccurrences = 10_000;
const maxShown = 4;
/** The number of characters of repeated quotes that an explainer compares before it ceases to count. */
const maxCompared = 20_000_000;
const contextLength = 24;
/** The maximum length of a quote that a message repeats in full. */
const maxWritten = 300;

/** Creates an explainer for the quotes of one article. It searches the text only when asked for a hint. */
export function createQuoteExplainer(text: string, title: unknown): QuoteExplainer {
  const findNear = createNearWordsSearch(text);
  const known = new Map<string, Places>();
  let left = maxCompared;

  return {
    missing(quote) {
      const near = findNear(quote);
      if (typeof near === 'object' && near.isSpelling) return explainNear(near);
      return explainEllipsis(quote) ?? (near === 'none' ? explainTitle(quote) : near && explainNear(near));
    },
    repeated(quote) {
      const { first, count, isAll } = placesOf(quote);
      const shown = first.map((start, index) => `(${index + 1}) ${inContext(start, quote.length)}`).join(', ');
      const more = count > first.length ? `, and ${isAll ? `${count - first.length} more` : 'others'}` : '';
      const times = isAll ? `${count} times` : `at least ${(count - 1).toLocaleString('en')} times`;
      return `It occurs ${times}: ${shown}${more}. ${howToWrite(quote, 1)} for the first`;
    },
  };

  function explainNear(near: NearWords): string {
    const words = text.slice(near.start, near.end);
    const differences = describeDifferences(near.differences);
    const remedy = words.length > maxWritten || !near.isWhole ? 'Copy it from the text' : writeWords(words);
    if (near.isSpelling) return `The text has ${differences}. ${remedy}`;
    return `The nearest words are ${showWords(words)}: the text has ${differences}${near.isWhole ? '' : ', and perhaps more'}. ${remedy}`;
  }

  function writeWords(words: string): string {
    const { count, isAll } = placesOf(words);
    return count > 1
      ? `${howToWrite(words, 1)}, the first of ${isAll ? count : 'many'} places, or another occurrence`
      : `Write ${toJson(words)}`;
  }

  /**
   * Returns a hint for a quote that replaces words by an ellipsis, if the text contains its parts in order; otherwise
   * undefined.
   */
  function explainEllipsis(quote: string): string | undefined {
    const parts = quote
      .split(/\[(?:\.{3}|…)\]|\((?:\.{3}|…)\)|\.{3,4}|…/u)
      .map((part) => part.trim())
      .filter((part) => /[\p{L}\p{N}]/u.test(part));
    if (parts.length === 0 || (parts.length === 1 && parts[0] === quote.trim()) || parts.length > 20) return undefined;
    let from = 0;
    for (const part of parts) {
      const at = text.indexOf(part, from);
      if (at === -1) return undefined;
      from = at + part.length;
    }
    if (parts.length === 1) return `It occurs without the ellipsis: write ${toJson(parts[0] ?? '')}`;
    const list = parts.map(toJson).join(', ');
    return `Words cannot be left out of a quote. Write its parts as separate quotes: ${list.length <= maxWritten ? list : shorten(list)}`;
  }

  function explainTitle(quote: string): string {
    return typeof title === 'string' && title.includes(quote)
      ? 'It occurs in the title, but evidence must be quoted from the text'
      : 'The text contains nothing similar';
  }

  /**
   * Returns the first places of a quote, and the number of its places, which is counted up to one more than the
   * greatest `occurrence`.
   */
  function placesOf(quote: string): Places {
    const before = known.get(quote);
    if (before) return before;
    const first: number[] = [];
    let count = 0;
    let at = text.indexOf(quote);
    for (; at !== -1 && count <= maxOccurrences && (left > 0 || count <= maxShown); at = text.indexOf(quote, at + 1)) {
      left -= quote.length;
      if (count++ < maxShown) first.push(at);
    }
    const places = { first, count, isAll: at === -1 };
    known.set(quote, places);
    return places;
  }

  /** Returns a place as a string with the words around it and the quote in brackets. */
  function inContext(start: number, length: number): string {
    const end = start + length;
    const before = text.slice(Math.max(0, start - contextLength), start);
    const after = text.slice(end, end + contextLength);
    const lead = start > contextLength ? `… ${before.replace(/^\S*\s/u, '')}` : before;
    const tail = end + contextLength < text.length ? `${after.replace(/\s\S*$/u, '')} …` : after;
    return JSON.stringify(`${lead}[${shorten(text.slice(start, end))}]${tail}`.replace(/\s+/gu, ' '));
  }
}

/** Returns the advice to write the evidence that selects an occurrence. */
function howToWrite(quote: string, occurrence: number): string {
  const shown = quote.length > maxWritten ? '…' : toJson(quote);
  return `Write { "quote": ${shown}, "occurrence": ${occurrence} }`;
}

function showWords(words: string): string {
  if (words.length <= maxWritten) return toJson(words);
  return `${toJson(words.slice(0, 60))} … ${toJson(words.slice(-60))}`;
}
