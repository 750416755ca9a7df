import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Article, Retraction } from '../../../src/entities/article/article.ts';
import type { ArticleVersion } from '../../../src/ingest/fold/apply-versions.ts';
import { writeArticles } from '../../../src/ingest/write/write-articles.ts';
import { writeMerge } from '../../../src/ingest/write/write-merges.ts';
import { tries } from '../../support/runs.ts';
import { standalone } from '../../support/standalone.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { aDayApart, anArticle } from '../an-article.ts';
import { anyArticle } from '../any-articles.ts';
import { dumpOf, emptyStore } from './store-dump.ts';

const none = { created: 0, updated: 0, removed: 0 };

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterEach(() => emptyStore(store.database));
afterAll(() => store?.close());

const raid = anArticle({
  id: 'raid-news',
  locations: [{ id: 'dam', name: 'Dam' }],
  actors: [{ id: 'iran', name: 'Iran' }],
  incidents: [{ id: 'raid', title: 'Raid', location: 'dam', participants: [{ actor: 'iran', role: 'TARGET' }] }],
  statements: [{ id: 'denies', type: 'DENIAL_OF_RESPONSIBILITY', text: 'No', speaker: 'iran', incidents: ['raid'] }],
});

describe('writeArticles', () => {
  it('creates the articles and everything that they define', async () => {
    const summary = await write(raid);
    const created = { ...none, created: 1 };
    expect(summary).toEqual({
      changes: { Incident: created, Actor: created, Statement: created, Location: created, Article: created },
      unchanged: 0,
      skipped: [],
      waiting: [],
    });
    expect(await store.database.collection('incidents').findOne()).toMatchObject({
      _id: 'raid',
      within: ['dam'],
      counts: { participants: 1, parts: 0, statements: 1, articles: 1 },
    });
  });

  it('writes nothing if nothing changes', async () => {
    await write(raid);
    store.takeCommands();
    const summary = await write(raid, raid);
    expect(summary).toMatchObject({ changes: { Incident: none, Article: none }, unchanged: 2 });
    expect(store.takeCommands().filter((command) => !command.startsWith('find '))).toEqual(['findAndModify control']);
  });

  it('replaces a version as if the old one had never been stored', async () => {
    const corrected = {
      ...raid,
      actors: [{ id: 'us', name: 'US' }],
      incidents: [{ id: 'strike', title: 'Strike' }],
      statements: [],
    };
    await write(corrected);
    const expected = await dumpOf(store.database);
    await emptyStore(store.database);
    await write(raid);
    const { changes } = await write(corrected);
    expect(changes).toEqual({
      Incident: { created: 1, updated: 0, removed: 1 },
      Actor: { created: 1, updated: 0, removed: 1 },
      Statement: { created: 0, updated: 0, removed: 1 },
      Location: { created: 0, updated: 1, removed: 0 },
      Article: { created: 0, updated: 1, removed: 0 },
    });
    expect(await dumpOf(store.database)).toEqual(expected);
  });

  it('withdraws an article as if it had never been stored', async () => {
    const [first, second] = aDayApart(
      { actors: [{ id: 'iran', name: 'Iran' }] },
      { actors: [{ id: 'iran', name: 'Tehran' }] },
    ) as [Article, Article];
    await write(first);
    const expected = await dumpOf(store.database);
    await write(second);
    expect(await dumpOf(store.database)).not.toEqual(expected);
    const { changes } = await write({ id: 'b', retracted: true });
    expect(changes).toMatchObject({ Actor: { ...none, updated: 1 }, Article: { ...none, removed: 1 } });
    await store.database.collection<{ _id: string }>('withdrawals').deleteOne({ _id: 'b' });
    expect(await dumpOf(store.database)).toEqual(expected);
  });

  it('keeps the version of a withdrawal, and nothing else', async () => {
    const { changes } = await write({ ...raid, version: 1 }, { id: raid.id, version: 2, retracted: true });
    expect(changes).toEqual({ Incident: none, Actor: none, Statement: none, Location: none, Article: none });
    expect(await write({ ...raid, version: 1 })).toMatchObject({ skipped: [{ id: raid.id }] });
    expect(await store.database.collection('withdrawals').find().toArray()).toEqual([{ _id: raid.id, version: 2 }]);
    expect(await store.database.collection('articles').countDocuments()).toBe(0);
    expect((await write({ ...raid, version: 3 })).changes.Article).toEqual({ ...none, created: 1 });
    expect((await write({ id: raid.id, version: 4, retracted: true })).changes.Article).toEqual({
      ...none,
      removed: 1,
    });
  });

  it('reports the changes of a dry run without making them', async () => {
    const [first, second] = [raid, { ...raid, id: 'other', actors: [{ id: 'iran', name: 'Tehran' }] }];
    await write(first);
    const before = await dumpOf(store.database);
    store.takeCommands();
    const dry = await writeArticles(store.database, store.client, [first, second], { dryRun: true });
    expect(store.takeCommands().every((command) => command.startsWith('find '))).toBe(true);
    expect(await dumpOf(store.database)).toEqual(before);
    expect(await write(first, second)).toEqual(dry);
    expect(dry.changes).toMatchObject({ Actor: { ...none, updated: 1 }, Article: { ...none, created: 1 } });
  });

  it('reports links until their target is stored', async () => {
    const statement = { id: 's', type: 'COMMENT' as const, text: 'T' };
    const echo = anArticle({
      id: 'a',
      statements: [{ ...statement, links: [{ type: 'CONTRADICTS', statement: 'b.s' }] }],
    });
    expect((await write(echo)).waiting).toEqual([{ statement: 'a.s', waitsFor: 'b.s' }]);
    const second = await write(anArticle({ id: 'b', statements: [statement] }));
    expect(second).toMatchObject({ waiting: [], changes: { Statement: { created: 1, updated: 1 } } });
  });

  it('applies the stored merges', async () => {
    await writeMerge(store.database, store.client, { type: 'Actor', from: 'iran', into: 'persia' });
    await write(raid);
    expect((await store.database.collection('actors').find().toArray()).map(({ _id }) => _id)).toEqual(['persia']);
  });

  it('writes nothing if it fails', async () => {
    await failing(async () => {
      await expect(write(...twoRaids)).rejects.toThrow();
      expect([...(await dumpOf(store.database)).values()].flat()).toEqual([]);
    });
  });

  it('has the same result if several writers run at once', async () => {
    const articles = aDayApart(
      ...Array.from({ length: 4 }, (_, index) => ({ actors: [{ id: 'iran', name: `Name ${index}` }] })),
    );
    await write(...articles);
    const expected = await dumpOf(store.database);
    await emptyStore(store.database);
    await Promise.all(articles.map((article) => write(article)));
    expect(await dumpOf(store.database)).toEqual(expected);
  });

  it('has the same result in any order and any split, with corrections and withdrawals', async () => {
    const anyHistory = fc.tuple(
      fc.array(fc.tuple(anyArticle, fc.integer({ min: 1, max: 3 }), fc.boolean()), { minLength: 1, maxLength: 7 }),
      fc.array(fc.nat()),
      fc.integer({ min: 1, max: 3 }),
    );
    await fc.assert(
      fc.asyncProperty(anyHistory, async ([drawn, keys, size]) => {
        const history = [...new Map(drawn.map(toVersion).map((it) => [`${it.id} ${it.version}`, it])).values()];
        const shuffled = history.map((it, index) => [keys[index] ?? 0, it] as const).sort(([a], [b]) => a - b);
        await emptyStore(store.database);
        await write(...history);
        const expected = await dumpOf(store.database);
        await emptyStore(store.database);
        for (let start = 0; start < shuffled.length; start += size) {
          await write(...shuffled.slice(start, start + size).map(([, it]) => it));
        }
        expect(await dumpOf(store.database)).toEqual(expected);
      }),
      tries(15),
    );
  }, 60_000);

  it('completes an interrupted write without transactions', async () => {
    const writeAlone = () => writeArticles(standalone(store.database), store.client, twoRaids, { dryRun: false });
    await failing(() => expect(writeAlone()).rejects.toThrow());
    expect(await store.database.collection('articles').countDocuments()).toBe(2);
    expect(await writeAlone()).toMatchObject({ unchanged: 2 });
    const completed = await dumpOf(store.database);
    await emptyStore(store.database);
    await write(...twoRaids);
    expect(await dumpOf(store.database)).toEqual(completed);
  });
});

const twoRaids = [raid, anArticle({ id: 'other', incidents: [{ id: 'second', title: 'Raid' }] })];

function write(...accepted: ArticleVersion[]) {
  return writeArticles(store.database, store.client, accepted, { dryRun: false });
}

/** Runs `during` while the store rejects a second incident with the same title. */
async function failing(during: () => Promise<void>): Promise<void> {
  const incidents = store.database.collection('incidents');
  const index = await incidents.createIndex({ title: 1 }, { unique: true });
  try {
    await during();
  } finally {
    await incidents.dropIndex(index);
  }
}

function toVersion([article, version, isWithdrawn]: [Article, number, boolean]): Article | Retraction {
  return isWithdrawn && version > 1 ? { id: article.id, version, retracted: true } : { ...article, version };
}
