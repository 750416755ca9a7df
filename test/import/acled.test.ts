import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/config/package-root.ts';
import { requiredColumns } from '../../src/import/acled/acled-event.ts';
import { importAcled } from '../../src/import/acled/import-acled.ts';
import {
  type AcledEventType,
  acledEventTypes,
  acledInter,
  acledSubEventTypes,
} from '../../src/import/crosswalk/acled.ts';
import { groundArticle } from '../../src/ingest/ground/ground-article.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';
import { tries } from '../support/runs.ts';
import { acledRow, acledTable } from './acled-row.ts';
import { csvTable } from './csv-table.ts';
import { expectAccepted, importedRow, importedTable } from './imported-table.ts';

const importRow = (row: Partial<Record<string, string>>) =>
  importedRow((path) => importAcled(path), acledTable(row), 'acled.csv');
const importTable = (content: string) => importedTable((path) => importAcled(path), content, 'acled.csv');

const rolesIn = async (row: Partial<Record<string, string>>) =>
  (await importRow(row)).incident.participants?.map(({ actor, role, side }) => `${actor} ${role} ${side}`);

const eventTypeOf = (type: string) =>
  (Object.keys(acledEventTypes) as AcledEventType[]).find((each) => acledEventTypes[each].type === type) ?? '';

const civilians = { actor2: 'Civilians (Kenya)', inter2: 'Civilians' };
const protesters = { actor1: 'Protesters (Kenya)', inter1: 'Protesters' };
const rioters = { actor1: 'Rioters (Kenya)', inter1: 'Rioters' };
const nobody = { actor2: '', inter2: '' };

