import { byCodeUnits } from '../../text/compare.ts';

/** Compares two reports by publication (a day precedes its moments), then by article, in code units. */
export function byAge(a: { published: string; article: string }, b: { published: string; article: string }): number {
  return byCodeUnits(a.published, b.published) || byCodeUnits(a.article, b.article);
}
