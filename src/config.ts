/** The settings of the gateway, checked. */
export interface Config {
  host: string;
  /** 0 takes any free port. */
  port: number;
  store: StoreConfig;
  requestTimeoutMs: number;
  /** What a query may cost at most, as `extensions.cost` tells it. */
  maxCost: number;
  /** Whether each answer tells in `extensions.store` what was asked of the store for it. */
  debugStore: boolean;
  logLevel: LogLevel;
  /** Whether error messages may speak of the schema ("Did you mean …"). */
  production: boolean;
}

/** A MongoDB server, or the folder of the embedded store. */
export type StoreConfig = { mongodbUri: string } | { dataDir: string };

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** A setting is wrong. The message names the variable, what it must be, and what came. */
export class ConfigError extends Error {
  constructor(variable: string, expected: string, found: string) {
    super(`${variable} must be ${expected}, but got: ${JSON.stringify(found)}`);
    this.name = 'ConfigError';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings; a variable that is empty is as if left out. */
export function parseConfig(env: Environment): Config {
  return {
    host: env.HOST || '127.0.0.1',
    port: parseInteger(env, 'PORT', 4000, 0, 65_535),
    store: parseStoreConfig(env),
    requestTimeoutMs: parseInteger(env, 'REQUEST_TIMEOUT_MS', 2500, 100, 600_000),
    maxCost: parseInteger(env, 'MAX_COST', 100_000, 1, 999_999_999),
    debugStore: parseInteger(env, 'DEBUG_STORE', 0, 0, 1) === 1,
    logLevel: parseLogLevel(env),
    production: env.NODE_ENV === 'production',
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

function parseInteger(env: Environment, variable: string, otherwise: number, least: number, most: number): number {
  const text = env[variable];
  if (!text) return otherwise;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most))
    throw new ConfigError(variable, `a whole number from ${least} to ${most}`, text);
  return value;
}

function parseLogLevel({ LOG_LEVEL: text }: Environment): LogLevel {
  if (!text) return 'warn';
  const level = logLevels.find((level) => level === text);
  if (!level) throw new ConfigError('LOG_LEVEL', `one of ${logLevels.join(', ')}`, text);
  return level;
}