describe('an event of ACLED', () => {
  it('becomes an article with one incident', async () => {
    const { article } = await importRow({
      assoc_actor_1: 'Police Forces of Kenya (2022-)',
      tags: 'local administrators',
    });
    const { text, incidents, actors, locations, ...about } = article;
    expect(about).toEqual({
      id: 'acled-xxl1',
      version: 1_930_000_000,
      title: 'Military Forces of Kenya (2022-) and Front of Invented Examples: Nowhere, 2031-02-16',
      url: 'https://acleddata.com/',
      publisher: 'Armed Conflict Location & Event Data (ACLED)',
      language: 'en',
      license: expect.stringMatching(/^ACLED Terms of Use/),
      citation: expect.stringMatching(/^Armed Conflict Location & Event Data \(ACLED\), www\.acleddata\.com\. /),
      published: '2031-02-27T23:06:40.000Z',
    });
    expect(text).toBe(
      'On 16 February 2031, soldiers and members of the Front of Invented Examples clashed in Nowhere. Three died.\n' +
        'Event: Battles, Armed clash.\n' +
        'Actors: Military Forces of Kenya (2022-) (with Police Forces of Kenya (2022-)) and Front of Invented Examples.\n' +
        'When: 2031-02-16.\n' +
        'Where: Nowhere, Sample District, Example County, Kenya.\n' +
        'Killed: 3.\n' +
        'Tags: local administrators.\n' +
        'Source: The Invented Times.\n' +
        'Source: Example Radio.\n' +
        'Source scale: National.',
    );
    expect(actors?.map(({ evidence, ...actor }) => [actor, evidence?.length])).toEqual([
      [
        {
          id: 'military-forces-of-kenya-2022',
          name: 'Military Forces of Kenya (2022-)',
          kind: 'MILITARY',
          country: 'KE',
        },
        1,
      ],
      [{ id: 'police-forces-of-kenya-2022', name: 'Police Forces of Kenya (2022-)', kind: 'POLICE', country: 'KE' }, 1],
      [{ id: 'front-of-invented-examples', name: 'Front of Invented Examples', kind: 'ARMED_GROUP' }, 1],
    ]);
    expect(locations?.map(({ id, kind, country, partOf }) => [id, kind, country, partOf])).toEqual([
      ['kenya-example-county-sample-district-nowhere', 'OTHER', 'KE', 'kenya-example-county-sample-district'],
      ['kenya-example-county-sample-district', 'ADMIN2', 'KE', 'kenya-example-county'],
      ['kenya-example-county', 'ADMIN1', 'KE', 'kenya'],
      ['kenya', 'COUNTRY', 'KE', undefined],
    ]);
    expect(locations?.map(({ point }) => point)).toEqual([
      { latitude: 0.5101, longitude: 37.4525 },
      ...[undefined, undefined, undefined],
    ]);
    expect(incidents).toEqual([
      {
        id: 'acled-xxl1',
        title: article.title,
        summary: acledRow.notes,
        scope: 'EVENT',
        type: 'BATTLE',
        subtype: 'ARMED_CLASH',
        date: { edtf: '2031-02-16' },
        location: 'kenya-example-county-sample-district-nowhere',
        locationPrecision: 'EXACT',
        participants: [
          expect.objectContaining({ actor: 'military-forces-of-kenya-2022', role: 'BELLIGERENT', side: 'A' }),
          expect.objectContaining({ actor: 'police-forces-of-kenya-2022', role: 'BELLIGERENT', side: 'A' }),
          expect.objectContaining({ actor: 'front-of-invented-examples', role: 'BELLIGERENT', side: 'B' }),
        ],
        casualties: [{ kind: 'KILLED', count: { min: 3, max: 3 }, evidence: [{ quote: 'Killed: 3' }] }],
        evidence: [
          { quote: acledRow.notes },
          { quote: 'Event: Battles, Armed clash' },
          { quote: 'When: 2031-02-16' },
          { quote: 'Where: Nowhere, Sample District, Example County, Kenya' },
          { quote: 'Source: The Invented Times' },
          { quote: 'Source: Example Radio' },
        ],
      },
    ]);
  });

  it('has words for each fact that it states', async () => {
    const { article } = await importRow({ ...civilians, time_precision: '2' });
    expect(groundArticle(article)).toEqual([]);
  });

  it.each(Object.entries(acledSubEventTypes))('goes by the crosswalk: %s', async (sub_event_type, entry) => {
    const { incident } = await importRow({ event_type: eventTypeOf(entry.type), sub_event_type });
    const { type, subtype, methods } = incident;
    const expected = { subtype: undefined, methods: undefined, ...entry } as Record<string, unknown>;
    expect({ type, subtype, methods }).toEqual({
      type: expected.type,
      subtype: expected.subtype,
      methods: expected.methods,
    });
  });

  it.each(Object.entries(acledInter).map(([inter, { actorKind }], at) => [inter, String(at + 1), actorKind]))(
    'has actors of the kind of %s, written %s in older files',
    async (inter, number, kind) => {
      for (const inter2 of [inter, number, inter.toLowerCase()]) {
        const { article } = await importRow({ inter2 });
        expect(article.actors?.[1]?.kind).toBe(kind);
      }
    },
  );

  it.each([
    ['Police Forces of Kenya (2022-)', 'State forces', 'POLICE', 'KE'],
    ['Police Forces of the Philippines (2022-) Special Unit', 'State forces', 'POLICE', 'PH'],
    ['Government of Kenya (2022-)', 'State forces', 'GOVERNMENT', 'KE'],
    ['Military Forces of Uganda (1986-)', 'External/Other forces', 'MILITARY', 'UG'],
    ['Mutiny of Military Forces of Kenya (2022-)', 'State forces', 'MILITARY', 'KE'],
    ['Unidentified Armed Group (Kenya)', 'Political militia', 'UNIDENTIFIED', 'KE'],
    ['Invented Ethnic Militia (Kenya)', 'Identity militia', 'ARMED_GROUP', 'KE'],
    ['Invented Movement (Faction)', 'Rebel group', 'ARMED_GROUP', undefined],
  ])('has the kind and country of the name: %s', async (actor1, inter1, kind, country) => {
    const [actor] = (await importRow({ actor1, inter1 })).article.actors ?? [];
    expect([actor?.kind, actor?.country]).toEqual([kind, country]);
  });

  it.each([
    ['Women (Kenya)', 'COLLECTIVE'],
    ['Invented Communal Militia (Kenya)', 'ARMED_GROUP'],
    ['Invented Movement', undefined],
  ])('has associated actors, of a kind only if the name says it: %s', async (name, kind) => {
    const { article } = await importRow({ assoc_actor_2: name });
    expect(article.actors?.[2]).toMatchObject({ name, ...(kind && { kind }) });
    expect(article.actors?.[2]?.kind).toBe(kind);
  });

  it('has ids with a prefix for abbreviations', async () => {
    expect((await importRow({ actor2: 'XLF' })).article.actors?.[1]?.id).toBe('acled-xlf');
  });

  it('has an attacker and a victim if civilians are attacked', async () => {
    const attack = { event_type: 'Violence against civilians', sub_event_type: 'Attack', ...civilians };
    expect(await rolesIn({ ...attack, assoc_actor_2: 'Farmers (Kenya)' })).toEqual([
      'military-forces-of-kenya-2022 PERPETRATOR A',
      'civilians-kenya VICTIM B',
      'farmers-kenya VICTIM B',
    ]);
    const { article } = await importRow(attack);
    expect(article.title).toBe('Military Forces of Kenya (2022-) against Civilians (Kenya): Nowhere, 2031-02-16');
  });

  it.each<[string, Partial<Record<string, string>>, string[]]>([
    [
      'a remote attack whose target are civilians, in either column',
      {
        ...{ event_type: 'Explosions/Remote violence', sub_event_type: 'Air/drone strike' },
        ...{ actor1: 'Civilians (Kenya)', inter1: '7', civilian_targeting: 'Civilians targeted' },
      },
      ['civilians-kenya VICTIM A', 'front-of-invented-examples PERPETRATOR B'],
    ],
    [
      'a remote attack that also hits civilians',
      {
        ...{ event_type: 'Explosions/Remote violence', sub_event_type: 'Air/drone strike' },
        assoc_actor_2: 'Civilians (Kenya)',
      },
      [
        'military-forces-of-kenya-2022 BELLIGERENT A',
        'front-of-invented-examples BELLIGERENT B',
        'civilians-kenya BYSTANDER B',
      ],
    ],
    [
      'a protest',
      {
        event_type: 'Protests',
        sub_event_type: 'Peaceful protest',
        ...protesters,
        ...nobody,
        assoc_actor_1: 'Students (Kenya)',
      },
      ['protesters-kenya PROTESTER A', 'students-kenya PROTESTER A'],
    ],
    [
      'a protest with intervention',
      { event_type: 'Protests', sub_event_type: 'Protest with intervention', ...protesters },
      ['protesters-kenya PROTESTER A', 'front-of-invented-examples OTHER B'],
    ],
    [
      'excessive force',
      {
        ...{ event_type: 'Protests', sub_event_type: 'Excessive force against protesters' },
        ...{ ...protesters, civilian_targeting: 'Civilians targeted' },
      },
      ['protesters-kenya PROTESTER A', 'protesters-kenya VICTIM A', 'front-of-invented-examples PERPETRATOR B'],
    ],
    [
      'a mob that attacks civilians',
      {
        ...{ event_type: 'Riots', sub_event_type: 'Mob violence', civilian_targeting: 'Civilians targeted' },
        ...{ ...rioters, ...civilians },
      },
      ['rioters-kenya PERPETRATOR A', 'civilians-kenya VICTIM B'],
    ],
    [
      'rioters on both sides',
      {
        ...{ event_type: 'Riots', sub_event_type: 'Violent demonstration', ...rioters },
        ...{ actor2: 'Rioters (Kenya)', inter2: 'Rioters' },
      },
      ['rioters-kenya PROTESTER undefined'],
    ],
    [
      'an agreement',
      { event_type: 'Strategic developments', sub_event_type: 'Agreement' },
      ['military-forces-of-kenya-2022 OTHER A', 'front-of-invented-examples OTHER B'],
    ],
  ])('has roles and sides: %s', async (_, row, roles) => {
    expect(await rolesIn(row)).toEqual(roles);
  });

  it.each([
    ['1', '2031-02-16', undefined],
    ['2', '2031-02-16~', 'about 2031-02-16, within the week'],
    ['3', '2031-02', 'within the month 2031-02'],
  ])('is dated by the time precision %s', async (time_precision, edtf, original) => {
    const { incident } = await importRow({ time_precision });
    expect(incident.date).toEqual({ edtf, ...(original && { original }) });
  });

  it('may have the date of the export tool', async () => {
    expect((await importRow({ event_date: '1 March 2031' })).incident.date?.edtf).toBe('2031-03-01');
  });

  it.each([
    ['1', 'EXACT'],
    ['2', 'NEAR'],
    ['3', 'AREA'],
  ])('is placed by the geographic precision %s', async (geo_precision, precision) => {
    expect((await importRow({ geo_precision })).incident.locationPrecision).toBe(precision);
  });

  it('is in the town that has the name of its province, or in the province if that is all that is known', async () => {
    const namesake = { location: 'Example County' };
    expect((await importRow(namesake)).incident.location).toBe('kenya-example-county-sample-district-example-county');
    expect((await importRow({ ...namesake, geo_precision: '3' })).incident.location).toBe('kenya-example-county');
  });

  it('is in a neighbourhood of a divided city', async () => {
    expect((await importRow({ location: 'Nowhere - Old Town' })).article.locations?.[0]?.kind).toBe('NEIGHBOURHOOD');
  });

  it.each([
    ['Kenya', '404', 'kenya', 'KE'],
    ['Kenya', '', 'kenya', 'KE'],
    ['Kosovo', '0', 'kosovo', 'XK'],
    ['Democratic Republic of Congo', '180', 'dr-congo', 'CD'],
    ['Bailiwick of Jersey', '832', 'bailiwick-of-jersey', 'JE'],
    ['Afghanistan', '4', 'afghanistan', 'AF'],
  ])('is in the country %s, code %s', async (country, iso, id, code) => {
    const { article } = await importRow({ country, iso });
    expect(article.locations?.at(-1)).toMatchObject({ id, country: code });
  });

  it('states no deaths if none are reported', async () => {
    const { article, incident } = await importRow({ fatalities: '0' });
    expect(incident).not.toHaveProperty('casualties');
    expect(article.text).toContain('\nKilled: none reported.\n');
  });

  it('is published at its upload, on its day without one, and never before it happened', async () => {
    const without = await importRow({ timestamp: '' });
    expect([without.article.version, without.article.published]).toEqual([undefined, '2031-02-16']);
    expect(without.article.citation).toMatch(/The day of publication is not given: the day of the event\.$/);
    expect((await importRow({ timestamp: '1' })).article.published).toBe('2031-02-16');
  });

  it('cites the day of the download', async () => {
    const table = acledTable({});
    const { article } = await importedRow((path) => importAcled(path, '2031-03-01'), table, 'acled.csv');
    expect(article.citation).toContain('www.acleddata.com, accessed on 2031-03-01.');
  });
});

