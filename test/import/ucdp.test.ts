import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ucdpViolence, ucdpWherePrecision } from '../../src/import/crosswalk/ucdp.ts';
import { importUcdp } from '../../src/import/ucdp/import-ucdp.ts';
import { parseRelease, releaseOfFile } from '../../src/import/ucdp/release.ts';
import { parseArticles } from '../../src/ingest/read/parse-articles.ts';
import { gedRow, gedTable } from './ged-row.ts';
import { collect, withFiles } from './import-files.ts';

const importTable = (content: string, name = 'ged231.csv', release?: number) =>
  withFiles({ [name]: content }, async (folder) => {
    const { articles, rejections } = await collect(importUcdp(join(folder, name), release));
    return { articles, rejections: rejections.map((line) => line.replace(`${folder}/`, '')) };
  });

/** Returns the one incident of a row, with its article. */
async function importRow(row: Partial<Record<string, string>>) {
  const { articles, rejections } = await importTable(gedTable(row));
  expect(rejections).toEqual([]);
  const [article] = articles;
  const [incident] = article?.incidents ?? [];
  if (!article || !incident) throw new Error('No article was made');
  const lines = `${JSON.stringify(article)}\n`;
  const [parsed] = parseArticles({ file: 'made.ndjson', bytes: Buffer.from(lines) });
  expect(parsed?.rejections).toBeUndefined();
  return { article, incident };
}

const names = (things: readonly { name: string }[] = []) => things.map(({ name }) => name);

