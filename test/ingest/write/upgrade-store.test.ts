import type { CommandStartedEvent, Db, Document } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OtherRules } from '../../../src/errors/other-rules.ts';
import { derivedCollections } from '../../../src/ingest/drafts/store-contents.ts';
import type { ArticleVersion } from '../../../src/ingest/fold/apply-versions.ts';
import { rulesVersion } from '../../../src/ingest/fold/rules-version.ts';
import { createDryRun } from '../../../src/ingest/write/dry-run.ts';
import { rebuildStore } from '../../../src/ingest/write/rebuild-store.ts';
import { type UpgradeProgress, upgradeStore } from '../../../src/ingest/write/upgrade-store.ts';
import { verifyStore } from '../../../src/ingest/write/verify-store.ts';
import { writeArticles } from '../../../src/ingest/write/write-articles.ts';
import { removeMerge, writeMerge } from '../../../src/ingest/write/write-merges.ts';
import { openStore, type Store } from '../../../src/store/open-store.ts';
import { CutOff, cutOff, overriding, standalone } from '../../support/standalone.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { anArticle } from '../an-article.ts';
import { damage, makeOlder, setRules } from './damaged-store.ts';
import { dumpOf, emptyStore } from './store-dump.ts';

const few = { documents: 2, bytes: 1e6 };

let store: TestStore;
/** The same store, opened by another program. */
let other: Store;
beforeAll(async () => {
  store = await openTestStore();
  other = await openStore(store.config);
});
beforeEach(() => emptyStore(store.database));
afterAll(async () => {
  await other?.close();
  await store?.close();
});

const news = ['a', 'b', 'c'].map((id) =>
  anArticle({
    id,
    locations: [
      { id: 'iraq', name: 'Iraq' },
      { id, name: id, partOf: 'iraq' },
    ],
    actors: [{ id: 'iran', name: 'Iran' }],
    incidents: [{ id, title: 'Raid', location: id, participants: [{ actor: 'iran', role: 'TARGET' }] }],
    statements: [{ id: 's', type: 'COMMENT', text: 'No', speaker: 'iran', incidents: [id] }],
  }),
);
const latest = anArticle({ id: 'd', actors: [{ id: 'us', name: 'US' }] });

const ways = [
  { how: 'with transactions', as: (database: Db) => database },
  { how: 'without transactions', as: standalone },
];

const write = (database: Db, ...accepted: ArticleVersion[]) =>
  writeArticles(database, store.client, accepted, { dryRun: false });
const upgrade = (database: Db) => upgradeStore(database, store.client, { limits: few });
const control = () => store.database.collection<Document>('control');
async function countDocuments(): Promise<number> {
  let count = 0;
  for (const name of ['articles', ...derivedCollections])
    count += await store.database.collection(name).countDocuments();
  return count;
}
const rules = () => control().findOne({ _id: 'seed' } as Document);

describe('an upgrade', () => {
  it.each(ways)('rederives an older store from its articles by the current rules, $how', async ({ as }) => {
    const { database } = store;
    await write(database, ...news);
    const expected = await dumpOf(database);
    for (const spoil of [makeOlder, async (of: Db) => damage(of).then(() => setRules(of, 1))]) {
      await spoil(database);
      expect(await upgrade(as(database))).toMatchObject({
        from: 1,
        changes: { Article: { created: 0, updated: 3, removed: 0 }, Incident: { created: 0, updated: 3 } },
      });
      expect(await dumpOf(database)).toEqual(expected);
      expect(await verifyStore(database)).toEqual([]);
      expect(await rules()).toMatchObject({ rules: rulesVersion });
      expect(await rules()).not.toHaveProperty('upgradingFrom');
      expect(await rules()).not.toHaveProperty('until');
    }
  });

  it('sets the version of a store whose documents do not change', async () => {
    await write(store.database, ...news);
    await setRules(store.database, 1);
    expect(await upgrade(store.database)).toMatchObject({ from: 1, changes: { Article: { updated: 0 } } });
    expect(await upgrade(store.database)).toBeUndefined();
  });

  it('reports the number of documents compared', async () => {
    const { database, client } = store;
    await write(database, ...news);
    await makeOlder(database);
    const count = await countDocuments();
    const told: UpgradeProgress[] = [];
    await upgradeStore(database, client, { onProgress: (progress) => told.push(progress) });
    const estimate = told[0]?.of ?? 0;
    expect(told).toEqual(
      Array.from({ length: count + 1 }, (_, done) => ({ phase: 'upgrading', done, of: Math.max(estimate, done) })),
    );
  });

  it.each([
    ['an empty store', async () => {}],
    ['a store with these rules', () => write(store.database, ...news)],
  ])('changes nothing in %s', async (_, fill) => {
    await fill();
    const [before, rulesBefore] = [await dumpOf(store.database), await rules()];
    expect(await upgrade(store.database)).toBeUndefined();
    expect(await dumpOf(store.database)).toEqual(before);
    expect(await rules()).toEqual(rulesBefore);
  });

  it('runs once when several programs upgrade and write at once', async () => {
    const { database } = store;
    await write(database, ...news, latest);
    const expected = await dumpOf(database);
    await emptyStore(database);
    await write(database, ...news);
    await makeOlder(database);
    const upgrading = [store, other, store].map((each) => upgradeStore(each.database, each.client, { limits: few }));
    const writing = writeUntilAdmitted(other);
    const done = await Promise.all(upgrading);
    await writing;
    expect(done.filter((it) => it && it.changes.Incident.updated > 0)).toHaveLength(1);
    expect(await dumpOf(database)).toEqual(expected);
  });

  it('is completed by the next write of this version after an interruption; until then readers fail', async () => {
    const { database, client } = store;
    await write(database, ...news);
    const expected = await dumpOf(database);
    await makeOlder(database);
    await cutAfterAdoption(database);
    const told = new RegExp(
      `^The store is being upgraded to rules version ${rulesVersion}, or an upgrade was interrupted: "npm run upgrade" `,
    );
    await expect(verifyStore(database)).rejects.toThrow(told);
    await expect(dryRun(database)).rejects.toThrow(told);
    await rebuildStore(database, client);
    expect(await verifyStore(database)).toEqual([]);
    await makeOlder(database);
    await cutAfterAdoption(database);
    await write(database);
    expect(await dumpOf(database)).toEqual(expected);
    await dryRun(database);
  });
});

