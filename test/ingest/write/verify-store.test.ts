import type { Document } from 'mongodb';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleVersion } from '../../../src/ingest/fold/apply-versions.ts';
import { rebuildStore } from '../../../src/ingest/write/rebuild-store.ts';
import { verifyStore } from '../../../src/ingest/write/verify-store.ts';
import { writeArticles } from '../../../src/ingest/write/write-articles.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { aDayApart, anArticle } from '../an-article.ts';
import { dumpOf, emptyStore } from './store-dump.ts';

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
});

describe('verification', () => {
  it('reports documents that do not follow from the articles, which a rebuild repairs', async () => {
    await write(raid);
    const expected = await dumpOf(store.database);
    const { database, client } = store;
    await database.collection('incidents').updateOne({}, { $set: { title: 'Else', 'counts.parts': 3 } });
    await database.collection('actors').deleteMany({});
    await database.collection<Document>('locations').insertOne({ _id: 'nowhere' } as Document);
    await database.collection('accounts').updateOne({ thing: 'Location:dam' }, { $set: { count: 2 } });
    await database.collection('articles').updateOne({}, { $set: { title: 'Else' } });
    expect(await verifyStore(database)).toEqual([
      { collection: 'articles', id: 'raid-news', what: 'differs in title', isFault: true },
      {
        collection: 'accounts',
        id: expect.stringMatching(/^Location:dam=/),
        what: 'differs in count',
        isFault: true,
      },
      { collection: 'incidents', id: 'raid', what: 'differs in title, counts', isFault: true },
      { collection: 'actors', id: 'iran', what: 'is missing', isFault: true },
      { collection: 'locations', id: 'nowhere', what: 'follows from no article', isFault: true },
    ]);
    expect(await rebuildStore(database, client)).toEqual({
      Incident: { created: 0, updated: 1, removed: 0 },
      Actor: { created: 1, updated: 0, removed: 0 },
      Statement: { created: 0, updated: 0, removed: 0 },
      Location: { created: 0, updated: 0, removed: 1 },
      Article: { created: 0, updated: 1, removed: 0 },
    });
    expect(await dumpOf(database)).toEqual(expected);
    expect(await verifyStore(database)).toEqual([]);
  });

  it('restarts if another writer writes meanwhile', async () => {
    await write(raid);
    let wasInterrupted = false;
    const disturbed = new Proxy(store.database, {
      get(database, property) {
        if (property !== 'collection') return Reflect.get(database, property);
        return (name: string) =>
          name === 'articles' && !wasInterrupted ? { find: disturb } : database.collection(name);
      },
    });
    async function* disturb() {
      wasInterrupted = true;
      yield* await store.database.collection('articles').find().toArray();
      await write({ ...raid, id: 'another', actors: [{ id: 'iran', name: 'Tehran' }] });
    }
    expect(await verifyStore(disturbed)).toEqual([]);
    expect(wasInterrupted).toBe(true);
  });

  it('reports cycles, dangling links and deferred work, which are not faults', async () => {
    const place = (id: string, partOf?: string) => ({ id, name: id, ...(partOf !== undefined && { partOf }) });
    await write(
      ...aDayApart(
        { locations: [place('a', 'b'), place('b')] },
        { locations: [place('a'), place('b', 'a')] },
        { statements: [{ id: 's', type: 'COMMENT', text: 'T', links: [{ type: 'ECHOES', statement: 'x.t' }] }] },
      ),
    );
    const pending: Document[] = ['Location:a', 'rebuild', 'write', 'locations a'].map((_id) => ({ _id }));
    await store.database.collection('pending').insertMany(pending);
    expect(await verifyStore(store.database)).toEqual([
      { collection: 'pending', id: 'Location:a', what: 'has not been derived yet', isFault: false },
      {
        collection: 'pending',
        id: 'rebuild',
        what: 'marks a rebuild that is running or was interrupted',
        isFault: false,
      },
      { collection: 'pending', id: 'write', what: 'marks a write that is running or was interrupted', isFault: false },
      { collection: 'locations', id: 'a', what: 'is part of b, which closes a cycle', isFault: false },
      { collection: 'statements', id: 'c.s', what: 'links to x.t, which is not stored', isFault: false },
    ]);
  });
});

function write(...accepted: ArticleVersion[]) {
  return writeArticles(store.database, store.client, accepted, { dryRun: false });
}
