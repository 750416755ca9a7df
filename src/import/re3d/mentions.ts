import { findCountry } from '../countries.ts';
import { slugOf } from '../slug.ts';
import type { AnnotatedDocument, EntityAnnotation, RelationAnnotation } from './read-source.ts';

/** An actor or place that a document names, with all its mentions. */
export interface NamedThing {
  sort: 'actor' | 'place';
  /** The annotated type of its first mention. */
  type: string;
  name: string;
  aliases: string[];
  /** Whether it has a proper name, by which other documents may also name it. */
  isProper: boolean;
  /** The positions of its mentions, in text order. */
  mentions: { start: number; end: number }[];
}

/** A relation between two actors of a document. */
export interface NamedRelation {
  type: string;
  source: NamedThing;
  target: NamedThing;
  /** The words that express the relation. */
  value: string;
  start: number;
  end: number;
}

const sorts: Readonly<Record<string, NamedThing['sort']>> = {
  Person: 'actor',
  Organisation: 'actor',
  Location: 'place',
};

/** The relations that become affiliations. */
const kept = new Set(['BelongsTo', 'InChargeOf', 'AlliesOf', 'FightingAgainst']);

/** The confidence below which the annotators disagreed: half of those persons are words such as May and hope. */
const minConfidence = 0.5;

/**
 * Returns the actors and places of a document, and the relations between its actors. Mentions with the same name, or
 * annotated as synonyms, are merged; pronouns are ignored. An actor or place without a proper name (`the city`,
 * `mourners`) is left out, unless it is an actor in a relation.
 */
export function thingsOf(document: AnnotatedDocument): { things: NamedThing[]; relations: NamedRelation[] } {
  const sure = document.relations.filter(({ confidence }) => confidence >= minConfidence);
  const needed = new Set(sure.filter(({ type }) => kept.has(type) || type === 'IsSynonymOf').flatMap(endsOf));
  const groups = new Map<string, Mention[]>();
  const byPlace = new Map<string, Mention>();
  for (const entity of document.entities) {
    if (entity.confidence < minConfidence && !needed.has(`${entity.begin}-${entity.end}`)) continue;
    const mention = mentionOf(document.text, entity);
    if (!mention) continue;
    byPlace.set(`${entity.begin}-${entity.end}`, mention);
    const key = `${mention.sort} ${keyOf(mention.name)}`;
    groups.set(key, [...(groups.get(key) ?? []), mention]);
    mention.key = key;
  }
  for (const relation of sure) {
    if (relation.type === 'IsSynonymOf') unite(...(endsOf(relation).map((at) => byPlace.get(at)) as Ends));
  }
  const things = new Map([...groups].map(([key, mentions]) => [key, thingOf(mentions)] as const));
  const relations = sure.filter(({ type }) => kept.has(type)).flatMap(relationOf);
  const inRelations = new Set(relations.flatMap(({ source, target }) => [source, target]));
  return { things: [...things.values()].filter((thing) => thing.isProper || inRelations.has(thing)), relations };

  function unite(a: Mention | undefined, b: Mention | undefined): void {
    if (!a || !b || a.key === b.key || a.sort !== b.sort) return;
    const moved = groups.get(b.key) ?? [];
    groups.delete(b.key);
    groups.get(a.key)?.push(...moved);
    for (const mention of moved) mention.key = a.key;
  }

  function relationOf(relation: RelationAnnotation): NamedRelation[] {
    const [from, to] = endsOf(relation).map((at) => byPlace.get(at)) as Ends;
    const [source, target] = [things.get(from?.key ?? ''), things.get(to?.key ?? '')];
    if (!from || !to || !source || !target || source === target) return [];
    if (source.sort !== 'actor' || target.sort !== 'actor') return [];
    const isMutual = relation.type === 'AlliesOf' || relation.type === 'FightingAgainst';
    if (isMutual && !(source.isProper && target.isProper)) return [];
    const [start, end] = [Math.min(from.start, to.start), Math.max(from.end, to.end)];
    return [{ type: relation.type, source, target, value: relation.value, start, end }];
  }
}

