import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseArticles } from '../../src/ingest/read/parse-articles.ts';
import { writeMerge } from '../../src/ingest/write/write-merges.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';
import { firstSeed, runsOf } from '../support/runs.ts';
import { anyOwnArguments, anySummary, literal, page, paging, parametersOf } from './arguments.ts';
import { connectionsOf, dataOf, expectSummary, lists, summarySelection } from './connections.ts';
import { childrenOf, compare, createNodes, type Node, type Nodes, typeNames } from './nodes.ts';
import { rarityAmong, scoreOf, sorted } from './order.ts';
import { isAtBorder, isWide } from './places.ts';
import { anyText, createQueries, type ListQuery, placesIn, type Queries } from './queries.ts';
import { enumValues, inputType } from './schema.ts';
import { readText } from './text.ts';
import { filtered, meets } from './where.ts';
import { anyWorld, merges } from './world.ts';

/** How many queries of each kind are sent for each world. */
const { ORACLE_QUERIES: asked = '15' } = process.env;
const server = process.env.TEST_MONGODB_URI;
const timeout = 30_000 + 1_000 * Number(asked);
const seeds = Array.from({ length: runsOf(2) }, (_, i) => firstSeed(1) + i);

describe.each(seeds)('the gateway equals the oracle, in world %i', { timeout }, (seed) => {
  let gateway: TestGateway;
  let nodes: Nodes;
  let queries: Queries;

  beforeAll(async () => {
    const articles = fc.sample(anyWorld, { seed, numRuns: 1 })[0] ?? [];
    gateway = await openTestGateway();
    await gateway.seed(...articles);
    const made = seed % 4 < 2 ? [] : merges;
    for (const merge of made) await writeMerge(gateway.store.database, gateway.store.client, merge);
    const parsed = [...parseArticles({ file: 'world.json', bytes: Buffer.from(JSON.stringify(articles)) })];
    nodes = createNodes(
      parsed.flatMap(({ article }) => (article && 'text' in article ? [article] : [])),
      made.map(({ type, from, into }) => ({ _id: `${type}:${from}`, into: `${type}:${into}` })),
    );
    queries = createQueries(nodes);
  });
  afterAll(() => gateway.close());

  const check = <T>(any: fc.Arbitrary<T>, holds: (value: T) => Promise<void>) =>
    fc.assert(fc.asyncProperty(any, holds), { seed, numRuns: Number(asked) });

  const anyType = fc.constantFrom(...typeNames);

  /**
   * Returns whether a result can be compared: not if rounding decides, nor DocumentDB's for wide polygons and those
   * across the antimeridian.
   */
  const skipBorders = (where: object) => {
    const points = nodes.Location.flatMap(({ point }) => point ?? []);
    fc.pre(!placesIn(where).some((place) => points.some((point) => isAtBorder(point, place))));
    if (server) fc.pre(!placesIn(where).some(({ polygon }) => polygon && isWide(polygon)));
  };

  const nodeIds = (all: readonly Node[]) => all.map(({ typeName, id }) => `${typeName}:${id}`);

  /** Follows a list's pages to its end, from a given page or from the start, and returns all ids. */
  async function walk(
    ask: (paging: object) => Promise<any>,
    size: number,
    isBackwards: boolean,
    known?: any,
  ): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | null = null;
    for (let found = known; ; found = undefined) {
      found ??= await ask(isBackwards ? { last: size, before: cursor } : { first: size, after: cursor });
      const { edges, pageInfo } = found;
      const onPage: string[] = edges.map(({ node }: any) => node.id);
      const [more, less] = [pageInfo.hasNextPage, pageInfo.hasPreviousPage];
      expect(isBackwards ? more : less).toBe(cursor !== null);
      expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([
        edges[0]?.cursor ?? null,
        edges.at(-1)?.cursor ?? null,
      ]);
      ids.splice(isBackwards ? 0 : ids.length, 0, ...onPage);
      if (!(isBackwards ? less : more)) return ids;
      expect(onPage).toHaveLength(size);
      cursor = isBackwards ? pageInfo.startCursor : pageInfo.endCursor;
    }
  }

  it('in filters of any form', async () => {
    const anyFilter = anyType.chain((typeName) =>
      fc.record({ typeName: fc.constant(typeName), where: queries.where(typeName) }),
    );
    await check(fc.array(anyFilter, { minLength: 1, maxLength: 10, size: 'max' }), async (filters) => {
      for (const { where } of filters) skipBorders(where);
      const parameters = filters.map(({ typeName }, i) => `$where${i}: ${typeName}Where`);
      const fields = filters.map(
        ({ typeName }, i) => `f${i}: ${lists[typeName]}(where: $where${i}, first: 100) { nodes { id } }`,
      );
      const variables = Object.fromEntries(filters.map(({ where }, i) => [`where${i}`, where]));
      const data = dataOf(await gateway.answer(`query (${parameters}) { ${fields.join(' ')} }`, variables));
      for (const [i, { typeName, where }] of filters.entries()) {
        const met = filtered(inputType(`${typeName}Where`), nodes[typeName], where);
        const found = data[`f${i}`].nodes.map(({ id }: any) => id);
        expect(found.sort(), JSON.stringify(where)).toEqual(nodeIds(met).sort());
      }
    });
  });

  it('in every page of a list, forwards and backwards, and its count', async () => {
    await check(
      anyType.chain((typeName) => queries.list(typeName)),
      async ({ typeName, where, orderBy, size }: ListQuery) => {
        skipBorders(where);
        const list = lists[typeName];
        const query = `query (${parametersOf(typeName)}) { ${list}(${paging}) { ${page} totalCount } }`;
        const met = filtered(inputType(`${typeName}Where`), nodes[typeName], where);
        const expected = nodeIds(sorted(typeName, met, orderBy, where));
        const ask = async (paging: object) => {
          const { [list]: found } = dataOf(await gateway.answer(query, { where, orderBy, ...paging }));
          expect(found.totalCount).toBe(expected.length);
          return found;
        };
        expect(await walk(ask, size, false)).toEqual(expected);
        expect(await walk(ask, size, true)).toEqual(expected);
      },
    );
  });

  it('in groups, timelines, cells and bounds of lists', async () => {
    await check(
      anyType.chain((typeName) =>
        fc.record({ typeName: fc.constant(typeName), where: queries.where(typeName), summary: anySummary(typeName) }),
      ),
      async ({ typeName, where, summary }) => {
        skipBorders(where);
        const list = lists[typeName];
        const query = `query ($where: ${typeName}Where) { ${list}(where: $where) { ${summarySelection(typeName, summary)} } }`;
        const met = filtered(inputType(`${typeName}Where`), nodes[typeName], where);
        expectSummary(typeName, met, summary, dataOf(await gateway.answer(query, { where }))[list]);
      },
    );
  });

  it('in the connections of several nodes: pages, counts, groups, timelines, cells and bounds', async () => {
    const anyConnection = fc.constantFrom(
      ...typeNames
        .filter((from) => nodes[from].length > 0)
        .flatMap((from) => connectionsOf(from).map((connection) => ({ from, ...connection }))),
    );
    const anyQuery = anyConnection.chain(({ from, field, to, own }) =>
      fc.record({
        from: fc.constant(from),
        field: fc.constant(field),
        parents: fc.uniqueArray(fc.constantFrom(...nodes[from]), { minLength: 1, maxLength: 4 }),
        args: anyOwnArguments(from, own),
        list: queries.list(to),
        summary: anySummary(to),
        isBackwards: fc.boolean(),
      }),
    );
    const shown = (query: any) => ({ ...query, parents: nodeIds(query.parents) });
    await check(
      anyQuery.map((query) => Object.assign(query, { [fc.toStringMethod]: () => JSON.stringify(shown(query)) })),
      async ({ from, field, parents, args, list: { typeName, where, orderBy, size }, summary, isBackwards }) => {
        skipBorders(where);
        const given = Object.entries(args).map(([name, value]) => `${name}: ${literal(value)},`);
        const connection = `found: ${field}(${given.join(' ')} ${paging}) { ${page} ${summarySelection(typeName, summary)} }`;
        const parameters = parametersOf(typeName);
        const first = `query (${parameters}, $ids: [ID!]) { parents: ${lists[from]}(where: { id: { in: $ids } }, first: 4) { nodes { id ${connection} } } }`;
        const next = `query (${parameters}, $id: ID!) { node(id: $id) { ... on ${from} { ${connection} } } }`;
        const variables = { where, orderBy, ids: nodeIds(parents) };
        const start = isBackwards ? { last: Math.min(size, 5) } : { first: Math.min(size, 5) };
        const data = dataOf(await gateway.answer(first, { ...variables, ...start }));
        expect(data.parents.nodes.map(({ id }: any) => id).sort()).toEqual(nodeIds(parents).sort());
        for (const parent of parents) {
          const [id] = nodeIds([parent]);
          const { found } = data.parents.nodes.find((node: any) => node.id === id);
          const met = filtered(inputType(`${typeName}Where`), childrenOf(parent, field, args), where);
          expectSummary(typeName, met, summary, found);
          const ask = async (paging: object) =>
            dataOf(await gateway.answer(next, { where, orderBy, id, ...paging })).node.found;
          const expected = nodeIds(sorted(typeName, met, orderBy, where));
          expect(await walk(ask, Math.min(size, 5), isBackwards, found)).toEqual(expected);
        }
      },
    );
  });

  it('in search: the nodes that text finds, best first, each once', async () => {
    await check(
      fc.record({
        text: anyText,
        types: fc.option(fc.uniqueArray(fc.constantFrom(...enumValues('SearchType')), { minLength: 1 }), {
          nil: null,
        }),
        size: fc.constantFrom(3, 7, 100),
      }),
      async ({ text, types, size }) => {
        const query = `query ($text: String!, $types: [SearchType!], $first: Int, $after: String) {
          search(text: $text, types: $types, first: $first, after: $after) {
            edges { cursor node { id } score } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount
          }
        }`;
        const searched = typeNames
          .filter((typeName) => types?.includes(typeName.toUpperCase()) ?? true)
          .flatMap((typeName) => nodes[typeName]);
        const asked = readText(text);
        const rarityOf = rarityAmong(searched, asked);
        const scored = searched
          .filter((node) => meets(inputType(`${node.typeName}Where`), { text }, node))
          .map((node) => ({ node, score: scoreOf(node, [asked], rarityOf) }))
          .sort(
            (a, b) =>
              b.score - a.score ||
              typeNames.indexOf(a.node.typeName) - typeNames.indexOf(b.node.typeName) ||
              compare(a.node.id, b.node.id),
          );
        const scores: number[] = [];
        const ask = async (paging: object) => {
          const { search } = dataOf(await gateway.answer(query, { text, types, ...paging }));
          expect(search.totalCount).toBe(scored.length);
          scores.push(...search.edges.map((edge: any) => edge.score));
          return search;
        };
        expect(await walk(ask, size, false)).toEqual(nodeIds(scored.map(({ node }) => node)));
        expect(scores).toEqual(scored.map(({ score }) => Math.round(score / 100)));
      },
    );
  });
});
