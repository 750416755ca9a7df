import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleVersion } from '../../../src/ingest/fold/apply-versions.ts';
import { writeArticles } from '../../../src/ingest/write/write-articles.ts';
import { removeMerge, writeMerge } from '../../../src/ingest/write/write-merges.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { aDayApart, anArticle } from '../an-article.ts';
import { dumpOf, emptyStore } from './store-dump.ts';

const none = { created: 0, updated: 0, removed: 0 };

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterEach(() => emptyStore(store.database));
afterAll(() => store?.close());

const articles = aDayApart(
  { actors: [{ id: 'tehran', name: 'Tehran', country: 'IR' }] },
  { actors: [{ id: 'iran', name: 'Iran', kind: 'STATE' }] },
  { actors: [{ id: 'tehran', name: 'Tehran' }], incidents: [raid('raid', 'tehran')] },
);

describe('a merge', () => {
  it('unites two nodes, and its removal separates them', async () => {
    await write(...articles);
    const before = await dumpOf(store.database);
    const { changes, unchanged } = await merge('tehran', 'iran');
    expect(unchanged).toBe(false);
    expect(changes).toEqual({
      Incident: { ...none, updated: 1 },
      Actor: { created: 0, updated: 1, removed: 1 },
      Statement: none,
      Location: none,
      Article: { ...none, updated: 2 },
    });
    const actors = await store.database.collection('actors').find().toArray();
    expect(actors).toMatchObject([{ _id: 'iran', name: 'Iran', counts: { articles: 3, incidents: 1 } }]);
    expect(await unmerge('tehran')).toMatchObject({ changes: { Actor: { created: 1, updated: 1, removed: 0 } } });
    expect(await dumpOf(store.database)).toEqual(before);
  });

  it('changes nothing if it is stored already, nor does removing one that is not', async () => {
    await write(...articles);
    await merge('tehran', 'iran');
    const before = await dumpOf(store.database);
    expect(await merge('tehran', 'iran')).toMatchObject({ unchanged: true, changes: { Actor: none } });
    expect(await unmerge('iran')).toMatchObject({ unchanged: true, changes: { Actor: none } });
    expect(await dumpOf(store.database)).toEqual(before);
  });

  it('may precede the nodes that it names, and applies to later articles', async () => {
    await merge('tehran', 'iran');
    await write(...articles);
    const expected = await dumpOf(store.database);
    await emptyStore(store.database);
    await write(...articles);
    await merge('tehran', 'iran');
    expect(await dumpOf(store.database)).toEqual(expected);
  });

  it('is completed by the next write if it is interrupted', async () => {
    const many = Array.from({ length: 7 }, (_, index) =>
      anArticle({ id: `m${index}`, incidents: [raid(`i${index}`, 'tehran')] }),
    );
    const complete = many.map((article) => ({ ...article, actors: [{ id: 'tehran', name: 'Tehran' }] }));
    await write(...complete);
    await merge('tehran', 'iran');
    const expected = await dumpOf(store.database);
    await unmerge('tehran');

    const stop = new Error('Stopped');
    let turns = 0;
    const client = new Proxy(store.client, {
      get(target, property) {
        if (property === 'withSession' && ++turns > 2) throw stop;
        const value = Reflect.get(target, property);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const small = { articles: 2, entities: 2 };
    const merging = writeMerge(store.database, client, { type: 'Actor', from: 'tehran', into: 'iran' }, small);
    await expect(merging).rejects.toThrow(stop);
    expect(await store.database.collection('pending').countDocuments()).toBeGreaterThan(0);
    expect(await dumpOf(store.database)).not.toEqual(expected);
    await write();
    expect(await store.database.collection('pending').countDocuments()).toBe(0);
    expect(await dumpOf(store.database)).toEqual(expected);
  });
});

function raid(id: string, actor: string) {
  return { id, title: 'Raid', participants: [{ actor, role: 'TARGET' as const }] };
}

function write(...accepted: ArticleVersion[]) {
  return writeArticles(store.database, store.client, accepted, { dryRun: false });
}

function merge(from: string, into: string) {
  return writeMerge(store.database, store.client, { type: 'Actor', from, into });
}

function unmerge(from: string) {
  return removeMerge(store.database, store.client, { type: 'Actor', from });
}
