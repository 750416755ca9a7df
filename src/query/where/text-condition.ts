import type { Document } from 'mongodb';
import type { Term, TextQuery } from '../../text/parse-text.ts';
import type { WhereField, WordWeights } from '../relation.ts';
import { all, any, type Condition, not, test } from './condition.ts';

export type TextField = Extract<WhereField, { kind: 'text' }>;

/**
 * Requires all words and phrases, and none of the excluded ones. Index words are tested first, then tokens for phrases.
 */
export function textCondition(field: TextField, { include, exclude }: TextQuery): Condition {
  return all([...include.map((term) => meets(field, term)), ...exclude.map((term) => not(meets(field, term)))]);
}

function meets(field: TextField, term: Term): Condition {
  const { words, weights } = field;
  return all([
    ...candidatesOf(term).map((candidates) => test(words, 'in', marked(weights, candidates))),
    ...meetsBeyondWords(field, term),
  ]);
}

/** Returns what a term requires besides one of the candidates of each word. */
export function meetsBeyondWords(field: TextField, { words, phrase, instead }: Term): Condition[] {
  if (phrase !== undefined) return [contains(field, phrase)];
  if (!instead || instead.phrases.length === 0) return [];
  const stemsIn = (stems: readonly string[]) => test(field.words, 'in', marked(field.weights, stems));
  return [
    any([
      stemsIn([...words.flat(), ...instead.stems]),
      ...instead.phrases.map((each) => all([...each.words.map(stemsIn), contains(field, each.beginning)])),
    ]),
  ];
}

function contains({ plain, firstLine }: TextField, phrase: string): Condition {
  return test(plain, firstLine ? 'firstLineContains' : 'contains', phrase);
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
  return queries.flatMap(({ include }) => include.flatMap(candidatesOf));
}

/** Returns the candidate stems of each word of a term. For a phrase instead of a word, one of its words is a candidate. */
function candidatesOf({ words, instead }: Term): string[][] {
  if (!instead) return words;
  const leads = instead.phrases.flatMap((phrase) => phrase.words[0] ?? []);
  return words.map((stems) => [...new Set([...stems, ...instead.stems, ...leads])]);
}

/** Returns the index words of the stems, one with each mark. */
export function marked(weights: WordWeights, stems: readonly string[]): string[] {
  return Object.keys(weights).flatMap((mark) => stems.map((stem) => `${mark}:${stem}`));
}
