import { InvalidArgumentError } from 'commander';
import type { MergedType } from '../src/ingest/fold/merges.ts';

/** An id as a command line has it: `actor:tehran`. */
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

/** Reads `actor:tehran=actor:iran`, after those before it. Throws what commander shows. */
export function parseMerge(written: string, before: MergeOption[] = []): MergeOption[] {
  const [first = '', second, ...rest] = written.split('=');
  if (second === undefined || rest.length > 0) {
    throw new InvalidArgumentError('It must be two ids, as in actor:tehran=actor:iran.');
  }
  const [from, into] = [parseThing(first), parseThing(second)];
  if (from.type !== into.type) {
    const found = `${from.type.toLowerCase()} and ${into.type.toLowerCase()}`;
    throw new InvalidArgumentError(`It must name two things of one type, but got: ${found}.`);
  }
  if (from.slug === into.slug) throw new InvalidArgumentError('It must name two things, but got one twice.');
  return [...before, { type: from.type, from: from.slug, into: into.slug }];
}

/** Reads `actor:tehran`, after those before it. Throws what commander shows. */
export function parseUnmerge(written: string, before: ThingId[] = []): ThingId[] {
  return [...before, parseThing(written)];
}

/** As it is written on a command line. */
export function formatThing(type: MergedType, slug: string): string {
  return `${type.toLowerCase()}:${slug}`;
}

/** The type may be written as GraphQL does: `Actor:tehran`. */
function parseThing(written: string): ThingId {
  const colon = written.indexOf(':');
  const type = types.get(written.slice(0, colon).toLowerCase());
  const slug = written.slice(colon + 1);
  if (colon === -1 || !type) {
    const expected = 'It must begin with actor:, location: or incident:';
    throw new InvalidArgumentError(`${expected}, but got: ${JSON.stringify(written)}.`);
  }
  if (!/^[a-z0-9-]{1,120}$/.test(slug)) {
    const expected = `It must have an id of 1 to 120 of a-z, 0-9 and - after ${type.toLowerCase()}:`;
    throw new InvalidArgumentError(`${expected}, but got: ${JSON.stringify(slug)}.`);
  }
  return { type, slug };
}
