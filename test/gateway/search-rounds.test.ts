import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';
import { tries } from '../support/runs.ts';

/*
 * A search reads in rounds, and ends as soon as no further hit can be among the best. Its results are compared with a
 * search through plain objects that sorts all hits.
 */

const words = ['alpha', 'bravo', 'delta', 'tango'];
const types = ['INCIDENT', 'ACTOR', 'STATEMENT', 'LOCATION', 'ARTICLE'];
const prefixes = {
  INCIDENT: 'Incident',
  ACTOR: 'Actor',
  STATEMENT: 'Statement',
  LOCATION: 'Location',
  ARTICLE: 'Article',
};

/** A field's weight, and the usual number of words of its texts. */
type Field = readonly [weight: number, usualLength: number];

const title: Field = [8, 10];
const summary: Field = [3, 30];
const name: Field = [8, 3];
const alias: Field = [6, 3];
const statement: Field = [5, 25];
const body: Field = [2, 300];

/** A node, and the text of each of its fields. */
interface Told {
  type: string;
  id: string;
  texts: { field: Field; text: string }[];
}

interface Asked {
  included: string[][];
  excluded: string[][];
}

const told: Told[] = [];
let gateway: TestGateway;

/** A number from 0 to 1 that looks random, and is the same in each run. */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

beforeAll(async () => {
  const chance = createChance(7);
  // Names and aliases differ, because an alias that is the name is not stored.
  // Words are there once or a few times, among up to three times as many words as usual.
  const text = (share: number, [, usual]: Field, lead = 'about') => {
    const drawn = words
      .map((word) => ({ word, share: chance(), place: chance() }))
      .filter((each) => each.share < share);
    const found = drawn.sort((a, b) => a.place - b.place).map(({ word }) => word);
    const again = found.filter(() => chance() < 0.3).flatMap((word) => [word, word]);
    const others = Array.from({ length: Math.floor(chance() ** 2 * 3 * usual) }, () => 'it');
    return [lead, ...found, ...others, ...again].join(' ');
  };
  const tell = (type: string, id: string, ...texts: [Field, string][]) => {
    told.push({
      type,
      id: `${prefixes[type as 'ACTOR']}:${id}`,
      texts: texts.map(([field, each]) => ({ field, text: each })),
    });
    return texts.map(([, each]) => each) as [string, string];
  };
  const articles = Array.from({ length: 25 }, (_, a) => {
    const [heading, story] = tell('ARTICLE', `a${a}`, [title, text(0.3, title)], [body, text(0.7, body)]);
    const numbers = [0, 1, 2];
    return {
      id: `a${a}`,
      published: '2023-11-12',
      title: heading,
      text: story,
      language: 'en',
      incidents: numbers.map((i) => {
        const [called, told] = tell('INCIDENT', `i${a}-${i}`, [title, text(0.3, title)], [summary, text(0.6, summary)]);
        return { id: `i${a}-${i}`, title: called, summary: told };
      }),
      actors: numbers.slice(1).map((i) => {
        const [called, also] = tell('ACTOR', `p${a}-${i}`, [name, text(0.3, name)], [alias, text(0.3, alias, 'alias')]);
        return { id: `p${a}-${i}`, name: called, aliases: [also] };
      }),
      locations: numbers.slice(2).map((i) => {
        const [called, also] = tell(
          'LOCATION',
          `l${a}-${i}`,
          [name, text(0.3, name)],
          [alias, text(0.3, alias, 'alias')],
        );
        return { id: `l${a}-${i}`, name: called, aliases: [also] };
      }),
      statements: [...numbers, 3, 4].map((i) => {
        const [said] = tell('STATEMENT', `a${a}.s${i}`, [statement, text(0.7, statement)]);
        return { id: `s${i}`, type: 'COMMENT', text: said };
      }),
    };
  });
  gateway = await openTestGateway();
  await gateway.seed(...articles);
});
afterAll(() => gateway.close());

const term = fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 2 });
const asked = fc.record({
  included: fc.array(term, { minLength: 1, maxLength: 3 }),
  excluded: fc.oneof({ weight: 3, arbitrary: fc.constant<string[][]>([]) }, fc.array(term, { maxLength: 1 })),
});

const quoted = (phrase: readonly string[]) => (phrase.length > 1 ? `"${phrase.join(' ')}"` : (phrase[0] as string));
const textOf = ({ included, excluded }: Asked) =>
  [...included.map(quoted), ...excluded.map((phrase) => `-${quoted(phrase)}`)].join(' ');

/** Each word as often as terms name it. */
function wordsIn({ included }: Asked): string[] {
  return [...new Map(included.map((phrase) => [quoted(phrase), phrase])).values()].flat();
}

/** Ten times the impact of a word in a text by BM25, with k1 = 1.2 and b = 0.75, in the steps that the guide names. */
function impactOf(word: string, text: string, usualLength: number): number {
  const all = text.split(' ');
  const count = all.filter((each) => each === word).length;
  const impact = (2.2 * count) / (count + 1.2 * (0.25 + (0.75 * all.length) / usualLength));
  if (count === 0) return 0;
  if (impact < 0.45) return 3;
  if (impact < 0.85) return 7;
  return impact < 1.25 ? 10 : 15;
}

/** The sum over all words of the word's rarity times its best impact times weight, in hundredths. */
function scoreOf({ texts }: Told, question: Asked, rarityOf: (word: string) => number): number {
  let score = 0;
  for (const word of wordsIn(question)) {
    const impacts = texts.map(({ field: [weight, usual], text }) => weight * impactOf(word, text, usual));
    score += rarityOf(word) * Math.max(...impacts);
  }
  return score;
}

