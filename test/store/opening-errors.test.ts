import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import type { Document } from 'bson';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/config/package-root.ts';
import { ConfigError } from '../../src/config/parse-setting.ts';
import { openStore, StoreUnavailable } from '../../src/store/open-store.ts';
import { openTestStore, type TestStore } from '../support/store.ts';
import { type AnswerCommand, openWireProxy, type WireProxy } from '../support/wire-proxy.ts';

const certificates = join(packageRoot, 'test/support/certificates');
const certificate = (name: string) => readFileSync(join(certificates, `${name}.pem`));
const authority = `tlsCAFile=${encodeURIComponent(join(certificates, 'authority.pem'))}`;

let store: TestStore;
const proxies: WireProxy[] = [];

beforeAll(async () => {
  store = await openTestStore();
});
afterEach(async () => {
  for (const proxy of proxies.splice(0)) await proxy.close();
});
afterAll(() => store?.close());

async function proxyWith(answer?: AnswerCommand, tls?: Parameters<typeof openWireProxy>[2]): Promise<number> {
  const proxy = await openWireProxy(String(store.client.options.hosts[0]), answer, tls);
  proxies.push(proxy);
  return proxy.port;
}

/** Opens a store and returns the message with which that fails, with ports replaced. */
async function failureOf(mongodbUri: string, openTimeoutMs = 3000): Promise<string> {
  const error = await openStore({ mongodbUri, openTimeoutMs }).then(
    async (opened) => {
      await opened.close();
      throw new Error('The store was opened');
    },
    (error: unknown) => error,
  );
  if (!(error instanceof StoreUnavailable)) throw error;
  expect(error.message).toMatch(/^[^\n]+$/);
  expect(error.message).not.toContain('hunter2');
  return error.message.replaceAll(/127\.0\.0\.1:\d+/g, 'HOST');
}

const uri = (port: number, options: string, user = '') =>
  `mongodb://${user}127.0.0.1:${port}/${store.database.databaseName}?directConnection=true&${options}`;

/** The command that a driver sends, by its name in lower case. */
const verbOf = (command: Document) => Object.keys(command)[0]?.toLowerCase() ?? '';
const isHello = (command: Document) => ['hello', 'ismaster'].includes(verbOf(command));

describe('a server with TLS', () => {
  const serve = (name: string, options = {}) =>
    proxyWith(undefined, { cert: certificate(name), key: certificate('key'), ...options });

  it('is opened if its certificate names the host and tlsCAFile its authority', async () => {
    const opened = await openStore({ mongodbUri: uri(await serve('local'), `tls=true&${authority}`) });
    await opened.close();
  });

  it.each<[certificate: string, options: string, message: RegExp]>([
    [
      'elsewhere',
      `tls=true&${authority}`,
      /^Cannot connect to the MongoDB at HOST: Hostname\/IP does not match certificate's altnames: .*\. Use a host in MONGODB_URI that the certificate lists, or give the server a certificate for this host$/,
    ],
    [
      'local',
      'tls=true',
      /^Cannot connect to the MongoDB at HOST: unable to verify the first certificate.*\. Set tlsCAFile in MONGODB_URI, or NODE_EXTRA_CA_CERTS, to the certificate of the authority that the server uses$/,
    ],
    [
      'expired',
      `tls=true&${authority}`,
      /^Cannot connect to the MongoDB at HOST: certificate has expired\. Renew the certificate of the server, or correct the clock of this machine$/,
    ],
    [
      'local',
      'tls=false',
      /^Cannot connect to the MongoDB at HOST: .*\. If the server requires TLS, add tls=true to MONGODB_URI\. /,
    ],
  ])('is not opened, and the error names the remedy: certificate %s, %s', async (name, options, message) => {
    expect(await failureOf(uri(await serve(name), options))).toMatch(message);
  });

  it('is not opened without the client certificate that it requires, and the error names the option', async () => {
    const port = await serve('local', { requestCert: true, rejectUnauthorized: true, ca: certificate('authority') });
    expect(await failureOf(uri(port, `tls=true&${authority}`))).toMatch(
      /^Cannot connect to the MongoDB at HOST: .*set tlsCertificateKeyFile in MONGODB_URI$/,
    );
  });
});

