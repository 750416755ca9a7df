import { ObjectId } from 'mongodb';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** The moment that a recording has as now. */
const now = Date.UTC(2024, 0, 1);
const hourMs = 3_600_000;
/** Later dates are not those of a command on its way. */
const aheadMs = 1000;

/**
 * Creates a function that copies values with random ids and the time of day replaced, so that two recordings of one
 * program are equal: ids by their order of appearance, dates of this hour by one that is now, or by one that is later
 * than all before. A value keeps its replacement. Properties without a value are dropped, as the driver does, and maps
 * become objects.
 */
export function createReplacer(): <T>(value: T) => T {
  const ids = new Map<string, string>();
  const dates = new Map<number, Date>();
  let latest = now + hourMs;
  return <T>(value: T) => replaceIn(value) as T;

  function replaceIn(value: unknown): unknown {
    if (typeof value === 'string') return uuid.test(value) ? idOf(value) : value;
    if (value instanceof Date) return dateOf(value);
    if (value instanceof ObjectId) return new ObjectId(idOf(value.toHexString()).replaceAll('-', '').slice(-24));
    if (Array.isArray(value)) return value.map(replaceIn);
    if (value instanceof Map) return replaceIn(Object.fromEntries(value));
    if (typeof value !== 'object' || value === null || '_bsontype' in value || value instanceof RegExp) return value;
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    return Object.fromEntries(entries.map(([key, each]) => [key, replaceIn(each)]));
  }

  function idOf(id: string): string {
    const known = ids.get(id) ?? `00000000-0000-4000-8000-${String(ids.size).padStart(12, '0')}`;
    ids.set(id, known);
    return known;
  }

  function dateOf(date: Date): Date {
    const fromNow = date.getTime() - Date.now();
    if (Math.abs(fromNow) > hourMs) return date;
    if (fromNow > aheadMs) latest += 1000;
    const known = dates.get(date.getTime()) ?? new Date(fromNow > aheadMs ? latest : now);
    dates.set(date.getTime(), known);
    return known;
  }
}
