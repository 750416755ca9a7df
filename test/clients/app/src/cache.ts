import {
  type FieldPolicy,
  InMemoryCache,
  type InMemoryCacheConfig,
  type Reference,
  type StoreObject,
  type StoreValue,
} from '@apollo/client';

/** Pages of one list differ only in `after`. */
const keyArgs: FieldPolicy['keyArgs'] = (args) =>
  Object.keys(args ?? {})
    .filter((name) => name !== 'after')
    .sort();

/** A list of parts, such as participants. A page requested with `after` is appended to the pages before it. */
const parts: FieldPolicy<Reference[] | null> = {
  keyArgs,
  merge(existing, incoming, { args, readField }) {
    const id = (part?: Reference) => part && readField('id', part);
    return incoming && joinPages(existing ?? [], incoming, args, id, id).items;
  },
};

interface Connection {
  edges?: { node?: Reference; cursor?: unknown }[];
  pageInfo?: { hasPreviousPage?: unknown; startCursor?: unknown; hasNextPage?: unknown; endCursor?: unknown };
}

/** A connection. A page requested with `after` is appended to `edges`; `nodes` has the page requested last. */
const pages: FieldPolicy<Connection | null> = {
  keyArgs,
  merge(existing, incoming, { args, readField }) {
    if (!incoming?.edges) {
      return incoming && { ...existing, ...incoming, pageInfo: { ...incoming.pageInfo, ...existing?.pageInfo } };
    }
    const { edges: known = [], pageInfo: old } = existing ?? {};
    const { edges, pageInfo: info } = incoming;
    const id = (edge?: (typeof edges)[number]) => edge?.node && readField('id', edge.node);
    const newer = edges.map((edge, i) => ({
      ...known.find((each) => isSame(id(each), id(edge))),
      ...(i === edges.length - 1 && info?.endCursor ? { cursor: info.endCursor } : {}),
      ...edge,
    }));
    const { items, isFirst, isLast } = joinPages(known, newer, args, id, (edge) => edge?.cursor);
    const isKept = (at: 0 | -1) => (existing?.edges ? id(items.at(at)) === id(known.at(at)) : args?.after == null);
    const start = { ...(isKept(0) && old), ...(isFirst && info) };
    const end = { ...(isKept(-1) && old), ...(isLast && info) };
    const { hasPreviousPage, startCursor } = start;
    const { hasNextPage, endCursor } = end;
    return {
      ...existing,
      ...incoming,
      edges: items,
      pageInfo: withoutUndefined({ ...info, hasPreviousPage, startCursor, hasNextPage, endCursor }),
    };
  },
};

/** Inserts a page after the item whose cursor was `after`. Keeps the pages that follow if this page is unchanged. */
function joinPages<T>(
  known: readonly T[],
  page: readonly T[],
  args: Record<string, unknown> | null,
  id: (item?: T) => unknown,
  cursor: (item?: T) => unknown,
): { items: T[]; isFirst: boolean; isLast: boolean } {
  const index = known.findIndex((item) => cursor(item) === args?.after);
  const start = args?.after == null ? 0 : index < 0 ? known.length : index + 1;
  const isUnchanged = page.length === args?.first && page.every((item, i) => isSame(id(item), id(known[start + i])));
  const rest = isUnchanged ? known.slice(start + page.length) : [];
  return { items: [...known.slice(0, start), ...page, ...rest], isFirst: start === 0, isLast: rest.length === 0 };
}

function withoutUndefined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, stored]) => stored !== undefined));
}

function isSame(id: unknown, other: unknown): boolean {
  return id !== undefined && id === other;
}

/** Groups and intervals have no id: those with the same key are merged. */
function merged(key: 'key' | 'start' | 'geohash'): FieldPolicy<StoreObject[] | null> {
  return {
    merge(existing, incoming, { readField }) {
      const known = new Map(existing?.map((entry) => [readField(key, entry), entry]));
      if (!incoming) return incoming;
      return incoming.map((entry) => mergeValues(known.get(readField(key, entry) ?? {}), entry));
    },
  };
}

