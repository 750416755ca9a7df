import { describe, expect, it } from 'vitest';
import { parseConfig, parseStoreConfig } from '../../src/config/config.ts';
import { ConfigError } from '../../src/config/parse-setting.ts';

const defaults = {
  host: '127.0.0.1',
  port: 4000,
  store: { dataDir: 'data' },
  requestTimeoutMs: 2500,
  mutationTimeoutMs: 10_000,
  maxCost: 100_000,
  auth: { mode: 'off' },
  privateText: false,
  executor: 'batched',
  debugStore: false,
  logLevel: 'warn',
  drainMs: 5000,
  changesKeepDays: 30,
  demo: false,
  production: false,
  http: {
    allowedHosts: [{ name: '127.0.0.1' }],
    corsOrigins: [],
    cacheSeconds: 0,
    legacy200: false,
    introspection: true,
    trustedOnly: false,
    costPerMinute: 600_000,
    maxInFlight: 100,
    maxConnections: 500,
    maxSubscriptions: 100,
    trustProxy: [],
  },
};

const token = 'x'.repeat(32);

describe('parseConfig', () => {
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
    [
      'a host',
      { HOST: '192.0.2.1' },
      { host: '192.0.2.1', http: { ...defaults.http, allowedHosts: [{ name: '192.0.2.1' }] } },
    ],
    ['a port', { PORT: '8080' }, { port: 8080 }],
    ['any port', { PORT: '0' }, { port: 0 }],
    ['the last port', { PORT: '65535' }, { port: 65_535 }],
    ['a folder', { DATA_DIR: '/var/lib/incidents' }, { store: { dataDir: '/var/lib/incidents' } }],
    ['a server', { MONGODB_URI: 'mongodb://h/db' }, { store: { mongodbUri: 'mongodb://h/db' } }],
    ['an SRV address', { MONGODB_URI: 'mongodb+srv://h/db' }, { store: { mongodbUri: 'mongodb+srv://h/db' } }],
    ['a server over a folder', { MONGODB_URI: 'mongodb://h', DATA_DIR: 'd' }, { store: { mongodbUri: 'mongodb://h' } }],
    ['the min timeout', { REQUEST_TIMEOUT_MS: '100' }, { requestTimeoutMs: 100 }],
    ['the time of mutations', { MUTATION_TIMEOUT_MS: '700' }, { mutationTimeoutMs: 700 }],
    ['the max timeout', { REQUEST_TIMEOUT_MS: '600000' }, { requestTimeoutMs: 600_000 }],
    ['the min cost', { MAX_COST: '1' }, { maxCost: 1 }],
    [
      'the max cost',
      { MAX_COST: '999999999' },
      { maxCost: 999_999_999, http: { ...defaults.http, costPerMinute: 999_999_999 } },
    ],
    ['a token', { INGEST_TOKEN: token }, { ingestToken: token }],
    ['no token', { INGEST_TOKEN: '' }, {}],
    [
      'a token on this machine',
      { INGEST_TOKEN: token, HOST: '::1' },
      { ingestToken: token, host: '::1', http: { ...defaults.http, allowedHosts: [{ name: '::1' }] } },
    ],
    ['private texts', { PRIVATE_TEXT: '1' }, { privateText: true }],
    ['no authentication', { AUTH: 'off', PUBLIC_READ: '' }, {}],
    ['public reads without authentication', { PUBLIC_READ: '1' }, {}],
    [
      'a token file',
      { AUTH: 'token', AUTH_TOKENS: 't.txt' },
      { auth: { mode: 'token', tokensFile: 't.txt', publicRead: false } },
    ],
    [
      'a token file with public reads',
      { AUTH: 'token', AUTH_TOKENS: 't.txt', PUBLIC_READ: '1' },
      { auth: { mode: 'token', tokensFile: 't.txt', publicRead: true } },
    ],
    ...(
      [
        [{ AUTH_JWKS_URL: 'https://id.example/jwks' }, { keys: { url: 'https://id.example/jwks' } }],
        [{ AUTH_JWKS_URL: 'http://127.0.0.1:81/jwks' }, { keys: { url: 'http://127.0.0.1:81/jwks' } }],
        [{ AUTH_JWKS_URL: 'http://[::1]/jwks' }, { keys: { url: 'http://[::1]/jwks' } }],
        [{ AUTH_KEY_FILE: 'key.pem' }, { keys: { file: 'key.pem' } }],
        [
          { AUTH_KEY_FILE: 'key.pem', AUTH_ROLE_CLAIM: 'https://a/roles', PUBLIC_READ: '1' },
          { keys: { file: 'key.pem' }, roleClaim: 'https://a/roles', publicRead: true },
        ],
      ] as const
    ).map(([env, auth]): [string, object, object] => [
      `JWTs by ${JSON.stringify(env)}`,
      { AUTH: 'jwt', AUTH_AUDIENCE: 'graph', AUTH_ISSUER: 'https://id.example', ...env },
      {
        auth: {
          mode: 'jwt',
          audience: 'graph',
          issuer: 'https://id.example',
          roleClaim: 'role',
          publicRead: false,
          ...auth,
        },
      },
    ]),
    ['a token for metrics', { METRICS_TOKEN: token }, { metricsToken: token }],
    ['no time to drain', { DRAIN_MS: '0' }, { drainMs: 0 }],
    ['store commands in responses', { DEBUG_STORE: '1' }, { debugStore: true }],
    ['invented articles', { DEMO: '1' }, { demo: true }],
    ['a short change log', { CHANGES_KEEP_DAYS: '7' }, { changesKeepDays: 7 }],
    ['no store commands in responses', { DEBUG_STORE: '0' }, {}],
    ['the executor', { EXECUTOR: 'graphql-js' }, { executor: 'graphql-js' }],
    ['a log level', { LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
    ['production', { NODE_ENV: 'production' }, { production: true }],
    ...(
      [
        [
          'origins',
          { CORS_ORIGINS: 'https://a.example, http://b:81' },
          { corsOrigins: ['https://a.example', 'http://b:81'] },
        ],
        ['any host', { ALLOWED_HOSTS: '*' }, { allowedHosts: '*' }],
        [
          'hosts',
          { ALLOWED_HOSTS: 'Graph.Example., *.news.example:8443,[2001:DB8::0:1]:80, bücher.example, 2001:db8::2' },
          {
            allowedHosts: [
              { name: '127.0.0.1' },
              { name: 'graph.example' },
              { name: 'news.example', below: true, port: 8443 },
              { name: '2001:db8::1', port: 80 },
              { name: 'xn--bcher-kva.example' },
              { name: '2001:db8::2' },
            ],
          },
        ],
        ['all origins', { CORS_ORIGINS: '*' }, { corsOrigins: '*' }],
        ['a cache lifetime', { CACHE_SECONDS: '60' }, { cacheSeconds: 60 }],
        ['200 for legacy clients', { LEGACY_200: '1' }, { legacy200: true }],
        ['no introspection', { INTROSPECTION: '0' }, { introspection: false }],
        ['trusted documents', { TRUSTED_DOCUMENTS: 'm.json' }, { trustedDocuments: 'm.json' }],
        [
          'only trusted documents',
          { TRUSTED_DOCUMENTS: 'm.json', TRUSTED_ONLY: '1' },
          { trustedDocuments: 'm.json', trustedOnly: true },
        ],
        ['a budget', { COST_PER_MINUTE: '100000' }, { costPerMinute: 100_000 }],
        ['no budget', { COST_PER_MINUTE: '0' }, { costPerMinute: 0 }],
        ['a concurrency limit', { MAX_IN_FLIGHT: '1' }, { maxInFlight: 1 }],
        ['a connection limit', { MAX_CONNECTIONS: '1' }, { maxConnections: 1 }],
        ['a limit of subscriptions', { MAX_SUBSCRIPTIONS: '5' }, { maxSubscriptions: 5 }],
        [
          'proxies',
          { TRUST_PROXY: '127.0.0.1,10.0.0.0/8, ::1, fd00::/8' },
          { trustProxy: ['127.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8'] },
        ],
      ] as const
    ).map(([what, env, http]): [string, object, object] => [what, env, { http: { ...defaults.http, ...http } }]),
    [
      'a max cost above the default budget',
      { MAX_COST: '700000' },
      { maxCost: 700_000, http: { ...defaults.http, costPerMinute: 700_000 } },
    ],
    ['another environment', { NODE_ENV: 'development' }, {}],
  ])('parses %s', (_, env, differences) => {
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
    ['MUTATION_TIMEOUT_MS', '99', 'a whole number from 100 to 600000'],
    ['REQUEST_TIMEOUT_MS', '2s', 'a whole number from 100 to 600000'],
    ['MAX_COST', '0', 'a whole number from 1 to 999999999'],
    ['MAX_COST', '1000000000', 'a whole number from 1 to 999999999'],
    ['EXECUTOR', 'jit', 'one of batched, graphql-js'],
    ['CHANGES_KEEP_DAYS', '0', 'a whole number from 1 to 36500'],
    ['DEBUG_STORE', 'true', 'a whole number from 0 to 1'],
    ['CACHE_SECONDS', '1h', 'a whole number from 0 to 31536000'],
    ['MAX_IN_FLIGHT', '0', 'a whole number from 1 to 100000'],
    ['MAX_CONNECTIONS', '0', 'a whole number from 1 to 100000'],
    ['COST_PER_MINUTE', '99999', '0, or at least MAX_COST (100000)'],
    ['TRUSTED_ONLY', 'yes', 'a whole number from 0 to 1'],
    ...[
      'news.example',
      'https://news.example/',
      'https://news.example/a',
      'https://NEWS.example',
      'https://news.example:443',
      'file://a',
      'null',
      'https://a.example,*',
      'https://a.example,',
    ].map((found) => ['CORS_ORIGINS', found, 'comma-separated origins such as https://news.example, or *']),
    ...['1', 'localhost', '10.0.0.0/33', '10.0.0.0/0', '10.0.0/8', '::1/129', '10.0.0.1;10.0.0.2', '10.0.0.1,'].map(
      (found) => ['TRUST_PROXY', found, 'comma-separated addresses or networks such as 10.0.0.0/8'],
    ),
    ...[
      'https://graph.example',
      'graph.example/',
      'graph.example/graphql',
      'user@graph.example',
      'graph.example:',
      'graph.example:x',
      'graph.example:65536',
      'graph.example:1:2',
      'graph example',
      'graph..example',
      '.graph.example',
      '-graph.example',
      'graph.*',
      'a.*.example',
      '*graph.example',
      '*.',
      '*.*',
      '*.192.0.2.1',
      '*.[::1]',
      '**',
      '[::1',
      '[graph.example]',
      '2001:db8::g',
      '192.0.2.256',
      '192.0.2.0/24',
      'graph%2eexample',
      'graph.example,',
      'graph.example;news.example',
      'graph.example,*',
      `${'a'.repeat(64)}.example`,
    ].map((found) => [
      'ALLOWED_HOSTS',
      found,
      'comma-separated hosts such as graph.example, *.graph.example or [2001:db8::1]:8443, or *',
    ]),
    ['LOG_LEVEL', 'loud', 'one of fatal, error, warn, info, debug, trace, silent'],
    ['LOG_LEVEL', 'toString', 'one of fatal, error, warn, info, debug, trace, silent'],
  ] as [string, string, string][])('rejects %s=%s by name', (variable, found, expected) => {
    const message = `${variable} must be ${expected}, but got: ${JSON.stringify(found)}`;
    expect(() => parseConfig({ [variable]: found })).toThrow(new ConfigError(variable, expected, found));
    expect(() => parseConfig({ [variable]: found })).toThrow(message);
  });

  const jwt = { AUTH: 'jwt', AUTH_AUDIENCE: 'graph', AUTH_ISSUER: 'https://id.example' };
  it.each<[Record<string, string>, string]>([
    [{ AUTH: 'on' }, 'AUTH must be one of off, token, jwt, but got: "on"'],
    [{ AUTH: 'Token' }, 'AUTH must be one of off, token, jwt, but got: "Token"'],
    [{ AUTH: 'token' }, 'AUTH_TOKENS must be the path of a token file when AUTH is token, but got: ""'],
    [{ AUTH_TOKENS: 't.txt' }, 'AUTH_TOKENS must be unset when AUTH is off, but got: "…"'],
    [{ PUBLIC_READ: '0' }, 'PUBLIC_READ must be unset when AUTH is off, as everybody can read then, but got: "0"'],
    [{ AUTH_ROLE_CLAIM: 'r' }, 'AUTH_ROLE_CLAIM must be unset when AUTH is off, but got: "…"'],
    [
      { AUTH: 'token', AUTH_TOKENS: 't.txt', AUTH_KEY_FILE: 'k.pem' },
      'AUTH_KEY_FILE must be unset when AUTH is token, but got: "…"',
    ],
    [
      { AUTH: 'token', AUTH_TOKENS: 't.txt', INGEST_TOKEN: token },
      'INGEST_TOKEN must be unset when AUTH is token, but got: "…"',
    ],
    [
      { ...jwt, AUTH_KEY_FILE: 'k.pem', AUTH_AUDIENCE: '' },
      'AUTH_AUDIENCE must be the aud claim of tokens for this gateway',
    ],
    [
      { ...jwt, AUTH_KEY_FILE: 'k.pem', AUTH_ISSUER: '' },
      'AUTH_ISSUER must be the iss claim of tokens for this gateway',
    ],
    [
      jwt,
      'AUTH_JWKS_URL must be the https URL of a JWKS (http on this machine) when AUTH is jwt and AUTH_KEY_FILE is unset',
    ],
    [{ ...jwt, AUTH_JWKS_URL: 'http://id.example/jwks' }, 'but got: "http://id.example/jwks"'],
    [{ ...jwt, AUTH_JWKS_URL: 'http://127.0.0.1.example/jwks' }, 'AUTH_JWKS_URL must be the https URL'],
    [{ ...jwt, AUTH_JWKS_URL: 'file:///etc/jwks.json' }, 'AUTH_JWKS_URL must be the https URL'],
    [{ ...jwt, AUTH_JWKS_URL: 'https://user:pw@id.example/jwks' }, 'but got: "https://…@id.example/jwks"'],
    [{ ...jwt, AUTH_JWKS_URL: 'jwks' }, 'AUTH_JWKS_URL must be the https URL'],
    [
      { ...jwt, AUTH_JWKS_URL: 'https://id.example/jwks', AUTH_KEY_FILE: 'k.pem' },
      'AUTH_KEY_FILE must be unset when AUTH_JWKS_URL is set, but got: "k.pem"',
    ],
    [{ AUTH: 'token', AUTH_TOKENS: 't.txt', PUBLIC_READ: 'yes' }, 'PUBLIC_READ must be a whole number from 0 to 1'],
    [{ PRIVATE_TEXT: 'yes' }, 'PRIVATE_TEXT must be a whole number from 0 to 1'],
  ])('rejects %j: %s', (env, message) => {
    expect(() => parseConfig(env)).toThrow(ConfigError);
    expect(() => parseConfig(env)).toThrow(message);
  });

  it.each(['0.0.0.0', '::', '192.0.2.1', 'gateway', '127.0.0.1.example', 'localhost.example'])(
    'rejects INGEST_TOKEN with HOST=%s, and says what to do instead',
    (HOST) => {
      const parse = () => parseConfig({ HOST, INGEST_TOKEN: token });
      expect(parse).toThrow(
        `AUTH must be token or jwt when HOST (${HOST}) is not a loopback address and INGEST_TOKEN is set, but got: "off". `,
      );
      expect(parse).toThrow('npm run token');
      expect(parse).not.toThrow(token);
      expect(() => parseConfig({ HOST, ALLOWED_HOSTS: '*' })).not.toThrow();
    },
  );

  it.each(['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1', 'localhost', ''])(
    'accepts INGEST_TOKEN with HOST=%j',
    (HOST) => {
      expect(parseConfig({ HOST, INGEST_TOKEN: token }).ingestToken).toBe(token);
    },
  );

  it.each(['0.0.0.0', '::', '0', '0x0', '000.0.0.0', '0:0::0', '::ffff:0.0.0.0'])(
    'rejects HOST=%s, which is every address, without ALLOWED_HOSTS',
    (HOST) => {
      const message = `ALLOWED_HOSTS must be the host names by which clients reach the gateway, such as graph.example, or * for any, when HOST (${HOST}) is every address of this machine, but got: ""`;
      for (const ALLOWED_HOSTS of [undefined, '']) expect(() => parseConfig({ HOST, ALLOWED_HOSTS })).toThrow(message);
      for (const ALLOWED_HOSTS of ['*', 'localhost']) expect(parseConfig({ HOST, ALLOWED_HOSTS }).host).toBe(HOST);
    },
  );

  it.each([
    ['PERSISTED_ONLY', 'TRUSTED_ONLY'],
    ['PERSISTED_DOCUMENTS', 'TRUSTED_DOCUMENTS'],
  ])('rejects %s, whose name is now %s', (old, name) => {
    const message = `${old} must be unset, since its name is now ${name}, but got: "1"`;
    expect(() => parseConfig({ [old]: '1' })).toThrow(message);
  });

  it('rejects TRUSTED_ONLY without a manifest', () => {
    const message = 'TRUSTED_DOCUMENTS must be the path of a manifest when TRUSTED_ONLY is 1, but got: ""';
    expect(() => parseConfig({ TRUSTED_ONLY: '1' })).toThrow(message);
  });

  it.each([
    ['secret-of-31-characters-is-short', undefined],
    ['secret-of-31-characters-isshort', '… (31 characters)'],
    ['secret', '… (6 characters)'],
    [`secret ${token}`, '… (with other characters)'],
    [`sécret${token}`, '… (with other characters)'],
    [`secret\n${token}`, '… (with other characters)'],
  ])('rejects INGEST_TOKEN=%j without showing it', (found, shown) => {
    const parse = () => parseConfig({ INGEST_TOKEN: found }).ingestToken;
    if (shown === undefined) expect(parse()).toBe(found);
    else
      expect(parse).toThrow(
        `INGEST_TOKEN must be at least 32 printable ASCII characters without spaces, but got: "${shown}"`,
      );
  });

  it.each([
    ['root:pw@h', '…'],
    ['hunter2', '…'],
    ['http://root:hunter2@h', 'http://…'],
    ['mongodb:/root:hunter2@h', '…'],
    ['mongodb://', 'mongodb://…'],
    [' mongodb://root:hunter2@h', '…'],
  ])('rejects MONGODB_URI=%s without showing credentials', (found, shown) => {
    const message = `MONGODB_URI must be a URI that begins with mongodb:// or mongodb+srv://, but got: "${shown}"`;
    expect(() => parseStoreConfig({ MONGODB_URI: found })).toThrow(message);
  });
});
