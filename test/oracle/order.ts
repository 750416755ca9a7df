import { compare, type Node, type TypeName } from './nodes.ts';
import { type AskedText, folded, impactOf, readText } from './text.ts';
import { definedEntries } from './where.ts';

export interface Step {
  field: string;
  direction?: 'ASC' | 'DESC' | null;
}

type Key = (node: Node) => (string | number | undefined)[];

const field =
  (name: string): Key =>
  (node) => [node[name]];
const byFolded =
  (name: string): Key =>
  (node) => [folded(node[name] ?? '')];
const size =
  (name: string): Key =>
  (node) => [node[name].length];
const quantity =
  (name: string): Key =>
  ({ [name]: { min, max = Number.POSITIVE_INFINITY } = { min: 0, max: 0 } }) => [min, max];
const date: Key = (node) => [node.date?.start, node.date?.end];
/** In time, a bare day before the moments of that day. */
const published: Key = (node) => {
  const { publishedAt } = node.article ?? node;
  return [Date.parse(publishedAt), publishedAt.includes('T') ? 1 : 0];
};

const keys: Record<TypeName, Record<string, Key>> = {
  Incident: {
    ID: field('id'),
    TITLE: byFolded('title'),
    SCOPE: field('scope'),
    TYPE: field('type'),
    SUBTYPE: field('subtype'),
    OCCURRENCE: field('occurrence'),
    OUTCOME: field('outcome'),
    LOCATION_PRECISION: field('locationPrecision'),
    COUNT: quantity('count'),
    DATE: date,
    KILLED: quantity('killed'),
    INJURED: quantity('injured'),
    PUBLISHER_COUNT: field('publisherCount'),
    PARTICIPANT_COUNT: size('participants'),
    PART_COUNT: size('parts'),
    STATEMENT_COUNT: size('statements'),
    ARTICLE_COUNT: size('articles'),
  },
  Actor: {
    ID: field('id'),
    NAME: byFolded('name'),
    KIND: field('kind'),
    COUNTRY: field('country'),
    MEMBER_COUNT: size('members'),
    INCIDENT_COUNT: size('incidents'),
    STATEMENT_COUNT: size('statements'),
    STATEMENT_ABOUT_COUNT: size('statementsAbout'),
    ARTICLE_COUNT: size('articles'),
  },
  Statement: {
    ID: field('id'),
    TYPE: field('type'),
    MODE: field('mode'),
    HEDGE: field('hedge'),
    DATE: date,
    PUBLISHED: published,
    POSITION: field('place'),
    INCIDENT_COUNT: size('incidents'),
    ACTOR_COUNT: size('actors'),
    FIGURE_COUNT: size('figures'),
  },
  Location: {
    ID: field('id'),
    NAME: byFolded('name'),
    KIND: field('kind'),
    COUNTRY: field('country'),
    CONTAINS_COUNT: size('contains'),
    INCIDENT_COUNT: size('incidents'),
    ARTICLE_COUNT: size('articles'),
  },
  Article: {
    ID: field('id'),
    TITLE: byFolded('title'),
    PUBLISHER: byFolded('publisher'),
    LANGUAGE: byFolded('language'),
    PUBLISHED: published,
    INCIDENT_COUNT: size('incidents'),
    STATEMENT_COUNT: size('statements'),
    ACTOR_COUNT: size('actors'),
    LOCATION_COUNT: size('locations'),
  },
};

const defaults: Record<TypeName, Step[]> = {
  Incident: [{ field: 'DATE', direction: 'DESC' }],
  Actor: [{ field: 'NAME' }],
  Statement: [{ field: 'PUBLISHED', direction: 'DESC' }],
  Location: [{ field: 'NAME' }],
  Article: [{ field: 'PUBLISHED', direction: 'DESC' }],
};

/** Sorts nodes by `orderBy`; `where` has the texts for relevance. Ties are ordered by id, in the first direction. */
export function sorted(typeName: TypeName, nodes: readonly Node[], orderBy: Step[] | null, where: object): Node[] {
  const asked = orderBy?.length ? orderBy : defaults[typeName];
  const texts = textsIn(where);
  const steps = [...asked, { field: 'ID', direction: asked[0]?.direction ?? 'ASC' }];
  return nodes.toSorted((a, b) => {
    for (const { field, direction } of steps) {
      const key: Key = field === 'RELEVANCE' ? (node) => [scoreOf(node, texts)] : (keys[typeName][field] as Key);
      const order = compareKeys(key(a), key(b));
      if (order !== 0) return direction === 'DESC' ? -order : order;
    }
    return 0;
  });
}

function compareKeys(a: ReturnType<Key>, b: ReturnType<Key>): number {
  for (const [i, value] of a.entries()) {
    const order = compareAbsentFirst(value, b[i]);
    if (order !== 0) return order;
  }
  return 0;
}

function compareAbsentFirst(a: string | number | undefined, b: string | number | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return compare(a, b);
}

/**
 * The weight and the usual number of words of each field: a name or title, an alias, a summary, the name of a target, a
 * statement, a text.
 */
const fields: Record<TypeName, Record<string, [weight: number, usualLength: number]>> = {
  Incident: { n: [8, 10], s: [3, 30], t: [3, 3] },
  Actor: { n: [8, 3], a: [6, 3] },
  Statement: { s: [5, 25] },
  Location: { n: [8, 3], a: [6, 3] },
  Article: { n: [8, 10], t: [2, 300] },
};

/** The words of the terms that texts include, each as often as a term has it. */
function soughtWords(texts: readonly AskedText[]): string[] {
  return texts.flatMap(({ include }) => include.flatMap(({ words }) => [...new Set(words)]));
}

/** Adds up, for each word of each text, its rarity times the highest weight times impact among the fields. */
export function scoreOf(node: Node, texts: readonly AskedText[], rarityOf: (word: string) => number = () => 1): number {
  return soughtWords(texts).reduce((score, word) => score + rarityOf(word) * strengthOf(node, word), 0);
}

function strengthOf({ typeName, words }: Node, word: string): number {
  const strengths = words.map((text: (typeof words)[number]) => {
    const [weight, usualLength] = fields[typeName][text.mark] ?? [0, 1];
    return weight * impactOf(text, word, usualLength);
  });
  return Math.max(0, ...strengths);
}

/** Ten times the inverse document frequency of BM25, in a search for several words. */
export function rarityAmong(nodes: readonly Node[], text: AskedText): (word: string) => number {
  const words = soughtWords([text]);
  return (word) => {
    if (words.length < 2 || words.indexOf(word) >= 8) return 10;
    const count = nodes.filter((node) => strengthOf(node, word) > 0).length;
    return Math.max(1, Math.round(10 * Math.log(1 + (nodes.length - count + 0.5) / (count + 0.5))));
  };
}

/** Returns the texts of a filter on the node itself, and not under `not`. */
export function textsIn(where: object): AskedText[] {
  return definedEntries(where).flatMap(([name, value]) => {
    if (name === 'text') return [readText(value)];
    return name === 'and' || name === 'or' ? value.flatMap(textsIn) : [];
  });
}
