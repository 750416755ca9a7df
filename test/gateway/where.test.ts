import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident, named } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await openTestGateway();
  await gateway.seed(
    article('a', {
      locations: [
        named('iraq', { kind: 'COUNTRY' }),
        named('baghdad', { kind: 'CITY', partOf: 'iraq' }),
        named('somewhere'),
      ],
      actors: [named('iran', { kind: 'STATE' }), named('group')],
      incidents: [
        incident('battle', { type: 'BATTLE', outcome: 'FAILED', location: 'iraq' }),
        incident('riot', { type: 'RIOT', scope: 'AGGREGATE', location: 'iraq', locationPrecision: 'COUNTRY' }),
        incident('plain'),
      ],
      statements: [
        { id: 'denial', type: 'DENIAL_OF_RESPONSIBILITY', text: 'No', mode: 'INDIRECT' },
        { id: 'threat', type: 'THREAT', text: 'We will' },
      ],
    }),
  );
});
afterAll(() => gateway.close());

const table: [list: string, where: string, ids: string[]][] = [
  ['incidents', '{}', ['battle', 'plain', 'riot']],
  ['incidents', '{ id: null, and: null }', ['battle', 'plain', 'riot']],
  ['incidents', '{ id: { eq: "riot" } }', ['riot']],
  ['incidents', '{ id: { eq: "Incident:riot" } }', ['riot']],
  ['incidents', '{ id: { eq: "nobody-knows" } }', []],
  ['incidents', '{ id: { in: ["riot", "Incident:plain", "nobody-knows"] } }', ['plain', 'riot']],
  ['incidents', '{ id: { notIn: ["riot"] } }', ['battle', 'plain']],
  ['incidents', '{ id: { in: [] } }', []],
  ['incidents', '{ id: { notIn: [] } }', ['battle', 'plain', 'riot']],
  ['incidents', '{ type: { eq: BATTLE } }', ['battle']],
  ['incidents', '{ type: { in: [BATTLE, RIOT], notIn: [RIOT] } }', ['battle']],
  ['incidents', '{ type: { eq: null } }', ['battle', 'plain', 'riot']],
  ['incidents', '{ type: { exists: true }, outcome: { eq: UNKNOWN } }', ['plain', 'riot']],
  ['incidents', '{ scope: { eq: AGGREGATE } }', ['riot']],
  ['incidents', '{ locationPrecision: { notIn: [UNKNOWN] } }', ['riot']],
  ['incidents', '{ and: [] }', ['battle', 'plain', 'riot']],
  ['incidents', '{ or: [] }', []],
  ['incidents', '{ and: [{ type: { eq: RIOT } }, { scope: { eq: AGGREGATE } }] }', ['riot']],
  ['incidents', '{ or: [{ type: { eq: RIOT } }, { outcome: { eq: FAILED } }] }', ['battle', 'riot']],
  ['incidents', '{ or: [{ type: { eq: RIOT } }], scope: { eq: EVENT } }', []],
  ['incidents', '{ not: { type: { eq: RIOT } } }', ['battle', 'plain']],
  ['incidents', '{ not: {} }', []],
  ['incidents', '{ not: { or: [] } }', ['battle', 'plain', 'riot']],
  ['incidents', '{ not: { not: { type: { eq: RIOT } } } }', ['riot']],
  ['actors', '{ kind: { eq: STATE } }', ['iran']],
  ['actors', '{ kind: { eq: UNIDENTIFIED } }', ['group']],
  ['locations', '{ kind: { in: [CITY, COUNTRY] } }', ['baghdad', 'iraq']],
  ['statements', '{ type: { eq: THREAT } }', ['a.threat']],
  ['statements', '{ id: { eq: "a.denial" } }', ['a.denial']],
  ['statements', '{ mode: { exists: false } }', ['a.threat']],
  ['statements', '{ mode: { notIn: [INDIRECT] } }', ['a.threat']],
  ['statements', '{ not: { mode: { eq: INDIRECT } } }', ['a.threat']],
  ['articles', '{ id: { eq: "a" } }', ['a']],
];

describe('where', () => {
  it.each(table)('%s(where: %s)', async (list, where, expected) => {
    const { [list]: page } = await gateway.ask(`{ ${list}(where: ${where}) { nodes { id } totalCount } }`);
    expect(page.nodes.map((node: any) => node.id.slice(node.id.indexOf(':') + 1)).sort()).toEqual(expected);
    expect(page.totalCount).toBe(expected.length);
  });

  it('narrows the children of a parent, and their count', async () => {
    const query = '{ location(id: "iraq") { incidents(where: { type: { eq: RIOT } }) { nodes { id } totalCount } } }';
    expect((await gateway.ask(query)).location.incidents).toEqual({ nodes: [{ id: 'Incident:riot' }], totalCount: 1 });
  });

  it('answers NOT_IMPLEMENTED, and only that, for what a later version fills', async () => {
    for (const query of [
      '{ incidents(where: { title: { contains: "x" } }) { nodes { id } } }',
      '{ incidents(where: { statements: { some: {} } }) { nodes { id } } }',
      '{ incidents(orderBy: [{ field: KILLED }]) { nodes { id } } }',
      '{ incidents { groups(by: TYPE) { key } } }',
      '{ incidents { timeline(interval: DAY) { count } } }',
      '{ locations { bounds { south } } }',
      '{ search(text: "x") { totalCount } }',
    ]) {
      const { errors } = await gateway.answer(query);
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_IMPLEMENTED']);
    }
  });
});
