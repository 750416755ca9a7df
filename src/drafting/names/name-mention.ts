import type { ActorKind, LocationKind } from '../../generated/schema.ts';
import type { Span } from '../../ingest/ground/sentences.ts';

/** What a name names. */
export interface NameMeaning {
  sort: 'actor' | 'place';
  kind: ActorKind | LocationKind | undefined;
  /** From 0 to 1: how sure it is that the words name an actor or a place. */
  certainty: number;
}

/** A name in a text, and what it names. */
export interface NameMention extends Span, NameMeaning {
  name: string;
  key: string;
  /** ISO 3166-1 alpha-2 of a country that is named. */
  country?: string;
  /** Whether the words are the demonym of the country, not its name. */
  isDemonym?: boolean;
}

/** The certainty from which a name is drafted. */
export const sure = 0.7;
