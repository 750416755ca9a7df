import type { LocationKind } from '../generated/schema.ts';
import type { GeoPoint } from '../graph/values.ts';

/** A place as it is stored: the fold of what all articles say of it. An absent value is an absent property. */
export interface LocationDocument {
  _id: string;
  name: string;
  aliases: string[];
  kind: LocationKind;
  country?: string;
  point?: GeoPoint;
  partOf?: string;
  /** The places that it lies in, nearest first. */
  ancestors: string[];
  counts: { contains: number; incidents: number; articles: number };
  /** What it is sorted by where the plain field will not do; an absent country is ''. */
  order: { name: string; country: string };
}
