import type { EvidenceInput } from '../entities/article/article.ts';
import type { Span } from '../ingest/ground/sentences.ts';

/** A quote longer than this is no evidence of one fact. */
const maxQuote = 4_000;

/**
 * Returns a function that quotes a part of a text as evidence, with its occurrence if the words stand there several
 * times. It returns none if the part is blank or too long. Costs a search of the text for each distinct part, which is
 * kept.
 */
export function createQuoter(text: string): (span: Span) => EvidenceInput[] {
  const starts = new Map<string, number[]>();
  return ({ start, end }) => {
    const quote = text.slice(start, end);
    if (quote.length === 0 || quote.length > maxQuote || !/[^\s\p{Cc}\p{Cf}]/u.test(quote)) return [];
    const places = starts.get(quote) ?? placesOf(text, quote);
    starts.set(quote, places);
    if (places.length === 1) return [{ quote }];
    const occurrence = places.indexOf(start) + 1;
    return occurrence > 0 ? [{ quote, occurrence }] : [];
  };
}

/** The occurrences that are counted; a word that stands there more often is quoted at its first ones. */
const maxPlaces = 2_000;

function placesOf(text: string, quote: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(quote); at !== -1 && places.length < maxPlaces; at = text.indexOf(quote, at + 1))
    places.push(at);
  return places;
}
