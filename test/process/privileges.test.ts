import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from 'bson';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { packageRoot } from '../../src/config/package-root.ts';
import { verifyStore } from '../../src/ingest/write/verify-store.ts';
import { createMissing, findMissing } from '../../src/store/collections.ts';
import { article, incident, named } from '../support/articles.ts';
import { answersAt, createGateways, type Gateways } from '../support/gateways.ts';
import { actionsOf, refuseUnless, verbOf } from '../support/privileges.ts';
import { readShellCommands } from '../support/shell-commands.ts';
import { openTestStore, type TestStore } from '../support/store.ts';
import { openWireProxy, type WireProxy } from '../support/wire-proxy.ts';

/** Each test runs several commands in sequence. */
vi.setConfig({ testTimeout: 240_000 });

const { roles, users, shardKeys } = readShellCommands();
const token = 'x'.repeat(32);
const ingest = `mutation ($article: ArticleInput!) { ingestArticle(article: $article) { accepted node { id } } }`;

let store: TestStore;
let proxy: WireProxy;
let gateways: Gateways;
let role: string;
let isStandalone = false;
/** The commands and actions that the store was asked for, by the role in which they were. */
const sent = new Map<string, { verbs: Set<string>; actions: Set<string> }>();

const everyAction = new Set([...roles.values()].flatMap((actions) => [...actions]));
const allowedTo = (name: string) => (name === 'all roles' ? everyAction : (roles.get(name) ?? new Set<string>()));

const standalone: Document = {
  ok: 1,
  helloOk: true,
  ismaster: true,
  isWritablePrimary: true,
  maxBsonObjectSize: 16_777_216,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
  minWireVersion: 0,
  maxWireVersion: 21,
};

beforeAll(async () => {
  gateways = createGateways();
  store = await openTestStore();
  proxy = await openWireProxy(String(store.client.options.hosts[0]), (command) => {
    if (isStandalone && /^(hello|ismaster)$/i.test(verbOf(command))) return standalone;
    const asked = sent.get(role) ?? { verbs: new Set(), actions: new Set() };
    sent.set(role, asked);
    const actions = actionsOf(command);
    if (actions.length > 0) asked.verbs.add(verbOf(command));
    for (const action of actions) asked.actions.add(action);
    return refuseUnless(allowedTo(role), command);
  });
});
beforeEach(async () => {
  isStandalone = false;
  await store.database.dropDatabase();
});
afterAll(async () => {
  await gateways?.remove();
  await proxy?.close();
  await store?.close();
});

const world = article('a', {
  locations: [named('iraq')],
  actors: [named('iran'), named('tehran')],
  incidents: [incident('raid', { location: 'iraq', participants: [{ actor: 'tehran', role: 'TARGET' }] })],
});

function folder(): string {
  const cwd = gateways.emptyFolder();
  writeFileSync(join(cwd, 'a.json'), JSON.stringify(world));
  writeFileSync(join(cwd, 'b.json'), JSON.stringify(article('b', { incidents: [incident('raid')] })));
  return cwd;
}

const env = (more: Record<string, string> = {}) => ({
  MONGODB_URI: `mongodb://127.0.0.1:${proxy.port}/${store.database.databaseName}?directConnection=true`,
  ...more,
});

/** Runs a command, such as `seed --verify`, as a user with this role. */
async function runAs(as: string, line: string, cwd = folder()) {
  role = as;
  const [program = '', ...args] = line.split(' ');
  return gateways.commands.run(program as 'seed', args, { cwd, env: env() });
}

async function expectRuns(as: string, line: string, cwd?: string): Promise<void> {
  const { code, stderr } = await runAs(as, line, cwd);
  expect({ line, code, stderr: code === 0 ? '' : stderr }).toEqual({ line, code: 0, stderr: '' });
}

