import { chain, compare, sum, type Thing, type TypeName } from './things.ts';

export interface Group {
  key: string;
  count: number;
  killed?: { min: number; max: number | null };
  injured?: { min: number; max: number | null };
}

type Keys = (thing: Thing) => (string | undefined)[];

const nodeId = (thing: Thing | undefined) => thing && `${thing.typeName}:${thing.id}`;
const field =
  (name: string): Keys =>
  (thing) => [thing[name]];
const actors =
  (...roles: string[]): Keys =>
  ({ participants }) =>
    participants
      .filter(({ role }: any) => roles.length === 0 || roles.includes(role))
      .map(({ actor }: any) => nodeId(actor));

const groupKeys: Record<TypeName, Record<string, Keys>> = {
  Incident: {
    TYPE: field('type'),
    OUTCOME: field('outcome'),
    METHOD: ({ methods }) => methods,
    ACTOR: actors(),
    PERPETRATOR: actors('PERPETRATOR', 'SUSPECTED_PERPETRATOR'),
    TARGET: actors('TARGET', 'VICTIM'),
    LOCATION: ({ location }) => [nodeId(location)],
    COUNTRY: ({ location }) => [chain(location).find(({ country }) => country)?.country],
    PUBLISHER: ({ articles }) => articles.map(({ publisher }: Thing) => publisher),
  },
  Actor: { KIND: field('kind'), COUNTRY: field('country') },
  Statement: {
    TYPE: field('type'),
    SPEAKER: ({ speaker }) => [nodeId(speaker)],
    INCIDENT: ({ incidents }) => incidents.map(nodeId),
    PUBLISHER: ({ article }) => [article.publisher],
  },
  Location: { KIND: field('kind'), COUNTRY: field('country') },
  Article: { PUBLISHER: field('publisher'), LANGUAGE: field('language') },
};

/** Largest first, then by key. */
export function groupsOf(typeName: TypeName, things: readonly Thing[], by: string, first: number): Group[] {
  const keysOf = groupKeys[typeName][by] as Keys;
  const keys = new Set(things.flatMap(keysOf).filter((key) => key !== undefined));
  return [...keys]
    .map((key) => {
      const members = things.filter((thing) => keysOf(thing).includes(key));
      return { key, count: members.length, ...(typeName === 'Incident' && tollOf(members)) };
    })
    .sort((a, b) => b.count - a.count || compare(a.key, b.key))
    .slice(0, first);
}

/** Without the aggregates whose parts are there too. */
export function tollOf(incidents: readonly Thing[]) {
  const counted = incidents.filter(({ scope, parts }) => scope !== 'AGGREGATE' || parts.length === 0);
  return { killed: sum(counted.map(({ killed }) => killed)), injured: sum(counted.map(({ injured }) => injured)) };
}
