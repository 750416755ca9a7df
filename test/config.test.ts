import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig, parseStoreConfig } from '../src/config.ts';

const defaults = {
  host: '127.0.0.1',
  port: 4000,
  store: { dataDir: 'data' },
  requestTimeoutMs: 2500,
  maxCost: 100_000,
  debugStore: false,
  logLevel: 'warn',
  production: false,
};

describe('the settings', () => {
  it.each<[string, Record<string, string | undefined>, object]>([
    ['nothing', {}, {}],
    [
      'empty variables',
      {
        HOST: '',
        PORT: '',
        DATA_DIR: '',
        MONGODB_URI: '',
        LOG_LEVEL: '',
        REQUEST_TIMEOUT_MS: '',
        MAX_COST: '',
        DEBUG_STORE: '',
      },
      {},
    ],
    ['absent variables', { PORT: undefined }, {}],
    ['a host', { HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
    ['a port', { PORT: '8080' }, { port: 8080 }],
    ['any port', { PORT: '0' }, { port: 0 }],
    ['the last port', { PORT: '65535' }, { port: 65_535 }],
    ['a folder', { DATA_DIR: '/var/lib/incidents' }, { store: { dataDir: '/var/lib/incidents' } }],
    ['a server', { MONGODB_URI: 'mongodb://h/db' }, { store: { mongodbUri: 'mongodb://h/db' } }],
    ['a server by SRV', { MONGODB_URI: 'mongodb+srv://h/db' }, { store: { mongodbUri: 'mongodb+srv://h/db' } }],
    ['a server and a folder', { MONGODB_URI: 'mongodb://h', DATA_DIR: 'd' }, { store: { mongodbUri: 'mongodb://h' } }],
    ['the shortest time', { REQUEST_TIMEOUT_MS: '100' }, { requestTimeoutMs: 100 }],
    ['the longest time', { REQUEST_TIMEOUT_MS: '600000' }, { requestTimeoutMs: 600_000 }],
    ['the smallest cost', { MAX_COST: '1' }, { maxCost: 1 }],
    ['the largest cost', { MAX_COST: '999999999' }, { maxCost: 999_999_999 }],
    ['what the store is asked', { DEBUG_STORE: '1' }, { debugStore: true }],
    ['what the store is asked, off', { DEBUG_STORE: '0' }, {}],
    ['a log level', { LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
    ['production', { NODE_ENV: 'production' }, { production: true }],
    ['another environment', { NODE_ENV: 'development' }, {}],
  ])('of %s', (_, env, differences) => {
    expect(parseConfig(env)).toEqual({ ...defaults, ...differences });
  });

  it.each([
    ['PORT', 'abc', 'a whole number from 0 to 65535'],
    ['PORT', '65536', 'a whole number from 0 to 65535'],
    ['PORT', '-1', 'a whole number from 0 to 65535'],
    ['PORT', '4000.5', 'a whole number from 0 to 65535'],
    ['PORT', '4e3', 'a whole number from 0 to 65535'],
    ['PORT', '0x50', 'a whole number from 0 to 65535'],
    ['PORT', ' 80', 'a whole number from 0 to 65535'],
    ['PORT', '80\n', 'a whole number from 0 to 65535'],
    ['PORT', '９０', 'a whole number from 0 to 65535'],
    ['REQUEST_TIMEOUT_MS', '99', 'a whole number from 100 to 600000'],
    ['REQUEST_TIMEOUT_MS', '600001', 'a whole number from 100 to 600000'],
    ['REQUEST_TIMEOUT_MS', '2s', 'a whole number from 100 to 600000'],
    ['MAX_COST', '0', 'a whole number from 1 to 999999999'],
    ['MAX_COST', '1000000000', 'a whole number from 1 to 999999999'],
    ['DEBUG_STORE', 'true', 'a whole number from 0 to 1'],
    ['LOG_LEVEL', 'loud', 'one of fatal, error, warn, info, debug, trace, silent'],
    ['LOG_LEVEL', 'toString', 'one of fatal, error, warn, info, debug, trace, silent'],
  ])('%s=%s is refused by name', (variable, found, expected) => {
    const message = `${variable} must be ${expected}, but got: ${JSON.stringify(found)}`;
    expect(() => parseConfig({ [variable]: found })).toThrow(new ConfigError(variable, expected, found));
    expect(() => parseConfig({ [variable]: found })).toThrow(message);
  });

  it.each([
    ['root:pw@h', '…'],
    ['hunter2', '…'],
    ['http://root:hunter2@h', 'http://…'],
    ['mongodb:/root:hunter2@h', '…'],
    ['mongodb://', 'mongodb://…'],
    [' mongodb://root:hunter2@h', '…'],
  ])('MONGODB_URI=%s is refused without what it may hold', (found, shown) => {
    const message = `MONGODB_URI must be an address that begins with mongodb:// or mongodb+srv://, but got: "${shown}"`;
    expect(() => parseStoreConfig({ MONGODB_URI: found })).toThrow(message);
  });
});
