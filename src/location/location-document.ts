import type { LocationKind } from '../generated/schema.ts';
import type { FoldedName, GeoPoint } from '../graph/values.ts';

/** A place as it is stored: the fold of what all articles say of it. An absent value is an absent property. */
export interface LocationDocument {
  _id: string;
  name: string;
  aliases: string[];
  kind: LocationKind;
  country?: string;
  point?: GeoPoint;
  partOf?: string;
  /** What it would be part of, were that not to close a circle. */
  circularPartOf?: string;
  /** The places that it lies in, nearest first. */
  ancestors: string[];
  /** Itself, then the places that it lies in. */
  within: string[];
  counts: { contains: number; incidents: number; articles: number };
  /** What it is sorted by where the plain field will not do; an absent country is ''. */
  order: { name: string; country: string };
  /** Its aliases, with their copies without case and accents. */
  names: FoldedName[];
  /** Its index words, `mark:stem`: `n` a name or title, `a` another name, `s` what was said or summed up, `t` a text. */
  words: string[];
  /** All tokens of its words as they stand, one line a text: what phrases are looked for in. */
  plain: string;
}
