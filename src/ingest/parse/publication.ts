import { isDay } from './edtf.ts';

const moment = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/**
 * Returns the canonical form of the time of publication: a day, or a moment of RFC 3339 as `YYYY-MM-DDTHH:MM:SS.sssZ`.
 * Canonical forms sort by time in code units, a day before its moments. Undefined if `text` is neither. In a moment,
 * the seconds may be missing but not the offset, and a leap second is rejected.
 */
export function parsePublication(text: string): string | undefined {
  if (isDay(text)) return text;
  const [, day] = moment.exec(text) ?? [];
  if (day === undefined || !isDay(day)) return undefined;
  const canonical = new Date(text).toISOString();
  return isDay(dayOf(canonical)) ? canonical : undefined; // not before the year 0 or after 9999, in UTC
}

/** Returns the day, in UTC, of a canonical form. */
export function dayOf(publication: string): string {
  return publication.slice(0, 'YYYY-MM-DD'.length);
}
