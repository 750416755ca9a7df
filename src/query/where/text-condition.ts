import type { Document } from 'mongodb';
import { impactsByLevel } from '../../text/impact.ts';
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
  return all([
    ...candidatesOf(term).map((candidates) => test(field.words, 'in', indexWords(field, candidates))),
    ...meetsBeyondWords(field, term),
  ]);
}

/** Returns what a term requires besides one of the candidates of each word. */
export function meetsBeyondWords(field: TextField, { words, phrase, instead }: Term): Condition[] {
  if (phrase !== undefined) return [contains(field, phrase)];
  if (!instead || instead.phrases.length === 0) return [];
  const stemsIn = (stems: readonly string[]) => test(field.words, 'in', indexWords(field, stems));
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

/** A word of a search. */
export interface SoughtWord {
  /** The stems of which a document must have one. */
  stems: readonly string[];
  /** What an occurrence counts: more for rare words. */
  rarity: number;
}

/** Returns the words that the texts include, as if all were equally rare. */
export function equallyRare(queries: readonly TextQuery[]): SoughtWord[] {
  return wordsOf(queries).map((stems) => ({ stems, rarity: 1 }));
}

/**
 * Returns an expression for the relevance of a document: for each word, its rarity times the weight of the strongest mark
 * that it occurs with.
 */
export function relevanceExpression(field: TextField, sought: readonly SoughtWord[]): Document {
  const has = (mark: string, stems: readonly string[]) => ({
    $or: stems.map((stem) => ({ $in: [`${mark}:${stem}`, `$${field.words}`] })),
  });
  const strongest = ({ stems, rarity }: SoughtWord) =>
    weightsOfMarks(field).reduce<Document | number>(
      (weaker, { mark, weight }) => ({ $cond: [has(mark, stems), rarity * weight, weaker] }),
      0,
    );
  return { $add: sought.map(strongest) };
}

export interface WeightedMark {
  /** The mark of index words: the field's, with a level. */
  mark: string;
  /** The field's weight times the level's impact, in tenths. */
  weight: number;
}

const knownMarks = new WeakMap<WordWeights, readonly WeightedMark[]>();

/** Returns the marks of index words, weakest first. */
export function weightsOfMarks({ weights }: TextField): readonly WeightedMark[] {
  let marks = knownMarks.get(weights);
  if (!marks) {
    marks = Object.entries(weights)
      .flatMap(([field, weight]) =>
        Object.entries(impactsByLevel).map(([level, impact]) => ({
          mark: field + level,
          weight: weight * impact,
        })),
      )
      .sort((a, b) => a.weight - b.weight);
    knownMarks.set(weights, marks);
  }
  return marks;
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

/** Returns the index words of the stems, with all marks. */
export function indexWords(field: TextField, stems: readonly string[]): string[] {
  return withMarks(
    weightsOfMarks(field).map(({ mark }) => mark),
    stems,
  );
}

/** Returns the index words of the stems with these marks. */
export function withMarks(marks: readonly string[], stems: readonly string[]): string[] {
  return marks.flatMap((mark) => stems.map((stem) => `${mark}:${stem}`));
}
