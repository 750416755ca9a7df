import { InvalidArgumentError } from 'commander';
import type { MergedType } from '../src/query/merges.ts';

/** An id on the command line, such as `actor:tehran`. */
export interface ThingId {
  type: MergedType;
  slug: string;
}

export interface MergeOption {
  type: MergedType;
  from: string;
  into: string;
}

const types: ReadonlyMap<string, MergedType> = new Map([
  ['actor', 'Actor'],
  ['location', 'Location'],
  ['incident', 'Incident'],
]);

/**
 * Parses `actor:tehran=actor:iran` and appends it to `before`.
 *
 * @throws InvalidArgumentError with a message for commander to show.
 */
export function parseMerge(written: string, before: MergeOption[] = []): MergeOption[] {
  const [first = '', second, ...rest] = written.split('=');
  if (second === undefined || rest.length > 0) {
    throw new InvalidArgumentError('It must be two ids, as in actor:tehran=actor:iran.');
  }
  const [from, into] = [parseThing(first), parseThing(second)];
  if (from.type !== into.type) {
    const found = `${from.type.toLowerCase()} and ${into.type.toLowerCase()}`;
    throw new InvalidArgumentError(`It must be two ids of the same type, but got: ${found}.`);
  }
  if (from.slug === into.slug) throw new InvalidArgumentError('It must be two different ids.');
  return [...before, { type: from.type, from: from.slug, into: into.slug }];
}

/**
 * Parses `actor:tehran` and appends it to `before`.
 *
 * @throws InvalidArgumentError with a message for commander to show.
 */
export function parseUnmerge(written: string, before: ThingId[] = []): ThingId[] {
  return [...before, parseThing(written)];
}

/** Formats an id as it is written on the command line. */
export function formatThing(type: MergedType, slug: string): string {
  return `${type.toLowerCase()}:${slug}`;
}

/** The type is case-insensitive, so that `Actor:tehran`, as in GraphQL, is accepted. */
function parseThing(written: string): ThingId {
  const colon = written.indexOf(':');
  const type = types.get(written.slice(0, colon).toLowerCase());
  const slug = written.slice(colon + 1);
  if (colon === -1 || !type) {
    const expected = 'It must begin with actor:, location: or incident:';
    throw new InvalidArgumentError(`${expected}, but got: ${JSON.stringify(written)}.`);
  }
  if (!/^[a-z0-9-]{1,120}$/.test(slug)) {
    const expected = `It must have 1 to 120 characters of a-z, 0-9 and - after ${type.toLowerCase()}:`;
    throw new InvalidArgumentError(`${expected}, but got: ${JSON.stringify(slug)}.`);
  }
  return { type, slug };
}
