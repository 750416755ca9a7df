import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { createGunzip, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../src/entities/article/article.ts';
import { createCsvDivider } from '../../src/import/csv-records.ts';
import { importRe3d } from '../../src/import/re3d/import-re3d.ts';
import { importUcdp } from '../../src/import/ucdp/import-ucdp.ts';
import { parseRelease } from '../../src/import/ucdp/release.ts';
import { parseArticles } from '../../src/ingest/read/parse-articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';
import { collect, gedFile, hasData, re3dFolder } from './import-files.ts';

const shipped = (name: string) => new URL(`../../seed/articles/imported/${name}`, import.meta.url);
const ndjson = (articles: readonly Article[]) => articles.map((each) => `${JSON.stringify(each)}\n`).join('');

type Table = Parameters<typeof gedFile>[0];

const imported = new Map<Table, ReturnType<typeof collect>>();

/** Returns the articles of a table, imported once. */
function articlesOf(name: Table): ReturnType<typeof collect> {
  const known = imported.get(name) ?? collect(importUcdp(gedFile(name)));
  imported.set(name, known);
  return known;
}

/** Reads the table without the importer. */
async function rowsOf(file: string): Promise<Record<string, string>[]> {
  const divider = createCsvDivider();
  const rows: string[][] = [];
  const take = (records: ReturnType<typeof divider.end>) =>
    rows.push(...records.flatMap(({ fields }) => (fields ? [fields] : [])));
  for await (const text of createReadStream(file).pipe(createGunzip()).setEncoding('utf8')) take(divider.push(text));
  take(divider.end());
  const [columns = [], ...records] = rows;
  return records.map((record) => Object.fromEntries(columns.map((name, at) => [name, record[at] ?? ''])));
}

/** Expects that the parser accepts each article and returns it unchanged. */
function expectAccepted(articles: readonly Article[]): void {
  let at = 0;
  for (const { article, rejections } of parseArticles({ file: 'made.ndjson', bytes: Buffer.from(ndjson(articles)) })) {
    if (rejections) expect(rejections).toEqual([]);
    if (JSON.stringify(article) !== JSON.stringify(articles[at])) expect(article).toEqual(articles[at]);
    at++;
  }
  expect(at).toBe(articles.length);
}

describe.skipIf(!hasData)('public data', () => {
  it.each([
    ['global-sample', 512, 6_143],
    ['iraq-1989-2015-hxl', 5_894, 95_778],
    ['syria-2016-2018', 14_522, 102_277],
  ] as const)('of UCDP is imported completely: %s', async (name, count, killed) => {
    const { articles, rejections } = await articlesOf(name);
    expect([articles.length, rejections]).toEqual([count, []]);
    expectAccepted(articles.filter((_, at) => at % Math.ceil(count / 600) === 0));
    const counts = articles.flatMap(({ incidents = [] }) => incidents.flatMap(({ casualties = [] }) => casualties));
    const sum = (field: 'min' | 'best' | 'max') => counts.reduce((all, each) => all + (each.count?.[field] ?? 0), 0);
    expect(sum('best')).toBe(killed);
    const rows = (await rowsOf(gedFile(name))).filter(({ id }) => id !== '');
    const estimates = rows.map(({ low, best, high }) => [Number(low), Number(best), Number(high)]);
    expect(sum('min')).toBe(estimates.reduce((all, each) => all + Math.min(...each), 0));
    expect(sum('max')).toBe(estimates.reduce((all, each) => all + Math.max(...each), 0));
    const countries = articles.flatMap(({ locations = [] }) => locations.filter(({ kind }) => kind === 'COUNTRY'));
    expect(countries.filter(({ country }) => country === undefined)).toEqual([]);
  });

  it('of re3d is imported completely', async () => {
    const { articles, rejections } = await collect(importRe3d(re3dFolder));
    expect([articles.length, rejections]).toEqual([62, []]);
    expectAccepted(articles);
    const licenses = new Map(articles.map(({ publisher, license }) => [publisher, license]));
    expect([...licenses]).toEqual([
      ['Australian Department of Foreign Affairs', 'CC BY 3.0 AU'],
      ['CENTCOM', 'Public domain'],
      ['US State Department', 'Public domain'],
      ['Wikipedia', 'CC BY-SA 3.0'],
    ]);
    const ten = readFileSync(shipped('re3d-ten.ndjson'), 'utf8');
    const ids = new Set(
      ten
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).id),
    );
    expect(ten).toBe(ndjson(articles.filter(({ id }) => ids.has(id))));
    expect(ids.size).toBe(10);
  });

  it('has the texts of the annotated articles', async () => {
    const folder = new URL('../../seed/articles/annotated/', import.meta.url);
    const annotated = readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Article);
    const { articles: documents } = await collect(importRe3d(re3dFolder));
    const events = [
      ...(await articlesOf('iraq-1989-2015-hxl')).articles,
      ...(await articlesOf('syria-2016-2018')).articles,
    ];
    const byId = new Map([...documents, ...events].map((article) => [article.id, article]));
    const wordsOf = ({ id, title, url, publisher, license, text }: Article) => ({
      id,
      title,
      url,
      publisher,
      license,
      text,
    });
    expect(annotated.length).toBe(13);
    expect(annotated.map(wordsOf)).toEqual(annotated.map(({ id }) => wordsOf(byId.get(id) as Article)));
  });

  it('is shipped exactly as it is imported', async () => {
    const { articles } = await collect(importUcdp(gedFile('global-sample'), parseRelease('23.1')));
    expect(gunzipSync(readFileSync(shipped('ucdp-ged-global-sample.ndjson.gz'))).toString()).toBe(ndjson(articles));
  });

  it('has one id and two versions for one event in two releases', async () => {
    const { articles: newer } = await articlesOf('global-sample');
    const { articles: older } = await articlesOf('syria-2016-2018');
    const byId = new Map(older.map((article) => [article.id, article]));
    const both = newer.filter(({ id }) => byId.has(id));
    expect(both.length).toBe(17);
    for (const { id, version } of both) expect([id, version, byId.get(id)?.version]).toEqual([id, 200_100, 190_100]);
    const moved = both.find(({ id }) => id === 'ucdp-242386');
    expect(moved?.locations?.[0]?.name).toBe('Maarat al-Numaan district');
    expect(byId.get('ucdp-242386')?.locations?.[0]?.name).toBe('Khan Shaykhun town');
  });
});

