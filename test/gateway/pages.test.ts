import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident, named } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;

/**
 * 25 incidents: three a day, one without a date, one with an open start, some titles that differ only in case and
 * accents.
 */
const dates = Array.from({ length: 23 }, (_, i) => `2023-11-${String(1 + Math.floor(i / 3)).padStart(2, '0')}`);
const incidents = [
  ...dates.map((date, i) =>
    incident(`i-${i}`, { title: ['Émile', 'emile', 'Zoe', 'arno'][i % 4], date, location: i % 2 ? 'iraq' : 'syria' }),
  ),
  incident('undated', { title: 'Undated' }),
  incident('open-start', { title: 'open', date: '../2023-11-04' }),
];

beforeAll(async () => {
  gateway = await openTestGateway();
  await gateway.seed(article('a', { locations: [named('iraq'), named('syria')], incidents }));
});
afterAll(() => gateway.close());

/** Follows a connection's pages from end to end and returns the ids, page by page. */
async function walk(
  args: string,
  size: number,
  direction: 'forwards' | 'backwards',
  parent?: string,
): Promise<string[][]> {
  const pages: string[][] = [];
  let cursor: string | null = null;
  do {
    const paging: string =
      direction === 'forwards' ? `first: ${size}, after: $cursor` : `last: ${size}, before: $cursor`;
    const field = `incidents(${args} ${paging}) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount }`;
    const query = `query ($cursor: String) { ${parent ? `parent: ${parent} { ${field} }` : field} }`;
    const data = await gateway.ask(query, { cursor });
    const { edges, pageInfo } = (parent ? data.parent : data).incidents;
    const ids = edges.map((edge: any) => edge.node.id.split(':')[1]);
    expect(pageInfo.startCursor).toBe(edges[0]?.cursor ?? null);
    expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null);
    expect(direction === 'forwards' ? pageInfo.hasPreviousPage : pageInfo.hasNextPage).toBe(cursor !== null);
    if (direction === 'forwards') pages.push(ids);
    else pages.unshift(ids);
    const more = direction === 'forwards' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage;
    cursor = more ? (direction === 'forwards' ? pageInfo.endCursor : pageInfo.startCursor) : null;
  } while (cursor !== null);
  return pages;
}

/** Returns the ids sorted by `orderBy`, computed independently. */
function sorted(compare: (a: any, b: any) => number): string[] {
  return [...incidents].sort(compare).map((each) => each.id);
}

const fold = (text: unknown) => String(text).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const start = (each: any) => (each.date?.startsWith('..') ? '' : (each.date ?? ''));
const end = (each: any) => each.date?.split('/').at(-1) ?? '';
const byDate = (a: any, b: any) => byText(start(a), start(b)) || byText(end(a), end(b)) || byText(a.id, b.id);
const byTitle = (a: any, b: any) => byText(fold(a.title), fold(b.title));

const orders: [name: string, args: string, compare: (a: any, b: any) => number][] = [
  ['newest first when nothing is said', '', (a, b) => byDate(b, a)],
  ['DATE ascending, absent days first', 'orderBy: [{ field: DATE }]', byDate],
  [
    'TITLE whatever case and accents, ties by id',
    'orderBy: [{ field: TITLE }]',
    (a, b) => byTitle(a, b) || byText(a.id, b.id),
  ],
  [
    'TITLE descending, ties by id descending',
    'orderBy: [{ field: TITLE, direction: DESC }]',
    (a, b) => byTitle(b, a) || byText(b.id, a.id),
  ],
  [
    'TITLE ascending, then DATE descending, ties by id ascending',
    'orderBy: [{ field: TITLE }, { field: DATE, direction: DESC }]',
    (a, b) => byTitle(a, b) || byText(start(b), start(a)) || byText(end(b), end(a)) || byText(a.id, b.id),
  ],
  ['ID', 'orderBy: [{ field: ID, direction: DESC }]', (a, b) => byText(b.id, a.id)],
];

