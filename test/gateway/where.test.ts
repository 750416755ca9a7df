import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident, named } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';
import { whereTable } from './where-table.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await openTestGateway();
  await gateway.seed(
    article('a', {
      published: '2023-11-12',
      publisher: 'Rudaw English',
      url: 'https://example.org/a?x=1',
      locations: [
        named('iraq', { kind: 'COUNTRY', country: 'IQ', point: { latitude: 33, longitude: 44 } }),
        named('baghdad', { kind: 'CITY', partOf: 'iraq', point: { latitude: 33.31, longitude: 44.36 } }),
        named('karkh', { kind: 'NEIGHBOURHOOD', partOf: 'baghdad', point: { latitude: 33.3, longitude: 44.33 } }),
        named('taveuni', { kind: 'LANDMARK', point: { latitude: -16.8, longitude: 180 } }),
        named('somewhere', { name: 'Šomewhere' }),
        named('unsorted', { point: { latitude: 70, longitude: 20 } }),
      ],
      actors: [
        named('iran', { kind: 'STATE', name: 'Iran', aliases: ['Tehran', 'Islamic Republic'] }),
        named('group', {
          affiliations: [
            { type: 'BACKED_BY', actor: 'iran', title: 'Débiteur', assertedBy: ['denial'], deniedBy: ['denial'] },
            { type: 'ALLIED_WITH', actor: 'convoy' },
            { type: 'OPPOSES', actor: 'convoy' },
          ],
        }),
        named('convoy', { kind: 'MILITARY', country: 'US' }),
      ],
      incidents: [
        incident('battle', {
          title: 'Battle of the Café (2023)',
          type: 'BATTLE',
          subtype: 'ARMED_CLASH',
          outcome: 'FAILED',
          location: 'karkh',
          places: [{ location: 'taveuni', role: 'ORIGIN', precision: 'NEAR' }],
          targets: [
            { kind: 'HOSPITAL', name: 'Clínica Mayor', location: 'baghdad', damage: 'SEVERE', count: 2 },
            { kind: 'HOME' },
          ],
          date: '2023-11-09',
          participants: [
            { actor: 'group', role: 'PERPETRATOR', status: 'CLAIMED', side: 'B' },
            { actor: 'convoy', role: 'TARGET' },
          ],
          casualties: [
            { kind: 'KILLED', count: 3, group: 'MILITARY', assertedBy: ['threat'], deniedBy: ['denial'] },
            { kind: 'KILLED', count: 1, demographic: 'ELDERLY', within: true },
            { kind: 'INJURED', count: { min: 41 }, later: 'Returned to duty' },
          ],
          weapons: [
            { method: 'DRONE', certain: true },
            { method: 'IED', certain: false },
          ],
          partOf: 'campaign',
        }),
        incident('riot', {
          type: 'RIOT',
          occurrence: 'EXPECTED',
          summary: 'Überraschend',
          location: 'iraq',
          locationPrecision: 'COUNTRY',
          places: [{ location: 'karkh', role: 'MEETING' }],
          date: '2023-11~',
          participants: [{ actor: 'convoy', role: 'PERPETRATOR' }],
          links: [{ type: 'RETALIATION_FOR', incident: 'battle' }],
        }),
        incident('campaign', { scope: 'AGGREGATE', count: { min: 10, max: 20 }, date: '2023-10-17/..' }),
        incident('plain'),
      ],
      statements: [
        {
          id: 'denial',
          type: 'DENIAL_OF_RESPONSIBILITY',
          text: 'Tehran denies any involvement',
          mode: 'INDIRECT',
          speaker: 'iran',
          incidents: ['battle'],
        },
        {
          id: 'threat',
          type: 'THREAT',
          text: 'We will',
          quote: 'We WILL',
          date: '2023-11-10',
          speaker: 'group',
          incidents: ['campaign'],
          actors: ['convoy'],
          links: [{ type: 'RESPONDS_TO', statement: 'denial' }],
        },
        { id: 'voice', type: 'COMMENT', text: 'Nobody said so' },
      ],
    }),
    article('b', { published: '2023-12-01', language: 'en', incidents: [incident('plain')] }),
  );
});
afterAll(() => gateway.close());

describe('where', () => {
  it.each(whereTable)('%s(where: %s)', async (list, where, expected) => {
    const { [list]: page } = await gateway.ask(`{ ${list}(where: ${where}) { nodes { id } totalCount } }`);
    expect(page.nodes.map((node: any) => node.id.slice(node.id.indexOf(':') + 1)).sort()).toEqual(expected);
    expect(page.totalCount).toBe(expected.length);
  });

  it('filters the children of a parent, and their count', async () => {
    const query = '{ location(id: "iraq") { incidents(where: { type: { eq: RIOT } }) { nodes { id } totalCount } } }';
    expect((await gateway.ask(query)).location.incidents).toEqual({ nodes: [{ id: 'Incident:riot' }], totalCount: 1 });
  });
});

const deep = (levels: number) => `${'{ not: '.repeat(levels)}{}${' }'.repeat(levels)}`;
const corner = (latitude: number, longitude: number) => `{ latitude: ${latitude}, longitude: ${longitude} }`;

