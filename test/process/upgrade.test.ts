import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { rulesVersion } from '../../src/ingest/fold/rules-version.ts';
import { verifyStore } from '../../src/ingest/write/verify-store.ts';
import { writeArticles } from '../../src/ingest/write/write-articles.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { anArticle } from '../ingest/an-article.ts';
import { makeOlder, setRules } from '../ingest/write/damaged-store.ts';
import { emptyStore } from '../ingest/write/store-dump.ts';
import { answersAt, createGateways, type Gateways } from '../support/gateways.ts';
import { openProxy, type StoreProxy } from '../support/proxy.ts';
import { openTestStore, type TestStore } from '../support/store.ts';

/** Each test runs several commands in sequence. */
vi.setConfig({ testTimeout: 120_000 });

let gateways: Gateways;
beforeAll(() => {
  gateways = createGateways();
}, 120_000);
afterAll(() => gateways?.remove());

const raid = anArticle({
  id: 'news',
  locations: [{ id: 'iraq', name: 'Iraq' }],
  actors: [
    { id: 'iran', name: 'Iran' },
    { id: 'tehran', name: 'Tehran' },
  ],
  incidents: [{ id: 'raid', title: 'Raid', location: 'iraq', participants: [{ actor: 'iran', role: 'TARGET' }] }],
  statements: [{ id: 's', type: 'COMMENT', text: 'No', speaker: 'iran', incidents: ['raid'] }],
});
const later = rulesVersion + 1;
const token = 'a-token-of-an-editor-0123456789-abcdef';
const query = '{ incident(id: "raid") { title } }';
const older = `The store has rules version 1, and this program has version ${rulesVersion}: upgrade the store with "npm run upgrade"`;
const newer = `The store has rules version ${later}, and this program has version ${rulesVersion}: use the version of the program that upgraded the store`;

async function fill({ database, client }: Store): Promise<void> {
  await writeArticles(database, client, [raid], { dryRun: false });
}

async function ask(origin: string, text: string): Promise<any> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const body = JSON.stringify({ query: text });
  return (await fetch(`${origin}/graphql`, { method: 'POST', headers, body })).json();
}

describe('with an embedded store', () => {
  /** Returns a folder with an embedded store. */
  async function folderWith(change: (store: Store) => Promise<void>): Promise<string> {
    const cwd = gateways.emptyFolder();
    await withStore(cwd, change);
    return cwd;
  }

  async function withStore(cwd: string, use: (store: Store) => Promise<void>): Promise<void> {
    const store = await openStore({ dataDir: join(cwd, 'data') });
    await use(store).finally(store.close);
  }

  const olderFolder = () =>
    folderWith(async (store) => {
      await fill(store);
      await makeOlder(store.database);
    });

  const expectUpgraded = (cwd: string) =>
    withStore(cwd, async ({ database }) => {
      expect(await verifyStore(database)).toEqual([]);
      expect(await database.collection('control').findOne()).toMatchObject({ rules: rulesVersion });
    });

  it.each([[[]], [['--workers', '2']]])('the gateway upgrades it before it serves requests, %j', async (args) => {
    const cwd = await olderFolder();
    const gateway = gateways.start({}, args, cwd);
    const origin = await gateway.waitFor(answersAt);
    const [upgrading, upgraded, answers] = gateway.stdout.split('\n');
    expect(upgrading).toMatch(
      /^Upgrading the embedded store in data, \d+ documents; if stopped, the upgrade restarts at /,
    );
    expect(upgraded).toBe(`Upgraded the embedded store in data from rules version 1 to ${rulesVersion}`);
    expect(answers).toMatch(answersAt);
    expect(await ask(origin, query)).toMatchObject({ data: { incident: { title: 'Raid' } } });
    gateway.child.kill('SIGINT');
    expect(await gateway.ended).toMatchObject({ code: 0, stderr: '' });
    await expectUpgraded(cwd);
    const again = gateways.start({}, [], cwd);
    await again.waitFor(answersAt);
    expect(again.stdout).toMatch(/^incident-graph is listening/);
    again.child.kill('SIGINT');
    await again.ended;
  });

  it('the gateway does not start on a store with a later rules version', async () => {
    const cwd = await folderWith(async (store) => {
      await fill(store);
      await setRules(store.database, later);
    });
    const { code, stdout, stderr } = await gateways.start({}, [], cwd).ended;
    expect({ code, stdout, stderr }).toEqual({ code: 78, stdout: '', stderr: `${newer}\n` });
  });

  it.each([[['more.txt']], [['--merge', 'actor:tehran=actor:iran']], [['--rebuild']]])(
    'seed %j upgrades it before it writes',
    async (args) => {
      const cwd = await olderFolder();
      writeFileSync(join(cwd, 'more.txt'), 'date 2024-01-01\nA bridge was hit.');
      const { code, stderr } = await gateways.commands.run('seed', args, { cwd });
      expect(stderr).toBe(`Upgraded the embedded store in data from rules version 1 to ${rulesVersion}\n`);
      expect(code).toBe(0);
      await expectUpgraded(cwd);
    },
  );

  it.each([[['--dry-run', 'more.txt']], [['--verify']], [['--duplicates']]])(
    'seed %j, which writes nothing, fails on an earlier version and changes nothing',
    async (args) => {
      const cwd = await olderFolder();
      writeFileSync(join(cwd, 'more.txt'), 'date 2024-01-01\nA bridge was hit.');
      const ended = await gateways.commands.run('seed', args, { cwd });
      expect(ended).toMatchObject({ code: 78, stdout: '', stderr: `${older}\n` });
      expect(await gateways.commands.run('upgrade', [], { cwd })).toMatchObject({ code: 0 });
      await expectUpgraded(cwd);
    },
  );
});

