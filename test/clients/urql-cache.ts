import { type Cache, type CacheExchangeOpts, cacheExchange, type Resolver } from '@urql/exchange-graphcache';

/** The key of an object in the cache, or those of a list. */
type Stored = string | string[];

/** A list of parts, such as participants: pages that follow one another by `after` are one list. */
const parts = pagesOf(
  (cache, page) => cache.resolve(page.at(-1) ?? null, 'id'),
  (_cache, pages) => pages.flat(),
);

/** A connection: pages that follow one another by `after` are one list. */
const pages = pagesOf(
  (cache, page) => pageInfo(cache, page, 'endCursor'),
  (cache, pages) => {
    const [first = null, last = null] = [pages[0], pages.at(-1)];
    return {
      __typename: cache.resolve(first as string, '__typename'),
      edges: concatenate(cache, pages, 'edges'),
      nodes: concatenate(cache, pages, 'nodes'),
      pageInfo: {
        __typename: 'PageInfo',
        hasPreviousPage: pageInfo(cache, first, 'hasPreviousPage'),
        startCursor: pageInfo(cache, first, 'startCursor'),
        hasNextPage: pageInfo(cache, last, 'hasNextPage'),
        endCursor: pageInfo(cache, last, 'endCursor'),
      },
    };
  },
);

/** Reads the pages from the first one on, as far as they are in the cache. */
function pagesOf(
  cursorAfter: (cache: Cache, page: Stored) => unknown,
  join: (cache: Cache, pages: Stored[]) => unknown,
): Resolver {
  return (_parent, { after, ...args }, cache, info) => {
    const pageAfter = (cursor: unknown) => {
      const all = cursor == null ? args : { ...args, after: cursor };
      const key = Object.keys(all).length === 0 ? null : (all as Record<string, string>);
      return cache.resolve(info.parentKey, info.fieldName, key) as Stored | null | undefined;
    };
    const asked = pageAfter(after);
    const found = new Map<unknown, Stored>();
    for (let cursor: unknown = null, page = pageAfter(cursor); page && !found.has(cursor); page = pageAfter(cursor)) {
      found.set(cursor, page);
      cursor = cursorAfter(cache, page);
      if (cursor == null) break;
    }
    // A page that is not in the cache yet is requested, and the pages before it are shown meanwhile.
    if (asked === undefined && found.size > 0) info.partial = true;
    if (!found.has(after ?? null) && (asked !== undefined || found.size === 0)) return asked as string;
    return join(cache, [...found.values()]) as string;
  };
}

/** Returns nothing if a page has no such list, so that the query is sent. */
function concatenate(cache: Cache, pages: Stored[], field: 'edges' | 'nodes'): unknown {
  const lists = pages.map((page) => cache.resolve(page as string, field));
  return lists.includes(undefined) ? undefined : lists.flat();
}

function pageInfo(cache: Cache, page: Stored | null, field: string): unknown {
  return cache.resolve(cache.resolve(page as string, 'pageInfo') as string, field);
}

/** Objects without an id of their own, which are parts of their parents. */
const values = [
  'DateSpan',
  'Quantity',
  'Point',
  'Bounds',
  'Responsibility',
  'PageInfo',
  'TimelineBucket',
  'Cell',
  'Suggestion',
  'ArticleDraft',
  'DraftDoubt',
  'UncoveredSentence',
  'IncidentConnection',
  'IncidentEdge',
  'IncidentGroup',
  'ActorConnection',
  'ActorEdge',
  'ActorGroup',
  'StatementConnection',
  'StatementEdge',
  'StatementGroup',
  'LocationConnection',
  'LocationEdge',
  'LocationGroup',
  'ArticleConnection',
  'ArticleEdge',
  'ArticleGroup',
  'SearchConnection',
  'SearchEdge',
  'Change',
  'ChangeCause',
  'ChangeMerge',
  'ChangeConnection',
  'ChangeEdge',
  'IncidentEvents',
  'ActorEvents',
  'StatementEvents',
  'LocationEvents',
  'ArticleEvents',
  'IngestResult',
  'IngestChange',
  'IngestRefusal',
  'Warning',
];

export const keys = Object.fromEntries(values.map((type) => [type, () => null]));

export const resolvers = {
  Query: {
    incidents: pages,
    actors: pages,
    statements: pages,
    locations: pages,
    articles: pages,
    search: pages,
    changes: pages,
  },
  Incident: {
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
  Actor: {
    history: pages,
    incidents: pages,
    statements: pages,
    statementsAbout: pages,
    members: pages,
    articles: pages,
    affiliations: parts,
    evidence: parts,
  },
  Statement: {
    history: pages,
    incidents: pages,
    concerns: pages,
    actors: pages,
    linkedFrom: pages,
    figures: parts,
    links: parts,
    evidence: parts,
  },
  Location: { incidents: pages, contains: pages, articles: pages, evidence: parts, history: pages },
  Article: { incidents: pages, statements: pages, actors: pages, locations: pages, evidence: parts, history: pages },
  IncidentReport: { places: parts, targets: parts, participants: parts, casualties: parts, weapons: parts },
  Affiliation: { evidence: parts },
  IncidentPlace: { evidence: parts },
  Target: { evidence: parts },
  Participant: { evidence: parts },
  Casualty: { evidence: parts },
  Weapon: { evidence: parts },
  IncidentLink: { evidence: parts },
  Responsibility: { claimedBy: parts, deniedBy: parts, attributedTo: parts },
} satisfies CacheExchangeOpts['resolvers'];

/** Takes the introspected schema, from which graphcache knows the types that implement `Node`. */
export function createCacheExchange(schema: NonNullable<CacheExchangeOpts['schema']>) {
  return cacheExchange({ schema, keys, resolvers });
}
