import { resolve } from 'node:path';
import {
  type Db,
  MongoClient,
  type MongoClientOptions,
  MongoError,
  MongoServerSelectionError,
  ReadConcern,
  type TopologyDescription,
} from 'mongodb';
import type { EmbeddedStore } from '#embedded-store';
import type { ServerConfig, StoreConfig } from '../config/config.ts';
import { ConfigError } from '../config/parse-setting.ts';
import { clientOptions, defaultOpenTimeout, optionsIn } from './client-options.ts';
import { createMissing, describeMissing, findMissing } from './collections.ts';
import { explainOpening, firstLine, upgradeServer } from './explain-opening.ts';
import { findOneState, type OneState } from './one-state.ts';
import { type PoolUse, watchPool } from './watch-pool.ts';
import { withTimeout } from './with-timeout.ts';

/** An open document store. */
export interface Store {
  client: MongoClient;
  /**
   * For writes, and for reads that must see the last write. It reads from the primary, whatever the address says:
   * transactions read from nowhere else, and a lock that is read from a delayed member does not lock.
   */
  database: Db;
  /** For the reads of queries. It follows the read preference and the read concern of the address. */
  queryDatabase: Db;
  /** A description of its location, without credentials. */
  address: string;
  embedded: boolean;
  /** Whether it is a sharded cluster. The embedded store only calls itself one. */
  sharded: boolean;
  /** How the reads of one query are made to see one state. */
  oneState: OneState;
  /** Descriptions of the missing collections and indexes; empty if opening has created them. */
  missing: readonly string[];
  /** Its location as data, without credentials. */
  place: StorePlace;
  /** Rejects when the embedded store keeps crashing and is no longer restarted; never resolves. */
  lost: Promise<never>;
  /** The number of times that the embedded store crashed and was restarted. */
  restarts(): number;
  /** Returns the current use of connections. */
  pool(): PoolUse;
  /** Closes the connections, and the embedded store with them. */
  close(): Promise<void>;
}

/** The location of a store. `path` is absolute. `isNew` means that opening has created the store. */
export type StorePlace =
  | { engine: 'embedded'; path: string; isNew: boolean }
  | { engine: 'mongodb'; hosts: string[]; database: string };

/** The store cannot be opened. The message is one line with the reason and what to do. */
export class StoreUnavailable extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'StoreUnavailable';
  }
}

/** There is no store, and `mustExist` forbids creating one. */
export class StoreMissing extends Error {
  constructor(place: string, setting: string) {
    super(`There is no store in ${place}. Is ${setting} correct?`);
    this.name = 'StoreMissing';
  }
}

const defaultDatabase = 'incident-graph';

/**
 * The embedded store is reachable once it has started. Delays then come from a busy machine, or from building an index
 * over the data of an earlier version, during which heartbeats wait and must not time out.
 */
const embeddedTimeouts = {
  serverSelectionTimeoutMS: 30_000,
  connectTimeoutMS: 600_000,
  socketTimeoutMS: 600_000,
  waitQueueTimeoutMS: 30_000,
};
const embeddedOpenTimeoutMs = 30_000;

/** A server that accepts connections and never responds must not block the end of the process. */
const closeTimeoutMs = 1000;

export interface StoreOptions {
  /** Makes the client emit the driver's command events. */
  monitorCommands?: NonNullable<MongoClientOptions['monitorCommands']>;
  /** Does not create missing collections and indexes. */
  readOnly?: boolean;
  /** Fails if there is no store yet, instead of creating a folder or using an empty database. */
  mustExist?: boolean;
  /**
   * Called when the store responds. Returns whether to leave collections and indexes as they are. If it throws a
   * `StoreUnavailable`, opening fails with it.
   */
  leavesAsIs?: (database: Db) => Promise<boolean>;
  /**
   * The time limit of a command in ms: 0 for none, 60 s by default. An option of the address overrides it. It has no
   * effect on the embedded store.
   */
  socketTimeoutMS?: number;
  /** Called each time the embedded store has crashed and is being restarted. */
  onRestart?: (cause: Error) => void;
}

/**
 * Opens the store, and creates missing collections and indexes unless `readOnly`. The caller closes it.
 *
 * @throws StoreUnavailable if it does not respond; a server has the time that `StoreConfig` allows.
 * @throws StoreMissing if it must exist and does not.
 * @throws ConfigError if the address is malformed, or asks for unacknowledged writes.
 */
