import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident, named } from '../../support/articles.ts';
import { openTestGateway, type TestGateway } from '../../support/gateway.ts';
import { listen, parseCsv } from './open-exports.ts';

const formula = '=HYPERLINK("http://evil.example","a")';
const many = Array.from({ length: 130 }, (_, index) => `actor-${String(index).padStart(3, '0')}`);

const world = article('news', {
  title: 'Attack near Mosul',
  publisher: 'Times',
  text: 'Three people were hurt.\r\n"No," said he, and left.',
  locations: [
    named('iraq', { name: 'Iraq', kind: 'COUNTRY', country: 'IQ', point: { latitude: 33, longitude: 44 } }),
    named('mosul', {
      name: 'Mosul, Nineveh',
      kind: 'CITY',
      partOf: 'iraq',
      point: { latitude: 36.34, longitude: 43.13 },
    }),
    named('lima', { name: 'Lima', kind: 'CITY', country: 'PE', point: { latitude: -12.05, longitude: -77.04 } }),
  ],
  actors: [
    named('iran', { name: formula, aliases: ['+98', 'Tehran'], kind: 'STATE', country: 'IR' }),
    ...many.map((id) => named(id)),
  ],
  incidents: [
    incident('raid', {
      title: '@raid',
      summary: 'One\r\ntwo \u202eسد\u202c "three", four',
      type: 'BATTLE',
      subtype: 'ARMED_CLASH',
      date: '2023-11-09',
      location: 'mosul',
      locationPrecision: 'NEAR',
      methods: ['IED', 'DRONE'],
      participants: [
        { actor: 'iran', role: 'PERPETRATOR', status: 'CLAIMED', side: 'A' },
        { actor: 'actor-000', role: 'TARGET' },
      ],
      casualties: [
        { kind: 'KILLED', count: { min: 3, max: 5, best: 4 }, group: 'CIVILIAN' },
        { kind: 'KILLED', count: 2, group: 'MILITARY' },
        { kind: 'KILLED', count: 1, within: true, demographic: 'CHILDREN' },
        { kind: 'INJURED', count: { min: 41 } },
      ],
    }),
    incident('war', {
      scope: 'AGGREGATE',
      type: 'OTHER',
      date: '2023-10-07/..',
      location: 'iraq',
      locationPrecision: 'COUNTRY',
    }),
    incident('march', {
      type: 'PROTEST',
      date: '2024-02',
      location: 'lima',
      participants: many.map((actor) => ({ actor, role: 'OTHER' })),
    }),
    incident('nowhere'),
    ...Array.from({ length: 44 }, (_, index) => incident(`small-${index + 10}`, { type: 'RIOT', partOf: 'war' })),
  ],
  statements: [
    {
      id: 'no',
      type: 'DENIAL_OF_CONTROL',
      text: '-1 is not ours',
      speaker: 'iran',
      incidents: ['raid'],
      date: '2023-11-10',
    },
    { id: 'yes', type: 'COMMENT', text: 'Yes', onBehalfOf: 'iran', actors: many },
  ],
});