type Writer = (database: Db) => Promise<unknown>;

const merge = { type: 'Actor', from: 'iran', into: 'us' } as const;
const dryRun: Writer = async (database) => {
  const dryRunner = createDryRun(database);
  await dryRunner.take([latest]).finally(dryRunner.close);
};
const writers: Record<string, Writer> = {
  'an article': (database) => write(database, latest),
  'unchanged articles': (database) => write(database, ...news),
  'a retraction': (database) => write(database, { id: 'a', retracted: true }),
  'a merge': (database) => writeMerge(database, store.client, merge),
  'the removal of a merge': (database) => removeMerge(database, store.client, merge),
  'a rebuild': (database) => rebuildStore(database, store.client),
  'a dry run': dryRun,
  'a verification': verifyStore,
};

const later = rulesVersion + 1;
const others = [
  { version: 1, advice: 'upgrade the store with "npm run upgrade"' },
  { version: later, advice: 'use the version of the program that upgraded the store' },
];

describe('a store with another rules version', () => {
  it.each(
    Object.entries(writers).flatMap(([name, writer]) =>
      ways.flatMap((way) => others.map((other) => ({ ...way, ...other, name, writer }))),
    ),
  )(
    'refuses $name with OtherRules and stays unchanged, $how, at version $version',
    async ({ as, writer, version, advice }) => {
      const message = `The store has rules version ${version}, and this program has version ${rulesVersion}: ${advice}`;
      const { database } = store;
      await write(database, ...news);
      await setRules(database, version);
      const [before, rulesBefore] = [await dumpOf(database), await rules()];
      await expect(writer(as(database))).rejects.toThrow(new OtherRules(version, rulesVersion));
      await expect(writer(as(database))).rejects.toThrow(message);
      expect(await dumpOf(database)).toEqual(before);
      expect(await rules()).toEqual(rulesBefore);
    },
  );

  it.each(ways)('refuses an upgrade to an earlier version and stays unchanged, $how', async ({ as }) => {
    const { database } = store;
    await write(database, ...news);
    await setRules(database, later);
    const [before, rulesBefore] = [await dumpOf(database), await rules()];
    await expect(upgrade(as(database))).rejects.toThrow(new OtherRules(later, rulesVersion));
    expect(await dumpOf(database)).toEqual(before);
    expect(await rules()).toEqual(rulesBefore);
  });

  it.each(ways)('stops a rebuild if a later program upgrades it meanwhile, $how', async ({ as }) => {
    const { database, client } = store;
    await write(database, ...news);
    await database.collection('actors').deleteMany({});
    const actors = database.collection('actors');
    async function* find() {
      await control().updateOne({}, { $set: { rules: later }, $unset: { owner: '', until: '' } });
      yield* [];
    }
    const collection = (name: string) => (name === 'actors' ? overriding(actors, { find }) : database.collection(name));
    const upgraded = as(overriding(database, { collection }));
    await expect(rebuildStore(upgraded, client)).rejects.toThrow(new OtherRules(later, rulesVersion));
    expect(await actors.countDocuments()).toBe(0);
  });

  it('accepts writes of programs from before versions until its upgrade, and refuses them afterwards', async () => {
    const { database, client } = store;
    await write(database, ...news);
    await makeOlder(database);
    await formerTurn(store);
    await formerLease(store.database);
    await upgrade(database);
    const before = await dumpOf(database);
    await expect(formerTurn(store)).rejects.toThrow(/turns|numeric/);
    await expect(formerLease(database)).rejects.toThrow(/turns|numeric/);
    expect(await dumpOf(database)).toEqual(before);
    await emptyStore(database);
    await writeArticles(database, client, [latest], { dryRun: false });
    await expect(formerTurn(store)).rejects.toThrow(/turns|numeric/);
  });
});

