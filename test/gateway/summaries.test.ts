import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident, named } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await openTestGateway();
  await gateway.seed(
    article('a', {
      publisher: 'Rudaw',
      locations: [
        named('fiji', { country: 'FJ', point: { latitude: -17, longitude: 178 } }),
        named('samoa', { country: 'WS', point: { latitude: -13.5, longitude: -172 } }),
        named('unplaced'),
      ],
      actors: [named('attacker', { kind: 'ARMED_GROUP' }), named('victim', { kind: 'POLITICAL_PARTY' })],
      incidents: [
        incident('one', {
          date: '2023-01-31',
          location: 'fiji',
          participants: [
            { actor: 'attacker', role: 'PERPETRATOR' },
            { actor: 'attacker', role: 'SUSPECTED_PERPETRATOR' },
            { actor: 'victim', role: 'VICTIM' },
          ],
          casualties: [{ kind: 'KILLED', count: 3 }],
          partOf: 'both',
        }),
        incident('two', {
          date: '2023-01-28/2023-02-02',
          location: 'samoa',
          type: 'RIOT',
          participants: [{ actor: 'attacker', role: 'PERPETRATOR' }],
          casualties: [{ kind: 'KILLED', count: { min: 2 } }],
          partOf: 'both',
        }),
        incident('both', { scope: 'AGGREGATE', date: '2023-04~', casualties: [{ kind: 'KILLED', count: 100 }] }),
        incident('undated', { casualties: [{ kind: 'KILLED', count: 7 }], location: 'unplaced' }),
      ],
      statements: [
        { id: 'dated', type: 'COMMENT', text: 'Yes', date: '2023-10-01', speaker: 'victim', incidents: ['one', 'two'] },
        { id: 'undated', type: 'COMMENT', text: 'No', incidents: ['one'] },
      ],
    }),
    article('b', { language: 'en', incidents: [incident('undated')], statements: [] }),
  );
});
afterAll(() => gateway.close());

async function incidents(fields: string, args = ''): Promise<any> {
  return (await gateway.ask(`{ incidents${args} { ${fields} } }`)).incidents;
}

describe('groups', () => {
  it('count each thing once, largest first, then by key, with the thing that a group stands for', async () => {
    const { groups } = await incidents(
      'groups(by: ACTOR) { key label count node { id ... on Actor { kind } } killed { min max } }',
    );
    expect(groups).toEqual([
      {
        key: 'Actor:attacker',
        label: 'The name of attacker',
        count: 2,
        node: { id: 'Actor:attacker', kind: 'ARMED_GROUP' },
        killed: { min: 5, max: null },
      },
      {
        key: 'Actor:victim',
        label: 'The name of victim',
        count: 1,
        node: { id: 'Actor:victim', kind: 'POLITICAL_PARTY' },
        killed: { min: 3, max: 3 },
      },
    ]);
  });

  it('leave out the dead of aggregates whose parts are stored', async () => {
    const { groups } = await incidents('groups(by: TYPE) { key label count killed { min max } node { id } }');
    expect(groups).toEqual([
      { key: 'OTHER', label: 'Other', count: 3, killed: { min: 10, max: 10 }, node: null },
      { key: 'RIOT', label: 'Riot', count: 1, killed: { min: 2, max: null }, node: null },
    ]);
  });

  it.each([
    ['PERPETRATOR', [['Actor:attacker', 'The name of attacker', 2]]],
    ['TARGET', [['Actor:victim', 'The name of victim', 1]]],
    [
      'COUNTRY',
      [
        ['FJ', 'Fiji', 1],
        ['WS', 'Samoa', 1],
      ],
    ],
    ['LOCATION', ['fiji', 'samoa', 'unplaced'].map((id) => [`Location:${id}`, `The name of ${id}`, 1])],
    ['PUBLISHER', [['Rudaw', 'Rudaw', 4]]],
    ['METHOD', []],
  ])('of incidents by %s', async (by, expected) => {
    const { groups } = await incidents(`groups(by: ${by}) { key label count }`);
    expect(groups.map(({ key, label, count }: any) => [key, label, count])).toEqual(expected);
  });

  it('of the other types', async () => {
    const data = await gateway.ask(`{
      statements { bySpeaker: groups(by: SPEAKER) { key count } byIncident: groups(by: INCIDENT, first: 1) { key count } }
      actors { groups(by: KIND) { key label } }
      locations { groups(by: COUNTRY) { key } }
      articles { byPublisher: groups(by: PUBLISHER) { key count } byLanguage: groups(by: LANGUAGE) { key label } }
    }`);
    expect(data).toEqual({
      statements: {
        bySpeaker: [{ key: 'Actor:victim', count: 1 }],
        byIncident: [{ key: 'Incident:one', count: 2 }],
      },
      actors: {
        groups: [
          { key: 'ARMED_GROUP', label: 'Armed group' },
          { key: 'POLITICAL_PARTY', label: 'Political party' },
        ],
      },
      locations: { groups: [{ key: 'FJ' }, { key: 'WS' }] },
      articles: { byPublisher: [{ key: 'Rudaw', count: 1 }], byLanguage: [{ key: 'en', label: 'English' }] },
    });
  });

  it('obey the filter of their list, and cost one command for all parents', async () => {
    gateway.store.takeCommands();
    const { actors } = await gateway.ask(`{ actors { nodes {
      incidents(where: { type: { eq: RIOT } }) { groups(by: TYPE) { key count } timeline(interval: YEAR) { count } }
    } } }`);
    expect(actors.nodes.map((node: any) => node.incidents)).toEqual([
      { groups: [{ key: 'RIOT', count: 1 }], timeline: [{ count: 1 }] },
      { groups: [], timeline: [] },
    ]);
    expect(gateway.store.takeCommands()).toEqual(['find actors', 'aggregate actors', 'aggregate actors']);
  });

  it('are 1 to 100', async () => {
    for (const first of [0, 101]) {
      const { errors } = await gateway.answer(`{ incidents { groups(by: TYPE, first: ${first}) { key } } }`);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'first' });
    }
  });
});

