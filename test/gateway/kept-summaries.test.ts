import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeArticles } from '../../src/ingest/write/write-articles.ts';
import { createGateway } from '../../src/process/create-gateway.ts';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { article, incident, named } from '../support/articles.ts';
import { openTestGateway, parseAll, type TestGateway, testSettings } from '../support/gateway.ts';

const place = named('dam', { point: { latitude: 36.6, longitude: 42.8 } });

/** An article with one incident on a day of May 2024. */
const report = (day: number) =>
  article(`report-${day}`, {
    publisher: `Press ${day}`,
    locations: [place],
    incidents: [
      incident(`raid-${day}`, {
        date: `2024-05-${String(day).padStart(2, '0')}`,
        location: 'dam',
        casualties: [{ kind: 'KILLED', count: day }],
      }),
    ],
  });

const summaries = `totalCount groupCount(by: PUBLISHER) groups(by: PUBLISHER, orderBy: KEY) { key count killed { min } }
  timeline(interval: MONTH) { count killed { min } } cells(precision: 3) { count killed { min } } bounds { south west }`;
const summariesOf = (days: number[]) => {
  const total = { count: days.length, killed: { min: days.reduce((a, b) => a + b, 0) } };
  return {
    totalCount: days.length,
    groupCount: days.length,
    groups: days.map((day) => ({ key: `Press ${day}`, count: 1, killed: { min: day } })),
    timeline: [total],
    cells: [total],
    bounds: { south: 36.6, west: 42.8 },
  };
};

/** Every way in which a gateway can make sure that a response shows one state, the best first. */
const ways = ['snapshot', 'transaction', 'none'] as const;

describe.each(ways)('summaries, of a store that offers %s', (way) => {
  let gateway: TestGateway;
  let other: Store;
  let app: TestGateway['app'];

  beforeAll(async () => {
    gateway = await openTestGateway();
    other = await openStore(gateway.store.config);
    const { oneState } = gateway.store;
    const best = ways.slice(ways.indexOf(oneState));
    app = await createGateway({ ...gateway.store, oneState: best.includes(way) ? way : oneState }, testSettings);
    await gateway.seed(report(1));
  });
  afterAll(async () => {
    await app.close();
    await other.close();
    await gateway.close();
  });

  const ask = async (query: string) => {
    const { data, errors, extensions } = (
      await app.inject({ method: 'POST', url: '/graphql', payload: { query } })
    ).json();
    expect(errors).toBeUndefined();
    return { ...data, revision: extensions.revision };
  };
  const write = (...articles: object[]) =>
    writeArticles(other.database, other.client, parseAll(articles), { dryRun: false });
  /** Returns the reads that a query costs. */
  const readsOf = async (query: string) => {
    gateway.store.takeCommands();
    await ask(query);
    return gateway.store.takeCommands();
  };

  it('are computed once, until something is written', async () => {
    const query = `{ incidents { ${summaries} } }`;
    const first = await ask(query);
    expect(first.incidents).toEqual(summariesOf([1]));
    expect(first.revision).toBeGreaterThan(0);
    expect(await readsOf(query)).toEqual([]);
    expect(await ask(query)).toEqual(first);
  });

  it('are computed again after each write of another process, however soon', async () => {
    const query = `{ incidents { ${summaries} } }`;
    const days = [1];
    for (const day of [2, 3, 4, 5, 6]) {
      await write(report(day));
      days.push(day);
      expect((await ask(query)).incidents).toEqual(summariesOf(days));
    }
    await write({ id: 'report-6', retracted: true });
    expect((await ask(query)).incidents).toEqual(summariesOf([1, 2, 3, 4, 5]));
    expect(await readsOf(query)).toEqual([]);
  });

  it('are kept apart by filter and arguments', async () => {
    const query = (where: string, args = '') =>
      `{ incidents(where: ${where}) { totalCount groups(by: PUBLISHER${args}) { key } } }`;
    const ofDay = (day: number) => `{ articles: { some: { publisher: { eq: "Press ${day}" } } } }`;
    const startsWith = (start: string) => `{ articles: { some: { publisher: { startsWith: "${start}" } } } }`;
    for (let turn = 0; turn < 2; turn++) {
      expect((await ask(query('{}'))).incidents.totalCount).toBe(5);
      expect((await ask(query(ofDay(2)))).incidents).toEqual({ totalCount: 1, groups: [{ key: 'Press 2' }] });
      expect((await ask(query(ofDay(3)))).incidents).toEqual({ totalCount: 1, groups: [{ key: 'Press 3' }] });
      expect((await ask(query(startsWith('pres')))).incidents.totalCount).toBe(5);
      expect((await ask(query(startsWith('pros')))).incidents.totalCount).toBe(0);
      expect((await ask(query('{}', ', first: 1'))).incidents.groups).toHaveLength(1);
    }
  });

  it('are not kept while a writer without transactions holds the lease', async () => {
    const query = '{ incidents { totalCount } }';
    await ask(query);
    const control = other.database.collection<{ _id: string }>('control');
    await control.updateOne({ _id: 'seed' }, { $set: { owner: 'somebody' } });
    expect(await readsOf(query)).toEqual(['aggregate incidents']);
    await control.updateOne({ _id: 'seed' }, { $unset: { owner: '' } });
    expect(await readsOf(query)).toEqual([]);
  });

  it('do not hide what is written between two reads of a request', async () => {
    const query = '{ incidents { totalCount nodes { id } } articles { totalCount } }';
    let isOver = false;
    const writing = (async () => {
      for (let day = 7; day < 13; day++) await write(report(day));
      isOver = true;
    })();
    while (!isOver) {
      const { incidents, articles } = await ask(query);
      expect(articles.totalCount).toBe(incidents.totalCount);
      if (way !== 'none') expect(incidents.nodes).toHaveLength(incidents.totalCount);
    }
    await writing;
    expect((await ask(query)).incidents.totalCount).toBe(11);
  });
});

describe('a store that was never written to by seeding', () => {
  it('has no revision by which summaries could be kept', async () => {
    const gateway = await openTestGateway();
    const query = '{ incidents { totalCount } }';
    await gateway.ask(query);
    gateway.store.takeCommands();
    await gateway.ask(query);
    expect(gateway.store.takeCommands()).toEqual(['aggregate incidents']);
    await gateway.close();
  });
});
