import { isIP } from 'node:net';
import { ConfigError, type Environment, parseInteger, parseList, parseSwitch } from './setting.ts';

/** How the gateway meets who asks it over HTTP. */
export interface HttpConfig {
  /** Whose pages may read answers: `*` is anybody's. */
  corsOrigins: '*' | readonly string[];
  /** How long caches may keep what GET was answered, without asking whether it is still so. */
  cacheSeconds: number;
  /** Whether clients that take `application/json` alone are answered 200 where GraphQL refuses what they ask. */
  legacy200: boolean;
  introspection: boolean;
  /** The path of a manifest of documents by their hashes. */
  persistedDocuments?: string;
  /** Whether those documents are all that is answered. */
  persistedOnly: boolean;
  /** What a client may ask for in a minute, as `extensions.cost` tells it; 0 is without an end. */
  costPerMinute: number;
  /** How many operations may run at once; as many more wait. */
  maxInFlight: number;
  /** How many connections one client may hold at once. */
  maxConnections: number;
  /** The addresses and networks of proxies that may say whom they ask for. */
  trustProxy: readonly string[];
}

export function parseHttpConfig(env: Environment, { maxCost }: { maxCost: number }): HttpConfig {
  const { PERSISTED_DOCUMENTS: persistedDocuments } = env;
  const persistedOnly = parseSwitch(env, 'PERSISTED_ONLY', false);
  if (persistedOnly && !persistedDocuments)
    throw new ConfigError('PERSISTED_DOCUMENTS', 'the path of a manifest where PERSISTED_ONLY is 1', '');
  return {
    corsOrigins: parseOrigins(env),
    cacheSeconds: parseInteger(env, 'CACHE_SECONDS', 0, 0, 31_536_000),
    legacy200: parseSwitch(env, 'LEGACY_200', false),
    introspection: parseSwitch(env, 'INTROSPECTION', true),
    ...(persistedDocuments && { persistedDocuments }),
    persistedOnly,
    costPerMinute: parseCostPerMinute(env, maxCost),
    maxInFlight: parseInteger(env, 'MAX_IN_FLIGHT', 100, 1, 100_000),
    maxConnections: parseInteger(env, 'MAX_CONNECTIONS', 500, 1, 100_000),
    trustProxy: parseNetworks(env),
  };
}

/** A budget below the largest cost would for ever refuse what is allowed. */
function parseCostPerMinute(env: Environment, maxCost: number): number {
  const cost = parseInteger(env, 'COST_PER_MINUTE', Math.max(600_000, maxCost), 0, 999_999_999);
  if (cost > 0 && cost < maxCost)
    throw new ConfigError('COST_PER_MINUTE', `0, or at least MAX_COST (${maxCost})`, String(cost));
  return cost;
}

function parseOrigins(env: Environment): HttpConfig['corsOrigins'] {
  if (env.CORS_ORIGINS === '*') return '*';
  return parseList(env, 'CORS_ORIGINS', {
    expected: 'origins such as https://news.example, with commas between, or *',
    isRight: (part) => /^https?:/.test(part) && URL.canParse(part) && new URL(part).origin === part,
  });
}

function parseNetworks(env: Environment): string[] {
  return parseList(env, 'TRUST_PROXY', {
    expected: 'addresses and networks such as 10.0.0.0/8, with commas between',
    isRight: (part) => {
      const [, address = '', bits = '1'] = /^([^/]+)(?:\/([1-9]\d{0,2}))?$/.exec(part) ?? [];
      const version = isIP(address);
      return version !== 0 && Number(bits) <= (version === 4 ? 32 : 128);
    },
  });
}
