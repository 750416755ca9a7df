import { createHash } from 'node:crypto';
import { foldText } from '../text/fold-text.ts';

/** Short enough for an article's id before it, and a hash behind it, within the 120 characters of an id. */
const maxLength = 100;

/**
 * The id that a name gives: folded, apostrophes dropped, what else is no letter or digit of ASCII as one `-`. A name
 * that is too long, or that has no such letter, gives one that ends in a hash of it: other names, other ids.
 */
export function slugOf(name: string): string {
  const known = slugs.get(name);
  if (known !== undefined) return known;
  if (slugs.size >= maxKnown) slugs.clear();
  const slug = makeSlug(name);
  slugs.set(name, slug);
  return slug;
}

/** Data name the same places and sides in row after row, and folding is slow. */
const slugs = new Map<string, string>();
const maxKnown = 10_000;

function makeSlug(name: string): string {
  const slug = foldText(name)
    .replace(/['’‘ʻʼʽʾʿ`´]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug === '' || slug.length > maxLength ? withHash(slug || 'name', name) : slug;
}

/** An id of several slugs, the wider before the narrower. */
export function joinSlugs(...slugs: string[]): string {
  const joined = slugs.join('-');
  return joined.length > 120 ? withHash(joined, joined) : joined;
}

function withHash(slug: string, of: string): string {
  return `${slug.slice(0, maxLength)}-${createHash('sha256').update(of).digest('hex').slice(0, 8)}`;
}
