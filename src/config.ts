import { type AuthConfig, parseAuthConfig, refuseOpenWriting } from './auth-config.ts';
import { type HttpConfig, parseHttpConfig } from './http-config.ts';
import { ConfigError, type Environment, parseInteger, parseSwitch } from './setting.ts';

/** The settings of the gateway, checked. */
export interface Config {
  host: string;
  /** 0 takes any free port. */
  port: number;
  store: StoreConfig;
  requestTimeoutMs: number;
  /** What a query may cost at most, as `extensions.cost` tells it. */
  maxCost: number;
  auth: AuthConfig;
  /** What who changes the store has to bring where `auth` is off; absent where nobody may. */
  ingestToken?: string;
  /** Whether the texts of articles are for clients with a role alone. */
  privateText: boolean;
  /** Whether each answer tells in `extensions.store` what was asked of the store for it. */
  debugStore: boolean;
  logLevel: LogLevel;
  /** What who reads `/metrics` has to bring; absent where clients on this machine may, and no others. */
  metricsToken?: string;
  /** How long a process that is to end goes on, for a load balancer to see at `/readyz` that it is. */
  drainMs: number;
  /** Whether error messages may speak of the schema ("Did you mean …"). */
  production: boolean;
  http: HttpConfig;
}

/** A MongoDB server, or the folder of the embedded store. */
export type StoreConfig = { mongodbUri: string } | { dataDir: string };

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const leastTokenLength = 32;

/** Reads the settings; a variable that is empty is as if left out. */
export function parseConfig(env: Environment): Config {
  const maxCost = parseInteger(env, 'MAX_COST', 100_000, 1, 999_999_999);
  const ingestToken = parseToken(env, 'INGEST_TOKEN');
  const metricsToken = parseToken(env, 'METRICS_TOKEN');
  const host = env.HOST || '127.0.0.1';
  const auth = parseAuthConfig(env);
  refuseOpenWriting({ host, auth, writes: ingestToken !== undefined });
  return {
    host,
    port: parseInteger(env, 'PORT', 4000, 0, 65_535),
    store: parseStoreConfig(env),
    requestTimeoutMs: parseInteger(env, 'REQUEST_TIMEOUT_MS', 2500, 100, 600_000),
    maxCost,
    auth,
    ...(ingestToken !== undefined && { ingestToken }),
    privateText: parseSwitch(env, 'PRIVATE_TEXT', false),
    debugStore: parseSwitch(env, 'DEBUG_STORE', false),
    logLevel: parseLogLevel(env),
    ...(metricsToken !== undefined && { metricsToken }),
    drainMs: parseInteger(env, 'DRAIN_MS', 5000, 0, 600_000),
    production: env.NODE_ENV === 'production',
    http: parseHttpConfig(env, { maxCost }),
  };
}

/** Of these settings, those that say where the documents are. The URI is not shown in errors: it may hold a password. */
export function parseStoreConfig(env: Environment): StoreConfig {
  const { MONGODB_URI: mongodbUri, DATA_DIR: dataDir } = env;
  if (!mongodbUri) return { dataDir: dataDir || 'data' };
  if (!/^mongodb(\+srv)?:\/\/./.test(mongodbUri)) {
    const [scheme = ''] = /^[a-z+.-]+:\/\//i.exec(mongodbUri) ?? [];
    throw new ConfigError('MONGODB_URI', 'an address that begins with mongodb:// or mongodb+srv://', `${scheme}…`);
  }
  return { mongodbUri };
}

/** As a header can carry it. It is not shown in errors. */
function parseToken(env: Environment, variable: string): string | undefined {
  const token = env[variable];
  if (!token) return undefined;
  const expected = `at least ${leastTokenLength} letters, digits or marks, without spaces`;
  if (!/^[\x21-\x7e]*$/.test(token)) throw new ConfigError(variable, expected, '… with others');
  if (token.length < leastTokenLength) throw new ConfigError(variable, expected, `… of ${token.length}`);
  return token;
}

function parseLogLevel({ LOG_LEVEL: text }: Environment): LogLevel {
  if (!text) return 'warn';
  const level = logLevels.find((level) => level === text);
  if (!level) throw new ConfigError('LOG_LEVEL', `one of ${logLevels.join(', ')}`, text);
  return level;
}
