import { isIP } from 'node:net';
import { type AllowedHosts, parseAllowedHosts } from './allowed-hosts.ts';
import { ConfigError, type Environment, parseInteger, parseList, parseSwitch } from './parse-setting.ts';

/** The settings of the HTTP server. */
export interface HttpConfig {
  /** The hosts that are answered, besides this machine's own names. */
  allowedHosts: AllowedHosts;
  /** The origins whose pages may read responses; `*` allows all. */
  corsOrigins: '*' | readonly string[];
  /** How long caches may reuse responses to GET without revalidation. */
  cacheSeconds: number;
  /** Whether request errors have status 200 for clients that accept only `application/json`. */
  legacy200: boolean;
  introspection: boolean;
  /** The path of a manifest that maps hashes to documents. */
  trustedDocuments?: string;
  /** Whether only those documents are executed. */
  trustedOnly: boolean;
  /** The cost that a client may use per minute, as reported in `extensions.cost`; 0 disables the limit. */
  costPerMinute: number;
  /** The max number of operations that run at once; as many again may wait. */
  maxInFlight: number;
  /** The max number of open connections of one client. */
  maxConnections: number;
  /** The max number of open subscriptions of one client. */
  maxSubscriptions: number;
  /** The addresses and networks of proxies whose `X-Forwarded-For` is trusted. */
  trustProxy: readonly string[];
}

export function parseHttpConfig(env: Environment, { host, maxCost }: { host: string; maxCost: number }): HttpConfig {
  assertNoOldNames(env);
  const { TRUSTED_DOCUMENTS: trustedDocuments } = env;
  const trustedOnly = parseSwitch(env, 'TRUSTED_ONLY', false);
  if (trustedOnly && !trustedDocuments)
    throw new ConfigError('TRUSTED_DOCUMENTS', 'the path of a manifest when TRUSTED_ONLY is 1', '');
  return {
    allowedHosts: parseAllowedHosts(env, host),
    corsOrigins: parseOrigins(env),
    cacheSeconds: parseInteger(env, 'CACHE_SECONDS', 0, 0, 31_536_000),
    legacy200: parseSwitch(env, 'LEGACY_200', false),
    introspection: parseSwitch(env, 'INTROSPECTION', true),
    ...(trustedDocuments && { trustedDocuments }),
    trustedOnly,
    costPerMinute: parseCostPerMinute(env, maxCost),
    maxInFlight: parseInteger(env, 'MAX_IN_FLIGHT', 100, 1, 100_000),
    maxConnections: parseInteger(env, 'MAX_CONNECTIONS', 500, 1, 100_000),
    maxSubscriptions: parseInteger(env, 'MAX_SUBSCRIPTIONS', 100, 1, 100_000),
    trustProxy: parseNetworks(env),
  };
}

const oldNames = { PERSISTED_DOCUMENTS: 'TRUSTED_DOCUMENTS', PERSISTED_ONLY: 'TRUSTED_ONLY' };

/** A protection that was set under its old name must not be dropped without a word. */
function assertNoOldNames(env: Environment): void {
  for (const [old, name] of Object.entries(oldNames)) {
    if (env[old]) throw new ConfigError(old, `unset, since its name is now ${name}`, env[old]);
  }
}

/** A budget below `MAX_COST` would reject some allowed operations forever. */
function parseCostPerMinute(env: Environment, maxCost: number): number {
  const cost = parseInteger(env, 'COST_PER_MINUTE', Math.max(600_000, maxCost), 0, 999_999_999);
  if (cost > 0 && cost < maxCost)
    throw new ConfigError('COST_PER_MINUTE', `0, or at least MAX_COST (${maxCost})`, String(cost));
  return cost;
}

function parseOrigins(env: Environment): HttpConfig['corsOrigins'] {
  if (env.CORS_ORIGINS === '*') return '*';
  return parseList(env, 'CORS_ORIGINS', {
    expected: 'comma-separated origins such as https://news.example, or *',
    isRight: (part) => /^https?:/.test(part) && URL.canParse(part) && new URL(part).origin === part,
  });
}

function parseNetworks(env: Environment): string[] {
  return parseList(env, 'TRUST_PROXY', {
    expected: 'comma-separated addresses or networks such as 10.0.0.0/8',
    isRight: (part) => {
      const [, address = '', bits = '1'] = /^([^/]+)(?:\/([1-9]\d{0,2}))?$/.exec(part) ?? [];
      const version = isIP(address);
      return version !== 0 && Number(bits) <= (version === 4 ? 32 : 128);
    },
  });
}
