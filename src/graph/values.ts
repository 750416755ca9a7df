import type { DatePrecision } from '../generated/schema.ts';

/** A day as `YYYY-MM-DD`: compares as a string, and stays a day in every time zone. */
export type Day = string;

/** When something happened. `start` and `end` are the earliest and latest possible day, absent where the span is open. */
export interface DateSpan {
  start?: Day;
  end?: Day;
  precision: DatePrecision;
  edtf: string;
  original?: string;
}

/** A whole number between `min` and `max`, both included; without `max` there is no upper end. */
export interface Quantity {
  min: number;
  max?: number;
  best?: number;
  original?: string;
}

/** A name, and what it is compared by, whatever its case and accents. */
export interface FoldedName {
  text: string;
  folded: string;
}

/** A GeoJSON point (RFC 7946): longitude first. */
export interface GeoPoint {
  type: 'Point';
  coordinates: [longitude: number, latitude: number];
}
