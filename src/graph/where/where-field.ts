import type { Document } from 'mongodb';
import type { NodeType } from '../node-id.ts';
import type { Relation } from '../relation.ts';

/** What a field of a `Where` input is, and where it lies in a stored document, or in an element of one of its lists. */
export type WhereField =
  /** A slug. `of` is the type that it is an id of. */
  | { kind: 'id'; of: NodeType; path: string }
  /** A value that compares as it is stored: an enum value, a code, a number, a day, yes or no. */
  | { kind: 'value'; path: string }
  /** A string, and its copy without case and accents. */
  | { kind: 'string'; path: string; folded: string }
  /**
   * A date span. `months` lists the months that it touches, or says `long`; `start` is its start, or '' where it is open.
   */
  | { kind: 'span'; path: string; months?: string; start?: string }
  | { kind: 'quantity'; path: string }
  /** A list of values. */
  | { kind: 'values'; path: string }
  /** A list of strings, stored beside as `{ text, folded }`. */
  | { kind: 'strings'; path: string }
  /** A list of objects, with the fields of their own `Where`. */
  | { kind: 'parts'; path: string; fields: Readonly<Record<string, WhereField>> }
  /** Another thing, or other things. */
  | { kind: 'relation'; relation: Relation }
  /** A place's slug and those of all that it lies in. */
  | { kind: 'within'; path: string }
  /** Areas of the earth, asked of a GeoJSON point. */
  | { kind: 'near' | 'box' | 'polygon'; path: string }
  /** Lists of entries, one an actor, made of the things of another type that a join finds. */
  | {
      kind: 'stances';
      local: string;
      foreign: string;
      fields: Readonly<Record<string, WhereField>>;
      /** For each list: where those found hold its actors, and the stages that make entries of them. */
      lists: Readonly<Record<string, { actors: string; entries: readonly Document[] }>>;
    }
  /**
   * Full text: the index words, each `mark:stem`, of which those count that have a weight; and all tokens as they stand, a
   * line a text, of which with `firstLine` the first one counts.
   */
  | { kind: 'text'; words: string; plain: string; firstLine?: true; weights: WordWeights };

/** How much a word counts for relevance, by the mark of where it stands. */
export type WordWeights = Readonly<Record<string, number>>;
