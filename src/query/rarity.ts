import type { Document } from 'mongodb';
import { badUserInput } from '../errors/bad-user-input.ts';
import type { StoreReader } from '../store/store-reader.ts';
import { plainFilter } from './where/compile-filter.ts';
import { test } from './where/condition.ts';
import { indexWords, type SoughtWord, type TextField } from './where/text-condition.ts';

/** The texts of a type. */
export interface SearchedType {
  collection: string;
  field: TextField;
}

/** The max number of words of a search whose occurrences are counted. */
const maxWords = 8;
/** The number of nodes of a type up to which they are counted, which limits what counting costs. */
const maxCount = 10_000;
/** The rarity of a word in about a third of all nodes, in tenths. */
const common = 10;
const maxRarity = 200;

/**
 * Returns the rarity of each word among the nodes of these types, in tenths: the inverse document frequency of BM25
 * (Robertson and Zaragoza 2009, section 3.2, with the addition of 1 that keeps it positive). Of each type at most 10,000
 * nodes are counted. Words after the eighth are common. One word is too, as its rarity decides nothing. Costs one command,
 * none for one word; the counts are reused until something is written.
 */
export async function countRarities(
  store: StoreReader,
  types: readonly SearchedType[],
  words: readonly (readonly string[])[],
): Promise<number[]> {
  const counted = words.slice(0, maxWords);
  const [leading, ...others] = types.flatMap(({ collection, field }) =>
    [undefined, ...counted].map((stems, index) => ({ coll: collection, pipeline: countStages(field, index, stems) })),
  );
  if (words.length < 2 || !leading) return words.map(() => common);
  const rows = await store.aggregateCached(leading.coll, [
    ...leading.pipeline,
    ...others.map((other) => ({ $unionWith: other })),
    { $group: { _id: '$index', count: { $sum: '$n' } } },
  ]);
  const counts = new Map(rows.map(({ _id, count }) => [_id, count]));
  return words.map((_, index) =>
    index < maxWords ? rarityOf(counts.get(index + 1) ?? 0, counts.get(0) ?? 0) : common,
  );
}

/** Counts the nodes that have the stems; all nodes without stems. */
function countStages(field: TextField, index: number, stems: readonly string[] | undefined): Document[] {
  return [
    ...(stems ? [{ $match: plainFilter(test(field.words, 'in', indexWords(field, stems))) }] : []),
    { $limit: maxCount },
    { $count: 'n' },
    { $set: { index: { $literal: index } } },
  ];
}

function rarityOf(count: number, total: number): number {
  const frequency = Math.log(1 + (Math.max(total - count, 0) + 0.5) / (count + 0.5));
  return Math.min(Math.max(1, Math.round(10 * frequency)), maxRarity);
}

/** Parses the rarities in a cursor. Throws if a client changed them. */
export function parseRarities(text: unknown, wordCount: number, cursor: string | null | undefined): number[] {
  const rarities = String(text).split(' ').filter(Boolean).map(Number);
  const isRarity = (rarity: number) => Number.isInteger(rarity) && rarity >= 1 && rarity <= maxRarity;
  if (rarities.length === wordCount && rarities.every(isRarity)) return rarities;
  throw badUserInput('after', 'a cursor that this list returned', cursor);
}

/** Returns a text for cursors. */
export function formatRarities(words: readonly SoughtWord[]): string {
  return words.map(({ rarity }) => rarity).join(' ');
}