describe('an event of UCDP', () => {
  it('becomes an article with one incident', async () => {
    const { article } = await importRow({
      id: '300380',
      deaths_a: '1',
      deaths_civilians: '3',
      low: '5',
      best: '6',
      high: '9',
      source_article: '"VDC,2013-01-04,Three; two &#8217;more";"Support Kurds,2013-01-03,Thursday"',
      source_original: 'SOHR',
      where_description: 'in the village',
    });
    expect(article).toEqual({
      id: 'ucdp-300380',
      version: 230100,
      title: 'Government of Syria and IS: Rami village, 2013-01-03',
      url: 'https://ucdp.uu.se/downloads/',
      publisher: 'Uppsala Conflict Data Program',
      language: 'en',
      license: 'CC BY 4.0',
      citation: expect.stringMatching(/^Sundberg, Ralph and Erik Melander \(2013\) .* Davies, .* \(2023\) /),
      published: '2013-01-04',
      text:
        'State-based conflict (Syria: Government): Government of Syria and IS.\n' +
        'When: 2013-01-03.\n' +
        'Where: Rami village, Idlib governorate, Syria, Middle East (in the village).\n' +
        'Killed: 6 (low 5, high 9): Government of Syria 1, IS 2, civilians 3.\n' +
        'Reported by: SOHR.\n' +
        'Source: VDC, 2013-01-04: Three; two ’more\n' +
        'Source: Support Kurds, 2013-01-03: Thursday',
      locations: [
        {
          id: 'syria-idlib-governorate-rami-village',
          name: 'Rami village',
          kind: 'SETTLEMENT',
          country: 'SY',
          point: { latitude: 35.763369, longitude: 36.558974 },
          partOf: 'syria-idlib-governorate',
          evidence: [{ quote: 'Rami village' }],
        },
        {
          id: 'syria-idlib-governorate',
          name: 'Idlib governorate',
          kind: 'ADMIN1',
          country: 'SY',
          partOf: 'syria',
          evidence: [{ quote: 'Idlib governorate' }],
        },
        {
          id: 'syria',
          name: 'Syria',
          kind: 'COUNTRY',
          country: 'SY',
          partOf: 'middle-east',
          evidence: [{ quote: 'Syria', occurrence: 3 }],
        },
        { id: 'middle-east', name: 'Middle East', kind: 'REGION', evidence: [{ quote: 'Middle East' }] },
      ],
      actors: [
        {
          id: 'government-of-syria',
          name: 'Government of Syria',
          kind: 'GOVERNMENT',
          country: 'SY',
          evidence: [{ quote: 'Government of Syria', occurrence: 1 }],
        },
        { id: 'ucdp-is', name: 'IS', kind: 'ARMED_GROUP', evidence: [{ quote: 'IS', occurrence: 1 }] },
      ],
      incidents: [
        {
          id: 'ucdp-300380',
          title: 'Government of Syria and IS: Rami village, 2013-01-03',
          summary: 'State-based conflict (Syria: Government): Government of Syria and IS.',
          scope: 'EVENT',
          type: 'BATTLE',
          date: { edtf: '2013-01-03' },
          location: 'syria-idlib-governorate-rami-village',
          locationPrecision: 'EXACT',
          participants: [
            {
              actor: 'government-of-syria',
              role: 'BELLIGERENT',
              side: 'A',
              evidence: [{ quote: 'Government of Syria', occurrence: 1 }],
            },
            { actor: 'ucdp-is', role: 'BELLIGERENT', side: 'B', evidence: [{ quote: 'IS', occurrence: 1 }] },
          ],
          casualties: [
            {
              kind: 'KILLED',
              count: { min: 1, max: 1, best: 1 },
              group: 'MILITARY',
              actor: 'government-of-syria',
              evidence: [{ quote: 'Government of Syria 1' }],
            },
            {
              kind: 'KILLED',
              count: { min: 2, max: 2, best: 2 },
              group: 'UNKNOWN',
              actor: 'ucdp-is',
              evidence: [{ quote: 'IS 2' }],
            },
            {
              kind: 'KILLED',
              count: { min: 2, max: 6, best: 3 },
              group: 'CIVILIAN',
              evidence: [{ quote: 'civilians 3' }],
            },
          ],
          evidence: [
            { quote: 'When: 2013-01-03' },
            { quote: 'Where: Rami village, Idlib governorate, Syria, Middle East (in the village)' },
            { quote: 'Reported by: SOHR' },
            { quote: 'Three; two ’more' },
            { quote: 'Thursday' },
          ],
        },
      ],
    });
  });

  it('splits joined sides into actors, with the present names of countries', async () => {
    const { article, incident } = await importRow({
      side_a: 'Government of Myanmar (Burma), Government of DR Congo (Zaire)',
      side_b: 'Ahrar al-Sham, FSA , Jabhat Fateh al-Sham',
      deaths_a: '4',
      deaths_b: '0',
      ...{ low: '4', best: '4', high: '4' },
    });
    expect(article.actors?.map(({ id, aliases, country }) => [id, aliases, country])).toEqual([
      ['government-of-myanmar', ['Government of Myanmar (Burma)'], 'MM'],
      ['government-of-dr-congo', ['Government of DR Congo (Zaire)'], 'CD'],
      ['ahrar-al-sham', undefined, undefined],
      ['ucdp-fsa', undefined, undefined],
      ['jabhat-fateh-al-sham', undefined, undefined],
    ]);
    expect(incident.participants).toHaveLength(5);
    expect(incident.casualties).toMatchObject([{ count: { best: 4 }, group: 'MILITARY' }]);
    expect(incident.casualties?.[0]).not.toHaveProperty('actor');
  });

  it('is violence against civilians if it is one-sided, with a perpetrator and a victim', async () => {
    const { incident } = await importRow({
      ...{ type_of_violence: '3', side_a: 'IS', side_b: 'Civilians' },
      ...{ deaths_b: '0', deaths_civilians: '2' },
    });
    expect(incident).toMatchObject({
      type: 'VIOLENCE_AGAINST_CIVILIANS',
      subtype: 'ATTACK',
      participants: [
        { actor: 'ucdp-is', role: 'PERPETRATOR', side: 'A' },
        { actor: 'civilians', role: 'VICTIM', side: 'B' },
      ],
      casualties: [{ group: 'CIVILIAN', actor: 'civilians', count: { min: 2, max: 2, best: 2 } }],
    });
  });

  it('is violence against civilians where one side are civilians, however it is coded', async () => {
    const { incident } = await importRow({ type_of_violence: '2', side_a: 'IS', side_b: 'Civilians' });
    expect(incident).toMatchObject({
      type: 'VIOLENCE_AGAINST_CIVILIANS',
      subtype: 'ATTACK',
      participants: [
        { actor: 'ucdp-is', role: 'OTHER', side: 'A' },
        { actor: 'civilians', role: 'VICTIM', side: 'B' },
      ],
    });
  });

  it.each(Object.entries(ucdpViolence))('goes by the crosswalk of violence: %s', async (type_of_violence, entry) => {
    const { article, incident } = await importRow({ type_of_violence });
    expect([incident.type, incident.subtype]).toEqual([entry.type, 'subtype' in entry ? entry.subtype : undefined]);
    expect(article.text.startsWith(`${entry.name} (`)).toBe(true);
  });

  it.each(Object.entries(ucdpWherePrecision))('goes by the crosswalk of places: %s', async (where_prec, entry) => {
    expect((await importRow({ where_prec })).incident.locationPrecision).toBe(entry.locationPrecision);
  });

  it('has no side of an actor that is on both', async () => {
    const { incident } = await importRow({ type_of_violence: '2', side_a: 'Clan, Rivals', side_b: 'Clan' });
    expect(incident.participants?.map(({ actor, role, side }) => [actor, role, side])).toEqual([
      ['clan', 'BELLIGERENT', undefined],
      ['rivals', 'BELLIGERENT', 'A'],
    ]);
  });

  it('says how many sources report it, if the row does', async () => {
    const reported = { source_original: 'SOHR', number_of_sources: '3' };
    expect((await importRow(reported)).article.text).toContain('Reported by: SOHR.\nNumber of sources: 3.');
    expect((await importRow({ number_of_sources: '-1' })).article.text).not.toContain('Number of sources');
  });

  it.each(['NA', 'N/A', 'NULL', '-', '.', ' NA '])('takes the cell %j for an empty one', async (cell) => {
    const { article, incident } = await importRow({ where_coordinates: cell, adm_2: cell, source_original: cell });
    expect(article.locations?.map(({ id }) => id)).not.toContainEqual(expect.stringMatching(/-na?$|null/));
    expect(incident.location).toBe('syria-idlib-governorate');
    expect(article.text).not.toContain('Reported by');
  });

  it('says that no source has a date, and is published with its release', async () => {
    const { article } = await importRow({ source_article: 'Somebody said so', source_date: 'NA' });
    expect(article.published).toBe('2023-01-01');
    expect(article.citation).toMatch(
      /The day of publication is not given: the first day of the year of the release\.$/,
    );
  });

  it.each<[string, Record<string, string>, object[]]>([
    ['in order', { low: '1', best: '2', high: '5' }, [{ min: 1, max: 5, best: 2 }]],
    [
      'a low above the best',
      { low: '177', best: '2', high: '177' },
      [{ min: 2, max: 177, best: 2, original: '2 (low 177, high 177)' }],
    ],
    [
      'a high below low and best',
      { low: '2', best: '2', high: '1' },
      [{ min: 1, max: 2, best: 2, original: '2 (low 2, high 1)' }],
    ],
    ['nobody', { deaths_b: '0', low: '0', best: '0', high: '0' }, []],
    ['none or some', { deaths_b: '0', low: '0', best: '0', high: '3' }, [{ min: 0, max: 3, best: 0 }]],
    ['parts that do not add up', { low: '3', best: '4', high: '5' }, [{ min: 3, max: 5, best: 4 }]],
    [
      'a low below the deaths of unknown side',
      { deaths_a: '3', deaths_unknown: '1', low: '2', best: '6', high: '8' },
      [
        { min: 0, max: 3, best: 3 },
        { min: 2, max: 2, best: 2 },
        { min: 0, max: 3, best: 1 },
      ],
    ],
  ])('counts the killed: %s', async (_, row, counts) => {
    const { incident } = await importRow(row);
    expect(incident.casualties?.map(({ count }) => count)).toEqual(counts);
  });

  it.each([
    ['2013-01-03', '2013-01-03', '2013-01-03'],
    ['2013-01-03 00:00:00.000', '2013-01-05 00:00:00.000', '2013-01-03/2013-01-05'],
    ['2012-02-01', '2012-02-29', '2012-02'],
    ['2012-01-01', '2012-12-31', '2012'],
    ['2012-02-01', '2012-02-28', '2012-02-01/2012-02-28'],
  ])('is dated from %s to %s', async (date_start, date_end, edtf) => {
    expect((await importRow({ date_start, date_end })).incident.date?.edtf).toBe(edtf);
  });

  it.each<[string, Record<string, string>, string[], string, string]>([
    ['the place itself', {}, ['Rami village', 'Idlib governorate', 'Syria', 'Middle East'], 'SETTLEMENT', 'EXACT'],
    [
      'near',
      { where_prec: '2', where_coordinates: 'Baghdād city' },
      ['Baghdād city', 'Idlib governorate', 'Syria', 'Middle East'],
      'CITY',
      'NEAR',
    ],
    [
      'a province, in other case',
      { where_prec: '4', where_coordinates: 'Idlib Governorate' },
      ['Idlib governorate', 'Syria', 'Middle East'],
      'ADMIN1',
      'AREA',
    ],
    [
      'a district',
      { where_prec: '3', adm_2: 'Harim district', where_coordinates: 'Harim district' },
      ['Harim district', 'Idlib governorate', 'Syria', 'Middle East'],
      'ADMIN2',
      'AREA',
    ],
    [
      'the country',
      { where_prec: '6', adm_1: '', where_coordinates: 'Syria' },
      ['Syria', 'Middle East'],
      'COUNTRY',
      'COUNTRY',
    ],
    [
      'a road',
      { where_prec: '5', where_coordinates: 'Road between A town and B town' },
      ['Road between A town and B town', 'Idlib governorate', 'Syria', 'Middle East'],
      'INFRASTRUCTURE',
      'AREA',
    ],
    [
      'a base',
      { where_coordinates: 'Tiyas Military Airbase (T4)' },
      ['Tiyas Military Airbase (T4)', 'Idlib governorate', 'Syria', 'Middle East'],
      'MILITARY_BASE',
      'EXACT',
    ],
  ])('has the location %s and those that contain it', async (_, row, chain, kind, precision) => {
    const { article, incident } = await importRow(row);
    expect(names(article.locations)).toEqual(chain);
    const [at, ...wider] = article.locations ?? [];
    expect(at).toMatchObject({ id: incident.location, kind, point: { latitude: 35.763369, longitude: 36.558974 } });
    expect(wider.every((location) => !location.point)).toBe(true);
    expect(incident.locationPrecision).toBe(precision);
  });

  it.each([
    ['Yemen (North Yemen)', 'yemen', 'YE'],
    ['DR Congo (Zaire)', 'dr-congo', 'CD'],
    ['Bosnia-Herzegovina', 'bosnia-herzegovina', 'BA'],
    ['Myanmar (Burma)', 'myanmar', 'MM'],
    ['Macedonia, FYR', 'north-macedonia', 'MK'],
    ['Serbia (Yugoslavia)', 'serbia', 'RS'],
    ['Russia (Soviet Union)', 'russia', 'RU'],
    ['Cambodia (Kampuchea)', 'cambodia', 'KH'],
    ['Ivory Coast', 'ivory-coast', 'CI'],
    ['Atlantis', 'atlantis', undefined],
  ])('recognizes the country %s', async (country, id, code) => {
    const { article } = await importRow({ country });
    expect(article.locations?.find(({ kind }) => kind === 'COUNTRY')).toMatchObject({
      id,
      ...(code && { country: code }),
    });
    if (!code) expect(JSON.stringify(article.locations)).not.toContain('"country"');
  });

  it('separates sources whose headlines contain the separator of lists', async () => {
    const lists = { source_office: 'A;B', source_date: '2013-01-04;2013-01-05', source_headline: 'One; more;Two' };
    const byRecord = await importRow({ ...lists, source_article: '"A,2013-01-04,One; more";"B,2013-01-05,Two"' });
    expect(byRecord.article.text).toContain('Source: A, 2013-01-04: One; more\nSource: B, 2013-01-05: Two');
    const byList = await importRow({ ...lists, source_headline: 'One;Two\n\n AU', source_article: 'r 12/12' });
    expect(byList.article.text).toContain('Source: A, 2013-01-04: One\nSource: B, 2013-01-05: Two AU');
    const neither = await importRow({ ...lists, source_article: 'Reuters 1989-05-17 "REBELS' });
    expect(neither.incident.evidence?.at(-1)).toEqual({ quote: 'Reuters 1989-05-17 "REBELS' });
  });

  it('is an aggregate if the source reports a sum', async () => {
    expect((await importRow({ event_clarity: '2' })).incident.scope).toBe('AGGREGATE');
  });
});

