import { afterAll, beforeAll, expect, it } from 'vitest';
import { article, incident } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;

const faces = '😀'.repeat(20);
const text = `${faces}!e\u0301 hit 😀 hit!${faces}`;

beforeAll(async () => {
  gateway = await openTestGateway();
  const evidence = [{ quote: 'hit', occurrence: 2 }, 'e\u0301'];
  await gateway.seed(article('faces', { text, incidents: [incident('attack', { evidence })] }));
});
afterAll(() => gateway.close());

async function evidence(): Promise<any[]> {
  const { incident } = await gateway.ask('{ incident(id: "attack") { evidence { quote start end prefix suffix } } }');
  return incident.evidence;
}

it('has positions in UTF-16 code units, in text order, at the stated occurrence', async () => {
  const found = await evidence();
  expect(found.map(({ quote, start, end }) => [quote, start, end])).toEqual([
    ['e\u0301', 41, 43],
    ['hit', 51, 54],
  ]);
  for (const { quote, start, end } of found) expect(text.slice(start, end)).toBe(quote);
});

it('has up to 32 code units of context, without half surrogate pairs', async () => {
  const some = (count: number) => '😀'.repeat(count);
  expect(await evidence()).toMatchObject([
    { prefix: `${some(15)}!`, suffix: ` hit 😀 hit!${some(10)}` },
    { prefix: `${some(10)}!e\u0301 hit 😀 `, suffix: `!${some(15)}` },
  ]);
});
