import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandStartedEvent } from 'mongodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/config/package-root.ts';
import { ConfigError } from '../../src/config/parse-setting.ts';
import { verifyStore } from '../../src/ingest/write/verify-store.ts';
import { createGateway } from '../../src/process/create-gateway.ts';
import { openStore, type Store, type StoreOptions } from '../../src/store/open-store.ts';
import { ingestToken, resultFields } from '../api/editor.ts';
import { emptyStore } from '../ingest/write/store-dump.ts';
import { article, incident, named } from '../support/articles.ts';
import { testSettings } from '../support/gateway.ts';
import { openProxy, type StoreProxy } from '../support/proxy.ts';
import { openTestStore, type TestStore } from '../support/store.ts';

let target: TestStore;
let proxy: StoreProxy;
const open: Store[] = [];

beforeAll(async () => {
  target = await openTestStore();
  proxy = await openProxy(String(target.client.options.hosts[0]));
});
beforeEach(() => emptyStore(target.database));
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});
afterAll(async () => {
  await proxy?.close();
  await target?.close();
});

function addressWith(options: string): string {
  const url = new URL('mongodbUri' in target.config ? target.config.mongodbUri : 'mongodb://store');
  const credentials = url.username && `${url.username}:${url.password}@`;
  const others = options && `&${options}`;
  return `mongodb://${credentials}127.0.0.1:${proxy.port}/${target.database.databaseName}?directConnection=true${others}`;
}

async function openWith(options: string, more: StoreOptions = {}): Promise<Store> {
  const store = await openStore({ mongodbUri: addressWith(options) }, more);
  open.push(store);
  return store;
}

const defaults = {
  appName: 'incident-graph',
  maxPoolSize: 20,
  serverSelectionTimeoutMS: 5000,
  connectTimeoutMS: 5000,
  waitQueueTimeoutMS: 2000,
  socketTimeoutMS: 60_000,
  heartbeatFrequencyMS: 2000,
};

describe('the options of MONGODB_URI', () => {
  it.each([
    ['', {}],
    [
      'maxPoolSize=100&serverSelectionTimeoutMS=30000&socketTimeoutMS=0&appName=mine',
      {
        maxPoolSize: 100,
        serverSelectionTimeoutMS: 30_000,
        connectTimeoutMS: 30_000,
        socketTimeoutMS: 0,
        appName: 'mine',
      },
    ],
    [
      'connectTimeoutMS=700&waitQueueTimeoutMS=9000&heartbeatFrequencyMS=10000',
      { connectTimeoutMS: 700, waitQueueTimeoutMS: 9000, heartbeatFrequencyMS: 10_000 },
    ],
    ['MAXPOOLSIZE=7&AppName=a%26b', { maxPoolSize: 7, appName: 'a&b' }],
  ])('override the defaults: %s', async (options, expected) => {
    const { client } = await openWith(options);
    expect(client.options).toMatchObject({ ...defaults, ...expected });
  });

  it('override the options of a command', async () => {
    const upgrading = { socketTimeoutMS: 0 };
    expect((await openWith('', upgrading)).client.options.socketTimeoutMS).toBe(0);
    expect((await openWith('socketTimeoutMS=90000', upgrading)).client.options.socketTimeoutMS).toBe(90_000);
  });

  it('must not turn off acknowledged writes; the error does not show the address', async () => {
    const refused = openStore({ mongodbUri: 'mongodb://editor:secret@localhost/db?w=0' });
    await expect(refused).rejects.toThrow(ConfigError);
    await expect(refused).rejects.toThrow(
      'MONGODB_URI must be a MongoDB connection string with acknowledged writes, but got: "mongodb://… with w=0"',
    );
  });
});

it('opening a store that does not respond fails after openTimeoutMs', async () => {
  const silent = await openProxy(String(target.client.options.hosts[0]));
  silent.stall();
  const mongodbUri = `mongodb://127.0.0.1:${silent.port}/db?directConnection=true&serverSelectionTimeoutMS=60000`;
  await expect(openStore({ mongodbUri, openTimeoutMs: 300 })).rejects.toThrow(/: No response within 300 ms/);
  await silent.close();
});

/** `available` and `linearizable` are left out: no other engine here has them, and a query needs neither. */
const preferences = ['primary', 'primaryPreferred', 'secondary', 'secondaryPreferred', 'nearest'];

