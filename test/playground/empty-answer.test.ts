import { describe, expect, it } from 'vitest';
import { explainEmptyAnswer } from '../../web/playground/empty-answer.ts';

function explain(query: string, data: unknown, variables: object = {}): string | null {
  return explainEmptyAnswer(
    { query, operationName: null, variables: JSON.stringify(variables) },
    JSON.stringify({ data }),
  );
}

const none = { totalCount: 0, nodes: [] };
const byWhere = 'query ($where: IncidentWhere) { incidents(where: $where) { totalCount nodes { id } } }';

describe('explainEmptyAnswer', () => {
  it.each([
    ['{ actor(id: "nobody") { name } }', { actor: null }, /^`actor` is null: nothing has the id `nobody`/],
    ['{ who: node(id: "Actor:x") { id } }', { who: null }, /^`who` is null/],
    [
      '{ incidents(where: { id: { eq: "x" } }) { totalCount } }',
      { incidents: { totalCount: 0 } },
      /condition of `where`/,
    ],
    [
      '{ incidents(where: { id: { eq: "x" } }) { nodes { id } } }',
      { incidents: { nodes: [] } },
      /condition of `where`/,
    ],
    [
      '{ incidents(where: { id: { eq: "x" } }) { edges { cursor } } }',
      { incidents: { edges: [] } },
      /condition of `where`/,
    ],
    ['{ incidents(where: {}) { nodes { id } } }', { incidents: { nodes: [] } }, /the store has none yet/],
    [
      '{ incidents { ...P } } fragment P on IncidentConnection { n: nodes { id } }',
      { incidents: { n: [] } },
      /has none yet/,
    ],
    ['{ incidents(after: "c") { nodes { id } } }', { incidents: { nodes: [] } }, /no more nodes after this cursor/],
    ['{ incidents(last: 2, before: "c") { nodes { id } } }', { incidents: { nodes: [] } }, /no more nodes before this/],
    [
      '{ search(text: "a b") { edges { score } } }',
      { search: { edges: [] } },
      /^`search` is empty: .*`a b`.* fewer words\.$/,
    ],
    ['{ search(text: "a", types: [ACTOR]) { totalCount } }', { search: { totalCount: 0 } }, /or remove `types`/],
    [
      '{ ... { location(id: "iraq") { name incidents(where: { id: { eq: "x" } }) { nodes { id } } } } }',
      { location: { name: 'Iraq', incidents: { nodes: [] } } },
      /^`location.incidents` is empty/,
    ],
  ])('explains %s', (query, data, reason) => {
    expect(explain(query, data)).toMatch(reason);
  });

  it('reads variables and their defaults', () => {
    expect(explain(byWhere, { incidents: none }, { where: { id: { eq: 'x' } } })).toContain('condition of `where`');
    expect(explain(byWhere, { incidents: none }, { where: null })).toContain('none yet');
    const byId = 'query ($id: ID! = "nobody") { actor(id: $id) { name } }';
    expect(explain(byId, { actor: null })).toContain('`nobody`');
    expect(explain(byId, { actor: null }, { id: 'x' })).toContain('`x`');
  });

  it('reads the operation that was run', () => {
    const query = 'query A { actor(id: "a") { name } } query B { actor(id: "b") { name } }';
    const request = { query, operationName: 'B', variables: ' ' };
    expect(explainEmptyAnswer(request, '{"data":{"actor":null}}')).toContain('`b`');
  });

  it.each([
    ['a response with nodes', '{ incidents { nodes { id } } }', { incidents: { nodes: [{ id: 'x' }] } }],
    [
      'an empty list of a node in a list',
      '{ incidents { nodes { parts { nodes { id } } } } }',
      { incidents: { nodes: [{ parts: { nodes: [] } }] } },
    ],
    [
      'an empty list of a node that has no filter',
      '{ incident(id: "x") { parts { nodes { id } } } }',
      { incident: { parts: { nodes: [] } } },
    ],
    ['an optional field that is null', '{ incident(id: "x") { partOf { id } } }', { incident: { partOf: null } }],
    ['a field that was skipped', '{ actor(id: "x") @skip(if: true) { name } }', {}],
    ['a mutation', 'mutation { merge(id: "x") { id } }', { merge: null }],
    ['a query that is no longer complete', '{ incidents {', { incidents: none }],
  ])('is null for %s', (_what, query, data) => {
    expect(explain(query, data)).toBeNull();
  });

  it.each(['', 'Bad gateway', '{"errors":[{"message":"x"}],"data":{"actor":null}}', '{"errors":[{"message":"x"}]}'])(
    'is null for the response %j',
    (response) => {
      const request = { query: '{ actor(id: "x") { name } }', operationName: null, variables: '' };
      expect(explainEmptyAnswer(request, response)).toBeNull();
    },
  );
});
