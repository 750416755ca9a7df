import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
const whole = () => seedRemaining(gateway.store, say, new AbortController().signal);
const countArticles = () => gateway.store.database.collection('articles').countDocuments();
const own = { id: 'own', published: '2023-11-09', text: 'A convoy was attacked near Mosul Dam.' };

describe('the shipped articles', () => {
  it('fill an empty store: one at the start, the rest later, resuming where it was interrupted', {
    timeout: 120_000,
  }, async () => {
    await seedWhenEmpty(gateway.store, say);
    expect(await countArticles()).toBe(1);
    const ending = new AbortController();
    const rest = seedRemaining(gateway.store, say, ending.signal);
    while ((await countArticles()) < 30) await sleep(10);
    ending.abort();
    await rest;
    const before = await countArticles();
    expect(before).toBeLessThan(523);
    await seedWhenEmpty(gateway.store, say);
    await whole();
    expect(await countArticles()).toBe(523);
    expect(said).toEqual([
      'Seeded the empty store from seed/articles: 8 incidents, 13 actors, 21 statements, 9 locations, 1 article',
      `Seeded ${523 - before} more articles from seed/articles`,
    ]);
    for (const { name, query, answer } of workedQueries())
      expect(await gateway.ask(query), name).toEqual(JSON.parse(answer));
    await gateway.store.database
      .collection('articles')
      .deleteMany({ _id: { $ne: 'us-troops-iraq-2023-11-12' as never } });
    await whole();
    expect(await countArticles()).toBe(1);
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
