import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { retractArticle } from '../../../src/ingest/write/retract-article.ts';
import { removeMerge, writeMerge } from '../../../src/ingest/write/write-merges.ts';
import { article, incident, named } from '../../support/articles.ts';
import { openTestGateway, type TestGateway } from '../../support/gateway.ts';
import { listen, openStream, type Stream } from '../../support/streams.ts';

let gateway: TestGateway;
let url: string;
let streams: Stream[] = [];
beforeAll(async () => {
  gateway = await openTestGateway();
  await gateway.seed(article('first'));
  url = await listen(gateway.app);
});
afterEach(() => {
  for (const stream of streams) stream.close();
  streams = [];
});
afterAll(() => gateway.close());

async function follow(query: string, options: Parameters<typeof openStream>[2] = {}): Promise<Stream> {
  const stream = await openStream(url, query, options);
  streams.push(stream);
  return stream;
}

/** Follows, and waits for the first payload, of which it returns the revision. */
async function followNow(query: string): Promise<{ stream: Stream; revision: number }> {
  const stream = await follow(query);
  return { stream, revision: (await stream.payload()).revision };
}

const fields = 'revision skippedTo totalCount events { op id }';
const incidents = (where: string, after = '') => `subscription { incidents(where: ${where} ${after}) { ${fields} } }`;
const iraq = named('iraq', { kind: 'COUNTRY', country: 'IQ' });
const syria = named('syria', { kind: 'COUNTRY', country: 'SY' });

/** An article of a test about one incident. */
function report(test: string, place: typeof iraq, content: object = {}) {
  return article(test, { locations: [place], incidents: [incident(test, { location: place.id, ...content })] });
}
const of = (test: string, more = '') => `{ id: { eq: "${test}" } ${more} }`;
const event = (op: string, test: string, type = 'Incident') => ({ op, id: `${type}:${test}` });
const retract = (id: string) => retractArticle(gateway.store.database, gateway.store.client, id);