const refused: [list: string, where: string, argument: string, expected: string][] = [
  ['incidents', '{ id: { eq: "Actor:iran" } }', 'where.id.eq', 'an id of the type Incident'],
  ['incidents', '{ id: { in: ["riot", "No Slug"] } }', 'where.id.in.1', 'an id of the type Incident'],
  ['locations', '{ within: "Actor:iran" }', 'where.within', 'an id of the type Location'],
  [
    'incidents',
    '{ date: { possibly: { from: "2023-12-01", to: "2023-11-01" } } }',
    'where.date.possibly.from',
    'at most',
  ],
  ['incidents', '{ count: { certainly: { from: 3, to: 2 } } }', 'where.count.certainly.from', 'at most 2'],
  ['locations', '{ near: { latitude: 91, longitude: 0, km: 1 } }', 'where.near.latitude', 'from -90 to 90'],
  [
    'locations',
    '{ near: { latitude: 1e400, longitude: 0, km: 1 } }',
    'where.near.latitude',
    'from -90 to 90, but got: Infinity',
  ],
  ['locations', '{ near: { latitude: 9, longitude: 181, km: 1 } }', 'where.near.longitude', 'from -180 to 180'],
  ['locations', '{ near: { latitude: 9, longitude: 0, km: -1 } }', 'where.near.km', 'from 0 to 20,016'],
  ['locations', '{ box: { south: -91, west: 0, north: 1, east: 0 } }', 'where.box.south', 'from -90 to 90'],
  ['locations', '{ box: { south: 0, west: 0, north: 1, east: 180.5 } }', 'where.box.east', 'from -180 to 180'],
  ['locations', '{ near: { latitude: "36", longitude: 0, km: 1 } }', 'where.near.latitude', 'but got: "36"'],
  ['locations', '{ box: { south: 2, west: 0, north: 1, east: 0 } }', 'where.box.south', 'at most 1'],
  ['locations', '{ polygon: [] }', 'where.polygon', 'at least 3 different corners'],
  [
    'locations',
    `{ polygon: [${corner(1, 1)}, ${corner(2, 2)}, ${corner(1, 1)}] }`,
    'where.polygon',
    'at least 3 different corners',
  ],
  [
    'locations',
    `{ polygon: [${corner(0, 0)}, ${corner(9, 9)}, ${corner(0, 9)}, ${corner(9, 0)}] }`,
    'where.polygon',
    'Side 1 touches or crosses side 3; side 1 begins at the first corner',
  ],
  [
    'locations',
    `{ polygon: [${corner(0, 0)}, ${corner(0, 0)}, ${corner(9, 9)}, ${corner(0, 9)}, ${corner(9, 0)}, ${corner(0, 0)}] }`,
    'where.polygon',
    'Side 2 touches or crosses side 4; side 1 begins at the first corner',
  ],
  [
    'locations',
    `{ polygon: [${corner(0, 0)}, ${corner(91, 9)}, ${corner(0, 9)}] }`,
    'where.polygon.1.latitude',
    'from -90 to 90',
  ],
  ['incidents', `{ title: { contains: "${'x'.repeat(1001)}" } }`, 'where.title.contains', 'at most 1,000 characters'],
  ['incidents', `{ text: "${'word '.repeat(2000)}" }`, 'where.text', 'at most 1,000 characters'],
  ['incidents', '{ text: " - " }', 'where.text', 'a text with a word'],
  ['articles', '{ published: { in: ["2023-02-28", "2023-02-29"] } }', 'where.published.in.1', 'a calendar day'],
  ['actors', '{ country: { eq: "Iraq" } }', 'where.country.eq', 'an ISO 3166-1 alpha-2 code, such as IQ'],
  ['incidents', '{ publisherCount: { gte: 1e400 } }', 'where.publisherCount.gte', 'Int cannot represent'],
  ['incidents', deep(30), `where${'.not'.repeat(20)}`, 'at most 20 levels deep, but got: 21'],
];

describe('an invalid where is rejected', () => {
  it.each(refused)('%s(where: %s)', async (list, where, argument, expected) => {
    gateway.store.takeCommands();
    const { errors } = await gateway.answer(`{ ${list}(where: ${where}) { nodes { id } } }`);
    expect(errors?.map(({ extensions }) => extensions)).toMatchObject([{ code: 'BAD_USER_INPUT', argument }]);
    expect(errors?.[0]?.message).toContain(expected);
    expect(gateway.store.takeCommands()).toEqual([]);
  });

  it.each([
    [{ title: { eq: '\uD800' } }, 'where.title.eq', 'without lone surrogates'],
    [{ id: { eq: 'ri\u200bot' } }, 'where.id.eq', 'but got: "ri\\u200bot"'],
    [{ title: { eq: 'a\0' } }, 'where.title.eq', 'text without NUL, but got: "a\\u0000"'],
    [{ title: { contains: '\0' } }, 'where.title.contains', 'text without NUL'],
    [{ articles: { some: { url: { startsWith: 'a\0b' } } } }, 'where.articles.some.url.startsWith', 'text without NUL'],
    [{ id: { in: Array(1001).fill('x') } }, 'where.id.in', 'a list of at most 1,000'],
    [JSON.parse(`${'{"not":'.repeat(30)}{}${'}'.repeat(30)}`), `where${'.not'.repeat(20)}`, 'at most 20 levels deep'],
  ])('as a variable: %j', async (where, argument, expected) => {
    const query = 'query ($where: IncidentWhere) { incidents(where: $where) { nodes { id } } }';
    const { errors } = await gateway.answer(query, { where });
    expect(errors?.map(({ extensions }) => extensions)).toMatchObject([{ code: 'BAD_USER_INPUT', argument }]);
    expect(errors?.[0]?.message).toContain(expected);
  });
});