describe('a timeline', () => {
  it('counts a span where it starts, as uncertain where it might lie in another bucket, and shows empty buckets', async () => {
    const { timeline } = await incidents('timeline(interval: MONTH) { start end count uncertain killed { min max } }');
    const nobody = { min: 0, max: 0 };
    expect(timeline).toEqual([
      { start: '2023-01-01', end: '2023-01-31', count: 2, uncertain: 1, killed: { min: 5, max: null } },
      { start: '2023-02-01', end: '2023-02-28', count: 0, uncertain: 0, killed: nobody },
      { start: '2023-03-01', end: '2023-03-31', count: 0, uncertain: 0, killed: nobody },
      { start: '2023-04-01', end: '2023-04-30', count: 1, uncertain: 1, killed: nobody },
    ]);
  });

  it.each([
    ['WEEK', '2023-01-23', '2023-01-29'],
    ['DAY', '2023-01-28', '2023-01-28'],
    ['QUARTER', '2023-01-01', '2023-03-31'],
    ['YEAR', '2023-01-01', '2023-12-31'],
  ])('has buckets of a %s', async (interval, start, end) => {
    const { timeline } = await incidents(`timeline(interval: ${interval}) { start end }`);
    expect(timeline[0]).toEqual({ start, end });
  });

  it('counts undated statements in the day of their article, articles in their own', async () => {
    const data = await gateway.ask(`{
      statements { timeline(interval: MONTH) { start count uncertain killed { min } } }
      articles { timeline(interval: YEAR) { start count uncertain } }
    }`);
    expect(data.statements.timeline).toEqual([
      { start: '2023-10-01', count: 1, uncertain: 0, killed: null },
      { start: '2023-11-01', count: 1, uncertain: 1, killed: null },
    ]);
    expect(data.articles.timeline).toEqual([{ start: '2023-01-01', count: 2, uncertain: 0 }]);
  });

  it.each([
    ['2010-01-01', 'DAY', 'wider, such as WEEK: from 2010-01-01 to'],
    ['1900-01-01', 'WEEK', 'wider, such as QUARTER: from 1900-01-01 to'],
    ['1900-01-01', 'MONTH', 'wider, such as QUARTER: from 1900-01-01 to'],
    ['1001-01-01', 'DAY', 'YEAR, and asked of fewer years by a filter: from 1001-01-01 to'],
    ['1001-01-01', 'YEAR', 'asked of fewer years by a filter: from 1001-01-01 to'],
  ])('since %s of more than 1,000 buckets of a %s is refused, with what is few enough', async (date, interval, way) => {
    await gateway.seed(article('old', { incidents: [incident('old', { date })] }));
    const { errors } = await gateway.answer(`{ incidents { timeline(interval: ${interval}) { start } } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'interval' });
    expect(errors?.[0]?.message).toContain(`Argument "interval" must be ${way}`);
    await gateway.seed({ id: 'old', retracted: true });
  });
});

describe('bounds', () => {
  it('are the smallest box, over the antimeridian where that is smaller', async () => {
    expect((await incidents('bounds { south west north east }')).bounds).toEqual({
      south: -17,
      west: 178,
      north: -13.5,
      east: -172,
    });
  });

  it('are one point for one place, and null for none', async () => {
    const one = await incidents('bounds { south west north east }', '(where: { id: { eq: "one" } })');
    expect(one.bounds).toEqual({ south: -17, west: 178, north: -17, east: 178 });
    expect((await incidents('bounds { south }', '(where: { id: { eq: "undated" } })')).bounds).toBeNull();
  });
});
