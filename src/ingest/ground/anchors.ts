import type { EvidenceInput } from '../../entities/article/article.ts';
import type { Span } from './sentences.ts';

/**
 * Returns the position of the requested occurrence of a quote; undefined if the text has fewer. Overlapping occurrences
 * count, as in `anchorEvidence`.
 */
export type FindQuote = (evidence: EvidenceInput) => Span | undefined;

interface Wanted {
  quote: string;
  /** The number of occurrences that are wanted, and the offsets of those found. */
  most: number;
  found: number[];
}

/**
 * Finds all quotes of an article in one pass over its text; a separate search for each takes 20 s for an article at the
 * size limit. The returned function knows only the quotes and occurrences in `all`.
 *
 * At each position, the rolling hashes of the next 1, 2, 4, … code units are looked up, and the quotes that begin with
 * the same hash are compared.
 */
export function createQuoteFinder(text: string, all: readonly EvidenceInput[]): FindQuote {
  const byQuote = new Map<string, Wanted>();
  for (const { quote, occurrence = 1 } of all) {
    const wanted = byQuote.get(quote);
    if (wanted) wanted.most = Math.max(wanted.most, occurrence);
    else byQuote.set(quote, { quote, most: occurrence, found: [] });
  }
  for (const [width, wanted] of byWidth([...byQuote.values()])) search(text, width, wanted);
  return ({ quote, occurrence = 1 }) => {
    const start = byQuote.get(quote)?.found[occurrence - 1];
    return start === undefined ? undefined : { start, end: start + quote.length };
  };
}

/** Groups quotes by the greatest power of two that does not exceed their length, at most 1,024. */
function byWidth(all: readonly Wanted[]): Map<number, Wanted[]> {
  const groups = new Map<number, Wanted[]>();
  for (const wanted of all) {
    if (wanted.quote === '') continue;
    const width = 2 ** Math.min(Math.floor(Math.log2(wanted.quote.length)), 10);
    const group = groups.get(width);
    if (group) group.push(wanted);
    else groups.set(width, [wanted]);
  }
  return groups;
}

/** The base of the rolling hash, which is odd because the hash is taken modulo 2^32. */
const base = 0x01000193;

function search(text: string, width: number, quotes: readonly Wanted[]): void {
  if (text.length < width) return;
  const byHash = new Map<number, Wanted[]>();
  for (const wanted of quotes) {
    const hash = hashOf(wanted.quote, width);
    const same = byHash.get(hash);
    if (same) same.push(wanted);
    else byHash.set(hash, [wanted]);
  }
  let left = quotes.length;
  let leaving = 1;
  for (let index = 1; index < width; index++) leaving = Math.imul(leaving, base);
  let hash = hashOf(text, width);
  for (let at = 0; left > 0; at++) {
    const candidates = byHash.get(hash);
    if (candidates) {
      for (const wanted of candidates) {
        if (wanted.found.length === wanted.most || !text.startsWith(wanted.quote, at)) continue;
        wanted.found.push(at);
        if (wanted.found.length === wanted.most) left--;
      }
      const open = candidates.filter(({ found, most }) => found.length < most);
      if (open.length === 0) byHash.delete(hash);
      else if (open.length < candidates.length) byHash.set(hash, open);
    }
    if (at + width >= text.length) return;
    const rest = (hash - Math.imul(text.charCodeAt(at), leaving)) | 0;
    hash = (Math.imul(rest, base) + text.charCodeAt(at + width)) | 0;
  }
}

function hashOf(text: string, width: number): number {
  let hash = 0;
  for (let at = 0; at < width; at++) hash = (Math.imul(hash, base) + text.charCodeAt(at)) | 0;
  return hash;
}
