import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findArticleFiles } from '../../src/ingest/read/find-article-files.ts';
import { seedFiles } from '../../src/ingest/seed-files.ts';
import { seedRemaining, seedWhenEmpty } from '../../src/ingest/seed-when-empty.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;
let said: string[];
beforeEach(async () => {
  gateway = await openTestGateway();
  said = [];
});
afterEach(() => gateway.close());

const say = (line: string) => {
  said.push(line);
};
const real = { demo: false };
const whole = (options = real) => seedRemaining(gateway.store, say, new AbortController().signal, options);
const countArticles = (filter = {}) => gateway.store.database.collection('articles').countDocuments(filter);
const invented = { _id: /^demo-/ } as object;
const own = { id: 'own', published: '2023-11-09', text: 'A convoy was attacked near Mosul Dam.' };

describe('the shipped articles', () => {
  it('fill an empty store: one at the start, the rest later, resuming where it was interrupted', {
    timeout: 240_000,
  }, async () => {
    await seedWhenEmpty(gateway.store, say);
    expect(await countArticles()).toBe(1);
    const ending = new AbortController();
    const rest = seedRemaining(gateway.store, say, ending.signal, real);
    while ((await countArticles()) < 30) await sleep(10);
    ending.abort();
    await rest;
    const before = await countArticles();
    expect(before).toBeLessThan(536);
    await seedWhenEmpty(gateway.store, say);
    await whole();
    expect(await countArticles()).toBe(536);
    expect(said).toEqual([
      'Seeded the empty store from seed/articles: 8 incidents, 13 actors, 21 statements, 9 locations, 1 article',
      `Seeded ${536 - before} more articles from seed/articles`,
    ]);
    expect(await countArticles(invented)).toBe(0);
    for (const { name, query, answer } of workedQueries().slice(0, -1))
      expect(await gateway.ask(query), name).toEqual(JSON.parse(answer));
    await gateway.store.database
      .collection('articles')
      .deleteMany({ _id: { $ne: 'us-troops-iraq-2023-11-12' as never } });
    await whole();
    expect(await countArticles()).toBe(1);
  });

  it('include the invented ones on demand, which change the answers to no other question', {
    timeout: 240_000,
  }, async () => {
    await seedWhenEmpty(gateway.store, say);
    const ending = new AbortController();
    const rest = seedRemaining(gateway.store, say, ending.signal, { demo: true });
    while ((await countArticles(invented)) < 1) await sleep(10);
    ending.abort();
    await rest;
    await whole({ demo: false });
    expect((await countArticles()) - (await countArticles(invented))).toBe(536);
    await seedFiles(gateway.store, findArticleFiles(['seed/articles/demo']).files, { dryRun: false });
    expect(await countArticles(invented)).toBe(5);
    for (const { name, query, answer } of workedQueries())
      expect(await gateway.ask(query), name).toEqual(JSON.parse(answer));
  });

  it('are not seeded if the store has other articles', async () => {
    await gateway.seed(own);
    await seedWhenEmpty(gateway.store, say);
    await whole();
    expect(await countArticles()).toBe(1);
    expect(said).toEqual([]);
  });

  it('are not resumed once the store has other articles', async () => {
    await seedWhenEmpty(gateway.store, say);
    await gateway.seed(own);
    await whole();
    expect(await countArticles()).toBe(2);
    await gateway.store.database.collection('articles').deleteOne({ _id: 'own' as never });
    await whole();
    expect(await countArticles()).toBe(1);
  });
});

/** The queries of docs/questions.md with their results. */
function workedQueries(): { name: string; query: string; answer: string }[] {
  const worked = /```graphql\n(?<query>query (?<name>\w+).*?)```.*?```json\n(?<answer>.*?)```/gsu;
  return [...readFileSync('docs/questions.md', 'utf8').matchAll(worked)].map(
    ({ groups }) => groups as { name: string; query: string; answer: string },
  );
}
