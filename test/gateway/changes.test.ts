import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keepChanges } from '../../src/ingest/write/change-log.ts';
import { rebuildStore } from '../../src/ingest/write/rebuild-store.ts';
import { retractArticle } from '../../src/ingest/write/retract-article.ts';
import { removeMerge, writeMerge } from '../../src/ingest/write/write-merges.ts';
import { emptyStore } from '../ingest/write/store-dump.ts';
import { article, incident, named } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
beforeEach(async () => {
  keepChanges(gateway.store.client, {});
  await emptyStore(gateway.store.database);
});
afterAll(() => gateway?.close());

const line = 'revision op type id fields cause { articleId retracted merge { from into undone } }';
const nodesOf = async (args: string, fields = line): Promise<any[]> =>
  (await gateway.ask(`{ changes(${args}) { nodes { ${fields} } } }`)).changes.nodes;
const revision = async (): Promise<number> => (await gateway.ask('{ revision }')).revision;
const because = (id: string, rest = {}) => ({ articleId: `Article:${id}`, retracted: false, merge: null, ...rest });

const iraq = named('iraq', { name: 'Iraq', country: 'IQ' });
const raid = (content = {}) => incident('raid', { title: 'Raid', location: 'dam', ...content });
const dam = named('dam', { name: 'Dam' });

