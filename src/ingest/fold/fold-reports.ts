import type { Day } from '../../graph/values.ts';
import type { AccountDocument } from './account.ts';
import { omitAbsent } from './omit-absent.ts';
import { byCodeUnits } from './sorting.ts';

/** What one article says of a thing. A key is there exactly when the article states it. */
export interface Report<T> {
  article: string;
  published: Day;
  publisher?: string;
  language?: string;
  said: T;
}

/** United lists of distinct values are cut here, so that documents stay bounded however many articles name a thing. */
export const maxUnited = 1000;

/** The order of reports: by day of publication, then by article, in code units. */
export function byAge(a: { published: Day; article: string }, b: { published: Day; article: string }): number {
  return byCodeUnits(a.published, b.published) || byCodeUnits(a.article, b.article);
}

/** The reports that accounts of a thing, oldest first, amount to: an account with two definitions is two. */
export function reportsOf<T>(accounts: readonly AccountDocument<T>[]): Report<T>[] {
  return accounts.flatMap(({ article, published, publisher, language, said }) =>
    said.map((each) => ({ ...omitAbsent({ article, published, publisher, language }), said: each })),
  );
}

/** The newest of `reports`, oldest first, that states any of `fields`. Fields that move together are all taken from it. */
export function newestStating<T>(reports: readonly Report<T>[], ...fields: (keyof T)[]): Report<T> | undefined {
  return reports.findLast(({ said }) => fields.some((field) => said[field] !== undefined));
}

/** What the newest report that states `field` says of it. */
export function newest<T, K extends keyof T>(reports: readonly Report<T>[], field: K): T[K] | undefined {
  return newestStating(reports, field)?.said[field];
}

/**
 * The elements that any report names, one for each key, each field as the newest report that states it has it; in the
 * order in which they came up, oldest first.
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

/** The distinct ones of `values`, sorted, the first thousand. */
export function distinct<T extends string>(values: Iterable<T>, order: (a: T, b: T) => number = byCodeUnits): T[] {
  return [...new Set(values)].sort(order).slice(0, maxUnited);
}

/** How many articles give `accounts`. */
export function articleCount(accounts: readonly AccountDocument[]): number {
  return accounts.reduce((sum, { count }) => sum + count, 0);
}
