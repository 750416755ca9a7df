import type { Db } from 'mongodb';
import { areaKinds } from '../../entities/location/area-kinds.ts';
import type { LocationKind } from '../../generated/schema.ts';
import type { MergedType } from '../../query/merges.ts';
import { byCodeUnits } from '../../text/compare.ts';
import { foldText } from '../../text/fold-text.ts';
import { foldedTokens } from '../../text/words.ts';
import { createPlaceGrid, kilometresBetween, type Point } from './place-grid.ts';

/** Two incidents, actors or locations that may be the same. */
export interface Duplicate {
  type: MergedType;
  /** The id of the one that fewer articles name; in a tie, the greater id. */
  from: string;
  into: string;
  names: [from: string, into: string];
  /** The reasons why they may be the same, such as `both are called "tehran"`. */
  reasons: string[];
}

/** The fields of an entity that are compared. */
interface Candidate {
  id: string;
  name: string;
  /** Name and aliases without case, accents and punctuation. */
  folded: string[];
  kind: string | undefined;
  country: string | undefined;
  point: Point | undefined;
  /** The addresses of `sameAs`, as `foldAddress` returns them. */
  addresses: string[];
  articles: number;
}

interface StoredEntity {
  _id: string;
  name: string;
  aliases: string[];
  kind: string;
  country?: string;
  point?: { coordinates: Point };
  sameAs: { text: string }[];
  counts: { articles: number };
}

interface StoredIncident extends Pick<StoredEntity, '_id' | 'sameAs' | 'counts'> {
  title: string;
}

/** The maximum number of others with which an entity is compared, per name and per grid cell. */
const maxCompared = 50;
/** The maximum distance of the points of one place, in kilometres. Sources place large ones differently. */
const nearKm = 5;
const wideKm = 100;

/**
 * Returns the pairs of incidents, actors and locations that may be the same: first those with an address in `sameAs` in
 * common, then the others, each sorted by type and ids. The others share a name or alias, compared without case, accents
 * and punctuation. Kind, country and position must agree where both are known. Nearby locations of one kind need no
 * common name if one name contains all words of the other. Incidents are compared by their addresses only.
 *
 * Costs three commands. Each entity is compared with at most 50 others per name and per grid cell, so the work is linear.
 * If many entities share a name, each is paired with one that more articles name.
 */
export async function findDuplicates(database: Db): Promise<Duplicate[]> {
  const actors = await readCandidates(database, 'actors', 'UNIDENTIFIED');
  const places = await readCandidates(database, 'locations', 'OTHER');
  const incidents = await readIncidents(database);
  const found = [
    byCertainty(sameAddresses('Actor', actors), sameNames('Actor', actors)),
    byCertainty(sameAddresses('Incident', incidents), []),
    byCertainty(sameAddresses('Location', places), [...sameNames('Location', places), ...nearPlaces(places)]),
  ];
  return [...found.flatMap(({ certain }) => certain), ...found.flatMap(({ likely }) => likely)];
}

/** Divides the pairs into those with an address in common, with all their reasons, and the others. */
function byCertainty(certain: Iterable<Duplicate>, likely: Iterable<Duplicate>) {
  const sure = [...certain];
  const keys = new Set(sure.map(pairKey));
  const pairs = distinct([...sure, ...likely]);
  return {
    certain: pairs.filter((pair) => keys.has(pairKey(pair))),
    likely: pairs.filter((pair) => !keys.has(pairKey(pair))),
  };
}

function pairKey({ from, into }: Duplicate): string {
  return `${from} ${into}`;
}

/** Reads the incidents that have addresses, with those that most articles name first. */
async function readIncidents(database: Db): Promise<Candidate[]> {
  const projection = { title: 1, sameAs: 1, 'counts.articles': 1 };
  const candidates: Candidate[] = [];
  const found = database
    .collection<StoredIncident>('incidents')
    .find({ 'sameAs.0': { $exists: true } }, { projection });
  for await (const { _id: id, title, sameAs, counts } of found) {
    const unknown = { kind: undefined, country: undefined, point: undefined };
    const addresses = foldedAddresses(sameAs);
    candidates.push({ id, name: title, folded: [], addresses, ...unknown, articles: counts.articles });
  }
  return candidates.sort(mostNamedFirst);
}

