import type { Document } from 'mongodb';
import type { TextQuery } from '../text/parse-text.ts';
import { all, type Condition, test } from './where/condition.ts';
import {
  marked,
  meetsBeyondWords,
  relevanceExpression,
  type TextField,
  textCondition,
  wordsOf,
} from './where/text-condition.ts';

/*
 * A search reads in two rounds. The first reads only the few documents that can have a high score, because the words
 * are in their titles or names. If those fill the page, the many documents that have the words only in their texts are
 * not read at all.
 */

/**
 * Returns the min score of the hits to read in the first round; undefined if it would read as much as the second. With
 * `maxScore`, that of a cursor, hits with higher scores are not on the page.
 */
export function firstMinScore(
  fields: readonly TextField[],
  query: TextQuery,
  maxScore = Number.POSITIVE_INFINITY,
): number | undefined {
  const words = wordsOf([query]).length;
  const tops = fields.flatMap((field) => (commonScore(field, query) === undefined ? weightsOf(field).top : []));
  if (words === 0 || tops.length === 0) return undefined;
  const common = Math.max(0, ...fields.map((field) => commonScore(field, query) ?? 0));
  // All words in titles and names; or behind those, but before, or among, the many hits that have one score.
  const minScores = [words * Math.min(...tops), common + 1, common].filter((minScore) => minScore <= maxScore);
  return minScores.find((minScore) => fields.some((field) => isNarrowed(field, words, minScore)));
}

/** Whether `matchFrom` leaves hits out. */
function isNarrowed(field: TextField, words: number, minScore: number): boolean {
  const { top, sum } = weightsOf(field);
  return words * sum < minScore || (top < sum && words * (sum - top) < minScore);
}

/**
 * Returns a condition for hits that is met by all with at least this score; null if no hit can have it. The condition
 * requires that all words, or any, are in the field with the highest weight, if hits in which they are not have lower
 * scores.
 */
export function matchFrom(field: TextField, query: TextQuery, minScore: number): Condition | null {
  const words = wordsOf([query]);
  const { mark, top, sum } = weightsOf(field);
  if (words.length * sum < minScore) return null;
  const matches = textCondition(field, query);
  if (top === sum) return matches;
  if (words.length * sum - top < minScore) {
    const inTop = words.map((stems) => test(field.words, 'in', marked({ [mark]: top }, stems)));
    const beyond = query.include.flatMap((term) => meetsBeyondWords(field, term));
    return all([...inTop, ...beyond, textCondition(field, { ...query, include: [] })]);
  }
  if (words.length * (sum - top) >= minScore) return matches;
  return all([matches, test(field.words, 'in', marked({ [mark]: top }, words.flat()))]);
}

/** Returns the score of all hits, which have all words; undefined if it depends on the fields that they are in. */
export function commonScore(field: TextField, query: TextQuery): number | undefined {
  const { top, sum } = weightsOf(field);
  const words = wordsOf([query]).length;
  return words === 0 || top === sum ? words * top : undefined;
}

/** Returns an expression for the score of a hit. */
export function scoreOf(field: TextField, query: TextQuery): Document {
  const score = commonScore(field, query);
  return score === undefined ? relevanceExpression(field, [query]) : { $literal: score };
}

/** The documents that can have a high relevance: all with at least `min` meet the condition. */
export interface Best {
  min: number;
  condition: Condition;
}

/**
 * Returns the best documents by relevance, whether or not these texts must match. Undefined if all have the same
 * weights.
 */
export function bestByRelevance(field: TextField, queries: readonly TextQuery[]): Best | undefined {
  const words = wordsOf(queries);
  const { mark, top, sum } = weightsOf(field);
  if (words.length === 0 || top === sum) return undefined;
  const min = words.length * top;
  const inTop = (stems: readonly string[]) => test(field.words, 'in', marked({ [mark]: top }, stems));
  if (words.length * sum - top < min) return { min, condition: all(words.map(inTop)) };
  return words.length * (sum - top) < min ? { min, condition: inTop(words.flat()) } : undefined;
}

/** The mark with the highest weight, that weight, and the sum of all, which is the max score of a word. */
function weightsOf({ weights }: TextField): { mark: string; top: number; sum: number } {
  const [mark, top] = Object.entries(weights).reduce((best, other) => (other[1] > best[1] ? other : best));
  return { mark, top, sum: Object.values(weights).reduce((sum, weight) => sum + weight, 0) };
}