it('opening a server without TLS by an address with tls=true fails with the remedy', async () => {
  expect(await failureOf(uri(await proxyWith(), `tls=true&${authority}`))).toMatch(
    /^Cannot connect to the MongoDB at HOST: .*\. If the server does not use TLS, remove tls=true from MONGODB_URI\. Is the port correct\?$/,
  );
});

it('opening with a certificate file that does not exist fails with a ConfigError', async () => {
  const failure = openStore({ mongodbUri: uri(await proxyWith(), 'tls=true&tlsCAFile=/no/such.pem') });
  await expect(failure).rejects.toThrow(ConfigError);
  await expect(failure).rejects.toThrow(
    'MONGODB_URI must be an address whose certificate files can be read, but got: "/no/such.pem (ENOENT)"',
  );
});

describe('a server that refuses a command', () => {
  /** MongoDB's replies, with the codes and messages of its manual. */
  const failed = { ok: 0, code: 18, codeName: 'AuthenticationFailed', errmsg: 'Authentication failed.' };
  const unauthorized = (errmsg: string) => ({ ok: 0, code: 13, codeName: 'Unauthorized', errmsg });

  it.each([failed, { ...failed, code: 8000, codeName: 'AtlasError', errmsg: 'bad auth : authentication failed' }])(
    'names the remedy for a wrong password: $errmsg',
    async (reply) => {
      const port = await proxyWith((command) => (verbOf(command).startsWith('sasl') ? reply : undefined));
      expect(await failureOf(uri(port, 'authSource=admin', 'reader:hunter2@'))).toBe(
        `The MongoDB at HOST refused a command: ${reply.errmsg.replace('.', '')}. Check the user, the password (percent-encoded) and authSource in MONGODB_URI`,
      );
    },
  );

  it('names the remedy for an address without a user', async () => {
    const port = await proxyWith((command) =>
      isHello(command) ? undefined : unauthorized(`Command ${verbOf(command)} requires authentication`),
    );
    expect(await failureOf(uri(port, ''))).toBe(
      'The MongoDB at HOST refused a command: Command listcollections requires authentication. Add the user and the password to MONGODB_URI, as in mongodb://user:password@host',
    );
  });

  it.each([
    [
      'listcollections',
      'listCollections: 1',
      'Give the user in MONGODB_URI the role that docs/mongodb.md lists for this command',
    ],
    [
      'createindexes',
      'createIndexes: "articles"',
      'Run "npm run store:prepare" as a user that may create indexes, and set ENSURE_INDEXES=0 for this one',
    ],
  ])('names the remedy for a missing privilege: %s', async (verb, shown, remedy) => {
    const { databaseName } = store.database;
    await store.database.dropDatabase();
    const reply = unauthorized(
      `not authorized on ${databaseName} to execute command { ${shown}, lsid: { id: UUID("1") } }`,
    );
    const port = await proxyWith((command) => (verbOf(command) === verb ? reply : undefined));
    const message = await failureOf(uri(port, ''));
    expect(message).toMatch(/^The MongoDB at HOST refused a command: not authorized on /);
    expect(message).toContain(`. ${remedy}`);
  });

  it('names the remedy for a conflicting index', async () => {
    const { database } = store;
    await database.dropDatabase();
    const errmsg = 'An existing index has the same name as the requested index.';
    const reply = { ok: 0, code: 86, codeName: 'IndexKeySpecsConflict', errmsg };
    const port = await proxyWith((command) => (verbOf(command) === 'createindexes' ? reply : undefined));
    expect(await failureOf(uri(port, ''))).toBe(
      'The MongoDB at HOST refused a command: An existing index has the same name as the requested index. Drop the conflicting index, then run "npm run store:prepare"',
    );
  });
});

