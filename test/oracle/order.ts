import { collationKey } from '../../src/graph/collation-key.ts';
import { parseText, type TextQuery } from '../../src/text/parse-text.ts';
import { stemOf } from '../../src/text/stems.ts';
import { tokensOf } from '../../src/text/tokens.ts';
import { compare, type Thing, type TypeName } from './things.ts';
import { given } from './where.ts';

export interface Step {
  field: string;
  direction?: 'ASC' | 'DESC' | null;
}

type Key = (thing: Thing) => (string | number | undefined)[];

const field =
  (name: string): Key =>
  (thing) => [thing[name]];
const folded =
  (name: string): Key =>
  (thing) => [collationKey(thing[name] ?? '')];
const size =
  (name: string): Key =>
  (thing) => [thing[name].length];
const quantity =
  (name: string): Key =>
  (thing) => [thing[name].min, thing[name].max ?? Number.POSITIVE_INFINITY];
const date: Key = (thing) => [thing.date?.start, thing.date?.end];
const published: Key = (thing) => [(thing.article ?? thing).published];

const keys: Record<TypeName, Record<string, Key>> = {
  Incident: {
    ID: field('id'),
    TITLE: folded('title'),
    SCOPE: field('scope'),
    TYPE: field('type'),
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
    NAME: folded('name'),
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
    DATE: date,
    PUBLISHED: published,
    PLACE: field('place'),
    INCIDENT_COUNT: size('incidents'),
    ACTOR_COUNT: size('actors'),
  },
  Location: {
    ID: field('id'),
    NAME: folded('name'),
    KIND: field('kind'),
    COUNTRY: field('country'),
    CONTAINS_COUNT: size('contains'),
    INCIDENT_COUNT: size('incidents'),
    ARTICLE_COUNT: size('articles'),
  },
  Article: {
    ID: field('id'),
    TITLE: folded('title'),
    PUBLISHER: folded('publisher'),
    LANGUAGE: folded('language'),
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

/** Things in the order asked for; `where` says what they are to be relevant to. Ties by id, in the first direction. */
export function sorted(typeName: TypeName, things: readonly Thing[], orderBy: Step[] | null, where: object): Thing[] {
  const asked = orderBy?.length ? orderBy : defaults[typeName];
  const texts = textsIn(where);
  const steps = [...asked, { field: 'ID', direction: asked[0]?.direction ?? 'ASC' }];
  return things.toSorted((a, b) => {
    for (const { field, direction } of steps) {
      const key: Key = field === 'RELEVANCE' ? (thing) => [scoreOf(thing, texts)] : (keys[typeName][field] as Key);
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

/** How much a word counts, by where it stands: a name or title, another name, a summary, a statement, a text. */
const weights: Record<TypeName, Record<string, number>> = {
  Incident: { n: 8, s: 3 },
  Actor: { n: 8, a: 6 },
  Statement: { s: 5 },
  Location: { n: 8, a: 6 },
  Article: { n: 8, t: 2 },
};

/** For each word of each text, the weights of all the places where it stands. */
export function scoreOf(thing: Thing, texts: readonly TextQuery[]): number {
  let score = 0;
  for (const candidates of texts.flatMap(({ include }) => include.flatMap(({ words }) => words))) {
    for (const [mark, weight] of Object.entries(weights[thing.typeName])) {
      const stems = thing.words
        .filter((field) => field.mark === mark)
        .flatMap(({ text, language }) => tokensOf(text).map((token) => stemOf(token, language)));
      if (stems.some((stem) => candidates.includes(stem))) score += weight;
    }
  }
  return score;
}

/** The texts that a filter asks the thing itself for, and not through `not`. */
export function textsIn(where: object): TextQuery[] {
  return given(where).flatMap(([name, value]) => {
    if (name === 'text') return [parseText(value, 'text')];
    return name === 'and' || name === 'or' ? value.flatMap(textsIn) : [];
  });
}