export async function openStore(config: StoreConfig, options: StoreOptions = {}): Promise<Store> {
  if ('mongodbUri' in config) return connect(config, options);
  const { isStoreFolder, startEmbeddedStore } = await import('#embedded-store');
  if (options.mustExist && !isStoreFolder(config.dataDir)) throw new StoreMissing(config.dataDir, 'DATA_DIR');
  const { onRestart = sayRestart, ...others } = options;
  const embedded = await startEmbeddedStore({ dataDir: config.dataDir, onRestart }).catch((error: Error) => {
    throw new StoreUnavailable(
      `Cannot open the embedded store in ${config.dataDir}: ${firstLine(error)}. Is DATA_DIR correct and writable?`,
      error,
    );
  });
  try {
    const server = { mongodbUri: embedded.uri, openTimeoutMs: embeddedOpenTimeoutMs };
    return await connect(server, others, { dataDir: config.dataDir, embedded });
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

function sayRestart({ message }: Error): void {
  console.error(`Embedded store: ${message}; restarting it`);
}

async function connect(
  { mongodbUri: uri, openTimeoutMs = defaultOpenTimeout(uri), ensureIndexes = true }: ServerConfig,
  { readOnly = false, mustExist = false, leavesAsIs = async () => readOnly, onRestart: _, ...options }: StoreOptions,
  here?: { dataDir: string; embedded: EmbeddedStore },
): Promise<Store> {
  const { client, database, queryDatabase } = createClient(uri, openTimeoutMs, {
    ...options,
    ...(here && embeddedTimeouts),
  });
  const pool = watchPool(client);
  let topology: TopologyDescription | undefined;
  client.on('topologyDescriptionChanged', ({ newDescription }) => {
    topology = newDescription;
  });
  const { hosts, srvHost } = client.options;
  let missing: readonly string[] = [];
  let oneState: OneState = 'none';
  const names = hosts.length > 0 ? hosts.map(String) : [srvHost ?? ''];
  const address = here ? `embedded store in ${here.dataDir}` : `MongoDB at ${names.join(', ')}`;
  try {
    const opening = client.connect().then(() => database.command({ hello: 1 }));
    const hello = await withTimeout(opening, openTimeoutMs, () => noResponse(openTimeoutMs, topology));
    if (Number(hello.maxWireVersion) < minWireVersion) throw await tooOld(database, address);
    if (mustExist && !here && !(await hasArticles(database))) {
      throw new StoreMissing(`the database ${database.databaseName} of the ${address}`, 'MONGODB_URI');
    }
    if (!readOnly && !(await leavesAsIs(database))) {
      const found = await findMissing(database);
      if (ensureIndexes) await createMissing(database, found);
      else missing = found.map(describeMissing);
    }
    oneState = await findOneState(client, queryDatabase);
  } catch (error) {
    await close(client);
    if (error instanceof StoreMissing || error instanceof StoreUnavailable) throw error;
    assertFilesExist(error);
    const message = here
      ? `Cannot connect to the ${address}: ${firstLine(error)}`
      : explainOpening(error, address, names);
    throw new StoreUnavailable(message, error);
  }
  return {
    client,
    database,
    queryDatabase,
    address,
    embedded: here !== undefined,
    sharded: here === undefined && topology?.type === 'Sharded',
    oneState,
    missing,
    place: here
      ? { engine: 'embedded', path: resolve(here.dataDir), isNew: here.embedded.isNew }
      : { engine: 'mongodb', hosts: names, database: database.databaseName },
    lost: lossOf(here?.embedded),
    restarts: () => here?.embedded.restarts() ?? 0,
    pool,
    async close() {
      await close(client);
      await here?.embedded.close();
    },
  };
}

/** Includes the driver's reasons for the failed attempts, which it would report itself only a moment later. */
function noResponse(ms: number, topology: TopologyDescription | undefined): Error {
  const message = `No response within ${ms} ms`;
  return topology ? new MongoServerSelectionError(message, topology) : new Error(message);
}

/** MongoDB 6.0 is the first version whose `$lookup` reads from sharded collections and takes all that queries need. */
const minWireVersion = 17;

async function tooOld(database: Db, address: string): Promise<StoreUnavailable> {
  const { version } = await database.command({ buildInfo: 1 });
  return new StoreUnavailable(`The ${address} is too old: it has version ${version}. ${upgradeServer}`, undefined);
}

/** The driver reads the files that the options of the address name, such as `tlsCAFile`, when it connects. */
function assertFilesExist(error: unknown): void {
  const { code, path } = error as NodeJS.ErrnoException;
  if (path === undefined || (code !== 'ENOENT' && code !== 'EACCES')) return;
  throw new ConfigError('MONGODB_URI', 'an address whose certificate files can be read', `${path} (${code})`);
}

async function hasArticles(database: Db): Promise<boolean> {
  return (await database.listCollections({ name: 'articles' }, { nameOnly: true }).toArray()).length > 0;
}

function lossOf(embedded: EmbeddedStore | undefined): Promise<never> {
  const lost = new Promise<never>((_, reject) => {
    embedded?.ended.catch((error: Error) => reject(new StoreUnavailable(firstLine(error), error)));
  });
  lost.catch(() => {}); // avoids an unhandled rejection if nobody awaits it
  return lost;
}

/** The driver ends its sessions on the server, and would wait for one that does not respond. */
async function close(client: MongoClient): Promise<void> {
  await withTimeout(client.close(), closeTimeoutMs, () => new Error('The store did not respond in time')).catch(
    () => undefined,
  );
}

/** The driver's messages do not contain the credentials. */
function createClient(uri: string, openTimeoutMs: number, options: MongoClientOptions) {
  const expected = 'a MongoDB connection string';
  if (optionsIn(uri).get('w') === '0')
    throw new ConfigError('MONGODB_URI', `${expected} with acknowledged writes`, 'mongodb://… with w=0');
  try {
    const client = new MongoClient(uri, clientOptions(uri, openTimeoutMs, options));
    return { client, ...databasesOf(client, uri) };
  } catch (error) {
    if (!(error instanceof MongoError)) throw error;
    throw new ConfigError('MONGODB_URI', `${expected} (${firstLine(error)})`, 'mongodb://…');
  }
}

function databasesOf(client: MongoClient, uri: string): Pick<Store, 'database' | 'queryDatabase'> {
  const name = namesDatabase(uri) ? client.options.dbName : defaultDatabase;
  const { readConcern } = client.options;
  return {
    database: client.db(name, {
      readPreference: 'primary',
      ...(readConcern && { readConcern: new ReadConcern('local') }),
    }),
    queryDatabase: client.db(name),
  };
}

/** Without a database in the URI, the driver would use `test`. */
function namesDatabase(uri: string): boolean {
  return /^[^:]+:\/\/[^/?]+\/[^?]/.test(uri);
}
