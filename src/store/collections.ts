import type { Db, IndexDescription } from 'mongodb';

/** What lists of a type are sorted by when nobody says how. */
const byDate = { 'order.start': -1, 'order.end': -1, _id: -1 } as const;
const byPublished = { published: -1, _id: -1 } as const;
const byName = { 'order.name': 1, _id: 1 } as const;

/**
 * The collections and the indexes that serve their relations, filters and orders: `by` lists the paths that lists are
 * narrowed by, each with the default order behind it, and `orders` the paths of other orders. `articles` is the source of
 * truth, the next four derive from it and from `merges`, by way of `accounts`; `withdrawals` keeps the versions of what is
 * withdrawn, `pending` names what is still to be derived, and what is being written where there are no transactions,
 * `control` lets writers take turns.
 */
const collections: Readonly<Record<string, readonly IndexDescription[]>> = {
  articles: indexes(
    byPublished,
    ['incidents', 'actors', 'locations', 'accounts', 'spans.key', 'publisher', 'language', 'words'],
    [
      ['order.title'],
      ['order.publisher'],
      ['order.language'],
      ['counts.incidents'],
      ['counts.statements'],
      ['counts.actors'],
      ['counts.locations'],
    ],
  ),
  incidents: [
    ...indexes(
      byDate,
      [
        ...['about', 'partOf', 'location', 'within', 'country', 'actors', 'perpetrators', 'targets', 'publishers'],
        ...['participantKeys', 'links.incident', 'linkKeys', 'type', 'scope', 'outcome', 'locationPrecision'],
        ...['methods', 'weapons.method', 'casualties.kind', 'participants.role', 'months', 'words'],
      ],
      [
        ['order.title'],
        ['count.min', 'order.countMax'],
        ['killed.min', 'order.killedMax'],
        ['injured.min', 'order.injuredMax'],
        ['publisherCount'],
        ['counts.participants'],
        ['counts.parts'],
        ['counts.statements'],
        ['counts.articles'],
      ],
    ),
    { key: { point: '2dsphere' } },
  ],
  actors: indexes(
    byName,
    ['memberOf', 'kind', 'country', 'names.folded', 'affiliations.actor', 'affiliations.type', 'words'],
    [
      ['order.country'],
      ['counts.members'],
      ['counts.incidents'],
      ['counts.statements'],
      ['counts.statementsAbout'],
      ['counts.articles'],
    ],
  ),
  statements: [
    ...indexes(
      byPublished,
      [
        ...['article', 'incidents', 'voices', 'speaker', 'onBehalfOf', 'actors', 'links.statement', 'linkKeys', 'type'],
        ...['mode', 'publisher', 'stances.claimedBy', 'stances.deniedBy', 'stances.attributedTo', 'months', 'words'],
      ],
      [['order.start', 'order.end'], ['order.mode'], ['place'], ['counts.incidents'], ['counts.actors']],
    ),
    // Tells which incidents statements of a type are about, and who made them, without a look at the statements.
    { key: { type: 1, incidents: 1, speaker: 1 } },
    { key: { 'given.statement': 1 } },
    { key: { waitsFor: 1 } },
  ],
  locations: [
    ...indexes(
      byName,
      ['partOf', 'within', 'kind', 'country', 'names.folded', 'words'],
      [['order.country'], ['counts.contains'], ['counts.incidents'], ['counts.articles']],
    ),
    { key: { point: '2dsphere' } },
  ],
  accounts: [{ key: { thing: 1 } }],
  withdrawals: [],
  pending: [],
  merges: [],
  control: [],
};

/**
 * Creates what is missing. Cheap where nothing is: one command, and one more for each collection with indexes; one after
 * the other, since a store of one machine does them so, and who waits behind them for a connection may give up.
 */
export async function ensureCollections(database: Db): Promise<void> {
  const existing = new Set((await database.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name));
  for (const [name, indexes] of Object.entries(collections)) {
    // What has indexes is created with them.
    if (indexes.length > 0) await database.collection(name).createIndexes([...indexes]);
    else if (!existing.has(name)) await create(database, name);
  }
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
): IndexDescription[] {
  return [
    { key: byDefault },
    ...by.map((path) => ({ key: { [path]: 1, ...byDefault } }) as const),
    ...orders.map((paths) => ({ key: Object.fromEntries([...paths, '_id'].map((path) => [path, 1])) })),
  ];
}
