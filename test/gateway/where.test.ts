import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident, named } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';

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
      ],
      actors: [
        named('iran', { kind: 'STATE', name: 'Iran', aliases: ['Tehran', 'Islamic Republic'] }),
        named('group', {
          affiliations: [
            { type: 'BACKED_BY', actor: 'iran', title: 'Débiteur', assertedBy: ['denial'], deniedBy: ['denial'] },
          ],
        }),
        named('convoy', { kind: 'MILITARY', country: 'US' }),
      ],
      incidents: [
        incident('battle', {
          title: 'Battle of the Café (2023)',
          type: 'BATTLE',
          outcome: 'FAILED',
          location: 'karkh',
          date: '2023-11-09',
          participants: [
            { actor: 'group', role: 'PERPETRATOR', status: 'CLAIMED' },
            { actor: 'convoy', role: 'TARGET' },
          ],
          casualties: [
            { kind: 'KILLED', count: 3, group: 'MILITARY' },
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
          summary: 'Überraschend',
          location: 'iraq',
          locationPrecision: 'COUNTRY',
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

const table: [list: string, where: string, ids: string[]][] = [
  ['incidents', '{}', ['battle', 'campaign', 'plain', 'riot']],
  ['incidents', '{ id: null, and: null }', ['battle', 'campaign', 'plain', 'riot']],
  ['incidents', '{ id: { eq: "riot" } }', ['riot']],
  ['incidents', '{ id: { eq: "Incident:riot" } }', ['riot']],
  ['incidents', '{ id: { eq: "nobody-knows" } }', []],
  ['incidents', '{ id: { in: ["riot", "Incident:plain", "nobody-knows"] } }', ['plain', 'riot']],
  ['incidents', '{ id: { notIn: ["riot"] } }', ['battle', 'campaign', 'plain']],
  ['incidents', '{ id: { in: [] } }', []],
  ['incidents', '{ id: { notIn: [] } }', ['battle', 'campaign', 'plain', 'riot']],
  ['incidents', '{ type: { in: [BATTLE, RIOT], notIn: [RIOT] } }', ['battle']],
  ['incidents', '{ type: { eq: null } }', ['battle', 'campaign', 'plain', 'riot']],
  ['incidents', '{ scope: { eq: AGGREGATE } }', ['campaign']],
  ['incidents', '{ locationPrecision: { notIn: [UNKNOWN] } }', ['riot']],

  ['incidents', '{ and: [] }', ['battle', 'campaign', 'plain', 'riot']],
  ['incidents', '{ or: [] }', []],
  ['incidents', '{ and: [{ type: { eq: RIOT } }, { scope: { eq: EVENT } }] }', ['riot']],
  ['incidents', '{ or: [{ type: { eq: RIOT } }, { outcome: { eq: FAILED } }] }', ['battle', 'riot']],
  ['incidents', '{ or: [{ type: { eq: RIOT } }], scope: { eq: AGGREGATE } }', []],
  ['incidents', '{ not: { type: { eq: RIOT } } }', ['battle', 'campaign', 'plain']],
  ['incidents', '{ not: {} }', []],
  ['incidents', '{ not: { or: [] } }', ['battle', 'campaign', 'plain', 'riot']],
  ['incidents', '{ not: { not: { type: { eq: RIOT } } } }', ['riot']],

  ['incidents', '{ title: { contains: "CAFE (" } }', ['battle']],
  ['incidents', '{ title: { contains: ".*" } }', []],
  ['incidents', '{ title: { startsWith: "battle" } }', ['battle']],
  ['incidents', '{ title: { startsWith: "café" } }', []],
  ['incidents', '{ title: { eq: "battle of the café (2023)" } }', []],
  ['incidents', '{ summary: { exists: true } }', ['riot']],
  ['incidents', '{ summary: { contains: "uber" } }', ['riot']],
  ['incidents', '{ summary: { notIn: ["Überraschend"] } }', ['battle', 'campaign', 'plain']],
  ['locations', '{ name: { startsWith: "some" } }', ['somewhere']],
  ['articles', '{ url: { contains: "?x=" } }', ['a']],
  ['articles', '{ publisher: { contains: "" } }', ['a']],
  ['articles', '{ published: { gt: "2023-11-12" } }', ['b']],
  ['articles', '{ published: { gte: "2023-11-12", lt: "2023-12-01" } }', ['a']],
  ['incidents', '{ publisherCount: { gte: 2 } }', ['plain']],

  ['incidents', '{ methods: { some: { eq: DRONE } } }', ['battle']],
  ['incidents', '{ methods: { some: { in: [DRONE, MISSILE], notIn: [DRONE] } } }', []],
  ['incidents', '{ methods: { some: { notIn: [DRONE] } } }', ['battle']],
  ['incidents', '{ methods: { every: { eq: DRONE } } }', ['campaign', 'plain', 'riot']],
  ['incidents', '{ methods: { none: { eq: DRONE } } }', ['campaign', 'plain', 'riot']],
  ['incidents', '{ methods: { count: { gte: 2 } } }', ['battle']],
  ['incidents', '{ methods: { count: { where: { eq: IED }, eq: 1 } } }', ['battle']],
  ['incidents', '{ methods: { count: { where: { eq: IED }, lt: 1 } } }', ['campaign', 'plain', 'riot']],
  ['actors', '{ aliases: { some: { eq: "Tehran", startsWith: "teh" } } }', ['iran']],
  ['actors', '{ aliases: { some: { eq: "Tehran", startsWith: "isl" } } }', []],
  ['actors', '{ aliases: { count: { where: { contains: "R" }, eq: 2 } } }', ['iran']],
  ['actors', '{ aliases: { every: { contains: "e" } } }', ['convoy', 'group', 'iran']],

  ['incidents', '{ participants: { some: { role: { eq: PERPETRATOR }, actor: { id: { eq: "convoy" } } } } }', ['riot']],
  ['incidents', '{ participants: { some: { actor: { kind: { eq: MILITARY } } } } }', ['battle', 'riot']],
  ['incidents', '{ participants: { every: { role: { eq: PERPETRATOR } } } }', ['campaign', 'plain', 'riot']],
  ['incidents', '{ participants: { some: { status: { exists: false } } } }', ['battle', 'riot']],
  [
    'incidents',
    '{ participants: { count: { where: { actor: { country: { eq: "US" } } }, eq: 1 } } }',
    ['battle', 'riot'],
  ],
  [
    'incidents',
    '{ participants: { some: { or: [{ role: { eq: TARGET } }, { status: { eq: DENIED } }] } } }',
    ['battle'],
  ],
  ['incidents', '{ casualties: { some: { later: { contains: "DUTY" } } } }', ['battle']],
  ['incidents', '{ casualties: { count: { where: { later: { contains: "duty" } }, eq: 1 } } }', ['battle']],
  ['incidents', '{ casualties: { some: { kind: { eq: INJURED }, count: { certainly: { from: 41 } } } } }', ['battle']],
  ['incidents', '{ casualties: { some: { kind: { eq: INJURED }, count: { certainly: { to: 100 } } } } }', []],
  ['incidents', '{ casualties: { some: { actor: { exists: false } } } }', ['battle']],
  ['incidents', '{ weapons: { some: { certain: { eq: false } } } }', ['battle']],
  ['incidents', '{ weapons: { count: { where: { certain: { in: [true, false] } }, eq: 2 } } }', ['battle']],
  ['incidents', '{ weapons: { some: { certain: { notIn: [true, false] } } } }', []],
  ['incidents', '{ links: { some: { incident: { type: { eq: BATTLE } } } } }', ['riot']],
  ['actors', '{ affiliations: { some: { title: { startsWith: "debit" } } } }', ['group']],
  ['actors', '{ affiliations: { some: { assertedBy: { some: { mode: { eq: INDIRECT } } } } } }', ['group']],
  ['actors', '{ affiliations: { some: { deniedBy: { count: { eq: 1 } } } } }', ['group']],
  [
    'actors',
    '{ affiliations: { some: { deniedBy: { count: { where: { mode: { eq: INDIRECT } }, gte: 1 } } } } }',
    ['group'],
  ],

  ['incidents', '{ location: { id: { eq: "iraq" } } }', ['riot']],
  ['incidents', '{ location: { kind: { eq: NEIGHBOURHOOD } } }', ['battle']],
  ['incidents', '{ location: { within: "iraq" } }', ['battle', 'riot']],
  ['incidents', '{ location: { within: "iraq", kind: { notIn: [COUNTRY] } } }', ['battle']],
  ['incidents', '{ location: { exists: false } }', ['campaign', 'plain']],
  ['incidents', '{ location: { or: [{ exists: false }, { kind: { eq: COUNTRY } }] } }', ['campaign', 'plain', 'riot']],
  ['incidents', '{ location: { not: { kind: { eq: COUNTRY } } } }', ['battle']],
  ['incidents', '{ location: { not: { exists: true } } }', ['campaign', 'plain']],
  ['incidents', '{ not: { location: { kind: { eq: COUNTRY } } } }', ['battle', 'campaign', 'plain']],
  ['incidents', '{ location: {} }', ['battle', 'campaign', 'plain', 'riot']],
  ['incidents', '{ location: { near: { latitude: 33.31, longitude: 44.36, km: 5 } } }', ['battle']],
  ['locations', '{ within: "baghdad" }', ['baghdad', 'karkh']],
  ['locations', '{ ancestors: { some: { kind: { eq: CITY } } } }', ['karkh']],
  ['locations', '{ ancestors: { count: { eq: 2 } } }', ['karkh']],
  ['locations', '{ point: { exists: false } }', ['somewhere']],
  ['locations', '{ near: { latitude: 33.31, longitude: 44.36, km: 20016 } }', ['baghdad', 'iraq', 'karkh', 'taveuni']],
  ['locations', '{ box: { south: 33, west: 44, north: 33.3, east: 45 } }', ['iraq', 'karkh']],
  ['locations', '{ box: { south: -20, west: 170, north: 0, east: -170 } }', ['taveuni']],
  ['locations', '{ box: { south: -20, west: -180, north: 0, east: -170 } }', ['taveuni']],
  ['locations', '{ box: { south: -90, west: -180, north: 90, east: 180 } }', ['baghdad', 'iraq', 'karkh', 'taveuni']],
  [
    'locations',
    '{ polygon: [{ latitude: 32, longitude: 43 }, { latitude: 32, longitude: 45 }, { latitude: 33.305, longitude: 45 }, { latitude: 33.305, longitude: 43 }] }',
    ['iraq', 'karkh'],
  ],

  ['incidents', '{ date: { certainly: { from: "2023-11-01", to: "2023-11-30" } } }', ['battle']],
  ['incidents', '{ date: { possibly: { from: "2023-11-01", to: "2023-11-08" } } }', ['campaign', 'riot']],
  ['incidents', '{ date: { possibly: { from: "2030-01-01" } } }', ['campaign']],
  ['incidents', '{ date: { possibly: { to: "2023-10-31" } } }', ['campaign']],
  ['incidents', '{ date: { certainly: { from: "2023-10-17" } } }', ['battle', 'campaign']],
  ['incidents', '{ date: { certainly: {} } }', ['battle', 'campaign']],
  ['incidents', '{ date: { exists: false } }', ['plain']],
  ['incidents', '{ date: { precision: { eq: OPEN } } }', ['campaign']],
  ['incidents', '{ count: { certainly: { from: 10, to: 20 } } }', ['campaign']],
  ['incidents', '{ count: { possibly: { from: 15 } } }', ['campaign']],
  ['statements', '{ date: { certainly: { to: "2023-11-10" } } }', ['a.threat']],

  ['incidents', '{ statements: { some: {} } }', ['battle', 'campaign']],
  ['incidents', '{ statements: { some: { type: { eq: THREAT } } } }', ['battle', 'campaign']],
  ['incidents', '{ statements: { some: { speaker: { id: { eq: "iran" } } } } }', ['battle']],
  ['incidents', '{ statements: { every: { type: { eq: THREAT } } } }', ['campaign', 'plain', 'riot']],
  ['incidents', '{ statements: { count: { eq: 2 } } }', ['battle']],
  [
    'incidents',
    '{ statements: { count: { where: { type: { eq: THREAT } }, gte: 1, lte: 1 } } }',
    ['battle', 'campaign'],
  ],
  ['incidents', '{ statements: { count: { where: { type: { eq: THREAT } }, lt: 1 } } }', ['plain', 'riot']],
  ['incidents', '{ partOf: { scope: { eq: AGGREGATE } } }', ['battle']],
  [
    'incidents',
    '{ partOf: { parts: { some: { participants: { some: { actor: { aliases: { none: {} } } } } } } } }',
    ['battle'],
  ],
  ['incidents', '{ parts: { none: {} } }', ['battle', 'plain', 'riot']],
  ['incidents', '{ linkedFrom: { some: { type: { eq: RIOT } } } }', ['battle']],
  ['incidents', '{ articles: { some: { published: { gt: "2023-11-30" } } } }', ['plain']],
  ['actors', '{ incidents: { count: { eq: 2 } } }', ['convoy']],
  ['actors', '{ statements: { some: { incidents: { some: { id: { eq: "campaign" } } } } } }', ['group']],
  ['actors', '{ statementsAbout: { some: { text: "we will" } } }', ['convoy']],
  ['statements', '{ speaker: { exists: false } }', ['a.voice']],
  ['statements', '{ incidents: { some: { location: { within: "iraq" } } } }', ['a.denial']],
  ['statements', '{ links: { some: { statement: { type: { eq: DENIAL_OF_RESPONSIBILITY } } } } }', ['a.threat']],
  ['statements', '{ linkedFrom: { some: { type: { eq: THREAT } } } }', ['a.denial']],
  [
    'statements',
    '{ article: { publisher: { startsWith: "rudaw" }, published: { lt: "2024-01-01" } } }',
    ['a.denial', 'a.threat', 'a.voice'],
  ],
  ['locations', '{ contains: { some: { contains: { some: {} } } } }', ['iraq']],
  ['locations', '{ incidents: { some: { type: { eq: BATTLE } } } }', ['baghdad', 'iraq', 'karkh']],
  ['articles', '{ incidents: { some: { type: { eq: BATTLE } } } }', ['a']],
  ['articles', '{ statements: { none: {} } }', ['b']],

  ['incidents', '{ responsibility: { deniedBy: { some: { actor: { id: { eq: "iran" } } } } } }', ['battle']],
  ['incidents', '{ responsibility: { deniedBy: { some: { actor: { kind: { eq: STATE } } } } } }', ['battle']],
  ['incidents', '{ responsibility: { deniedBy: { some: { statement: { mode: { eq: INDIRECT } } } } } }', ['battle']],
  ['incidents', '{ responsibility: { deniedBy: { some: { statement: { mode: { eq: COLLECTIVE } } } } } }', []],
  ['incidents', '{ responsibility: { deniedBy: { none: {} } } }', ['campaign', 'plain', 'riot']],

  ['statements', '{ text: "INVOLVEMENT tehran" }', ['a.denial']],
  ['statements', '{ text: "\\"any involvement\\"" }', ['a.denial']],
  ['statements', '{ text: "\\"involvement any\\"" }', []],
  ['statements', '{ text: "-tehran" }', ['a.threat', 'a.voice']],
  ['actors', '{ text: "tehran" }', ['iran']],
  ['incidents', '{ or: [{ text: "cafe" }, { not: { text: "-uberraschend" } }] }', ['battle', 'riot']],
  ['incidents', '{ statements: { some: { speaker: { text: "tehran" } } } }', ['battle']],
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
    'does not cross or touch itself, but got: "sides from corners 0 and 2 that meet"',
  ],
  [
    'locations',
    `{ polygon: [${corner(0, 0)}, ${corner(0, 0)}, ${corner(9, 9)}, ${corner(0, 9)}, ${corner(9, 0)}, ${corner(0, 0)}] }`,
    'where.polygon',
    '"sides from corners 1 and 3 that meet"',
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
  ['articles', '{ published: { in: ["2023-02-28", "2023-02-29"] } }', 'where.published.in.1', 'a day of the calendar'],
  ['actors', '{ country: { eq: "Iraq" } }', 'where.country.eq', 'an ISO 3166-1 alpha-2 code, such as IQ'],
  ['incidents', '{ publisherCount: { gte: 1e400 } }', 'where.publisherCount.gte', 'Int cannot represent'],
  ['incidents', deep(30), `where${'.not'.repeat(20)}`, 'at most 20 levels deep'],
];

describe('where refuses', () => {
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
  ])('a variable too: %j', async (where, argument, expected) => {
    const query = 'query ($where: IncidentWhere) { incidents(where: $where) { nodes { id } } }';
    const { errors } = await gateway.answer(query, { where });
    expect(errors?.map(({ extensions }) => extensions)).toMatchObject([{ code: 'BAD_USER_INPUT', argument }]);
    expect(errors?.[0]?.message).toContain(expected);
  });
});