async function withGateway<T>(
  as: string,
  more: Record<string, string>,
  use: (ask: (query: string, variables?: object) => Promise<any>) => Promise<T>,
): Promise<{ result: T; log: string }> {
  role = as;
  const gateway = gateways.start(env(more));
  const origin = await gateway.waitFor(answersAt);
  const result = await use(async (query, variables) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const body = JSON.stringify({ query, variables });
    return (await fetch(`${origin}/graphql`, { method: 'POST', headers, body })).json();
  });
  gateway.child.kill('SIGINT');
  await gateway.ended;
  return { result, log: gateway.stderr };
}

/** Reads what needs each kind of read: pages, relations, sums, search, and articles. */
const everything = `{
  incidents(first: 1, where: { text: "raid" }) {
    totalCount groups(by: TYPE) { key count } timeline(interval: DAY) { start count } cells(precision: 2) { count } bounds { south }
    nodes { location { name } participants { actor { name } } articles { totalCount } evidence { quote } reports { title } responsibility { claimedBy { actor { id } } } }
  }
  search(text: "iran") { nodes { id } }
  nodes(ids: ["Actor:iran", "Article:a"]) { id label }
}`;

const readers = ['prepare --check', 'seed --verify', 'seed --duplicates', 'seed --dry-run b.json', 'dump out.ndjson'];
const writers = [
  'seed a.json',
  'seed b.json',
  'seed --merge actor:tehran=actor:iran',
  'seed --unmerge actor:tehran',
  'seed --rebuild',
];

/** The commands that a cell of the docs' table lists for a role, in all of its rows. */
function listedFor(name: string): string[] {
  const [, rest = ''] = readFileSync(join(packageRoot, 'docs/mongodb.md'), 'utf8').split('## Users and privileges');
  const [section = ''] = rest.split('\n## ');
  const rows = section.split('\n').filter((line) => line.includes(`| \`${name}\` |`));
  return rows.flatMap((row) => [...(row.split('|')[3] ?? '').matchAll(/`(\w+)`/g)].map(([, verb = '']) => verb));
}

describe('the roles of docs/mongodb.md', () => {
  it('are what each command needs, and no more, and are listed with what is sent', async () => {
    await expectRuns('graphPrepare', 'prepare');
    for (const line of writers) await expectRuns('graphWrite', line);
    await store.database.collection('statements').drop(); // nothing is lost: no article has any
    await expectRuns('graphPrepare', 'prepare');
    for (const line of readers) await expectRuns('graphRead', line);
    const { result } = await withGateway('graphRead', { ENSURE_INDEXES: '0' }, (ask) => ask(everything));
    expect(result.errors).toBeUndefined();
    expect(result.data.nodes).toHaveLength(2);
    await withGateway('graphWrite', { INGEST_TOKEN: token }, async (ask) => {
      expect(await ask(ingest, { article: article('c', { incidents: [incident('raid')] }) })).toMatchObject({
        data: { ingestArticle: { accepted: true } },
      });
    });
    const control = store.database.collection<{ _id: string }>('control');
    await control.updateOne({ _id: 'seed' }, { $set: { upgradingFrom: 1 } });
    await expectRuns('graphWrite', 'upgrade');
    expect(await verifyStore(store.database)).toEqual([]);

    isStandalone = true;
    for (const line of writers) await expectRuns('graphWrite', line);
    for (const line of readers) await expectRuns('graphRead', line);
    expect(await verifyStore(store.database)).toEqual([]);

    const reads = listedFor('graphRead');
    for (const [name, actions] of roles) {
      const asked = sent.get(name);
      expect({ name, actions: [...(asked?.actions ?? [])].sort() }).toEqual({ name, actions: [...actions].sort() });
      const unlisted = [...(asked?.verbs ?? [])].filter((verb) => ![...reads, ...listedFor(name)].includes(verb));
      expect({ name, unlisted }).toEqual({ name, unlisted: [] });
    }
    const written = listedFor('graphWrite').filter((verb) => !/Transaction$/.test(verb));
    expect(written.filter((verb) => !sent.get('graphWrite')?.verbs.has(verb))).toEqual([]);
    expect([...users.values()].flat().sort()).toEqual([...roles.keys()].sort());
  });
});

