import type { Span } from '../../ingest/ground/sentences.ts';

/** A mention, and the actor or place that it names. */
export interface Mentioned<T> {
  mention: Span;
  drafted: T;
}

/** Returns all mentions in text order. */
export function mentionsOf<T extends { mentions: readonly Span[] }>(all: readonly T[]): Mentioned<T>[] {
  return all
    .flatMap((drafted) => drafted.mentions.map((mention) => ({ mention, drafted })))
    .sort((a, b) => a.mention.start - b.mention.start);
}

/** Returns the mentions that begin within a span. Takes logarithmic time. */
export function mentionsIn<T>(mentions: readonly Mentioned<T>[], { start, end }: Span): Mentioned<T>[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.mention.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: Mentioned<T>[] = [];
  for (let at = low; at < mentions.length; at++) {
    const each = mentions[at] as Mentioned<T>;
    if (each.mention.start >= end) break;
    found.push(each);
  }
  return found;
}
