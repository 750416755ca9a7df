import { byCodeUnits } from '../../text/compare.ts';
import type { AssertionDocument } from './assertion.ts';
import { omitAbsent } from './omit-absent.ts';
import type { Refines } from './refines.ts';

/** What one article says of an entity. `said` has exactly the keys that the article states. */
export interface Report<T> {
  article: string;
  /** A day, or a moment in UTC: in code units, a day comes before its moments. */
  published: string;
  /** Whether the article names the entity by the id that survived its merges. */
  isOwn: boolean;
  publisher?: string;
  language?: string;
  said: T;
}

/** The maximum length of a united list. It bounds documents, however many articles name an entity. */
export const maxUnited = 1000;

/**
 * Returns the reports in the assertions about an entity, oldest first. An assertion with two definitions gives two
 * reports. A mention gives none.
 */
export function reportsOf<T>(assertions: readonly AssertionDocument<T>[]): Report<T>[] {
  return assertions.flatMap(({ article, published, publisher, language, said, renamed = 0 }) =>
    said
      .map((each, index) => ({
        ...omitAbsent({ article, published, publisher, language }),
        isOwn: index >= renamed,
        said: each,
      }))
      .filter(({ said }) => !isMention(said)),
  );
}

function isMention(said: unknown): boolean {
  return (said as { mention?: boolean }).mention === true;
}

/** A value and the report that it was taken from. */
export interface Winner<T, V> {
  value: V;
  report: Report<T>;
}

/**
 * Returns the value that wins over `reports`, oldest first: each stated value replaces the current one, unless the
 * current one refines it. Of equal values the newer wins. Undefined if no report states a value.
 */
export function winner<T, V>(
  reports: readonly Report<T>[],
  valueIn: (said: T) => V | undefined,
  refines: Refines<V>,
): Winner<T, V> | undefined {
  let held: Winner<T, V> | undefined;
  for (const report of reports) {
    const value = valueIn(report.said);
    if (value !== undefined && !(held && refines(held.value, value))) held = { value, report };
  }
  return held;
}

/**
 * Returns the newest report that names the entity by its surviving id and states `field`; if there is none, the newest
 * that states it; undefined if none does.
 */
export function newestNaming<T>(reports: readonly Report<T>[], field: keyof T): Report<T> | undefined {
  const own = reports.filter(({ isOwn }) => isOwn);
  return newestStating(own, field) ?? newestStating(reports, field);
}

/**
 * Returns the newest of `reports`, oldest first, that states any of `fields`, so that all of these can be taken from
 * one report; undefined if none does.
 */
export function newestStating<T>(reports: readonly Report<T>[], ...fields: (keyof T)[]): Report<T> | undefined {
  return reports.findLast(({ said }) => fields.some((field) => said[field] !== undefined));
}

/** Returns `field` of the newest report that states it; undefined if none does. */
export function newest<T, K extends keyof T>(reports: readonly Report<T>[], field: K): T[K] | undefined {
  return newestStating(reports, field)?.said[field];
}

/**
 * Returns the elements that any report lists, one for each key, in the order in which the keys first occur. Each field
 * of an element comes from the newest report that states it.
 */
export function unite<T, I extends object>(
  reports: readonly Report<T>[],
  list: (said: T) => readonly I[] | undefined,
  keysOf: (items: readonly I[]) => readonly string[],
): I[] {
  const united = new Map<string, I>();
  for (const { said } of reports) {
    const items = list(said) ?? [];
    const keys = keysOf(items);
    items.forEach((item, index) => {
      const key = keys[index] as string;
      const known = united.get(key);
      united.set(key, known ? { ...known, ...item } : item);
    });
  }
  return [...united.values()];
}

/** Returns the distinct `values`, sorted, at most `maxUnited` of them. */
export function distinct<T extends string>(values: Iterable<T>, order: (a: T, b: T) => number = byCodeUnits): T[] {
  return [...new Set(values)].sort(order).slice(0, maxUnited);
}

/** Returns how many articles make `assertions`. */
export function articleCount(assertions: readonly AssertionDocument[]): number {
  return assertions.reduce((sum, { count }) => sum + count, 0);
}