describe('an empty store', () => {
  it.each(
    ways.flatMap((way) => [
      { ...way, name: 'articles', writer: (database: Db) => write(database, ...news) },
      { ...way, name: 'a merge', writer: (database: Db) => writeMerge(database, store.client, merge) },
      { ...way, name: 'a rebuild', writer: (database: Db) => rebuildStore(database, store.client) },
    ]),
  )(
    'gets this version with its first write ($name, $how), even if an earlier program opened it',
    async ({ as, writer }) => {
      const { database } = store;
      for (const open of [async () => {}, () => setRules(database, 1)]) {
        await emptyStore(database);
        await open();
        await writer(as(database));
        expect(await rules()).toMatchObject({ rules: rulesVersion, writes: expect.any(Number) });
        expect(await verifyStore(database)).toEqual([]);
      }
    },
  );

  it('can be filled by several programs at once', async () => {
    await Promise.all(
      news.map((article, at) => {
        const { database, client } = at % 2 === 0 ? store : other;
        return writeArticles(database, client, [article], { dryRun: false });
      }),
    );
    expect(await verifyStore(store.database)).toEqual([]);
    expect(await store.database.collection('articles').countDocuments()).toBe(news.length);
  });

  it('has no version after a dry run', async () => {
    await dryRun(store.database);
    expect(await rules()).toBeNull();
  });
});

it('a write checks the version without an extra command', async () => {
  const { database, client } = store;
  await write(database, ...news);
  const sent: string[] = [];
  const listen = ({ commandName, command }: CommandStartedEvent) => {
    if (command[commandName] === 'control') sent.push(commandName);
  };
  client.on('commandStarted', listen);
  await write(database, latest).finally(() => client.off('commandStarted', listen));
  expect(sent).toEqual(['findAndModify']);
});

/** Sends the first commands of a writer from before versions, in a transaction. */
async function formerTurn({ client, database }: TestStore): Promise<void> {
  await client.withSession((session) =>
    session.withTransaction(async () => {
      await database
        .collection<Document>('control')
        .findOneAndUpdate({ _id: 'seed' } as Document, { $inc: { turns: 1 } }, { upsert: true, session });
      await session.abortTransaction();
    }),
  );
}

/** Sends the same commands without a transaction. */
async function formerLease(database: Db): Promise<void> {
  const stored = database.collection<Document>('control');
  const seed = { _id: 'seed' } as Document;
  await stored.updateOne(seed, { $setOnInsert: { turns: 0 } }, { upsert: true });
  await stored.findOneAndUpdate(
    { ...seed, $or: [{ until: { $exists: false } }, { until: { $lt: new Date() } }] },
    { $set: { owner: 'former', until: new Date(0) }, $inc: { turns: 1 } },
  );
  await stored.updateOne({ ...seed, owner: 'former' }, { $unset: { owner: '', until: '' } });
}

async function writeUntilAdmitted({ database, client }: Store): Promise<void> {
  for (;;) {
    try {
      await writeArticles(database, client, [latest], { dryRun: false });
      return;
    } catch (error) {
      if (!(error instanceof OtherRules)) throw error;
    }
  }
}

/** Interrupts an upgrade so that some documents follow the new rules and others the old ones. */
async function cutAfterAdoption(database: Db): Promise<void> {
  const undisturbed = cutOff(database, { at: Number.POSITIVE_INFINITY, done: 'none' });
  const contents = new Map<string, Document[]>();
  for (const name of ['articles', 'accounts', 'incidents', 'actors', 'statements', 'locations']) {
    contents.set(name, await database.collection(name).find().toArray());
  }
  await upgrade(undisturbed.database);
  for (const [name, documents] of contents) {
    await database.collection(name).deleteMany({});
    await database.collection(name).insertMany(documents);
  }
  await setRules(database, 1);
  const at = undisturbed.writes.indexOf('bulkWrite incidents');
  await expect(upgrade(cutOff(database, { at, done: 'none' }).database)).rejects.toThrow(CutOff);
  await control().updateMany({}, { $unset: { until: '', owner: '' } });
  expect(await rules()).toMatchObject({ rules: rulesVersion, upgradingFrom: 1 });
}
