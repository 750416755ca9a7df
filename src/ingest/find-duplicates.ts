import type { Db } from 'mongodb';
import { collationKey } from '../graph/collation-key.ts';
import { foldedTokens } from '../text/words.ts';
import { byCodeUnits } from './fold/sorting.ts';
import { createPlaceGrid, kilometresBetween, type Point } from './place-grid.ts';

/** Two actors or two places that look like one. */
export interface Duplicate {
  type: 'Actor' | 'Location';
  /** The one that fewer articles name; at a tie, that of the greater id. */
  from: string;
  into: string;
  /** What they are called. */
  names: [from: string, into: string];
  /** What speaks for it, such as `both are called "tehran"`. */
  reasons: string[];
}

/** An actor or a place, as it is compared. */
interface Candidate {
  id: string;
  name: string;
  /** Without case, accents and punctuation; its aliases too. */
  folded: string[];
  kind: string | undefined;
  country: string | undefined;
  point: Point | undefined;
  articles: number;
}

interface StoredThing {
  _id: string;
  name: string;
  aliases: string[];
  kind: string;
  country?: string;
  point?: { coordinates: Point };
  counts: { articles: number };
}

/** A thing is compared with so many others of its name, or near it, at most. */
const maxCompared = 50;
/** How far apart the points of one place may lie, in kilometres: sources measure differently what is large. */
const nearKm = 5;
const wideKm = 100;
const wideKinds = new Set(['REGION', 'COUNTRY', 'ADMIN1', 'ADMIN2', 'WATER', 'BORDER_AREA']);

/**
 * Pairs of actors and of places that look like one, by type and ids. They share a name or alias, whatever its case,
 * accents and punctuation; their kinds and countries do not differ, where both are known; places lie near each other,
 * where both are known to. Near places of one kind need no common name if one name holds all words of the other.
 *
 * Two commands. Compares each thing with 50 others of one name, or near it, at most, so that the work grows with the
 * number of things and not with its square; of many things of one name each is paired with one that is named more.
 */
export async function findDuplicates(database: Db): Promise<Duplicate[]> {
  const actors = await readCandidates(database, 'actors', 'UNIDENTIFIED');
  const places = await readCandidates(database, 'locations', 'OTHER');
  return [
    ...distinct(sameNames('Actor', actors)),
    ...distinct([...sameNames('Location', places), ...nearPlaces(places)]),
  ];
}

/** By how many articles name them, most first, so that of two the first survives. `unstated` is the kind that says nothing. */
async function readCandidates(database: Db, collection: string, unstated: string): Promise<Candidate[]> {
  const fields = { name: 1, aliases: 1, kind: 1, country: 1, point: 1, 'counts.articles': 1 };
  const candidates: Candidate[] = [];
  for await (const thing of database.collection<StoredThing>(collection).find({}, { projection: fields })) {
    const { _id: id, name, aliases, kind, country, point, counts } = thing;
    candidates.push({
      id,
      name,
      folded: [...new Set([name, ...aliases].map(foldName))],
      kind: kind === unstated ? undefined : kind,
      country,
      point: point?.coordinates,
      articles: counts.articles,
    });
  }
  return candidates.sort((a, b) => b.articles - a.articles || byCodeUnits(a.id, b.id));
}

function foldName(name: string): string {
  return foldedTokens(name).trim() || collationKey(name);
}

function* sameNames(type: Duplicate['type'], candidates: readonly Candidate[]): Generator<Duplicate> {
  const byName = new Map<string, Candidate[]>();
  for (const from of candidates) {
    for (const name of from.folded) {
      const others = byName.get(name) ?? [];
      const into = others.slice(0, maxCompared).find((other) => !differ(from, other));
      if (into) yield duplicateOf(type, from, into, `both are called ${JSON.stringify(name)}`);
      byName.set(name, others);
      others.push(from);
    }
  }
}

function* nearPlaces(candidates: readonly Candidate[]): Generator<Duplicate> {
  const grid = createPlaceGrid<Candidate>(nearKm);
  for (const from of candidates) {
    if (!from.point) continue;
    for (const into of grid.around(from.point, maxCompared)) {
      if (from.kind === undefined || from.kind !== into.kind || differ(from, into)) continue;
      if (kilometresBetween(from.point, into.point as Point) > nearKm) continue;
      const words = commonWords(from, into);
      if (words) yield duplicateOf('Location', from, into, words);
    }
    grid.add(from.point, from);
  }
}

/** Whether anything speaks against their being one. */
function differ(a: Candidate, b: Candidate): boolean {
  if (a.kind && b.kind && a.kind !== b.kind) return true;
  if (a.country && b.country && a.country !== b.country) return true;
  if (!a.point || !b.point) return false;
  const isWide = wideKinds.has(a.kind ?? b.kind ?? '');
  return kilometresBetween(a.point, b.point) > (isWide ? wideKm : nearKm);
}

/** Says that all words of one name are in the other; undefined where that is not so, or they are the same name. */
function commonWords(a: Candidate, b: Candidate): string | undefined {
  for (const one of a.folded) {
    for (const other of b.folded) {
      if (one === other) return undefined;
      const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
      const words = new Set(longer.split(' '));
      if (/.{4}/u.test(shorter) && shorter.split(' ').every((word) => words.has(word))) {
        return `the words of ${JSON.stringify(shorter)} are in ${JSON.stringify(longer)}`;
      }
    }
  }
  return undefined;
}

function duplicateOf(type: Duplicate['type'], from: Candidate, into: Candidate, reason: string): Duplicate {
  const reasons = [reason];
  if (from.kind && from.kind === into.kind) reasons.push(`both are of the kind ${from.kind}`);
  if (from.country && from.country === into.country) reasons.push(`both belong to ${from.country}`);
  if (from.point && into.point) {
    reasons.push(`their points are ${kilometresBetween(from.point, into.point).toFixed(1)} km apart`);
  }
  return { type, from: from.id, into: into.id, names: [from.name, into.name], reasons };
}

/** Each pair once, with the reasons of all. */
function distinct(duplicates: Iterable<Duplicate>): Duplicate[] {
  const pairs = new Map<string, Duplicate>();
  for (const duplicate of duplicates) {
    const key = `${duplicate.from} ${duplicate.into}`;
    const pair = pairs.get(key);
    if (pair) pair.reasons = [...new Set([...pair.reasons, ...duplicate.reasons])];
    else pairs.set(key, duplicate);
  }
  return [...pairs.values()].sort((a, b) => byCodeUnits(a.from, b.from) || byCodeUnits(a.into, b.into));
}