describe('with MONGODB_URI', () => {
  let store: TestStore;
  let proxy: StoreProxy;
  let env: Record<string, string>;
  beforeAll(async () => {
    store = await openTestStore();
    const [host] = store.client.options.hosts;
    proxy = await openProxy(host?.socketPath ?? `${host?.host}:${host?.port}`);
    const { databaseName } = store.database;
    env = { MONGODB_URI: `mongodb://127.0.0.1:${proxy.port}/${databaseName}?directConnection=true` };
  });
  beforeEach(async () => {
    await emptyStore(store.database);
    await fill(store);
  });
  afterAll(async () => {
    await proxy?.close();
    await store?.close();
  });

  const upgrade = (...args: string[]) => gateways.commands.run('upgrade', args, { cwd: gateways.emptyFolder(), env });
  const readiness = async (origin: string) => {
    const response = await fetch(`${origin}/readyz`);
    return { code: response.status, ...((await response.json()) as object) };
  };

  it('npm run upgrade upgrades it, reports the changes, and then reports that it is up to date', async () => {
    await makeOlder(store.database);
    const { code, stdout, stderr } = await upgrade();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      new RegExp(
        `^Upgraded the [^\n]+ from rules version 1 to ${rulesVersion}; what changed:\n {2}Incidents +0 created, 1 updated`,
      ),
    );
    expect(await verifyStore(store.database)).toEqual([]);
    const upToDate = new RegExp(`^The [^\n]+ is up to date: it has rules version ${rulesVersion}\n$`);
    expect(await upgrade()).toMatchObject({ code: 0, stdout: expect.stringMatching(upToDate), stderr: '' });
    await setRules(store.database, 1);
    const report = { from: 1, to: rulesVersion, changes: { Article: { updated: 0 } } };
    expect(JSON.parse((await upgrade('--json')).stdout)).toMatchObject(report);
    expect(JSON.parse((await upgrade('--json')).stdout)).toMatchObject({ ...report, from: rulesVersion });
    await emptyStore(store.database);
    expect((await upgrade()).stdout).toMatch(/^The [^\n]+ is empty: there is nothing to upgrade\n$/);
    expect(JSON.parse((await upgrade('--json')).stdout)).toMatchObject({ from: null, to: null });
  });

  it('npm run upgrade builds missing indexes', async () => {
    const incidents = store.database.collection('incidents');
    const indexes = (await incidents.indexes()).length;
    await incidents.dropIndexes();
    await makeOlder(store.database);
    expect((await upgrade()).code).toBe(0);
    expect(await incidents.indexes()).toHaveLength(indexes);
  });

  it.each([
    [1, older],
    [later, newer],
  ])(
    'every seed command fails at rules version %i and changes neither documents nor indexes',
    async (version, message) => {
      await setRules(store.database, version);
      const incidents = store.database.collection('incidents');
      await incidents.dropIndexes();
      const cwd = gateways.emptyFolder();
      writeFileSync(join(cwd, 'more.txt'), 'date 2024-01-01\nA bridge was hit.');
      const commands = [
        ['more.txt'],
        ['--dry-run', 'more.txt'],
        ['--merge', 'actor:a=actor:b'],
        ['--unmerge', 'actor:a'],
        ['--duplicates'],
        ['--verify'],
        ['--rebuild'],
      ];
      for (const args of commands) {
        const { code, stdout, stderr } = await gateways.commands.run('seed', args, { cwd, env });
        expect({ args, code, stdout, stderr }).toEqual({ args, code: 78, stdout: '', stderr: `${message}\n` });
      }
      if (version === later) {
        expect(await upgrade()).toMatchObject({ code: 78, stdout: '', stderr: `${message}\n` });
        expect(await incidents.indexes()).toHaveLength(1);
        return;
      }
      expect(await incidents.indexes()).toHaveLength(1);
      expect((await upgrade()).code).toBe(0);
    },
  );

  it('a gateway logs another version, is not ready, and rejects operations until the store is upgraded', async () => {
    await makeOlder(store.database);
    const gateway = gateways.start({ ...env, INGEST_TOKEN: token });
    const origin = await gateway.waitFor(answersAt);
    const message = 'Not answering queries: the store has a different rules version';
    await expect.poll(() => gateway.stderr).toContain(message);
    expect(JSON.parse(gateway.stderr.split('\n')[0] ?? '')).toMatchObject({ level: 50, reason: older, msg: message });
    expect(await readiness(origin)).toEqual({ code: 503, status: 'the store has another rules version' });
    expect((await fetch(`${origin}/livez`)).status).toBe(200);
    const refusal = {
      message: older,
      extensions: { code: 'SERVICE_UNAVAILABLE', rules: { store: 1, program: rulesVersion } },
    };
    expect(await ask(origin, query)).toMatchObject({ data: { incident: null }, errors: [refusal] });
    for (const mutation of [
      'retractArticle(id: "news")',
      'merge(from: "Actor:iran", into: "Actor:b")',
      'unmerge(from: "Actor:iran")',
      'ingestArticle(article: { id: "b", published: "2024-01-01", text: "More" })',
      'ingestArticle(dryRun: true, article: { id: "b", published: "2024-01-01", text: "More" })',
    ]) {
      expect(await ask(origin, `mutation { ${mutation} { accepted } }`)).toMatchObject({ errors: [refusal] });
    }
    expect((await upgrade()).code).toBe(0);
    await expect.poll(() => readiness(origin), { timeout: 10_000 }).toEqual({ code: 200, status: 'ready' });
    expect(await ask(origin, query)).toMatchObject({ data: { incident: { title: 'Raid' } } });
    await setRules(store.database, later);
    await expect.poll(async () => (await fetch(`${origin}/readyz`)).status, { timeout: 10_000 }).toBe(503);
    expect(await ask(origin, query)).toMatchObject({ data: { incident: null }, errors: [{ message: newer }] });
    gateway.child.kill('SIGINT');
    const { code, stderr } = await gateway.ended;
    expect(code).toBe(0);
    const reasons = stderr.split('\n').flatMap((line) => (line.includes(message) ? JSON.parse(line).reason : []));
    expect(reasons).toEqual([...new Set(reasons)]);
    expect([reasons[0], reasons.at(-1)]).toEqual([older, newer]);
  });
});
