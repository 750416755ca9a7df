import { chain, compare, type Node, type TypeName } from './nodes.ts';
import { type Toll, tollOf } from './tolls.ts';

export interface Group extends Partial<Toll> {
  key: string;
  members: Node[];
}

type Keys = (node: Node) => (string | undefined)[];

const nodeId = (node: Node | undefined) => node && `${node.typeName}:${node.id}`;
const field =
  (name: string): Keys =>
  (node) => [node[name]];
const actors =
  (...roles: string[]): Keys =>
  ({ participants }) =>
    participants
      .filter(({ role }: any) => roles.length === 0 || roles.includes(role))
      .map(({ actor }: any) => nodeId(actor));
const perpetrators: Keys = ({ participants }) =>
  participants
    .filter(({ role, status }: any) => ['PERPETRATOR', 'SUSPECTED_PERPETRATOR'].includes(role) && status !== 'DENIED')
    .map(({ actor }: any) => nodeId(actor));

const groupKeys: Record<TypeName, Record<string, Keys>> = {
  Incident: {
    TYPE: field('type'),
    SUBTYPE: field('subtype'),
    OCCURRENCE: field('occurrence'),
    OUTCOME: field('outcome'),
    METHOD: ({ methods }) => methods,
    ACTOR: actors(),
    PERPETRATOR: perpetrators,
    TARGET: actors('TARGET', 'VICTIM'),
    TARGET_KIND: ({ targets }) => [...new Set<string>(targets.map(({ kind }: any) => kind))],
    LOCATION: ({ location }) => [nodeId(location)],
    COUNTRY: ({ location }) => [chain(location).find(({ country }) => country)?.country],
    PUBLISHER: ({ articles }) => articles.map(({ publisher }: Node) => publisher),
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

/** All groups. Largest first, then by key; unknown numbers are 0. */
export function groupsOf(typeName: TypeName, nodes: readonly Node[], by: string, orderBy = 'COUNT'): Group[] {
  const keysOf = groupKeys[typeName][by] as Keys;
  const keys = new Set(nodes.flatMap(keysOf).filter((key) => key !== undefined));
  const groups = [...keys].map((key): Group => {
    const members = nodes.filter((node) => keysOf(node).includes(key));
    return { key, members, ...(typeName === 'Incident' && tollOf(members)) };
  });
  return groups.sort((a, b) => compareSizes(sizeOf(b, orderBy), sizeOf(a, orderBy)) || compare(a.key, b.key));
}

function sizeOf({ members, killed, injured }: Group, orderBy: string): number[] {
  const sizeOfNumber = (number: Toll['killed'] = null) =>
    number ? [number.min, number.max ?? Number.POSITIVE_INFINITY] : [0, 0];
  if (orderBy === 'KILLED') return sizeOfNumber(killed);
  if (orderBy === 'INJURED') return sizeOfNumber(injured);
  return orderBy === 'KEY' ? [] : [members.length];
}

function compareSizes(a: number[], b: number[]): number {
  return a.map((size, i) => compare(size, b[i] as number)).find((order) => order !== 0) ?? 0;
}