describe.each([
  ...preferences.map((mode) => `readPreference=${mode}`),
  'readConcernLevel=majority',
  'readConcernLevel=local',
  'w=1&journal=true',
  'retryWrites=false&retryReads=false',
  'readPreference=secondaryPreferred&readConcernLevel=majority&maxStalenessSeconds=90',
])('with %s', (options) => {
  it('every write succeeds, and returns what it wrote', async () => {
    const store = await openWith(options, { monitorCommands: true });
    const app = await createGateway(store, { ...testSettings, ingestToken });
    const edit = async (query: string, variables: object) => {
      const headers = { authorization: `Bearer ${ingestToken}` };
      const response = await app.inject({ method: 'POST', url: '/graphql', payload: { query, variables }, headers });
      const { data, errors } = response.json();
      expect(errors).toBeUndefined();
      return data;
    };
    const ingest = `mutation ($article: ArticleInput!) {
      ingestArticle(article: $article) { ${resultFields} node { label ... on Article { incidents { nodes { title } } } } }
    }`;
    for (const title of ['Raid', 'Night raid']) {
      const said = article('news', {
        actors: [named('iran'), named('tehran')],
        incidents: [incident('raid', { title, participants: [{ actor: 'tehran', role: 'TARGET' }] })],
      });
      const { ingestArticle } = await edit(ingest, { article: said });
      expect(ingestArticle).toMatchObject({ accepted: true, node: { incidents: { nodes: [{ title }] } } });
    }
    const merge = 'mutation ($from: ID!, $into: ID!) { merge(from: $from, into: $into) { node { id } } }';
    expect(await edit(merge, { from: 'Actor:tehran', into: 'Actor:iran' })).toEqual({
      merge: { node: { id: 'Actor:iran' } },
    });
    const unmerge = 'mutation { unmerge(from: "Actor:tehran") { node { id } } }';
    expect(await edit(unmerge, {})).toEqual({ unmerge: { node: { id: 'Actor:tehran' } } });
    expect(await verifyStore(store.database)).toEqual([]);
    await edit('mutation { retractArticle(id: "news") { accepted } }', {});
    expect(await store.database.collection('incidents').countDocuments()).toBe(0);
    await app.close();
  });

  it('queries follow the option; mutations and locks read from the primary', async () => {
    const store = await openWith(options, { monitorCommands: true });
    const app = await createGateway(store, { ...testSettings, ingestToken });
    const sent: CommandStartedEvent[] = [];
    store.client.on('commandStarted', (event) => sent.push(event));
    const post = (query: string) =>
      app.inject({
        method: 'POST',
        url: '/graphql',
        payload: { query },
        headers: { authorization: `Bearer ${ingestToken}` },
      });
    await post('{ incidents { totalCount } }');
    const [mode] = /(?<=readPreference=)\w+/.exec(options) ?? ['primary'];
    const [level] = /(?<=readConcernLevel=)\w+/.exec(options) ?? [];
    const queries = sent.splice(0).filter(({ commandName }) => commandName === 'aggregate');
    expect(queries.map(({ command }) => command.$readPreference?.mode ?? 'primary')).toEqual([mode]);
    const isSnapshot = store.oneState === 'snapshot';
    expect(isSnapshot).toBe(target.embedded ? level !== 'local' : isSnapshot);
    expect(queries.map(({ command }) => command.readConcern?.level)).toEqual([isSnapshot ? 'snapshot' : level]);
    await post('mutation { retractArticle(id: "nothing") { accepted node { id } } }');
    await post('mutation { merge(from: "Actor:a", into: "Actor:b") { node { id } } }');
    await post('mutation { unmerge(from: "Actor:a") { node { id } } }');
    const reads = sent.filter(({ commandName }) => ['find', 'aggregate', 'findAndModify'].includes(commandName));
    expect(reads.length).toBeGreaterThan(3);
    for (const { command } of reads) {
      expect(command.$readPreference?.mode ?? 'primary').toMatch(/^primary/);
      expect(command.readConcern?.level ?? 'local').toMatch(/^(local|snapshot)$/);
    }
    await app.close();
  });
});

it('docs/stores.md lists every default', () => {
  const page = readFileSync(join(packageRoot, 'docs', 'stores.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `(\w+)` \| (.*?) \|/gm)].map(([, option, value]) => [option, value]);
  expect(rows.map(([option]) => option)).toEqual(Object.keys(defaults));
  for (const [option, value] of Object.entries(defaults)) {
    expect(Object.fromEntries(rows)[option]).toContain(value.toLocaleString('en'));
  }
});
