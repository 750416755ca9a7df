import type { LocationKind } from '../../generated/schema.ts';
import type { FoldedName, GeoPoint } from '../../query/values.ts';

/** A location as stored: what all articles say of it, combined. An absent value is an absent property. */
export interface LocationDocument {
  _id: string;
  name: string;
  aliases: string[];
  /** The addresses of the same location elsewhere, sorted. */
  sameAs: FoldedName[];
  kind: LocationKind;
  /** Present if `point` is only the centre of an area. */
  area?: true;
  /** Its own, else that of the nearest place around it that has one. */
  country?: string;
  point?: GeoPoint;
  partOf?: string;
  /** The location that articles say it is part of; only set if following it would close a cycle. */
  circularPartOf?: string;
  /** The locations that contain it, nearest first. */
  ancestors: string[];
  /** Its own id, then its ancestors. */
  within: string[];
  counts: { contains: number; incidents: number; articles: number };
  /** Sort keys that differ from the plain field; an absent country is ''. */
  order: { name: string; country: string };
  /** Its aliases, each with a copy without case and accents. */
  names: FoldedName[];
  /** Index words, `<mark><level>:<stem>`. The mark is `n` for the name, `a` for an alias. */
  words: string[];
  /** The folded tokens of its names, unstemmed, one line per name. Phrases are matched against them. */
  plain: string;
  /** The keys by which its name and aliases are looked up while they are typed. */
  nameKeys: string[];
}