describe('a connection', () => {
  it.each(orders)('returns every item once, forwards and backwards, ordered by %s', async (_name, args, compare) => {
    const expected = sorted(compare);
    for (const size of [1, 4, 7, 25, 100]) {
      const forwards = await walk(args, size, 'forwards');
      expect(forwards.flat()).toEqual(expected);
      expect(forwards.slice(0, -1).every((page) => page.length === size)).toBe(true);
      expect((await walk(args, size, 'backwards')).flat()).toEqual(expected);
    }
  });

  it('pages through the children of a parent in the same way', async () => {
    const expected = sorted((a, b) => byDate(b, a)).filter(
      (id) => incidents.find((each) => each.id === id)?.location === 'iraq',
    );
    expect((await walk('', 4, 'forwards', 'location(id: "iraq")')).flat()).toEqual(expected);
    expect((await walk('', 4, 'backwards', 'location(id: "iraq")')).flat()).toEqual(expected);
  });

  it('returns the first 20 items if neither first nor last is given', async () => {
    const { incidents: page } = await gateway.ask('{ incidents { nodes { id } totalCount pageInfo { hasNextPage } } }');
    expect(page.nodes).toHaveLength(20);
    expect(page.totalCount).toBe(25);
    expect(page.pageInfo.hasNextPage).toBe(true);
  });

  it('returns the items between two cursors', async () => {
    const { incidents: all } = await gateway.ask('{ incidents(first: 100) { edges { cursor node { id } } } }');
    const [after, before] = [all.edges[3].cursor, all.edges[9].cursor];
    const query =
      'query ($after: String, $before: String) { incidents(first: 100, after: $after, before: $before) { edges { cursor } } }';
    const { incidents: between } = await gateway.ask(query, { after, before });
    expect(between.edges).toEqual(all.edges.slice(4, 9).map(({ cursor }: any) => ({ cursor })));
  });

  it.each([
    ['fields after ID, which have no effect', '[{ field: ID }, { field: TITLE }]', '[{ field: ID }]'],
    [
      'other fields after ID',
      '[{ field: DATE }, { field: ID }, { field: TYPE }]',
      '[{ field: DATE }, { field: ID }, { field: TITLE, direction: DESC }]',
    ],
    ['ID last, which is the default for ties', '[{ field: TITLE }, { field: ID }]', '[{ field: TITLE }]'],
    [
      'a field repeated',
      '[{ field: TITLE }, { field: DATE }, { field: TITLE, direction: DESC }]',
      '[{ field: TITLE }, { field: DATE }]',
    ],
    ['the order that is the default', '[{ field: DATE, direction: DESC }]', '[]'],
  ])('has the same cursors under equal orders: %s', async (_name, one, other) => {
    const query = (orderBy: string) =>
      `{ incidents(first: 100, orderBy: ${orderBy}) { edges { cursor node { id } } } }`;
    const { incidents: expected } = await gateway.ask(query(other));
    const { incidents: page } = await gateway.ask(query(one));
    expect(page).toEqual(expected);
    const after = expected.edges[9].cursor;
    const { incidents: rest } = await gateway.ask(
      `query ($after: String) { incidents(first: 100, after: $after, orderBy: ${one}) { edges { cursor node { id } } } }`,
      { after },
    );
    expect(rest.edges).toEqual(expected.edges.slice(10));
  });

  it('returns correct pages while articles are seeded', async () => {
    const first = await gateway.ask('{ incidents(first: 10) { nodes { id } pageInfo { endCursor } } }');
    await gateway.seed(
      article('b', {
        incidents: [incident('newest', { date: '2024-01-01' }), incident('oldest', { date: '2000-01-01' })],
      }),
    );
    const rest = await gateway.ask('query ($after: String) { incidents(first: 100, after: $after) { nodes { id } } }', {
      after: first.incidents.pageInfo.endCursor,
    });
    await gateway.seed({ id: 'b', retracted: true });
    const met = [...first.incidents.nodes, ...rest.incidents.nodes].map((node: any) => node.id.split(':')[1]);
    expect(met.filter((id) => id !== 'oldest')).toEqual(sorted((a, b) => byDate(b, a)));
    expect(met).toContain('oldest');
  });
});

describe('a connection with invalid arguments', () => {
  it.each([
    ['first: 0', 'first'],
    ['first: 101', 'first'],
    ['first: -1', 'first'],
    ['last: 0', 'last'],
    ['last: 101', 'last'],
    ['first: 1, last: 1', 'last'],
    ['after: "nonsense"', 'after'],
    ['after: ""', 'after'],
    ['before: "nonsense"', 'before'],
    ['where: { id: { eq: "Actor:iran" } }', 'where.id.eq'],
    ['where: { id: { in: ["a", "Not A Slug"] } }', 'where.id.in.1'],
    ['where: { and: [{ not: { id: { eq: "" } } }] }', 'where.and.0.not.id.eq'],
    ['orderBy: [{ field: RELEVANCE }]', 'orderBy.0.field'],
  ])('reports the path of the argument: %s', async (args, argument) => {
    for (const query of [
      `{ incidents(${args}) { nodes { id } } }`,
      `{ location(id: "iraq") { incidents(${args}) { nodes { id } } } }`,
    ]) {
      const { errors } = await gateway.answer(query);
      expect(errors).toEqual([expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT', argument } })]);
    }
  });

  it('reports the error once for all parents, and only in this request', async () => {
    const query = `query ($first: Int) {
      locations(first: 2) { nodes { a: incidents(first: $first) { totalCount } b: incidents(after: "x") { totalCount } } }
    }`;
    for (const [first, refused] of [
      [0, ['0.a first', '0.b after']],
      [1, ['0.b after']],
      [101, ['0.a first', '0.b after']],
    ] as const) {
      const { errors = [] } = await gateway.answer(query, { first });
      const told = errors.map(({ path, extensions }: any) => `${path.slice(2).join('.')} ${extensions.argument}`);
      expect(told.sort()).toEqual(refused);
      expect(errors.every(({ message }) => /but got: (?:"x"|0|101)$/.test(message))).toBe(true);
      expect(errors.filter(({ message }) => message.endsWith(` ${first}`))).toHaveLength(refused.length - 1);
    }
  });

  it('rejects a cursor of another order, of another type, or with any byte changed', async () => {
    const cursorOf = async (list: string) =>
      (await gateway.ask(`{ ${list} { pageInfo { endCursor } } }`))[list.split('(')[0] as string].pageInfo.endCursor;
    const cursor: string = await cursorOf('incidents(first: 3)');
    const changed = Array.from(
      cursor,
      (character, i) => cursor.slice(0, i) + (character === 'A' ? 'B' : 'A') + cursor.slice(i + 1),
    );
    const foreign = [
      await cursorOf('incidents(first: 3, orderBy: [{ field: TITLE }])'),
      await cursorOf('locations(first: 1)'),
    ];
    for (const after of [...changed, ...foreign, `${cursor}A`, cursor.slice(0, -1)]) {
      const { errors } = await gateway.answer('query ($after: String) { incidents(after: $after) { nodes { id } } }', {
        after,
      });
      expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'after' });
    }
  });
});
