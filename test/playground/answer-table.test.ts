import { describe, expect, it } from 'vitest';
import { csvOf, jsonOf } from '../../web/playground/answer-table.ts';

const answer = (query: string, data: unknown) => ({
  request: { query, operationName: null, variables: '' },
  response: JSON.stringify({ data }),
});

describe('the response as CSV', () => {
  it('has the nodes of the first connection, with the columns of exports', () => {
    const query = `{ actor(id: "iran") { name incidents { totalCount nodes { ...Parts location { name point { latitude } } methods } } } }
      fragment Parts on Incident { id participants { role actor { name } } }`;
    const nodes = [
      {
        id: 'a',
        participants: [
          { role: 'TARGET', actor: { name: '=x' } },
          { role: 'VICTIM', actor: { name: 'y' } },
        ],
        location: null,
        methods: [],
      },
      {
        id: 'b',
        participants: [],
        location: { name: 'Mosul, Iraq', point: { latitude: -1 } },
        methods: ['IED', 'DRONE'],
      },
    ];
    expect(csvOf(answer(query, { actor: { name: 'Iran', incidents: { totalCount: 2, nodes } } }))).toEqual({
      name: 'incidents.csv',
      text: [
        'id,participants_role,participants_actor_name,location_name,location_latitude,methods',
        "a,TARGET; VICTIM,'=x; y,,,",
        'b,,,"Mosul, Iraq",-1,IED; DRONE',
        '',
      ].join('\r\n'),
    });
  });

  it('has edges without their cursors', () => {
    const query = '{ found: search(text: "a") { edges { cursor score node { label ... on Incident { type } } } } }';
    const edges = [
      { cursor: 'x', score: 1.5, node: { label: 'A', type: 'RIOT' } },
      { cursor: 'y', score: 1, node: { label: 'B' } },
    ];
    expect(csvOf(answer(query, { found: { edges } }))).toEqual({
      name: 'found.csv',
      text: 'score,label,type\r\n1.5,A,RIOT\r\n1,B,\r\n',
    });
  });

  it('has a header if nothing matches', () => {
    expect(csvOf(answer('{ actors { nodes { id } } }', { actors: { nodes: [] } }))).toEqual({
      name: 'actors.csv',
      text: 'id\r\n',
    });
  });

  it.each([
    ['{ incident(id: "a") { title } }', { incident: { title: 'A' } }, 'The response has no list of nodes.'],
    ['{ incidents { nodes { id } } }', null, 'The response has no list of nodes.'],
    ['{ incidents {', { incidents: { nodes: [] } }, 'The response is not that of the query beside it.'],
  ])('is not there for %s', (query, data, reason) => {
    expect(csvOf(answer(query, data))).toEqual({ reason });
  });

  it('is not there before the first response', () => {
    const none = { ...answer('{ a }', null), response: '' };
    expect([csvOf(none), jsonOf(none)]).toEqual([
      { reason: 'There is no response yet.' },
      { reason: 'There is no response yet.' },
    ]);
  });
});