/**
 * Reads the actors or locations, with those that most articles name first: the first of a pair survives. `unstated` is
 * the kind that stands for an unknown one.
 */
async function readCandidates(database: Db, collection: string, unstated: string): Promise<Candidate[]> {
  const fields = { name: 1, aliases: 1, sameAs: 1, kind: 1, country: 1, point: 1, 'counts.articles': 1 };
  const candidates: Candidate[] = [];
  for await (const entity of database.collection<StoredEntity>(collection).find({}, { projection: fields })) {
    const { _id: id, name, aliases, sameAs, kind, country, point, counts } = entity;
    candidates.push({
      id,
      name,
      folded: [...new Set([name, ...aliases].map(foldName))],
      addresses: foldedAddresses(sameAs),
      kind: kind === unstated ? undefined : kind,
      country,
      point: point?.coordinates,
      articles: counts.articles,
    });
  }
  return candidates.sort(mostNamedFirst);
}

function mostNamedFirst(a: Candidate, b: Candidate): number {
  return b.articles - a.articles || byCodeUnits(a.id, b.id);
}

function foldedAddresses(sameAs: StoredEntity['sameAs']): string[] {
  return [...new Set(sameAs.map(({ text }) => foldAddress(text)))];
}

/** Returns an address without its scheme, `www.` and a slash at the end. */
function foldAddress(address: string): string {
  const { host, pathname, search, hash } = new URL(address);
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${search}${hash}`;
}

function foldName(name: string): string {
  return foldedTokens(name).trim() || foldText(name);
}

/** Pairs each candidate with the first one that has the same address. */
function* sameAddresses(type: Duplicate['type'], candidates: readonly Candidate[]): Generator<Duplicate> {
  const byAddress = new Map<string, Candidate>();
  for (const from of candidates) {
    for (const address of from.addresses) {
      const into = byAddress.get(address);
      if (into) yield duplicateOf(type, from, into, `both are the same as ${address}`);
      else byAddress.set(address, from);
    }
  }
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

/** Returns whether kind, country or position rule out that two candidates are the same. */
function differ(a: Candidate, b: Candidate): boolean {
  if (a.kind && b.kind && a.kind !== b.kind) return true;
  if (a.country && b.country && a.country !== b.country) return true;
  if (!a.point || !b.point) return false;
  const isWide = areaKinds.has((a.kind ?? b.kind) as LocationKind);
  return kilometresBetween(a.point, b.point) > (isWide ? wideKm : nearKm);
}

/**
 * Returns the reason that one name contains all words of the other; undefined if it does not, or if they share a name.
 */
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
  if (from.kind && from.kind === into.kind) reasons.push(`both are of kind ${from.kind}`);
  if (from.country && from.country === into.country) reasons.push(`both belong to ${from.country}`);
  if (from.point && into.point) {
    reasons.push(`their points are ${kilometresBetween(from.point, into.point).toFixed(1)} km apart`);
  }
  return { type, from: from.id, into: into.id, names: [from.name, into.name], reasons };
}

/** Unites equal pairs and their reasons, and sorts the pairs by ids. */
function distinct(duplicates: Iterable<Duplicate>): Duplicate[] {
  const pairs = new Map<string, Duplicate>();
  for (const duplicate of duplicates) {
    const key = pairKey(duplicate);
    const pair = pairs.get(key);
    if (pair) pair.reasons = [...new Set([...pair.reasons, ...duplicate.reasons])];
    else pairs.set(key, duplicate);
  }
  return [...pairs.values()].sort((a, b) => byCodeUnits(a.from, b.from) || byCodeUnits(a.into, b.into));
}
