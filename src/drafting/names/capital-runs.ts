import type { Span } from '../../ingest/ground/sentences.ts';
import { particles, titleParts, titles } from './name-words.ts';

/** A word of a text: letters and digits with inner apostrophes, or an abbreviation such as `U.S.`. */
export interface NameWord extends Span {
  text: string;
  /** In lower case, without accents and dots. */
  plain: string;
  isCapital: boolean;
  /** Whether it has at least two letters, all of them capital. */
  isUpper: boolean;
  /** The characters between the word before and this one. */
  gap: string;
  /** Whether it is the first word of its sentence, or follows a quotation mark or a colon. */
  isFirst: boolean;
}

/** Words that belong together as one name: those of a text from `from` up to `to`. */
export interface CapitalRun {
  from: number;
  to: number;
}

const wordPattern =
  /(?:\p{Lu}\.){2,8}(?:\p{Lu}(?![\p{L}\p{N}]))?|[\p{L}\p{N}][\p{L}\p{M}\p{N}]{0,60}(?:['’ʼ`](?!s(?![\p{L}\p{N}]))[\p{L}\p{M}]{1,40}){0,3}/gu;

/** Returns the words of a text. `sentences` are its sentences, in order. */
export function nameWordsOf(text: string, sentences: readonly Span[]): NameWord[] {
  const words: NameWord[] = [];
  let sentence = 0;
  let end = 0;
  for (const found of text.matchAll(wordPattern)) {
    const start = found.index;
    const written = found[0];
    while ((sentences[sentence]?.end ?? Number.POSITIVE_INFINITY) <= start) sentence++;
    const gap = start - end > 24 ? '\n\n' : text.slice(end, start);
    const isFirst =
      words.length === 0 ||
      end <= (sentences[sentence]?.start ?? 0) ||
      /["“”«»:;\n•*.!?]/u.test(gap.replace(/^\./, ''));
    const isAbbreviation = written.includes('.');
    words.push({
      text: written,
      start,
      end: start + written.length,
      plain: plainOf(written),
      isCapital: /^\p{Lu}|^al-?\p{Lu}/u.test(written),
      isUpper: isAbbreviation || /^\p{Lu}[\p{Lu}\p{N}]*\p{Lu}[\p{Lu}\p{N}]*s?$/u.test(written),
      gap,
      isFirst,
    });
    end = start + written.length;
  }
  return words;
}

function plainOf(written: string): string {
  return written
    .normalize('NFD')
    .replace(/[\p{M}.'’ʼ`]+/gu, '')
    .toLowerCase();
}

/** The maximum number of words of a name. A longer run of capitals is a heading. */
const maxRun = 14;

/**
 * Returns the runs of capitalized words, with the particles between them: `Deir ez-Zor`, `Ministry of Defense`,
 * `Lt. Gen. Stephen J. Townsend`. A comma, a bracket and `and` end a run.
 */
export function capitalRuns(words: readonly NameWord[]): CapitalRun[] {
  const runs: CapitalRun[] = [];
  for (let from = 0; from < words.length; ) {
    if (!beginsName(words, from)) {
      from++;
      continue;
    }
    let to = from + 1;
    while (to < words.length && to - from < maxRun) {
      const next = nextOf(words, to);
      if (next === undefined) break;
      to = next;
    }
    runs.push({ from, to });
    from = to;
  }
  return runs;
}

function beginsName(words: readonly NameWord[], at: number): boolean {
  const word = words[at];
  if (word?.isCapital) return true;
  // al-Qaida, el-Sisi, 3rd Battalion
  const next = words[at + 1];
  if (!word || !next?.isCapital) return false;
  if (/^\d+(?:st|nd|rd|th)$/.test(word.text)) return next.gap === ' ';
  return (
    (word.plain === 'al' ||
      word.plain === 'el' ||
      word.plain === 'an' ||
      word.plain === 'as' ||
      word.plain === 'ash') &&
    next.gap === '-'
  );
}

/** Returns the end of a run that goes on at `to`; undefined if it ends there. */
function nextOf(words: readonly NameWord[], to: number): number | undefined {
  const word = words[to];
  if (!word || !joins(words, to)) return undefined;
  if (word.isCapital) return to + 1;
  const next = words[to + 1];
  if (!next || !joins(words, to + 1)) return undefined;
  if (next.isCapital && (particles.has(word.plain) || (word.gap === '-' && word.text.length < 4))) return to + 2;
  if (word.plain === 'of' && next.isCapital) return to + 2;
  if ((word.plain === 'of' || word.plain === 'for') && next.plain === 'the' && words[to + 2]?.isCapital) return to + 3;
  if (word.plain === 'for' && next.isCapital) return to + 2;
  // Islamic State of Iraq and the Levant
  if (
    word.plain === 'and' &&
    /^(?:of|in) (?:Iraq)$/.test(`${words[to - 2]?.text} ${words[to - 1]?.text}`) &&
    words[to - 3]?.plain === 'state'
  )
    return next.isCapital ? to + 2 : to + 3;
  if (particles.has(word.plain) && particles.has(next.plain) && words[to + 2]?.isCapital) return to + 3;
  if (/^\d{1,4}(?:st|nd|rd|th)?$/.test(word.text) && word.gap === ' ' && next.isCapital && !/^\d+$/.test(word.text))
    return to + 2;
  return undefined;
}

/** Returns whether a word follows the one before it within a name. */
function joins(words: readonly NameWord[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (!word || !before) return false;
  const { gap } = word;
  if (gap === ' ' || gap === '-' || gap === '\u00a0' || gap === '‐' || gap === '‑') return true;
  if (gap === '.' && before.text.length === 1) return true;
  return gap === '. ' && isShortened(before);
}

/** Returns whether a dot after a word belongs to it: a title, or an initial. */
function isShortened({ text, plain }: NameWord): boolean {
  if (text.length === 1) return true;
  return (
    text.length <= 5 &&
    (titles.has(plain) || titleParts.has(plain) || plain === 'st' || plain === 'mt' || plain === 'ft' || plain === 'jr')
  );
}
