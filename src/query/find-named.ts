import type { Document } from 'mongodb';
import type { StoreReader } from '../store/store-reader.ts';
import type { TypedName } from '../text/match-name.ts';
import type { Entities } from './entity.ts';
import {
  allWordsLookup,
  firstLettersLookup,
  nearLookup,
  startLookup,
  wholeLookup,
  wordLookups,
} from './name-lookup.ts';
import { type NodeType, nodeTypes } from './node-id.ts';

/** A node that was found by its name. */
export interface Named {
  _id: string;
  type: NodeType;
  /** Its name or title, then its aliases. */
  names: string[];
  /** The number of incidents that name it; of an incident, the number of articles. */
  count: number;
}

/** The stored paths of a type's names, and how many nodes of it a lookup reads. */
interface NamedType {
  name: string;
  aliases?: string;
  count: string;
  /** The max number of nodes to read for a lookup. Of more, the first by their keys are read. */
  maxRead: number;
  /** The max number of nodes to compare with a text if errors are forgiven. */
  maxNear: number;
}

/** Titles are many, and alike. */
const titled = { name: 'title', maxRead: 200, maxNear: 100 };
const withAliases = { name: 'name', aliases: 'aliases', count: 'counts.incidents', maxRead: 500, maxNear: 200 };

const named: Partial<Record<NodeType, NamedType>> = {
  Incident: { ...titled, count: 'counts.articles' },
  Actor: withAliases,
  Location: withAliases,
  Article: { ...titled, count: 'counts.incidents' },
};

/** The types whose nodes have names or titles. */
export const namedTypes = nodeTypes.filter((type) => named[type] !== undefined);

/** In so few letters, so many names begin alike that those are read which most incidents name. */
const fewLetters = 2;
const maxFrequent = 1000;

interface Source {
  entities: Entities;
  store: Pick<StoreReader, 'aggregate'>;
}

/**
 * Returns the nodes that fit a text without errors: for each way to fit, up to `size` nodes of each type with the
 * highest counts, and some more. Costs one command.
 */
export function findFitting(
  source: Source,
  types: readonly NodeType[],
  typed: TypedName,
  size: number,
): Promise<Named[]> {
  const isShorter = (max: number) => typed.variants.every(({ letters }) => letters.length <= max);
  return find(source, types, (each) => {
    const sort = { $sort: { [each.count]: -1, _id: -1 } };
    const limit = { $limit: size + spare };
    const read = (lookup: Document) => [{ $match: lookup }, { $limit: each.maxRead }, sort, limit];
    const lookups = [wholeLookup(typed), startLookup(typed), ...(isShorter(1) ? [] : wordLookups(typed))].map(read);
    if (!isShorter(fewLetters) || each.aliases === undefined) return lookups;
    return [...lookups, [sort, { $limit: maxFrequent }, { $match: startLookup(typed) }, limit]];
  });
}

/**
 * Returns the nodes of which a name or alias is one of the texts, without regard to case, accents and articles, with the
 * fields of `projection` and their `type`; up to 2,000 of each type, and some others whose long names begin alike. Costs one command.
 */
export function findWhole<T extends Document>(
  { entities, store }: Source,
  types: readonly NodeType[],
  texts: readonly TypedName[],
  projection: Document,
): Promise<T[]> {
  const whole = wholeLookup({ words: [], sought: [], variants: texts.flatMap(({ variants }) => variants) });
  const [leading, ...others] = types.map((type) => ({
    coll: entities[type].collection,
    pipeline: [{ $match: whole }, { $limit: maxWhole }, { $project: { ...projection, type: { $literal: type } } }],
  }));
  if (!leading) return Promise.resolve([]);
  return store.aggregate<T>(leading.coll, [...leading.pipeline, ...others.map((other) => ({ $unionWith: other }))]);
}

const maxWhole = 2000;

/** Among nodes with equal counts, names come before aliases. */
const spare = 40;

/** Returns nodes that may fit one of the texts with errors, and others that do not. Costs one command. */
export function findNear(source: Source, types: readonly NodeType[], texts: readonly TypedName[]): Promise<Named[]> {
  return find(source, types, (each) =>
    texts.flatMap((typed) => {
      const lookups = [nearLookup(typed), each.aliases === undefined ? undefined : firstLettersLookup(typed)];
      return lookups.flatMap((lookup) => (lookup ? [[{ $match: lookup }, { $limit: each.maxNear }]] : []));
    }),
  );
}

/** Returns nodes with a name that has a word of each list, or one that begins so. Costs one command. */
export function findWithWords(
  source: Source,
  types: readonly NodeType[],
  words: readonly (readonly string[])[],
): Promise<Named[]> {
  return find(source, types, (each) => [[{ $match: allWordsLookup(words) }, { $limit: each.maxNear }]]);
}

async function find(
  { entities, store }: Source,
  types: readonly NodeType[],
  lookupsOf: (type: NamedType) => Document[][],
): Promise<Named[]> {
  const [leading, ...others] = types.flatMap((type) => {
    const each = named[type];
    if (!each) return [];
    const { name, aliases, count } = each;
    const names = aliases === undefined ? [`$${name}`] : { $concatArrays: [[`$${name}`], `$${aliases}`] };
    const project = { $project: { type: { $literal: type }, names, count: `$${count}` } };
    return lookupsOf(each).map((stages) => ({ coll: entities[type].collection, pipeline: [...stages, project] }));
  });
  if (leading === undefined) return [];
  const unions = others.map((other) => ({ $unionWith: other }));
  return store.aggregate<Named>(leading.coll, [...leading.pipeline, ...unions]);
}
