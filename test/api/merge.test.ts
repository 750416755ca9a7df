import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident, named } from '../support/articles.ts';
import { type EditorGateway, openEditorGateway, resultFields } from './editor.ts';

let gateway: EditorGateway;
const merge = `mutation ($from: ID!, $into: ID!) {
  merge(from: $from, into: $into) { ${resultFields} node { id label ... on Actor { articles { totalCount } } } }
}`;
const unmerge = `mutation ($from: ID!) { unmerge(from: $from) { ${resultFields} node { id label } } }`;
const taken = { accepted: true, refusals: [], skipped: null };

beforeAll(async () => {
  gateway = await openEditorGateway();
  await gateway.seed(
    article('one', {
      published: '2023-11-01',
      actors: [named('iran', { name: 'Iran', kind: 'STATE' }), named('groups')],
      locations: [named('iraq', { kind: 'COUNTRY', country: 'IQ' }), named('dam', { partOf: 'iraq' })],
      incidents: [
        incident('convoy', { location: 'dam', participants: [{ actor: 'iran', role: 'SPONSOR' }] }),
        incident('series', { scope: 'AGGREGATE', count: 3 }),
      ],
      statements: [
        { id: 'denies', type: 'DENIAL_OF_RESPONSIBILITY', speaker: 'iran', text: 'No', incidents: ['convoy'] },
      ],
    }),
    article('two', {
      published: '2023-11-02',
      actors: [named('tehran', { name: 'Tehran' })],
      locations: [named('irak', { name: 'Irak' }), named('base', { partOf: 'irak' })],
      incidents: [
        incident('attack-on-convoy'),
        incident('base-attack', { location: 'base', participants: [{ actor: 'tehran', role: 'SPONSOR' }] }),
      ],
      statements: [
        { id: 'claims', type: 'CLAIM_OF_RESPONSIBILITY', speaker: 'tehran', text: 'Us', incidents: ['base-attack'] },
      ],
    }),
  );
});
afterAll(() => gateway.close());

describe('merge', () => {
  it('joins two actors, and unmerge separates them again', async () => {
    const before = await gateway.ask('{ actors { nodes { id name aliases } } }');
    const merged = await gateway.edit(merge, { from: 'Actor:tehran', into: 'Actor:iran' });
    expect(merged.merge).toMatchObject({ ...taken, node: { id: 'Actor:iran', articles: { totalCount: 2 } } });
    expect(merged.merge.changes).toContainEqual({ type: 'ACTOR', created: 0, updated: 1, removed: 1 });
    expect(await gateway.ask('{ node(id: "Actor:tehran") { id } }')).toEqual({ node: { id: 'Actor:iran' } });

    const again = await gateway.edit(merge, { from: 'Actor:tehran', into: 'iran' });
    expect(again.merge).toMatchObject({ ...taken, changes: [] });

    const parted = await gateway.edit(unmerge, { from: 'Actor:tehran' });
    expect(parted.unmerge).toMatchObject({ ...taken, node: { id: 'Actor:tehran', label: 'Tehran' } });
    expect(parted.unmerge.changes).toContainEqual({ type: 'ACTOR', created: 1, updated: 1, removed: 0 });
    expect(await gateway.ask('{ actors { nodes { id name aliases } } }')).toEqual(before);
  });

  it('warns of each id that is not stored', async () => {
    const warn = `mutation ($from: ID!, $into: ID!) { merge(from: $from, into: $into) { warnings { code message } } }`;
    const { merge: merged } = await gateway.edit(warn, { from: 'Location:nowhere', into: 'Location:irak' });
    expect(merged).toEqual({ warnings: [{ code: 'NOT_STORED', message: 'Location:nowhere is not stored' }] });
    await gateway.edit(unmerge, { from: 'Location:nowhere' });
  });

  it('accepts ids that are not stored, without changing a document', async () => {
    const { merge: merged } = await gateway.edit(merge, { from: 'Location:nowhere', into: 'Location:elsewhere' });
    expect(merged).toEqual({ ...taken, changes: [], node: null });
    const { unmerge: parted } = await gateway.edit(unmerge, { from: 'Location:nowhere' });
    expect(parted).toEqual({ ...taken, changes: [], node: null });
  });

  it('returns nodes as they are after each mutation of a request', async () => {
    const query = `mutation {
      a: merge(from: "Actor:tehran", into: "Actor:iran") { node { id } }
      b: unmerge(from: "Actor:tehran") { node { id } }
    }`;
    expect(await gateway.edit(query)).toEqual({
      a: { node: { id: 'Actor:iran' } },
      b: { node: { id: 'Actor:tehran' } },
    });
  });

  it.each([
    ['from', { from: 'tehran', into: 'Actor:iran' }],
    ['from', { from: 'Article:one', into: 'Article:two' }],
    ['from', { from: 'Statement:one.denies', into: 'Statement:two.claims' }],
    ['into', { from: 'Actor:tehran', into: 'Location:iraq' }],
    ['into', { from: 'Actor:tehran', into: 'Actor:Iran' }],
    ['into', { from: 'Actor:tehran', into: 'Actor:tehran' }],
  ])('rejects the argument %s of %j', async (argument, variables) => {
    const { errors } = await gateway.answerEditor(merge, variables);
    expect(errors).toMatchObject([{ path: ['merge'], extensions: { code: 'BAD_USER_INPUT', argument } }]);
  });
});