describe('a server that is too old', () => {
  const hello = (maxWireVersion: number) => ({
    ok: 1,
    helloOk: true,
    ismaster: true,
    isWritablePrimary: true,
    msg: 'isdbgrid',
    maxBsonObjectSize: 16_777_216,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 100_000,
    minWireVersion: 0,
    maxWireVersion,
  });

  it.each([
    [13, /^The MongoDB at HOST is too old: it has version 5\.0\.31\. Upgrade the server to MongoDB 6 or later$/],
    [6, /^The MongoDB at HOST is too old: .*maximum wire version 6.*\. Upgrade the server to MongoDB 6 or later$/],
  ])('is not opened with wire version %i', async (version, message) => {
    const port = await proxyWith((command) => {
      if (isHello(command)) return hello(version);
      return verbOf(command) === 'buildinfo' ? { ok: 1, version: '5.0.31' } : undefined;
    });
    expect(await failureOf(uri(port, ''))).toMatch(message);
  });

  it('is opened with wire version 17, which is MongoDB 6.0', async () => {
    const port = await proxyWith((command) => (isHello(command) ? hello(17) : undefined));
    await (await openStore({ mongodbUri: uri(port, '') })).close();
  });
});

describe('a replica set that cannot be opened', () => {
  const member = (fields: Document) => ({
    ok: 1,
    helloOk: true,
    minWireVersion: 0,
    maxWireVersion: 21,
    maxBsonObjectSize: 16_777_216,
    maxMessageSizeBytes: 48_000_000,
    maxWriteBatchSize: 100_000,
    ...fields,
  });
  /** Opens a set whose one reachable member describes itself with these fields. */
  async function failureWith(fields: (self: string) => Document, options = 'replicaSet=rs0'): Promise<string> {
    let self = '';
    const port = await proxyWith((command) => (isHello(command) ? member(fields(self)) : undefined));
    self = `127.0.0.1:${port}`;
    return failureOf(`mongodb://${self}/${store.database.databaseName}?${options}`, 1500);
  }
  const secondary = (self: string, hosts: string[]) => ({
    setName: 'rs0',
    hosts,
    me: self,
    secondary: true,
    isWritablePrimary: false,
    ismaster: false,
  });

  it('names the remedy if there is no primary', async () => {
    expect(await failureWith((self) => secondary(self, [self]))).toBe(
      'Cannot connect to the MongoDB at HOST: The replica set has no primary. A majority of its members must run and reach each other: see rs.status()',
    );
  });

  it('names the remedy if it has another name', async () => {
    expect(await failureWith((self) => ({ ...secondary(self, [self]), setName: 'other' }))).toBe(
      'Cannot connect to the MongoDB at HOST: No server there belongs to the replica set "rs0". Set replicaSet in MONGODB_URI to the name that rs.conf() shows',
    );
  });

  it('names the remedy if it is not initiated', async () => {
    const ghost = { isreplicaset: true, info: 'Does not have a valid replica set config', ismaster: false };
    expect(await failureWith(() => ghost)).toBe(
      'Cannot connect to the MongoDB at HOST: The replica set is not initiated. Run rs.initiate() on one member',
    );
  });

  it('lists the members whose names cannot be reached from this machine', async () => {
    const message = await failureWith(() => secondary('mongo-0.invalid:27017', ['mongo-0.invalid:27017']));
    expect(message).toMatch(
      /^Cannot connect to the MongoDB at HOST: These members of the replica set cannot be reached: mongo-0\.invalid:27017 \(.*mongo-0\.invalid\)\. This machine must reach each member by the name that rs\.conf\(\) shows$/,
    );
  });

  it('lists the unreachable members if there is no primary', async () => {
    const unused = await unusedPort();
    let self = '';
    const port = await proxyWith((command) =>
      isHello(command) ? member(secondary(self, [self, `127.0.0.1:${unused}`])) : undefined,
    );
    self = `127.0.0.1:${port}`;
    const address = `mongodb://${self},127.0.0.1:${unused}/${store.database.databaseName}?replicaSet=rs0`;
    expect(await failureOf(address, 1500)).toBe(
      'Cannot connect to the MongoDB at HOST, HOST: The replica set has no primary; these members cannot be reached: HOST (connect ECONNREFUSED HOST). A majority of its members must run and reach each other: see rs.status()',
    );
  });
});

async function unusedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