describe('without the privilege', () => {
  const line =
    /^The (store|MongoDB at \S+) refused a command: not authorized on \S+ to execute command [^\n]*\. Give the user in MONGODB_URI the role that docs\/mongodb\.md lists for this command\n$/;

  it.each(['seed a.json', 'seed --merge actor:x=actor:y', 'seed --rebuild'])(
    '%s ends with one line and writes nothing',
    async (command) => {
      await createMissing(store.database, await findMissing(store.database));
      const { code, stdout, stderr } = await runAs('graphRead', command);
      expect({ code, stdout }).toEqual({ code: 69, stdout: '' });
      expect(stderr.replace(/^(Reading|Writing): .*\n/gm, '')).toMatch(line);
      for (const { name } of await store.database.listCollections().toArray()) {
        expect({ name, count: await store.database.collection(name).countDocuments() }).toEqual({ name, count: 0 });
      }
    },
  );

  it('dump ends with one line and leaves no file', async () => {
    await expectRunsWithAll('seed a.json');
    const cwd = folder();
    const { code, stderr } = await runAs('nothing', 'dump out.ndjson', cwd);
    expect(code).toBe(69);
    expect(stderr).toMatch(line);
    expect(existsSync(join(cwd, 'out.ndjson'))).toBe(false);
  });

  it.each(['seed a.json', 'prepare'])('to create indexes, %s names npm run store:prepare', async (command) => {
    const { code, stderr } = await runAs('graphRead', command);
    expect(code).toBe(69);
    expect(stderr.split('\n').at(-2)).toMatch(
      /^The (store|MongoDB at \S+) refused a command: not authorized on .*\. Run "npm run store:prepare" as a user that may create indexes, and set ENSURE_INDEXES=0 for this one$/,
    );
  });

  it('a mutation fails, its log entry names the remedy, and nothing is written', async () => {
    await expectRunsWithAll('seed a.json');
    const { result, log } = await withGateway('graphRead', { INGEST_TOKEN: token }, (ask) =>
      ask(ingest, { article: article('c') }),
    );
    expect(result.errors[0].extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(result.errors[0].message).toBe('Internal server error');
    const entry = JSON.parse(log.split('\n').find((each) => each.includes('refused a command')) ?? '{}');
    expect(entry).toMatchObject({ level: 50, msg: 'The document store refused a command' });
    expect(entry.reason).toMatch(
      /^not authorized on .* Give the user in MONGODB_URI the role that docs\/mongodb\.md lists/,
    );
    expect(entry.err).toBeUndefined();
    expect(await store.database.collection('articles').countDocuments()).toBe(1);
  });

  async function expectRunsWithAll(command: string): Promise<void> {
    await createMissing(store.database, await findMissing(store.database));
    await expectRuns('graphWrite', command);
  }
});

describe('a store that lost a collection', () => {
  beforeEach(async () => {
    await createMissing(store.database, await findMissing(store.database));
    await expectRuns('graphWrite', 'seed a.json');
    await store.database.collection('actors').drop();
  });

  const lost =
    'The store has lost the collection actors: "npm run seed -- --rebuild" derives it again from the articles\n';

  it('is not written to, nor served, until it is rebuilt', async () => {
    for (const line of ['seed b.json', 'seed --verify', 'upgrade', 'prepare', 'prepare --check', 'gateway']) {
      const { code, stdout, stderr } = await runAs('graphPrepare', line);
      expect({ line, code, stdout, stderr }).toEqual({ line, code: 69, stdout: '', stderr: lost });
    }
    const names = (await store.database.listCollections().toArray()).map(({ name }) => name);
    expect(names).not.toContain('actors');
    await expectRuns('all roles', 'seed --rebuild');
    expect(await findMissing(store.database)).toEqual([]);
    expect(await verifyStore(store.database)).toEqual([]);
  });
});

it('docs/mongodb.md shards collections of the store, by their ids', async () => {
  const names = (await findMissing(store.database)).map(({ collection }) => collection);
  expect([...shardKeys.keys()].filter((name) => !names.includes(name))).toEqual([]);
  for (const key of shardKeys.values()) expect(Object.keys(key)).toEqual(['_id']);
  expect(shardKeys.size).toBe(6);
});