describe('unmerge', () => {
  it('has no effect on an id that was never merged', async () => {
    const { unmerge: parted } = await gateway.edit(unmerge, { from: 'Actor:groups' });
    expect(parted).toMatchObject({ ...taken, changes: [], node: { id: 'Actor:groups' } });
  });
});

describe('a merged id', () => {
  beforeAll(async () => {
    await gateway.edit(merge, { from: 'Actor:tehran', into: 'Actor:iran' });
    await gateway.edit(merge, { from: 'Actor:persia', into: 'Actor:tehran' });
    await gateway.edit(merge, { from: 'Location:irak', into: 'Location:iraq' });
    await gateway.edit(merge, { from: 'Incident:attack-on-convoy', into: 'Incident:convoy' });
  });

  it.each([
    ['actor(id: "tehran") { id }', { id: 'Actor:iran' }],
    ['actor(id: "Actor:persia") { id }', { id: 'Actor:iran' }],
    ['location(id: "irak") { id }', { id: 'Location:iraq' }],
    ['incident(id: "attack-on-convoy") { id }', { id: 'Incident:convoy' }],
    ['node(id: "Actor:tehran") { id label }', { id: 'Actor:iran', label: 'Iran' }],
    ['node(id: "Location:tehran") { id }', null],
    [
      'nodes(ids: ["Actor:tehran", "Actor:iran", "Actor:nobody", "Location:irak"]) { id }',
      [{ id: 'Actor:iran' }, { id: 'Actor:iran' }, null, { id: 'Location:iraq' }],
    ],
    [
      'actor(id: "tehran") { incidents(role: [SPONSOR]) { totalCount } statements { totalCount } }',
      { incidents: { totalCount: 2 }, statements: { totalCount: 2 } },
    ],
    ['location(id: "irak") { incidents { totalCount } }', { incidents: { totalCount: 2 } }],
    ['actors(where: { id: { eq: "tehran" } }) { nodes { id } }', { nodes: [{ id: 'Actor:iran' }] }],
    ['actors(where: { id: { in: ["persia", "iran"] } }) { nodes { id } }', { nodes: [{ id: 'Actor:iran' }] }],
    ['actors(where: { id: { notIn: ["Actor:tehran"] } }) { nodes { id } }', { nodes: [{ id: 'Actor:groups' }] }],
    ['actors(where: { not: { id: { eq: "tehran" } } }) { nodes { id } }', { nodes: [{ id: 'Actor:groups' }] }],
    ['incidents(where: { location: { within: "irak" } }) { totalCount }', { totalCount: 2 }],
    ['locations(where: { within: "Location:irak" }) { totalCount }', { totalCount: 3 }],
    ['locations(where: { partOf: { id: { eq: "irak" } } }) { totalCount }', { totalCount: 2 }],
    ['incidents(where: { location: { partOf: { id: { in: ["irak"] } } } }) { totalCount }', { totalCount: 2 }],
    [
      'incidents(where: { participants: { some: { actor: { id: { eq: "tehran" } } } } }) { totalCount }',
      { totalCount: 2 },
    ],
    [
      'incidents(where: { participants: { none: { actor: { id: { eq: "tehran" } } } } }) { totalCount }',
      { totalCount: 1 },
    ],
    [
      'incidents(where: { participants: { count: { where: { actor: { id: { in: ["tehran"] } } }, gte: 1 } } }) { totalCount }',
      { totalCount: 2 },
    ],
    ['statements(where: { speaker: { id: { eq: "persia" } } }) { totalCount }', { totalCount: 2 }],
    [
      'statements(where: { incidents: { some: { id: { eq: "attack-on-convoy" } } } }) { totalCount }',
      { totalCount: 1 },
    ],
    [
      'statements(where: { incidents: { every: { id: { eq: "attack-on-convoy" } } } }) { totalCount }',
      { totalCount: 1 },
    ],
    [
      'incidents(where: { responsibility: { claimedBy: { some: { actor: { id: { eq: "tehran" } } } } } }) { nodes { id } }',
      { nodes: [{ id: 'Incident:base-attack' }] },
    ],
    ['articles(where: { actors: { some: { id: { eq: "tehran" } } } }) { totalCount }', { totalCount: 2 }],
    [
      'article(id: "two") { actors(where: { id: { eq: "tehran" } }) { nodes { id } } }',
      { actors: { nodes: [{ id: 'Actor:iran' }] } },
    ],
  ])('resolves to the survivor in %s', async (field, expected) => {
    expect(await gateway.ask(`{ answer: ${field} }`)).toEqual({ answer: expected });
  });

  it('resolves to the new survivor from the next request on, and to itself after unmerge', async () => {
    const query = '{ actor(id: "tehran") { id } actors(where: { id: { eq: "tehran" } }) { nodes { id } } }';
    const means = (id: string) => ({ actor: { id }, actors: { nodes: [{ id }] } });
    expect(await gateway.ask(query)).toEqual(means('Actor:iran'));
    await gateway.edit(unmerge, { from: 'Actor:tehran' });
    expect(await gateway.ask(query)).toEqual(means('Actor:tehran'));
    await gateway.edit(merge, { from: 'Actor:tehran', into: 'Actor:groups' });
    expect(await gateway.ask(query)).toEqual(means('Actor:groups'));
    await gateway.edit(merge, { from: 'Actor:tehran', into: 'Actor:iran' });
    expect(await gateway.ask(query)).toEqual(means('Actor:iran'));
  });

  it('costs no command if the entity exists', async () => {
    gateway.store.takeCommands();
    await gateway.ask('{ actor(id: "iran") { id } node(id: "Location:dam") { id } }');
    expect(gateway.store.takeCommands().sort()).toEqual(['find actors', 'find locations']);
  });

  it('costs one command for all filters of a request, and one more for each further link of a chain', async () => {
    const query = (id: string) => `{
      actors(where: { id: { in: ["iran", "${id}"] } }) { nodes { id } }
      incidents(where: { location: { within: "dam" } }) { nodes { id } }
    }`;
    gateway.store.takeCommands();
    await gateway.ask(query('groups'));
    expect(gateway.store.takeCommands()).toEqual(['find merges', 'find actors', 'find incidents']);
    await gateway.ask(query('persia'));
    expect(gateway.store.takeCommands().filter((command) => command === 'find merges')).toHaveLength(3);
  });

  it('resolves to the smallest id in a cycle of merges', async () => {
    await gateway.edit(merge, { from: 'Actor:iran', into: 'Actor:persia' });
    const query = '{ nodes(ids: ["Actor:tehran", "Actor:iran", "Actor:persia"]) { id } }';
    expect(await gateway.ask(query)).toEqual({ nodes: Array(3).fill({ id: 'Actor:iran' }) });
    await gateway.edit(unmerge, { from: 'Actor:iran' });
  });
});
