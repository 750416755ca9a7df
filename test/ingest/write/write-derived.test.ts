import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Article, LocationInput } from '../../../src/entities/article/article.ts';
import type { ArticleVersion } from '../../../src/ingest/fold/apply-versions.ts';
import { verifyStore } from '../../../src/ingest/write/verify-store.ts';
import { writeLimits } from '../../../src/ingest/write/work-queue.ts';
import { writeArticles } from '../../../src/ingest/write/write-articles.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { anArticle } from '../an-article.ts';
import { emptyStore } from './store-dump.ts';

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterEach(() => emptyStore(store.database));
afterAll(() => store?.close());

describe.each([
  ['at once', writeLimits],
  ['in many steps', { articles: 1, entities: 1 }],
])('derived documents, written %s,', (_, limits) => {
  it('have the country of the location that contains them', async () => {
    await write(gateRaids(), saying('later', { id: 'iraq', name: 'Iraq', country: 'IQ' }));
    expect(await find('incidents', 'raid-1')).toMatchObject({ within: ['gate', 'dam', 'iraq'], country: 'IQ' });
    expect(await find('locations', 'gate')).toMatchObject({ country: 'IQ', order: { country: 'IQ' } });
    await write({ id: 'later', retracted: true });
    expect(await find('incidents', 'raid-1')).not.toHaveProperty('country');
    expect(await find('locations', 'gate')).not.toHaveProperty('country');
  });

  it('have the country of the nearest place with one, even if that moves', async () => {
    const turkey = { id: 'turkey', name: 'Turkey', country: 'TR' };
    await write(gateRaids(), saying('later', { id: 'iraq', name: 'Iraq', country: 'IQ' }));
    await write(saying('moved', { id: 'dam', name: 'Dam', partOf: 'turkey' }, turkey));
    expect(await find('locations', 'gate')).toMatchObject({ country: 'TR' });
    await write(saying('near', { id: 'dam', name: 'Dam', country: 'SY' }));
    expect(await find('locations', 'gate')).toMatchObject({ country: 'SY' });
    expect(await find('incidents', 'raid-3')).toMatchObject({ country: 'SY' });
    await write({ id: 'near', retracted: true }, { id: 'moved', retracted: true });
    expect(await find('locations', 'gate')).toMatchObject({ country: 'IQ' });
    expect(await find('incidents', 'raid-3')).toMatchObject({ country: 'IQ' });
  });

  it('have the country of a containing place, even if the article that states it leaves out the place between', async () => {
    await write(gateRaids());
    await write(saying('later', { id: 'iraq', name: 'Iraq', country: 'IQ' }, { id: 'gate', name: 'The Gate' }));
    expect(await find('locations', 'gate')).toMatchObject({ name: 'The Gate', country: 'IQ' });
    expect(await find('incidents', 'raid-1')).toMatchObject({ country: 'IQ' });
  });

  it('record whether their place is an area, and are updated when that changes', async () => {
    await write(gateRaids(), saying('later', { id: 'gate', name: 'Gate', kind: 'WATER' }));
    expect(await find('incidents', 'raid-1')).toMatchObject({ area: true });
    await write({ id: 'later', retracted: true });
    expect(await find('incidents', 'raid-1')).not.toHaveProperty('area');
    expect(await find('locations', 'gate')).not.toHaveProperty('area');
  });

  it('have the new surroundings of a location that moves', async () => {
    await write(gateRaids());
    await write(saying('later', { id: 'dam', name: 'Dam', partOf: 'syria' }, { id: 'syria', name: 'Syria' }));
    expect(await find('locations', 'gate')).toMatchObject({ ancestors: ['dam', 'syria'] });
    expect(await find('incidents', 'raid-2')).toMatchObject({ within: ['gate', 'dam', 'syria'] });
    expect(await find('locations', 'iraq')).toMatchObject({ counts: { contains: 0, incidents: 0 } });
    expect(await find('locations', 'syria')).toMatchObject({ counts: { contains: 1, incidents: 3 } });
  });

  it('have the new surroundings of a further place that moves', async () => {
    const place = { location: 'gate', role: 'ORIGIN' } as const;
    const locations = [{ id: 'gate', name: 'Gate' }];
    await write(anArticle({ id: 'raids', incidents: [{ id: 'raid', title: 'Raid', places: [place] }], locations }));
    expect(await find('incidents', 'raid')).toMatchObject({ placesWithin: ['ORIGIN gate'] });
    const gate = { id: 'gate', name: 'Gate', partOf: 'syria' };
    await write(saying('later', gate, { id: 'syria', name: 'Syria' }));
    const moved = { placeKeys: ['ORIGIN gate'], placesWithin: ['ORIGIN gate', 'ORIGIN syria'], within: [] };
    expect(await find('incidents', 'raid')).toMatchObject(moved);
    await write({ id: 'later', retracted: true });
    expect(await find('incidents', 'raid')).toMatchObject({ placesWithin: ['ORIGIN gate'] });
  });

  it('break a cycle, and restore the edge when the cycle is gone', async () => {
    await write(gateRaids());
    await write(saying('later', { id: 'iraq', name: 'Iraq', partOf: 'gate' }, { id: 'gate', name: 'Gate' }));
    // Both edges of the first article are the oldest. The one with the greater child is ignored.
    expect(await find('locations', 'gate')).toMatchObject({ ancestors: [], circularPartOf: 'dam' });
    expect(await find('locations', 'dam')).toMatchObject({ ancestors: ['iraq', 'gate'] });
    await write(saying('later', { id: 'iraq', name: 'Iraq' }));
    expect(await find('locations', 'gate')).toMatchObject({ ancestors: ['dam', 'iraq'] });
    expect(await find('locations', 'gate')).not.toHaveProperty('circularPartOf');
  });

  it('restore an ignored edge when another article breaks the cycle', async () => {
    await write(gateRaids());
    await write(saying('later', { id: 'iraq', name: 'Iraq', partOf: 'dam' }, { id: 'dam', name: 'Dam' }));
    expect(await find('locations', 'dam')).toMatchObject({ ancestors: [], circularPartOf: 'iraq' });
    const moving = saying('latest', { id: 'iraq', name: 'Iraq', partOf: 'asia' }, { id: 'asia', name: 'Asia' });
    await write({ ...moving, published: '2024-03-01' });
    expect(await find('locations', 'dam')).toMatchObject({ ancestors: ['iraq', 'asia'] });
    expect(await find('incidents', 'raid-1')).toMatchObject({ within: ['gate', 'dam', 'iraq', 'asia'] });
  });

  it('show links while their target is stored, and list them as dangling otherwise', async () => {
    const voice = (id: string, ...to: string[]) => ({
      id: 's',
      type: 'COMMENT' as const,
      text: id,
      links: to.map((statement) => ({ type: 'CONTRADICTS' as const, statement })),
    });
    await write(anArticle({ id: 'a', statements: [voice('a', 'b.s', 'c.s')] }));
    expect(await find('statements', 'a.s')).toMatchObject({ linkKeys: [], waitsFor: ['b.s', 'c.s'] });
    await write(anArticle({ id: 'b', statements: [voice('b')] }), anArticle({ id: 'c', statements: [voice('c')] }));
    expect(await find('statements', 'a.s')).toMatchObject({ linkKeys: ['CONTRADICTS b.s', 'CONTRADICTS c.s'] });
    expect(await find('statements', 'b.s')).toMatchObject({ linkKeys: ['CONTRADICTS a.s'] });
    await write({ id: 'c', retracted: true });
    expect(await find('statements', 'a.s')).toMatchObject({ linkKeys: ['CONTRADICTS b.s'], waitsFor: ['c.s'] });
    await write({ id: 'a', retracted: true });
    expect(await find('statements', 'b.s')).toMatchObject({ linkKeys: [] });
  });

  it('count the statements about an incident for its parts', async () => {
    const parts = ['raid-1', 'raid-2', 'raid-3'].map((id) => ({ id, title: id, partOf: 'war' }));
    const war = { id: 'war', title: 'War' };
    await write(gateRaids(), anArticle({ id: 'parts', incidents: [...parts, war] }));
    const statements = ['s', 't'].map((id) => ({ id, type: 'COMMENT' as const, text: 'T', incidents: ['war'] }));
    await write(anArticle({ id: 'voices', incidents: [war], statements }));
    expect(await find('incidents', 'raid-3')).toMatchObject({ about: ['raid-3', 'war'], counts: { statements: 2 } });
    await write({ id: 'parts', retracted: true });
    expect(await find('incidents', 'raid-3')).toMatchObject({ about: ['raid-3'], counts: { statements: 0 } });
  });

  it('follow the newest remaining report when the newest is withdrawn', async () => {
    const named = (id: string, day: number, name: string) => ({
      ...saying(id, { id: 'iraq', name }),
      published: `2024-03-0${day}`,
    });
    await write(named('a', 1, 'Iraq'), named('b', 2, 'Irak'), named('c', 3, 'Iraq'), named('d', 4, 'Iraq'));
    expect(await find('locations', 'iraq')).toMatchObject({ name: 'Iraq', counts: { articles: 4 } });
    await write({ id: 'd', retracted: true });
    expect(await find('locations', 'iraq')).toMatchObject({ name: 'Iraq', counts: { articles: 3 } });
    await write({ id: 'c', retracted: true });
    expect(await find('locations', 'iraq')).toMatchObject({ name: 'Irak', aliases: ['Iraq'], counts: { articles: 2 } });
  });

  async function write(...accepted: ArticleVersion[]): Promise<void> {
    await writeArticles(store.database, store.client, accepted, { dryRun: false, limits });
    expect((await verifyStore(store.database)).filter(({ isFault }) => isFault)).toEqual([]);
  }
});

/** Returns articles about three raids at the gate of a dam in Iraq. */
function gateRaids(): Article {
  return anArticle({
    id: 'raids',
    locations: [
      { id: 'gate', name: 'Gate', partOf: 'dam' },
      { id: 'dam', name: 'Dam', partOf: 'iraq' },
      { id: 'iraq', name: 'Iraq' },
    ],
    incidents: ['raid-1', 'raid-2', 'raid-3'].map((id) => ({ id, title: id, location: 'gate' })),
  });
}

function saying(id: string, ...locations: LocationInput[]): Article {
  return anArticle({ id, published: '2024-02-01', locations });
}

function find(collection: string, id: string) {
  return store.database.collection<{ _id: string }>(collection).findOne({ _id: id });
}
