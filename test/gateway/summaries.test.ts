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
        {
          id: 'dated',
          type: 'COMMENT',
          text: 'Yes',
          date: '2023-10-01',
          speaker: 'victim',
          to: ['victim'],
          incidents: ['one', 'two'],
        },
        {
          id: 'undated',
          type: 'COMMENT',
          text: 'No',
          hedge: 'DOUBTED',
          to: ['victim', 'attacker'],
          incidents: ['one'],
        },
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
  it('count each node once, sorted by size and key, with the node of each group', async () => {
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

  it('come in the order asked for, ties by key', async () => {
    const keysBy = async (orderBy: string, by = 'LOCATION') => {
      const { groups } = await incidents(`groups(by: ${by}, orderBy: ${orderBy}) { key }`);
      return groups.map(({ key }: any) => key.replace('Location:', ''));
    };
    expect(await keysBy('COUNT')).toEqual(['fiji', 'samoa', 'unplaced']);
    expect(await keysBy('KILLED')).toEqual(['unplaced', 'fiji', 'samoa']);
    expect(await keysBy('INJURED')).toEqual(['fiji', 'samoa', 'unplaced']);
    expect(await keysBy('KEY', 'COUNTRY')).toEqual(['FJ', 'WS']);
  });

  it('ordered by a sum are chosen from all groups', async () => {
    const { groups } = await incidents('groups(by: LOCATION, orderBy: KILLED, first: 1) { key killed { min } }');
    expect(groups).toEqual([{ key: 'Location:unplaced', killed: { min: 7 } }]);
  });

  it('are counted, however many are shown', async () => {
    const fields = 'groupCount(by: LOCATION) methods: groupCount(by: METHOD) groups(by: LOCATION, first: 1) { key }';
    expect(await incidents(fields)).toEqual({ groupCount: 3, methods: 0, groups: [{ key: 'Location:fiji' }] });
  });

  it('have timelines of their own', async () => {
    const { groups } = await incidents(
      'groups(by: TYPE) { key timeline(interval: MONTH, empty: false) { start count killed { min } killedKnown } }',
    );
    expect(groups).toEqual([
      {
        key: 'OTHER',
        timeline: [
          { start: '2023-01-01', count: 1, killed: { min: 3 }, killedKnown: 1 },
          { start: '2023-04-01', count: 1, killed: { min: 100 }, killedKnown: 1 },
        ],
      },
      { key: 'RIOT', timeline: [{ start: '2023-01-01', count: 1, killed: { min: 2 }, killedKnown: 1 }] },
    ]);
    const { statements } = await gateway.ask(
      '{ statements { groups(by: SPEAKER) { key timeline(interval: YEAR) { start count killed { min } killedKnown } } } }',
    );
    expect(statements.groups).toEqual([
      { key: 'Actor:victim', timeline: [{ start: '2023-01-01', count: 1, killed: null, killedKnown: null }] },
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
  ])('can be formed of incidents by %s', async (by, expected) => {
    const { groups } = await incidents(`groups(by: ${by}) { key label count }`);
    expect(groups.map(({ key, label, count }: any) => [key, label, count])).toEqual(expected);
  });

  it('are available for the other types', async () => {
    const data = await gateway.ask(`{
      statements {
        byHedge: groups(by: HEDGE) { key label count }
        bySpeaker: groups(by: SPEAKER) { key count }
        byAddressee: groups(by: ADDRESSEE) { key label count }
        byIncident: groups(by: INCIDENT, first: 1) { key count }
      }
      actors { groups(by: KIND) { key label } }
      locations { groups(by: COUNTRY) { key } }
      articles { byPublisher: groups(by: PUBLISHER) { key count } byLanguage: groups(by: LANGUAGE) { key label } }
    }`);
    expect(data).toEqual({
      statements: {
        byHedge: [{ key: 'DOUBTED', label: 'Doubted', count: 1 }],
        bySpeaker: [{ key: 'Actor:victim', count: 1 }],
        byAddressee: [
          { key: 'Actor:victim', label: 'The name of victim', count: 2 },
          { key: 'Actor:attacker', label: 'The name of attacker', count: 1 },
        ],
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

  it('cost a second command for all parents where a sum is of incidents that are part of one another', async () => {
    const commandsOf = async (fields: string, where = '') => {
      gateway.store.takeCommands();
      await gateway.ask(`{ locations { nodes { incidents${where} { ${fields} } } } }`);
      return gateway.store.takeCommands().slice(1);
    };
    const one = ['aggregate locations'];
    const two = [...one, ...one];
    const apart = '(where: { date: { exists: false } })';
    const sums = ['groups(by: TYPE) { killed { min } }', 'groups(by: TYPE, orderBy: KILLED) { key }'];
    for (const fields of [...sums, 'timeline(interval: YEAR) { killed { min } }']) {
      expect(await commandsOf(fields), fields).toEqual(two);
      expect(await commandsOf(fields, apart), fields).toEqual(one);
    }
    expect(await commandsOf('groups(by: TYPE) { key killedKnown injured { min } }')).toEqual(one);
    expect(await commandsOf('groupCount(by: TYPE)')).toEqual(one);
    expect(await commandsOf('groups(by: TYPE) { timeline(interval: YEAR) { count } }')).toEqual(two);
    expect(await commandsOf('groups(by: TYPE) { timeline(interval: YEAR) { killed { min } } }')).toEqual([
      ...one,
      ...two,
    ]);
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

  it('number 1 to 100', async () => {
    for (const first of [0, 101]) {
      const { errors } = await gateway.answer(`{ incidents { groups(by: TYPE, first: ${first}) { key } } }`);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'first' });
    }
  });
});

describe('a timeline', () => {
  it('counts a span at its start, as uncertain if it may belong to another bucket, and includes empty buckets', async () => {
    const { timeline } = await incidents('timeline(interval: MONTH) { start end count uncertain killed { min max } }');
    expect(timeline).toEqual([
      { start: '2023-01-01', end: '2023-01-31', count: 2, uncertain: 1, killed: { min: 5, max: null } },
      { start: '2023-02-01', end: '2023-02-28', count: 0, uncertain: 0, killed: null },
      { start: '2023-03-01', end: '2023-03-31', count: 0, uncertain: 0, killed: null },
      { start: '2023-04-01', end: '2023-04-30', count: 1, uncertain: 1, killed: { min: 100, max: 100 } },
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

  it('counts undated statements on the day of their article, and articles on their own', async () => {
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
    ['2010-01-01', 'DAY', 'WEEK or longer, but got: "DAY". From 2010-01-01 to'],
    ['1900-01-01', 'WEEK', 'QUARTER or longer, but got: "WEEK". From 1900-01-01 to'],
    ['1900-01-01', 'MONTH', 'QUARTER or longer, but got: "MONTH". From 1900-01-01 to'],
    ['1001-01-01', 'DAY', 'YEAR, with "from" and "to" at most 1,000 years apart, but got: "DAY". From 1001-01-01 to'],
    ['1001-01-01', 'YEAR', 'YEAR, with "from" and "to" at most 1,000 years apart, but got: "YEAR". From 1001-01-01 to'],
  ])('since %s rejects more than 1,000 buckets of a %s, and names a longer interval', async (date, interval, way) => {
    const id = `old-${date}-${interval.toLowerCase()}`;
    await gateway.seed(article(id, { incidents: [incident('old', { date })] }));
    const { errors } = await gateway.answer(`{ incidents { timeline(interval: ${interval}) { start } } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'interval' });
    expect(errors?.[0]?.message).toContain(`Argument "interval" must be ${way}`);
    await gateway.seed({ id, retracted: true });
  });
});

describe('a timeline with from and to', () => {
  const startsOf = async (args: string) => {
    const { timeline } = await incidents(`timeline(interval: MONTH, ${args}) { start count }`);
    return timeline.map(({ start, count }: any) => [start.slice(0, 7), count]);
  };

  it('begins and ends with the buckets of those days, whatever they hold', async () => {
    expect(await startsOf('from: "2022-12-31", to: "2023-02-01"')).toEqual([
      ['2022-12', 0],
      ['2023-01', 2],
      ['2023-02', 0],
    ]);
    expect(await startsOf('from: "2022-12-31", to: "2022-12-31"')).toEqual([['2022-12', 0]]);
  });

  it('leaves out what counts in other buckets', async () => {
    expect(await startsOf('from: "2023-02-01"')).toEqual([
      ['2023-02', 0],
      ['2023-03', 0],
      ['2023-04', 1],
    ]);
    expect(await startsOf('to: "2023-01-01"')).toEqual([['2023-01', 2]]);
  });

  it('has no buckets where none holds anything and one end is not given', async () => {
    expect(await startsOf('from: "2023-05-01"')).toEqual([]);
    expect(await startsOf('to: "2022-05-01"')).toEqual([]);
  });

  it('leaves out empty buckets on request', async () => {
    expect(await startsOf('empty: false, to: "2023-12-01"')).toEqual([
      ['2023-01', 2],
      ['2023-04', 1],
    ]);
    expect(await startsOf('empty: false, to: "2023-03-01"')).toEqual([['2023-01', 2]]);
    expect(await startsOf('empty: false, from: "2023-02-01"')).toEqual([['2023-04', 1]]);
    const { timeline } = await incidents(
      'timeline(interval: DAY, from: "1000-01-01", to: "2999-12-31", empty: false) { start }',
    );
    expect(timeline).toHaveLength(3);
  });

  it('keeps its first and last days within the years 0 to 9999', async () => {
    const weekOf = (day: string) => `timeline(interval: WEEK, from: "${day}", to: "${day}") { start end }`;
    const { first, last } = await gateway.ask(
      `{ first: incidents { ${weekOf('0000-01-01')} } last: incidents { ${weekOf('9999-12-31')} } }`,
    );
    expect(first.timeline).toEqual([{ start: '0000-01-01', end: '0000-01-02' }]);
    expect(last.timeline).toEqual([{ start: '9999-12-27', end: '9999-12-31' }]);
  });

  it.each([
    [
      'from: "2023-02-02", to: "2023-02-01"',
      'to',
      '"to" must be 2023-02-02 or later, because "from" is that day, but got: "2023-02-01"',
    ],
    [
      'from: "2000-01-01", to: "2023-01-01"',
      'interval',
      '"interval" must be MONTH or longer, but got: "DAY". From 2000-01-01 to 2023-01-01 there would be 8,402 buckets; the limit is 1,000',
    ],
    [
      'from: "0001-01-01", to: "2023-01-01"',
      'interval',
      '"interval" must be YEAR, with "from" and "to" at most 1,000 years apart, but got: "DAY". From 0001-01-01 to 2023-01-01 there would be',
    ],
  ])('rejects %s before anything is read', async (args, argument, message) => {
    gateway.store.takeCommands();
    const { errors } = await gateway.answer(`{ incidents { timeline(interval: DAY, ${args}) { start } } }`);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    expect(errors?.[0]?.message).toContain(`Argument ${message}`);
    expect(gateway.store.takeCommands()).toEqual([]);
  });
});

describe('the country', () => {
  it('is the same in the field, the filter, the grouping and the order', async () => {
    await gateway.seed(
      article('country', {
        locations: [
          named('iraq', { kind: 'COUNTRY', country: 'IQ' }),
          named('mosul', { partOf: 'iraq' }),
          named('dam', { partOf: 'mosul' }),
          named('border', { partOf: 'dam', country: 'SY' }),
          named('gate', { partOf: 'border' }),
        ],
        incidents: [incident('at-dam', { location: 'dam' }), incident('at-gate', { location: 'gate' })],
      }),
    );
    const { locations, iraq, syria, inIraq, inSyria, incidents, ordered } = await gateway.ask(`{
      locations(where: { within: "iraq" }) { groups(by: COUNTRY) { key count } nodes { id country } }
      iraq: locations(where: { within: "iraq", country: { eq: "IQ" } }) { totalCount }
      syria: locations(where: { within: "iraq", country: { eq: "SY" } }) { totalCount }
      inIraq: incidents(where: { location: { country: { eq: "IQ" } } }) { nodes { id } }
      inSyria: incidents(where: { location: { country: { eq: "SY" } } }) { nodes { id location { country } } }
      incidents(where: { location: { within: "iraq" } }) { groups(by: COUNTRY) { key count } }
      ordered: locations(where: { within: "iraq" }, orderBy: { field: COUNTRY, direction: DESC }, first: 2) { nodes { id } }
    }`);
    const countries = { border: 'SY', dam: 'IQ', gate: 'SY', iraq: 'IQ', mosul: 'IQ' };
    expect(locations.nodes).toEqual(
      Object.entries(countries).map(([id, country]) => ({ id: `Location:${id}`, country })),
    );
    expect(locations.groups).toEqual([
      { key: 'IQ', count: 3 },
      { key: 'SY', count: 2 },
    ]);
    expect([iraq.totalCount, syria.totalCount]).toEqual([3, 2]);
    expect(inIraq.nodes).toEqual([{ id: 'Incident:at-dam' }]);
    expect(inSyria.nodes).toEqual([{ id: 'Incident:at-gate', location: { country: 'SY' } }]);
    expect(incidents.groups).toEqual([
      { key: 'IQ', count: 1 },
      { key: 'SY', count: 1 },
    ]);
    expect(ordered.nodes).toEqual([{ id: 'Location:gate' }, { id: 'Location:border' }]);
    await gateway.seed({ id: 'country', retracted: true });
  });
});

describe('cells', () => {
  const fields = 'geohash count latitude longitude location { id } bounds { south west north east }';
  const among = (...slugs: string[]) => `(where: { location: { id: { in: ${JSON.stringify(slugs)} } } })`;
  const cellsAt = async (where: string, args: string, selection = fields) =>
    (await incidents(`cells(${args}) { ${selection} }`, where)).cells;

  beforeAll(async () => {
    const killed = (count: number) => ({ casualties: [{ kind: 'KILLED', count }] });
    const points: Record<string, [latitude: number, longitude: number]> = {
      depot: [50, 20],
      gate: [51, 21],
      mill: [52, 21.5],
      jutland: [57.64911, 10.40744],
      leon: [42.6, -5.6],
      origin: [0, 0],
      'north-pole': [90, 180],
      'south-pole': [-90, -180],
      nadi: [-17, 179.9],
      apia: [-17, -179.9],
    };
    await gateway.seed(
      article('mapped', {
        locations: [
          named('sea', { kind: 'WATER', point: { latitude: 51, longitude: 20 } }),
          ...Object.entries(points).map(([id, [latitude, longitude]]) => named(id, { point: { latitude, longitude } })),
        ],
        incidents: [
          incident('raid', { location: 'gate', ...killed(5) }),
          incident('first-wave', { location: 'mill', partOf: 'raid', ...killed(2) }),
          incident('second-wave', { location: 'depot', partOf: 'raid', ...killed(9) }),
          incident('at-gate', { location: 'gate' }),
          incident('at-sea', { location: 'sea', ...killed(1) }),
          ...Object.keys(points).map((id) => incident(`in-${id}`, { location: id })),
        ],
      }),
    );
  });

  afterAll(async () => {
    await gateway.seed({ id: 'mapped', retracted: true });
  });

  it('are those of geohash, largest first, with the mean of their points', async () => {
    expect(await cellsAt(among('depot', 'gate', 'mill', 'unplaced'), 'precision: 2')).toEqual([
      {
        geohash: 'u3',
        count: 5,
        latitude: expect.closeTo((51 * 3 + 52 * 2) / 5, 10),
        longitude: expect.closeTo((21 * 3 + 21.5 * 2) / 5, 10),
        location: null,
        bounds: { south: 50.625, west: 11.25, north: 56.25, east: 22.5 },
      },
      {
        geohash: 'u2',
        count: 2,
        latitude: 50,
        longitude: 20,
        location: { id: 'Location:depot' },
        bounds: { south: 45, west: 11.25, north: 50.625, east: 22.5 },
      },
    ]);
  });

  // The examples of https://en.wikipedia.org/wiki/Geohash, and corners of the grid.
  it.each([
    ['jutland', 'u4pruydqqvj8'],
    ['leon', 'ezs42e44yx96'],
    ['origin', 's00000000000'],
    ['north-pole', 'zzzzzzzzzzzz'],
    ['south-pole', '000000000000'],
  ])('have the geohash of %s at each precision, and contain it', async (place, geohash) => {
    const selection = Array.from({ length: 12 }, (_, i) => `p${i + 1}: cells(precision: ${i + 1}) { ${fields} }`);
    const found = Object.values<any>(await incidents(selection.join(' '), among(place)));
    expect(found.map(([cell]) => cell.geohash)).toEqual(found.map((_, i) => geohash.slice(0, i + 1)));
    for (const [{ count, latitude, longitude, location, bounds }] of found) {
      expect([count, location]).toEqual([1, { id: `Location:${place}` }]);
      expect(latitude).toBeGreaterThanOrEqual(bounds.south);
      expect(latitude).toBeLessThanOrEqual(bounds.north);
      expect(longitude).toBeGreaterThanOrEqual(bounds.west);
      expect(longitude).toBeLessThanOrEqual(bounds.east);
    }
  });

  it('do not cross the antimeridian', async () => {
    const found = await cellsAt(among('nadi', 'apia'), 'precision: 1', 'geohash count longitude');
    expect(found).toEqual([
      { geohash: '2', count: 1, longitude: -179.9 },
      { geohash: 'r', count: 1, longitude: 179.9 },
    ]);
  });

  it('of the same size are sorted from south to north, then from west to east, and `first` cuts the list', async () => {
    const where = among('jutland', 'leon', 'origin', 'nadi', 'apia', 'gate');
    const all = await cellsAt(where, 'precision: 3', 'location { id }');
    const order = ['gate', 'apia', 'nadi', 'origin', 'leon', 'jutland'];
    expect(all).toEqual(order.map((slug) => ({ location: { id: `Location:${slug}` } })));
    expect(await cellsAt(where, 'precision: 3, first: 2', 'location { id }')).toEqual(all.slice(0, 2));
  });

  it('leave out areas, unless they count by their centre', async () => {
    const where = among('sea', 'gate');
    expect(await cellsAt(where, 'precision: 2', 'geohash count')).toEqual([{ geohash: 'u3', count: 3 }]);
    expect(await cellsAt(where, 'precision: 2, areasByCentre: null', 'count')).toEqual([{ count: 3 }]);
    expect(await cellsAt(where, 'precision: 2, areasByCentre: true', 'count')).toEqual([{ count: 4 }]);
    expect(await cellsAt(among('sea'), 'precision: 2')).toEqual([]);
  });

  it('each sum up by themselves what is killed, a whole and its parts once', async () => {
    const toll = 'geohash killed { min max best } killedKnown injured { min } injuredKnown';
    expect(await cellsAt(among('depot', 'gate', 'mill'), 'precision: 2', toll)).toEqual([
      { geohash: 'u3', killed: { min: 5, max: 5, best: 5 }, killedKnown: 2, injured: null, injuredKnown: 0 },
      { geohash: 'u2', killed: { min: 9, max: 9, best: 9 }, killedKnown: 1, injured: null, injuredKnown: 0 },
    ]);
    const [one] = await cellsAt(among('depot', 'gate', 'mill'), 'precision: 1', toll);
    expect(one).toMatchObject({ geohash: 'u', killed: { min: 11 }, killedKnown: 3 });
  });

  it('of locations count them, and have no sums', async () => {
    const { locations, location } = await gateway.ask(`{
      locations(where: { id: { in: ["gate", "mill", "depot", "sea", "unplaced"] } }) {
        cells(precision: 2) { geohash count killed { min } killedKnown location { id } }
      }
      location(id: "gate") { incidents { cells(precision: 1) { count location { id } } } contains { cells(precision: 1) { count } } }
    }`);
    const none = { killed: null, killedKnown: null };
    expect(locations.cells).toEqual([
      { geohash: 'u3', count: 2, ...none, location: null },
      { geohash: 'u2', count: 1, ...none, location: { id: 'Location:depot' } },
    ]);
    expect(location.incidents.cells).toEqual([{ count: 3, location: { id: 'Location:gate' } }]);
    expect(location.contains.cells).toEqual([]);
  });

  it.each([
    ['precision: 0', 'Argument "precision" must be a whole number from 1 to 12, but got: 0'],
    ['precision: 13', 'Argument "precision" must be a whole number from 1 to 12, but got: 13'],
    ['precision: 1, first: 0', 'Argument "first" must be a whole number from 1 to 1,000, but got: 0'],
    ['precision: 1, first: 1001', 'Argument "first" must be a whole number from 1 to 1,000, but got: 1001'],
  ])('rejects cells(%s)', async (args, message) => {
    const { data, errors } = await gateway.answer(`{ incidents { totalCount cells(${args}) { count } } }`);
    expect(data?.incidents).toMatchObject({ totalCount: expect.any(Number), cells: null });
    expect(errors).toMatchObject([{ message, path: ['incidents', 'cells'], extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('bounds', () => {
  it('contain points on a map, and areas by their centre only on request', async () => {
    await gateway.seed(
      article('areas', {
        locations: [
          named('sea', { kind: 'WATER', point: { latitude: 60, longitude: 10 } }),
          named('depot', { point: { latitude: 50, longitude: 20 } }),
        ],
        incidents: [incident('at-sea', { location: 'sea' }), incident('at-depot', { location: 'depot' })],
      }),
    );
    const box = '{ south west north east }';
    const both = `bounds ${box} byCentre: bounds(areasByCentre: true) ${box} unsaid: bounds(areasByCentre: null) ${box}`;
    const { places, incidents, sea } = await gateway.ask(`{
      places: locations(where: { id: { in: ["sea", "depot"] } }) { ${both} }
      incidents(where: { location: { id: { in: ["sea", "depot"] } } }) { ${both} }
      sea: location(id: "sea") { incidents { ${both} } }
    }`);
    const depot = { south: 50, west: 20, north: 50, east: 20 };
    const wide = { south: 50, west: 10, north: 60, east: 20 };
    for (const found of [places, incidents]) expect(found).toEqual({ bounds: depot, byCentre: wide, unsaid: depot });
    const centre = { south: 60, west: 10, north: 60, east: 10 };
    expect(sea.incidents).toEqual({ bounds: null, byCentre: centre, unsaid: null });
    await gateway.seed({ id: 'areas', retracted: true });
  });

  it('are the smallest box, across the antimeridian if that is smaller', async () => {
    expect((await incidents('bounds { south west north east }')).bounds).toEqual({
      south: -17,
      west: 178,
      north: -13.5,
      east: -172,
    });
  });

  it('are a point for one location, and null for none', async () => {
    const one = await incidents('bounds { south west north east }', '(where: { id: { eq: "one" } })');
    expect(one.bounds).toEqual({ south: -17, west: 178, north: -17, east: 178 });
    expect((await incidents('bounds { south }', '(where: { id: { eq: "undated" } })')).bounds).toBeNull();
  });
});
