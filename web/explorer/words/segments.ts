/** A range of a text, in UTF-16 code units, that is evidence of something. */
export interface Span {
  start: number;
  end: number;
}

/** A piece of a text. Pieces follow one another without gaps or overlaps. */
export interface Segment<S extends Span> {
  start: number;
  end: number;
  /** The smallest span over these words; null if there is none. */
  span: S | null;
}

/**
 * Cuts a text into pieces, each under its smallest span; of spans of one length, the one that is first in `spans`. Spans
 * may overlap in any way; what lies outside of the text is ignored. Takes time in proportion to the number of spans,
 * beside sorting them, however many lie on one word.
 */
export function segment<S extends Span>(length: number, spans: readonly S[]): Segment<S>[] {
  const inside = spans
    .map((span) => ({ span, start: Math.max(0, span.start), end: Math.min(length, span.end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  const cuts = [...new Set([0, length, ...inside.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const indexOf = new Map(cuts.map((cut, index) => [cut, index]));
  const painted: (S | null)[] = new Array(Math.max(0, cuts.length - 1)).fill(null);

  // Painting from the smallest span on, each piece is painted once: `next` leads past the painted ones.
  const next = cuts.map((_, index) => index);
  const unpaintedFrom = (index: number): number => {
    let root = index;
    while (next[root] !== root) root = next[root] as number;
    for (let at = index; at !== root; ) {
      const following = next[at] as number;
      next[at] = root;
      at = following;
    }
    return root;
  };
  for (const { span, start, end } of inside) {
    const last = indexOf.get(end) as number;
    for (let at = unpaintedFrom(indexOf.get(start) as number); at < last; at = unpaintedFrom(at)) {
      painted[at] = span;
      next[at] = at + 1;
    }
  }

  const segments: Segment<S>[] = [];
  for (const [index, span] of painted.entries()) {
    const [start, end] = [cuts[index] as number, cuts[index + 1] as number];
    const before = segments.at(-1);
    if (before && before.span === span) before.end = end;
    else segments.push({ start, end, span });
  }
  return segments;
}

/** The spans over a segment, smallest first. */
export function spansOver<S extends Span>(segment: Span, spans: readonly S[]): S[] {
  return spans
    .filter(({ start, end }) => start <= segment.start && segment.end <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
}
