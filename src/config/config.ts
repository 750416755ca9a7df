import { type AuthConfig, assertNoOpenWriting, parseAuthConfig } from './auth-config.ts';
import { type HttpConfig, parseHttpConfig } from './http-config.ts';
import { ConfigError, type Environment, parseInteger, parseSwitch } from './parse-setting.ts';

/** The validated settings of the gateway. */
export interface Config {
  host: string;
  /** 0 chooses any free port. */
  port: number;
  store: StoreConfig;
  requestTimeoutMs: number;
  /** How long a mutation may wait for other writers. */
  mutationTimeoutMs: number;
  /** The max cost of an operation, as reported in `extensions.cost`. */
  maxCost: number;
  auth: AuthConfig;
  /** The token for writes when `auth` is off; if absent, writes are disabled. */
  ingestToken?: string;
  /** Whether only clients with a role can read the texts of articles. */
  privateText: boolean;
  /** The executor of queries. */
  executor: ExecutorName;
  /** Whether each response lists its store commands in `extensions.store`. */
  debugStore: boolean;
  logLevel: LogLevel;
  /** The token for `/metrics`; if absent, only clients on this machine can read it. */
  metricsToken?: string;
  /** The time between SIGTERM and the end, in which a load balancer can notice the 503 at `/readyz`. */
  drainMs: number;
  /** How many days the change log is kept. */
  changesKeepDays: number;
  /** Whether the invented articles are among those that fill an empty store. */
  demo: boolean;
  /** Whether schema details ("Did you mean …") are removed from error messages. */
  production: boolean;
  http: HttpConfig;
}

/** A MongoDB server, or the folder of the embedded store. */
export type StoreConfig = ServerConfig | { dataDir: string };

export interface ServerConfig {
  mongodbUri: string;
  /** How long opening may take; by default as `defaultOpenTimeout` says. */
  openTimeoutMs?: number;
  /** Whether missing collections and indexes are created, which is the default. */
  ensureIndexes?: boolean;
}

const executors = ['batched', 'graphql-js'] as const;
export type ExecutorName = (typeof executors)[number];

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const minTokenLength = 32;

/**
 * Parses the settings. An empty variable counts as unset.
 *
 * @throws ConfigError for the first invalid setting.
 */
export function parseConfig(env: Environment): Config {
  const maxCost = parseInteger(env, 'MAX_COST', 100_000, 1, 999_999_999);
  const ingestToken = parseToken(env, 'INGEST_TOKEN');
  const metricsToken = parseToken(env, 'METRICS_TOKEN');
  const host = env.HOST || '127.0.0.1';
  const auth = parseAuthConfig(env);
  assertNoOpenWriting({ host, auth, writes: ingestToken !== undefined });
  return {
    host,
    port: parseInteger(env, 'PORT', 4000, 0, 65_535),
    store: parseStoreConfig(env),
    requestTimeoutMs: parseInteger(env, 'REQUEST_TIMEOUT_MS', 2500, 100, 600_000),
    mutationTimeoutMs: parseInteger(env, 'MUTATION_TIMEOUT_MS', 10_000, 100, 600_000),
    maxCost,
    auth,
    ...(ingestToken !== undefined && { ingestToken }),
    privateText: parseSwitch(env, 'PRIVATE_TEXT', false),
    executor: parseChoice(env, 'EXECUTOR', executors, 'batched'),
    debugStore: parseSwitch(env, 'DEBUG_STORE', false),
    logLevel: parseChoice(env, 'LOG_LEVEL', logLevels, 'warn'),
    ...(metricsToken !== undefined && { metricsToken }),
    drainMs: parseInteger(env, 'DRAIN_MS', 5000, 0, 600_000),
    changesKeepDays: parseChangesKeepDays(env),
    demo: parseDemo(env),
    production: env.NODE_ENV === 'production',
    http: parseHttpConfig(env, { host, maxCost }),
  };
}

/** Parses only the settings that locate the store. Errors do not show the URI, since it may contain a password. */
export function parseStoreConfig(env: Environment): StoreConfig {
  const { MONGODB_URI: mongodbUri, DATA_DIR: dataDir } = env;
  const ensureIndexes = parseSwitch(env, 'ENSURE_INDEXES', true);
  const openTimeoutMs = parseInteger(env, 'STORE_OPEN_TIMEOUT_MS', 0, 100, 600_000);
  if (!mongodbUri) return { dataDir: dataDir || 'data' };
  if (!/^mongodb(\+srv)?:\/\/./.test(mongodbUri)) {
    const [scheme = ''] = /^[a-z+.-]+:\/\//i.exec(mongodbUri) ?? [];
    throw new ConfigError('MONGODB_URI', 'a URI that begins with mongodb:// or mongodb+srv://', `${scheme}…`);
  }
  return { mongodbUri, ...(openTimeoutMs > 0 && { openTimeoutMs }), ...(!ensureIndexes && { ensureIndexes }) };
}

/** Parses the setting that says how many days the change log is kept. */
export function parseChangesKeepDays(env: Environment): number {
  return parseInteger(env, 'CHANGES_KEEP_DAYS', 30, 1, 36_500);
}

/** Parses the setting that includes the invented articles among the shipped ones. */
export function parseDemo(env: Environment): boolean {
  return parseSwitch(env, 'DEMO', false);
}

/** Parses a token that a header can carry. Errors do not show it. */
function parseToken(env: Environment, variable: string): string | undefined {
  const token = env[variable];
  if (!token) return undefined;
  const expected = `at least ${minTokenLength} printable ASCII characters without spaces`;
  if (!/^[\x21-\x7e]*$/.test(token)) throw new ConfigError(variable, expected, '… (with other characters)');
  if (token.length < minTokenLength) throw new ConfigError(variable, expected, `… (${token.length} characters)`);
  return token;
}

function parseChoice<T extends string>(env: Environment, variable: string, choices: readonly T[], usual: T): T {
  const text = env[variable];
  if (!text) return usual;
  const choice = choices.find((each) => each === text);
  if (choice === undefined) throw new ConfigError(variable, `one of ${choices.join(', ')}`, text);
  return choice;
}