describe('exports', () => {
  let gateway: TestGateway;
  let origin: string;

  const get = (path: string, init?: RequestInit) => fetch(`${origin}/export/${path}`, init);
  const text = async (path: string) => {
    const response = await get(path);
    const body = await response.text();
    expect({ path, status: response.status, body }).toMatchObject({ status: 200 });
    return body;
  };
  const rows = async (path: string) => parseCsv(await text(path));
  const lines = async (path: string) =>
    (await text(path))
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Record<string, any>);
  const ids = async (path: string) => (await lines(path)).map(({ id }) => id);
  const refusal = async (path: string) => {
    const response = await get(path);
    const [{ message, extensions }] = ((await response.json()) as { errors: any[] }).errors;
    return { status: response.status, message, ...extensions };
  };

  beforeAll(async () => {
    gateway = await openTestGateway();
    await gateway.seed(world);
    origin = await listen(gateway.app);
  });
  afterAll(() => gateway.close());

  it('have one record for each node, in the default order', async () => {
    const { incidents } = await gateway.ask('{ incidents(first: 100) { nodes { id } } }');
    const expected = incidents.nodes.map(({ id }: { id: string }) => id);
    expect(expected).toHaveLength(48);
    expect((await rows('incidents.csv')).map(({ id }) => id)).toEqual(expected);
    expect(await ids('incidents.ndjson')).toEqual(expected);
    expect(JSON.parse(await text('incidents.geojson')).features.map(({ id }: { id: string }) => id)).toEqual(expected);
  });

  it('flatten a node to one level of columns', async () => {
    const [raid] = await rows('incidents.csv?type=BATTLE');
    expect(raid).toMatchObject({
      id: 'Incident:raid',
      title: "'@raid",
      summary: 'One\r\ntwo \u202eسد\u202c "three", four',
      subtype: 'ARMED_CLASH',
      methods: 'IED; DRONE',
      count_min: '1',
      date_start: '2023-11-09',
      date_end: '2023-11-09',
      date_precision: 'DAY',
      location_id: 'Location:mosul',
      location_name: 'Mosul, Nineveh',
      location_country: 'IQ',
      location_latitude: '36.34',
      location_longitude: '43.13',
      location_precision: 'NEAR',
      part_of_id: '',
      publisher_count: '1',
      participants_role: 'PERPETRATOR; TARGET',
      participants_status: 'CLAIMED; ',
      participants_side: 'A; ',
      participants_actor_id: 'Actor:iran; Actor:actor-000',
      participants_actor_name: `'${formula}; The name of actor-000`,
      casualties_kind: 'KILLED; KILLED; KILLED; INJURED',
      killed_min: '5',
      killed_max: '7',
      killed_best: '6',
      injured_min: '41',
      injured_max: '',
      injured_best: '',
      captured_min: '',
    });
    expect(raid).not.toHaveProperty('participants_id');
  });

  it('prefix texts that a spreadsheet would run, and no numbers', async () => {
    const [lima] = await rows('locations.csv?country=PE');
    expect(lima).toMatchObject({ latitude: '-12.05', longitude: '-77.04' });
    const [iran] = await rows('actors.csv?country=IR');
    expect(iran).toMatchObject({ name: `'${formula}`, aliases: "'+98; Tehran" });
    const [, no] = await rows('statements.csv?actor=iran&orderBy=ID:DESC');
    expect(no).toMatchObject({ text: "'-1 is not ours", speaker_id: 'Actor:iran', article_publisher: 'Times' });
  });

  it('have nested objects in NDJSON as GraphQL returns them', async () => {
    const fields =
      'id date { start end precision edtf original } location { id point { latitude longitude } } casualties { kind count { min max best } }';
    const { incident: expected } = await gateway.ask(`{ incident(id: "raid") { ${fields} } }`);
    const [raid] = await lines('incidents.ndjson?type=BATTLE');
    expect(raid).toMatchObject(expected);
  });

  it('hold lists that are longer than a page of theirs', async () => {
    const [march] = await lines('incidents.ndjson?type=PROTEST');
    expect(march?.participants.map((each: any) => each.actor.id)).toEqual(many.map((id) => `Actor:${id}`));
    const [record] = await rows('incidents.csv?type=PROTEST');
    expect(record?.participants_actor_id?.split('; ')).toHaveLength(130);
    const [yes] = await lines('statements.ndjson?type=COMMENT');
    expect(yes?.actors).toEqual({ nodes: many.map((id) => ({ id: `Actor:${id}`, name: `The name of ${id}` })) });
    const [news] = await lines('articles.ndjson');
    expect(new Set(news?.incidents.nodes.map(({ id }: { id: string }) => id)).size).toBe(48);
  });

  it('hold the text of articles', async () => {
    expect(await rows('articles.csv')).toMatchObject([
      { text: world.text, published: '2023-11-12', publisher: 'Times' },
    ]);
  });

  it('follow RFC 7946, with null as the geometry of areas', async () => {
    const { type, features } = JSON.parse(await text('incidents.geojson?orderBy=ID'));
    expect(type).toBe('FeatureCollection');
    const of = (id: string) => features.find((feature: any) => feature.id === `Incident:${id}`);
    expect(of('raid')).toMatchObject({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [43.13, 36.34] },
      properties: {
        id: 'Incident:raid',
        title: '@raid',
        date_start: '2023-11-09',
        date_end: '2023-11-09',
        date_precision: 'DAY',
        precision: 'NEAR',
        killed_min: 5,
        participants_status: 'CLAIMED; ',
      },
    });
    expect(of('war')).toMatchObject({
      geometry: null,
      properties: { date_start: '2023-10-07', date_end: null, precision: 'COUNTRY', location_latitude: 33 },
    });
    expect(of('nowhere')).toMatchObject({
      geometry: null,
      properties: { date_start: null, date_end: null, precision: 'UNKNOWN' },
    });
    const places = JSON.parse(await text('locations.geojson?orderBy=ID')).features;
    expect(places.map(({ geometry }: any) => geometry?.coordinates ?? null)).toEqual([
      null,
      [-77.04, -12.05],
      [43.13, 36.34],
    ]);
    expect(JSON.parse(await text('locations.geojson?q=nothing'))).toEqual({ type: 'FeatureCollection', features: [] });
  });

  it.each([
    ['incidents', 'q=raid', { text: 'raid' }],
    ['incidents', 'country=PE,IR&country=IQ', { location: { country: { in: ['PE', 'IR', 'IQ'] } } }],
    ['incidents', 'from=2023-12-01', { date: { possibly: { from: '2023-12-01' } } }],
    ['incidents', 'from=2023-11-01&to=2023-11-30', { date: { possibly: { from: '2023-11-01', to: '2023-11-30' } } }],
    ['incidents', 'bbox=40,30,50,40', { location: { box: { west: 40, south: 30, east: 50, north: 40 } } }],
    ['incidents', 'within=iraq', { location: { within: 'iraq' } }],
    [
      'incidents',
      'actor=Actor:iran,actor-007',
      { participants: { some: { actor: { id: { in: ['iran', 'actor-007'] } } } } },
    ],
    ['incidents', 'type=RIOT,BATTLE', { type: { in: ['RIOT', 'BATTLE'] } }],
    [
      'incidents',
      'type=RIOT&where={"id":{"in":["small-10","raid"]}}',
      { type: { eq: 'RIOT' }, id: { in: ['small-10', 'raid'] } },
    ],
    [
      'incidents',
      'where={"or":[{"title":{"contains":"RAID"}},{"partOf":{"id":{"eq":"war"}}}]}',
      { or: [{ title: { contains: 'RAID' } }, { partOf: { id: { eq: 'war' } } }] },
    ],
    ['incidents', 'q=&country=&where=', {}],
    ['incidents', 'where=null', {}],
    ['actors', 'q=tehran', { text: 'tehran' }],
    ['actors', 'country=IR', { country: { eq: 'IR' } }],
    ['statements', 'q=yes', { text: 'yes' }],
    ['statements', 'actor=iran', { or: [{ speaker: { id: { eq: 'iran' } } }, { onBehalfOf: { id: { eq: 'iran' } } }] }],
    ['statements', 'type=COMMENT', { type: { eq: 'COMMENT' } }],
    ['statements', 'to=2023-11-09', { date: { possibly: { to: '2023-11-09' } } }],
    ['locations', 'country=IQ', { country: { eq: 'IQ' } }],
    ['locations', 'within=Location:iraq', { within: 'iraq' }],
    ['locations', 'bbox=-80,-20,-70,0', { box: { west: -80, south: -20, east: -70, north: 0 } }],
    ['articles', 'q=mosul', { text: 'mosul' }],
  ])('of %s take %s', async (name, query, where) => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1, -1)}`;
    const data = await gateway.ask(
      `query ($where: ${type}Where) { ${name}(where: $where, first: 100) { nodes { id } } }`,
      { where },
    );
    expect(await ids(`${name}.ndjson?${encodeURI(query)}`)).toEqual(
      data[name].nodes.map(({ id }: { id: string }) => id),
    );
  });

  it.each([
    ['TITLE:DESC,ID', [{ field: 'TITLE', direction: 'DESC' }, { field: 'ID' }]],
    ['ID', [{ field: 'ID' }]],
    ['[{"field":"DATE","direction":"ASC"}]', [{ field: 'DATE', direction: 'ASC' }]],
  ])('are in the order %s', async (given, orderBy) => {
    const query = 'query ($orderBy: [IncidentOrder!]) { incidents(orderBy: $orderBy, first: 100) { nodes { id } } }';
    const { incidents } = await gateway.ask(query, { orderBy });
    expect(await ids(`incidents.ndjson?orderBy=${encodeURIComponent(given)}`)).toEqual(
      incidents.nodes.map(({ id }: any) => id),
    );
  });

  it.each([
    [
      'incidents.csv?contry=IQ',
      'contry',
      'Exports of incidents have no parameter "contry"; they have where, orderBy, q, country, from, to, bbox, within, actor, type',
    ],
    [
      'actors.csv?bbox=1,2,3,4',
      'bbox',
      'Exports of actors have no parameter "bbox"; they have where, orderBy, q, country. Only exports of incidents and locations have it',
    ],
    [
      'articles.csv?from=2023-01-01',
      'from',
      'Exports of articles have no parameter "from"; they have where, orderBy, q. Only exports of incidents and statements have it',
    ],
    ['incidents.csv?q=a&q=b', 'q', 'Argument "q" must be given once, but got: ["a","b"]'],
    [
      'incidents.csv?bbox=1,2,3',
      'bbox',
      'Argument "bbox" must be west,south,east,north in degrees, such as 38.8,29.1,48.6,37.4, but got: "1,2,3"',
    ],
    ['incidents.csv?bbox=1,2,3,', 'bbox', /^Argument "bbox" must be west,south,east,north/],
    ['incidents.csv?bbox=1,95,3,4', 'bbox.south', /Latitude must be a number from -90 to 90, but got: 95/],
    ['incidents.csv?bbox=1,50,3,4', 'bbox', /^Argument "bbox" must be at most 4/],
    [
      'incidents.csv?q=a&within=Actor:iran',
      'within',
      'Argument "within" must be an id of the type Location, but got: "Actor:iran"',
    ],
    ['incidents.csv?country=Iraq', 'country.0', /CountryCode must be an ISO 3166-1 alpha-2 code/],
    ['incidents.csv?from=soon', 'from', /Date must be a calendar day/],
    ['incidents.csv?type=WAR', 'type.0', /Value "WAR" does not exist in "IncidentType" enum/],
    [
      'incidents.csv?where={',
      'where',
      /^Argument "where" must be the JSON of the GraphQL variable, such as .*, but got: "\{"\. /,
    ],
    ['incidents.csv?where=7', 'where', /Expected type "IncidentWhere" to be an object/],
    ['incidents.csv?where={"titel":{}}', 'where', /Field "titel" is not defined by type "IncidentWhere"/],
    ['incidents.csv?where={"__proto__":{}}', 'where', /Field "__proto__" is not defined/],
    ['incidents.csv?where={"text":""}&type=RIOT', 'where.text', /^Argument "where.text" must be /],
    [`incidents.csv?where=${'{"not":'.repeat(80)}{}${'}'.repeat(80)}`, 'where', /levels of lists and objects/],
    ['incidents.csv?orderBy=DATE:DOWN', 'orderBy.0.direction', /Value "DOWN" does not exist in "OrderDirection" enum/],
    [
      'incidents.csv?orderBy=RELEVANCE',
      'orderBy.0.field',
      /must be a field other than RELEVANCE, because "where" has no text/,
    ],
    [
      'incidents.csv?orderBy=DATE:ASC:ID',
      'orderBy',
      /^Argument "orderBy" must be fields with directions, such as DATE:DESC,ID/,
    ],
  ])('refuse %s', async (path, argument, message) => {
    expect(await refusal(path)).toEqual({
      status: 400,
      code: 'BAD_USER_INPUT',
      argument,
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    });
  });

  it('that do not exist are not found', async () => {
    expect(await refusal('actors.geojson')).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect((await refusal('incident.csv')).message).toBe(
      'No export is named "incident.csv": there are incidents, actors, statements, locations, articles, each as .csv and .ndjson, and incidents and locations as .geojson',
    );
  });

  it('refuse an address that is too long', async () => {
    expect(await refusal(`incidents.csv?q=${'a'.repeat(20_000)}`)).toMatchObject({ status: 431 });
  });

  it('accept GET and HEAD alone', async () => {
    const response = await get('incidents.csv', { method: 'POST' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const head = await get('incidents.csv', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([
      200,
      'text/csv; charset=utf-8; header=present',
      '',
    ]);
    expect((await get('incidents.csv?country=Iraq', { method: 'HEAD' })).status).toBe(400);
  });

  it.each([
    ['csv', 'text/csv; charset=utf-8; header=present'],
    ['geojson', 'application/geo+json'],
    ['ndjson', 'application/x-ndjson; charset=utf-8'],
  ])('are files to save, of the type of .%s', async (format, type) => {
    const { headers } = await get(`incidents.${format}`);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('content-disposition')).toMatch(
      new RegExp(`^attachment; filename="incidents-\\d{4}-\\d\\d-\\d\\d\\.${format}"$`),
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['gzip', 'br', 'identity'])('are compressed as the client accepts it: %s', async (encoding) => {
    const response = await get('articles.ndjson', { headers: { 'accept-encoding': encoding } });
    expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
    expect(response.headers.get('vary')).toContain('accept-encoding');
    expect(JSON.parse(await response.text()).id).toBe('Article:news');
  });
});

describe('access to exports', () => {
  const token = 'a-token-of-an-editor-with-more-than-32-characters';
  const rowsOf = async (gateway: TestGateway, path: string, headers = {}) =>
    parseCsv((await gateway.app.inject({ url: `/export/${path}`, headers })).body);

  it('hides texts from clients without a role if they are private', async () => {
    const gateway = await openTestGateway({ privateText: true, ingestToken: token });
    try {
      await gateway.seed(world);
      expect(await rowsOf(gateway, 'articles.csv')).toMatchObject([{ id: 'Article:news', text: '' }]);
      expect(await rowsOf(gateway, 'articles.csv?q=people')).toEqual([]);
      const authorization = { authorization: `Bearer ${token}` };
      expect(await rowsOf(gateway, 'articles.csv?q=people', authorization)).toMatchObject([{ text: world.text }]);
      const wrong = await gateway.app.inject({
        url: '/export/articles.csv',
        headers: { authorization: 'Bearer wrong' },
      });
      expect([wrong.statusCode, wrong.json().errors[0].extensions]).toEqual([401, { code: 'UNAUTHENTICATED' }]);
      expect(wrong.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
    } finally {
      await gateway.close();
    }
  });

  it('does not exist if only trusted documents are executed', async () => {
    const { writeFile, mkdtemp, rm } = await import('node:fs/promises');
    const folder = await mkdtemp('/tmp/manifest-');
    await writeFile(`${folder}/manifest.json`, '{"a":"{ __typename }"}');
    const gateway = await openTestGateway({ http: { trustedDocuments: `${folder}/manifest.json`, trustedOnly: true } });
    try {
      expect((await gateway.app.inject('/export/incidents.csv')).statusCode).toBe(404);
    } finally {
      await gateway.close();
      await rm(folder, { recursive: true });
    }
  });

  it('is given to pages of allowed origins', async () => {
    const gateway = await openTestGateway({ http: { corsOrigins: ['https://news.example'] } });
    try {
      const url = '/export/incidents.csv';
      const ask = (origin: string) => gateway.app.inject({ url, headers: { origin } });
      expect((await ask('https://news.example')).headers['access-control-allow-origin']).toBe('https://news.example');
      expect((await ask('https://evil.example')).headers['access-control-allow-origin']).toBeUndefined();
      const headers = { origin: 'https://news.example', 'access-control-request-method': 'GET' };
      const preflight = await gateway.app.inject({ method: 'OPTIONS', url, headers });
      expect(preflight.headers['access-control-allow-methods']).toBe('GET, HEAD');
    } finally {
      await gateway.close();
    }
  });
});
