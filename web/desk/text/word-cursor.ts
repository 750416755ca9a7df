import { sentencesOf } from '../../../src/ingest/ground/sentences.ts';
import type { Span } from '../../explorer/words/segments.ts';

/** A selection with the end that the keys move. */
export interface Cursor {
  anchor: Span;
  focus: Span;
}

type Unit = 'word' | 'sentence' | 'character';

/** The words from the first to the last of a selection. */
export function spanOfCursor({ anchor, focus }: Cursor): Span {
  return { start: Math.min(anchor.start, focus.start), end: Math.max(anchor.end, focus.end) };
}

/** A cursor that holds a selection made with the mouse, and moves its end. */
export function cursorAt({ start, end }: Span): Cursor {
  return { anchor: { start, end: start }, focus: { start: end, end } };
}

/**
 * Moves to the next or previous word or sentence, which is then selected; with `extend`, the selection grows or shrinks up
 * to it. By character, only the end of the selection moves. Returns the same cursor at the ends of the text.
 */
export function moveCursor(
  text: string,
  cursor: Cursor | null,
  { unit, forward, extend }: { unit: Unit; forward: boolean; extend: boolean },
): Cursor | null {
  if (unit === 'character') {
    if (!cursor) return null;
    const { start, end } = spanOfCursor(cursor);
    const moved = nextCharacter(text, end, forward);
    return moved > start ? { anchor: { start, end: start }, focus: { start: moved, end: moved } } : cursor;
  }
  const pieces = piecesAround(text, unit, cursor ? cursor.focus : null, forward);
  const next = pieceBeside(pieces, cursor?.focus ?? null, forward);
  if (!next) return cursor;
  return extend && cursor ? { anchor: cursor.anchor, focus: next } : { anchor: next, focus: next };
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The words near a place: not of the whole text, which may be long. */
function piecesAround(text: string, unit: Unit, at: Span | null, forward: boolean): Span[] {
  if (unit === 'sentence') return sentencesOf(text);
  const reach = 2000;
  const middle = at ? at.start : 0;
  const from = wordBreakBefore(text, Math.max(0, middle - reach));
  const to = at || forward ? Math.min(text.length, Math.max(middle, at?.end ?? 0) + reach) : text.length;
  const pieces: Span[] = [];
  for (const { segment, index, isWordLike } of words.segment(text.slice(from, to)))
    if (isWordLike) pieces.push({ start: from + index, end: from + index + segment.length });
  return pieces;
}

function wordBreakBefore(text: string, offset: number): number {
  if (offset === 0) return 0;
  return Math.max(0, text.lastIndexOf(' ', offset));
}

function pieceBeside(pieces: readonly Span[], at: Span | null, forward: boolean): Span | undefined {
  if (!at) return forward ? pieces[0] : pieces.at(-1);
  if (forward) return pieces.find(({ start, end }) => (at.start === at.end ? end > at.end : start >= at.end));
  return pieces.findLast(({ start, end }) => (at.start === at.end ? start < at.start : end <= at.start));
}

function nextCharacter(text: string, offset: number, forward: boolean): number {
  const isPair = (at: number) => /[\ud800-\udbff]/.test(text[at] ?? '') && /[\udc00-\udfff]/.test(text[at + 1] ?? '');
  if (forward) return Math.min(text.length, offset + (isPair(offset) ? 2 : 1));
  return Math.max(0, offset - (isPair(offset - 2) ? 2 : 1));
}