describe('a table of ACLED', () => {
  it.each<[string, string]>([
    ['a byte order mark and carriage returns', `\ufeff${acledTable({}).replaceAll('\n', '\r\n')}`],
    ['semicolons', csvTable(acledRow, [{}], ';')],
    ['tabs', csvTable(acledRow, [{}], '\t')],
    ['only the columns that are needed', csvTable(needed(), [{}])],
    ['a row of HXL tags', acledTable(tagged(), {})],
  ])('may have %s', async (_, content) => {
    const { articles, rejections } = await importTable(content);
    expect(rejections).toEqual([]);
    expect(articles.map(({ id }) => id)).toEqual(['acled-xxl1']);
  });

  it('needs the columns that docs/importing.md lists', () => {
    const page = readFileSync(join(packageRoot, 'docs', 'importing.md'), 'utf8');
    const [, section = ''] = page.split('\n## Events of ACLED\n');
    const [, listed = ''] = /These are needed:([^.]+)\./.exec(section) ?? [];
    expect([...listed.matchAll(/`([^`]+)`/g)].map(([, column]) => column)).toEqual([...requiredColumns]);
  });

  it('rejects malformed rows by line and column, and imports the others', async () => {
    const rows = acledTable(
      { event_id_cnty: 'XXL1', notes: 'Two\nlines' },
      { event_id_cnty: '1', event_date: '2031-02-30', latitude: '0,5101', longitude: '-181', fatalities: 'three' },
      { event_id_cnty: 'XXL3', event_type: 'Battle' },
      { event_id_cnty: 'XXL4', event_type: 'Riots', sub_event_type: 'Armed clash' },
      { event_id_cnty: 'XXL5', inter1: '9', time_precision: '4', geo_precision: '0', iso: 'KE' },
      { event_id_cnty: 'XXL6', actor1: ' ', civilian_targeting: 'yes', timestamp: '-5' },
      { event_id_cnty: 'XXL1', notes: 'Again.' },
      { event_id_cnty: 'XXL8', notes: '\ufffd' },
      { event_id_cnty: 'XXL9', fatalities: '-1' },
      { event_id_cnty: 'XXL10', fatalities: '1.5' },
      { event_id_cnty: 'XXL11' },
    );
    const { articles, rejections } = await importTable(`${rows}"XXL12","x"\n`);
    expect(articles.map(({ id }) => id)).toEqual(['acled-xxl1', 'acled-xxl11']);
    const types =
      'Battles, Protests, Riots, Explosions/Remote violence, Violence against civilians, Strategic developments';
    expect(rejections).toEqual([
      'acled.csv:4 event_id_cnty must be letters and a number such as ETH9766, but got: "1"',
      'acled.csv:4 event_date must be a calendar day such as 2023-02-16 or 16 February 2023, but got: "2031-02-30"',
      'acled.csv:4 latitude must be a number of degrees from -90 to 90, but got: "0,5101"',
      'acled.csv:4 longitude must be a number of degrees from -180 to 180, but got: "-181"',
      'acled.csv:4 fatalities must be a whole number >= 0, but got: "three"',
      `acled.csv:5 event_type must be one of ${types}, but got: "Battle"`,
      'acled.csv:6 sub_event_type must be one of Violent demonstration, Mob violence, but got: "Armed clash"',
      'acled.csv:7 time_precision must be one of 1, 2, 3, but got: "4"',
      `acled.csv:7 inter1 must be one of ${Object.keys(acledInter).join(', ')}, 0, 1, 2, 3, 4, 5, 6, 7, 8, but got: "9"`,
      'acled.csv:7 iso must be a whole number >= 0, but got: "KE"',
      'acled.csv:7 geo_precision must be one of 1, 2, 3, but got: "0"',
      'acled.csv:8 actor1 must be a name, but got: " "',
      'acled.csv:8 civilian_targeting must be one of Civilians targeted, but got: "yes"',
      'acled.csv:8 timestamp must be seconds since 1970, from 1 to 253402300799, but got: "-5"',
      'acled.csv:9 event_id_cnty must be an id that no earlier row has, but got: XXL1 as in line 2',
      'acled.csv:10 notes must be UTF-8 without NUL, but got: "\ufffd"',
      'acled.csv:11 fatalities must be a whole number >= 0, but got: "-1"',
      'acled.csv:12 fatalities must be a whole number >= 0, but got: "1.5"',
      `acled.csv:14 must be a row of ${Object.keys(acledRow).length} fields, but got: 2`,
    ]);
  });

  it('is rejected as a whole without its columns', async () => {
    const { articles, rejections } = await importTable('event_id_cnty,event_date\nXXL1,2031-02-16\n');
    expect(articles).toEqual([]);
    expect(rejections).toEqual([
      'acled.csv:1 must be a table with the columns time_precision, event_type, sub_event_type, actor1, country, location, ' +
        'latitude, longitude, geo_precision, source, notes, fatalities, but got: event_id_cnty, event_date',
    ]);
  });

  it('keeps markup and formulas as the words that they are', async () => {
    const notes = '=HYPERLINK("https://example.org") <script>alert(1)</script> {{x}} $' + '{y} \\u0000';
    const { article, incident } = await importRow({ notes, actor1: '=cmd|x <b>Group</b>', location: '@Nowhere"s' });
    expect(incident.summary).toBe(notes);
    expect(article.text.startsWith(notes)).toBe(true);
    expect(article.actors?.[0]).toMatchObject({ id: 'cmd-x-b-group-b', name: '=cmd|x <b>Group</b>' });
    expect(article.locations?.[0]?.name).toBe('@Nowhere"s');
  });

  it('gives an accepted article or a rejection for whatever a cell holds', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(
        '',
        ' ',
        '0',
        '-1',
        '1e9',
        'NaN',
        '\u200b',
        ';;;',
        '=1+1',
        '<b>',
        'a'.repeat(400),
        '٣',
        '2031-02-16T00:00:00',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(acledRow)), hostile, async (column, value) => {
        const { articles, rejections } = await importTable(acledTable({ [column]: value }));
        if (articles.length > 0) expectAccepted(articles);
        expect(articles.length === 1 || rejections.length > 0).toBe(true);
      }),
      tries(300),
    );
  });
});

describe('a table of ACLED, seeded', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    const { articles, rejections } = await importTable(
      acledTable(
        { event_id_cnty: 'XXL1' },
        {
          ...{
            event_id_cnty: 'XXL2',
            event_date: '2031-02-17',
            fatalities: '2',
            timestamp: '1930000001',
            ...civilians,
          },
          ...{ event_type: 'Violence against civilians', sub_event_type: 'Attack' },
        },
        {
          ...{ event_id_cnty: 'XXL3', event_date: '2031-03-01', fatalities: '0', location: 'Elsewhere' },
          ...{ event_type: 'Protests', sub_event_type: 'Peaceful protest', ...protesters, ...nobody },
        },
      ),
    );
    expect(rejections).toEqual([]);
    gateway = await openTestGateway();
    await gateway.seed(...articles);
  });
  afterAll(() => gateway?.close());

  it('answers who did what where, and how many died', async () => {
    const data = await gateway.ask(`{
      killed: incidents(where: { location: { within: "kenya" } }) { totalCount groups(by: TYPE) { key count killed { min max } } }
      attacks: incidents(where: { subtype: { eq: ATTACK } }) { nodes { id participants { actor { label } role side } } }
      side: actor(id: "military-forces-of-kenya-2022") { kind country incidents(role: [PERPETRATOR]) { nodes { id } } }
      march: incidents(where: { date: { certainly: { from: "2031-03-01" } } }) { nodes { id location { label } casualties { kind } } }
      articles(where: { publisher: { startsWith: "Armed Conflict" } }) { totalCount }
    }`);
    expect(data).toEqual({
      killed: {
        totalCount: 3,
        groups: [
          { key: 'BATTLE', count: 1, killed: { min: 3, max: 3 } },
          { key: 'PROTEST', count: 1, killed: null },
          { key: 'VIOLENCE_AGAINST_CIVILIANS', count: 1, killed: { min: 2, max: 2 } },
        ],
      },
      attacks: {
        nodes: [
          {
            id: 'Incident:acled-xxl2',
            participants: [
              { actor: { label: 'Military Forces of Kenya (2022-)' }, role: 'PERPETRATOR', side: 'A' },
              { actor: { label: 'Civilians (Kenya)' }, role: 'VICTIM', side: 'B' },
            ],
          },
        ],
      },
      side: { kind: 'MILITARY', country: 'KE', incidents: { nodes: [{ id: 'Incident:acled-xxl2' }] } },
      march: { nodes: [{ id: 'Incident:acled-xxl3', location: { label: 'Elsewhere' }, casualties: [] }] },
      articles: { totalCount: 3 },
    });
  });

  it('keeps the newest upload of an event, whatever the order', async () => {
    const versions = [
      { fatalities: '4', timestamp: '1930000009' },
      { fatalities: '9', timestamp: '1930000005' },
    ];
    for (const row of versions) {
      const { articles } = await importTable(acledTable({ event_id_cnty: 'XXL4', ...row }));
      await gateway.seed(...articles);
    }
    const { incident } = await gateway.ask('{ incident(id: "acled-xxl4") { casualties { count { min } } } }');
    expect(incident.casualties).toEqual([{ count: { min: 4 } }]);
  });
});

function needed(): Record<string, string> {
  const left = [
    'year',
    'disorder_type',
    'inter1',
    'inter2',
    'interaction',
    'iso',
    'region',
    'admin1',
    'admin2',
    'admin3',
  ];
  const others = [
    'assoc_actor_1',
    'assoc_actor_2',
    'actor2',
    'civilian_targeting',
    'source_scale',
    'tags',
    'timestamp',
  ];
  return Object.fromEntries(Object.entries(acledRow).filter(([column]) => ![...left, ...others].includes(column)));
}

function tagged(): Record<string, string> {
  return Object.fromEntries(
    Object.keys(acledRow).map((column) => [column, column === 'country' ? '#country+name' : '']),
  );
}
