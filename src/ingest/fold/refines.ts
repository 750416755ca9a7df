import type { LocationPrecision } from '../../generated/schema.ts';
import type { DateSpan, Quantity } from '../../query/values.ts';

/**
 * Returns whether `value` says the same as `other` more exactly. Each relation is a strict partial order. The fold
 * keeps an older value that refines the newer one. The section "The fold" of the contract has the rules.
 */
export type Refines<V> = (value: V, other: V) => boolean;

const widened: ReadonlySet<DateSpan['precision']> = new Set(['MONTH', 'YEAR', 'APPROXIMATE']);

/** Returns whether a span is contained in a wider one whose precision is a month, a year or approximate. */
export const refinesSpan: Refines<DateSpan> = (span, other) => {
  if (!widened.has(other.precision) || !span.start || !span.end || !other.start || !other.end) return false;
  const isHeld = other.start <= span.start && span.end <= other.end;
  return isHeld && (span.start !== other.start || span.end !== other.end);
};

/**
 * Returns whether a range lies in a wider one with a smaller minimum: 14 to 20 refines "more than 12", but 3 does not
 * refine "at least 3", which has the same minimum.
 */
export const refinesQuantity: Refines<Pick<Quantity, 'min' | 'max'>> = (quantity, other) =>
  other.min < quantity.min && (quantity.max ?? Number.POSITIVE_INFINITY) <= (other.max ?? Number.POSITIVE_INFINITY);

/** A place and how close to it. */
export interface Site {
  location: string;
  precision: LocationPrecision;
}

const exactestFirst: readonly LocationPrecision[] = ['EXACT', 'NEAR', 'AREA', 'COUNTRY', 'REGION', 'UNKNOWN'];

/**
 * Returns a relation by which a place refines the places that contain it and, at the same place, a more exact precision
 * refines a less exact one.
 */
export function refinesSite(isWithin: (location: string, other: string) => boolean): Refines<Site> {
  return (site, other) => {
    if (site.location !== other.location) return isWithin(site.location, other.location);
    return exactestFirst.indexOf(site.precision) < exactestFirst.indexOf(other.precision);
  };
}
