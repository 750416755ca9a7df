export interface Piece {
  /** Where it begins. */
  at: number;
  text: string;
  /** Whether the search found this word. */
  found: boolean;
}

/**
 * The text in pieces, those of the words that a search looks for marked. A word is found by its beginning, without regard
 * to case and accents, as the server finds inflected forms too. Excluded words (`-kirkuk`) are not marked.
 */
export function highlight(text: string, search: string): Piece[] {
  const wanted = wordsOf(search);
  if (wanted.length === 0) return [{ at: 0, text, found: false }];
  const pieces: Piece[] = [];
  let at = 0;
  for (const part of text.split(/([\p{L}\p{M}\p{N}]+)/u)) {
    if (!part) continue;
    const folded = fold(part);
    const found = wanted.some((word) => isForm(folded, word));
    const last = pieces.at(-1);
    if (last && last.found === found) last.text += part;
    else pieces.push({ at, text: part, found });
    at += part.length;
  }
  return pieces;
}

function wordsOf(search: string): string[] {
  const included = search.replace(/(^|\s)-("[^"]*"?|\S+)/gu, ' ');
  return [...included.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([word]) => fold(word));
}

/** Whether a word of the text may be a form of a word of the search: “drones” of “drone”, “attacks” of “attacked”. */
function isForm(word: string, wanted: string): boolean {
  if (word === wanted) return true;
  const shared = Math.max(4, Math.min(word.length, wanted.length) - 2);
  const isLong = word.length >= shared && wanted.length >= shared;
  return isLong && word.slice(0, shared) === wanted.slice(0, shared) && Math.abs(word.length - wanted.length) <= 3;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