describe('a table of UCDP', () => {
  it('skips a row of HXL tags, a byte order mark and carriage returns', async () => {
    const table = gedTable({ ...gedRow, id: '', side_a: '' }, gedRow).split('\n');
    const tags = Object.keys(gedRow).map((name) => (name === 'country' ? '"#country+name"' : '""'));
    const content = `\ufeff${[table[0], tags.join(','), table[2], ''].join('\r\n')}`;
    const { articles, rejections } = await importTable(content, 'ged231.csv.gz');
    expect(rejections).toEqual([]);
    expect(articles.map(({ id }) => id)).toEqual(['ucdp-1']);
  });

  it('may have white space around the names of its columns', async () => {
    const [header = '', ...rows] = gedTable(gedRow).split('\n');
    const padded = header.replaceAll('"', '').replaceAll(',', ' , ');
    const { articles, rejections } = await importTable([` ${padded}`, ...rows].join('\n'));
    expect(rejections).toEqual([]);
    expect(articles.map(({ id }) => id)).toEqual(['ucdp-1']);
  });

  it('rejects malformed rows by line and column, and imports the others', async () => {
    const rows = gedTable(
      { id: '1', source_headline: 'Two\nlines' },
      { id: 'x', latitude: '91', best: '-1', date_end: '2013-02-30' },
      { id: '3', date_end: '2013-01-02', where_prec: '9' },
      { id: '4', date_end: '2013-01-02' },
      { id: '5', side_b: '\ufffd' },
      { id: '6' },
    );
    const { articles, rejections } = await importTable(`${rows}"7","1"\n"8"x\n`);
    expect(articles.map(({ id }) => id)).toEqual(['ucdp-1', 'ucdp-6']);
    expect(rejections).toEqual([
      'ged231.csv:4 id must be a whole number >= 0, but got: "x"',
      'ged231.csv:4 latitude must be a number of degrees from -90 to 90, but got: "91"',
      'ged231.csv:4 date_end must be a calendar day, YYYY-MM-DD, but got: "2013-02-30"',
      'ged231.csv:4 best must be a whole number >= 0, but got: "-1"',
      'ged231.csv:5 where_prec must be one of 1, 2, 3, 4, 5, 6, 7, but got: "9"',
      'ged231.csv:5 date_end must be a day not before 2013-01-03, the date_start, but got: "2013-01-02"',
      'ged231.csv:6 date_end must be a day not before 2013-01-03, the date_start, but got: "2013-01-02"',
      'ged231.csv:7 side_b must be UTF-8 without NUL, but got: "\ufffd"',
      `ged231.csv:9 must be a row of ${Object.keys(gedRow).length} fields, but got: 2`,
      'ged231.csv:10 must be CSV, but got: text after a closing quote',
    ]);
  });

  it.each([
    ['', 'ged231.csv:1 must be a table with the columns id, type_of_violence, '],
    ['id,best\n1,2\n', 'ged231.csv:1 must be a table with the columns type_of_violence, side_a, '],
    ['{"a":1}\n', 'ged231.csv:1 must be CSV, but got: a quote within a field that does not begin with one'],
  ])('is rejected as a whole without its columns: %j', async (content, rejection) => {
    const { articles, rejections } = await importTable(content);
    expect([articles.length, rejections.length]).toEqual([0, 1]);
    expect(rejections[0]).toContain(rejection);
  });

  it('has its release as the version', async () => {
    const versionOf = async (table: string, name: string, release?: number) =>
      (await importTable(table, name, release)).articles[0]?.version;
    expect(await versionOf(gedTable(gedRow), 'ged.csv')).toBe(190_100);
    expect(await versionOf(gedTable({ ...gedRow, relid: 'a', code_status: 'Clear' }), 'ged.csv')).toBe(200_100);
    expect(await versionOf(gedTable(gedRow), 'ged221.csv')).toBe(220_100);
    expect(await versionOf(gedTable(gedRow), 'ged221.csv', parseRelease('23.1'))).toBe(230_100);
  });

  it.each([
    ['GEDEvent_v23_1.csv', 230_100],
    ['GEDEvent_v23_0_5.csv', 230_005],
    ['ged191.csv.gz', 190_100],
    ['x/ged-2016-2018.csv', undefined],
    ['ged-global-sample.csv.gz', undefined],
  ])('has its release in its file name: %s', (name, release) => {
    expect(releaseOfFile(name)).toBe(release);
  });
});
