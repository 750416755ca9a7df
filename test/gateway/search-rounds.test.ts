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

/** A node, and its texts with the weight of each. */
interface Told {
  type: string;
  id: string;
  texts: { weight: number; text: string }[];
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
  const text = (share: number, lead = 'about') =>
    [lead, ...words.filter(() => chance() < share).sort(() => chance() - 0.5), 'it'].join(' ');
  const tell = (type: string, id: string, ...texts: [number, string][]) => {
    told.push({
      type,
      id: `${prefixes[type as 'ACTOR']}:${id}`,
      texts: texts.map(([weight, each]) => ({ weight, text: each })),
    });
    return texts.map(([, each]) => each) as [string, string];
  };
  const articles = Array.from({ length: 25 }, (_, a) => {
    const [title, body] = tell('ARTICLE', `a${a}`, [8, text(0.3)], [2, text(0.7)]);
    const numbers = [0, 1, 2];
    return {
      id: `a${a}`,
      published: '2023-11-12',
      title,
      text: body,
      language: 'en',
      incidents: numbers.map((i) => {
        const [name, summary] = tell('INCIDENT', `i${a}-${i}`, [8, text(0.3)], [3, text(0.6)]);
        return { id: `i${a}-${i}`, title: name, summary };
      }),
      actors: numbers.slice(1).map((i) => {
        const [name, alias] = tell('ACTOR', `p${a}-${i}`, [8, text(0.3)], [6, text(0.3, 'alias')]);
        return { id: `p${a}-${i}`, name, aliases: [alias] };
      }),
      locations: numbers.slice(2).map((i) => {
        const [name, alias] = tell('LOCATION', `l${a}-${i}`, [8, text(0.3)], [6, text(0.3, 'alias')]);
        return { id: `l${a}-${i}`, name, aliases: [alias] };
      }),
      statements: [...numbers, 3, 4].map((i) => {
        const [said] = tell('STATEMENT', `a${a}.s${i}`, [5, text(0.7)]);
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

/** The sum over all words, each as often as terms name it, of the weights of the texts that it is in. */
function scoreOf({ texts }: Told, { included }: Asked): number {
  const terms = new Map(included.map((phrase) => [quoted(phrase), phrase]));
  let score = 0;
  for (const word of [...terms.values()].flat()) {
    for (const { weight, text } of texts) if (text.split(' ').includes(word)) score += weight;
  }
  return score;
}

function meets({ texts }: Told, { included, excluded }: Asked): boolean {
  const has = (phrase: readonly string[]) => texts.some(({ text }) => ` ${text} `.includes(` ${phrase.join(' ')} `));
  return included.every(has) && !excluded.some(has);
}

function expected(question: Asked, among: readonly string[]): { id: string; score: number }[] {
  return told
    .filter((node) => among.includes(node.type) && meets(node, question))
    .map((node) => ({ id: node.id, type: node.type, score: scoreOf(node, question) }))
    .sort((a, b) => b.score - a.score || types.indexOf(a.type) - types.indexOf(b.type) || (a.id < b.id ? -1 : 1))
    .map(({ id, score }) => ({ id, score }));
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
          for (let page = 0; page < 12; page++) {
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
      tries(60),
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
            .map((node) => ({ id: node.id, score: scoreOf(node, question) }))
            .sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1));
          const found: string[] = [];
          let after: string | null = null;
          for (let page = 0; page < 12; page++) {
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
      tries(60),
    );
  });

  it('end when there are enough hits with the words in titles and names', async () => {
    const edges = '{ edges { score node { id } } }';
    gateway.store.takeCommands();
    await gateway.ask(`{ search(text: "alpha", first: 5) ${edges} }`);
    const [first, ...others] = gateway.store.takeCommands();
    expect(first).toBe('aggregate incidents');
    expect(others.filter((command) => command.startsWith('aggregate'))).toEqual([]);
    await gateway.ask(`{ search(text: "alpha bravo delta tango", first: 100) ${edges} }`);
    const again = gateway.store.takeCommands().filter((command) => command.startsWith('aggregate'));
    expect(again).toEqual(['aggregate incidents', 'aggregate incidents']);
  });

  it('are one for statements, whose texts all weigh the same', async () => {
    gateway.store.takeCommands();
    const { search } = await gateway.ask('{ search(text: "alpha", types: [STATEMENT], first: 5) { edges { score } } }');
    expect(search.edges.map(({ score }: any) => score)).toEqual([5, 5, 5, 5, 5]);
    expect(gateway.store.takeCommands().filter((command) => command.startsWith('aggregate'))).toHaveLength(1);
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
