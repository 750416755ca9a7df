import type { Document } from 'mongodb';
import type { Term, TextQuery } from '../../text/parse-text.ts';
import type { WhereField, WordWeights } from '../relation.ts';
import { all, type Condition, not, test } from './condition.ts';

export type TextField = Extract<WhereField, { kind: 'text' }>;

/**
 * Requires all words and phrases, and none of the excluded ones. Index words are tested first, then tokens for phrases.
 */
export function textCondition(field: TextField, { include, exclude }: TextQuery): Condition {
  return all([...include.map((term) => meets(field, term)), ...exclude.map((term) => not(meets(field, term)))]);
}

function meets({ words, plain, firstLine, weights }: TextField, { words: stems, phrase }: Term): Condition {
  return all([
    ...stems.map((candidates) => test(words, 'in', marked(weights, candidates))),
    ...(phrase === undefined ? [] : [test(plain, firstLine ? 'firstLineContains' : 'contains', phrase)]),
  ]);
}

/**
 * Returns an expression for the relevance of a document: for each word, the sum of the weights of the marks it occurs
 * with.
 */
export function relevanceExpression({ words, weights }: TextField, queries: readonly TextQuery[]): Document {
  return {
    $add: wordsOf(queries).flatMap((candidates) =>
      Object.entries(weights).map(([mark, weight]) => ({
        $cond: [{ $or: candidates.map((stem) => ({ $in: [`${mark}:${stem}`, `$${words}`] })) }, weight, 0],
      })),
    ),
  };
}

/** Returns the candidate stems of each word that the texts include. */
export function wordsOf(queries: readonly TextQuery[]): string[][] {
  return queries.flatMap(({ include }) => include.flatMap((term) => term.words));
}

/** Returns the index words of the stems, one with each mark. */
export function marked(weights: WordWeights, stems: readonly string[]): string[] {
  return Object.keys(weights).flatMap((mark) => stems.map((stem) => `${mark}:${stem}`));
}
