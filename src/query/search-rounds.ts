import type { Document } from 'mongodb';
import type { TextQuery } from '../text/parse-text.ts';
import { all, type Condition, test } from './where/condition.ts';
import {
  meetsBeyondWords,
  relevanceExpression,
  type SoughtWord,
  type TextField,
  textCondition,
  weightsOfMarks,
  withMarks,
} from './where/text-condition.ts';

/*
 * A search reads in rounds. The first reads only the few documents that can have a high score, because the words are in
 * short titles or names. Later rounds read more, and the last all. A round that fills the page is the last one: what was
 * not read has a lower score.
 */

/** The rarity, in tenths, of words that fewer than a fiftieth of at most 50,000 counted nodes have. */
const rare = 40;

/** What documents with a high score have: of each word, and of any word, one of the marks. */
interface Needed {
  /** Undefined where a word may be missing. */
  ofEach: readonly (readonly string[] | undefined)[];
  ofAny: readonly string[];
}

/**
 * Returns the lowest score of each round, highest first, ending with 0: the scores of documents that have all words in the
 * field with the highest weight, at each level. Those above `maxScore`, as hits behind cursors are, are left out. With a
 * rare word, there are so few hits that one round reads all.
 */
export function minScores(
  fields: readonly TextField[],
  words: readonly SoughtWord[],
  maxScore = Number.POSITIVE_INFINITY,
): number[] {
  if (words.length === 0 || words.some(({ rarity }) => rarity >= rare)) return [0];
  const highest = fields.map(weightsOfMarks).reduce((best, other) => (topOf(other) > topOf(best) ? other : best), []);
  const levels = highest.filter(({ mark }) => mark[0] === highest.at(-1)?.mark[0]).map(({ weight }) => weight);
  const scores = levels.reverse().map((weight) => weight * sumOfRarities(words));
  return [...scores.filter((score) => score <= maxScore), 0];
}

/**
 * Returns a condition for hits that is met by all with at least this score; null if no hit can have it.
 */
export function matchFrom(
  field: TextField,
  query: TextQuery,
  words: readonly SoughtWord[],
  minScore: number,
): Condition | null {
  if (minScore === 0) return textCondition(field, query);
  const needed = neededFor(field, words, minScore);
  if (!needed) return null;
  const anyMark = weightsOfMarks(field).map(({ mark }) => mark);
  return all([
    ...words.map(({ stems }, index) => occurs(field, needed.ofEach[index] ?? anyMark, stems)),
    ...anyOccurs(field, words, needed),
    ...query.include.flatMap((term) => meetsBeyondWords(field, term)),
    textCondition(field, { ...query, include: [] }),
  ]);
}

/** Returns an expression for the score of a hit that meets the condition of `matchFrom`. */
export function scoreOf(field: TextField, words: readonly SoughtWord[], minScore: number): Document {
  if (words.length === 0) return { $literal: 0 };
  return minScore === maxScoreOf(field, words) ? { $literal: minScore } : relevanceExpression(field, words);
}

/** The documents that can have a high relevance: all with at least `min` meet the condition. */
export interface Best {
  min: number;
  condition: Condition;
  /** True if `min` is the highest possible relevance: all that meet the condition have it. */
  isHighest: boolean;
}

/** Returns the best documents by relevance, whether or not these words must occur: the fewest first. */
export function bestByRelevance(field: TextField, words: readonly SoughtWord[]): Best[] {
  return minScores([field], words).flatMap((min) => {
    const needed = min > 0 && neededFor(field, words, min);
    if (!needed) return [];
    const ofEach = words.flatMap(({ stems }, index) => {
      const marks = needed.ofEach[index];
      return marks ? [occurs(field, marks, stems)] : [];
    });
    const condition = all([...ofEach, ...anyOccurs(field, words, needed)]);
    return [{ min, condition, isHighest: min === maxScoreOf(field, words) }];
  });
}

/**
 * Returns what documents with at least this score have; null if there are none. However strong all other words are, a word
 * must make up for the rest; and if all were weaker than the mean, so would be their sum.
 */
function neededFor(field: TextField, words: readonly SoughtWord[], minScore: number): Needed | null {
  if (minScore > maxScoreOf(field, words)) return null;
  const sum = sumOfRarities(words);
  const top = topOf(weightsOfMarks(field));
  const marksFrom = (min: number) =>
    weightsOfMarks(field)
      .filter(({ weight }) => weight >= min)
      .map(({ mark }) => mark);
  return {
    ofEach: words.map(({ rarity }) => {
      const rest = minScore - (sum - rarity) * top;
      return rest > 0 ? marksFrom(rest / rarity) : undefined;
    }),
    ofAny: marksFrom(minScore / sum),
  };
}

function occurs(field: TextField, marks: readonly string[], stems: readonly string[]): Condition {
  return test(field.words, 'in', withMarks(marks, stems));
}

/** One word is in `ofEach` already. */
function anyOccurs(field: TextField, words: readonly SoughtWord[], { ofAny }: Needed): Condition[] {
  return words.length === 1 ? [] : [occurs(field, ofAny, [...new Set(words.flatMap(({ stems }) => stems))])];
}

/** The score of documents that have all words in the field with the highest weight, at the highest level. */
function maxScoreOf(field: TextField, words: readonly SoughtWord[]): number {
  return sumOfRarities(words) * topOf(weightsOfMarks(field));
}

function sumOfRarities(words: readonly SoughtWord[]): number {
  return words.reduce((sum, { rarity }) => sum + rarity, 0);
}

/** The highest weight. Marks are ordered by weight. */
function topOf(marks: readonly { weight: number }[]): number {
  return marks.at(-1)?.weight ?? 0;
}