describe.skipIf(!hasData)('the global sample, seeded', () => {
  let gateway: TestGateway;
  let rows: Record<string, string>[];

  beforeAll(async () => {
    gateway = await openTestGateway();
    rows = await rowsOf(gedFile('global-sample'));
    const articles = gunzipSync(readFileSync(shipped('ucdp-ged-global-sample.ndjson.gz')))
      .toString()
      .trim()
      .split('\n');
    for (let at = 0; at < articles.length; at += 256) {
      await gateway.seed(...articles.slice(at, at + 256).map((line) => JSON.parse(line)));
    }
  });
  afterAll(() => gateway?.close());

  it('has the number of people killed in a country, by the best estimates', async () => {
    const query = `query ($after: String) { location(id: "afghanistan") { incidents(first: 100, after: $after) {
      totalCount nodes { casualties { kind count { best } } } pageInfo { hasNextPage endCursor } } } }`;
    const { location } = await gateway.ask(query);
    const there = rows.filter(({ country }) => country === 'Afghanistan');
    expect(location.incidents.totalCount).toBe(there.length);
    expect(location.incidents.pageInfo.hasNextPage).toBe(false);
    const best = location.incidents.nodes.flatMap((node: any) => node.casualties.map((each: any) => each.count.best));
    expect(best.reduce((sum: number, each: number) => sum + each, 0)).toBe(
      there.reduce((sum, each) => sum + Number(each.best), 0),
    );
  });

  it('has the number of events in which a side took part', async () => {
    const { actor } = await gateway.ask('{ actor(id: "ucdp-is") { name kind incidents { totalCount } } }');
    const count = rows.filter(({ side_a, side_b }) => `${side_a}, ${side_b}`.split(', ').includes('IS')).length;
    expect(actor).toEqual({ name: 'IS', kind: 'ARMED_GROUP', incidents: { totalCount: count } });
  });

  it('has date, place and sources of an event', async () => {
    const { incident } = await gateway.ask(`{ incident(id: "ucdp-21300") {
      date { start end precision } locationPrecision location { name country point { latitude longitude } ancestors { name } }
      evidence(first: 20) { quote } articles { nodes { license publisher } } } }`);
    const row = rows.find(({ id }) => id === '21300');
    expect(incident).toEqual({
      date: { start: row?.date_start, end: row?.date_end, precision: 'RANGE' },
      locationPrecision: 'AREA',
      location: {
        name: row?.adm_1,
        country: 'AO',
        point: { latitude: Number(row?.latitude), longitude: Number(row?.longitude) },
        ancestors: [{ name: 'Angola' }, { name: 'Africa' }],
      },
      evidence: expect.arrayContaining([{ quote: 'When: 1989-05-10 to 1989-05-16' }, { quote: row?.source_article }]),
      articles: { nodes: [{ license: 'CC BY 4.0', publisher: 'Uppsala Conflict Data Program' }] },
    });
  });
});
