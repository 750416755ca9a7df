import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseArticles } from '../../src/ingest/read/parse-articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';
import { firstSeed, runsOf } from '../support/runs.ts';
import { dataOf, lists } from './connections.ts';
import { crowd, crowdArticle } from './crowd.ts';
import { createNodes, type Nodes, typeNames } from './nodes.ts';
import { isAtBorder, isWide } from './places.ts';
import { createQueries, placesIn, type Queries } from './queries.ts';
import { inputType } from './schema.ts';
import { filtered } from './where.ts';
import { anyWorld } from './world.ts';

/** A relation of the type of the list, to one node or to a list of nodes. */
const relation = /"(some|none|every|speaker|onBehalfOf|article|location|partOf|actor|incident|statement)":\{"/;
const { ORACLE_QUERIES: asked = '15' } = process.env;
const server = process.env.TEST_MONGODB_URI;
/** A server takes a second for some of these queries, and longer next to other tests. */
const runs = (server ? 1 : 4) * Number(asked);
const timeout = 120_000 + 4_000 * Number(asked);
const seeds = Array.from({ length: runsOf(1) }, (_, i) => firstSeed(1) + i);

describe.each(seeds)('filters equal the oracle, in wide world %i', { timeout }, (seed) => {
  let gateway: TestGateway;
  let nodes: Nodes;
  let queries: Queries;

  beforeAll(async () => {
    const world = fc.sample(anyWorld, { seed, numRuns: 1 })[0] ?? [];
    const articles = [...world, ...Array.from({ length: crowd }, (_, i) => crowdArticle(`crowd-${i}`))];
    gateway = await openTestGateway({ requestTimeoutMs: 60_000 });
    await gateway.seed(...articles);
    const parsed = [...parseArticles({ file: 'world.json', bytes: Buffer.from(JSON.stringify(articles)) })];
    nodes = createNodes(
      parsed.flatMap(({ article }) => (article && 'text' in article ? [article] : [])),
      [],
    );
    queries = createQueries(nodes);
  }, timeout);
  afterAll(() => gateway.close());

  it('find and count the matching nodes', async () => {
    const anyFilter = fc
      .constantFrom(...typeNames)
      .chain((typeName) => fc.record({ typeName: fc.constant(typeName), where: queries.where(typeName) }))
      .filter(({ where }) => relation.test(JSON.stringify(where)))
      // DocumentDB takes more than a minute to join a thousand statements with what they concern.
      .filter(({ where }) => !(server && JSON.stringify(where).includes('"concerns"')));
    await fc.assert(
      fc.asyncProperty(anyFilter, async ({ typeName, where }) => {
        skipBorders(where);
        const list = `${lists[typeName]}(where: $where, orderBy: { field: ID }`;
        const query = `query ($where: ${typeName}Where) {
          first: ${list}, first: 100) { totalCount nodes { id } } last: ${list}, last: 100) { nodes { id } }
        }`;
        const { first, last } = dataOf(await gateway.answer(query, { where }));
        const met = filtered(inputType(`${typeName}Where`), nodes[typeName], where);
        const ids = met.map(({ id }) => `${typeName}:${id}`).sort();
        expect(first.totalCount).toBe(ids.length);
        expect([...first.nodes, ...last.nodes].map(({ id }) => id)).toEqual([...ids.slice(0, 100), ...ids.slice(-100)]);
      }),
      { seed, numRuns: runs },
    );
  });

  /**
   * Returns whether a result can be compared: not if rounding decides, nor DocumentDB's for wide polygons and those
   * across the antimeridian.
   */
  function skipBorders(where: object): void {
    const points = nodes.Location.flatMap(({ point }) => point ?? []);
    fc.pre(!placesIn(where).some((place) => points.some((point) => isAtBorder(point, place))));
    if (server) fc.pre(!placesIn(where).some(({ polygon }) => polygon && isWide(polygon)));
  }
});
