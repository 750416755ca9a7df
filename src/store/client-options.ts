import type { MongoClientOptions } from 'mongodb';

/**
 * Returns the options of the driver for an address: `ours`, and defaults that fit a gateway, each only where the address
 * does not set it. docs/stores.md lists the defaults with the reasons.
 */
export function clientOptions(uri: string, openTimeoutMs: number, ours: MongoClientOptions): MongoClientOptions {
  const options: MongoClientOptions = {
    appName: 'incident-graph',
    maxPoolSize: 20,
    serverSelectionTimeoutMS: openTimeoutMs,
    connectTimeoutMS: openTimeoutMs,
    waitQueueTimeoutMS: 2000,
    socketTimeoutMS: 60_000,
    heartbeatFrequencyMS: 2000,
    ignoreUndefined: true,
    ...ours,
  };
  const set = optionsIn(uri);
  return Object.fromEntries(Object.entries(options).filter(([option]) => !set.has(option.toLowerCase())));
}

const defaultOpenTimeoutMs = 5000;

/** Returns the default time limit for opening, in ms: 5,000, or the address's `serverSelectionTimeoutMS` if longer. */
export function defaultOpenTimeout(uri: string): number {
  return Math.max(defaultOpenTimeoutMs, Number(optionsIn(uri).get('serverselectiontimeoutms')) || 0);
}

/**
 * Returns the options that an address sets, with their values, by name in lower case: the Connection String
 * Specification makes names case-insensitive.
 */
export function optionsIn(uri: string): Map<string, string> {
  const [, query = ''] = /^[^?]*\?(.*)$/s.exec(uri) ?? [];
  return new Map([...new URLSearchParams(query)].map(([option, value]) => [option.toLowerCase(), value]));
}
