import type { Db, IndexDescription } from 'mongodb';

/**
 * The collections and the indexes that serve their relations, orders and filters. `articles` is the source of truth,
 * the next
 * four derive from it and from `merges`; `withdrawals` keeps the versions of what is withdrawn, `control` lets writers
 * take turns.
 */
const collections: Readonly<Record<string, readonly IndexDescription[]>> = {
  articles: [
    newest('published'),
    { key: { 'order.title': 1, _id: 1 } },
    ...['incidents', 'actors', 'locations', 'states', 'spans.key'].map(
      (path) => ({ key: { [path]: 1, published: -1, _id: -1 } }) as const,
    ),
  ],
  incidents: [
    newest('order.start', 'order.end'),
    { key: { 'order.title': 1, _id: 1 } },
    ...[
      'about',
      'partOf',
      'location',
      'within',
      'participants.actor',
      'participantKeys',
      'links.incident',
      'linkKeys',
      'type',
      'scope',
      'outcome',
      'locationPrecision',
    ].map((path) => ({ key: { [path]: 1, 'order.start': -1, 'order.end': -1, _id: -1 } }) as const),
  ],
  actors: [
    { key: { 'order.name': 1, _id: 1 } },
    ...['memberOf', 'kind'].map((path) => ({ key: { [path]: 1, 'order.name': 1, _id: 1 } }) as const),
  ],
  statements: [
    newest('published'),
    newest('order.start', 'order.end'),
    ...['article', 'incidents', 'voices', 'actors', 'links.statement', 'linkKeys', 'type', 'mode'].map(
      (path) => ({ key: { [path]: 1, published: -1, _id: -1 } }) as const,
    ),
  ],
  locations: [
    { key: { 'order.name': 1, _id: 1 } },
    ...['partOf', 'ancestors', 'kind'].map((path) => ({ key: { [path]: 1, 'order.name': 1, _id: 1 } }) as const),
  ],
  withdrawals: [],
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

function newest(...paths: string[]): IndexDescription {
  return { key: Object.fromEntries([...paths, '_id'].map((path) => [path, -1])) };
}
