import type { DatePrecision } from '../generated/schema.ts';

/** A day as `YYYY-MM-DD`. It is compared as a string, and does not depend on the time zone. */
export type Day = string;

/** The days on which something may have happened. `start` and `end` are the earliest and latest day, absent if open. */
export interface DateSpan {
  start?: Day;
  end?: Day;
  precision: DatePrecision;
  edtf: string;
  original?: string;
}

/** A whole number from `min` to `max`; without `max` there is no upper bound. */
export interface Quantity {
  min: number;
  max?: number;
  best?: number;
  original?: string;
}

/** A name or an address, with a copy without case and accents for comparisons. */
export interface FoldedName {
  text: string;
  folded: string;
}

/** A GeoJSON point (RFC 7946): longitude first. */
export interface GeoPoint {
  type: 'Point';
  coordinates: [longitude: number, latitude: number];
}
