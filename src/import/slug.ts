import { createHash } from 'node:crypto';
import { foldText } from '../text/fold-text.ts';

/** The maximum length of a slug without its hash; with one, it fits into the 120 characters of an id. */
const maxLength = 100;

/**
 * Makes an id from a name: folded, without apostrophes; each run of characters other than ASCII letters and digits
 * becomes one `-`. If the name is too long or has no such letters, the id ends in a hash, so that different names have
 * different ids.
 */
export function slugOf(name: string): string {
  const known = slugs.get(name);
  if (known !== undefined) return known;
  if (slugs.size >= maxKnown) slugs.clear();
  const slug = makeSlug(name);
  slugs.set(name, slug);
  return slug;
}

/** A cache: data sets repeat the same names in row after row, and folding is slow. */
const slugs = new Map<string, string>();
const maxKnown = 10_000;

function makeSlug(name: string): string {
  const slug = foldText(name)
    .replace(/['’‘ʻʼʽʾʿ`´]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug === '' || slug.length > maxLength ? withHash(slug || 'name', name) : slug;
}

/** Joins slugs to an id, the wider before the narrower. */
export function joinSlugs(...slugs: string[]): string {
  const joined = slugs.join('-');
  return joined.length > 120 ? withHash(joined, joined) : joined;
}

function withHash(slug: string, of: string): string {
  return `${slug.slice(0, maxLength)}-${createHash('sha256').update(of).digest('hex').slice(0, 8)}`;
}
