import type { Db, IndexDescription } from 'mongodb';

/** The default orders of the types. */
const byDate = { 'order.start': -1, 'order.end': -1, _id: -1 } as const;
const byPublished = { 'order.published': -1, _id: -1 } as const;
const byName = { 'order.name': 1, _id: 1 } as const;

/** For lookups of names, whose results are sorted afterwards. */
const byNameKeys = { key: { nameKeys: 1 } } as const;

/**
 * The collections, with the indexes for their relations, filters and orders. `by` lists the paths of filters and
 * relations, each followed by the default order, and `orders` the paths of other orders.
 *
 * `articles` is the source of truth. The next four are derived from it and from `merges`, by way of the assertions in
 * `accounts`. `withdrawals` holds the versions of retracted articles, `pending` the work queue and, without
 * transactions, the undo log, `changes` the change log
 * (`changes.ts`), and `control` the write lock, the rules version of the documents and the counters of turns.
 */
const collections: Readonly<Record<string, readonly IndexDescription[]>> = {
  articles: indexes(
    byPublished,
    ['incidents', 'actors', 'locations', 'accounts', 'reports.incident', 'spans.key', 'publisher', 'language', 'words'],
    [
      ['order.title'],
      ['order.publisher'],
      ['order.language'],
      ['counts.incidents'],
      ['counts.statements'],
      ['counts.actors'],
      ['counts.locations'],
    ],
    byNameKeys,
  ),
  incidents: [
    ...indexes(
      byDate,
      [
        ...['about', 'partOf', 'location', 'within', 'country', 'actors', 'perpetrators', 'targetActors', 'publishers'],
        ...['participantKeys', 'links.incident', 'linkKeys', 'type', 'scope', 'outcome', 'locationPrecision'],
        ...['subtype', 'occurrence', 'placeKeys', 'placesWithin', 'places.location', 'targetKinds', 'targets.location'],
        ...['methods', 'weapons.method', 'casualties.kind', 'participants.role', 'months', 'words'],
        'sameAs.text',
      ],
      [
        ['order.title'],
        ['order.subtype'],
        ['order.countMin', 'order.countMax'],
        ['order.killedMin', 'order.killedMax'],
        ['order.injuredMin', 'order.injuredMax'],
        ['publisherCount'],
        ['counts.participants'],
        ['counts.parts'],
        ['counts.statements'],
        ['counts.articles'],
      ],
      byNameKeys,
    ),
    { key: { point: '2dsphere' } },
  ],
  actors: indexes(
    byName,
    ['memberOf', 'kind', 'country', 'names.folded', 'affiliations.actor', 'affiliations.type', 'words', 'sameAs.text'],
    [
      ['order.country'],
      ['counts.members'],
      ['counts.incidents'],
      ['counts.statements'],
      ['counts.statementsAbout'],
      ['counts.articles'],
    ],
    byNameKeys,
  ),
  statements: [
    ...indexes(
      byPublished,
      [
        ...['article', 'incidents', 'voices', 'speaker', 'onBehalfOf', 'actors', 'links.statement', 'linkKeys', 'type'],
        ...['mode', 'publisher', 'stances.claimedBy', 'stances.deniedBy', 'stances.attributedTo', 'months', 'words'],
        ...['hedge', 'anonymous', 'to', 'via', 'location', 'figures.kind', 'figures.incident'],
      ],
      [
        ['order.start', 'order.end'],
        ['order.mode'],
        ['order.hedge'],
        ['place'],
        ['counts.incidents'],
        ['counts.actors'],
        ['counts.figures'],
      ],
    ),
    // Covers queries for the incidents that statements of a type are about, and for their speakers.
    { key: { type: 1, incidents: 1, speaker: 1 } },
    { key: { 'given.statement': 1 } },
    { key: { waitsFor: 1 } },
  ],
  locations: [
    ...indexes(
      byName,
      ['partOf', 'within', 'kind', 'country', 'names.folded', 'words', 'sameAs.text'],
      [['order.country'], ['counts.contains'], ['counts.incidents'], ['counts.articles']],
      byNameKeys,
    ),
    { key: { point: '2dsphere' } },
  ],
  // The locations of incidents, as reports give them.
  accounts: [
    { key: { thing: 1 } },
    { key: { 'said.location': 1 }, sparse: true },
    { key: { 'said.places.location': 1 }, sparse: true },
  ],
  // The history of an entity, and what an article has changed.
  changes: [{ key: { id: 1, type: 1, _id: 1 } }, { key: { 'cause.article': 1, _id: 1 } }],
  withdrawals: [],
  pending: [],
  merges: [],
  control: [],
};

/** A collection that does not exist, or that lacks indexes. */
export interface Missing {
  collection: string;
  /** Empty if only the collection is missing; creating indexes creates it too. */
  indexes: readonly IndexDescription[];
}

/**
 * Returns the missing collections and indexes, in the order in which to create them. It only reads. Costs one command,
 * and one more for each collection with indexes.
 */
export async function findMissing(database: Db): Promise<Missing[]> {
  const existing = new Set((await database.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name));
  const missing: Missing[] = [];
  for (const [collection, wanted] of Object.entries(collections)) {
    if (!existing.has(collection)) missing.push({ collection, indexes: wanted });
    else if (wanted.length > 0) {
      const found = new Set((await database.collection(collection).indexes()).map(identify));
      const indexes = wanted.filter((index) => !found.has(identify(index)));
      if (indexes.length > 0) missing.push({ collection, indexes });
    }
  }
  return missing;
}

/**
 * Creates what `findMissing` found, with one command for each collection. The commands are sequential: a single-machine
 * store executes them one by one anyway, and operations that wait behind parallel ones for a connection could time out.
 */
export async function createMissing(
  database: Db,
  missing: readonly Missing[],
  onProgress: (next: Missing) => void = () => {},
): Promise<void> {
  for (const each of missing) {
    onProgress(each);
    if (each.indexes.length === 0) await create(database, each.collection);
    else await database.collection(each.collection).createIndexes([...each.indexes]);
  }
}

/** A text for people, such as `incidents (point, country)`, naming the first path of each index. */
export function describeMissing({ collection, indexes }: Missing): string {
  const paths = indexes.map(({ key }) => Object.keys(key)[0]);
  return paths.length === 0 ? collection : `${collection} (${paths.join(', ')})`;
}

/** Indexes with the same paths in the same order are the same, unless only one of them is sparse. */
function identify({ key, sparse = false }: Pick<IndexDescription, 'key' | 'sparse'>): string {
  return JSON.stringify([Object.entries(key), sparse]);
}

/** Another process may be creating it at the same moment (code 48, NamespaceExists). */
async function create(database: Db, name: string): Promise<void> {
  await database.createCollection(name).catch((error: { code?: number }) => {
    if (error.code !== 48) throw error;
  });
}

function indexes(
  byDefault: Readonly<Record<string, 1 | -1>>,
  by: readonly string[],
  orders: readonly (readonly string[])[],
  ...others: readonly IndexDescription[]
): IndexDescription[] {
  return [
    { key: byDefault },
    ...by.map((path) => ({ key: { [path]: 1, ...byDefault } }) as const),
    ...orders.map((paths) => ({ key: Object.fromEntries([...paths, '_id'].map((path) => [path, 1])) })),
    ...others,
  ];
}