interface Mention {
  sort: NamedThing['sort'];
  type: string;
  name: string;
  start: number;
  end: number;
  key: string;
}

type Ends = [Mention | undefined, Mention | undefined];

const pronoun =
  /^(?:I|me|my|you|your|he|him|his|she|her|hers|it|its|we|us|our|ours|they|them|their|theirs|this|that|these|those|here|there|who|whom|which|others?|each|both|all|some|many|one|s)$/i;

function mentionOf(text: string, entity: EntityAnnotation): Mention | undefined {
  const sort = sorts[entity.type];
  const start = startOf(text, entity);
  if (!sort || start === undefined) return undefined;
  const name = bare(entity.value);
  if (pronoun.test(name) || !/\p{L}/u.test(name)) return undefined;
  return { sort, type: entity.type, name, start, end: start + entity.value.length, key: '' };
}

/** Finds the start of a mention, because some offsets are wrong by a few characters. Undefined if it is not nearby. */
function startOf(text: string, { begin, value }: EntityAnnotation): number | undefined {
  if (text.startsWith(value, begin)) return begin;
  const near = text.slice(Math.max(0, begin - 20), begin + value.length + 20).indexOf(value);
  return near === -1 || value === '' ? undefined : Math.max(0, begin - 20) + near;
}

/** Returns a name without article, possessive and line breaks. */
function bare(value: string): string {
  return value
    .replace(/[\s\u200e\u200f]+/g, ' ')
    .replace(/^(?:the|an?) /i, '')
    .replace(/['’]s?$/, '')
    .trim();
}

function keyOf(name: string): string {
  return findCountry(name)?.id ?? slugOf(name);
}

/** Words that describe a person and are not part of a name. */
const role = /\b(?:of|for|commander|president|minister|spokes\w+|secretary|leader)\b/i;

/** Unites mentions. The name is a proper name rather than a role, then the most frequent one, then the longest. */
function thingOf(mentions: Mention[]): NamedThing {
  const { sort } = mentions[0] as Mention;
  const type = mostFrequent(mentions.map((mention) => mention.type));
  const rank = (name: string) => (isProperName(name) ? (type === 'Person' && role.test(name) ? 1 : 2) : 0);
  const counts = new Map<string, number>();
  for (const { name } of mentions) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [name = '', ...aliases] = [...counts]
    .sort(([a, inA], [b, inB]) => rank(b) - rank(a) || inB - inA || b.length - a.length || (a < b ? -1 : 1))
    .map(([each]) => each);
  const isProper = sort === 'place' ? isPlaceName(name) : isProperName(name);
  const inOrder = mentions.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start || a.end - b.end);
  return { sort, type, name, aliases, isProper, mentions: inOrder };
}

/** Of values that are equally frequent, the first. */
function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

/** Begins as a name does: `Iraqi security forces`, `134th Squadron`; but not `97 civilians`. */
function isProperName(name: string): boolean {
  return /^(?:\d+(?:st|nd|rd|th) )?(?:(?:al|an|ar|as|ad|el)-)?\p{Lu}/u.test(name);
}

/** Returns whether all of it is a name: `Deir ez Zor`, `northern Iraq`; but not `ISIL-held building`. */
function isPlaceName(name: string): boolean {
  const words = name.split(/[ ,]+/);
  const rest = /^(?:north|south|east|west|central)/.test(words[0] ?? '') ? words.slice(1) : words;
  if (rest.length === 0 || !/^(?:al-)?\p{Lu}/u.test(rest[0] ?? '')) return false;
  return (
    rest.every((word) =>
      /^(?:(?:al-)?\p{Lu}[\p{L}\p{M}.'’]*(?:-\p{L}+)?|of|the|al|ad|ar|as|az|ez|and|\d+)$/u.test(word),
    ) && !/-(?:held|led|based|controlled)\b/.test(name)
  );
}

function endsOf({ sourceBegin, sourceEnd, targetBegin, targetEnd }: RelationAnnotation): string[] {
  return [`${sourceBegin}-${sourceEnd}`, `${targetBegin}-${targetEnd}`];
}
