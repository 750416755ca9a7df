/** A text in which quotes are looked up as browsers do in a page: regardless of case and white space. */
export interface Page {
  text: string;
  /** The text in lower case, each run of white space as one space. */
  folded: string;
  /** The position in `folded` of each position in `text`. */
  at: Uint32Array;
}

export function createPage(text: string): Page {
  const at = new Uint32Array(text.length + 1);
  let folded = '';
  for (let index = 0; index < text.length; index++) {
    at[index] = folded.length;
    const unit = text[index] as string;
    if (!isSpace(unit)) folded += unit.toLowerCase();
    else if (!folded.endsWith(' ')) folded += ' ';
  }
  at[text.length] = folded.length;
  return { text, folded, at };
}

export function isSpace(unit: string | undefined): boolean {
  return unit !== undefined && /\s/u.test(unit);
}

/** How many occurrences of a text are looked at. */
const maxOccurrences = 200;

/** Returns the positions of a term in `folded` from `start` on, before `end`. */
export function occurrences(folded: string, term: string, start: number, end: number): number[] {
  const found: number[] = [];
  for (let at = folded.indexOf(term, start); at >= 0 && at < end; at = folded.indexOf(term, at + 1)) {
    found.push(at);
    if (found.length === maxOccurrences) break;
  }
  return found;
}

/** How much context is compared. */
export const maxContext = 400;

/** Returns how many units before two positions in `folded` are equal, white space directly before them aside. */
export function equalBefore(folded: string, a: number, b: number): number {
  const [endOfA, endOfB] = [folded[a - 1] === ' ' ? a - 1 : a, folded[b - 1] === ' ' ? b - 1 : b];
  let length = 0;
  while (length < maxContext && length < endOfA && folded[endOfA - 1 - length] === folded[endOfB - 1 - length])
    length++;
  return length;
}

/** Returns how many units from two positions in `folded` on are equal, white space directly after them aside. */
export function equalAfter(folded: string, a: number, b: number): number {
  const [startOfA, startOfB] = [folded[a] === ' ' ? a + 1 : a, folded[b] === ' ' ? b + 1 : b];
  let length = 0;
  while (
    length < maxContext &&
    startOfB + length < folded.length &&
    folded[startOfA + length] === folded[startOfB + length]
  )
    length++;
  return length;
}
