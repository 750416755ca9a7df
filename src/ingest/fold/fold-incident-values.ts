import type { IncidentInput } from '../../entities/article/article.ts';
import { IncidentScope, type IncidentSubtype, type IncidentType, LocationPrecision } from '../../generated/schema.ts';
import type { DateSpan, Quantity } from '../../query/values.ts';
import { type Report, type Winner, winner } from './fold-reports.ts';
import { refinesQuantity, refinesSite, refinesSpan, type Site } from './refines.ts';
import { foldDate, foldQuantity } from './stored-values.ts';

/** All of these take reports oldest first, and are undefined if no report states the value. */
type Reports = readonly Report<IncidentInput>[];
type Won<V> = Winner<IncidentInput, V> | undefined;

/** A scope, and the count that was stated with it. */
export interface Counted {
  scope: IncidentScope;
  count?: Quantity | undefined;
}

/** Returns the scope and count that win. Both come from one report. */
export function winningCount(reports: Reports): Won<Counted> {
  const valueIn = ({ scope, count }: IncidentInput): Counted | undefined => {
    if (scope === undefined && count === undefined) return undefined;
    return { scope: scope ?? IncidentScope.EVENT, count: count && foldQuantity(count) };
  };
  return winner(reports, valueIn, (held, stated) => {
    if (held.scope !== stated.scope || !held.count) return false;
    return !stated.count || refinesQuantity(held.count, stated.count);
  });
}

/** A type, and the subtype that was stated with it. */
export interface Kind {
  type: IncidentType;
  subtype?: IncidentSubtype | undefined;
}

/** Returns the type and subtype that win. Both come from one report. A subtype refines its type alone. */
export function winningKind(reports: Reports): Won<Kind> {
  const valueIn = ({ type, subtype }: IncidentInput): Kind | undefined => type && { type, subtype };
  return winner(
    reports,
    valueIn,
    (held, stated) => held.type === stated.type && held.subtype !== undefined && stated.subtype === undefined,
  );
}

export function winningDate(reports: Reports): Won<DateSpan> {
  return winner(reports, ({ date }) => date && foldDate(date), refinesSpan);
}

/**
 * Returns the place and precision that win. Both come from one report. `isWithin` returns whether a place lies in
 * another one.
 */
export function winningSite(reports: Reports, isWithin: (place: string, other: string) => boolean): Won<Site> {
  const valueIn = ({ location, locationPrecision }: IncidentInput): Site | undefined =>
    location === undefined ? undefined : { location, precision: locationPrecision ?? LocationPrecision.UNKNOWN };
  return winner(reports, valueIn, refinesSite(isWithin));
}