/** Ten times the inverse document frequency of a word; a single word has none. */
function rarityAmong(nodes: readonly Told[], question: Asked): (word: string) => number {
  if (wordsIn(question).length === 1) return () => 10;
  return (word) => {
    const count = nodes.filter(({ texts }) => texts.some(({ text }) => text.split(' ').includes(word))).length;
    return Math.max(1, Math.round(10 * Math.log(1 + (nodes.length - count + 0.5) / (count + 0.5))));
  };
}

function meets({ texts }: Told, { included, excluded }: Asked): boolean {
  const has = (phrase: readonly string[]) => texts.some(({ text }) => ` ${text} `.includes(` ${phrase.join(' ')} `));
  return included.every(has) && !excluded.some(has);
}

function expected(question: Asked, among: readonly string[]): { id: string; score: number }[] {
  const nodes = told.filter(({ type }) => among.includes(type));
  const rarityOf = rarityAmong(nodes, question);
  return nodes
    .filter((node) => meets(node, question))
    .map((node) => ({ id: node.id, type: node.type, score: scoreOf(node, question, rarityOf) }))
    .sort((a, b) => b.score - a.score || types.indexOf(a.type) - types.indexOf(b.type) || (a.id < b.id ? -1 : 1))
    .map(({ id, score }) => ({ id, score: Math.round(score / 100) }));
}

const query = `query ($text: String!, $types: [SearchType!], $first: Int, $after: String) {
  search(text: $text, types: $types, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { score node { id } }
  }
}`;

describe('the rounds of a search', () => {
  it('find the same hits in the same order as sorting all of them', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        asked,
        fc.uniqueArray(fc.constantFrom(...types), { minLength: 1 }),
        fc.constantFrom(1, 2, 5, 30),
        async (question, among, first) => {
          const hits = expected(question, among);
          const found: { id: string; score: number }[] = [];
          let after: string | null = null;
          // The first pages are enough: they cross the rounds.
          for (let page = 0; page < 5; page++) {
            const { search }: any = await gateway.ask(query, { text: textOf(question), types: among, first, after });
            found.push(...search.edges.map(({ score, node }: any) => ({ id: node.id, score })));
            expect(search.totalCount).toBe(hits.length);
            expect(search.pageInfo.hasNextPage).toBe(hits.length > found.length);
            after = search.pageInfo.endCursor;
            if (!search.pageInfo.hasNextPage) break;
          }
          expect(found).toEqual(hits.slice(0, found.length));
        },
      ),
      tries(25),
    );
  });

  it('by relevance find the same nodes in the same order as sorting all of them', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        asked,
        fc.constantFrom(...types),
        fc.constantFrom(1, 2, 5, 30),
        fc.boolean(),
        async (question, type, first, isOptional) => {
          const list = `${type.toLowerCase()}s`;
          const where = isOptional ? 'or: [{ text: $text }, { id: { exists: true } }]' : 'text: $text';
          const ranked = `query ($text: String!, $first: Int, $after: String) { ${list}(
            where: { ${where} }, orderBy: [{ field: RELEVANCE, direction: DESC }], first: $first, after: $after
          ) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
          const nodes = told
            .filter((node) => node.type === type && (isOptional || meets(node, question)))
            .map((node) => ({ id: node.id, score: scoreOf(node, question, () => 1) }))
            .sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1));
          const found: string[] = [];
          let after: string | null = null;
          for (let page = 0; page < 5; page++) {
            const data: any = await gateway.ask(ranked, { text: textOf(question), first, after });
            found.push(...data[list].nodes.map(({ id }: any) => id));
            const { hasNextPage, endCursor } = data[list].pageInfo;
            expect(hasNextPage).toBe(nodes.length > found.length);
            after = endCursor;
            if (!hasNextPage) break;
          }
          expect(found).toEqual(nodes.slice(0, found.length).map(({ id }) => id));
        },
      ),
      tries(25),
    );
  });

  const roundsOf = async (asked: string) => {
    gateway.store.takeCommands();
    const { search }: any = await gateway.ask(`{ search(${asked}) { edges { score node { id } } } }`);
    const rounds = gateway.store.takeCommands().filter((command) => command.startsWith('aggregate')).length;
    return { rounds, scores: search.edges.map(({ score }: any) => score) };
  };

  it('end when there are enough hits with the words in short titles and names', async () => {
    expect((await roundsOf('text: "alpha", first: 5')).rounds).toBeLessThan(3);
    // No page of 100 is filled by the hits among 75 incidents.
    expect((await roundsOf('text: "alpha", types: [INCIDENT], first: 100')).rounds).toBeGreaterThan(3);
  });

  it('end with the first one if it finds enough hits with the highest score', async () => {
    expect(await roundsOf('text: "alpha", types: [STATEMENT], first: 5')).toEqual({
      rounds: 1,
      scores: [8, 8, 8, 8, 8],
    });
  });

  it.each([
    ['titles and names', 9],
    ['statements', 5],
  ])('end within the hits with the words in %s, behind a cursor among them', async (_where, score) => {
    const page = '{ pageInfo { endCursor } edges { score } }';
    let after: string | null = null;
    let last = Number.POSITIVE_INFINITY;
    while (last > score) {
      const { search }: any = await gateway.ask(
        `query ($after: String) { search(text: "alpha", first: 7, after: $after) ${page} }`,
        { after },
      );
      after = search.pageInfo.endCursor;
      last = search.edges.at(-1).score;
    }
    gateway.store.takeCommands();
    await gateway.ask(`query ($after: String) { search(text: "alpha", first: 1, after: $after) ${page} }`, { after });
    expect(gateway.store.takeCommands().filter((command) => command.startsWith('aggregate'))).toHaveLength(1);
  });
});