describe('a subscription', () => {
  it('begins with the current revision, and reads nothing while nothing changes', async () => {
    const stream = await follow(incidents('{}'));
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(stream.headers.get('cache-control')).toBe('no-store');
    const { extensions } = await gateway.answer('{ incidents { totalCount } }');
    const revision = (extensions as { revision?: number }).revision;
    expect(await stream.payload()).toEqual({ revision, skippedTo: null, totalCount: 0, events: [] });
    gateway.store.takeCommands();
    expect(await stream.within(600)).toEqual([]);
    const commands = gateway.store.takeCommands();
    expect(commands.filter((command) => command !== 'find control')).toEqual([]);
    expect(commands.length).toBeLessThan(5);
  });

  it('says what enters, is updated and leaves, with the node as it is now', async () => {
    const stream =
      await follow(`subscription { found: incidents(where: ${of('moves', 'location: { country: { eq: "IQ" } }')}) {
      revision events { what: op id node { title location { name } } } } }`);
    const { revision } = await stream.payload();
    await gateway.seed(report('moves', iraq));
    const [id, node] = ['Incident:moves', { title: 'The title of moves', location: { name: 'The name of iraq' } }];
    expect(await stream.payload()).toEqual({ revision: revision + 1, events: [{ what: 'ENTERED', id, node }] });
    await gateway.seed(report('moves', iraq, { title: 'Anew' }));
    const anew = { ...node, title: 'Anew' };
    expect(await stream.payload()).toEqual({ revision: revision + 2, events: [{ what: 'UPDATED', id, node: anew }] });
    await gateway.seed(report('moves', syria));
    expect(await stream.payload()).toEqual({ revision: revision + 3, events: [{ what: 'LEFT', id, node: null }] });
  });

  it('says what leaves with a retracted article', async () => {
    await gateway.seed(report('withdrawn', iraq));
    const { stream } = await followNow(incidents(of('withdrawn')));
    await retract('withdrawn');
    expect((await stream.payload()).events).toEqual([event('LEFT', 'withdrawn')]);
  });

  it('says why a node was changed', async () => {
    const cause = 'cause { articleId retracted merge { from into } }';
    const { stream } = await followNow(
      `subscription { incidents(where: ${of('caused')}) { revision events { ${cause} } } }`,
    );
    await gateway.seed(report('caused', iraq));
    const article = { articleId: 'Article:caused', retracted: false, merge: null };
    expect((await stream.payload()).events).toEqual([{ cause: article }]);
    await retract('caused');
    expect((await stream.payload()).events).toEqual([{ cause: { ...article, retracted: true } }]);
  });

  it('follows a condition through relations, in both directions, though the node itself did not change', async () => {
    const speaker = named('speaker', { kind: 'STATE' });
    await gateway.seed(
      article('far', {
        actors: [speaker],
        incidents: [incident('far')],
        statements: [{ id: 's', type: 'DENIAL_OF_RESPONSIBILITY', text: 'No', speaker: 'speaker', incidents: ['far'] }],
      }),
    );
    const denied = await followNow(
      incidents(of('far', 'statements: { some: { speaker: { name: { eq: "The name of speaker" } } } }')),
    );
    const notDenied = await followNow(
      incidents(of('far', 'statements: { none: { speaker: { name: { eq: "The name of speaker" } } } }')),
    );
    const eitherName = '{ in: ["The name of speaker", "Anew"] }';
    const stays = await followNow(incidents(of('far', `statements: { some: { speaker: { name: ${eitherName} } } }`)));
    // `far` is in the log of neither: only the actor's name changes.
    await gateway.seed(article('names', { published: '2024-01-01', actors: [named('speaker', { name: 'Anew' })] }));
    expect((await denied.stream.payload()).events).toEqual([event('LEFT', 'far')]);
    expect((await notDenied.stream.payload()).events).toEqual([event('ENTERED', 'far')]);
    await retract('names');
    expect((await denied.stream.payload()).events).toEqual([event('ENTERED', 'far')]);
    expect((await notDenied.stream.payload()).events).toEqual([event('LEFT', 'far')]);
    expect(await stays.stream.within(300)).toEqual([]);
  });

  it('follows a relation that is read from its other end and that a node has left', async () => {
    const statement = (id: string, content: object = {}) => ({ id, type: 'COMMENT', text: 'So', ...content });
    const links = [{ type: 'CONTRADICTS', statement: 'linked.s' }];
    await gateway.seed(
      article('linked', { statements: [statement('s')] }),
      article('linking', { statements: [statement('t', { links })] }),
    );
    const linkedFrom = (after = '') =>
      `subscription { statements(where: { linkedFrom: { some: { id: { eq: "linking.t" } } } } ${after}) { ${fields} } }`;
    const { stream, revision } = await followNow(linkedFrom());
    // `linked.s` is not in the log, and nothing that is leads to it any more.
    await gateway.seed(article('linking', { statements: [statement('t')] }));
    expect((await stream.payload()).events).toEqual([event('LEFT', 'linked.s', 'Statement')]);
    const resumed = await follow(linkedFrom(`after: ${revision}`));
    expect(await resumed.payload()).toMatchObject({ skippedTo: revision + 1, events: [] });
  });

  it('follows merges: what the ids of a filter mean, and what is merged away', async () => {
    await gateway.seed(report('old-name', iraq), report('new-name', iraq));
    const { stream } = await followNow(incidents('{ id: { in: ["old-name"] } }'));
    const { database, client } = gateway.store;
    await writeMerge(database, client, { type: 'Incident', from: 'old-name', into: 'new-name' });
    const merged = (await stream.payload()).events;
    expect(new Set(merged)).toEqual(new Set([event('LEFT', 'old-name'), event('ENTERED', 'new-name')]));
    await removeMerge(database, client, { type: 'Incident', from: 'old-name' });
    const parted = (await stream.payload()).events;
    expect(new Set(parted)).toEqual(new Set([event('ENTERED', 'old-name'), event('LEFT', 'new-name')]));
  });

  it.each(['actors', 'statements', 'locations', 'articles'])('follows %s', async (type) => {
    const test = `of-${type}`;
    const id = type === 'statements' ? `${test}.${test}` : test;
    const { stream } = await followNow(
      `subscription { ${type}(where: { id: { eq: "${id}" } }) { revision events { op id node { label } } } }`,
    );
    await gateway.seed(
      article(test, {
        actors: [named(test)],
        locations: [named(test)],
        statements: [{ id: test, type: 'COMMENT', text: 'So' }],
      }),
    );
    const { events } = await stream.payload();
    expect(events).toEqual([
      { op: 'ENTERED', id: expect.stringMatching(`:${id}$`), node: { label: expect.any(String) } },
    ]);
  });

  it('skips to the revision if more nodes change than a payload can hold', async () => {
    const { stream, revision } = await followNow(incidents('{ title: { startsWith: "Many" } }'));
    const many = Array.from({ length: 101 }, (_, i) => incident(`many-${i}`, { title: `Many ${i}` }));
    await gateway.seed(article('many', { incidents: many }));
    const payload = await stream.payload();
    expect(payload).toEqual({ revision: revision + 1, skippedTo: revision + 1, totalCount: 101, events: [] });
    await retract('many'); // what has left needs no nodes
    expect((await stream.payload()).events).toHaveLength(101);
  });

  it('costs the store the same for many subscribers as for one', async () => {
    const query = (i: number) =>
      `subscription { incidents(where: ${of('shared')}) { revision events { op node { title statements { totalCount } } } } } # ${i % 2}`;
    const costs: number[] = [];
    for (const number of [2, 20]) {
      const followers = await Promise.all(Array.from({ length: number }, (_, i) => followNow(query(i))));
      gateway.store.takeCommands();
      await gateway.seed(report('shared', iraq, { title: `For ${number}` }));
      gateway.store.takeCommands();
      const payloads = await Promise.all(followers.map(({ stream }) => stream.payload()));
      expect(new Set(payloads.map((each) => JSON.stringify(each))).size).toBe(1);
      costs.push(gateway.store.takeCommands().filter((command) => command !== 'find control').length);
      for (const { stream } of followers) stream.close();
    }
    expect(costs[1]).toBe(costs[0]);
    expect(costs[0]).toBeLessThan(12);
  });
});

describe('after', () => {
  it('begins with what has changed since a revision: created, changed, left or never known', async () => {
    await gateway.seed(report('stays', iraq), report('goes', iraq));
    const { revision } = await followNow(incidents('{}'));
    await gateway.seed(report('stays', iraq, { title: 'Anew' }), report('goes', syria), report('comes', iraq));
    const stream = await follow(incidents('{ location: { country: { eq: "IQ" } } }', `after: ${revision}`));
    const { events } = await stream.payload();
    const expected = [event('UPDATED', 'stays'), event('LEFT', 'goes'), event('ENTERED', 'comes')];
    expect(new Set(events)).toEqual(new Set(expected));
  });

  it('resumes after the id of the last event, which takes the place of the argument', async () => {
    const stream = await follow(incidents(of('resumed')));
    const { id } = (await stream.next()) ?? {};
    stream.close();
    await gateway.seed(report('resumed', iraq));
    const resumed = await follow(incidents(of('resumed'), 'after: 1'), { headers: { 'last-event-id': `${id}` } });
    expect((await resumed.payload()).events).toEqual([event('ENTERED', 'resumed')]);
  });
});
