/** A text directive, decoded. */
export interface TextDirective {
  prefix?: string | undefined;
  start: string;
  end?: string | undefined;
  suffix?: string | undefined;
}

/** Parses the directive of an address as browsers do: `prefix-,start,end,-suffix`, each part percent-encoded. */
export function readTextDirective(url: string): TextDirective {
  const [, directive = ''] = url.split(':~:text=');
  if (directive.includes('&')) throw new Error(`${url} has several directives`);
  const parts = directive.split(',');
  const decode = (part: string | undefined) => part && decodeURIComponent(part);
  const prefix = parts[0]?.endsWith('-') ? decode(parts.shift()?.slice(0, -1)) : undefined;
  const suffix = parts.at(-1)?.startsWith('-') ? decode(parts.pop()?.slice(1)) : undefined;
  const [start = '', end] = parts.map((part) => decode(part) ?? '');
  if (parts.length < 1 || parts.length > 2 || /-/u.test(parts.join())) throw new Error(`${url} is malformed`);
  return { prefix, start, end, suffix };
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** One character of a page, as the search sees it, and where it is in the text. */
interface Character {
  folded: string;
  start: number;
  end: number;
  block: number;
  isSpace: boolean;
  /** Whether a word may begin or end before it. */
  isBoundary: boolean;
}

/**
 * Finds the range of a directive, step by step as the specification does ("find a range from a text directive"), in a page
 * with one block for each line of the text. Null if nothing matches.
 */
export function findTextDirective(text: string, directive: TextDirective): [start: number, end: number] | null {
  const page = charactersOf(text);
  const { prefix, start, end, suffix } = directive;
  const isLast = (at: number) => at >= page.length;
  const skipSpaces = (at: number) => {
    let next = at;
    while (page[next]?.isSpace) next++;
    return next;
  };
  const result = (from: number, to: number): [number, number] => [
    page[from]?.start as number,
    page[to - 1]?.end as number,
  ];
  for (let search = 0; !isLast(search); ) {
    let match: [number, number] | null;
    const mustEnd = end !== undefined || suffix === undefined;
    if (prefix !== undefined) {
      const before = find(page, prefix, search, true, false);
      if (!before) return null;
      search = before[0] + 1;
      const next = skipSpaces(before[1]);
      match = find(page, start, next, false, mustEnd);
      if (!match) return null;
      if (match[0] !== next) continue;
    } else {
      match = find(page, start, search, true, mustEnd);
      if (!match) return null;
      search = match[0] + 1;
    }
    for (let from = match[1]; ; from = match[1]) {
      if (end !== undefined) {
        const last = find(page, end, from, true, suffix === undefined);
        if (!last) return null;
        match = [match[0], last[1]];
      }
      if (suffix === undefined) return result(...match);
      const next = skipSpaces(match[1]);
      const after = find(page, suffix, next, false, true);
      if (!after) return null;
      if (after[0] === next) return result(...match);
      if (end === undefined) break;
    }
  }
  return null;
}

/** Finds the first match of a query within one block, from a position on. */
function find(page: Character[], query: string, from: number, isStartBounded: boolean, isEndBounded: boolean) {
  const wanted = charactersOf(query).map(({ folded }) => folded);
  for (let at = from; at + wanted.length <= page.length; at++) {
    const end = at + wanted.length;
    const isMatch = wanted.every(
      (folded, i) => page[at + i]?.folded === folded && page[at + i]?.block === page[at]?.block,
    );
    const isBoundedBy = (position: number) => page[position]?.isBoundary ?? true;
    if (isMatch && (!isStartBounded || isBoundedBy(at)) && (!isEndBounded || isBoundedBy(end)))
      return [at, end] as [number, number];
  }
  return null;
}

function charactersOf(text: string): Character[] {
  const found: Character[] = [];
  let start = 0;
  for (const [block, line] of text.split(/(?<=\n)/u).entries()) {
    const starts = new Set([...segmenter.segment(line)].map(({ index }) => index));
    let at = 0;
    for (const character of line.split('')) {
      const isSpace = /\s/u.test(character);
      const last = found.at(-1);
      const place = { start: start + at, end: start + at + 1, block, isSpace, isBoundary: starts.has(at) };
      if (isSpace && last?.isSpace && last.block === block) last.end = place.end;
      else found.push({ folded: isSpace ? ' ' : character.toLowerCase(), ...place });
      at += 1;
    }
    start += line.length;
  }
  return found;
}