function mergeValues(existing: StoreValue, incoming: StoreObject): StoreObject {
  if (!isValue(existing)) return incoming;
  const fields = Object.entries(incoming);
  const values = fields.map(([field, value]) => [field, isValue(value) ? mergeValues(existing[field], value) : value]);
  return { ...existing, ...Object.fromEntries(values) };
}

/** Returns whether a stored value is an object that is part of its parent, such as a number of people. */
function isValue(stored: StoreValue): stored is StoreObject {
  return typeof stored === 'object' && stored !== null && !Array.isArray(stored) && !('__ref' in stored);
}

/** A list that a newer response replaces. */
const whole = { merge: false };

/** An object without an id, which is part of its parent: two queries may select different fields of it. */
const value = { merge: true };

const groups = merged('key');
const timeline = merged('start');
const cells = merged('geohash');

export const cacheConfig: InMemoryCacheConfig = {
  possibleTypes: { Node: ['Incident', 'Actor', 'Statement', 'Location', 'Article'] },
  typePolicies: {
    Query: {
      fields: {
        nodes: whole,
        incidents: pages,
        actors: pages,
        statements: pages,
        locations: pages,
        articles: pages,
        search: pages,
        changes: pages,
      },
    },
    /** Its id is that of the entity that changed, which other changes have too. */
    Change: { keyFields: false },
    Incident: {
      fields: {
        history: pages,
        statements: pages,
        articles: pages,
        parts: pages,
        linkedFrom: pages,
        places: parts,
        targets: parts,
        participants: parts,
        casualties: parts,
        weapons: parts,
        links: parts,
        reports: parts,
        evidence: parts,
      },
    },
    Actor: {
      fields: {
        history: pages,
        incidents: pages,
        statements: pages,
        statementsAbout: pages,
        members: pages,
        articles: pages,
        affiliations: parts,
        evidence: parts,
      },
    },
    Statement: {
      fields: {
        history: pages,
        incidents: pages,
        concerns: pages,
        actors: pages,
        linkedFrom: pages,
        to: whole,
        via: whole,
        figures: parts,
        links: parts,
        evidence: parts,
      },
    },
    Location: {
      fields: { incidents: pages, contains: pages, articles: pages, ancestors: whole, evidence: parts, history: pages },
    },
    Article: {
      fields: { incidents: pages, statements: pages, actors: pages, locations: pages, evidence: parts, history: pages },
    },
    IncidentReport: {
      fields: { places: parts, targets: parts, participants: parts, casualties: parts, weapons: parts },
    },
    Affiliation: { fields: { assertedBy: whole, deniedBy: whole, evidence: parts } },
    IncidentPlace: { fields: { evidence: parts } },
    Target: { fields: { evidence: parts } },
    Participant: { fields: { evidence: parts } },
    Casualty: { fields: { assertedBy: whole, deniedBy: whole, evidence: parts } },
    Weapon: { fields: { evidence: parts } },
    IncidentLink: { fields: { evidence: parts } },
    Responsibility: { merge: true, fields: { claimedBy: parts, deniedBy: parts, attributedTo: parts } },
    IncidentConnection: { fields: { groups, timeline, cells } },
    ActorConnection: { fields: { groups } },
    StatementConnection: { fields: { groups, timeline } },
    LocationConnection: { fields: { groups, cells } },
    ArticleConnection: { fields: { groups, timeline } },
    IncidentGroup: { fields: { timeline } },
    StatementGroup: { fields: { timeline } },
    ArticleGroup: { fields: { timeline } },
    DateSpan: value,
    Quantity: value,
    Point: value,
    Bounds: value,
  },
};

export const createCache = () => new InMemoryCache(cacheConfig);
