import { createQuoteFinder } from './anchors.ts';
import type { Span } from './sentences.ts';

/**
 * Finds words in a text despite differences in quotation marks, dashes, case, line breaks and invisible characters.
 * Omissions (`…`, `[…]`) and insertions in brackets match anything.
 */
export interface LooseFinder {
  /**
   * Returns the first 20 positions of each part of the words, in text order; undefined if one of the parts does not
   * occur. The parts are those between omissions and insertions.
   */
  find(words: string): readonly Span[][] | undefined;
}

/** The maximum number of positions that are returned for each part. */
const maxPlaces = 20;

/** Creates a finder that knows only these words. Takes one pass over the text. */
export function createLooseFinder(text: string, all: readonly string[]): LooseFinder {
  const { plain, offsets } = plainForm(text);
  const partsOf = new Map(all.map((words) => [words, partsOfQuote(words)]));
  const wanted = [...new Set([...partsOf.values()].flat())];
  const findQuote = createQuoteFinder(
    plain,
    wanted.map((quote) => ({ quote, occurrence: maxPlaces })),
  );
  return {
    find(words) {
      const places = (partsOf.get(words) ?? []).map((quote) => placesOf(quote));
      return places.every((each) => each.length > 0) ? places : undefined;
    },
  };

  function placesOf(quote: string): Span[] {
    const places: Span[] = [];
    for (let occurrence = 1; occurrence <= maxPlaces; occurrence++) {
      const place = findQuote({ quote, occurrence });
      if (!place) break;
      places.push({ start: offsets[place.start] ?? 0, end: (offsets[place.end - 1] ?? 0) + 1 });
    }
    return places;
  }
}

/** Returns the parts between omissions and insertions, in plain form, without punctuation at their ends. */
function partsOfQuote(words: string): string[] {
  return plainForm(withoutInsertions(words))
    .plain.split('\0')
    .map((part) => trimMarks(part))
    .filter((part) => part !== '');
}

function withoutInsertions(words: string): string {
  let kept = '';
  for (let at = 0; at < words.length; at++) {
    const character = words.charAt(at);
    const close = character === '[' ? words.indexOf(']', at) : -1;
    if (close !== -1) {
      kept += '\0';
      at = close;
    } else if (character === '…') {
      kept += '\0';
    } else if (character === '.' && words.charAt(at + 1) === '.') {
      kept += '\0';
      while (words.charAt(at + 1) === '.') at++;
    } else {
      kept += character;
    }
  }
  return kept;
}

const marks: ReadonlySet<string> = new Set(['"', "'", ' ', ',', '.', ';', ':', '-', '!', '?']);

function trimMarks(part: string): string {
  let start = 0;
  let end = part.length;
  while (start < end && marks.has(part.charAt(start))) start++;
  while (end > start && marks.has(part.charAt(end - 1))) end--;
  return part.slice(start, end);
}

/**
 * Returns the text in lower case, with one form of quotation marks, dashes and spaces, and for each of its code units
 * the offset in the original.
 */
function plainForm(text: string): { plain: string; offsets: readonly number[] } {
  const kept: string[] = [];
  const offsets: number[] = [];
  let afterSpace = true;
  for (let at = 0; at < text.length; at++) {
    const plain = plainCharacter(text.charAt(at));
    if (plain === '' || (plain === ' ' && afterSpace)) continue;
    afterSpace = plain === ' ';
    kept.push(plain);
    offsets.push(at);
  }
  return { plain: kept.join(''), offsets };
}

const plainCharacters = new Map<string, string>();

function plainCharacter(character: string): string {
  let plain = plainCharacters.get(character);
  if (plain === undefined) {
    plain = simplify(character);
    plainCharacters.set(character, plain);
  }
  return plain;
}

function simplify(character: string): string {
  if (/\s/u.test(character)) return ' ';
  if (/[\u00ad\u200b-\u200f\u2060\ufeff]/u.test(character)) return '';
  if (/[‘’‚‛′`´]/u.test(character)) return "'";
  if (/[“”„‟″«»]/u.test(character)) return '"';
  if (/[\u2010-\u2015\u2212]/u.test(character)) return '-';
  const lower = character.toLowerCase();
  return lower.length === 1 ? lower : character;
}
