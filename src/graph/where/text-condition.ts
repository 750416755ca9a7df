import type { Document } from 'mongodb';
import type { Term, TextQuery } from '../../text/parse-text.ts';
import { all, type Condition, not, test } from './condition.ts';
import type { WhereField, WordWeights } from './where-field.ts';

type TextField = Extract<WhereField, { kind: 'text' }>;

/** All words, all phrases, and none of what is excluded; the index words decide first, and the tokens on phrases. */
export function textCondition(field: TextField, { include, exclude }: TextQuery): Condition {
  return all([...include.map((term) => meets(field, term)), ...exclude.map((term) => not(meets(field, term)))]);
}

function meets({ words, plain, firstLine, weights }: TextField, { words: stems, phrase }: Term): Condition {
  return all([
    ...stems.map((candidates) => test(words, 'in', marked(weights, candidates))),
    ...(phrase === undefined ? [] : [test(plain, firstLine ? 'firstLineContains' : 'contains', phrase)]),
  ]);
}

/** How well a document answers texts: for each word the weights of all the places where it stands. */
export function relevanceExpression({ words, weights }: TextField, queries: readonly TextQuery[]): Document {
  const stems = queries.flatMap(({ include }) => include.flatMap((term) => term.words));
  return {
    $add: stems.flatMap((candidates) =>
      Object.entries(weights).map(([mark, weight]) => ({
        $cond: [{ $or: candidates.map((stem) => ({ $in: [`${mark}:${stem}`, `$${words}`] })) }, weight, 0],
      })),
    ),
  };
}

function marked(weights: WordWeights, stems: readonly string[]): string[] {
  return Object.keys(weights).flatMap((mark) => stems.map((stem) => `${mark}:${stem}`));
}