describe('changes', () => {
  it('lists what an article creates, updates and removes', async () => {
    await gateway.seed(article('first', { locations: [dam], incidents: [raid()] }));
    const before = await revision();
    expect(await nodesOf('since: 0')).toEqual(
      ['Incident:raid', 'Location:dam', 'Article:first'].map((id) => ({
        ...{ revision: before, op: 'CREATED', type: id.split(':')[0]?.toUpperCase(), id, fields: [] },
        cause: because('first'),
      })),
    );
    await gateway.seed(article('second', { incidents: [incident('raid', { title: 'Raid', summary: 'At night' })] }));
    expect(await nodesOf(`since: ${before}`)).toMatchObject([
      { op: 'UPDATED', id: 'Incident:raid', fields: ['summary', 'articles'], cause: because('second') },
      { op: 'CREATED', id: 'Article:second', cause: because('second') },
    ]);
    const { database, client } = gateway.store;
    await retractArticle(database, client, 'first');
    const [newest, ...others] = await nodesOf('first: 3', `${line} node { label } cause { article { title } }`);
    expect(newest).toMatchObject({ op: 'REMOVED', id: 'Article:first', node: null });
    expect(newest.cause).toEqual({ ...because('first', { retracted: true }), article: null });
    expect(others).toMatchObject([
      { op: 'REMOVED', id: 'Location:dam', node: null },
      { op: 'UPDATED', id: 'Incident:raid', node: { label: 'Raid' }, fields: ['location', 'articles'] },
    ]);
  });

  it('names the article of a batch through which an entity changes', async () => {
    await gateway.seed(
      article('places', { locations: [iraq, dam] }),
      article('raids', { locations: [dam], incidents: [raid()] }),
    );
    const before = await revision();
    await gateway.seed(
      article('moves', { locations: [iraq, { ...dam, partOf: 'iraq' }], published: '2024-01-01' }),
      article('other', { actors: [named('iran')], published: '2024-01-02' }),
      article('another', { actors: [named('syria')], published: '2024-01-03' }),
    );
    expect(await nodesOf(`since: ${before}, where: { type: { in: [INCIDENT, LOCATION] } }`)).toMatchObject([
      { op: 'UPDATED', id: 'Incident:raid', fields: ['location'], cause: because('moves') },
      { op: 'UPDATED', id: 'Location:iraq', cause: because('moves') },
      { op: 'UPDATED', id: 'Location:dam', cause: because('moves') },
    ]);
  });

  it('lists merges and their removal', async () => {
    const { database, client } = gateway.store;
    await gateway.seed(article('news', { actors: [named('iran'), named('tehran')] }));
    const before = await revision();
    await writeMerge(database, client, { type: 'Actor', from: 'tehran', into: 'iran' });
    const merge = { from: 'Actor:tehran', into: 'Actor:iran', undone: false };
    const cause = { articleId: null, retracted: false, merge };
    expect(await nodesOf(`since: ${before}, where: { type: { eq: ACTOR } }`, `${line} node { id }`)).toMatchObject([
      { op: 'UPDATED', id: 'Actor:iran', cause, node: { id: 'Actor:iran' } },
      { op: 'MERGED', id: 'Actor:tehran', cause, node: null },
    ]);
    await removeMerge(database, client, { type: 'Actor', from: 'tehran' });
    expect(await nodesOf('where: { id: { eq: "Actor:tehran" } }, first: 1')).toMatchObject([
      { op: 'CREATED', cause: { merge: { ...merge, undone: true } } },
    ]);
  });

  it('is filtered, in pages that fit together', async () => {
    await gateway.seed(article('first', { locations: [dam], incidents: [raid()] }));
    await gateway.seed(article('second', { incidents: [raid({ location: undefined, summary: 'So' })] }));
    const ids = async (where: string) =>
      (await nodesOf(`since: 0, where: ${where}`)).map(({ op, id }) => `${op} ${id}`);
    expect(await ids('{ op: { eq: UPDATED } }')).toEqual(['UPDATED Incident:raid']);
    expect(await ids('{ id: { in: ["Location:dam", "Article:second"] } }')).toEqual([
      'CREATED Location:dam',
      'CREATED Article:second',
    ]);
    expect(await ids('{ cause: { article: { eq: "Article:second" } }, not: { type: { eq: ARTICLE } } }')).toEqual([
      'UPDATED Incident:raid',
    ]);
    expect(await ids('{ or: [{ type: { eq: LOCATION } }, { op: { eq: UPDATED } }] }')).toHaveLength(2);
    for (const args of ['since: 0', 'since: null']) {
      const all = await nodesOf(args);
      const found: unknown[] = [];
      for (let after: string | null = null; ; ) {
        const page: any = await gateway.ask(
          `query ($after: String) { changes(${args}, first: 2, after: $after) { nodes { ${line} } pageInfo { hasNextPage endCursor } } }`,
          { after },
        );
        found.push(...page.changes.nodes);
        after = page.changes.pageInfo.endCursor;
        if (!page.changes.pageInfo.hasNextPage) break;
      }
      expect(found).toEqual(all);
      expect(all).toHaveLength(5);
    }
  });

  it('resets after a rebuild, whatever the filter', async () => {
    await gateway.seed(article('first', { incidents: [raid({ location: undefined })] }));
    const before = await revision();
    await rebuildStore(gateway.store.database, gateway.store.client);
    expect(await nodesOf(`since: ${before}, where: { type: { eq: ACTOR } }`)).toEqual([
      { revision: await revision(), op: 'RESET', type: null, id: null, fields: [], cause: null },
    ]);
  });

  it('is GONE where it is no longer kept, and rejects revisions that are not reached', async () => {
    keepChanges(gateway.store.client, { lines: 4 });
    for (const id of ['a', 'b', 'c', 'd']) await gateway.seed(article(id, { incidents: [incident(id)] }));
    const { errors } = await gateway.answer('{ changes(since: 0) { nodes { id } } }');
    expect(errors).toMatchObject([{ extensions: { code: 'GONE', argument: 'since' } }]);
    const oldest = Number(errors?.[0]?.extensions.oldestKeptRevision);
    expect((await nodesOf(`since: ${oldest}`)).length).toBeLessThanOrEqual(8);
    expect(await nodesOf(`since: ${oldest}`)).toEqual(
      (await nodesOf('first: 100')).reverse().sort((a, b) => a.revision - b.revision),
    );
    const ahead = await gateway.answer('{ changes(since: 99) { nodes { id } } }');
    expect(ahead.errors).toMatchObject([
      {
        message: `Argument "since" must be at most ${await revision()}, the current revision, but got: 99`,
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
    expect(await nodesOf(`since: ${await revision()}`)).toEqual([]);
  });

  it.each([
    ['since: -1', 'Argument "since" must be a revision, which is a whole number from 0, but got: -1'],
    ['first: 101', 'Argument "first" must be a whole number from 1 to 100, but got: 101'],
    ['after: "x"', 'Argument "after" must be a cursor that this list returned for the same orderBy, but got: "x"'],
    [
      'where: { id: { eq: "iran" } }',
      'Argument "where.id.eq" must be an id with its type (Incident, Actor, Statement, Location, Article), such as Actor:iran, but got: "iran"',
    ],
  ])('rejects %s', async (args, message) => {
    const { errors } = await gateway.answer(`{ changes(${args}) { nodes { id } } }`);
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('reads nodes, articles and histories of a page with one command each', async () => {
    await gateway.seed(article('a', { incidents: [incident('x'), incident('y')] }));
    await gateway.seed(article('b', { incidents: [incident('x', { title: 'X' }), incident('y', { title: 'Y' })] }));
    await nodesOf('first: 1');
    gateway.store.takeCommands();
    await nodesOf('where: { type: { eq: INCIDENT } }', 'node { id label } cause { article { title } }');
    expect(gateway.store.takeCommands().sort()).toEqual([
      'find articles',
      'find changes',
      'find control',
      'find incidents',
    ]);
    const { incidents } = await gateway.ask(
      '{ incidents { nodes { id history(first: 1) { nodes { op fields cause { articleId } } pageInfo { hasNextPage } } } } }',
    );
    expect(gateway.store.takeCommands()).toEqual(['find incidents', 'aggregate incidents']);
    for (const { history } of incidents.nodes) {
      expect(history.nodes).toEqual([
        { op: 'UPDATED', fields: ['label', 'title', 'articles'], cause: { articleId: 'Article:b' } },
      ]);
      expect(history.pageInfo).toEqual({ hasNextPage: true });
    }
  });
});

describe('the tag of a query by GET', () => {
  const get = (query: string, tag?: string): InjectOptions => ({
    url: `/graphql?query=${encodeURIComponent(query)}`,
    headers: { ...(tag !== undefined && { 'if-none-match': tag }) },
  });
  // Two reads: of one alone, a server without snapshots does not know the state.
  const query = '{ incidents { totalCount nodes { id title } } }';

  it('gets 304 without executing the query until something is written', async () => {
    await gateway.seed(article('a', { incidents: [incident('x')] }));
    const tag = String((await gateway.app.inject(get(query))).headers.etag);
    gateway.store.takeCommands();
    const again = await gateway.app.inject(get(query, tag));
    expect({ status: again.statusCode, body: again.body, etag: again.headers.etag }).toEqual({
      status: 304,
      body: '',
      etag: tag,
    });
    expect(gateway.store.takeCommands()).toEqual([]);
    const other = await gateway.app.inject(get('{ incidents { nodes { id } } }', tag));
    expect(other.statusCode).toBe(200);
    await gateway.seed(article('b', { incidents: [incident('y')] }));
    const later = await gateway.app.inject(get(query, tag));
    expect(later.statusCode).toBe(200);
    expect(later.headers.etag).not.toBe(tag);
    expect(later.json().data.incidents.nodes).toHaveLength(2);
  });

  it('is not sent with errors', async () => {
    await gateway.seed(article('a'));
    const response = await gateway.app.inject(get('{ revision changes(since: 99) { nodes { id } } }'));
    expect(response.headers.etag).toBeUndefined();
  });
});
