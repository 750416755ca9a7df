import { type Db, MongoClient, type MongoClientOptions, MongoError } from 'mongodb';
import type { StoreConfig } from '../config.ts';
import type { EmbeddedStore } from '../embedded/embedded-store.ts';
import { ConfigError } from '../setting.ts';
import { ensureCollections } from './collections.ts';
import { type PoolUse, watchPool } from './watch-pool.ts';
import { withinTime } from './within-time.ts';

/** The document store, open. */
export interface Store {
  client: MongoClient;
  database: Db;
  /** Where it is, as may be shown: without credentials. */
  address: string;
  embedded: boolean;
  /** Rejects when the embedded store keeps dying, and is no longer started again; never resolves otherwise. */
  lost: Promise<never>;
  /** How often the embedded store has died and was started again. */
  restarts(): number;
  /** The connections at this moment. */
  pool(): PoolUse;
  /** Closes the connections, and the embedded store with them. */
  close(): Promise<void>;
}

/** The store cannot be opened. The message says what and what to do, in one line. */
export class StoreUnavailable extends Error {
  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.name = 'StoreUnavailable';
  }
}

const defaultDatabase = 'incident-graph';

/** A server that is gone must show within the time of a request: what waits for one gives up early. */
const clientOptions = {
  appName: 'incident-graph',
  serverSelectionTimeoutMS: 2000,
  connectTimeoutMS: 2000,
  waitQueueTimeoutMS: 2000,
  socketTimeoutMS: 60_000,
  heartbeatFrequencyMS: 2000,
  maxPoolSize: 20,
  ignoreUndefined: true,
} as const;

/**
 * The store in this process is there once it has started, and what is slow then is the machine, or an index that is
 * built over all that an earlier version stored: heartbeats wait behind it, and must not give it up.
 */
const embeddedTimeouts = {
  serverSelectionTimeoutMS: 30_000,
  connectTimeoutMS: 600_000,
  socketTimeoutMS: 600_000,
  waitQueueTimeoutMS: 30_000,
};
const embeddedOpenTimeoutMs = 30_000;

/** Both within 5 s: a server that accepts connections and says no more must not hold the process. */
const openTimeoutMs = 3500;
const closeTimeoutMs = 1000;

export interface StoreOptions {
  /** Lets the client emit the driver's command events. */
  monitorCommands?: NonNullable<MongoClientOptions['monitorCommands']>;
  /** Leaves collections and indexes as they are, missing or not. */
  readOnly?: boolean;
  /** Hears each time that the embedded store has died and is started again. */
  onRestart?: (cause: Error) => void;
}

/**
 * Opens the store, with all collections and indexes in place. Fails with `StoreUnavailable` within 5 s when it does not
 * answer, and with `ConfigError` when its address is malformed.
 */
export async function openStore(config: StoreConfig, options: StoreOptions = {}): Promise<Store> {
  if ('mongodbUri' in config) return connect(config.mongodbUri, options);
  const { startEmbeddedStore } = await import('../embedded/embedded-store.ts');
  const { onRestart = sayRestart, ...others } = options;
  const embedded = await startEmbeddedStore({ dataDir: config.dataDir, onRestart }).catch((error: Error) => {
    throw new StoreUnavailable(
      `The embedded store in ${config.dataDir} cannot be opened: ${firstLine(error)}. Is DATA_DIR right, and may it be written to?`,
      error,
    );
  });
  try {
    return await connect(embedded.uri, others, { dataDir: config.dataDir, embedded });
  } catch (error) {
    await embedded.close();
    throw error;
  }
}

function sayRestart({ message }: Error): void {
  console.error(`embedded store: ${message}; it is started again`);
}

async function connect(
  uri: string,
  { readOnly = false, onRestart: _, ...options }: StoreOptions,
  here?: { dataDir: string; embedded: EmbeddedStore },
): Promise<Store> {
  const { client, database } = createClient(uri, { ...options, ...(here && embeddedTimeouts) });
  const pool = watchPool(client);
  const timeoutMs = here ? embeddedOpenTimeoutMs : openTimeoutMs;
  const { hosts, srvHost } = client.options;
  const address = here ? `embedded store in ${here.dataDir}` : `MongoDB at ${hosts.join(', ') || srvHost}`;
  try {
    const opening = client.connect().then(() => database.command({ ping: 1 }));
    await withinTime(opening, timeoutMs, () => new Error(`No answer within ${timeoutMs} ms`));
    if (!readOnly) await ensureCollections(database);
  } catch (error) {
    await close(client);
    const reason = firstLine(error);
    const advice = here ? '' : '. Is it running, and is MONGODB_URI right?';
    throw new StoreUnavailable(`The ${address} cannot be used: ${reason}${advice}`, error);
  }
  return {
    client,
    database,
    address,
    embedded: here !== undefined,
    lost: lossOf(here?.embedded),
    restarts: () => here?.embedded.restarts() ?? 0,
    pool,
    async close() {
      await close(client);
      await here?.embedded.close();
    },
  };
}

function lossOf(embedded: EmbeddedStore | undefined): Promise<never> {
  const lost = new Promise<never>((_, reject) => {
    embedded?.ended.catch((error: Error) => reject(new StoreUnavailable(firstLine(error), error)));
  });
  lost.catch(() => {}); // whoever waits for it hears of it; nobody has to
  return lost;
}

/** The driver says goodbye to the server, and would wait for one that does not answer. */
async function close(client: MongoClient): Promise<void> {
  await withinTime(client.close(), closeTimeoutMs, () => new Error('The store does not answer')).catch(() => undefined);
}

/** The driver's reasons do not repeat the credentials. */
function createClient(uri: string, options: MongoClientOptions): { client: MongoClient; database: Db } {
  try {
    const client = new MongoClient(uri, { ...clientOptions, ...options });
    return { client, database: client.db(namesDatabase(uri) ? client.options.dbName : defaultDatabase) };
  } catch (error) {
    if (!(error instanceof MongoError)) throw error;
    throw new ConfigError('MONGODB_URI', `a connection string of MongoDB (${firstLine(error)})`, 'mongodb://…');
  }
}

/** Where the URI names none, the driver takes `test`, which is nobody's wish. */
function namesDatabase(uri: string): boolean {
  return /^[^:]+:\/\/[^/?]+\/[^?]/.test(uri);
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? '';
}
