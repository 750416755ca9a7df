import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticleJson, anyWorld } from '../../oracle/world.ts';
import { openTestGateway, type TestGateway } from '../../support/gateway.ts';
import { firstSeed, runsOf } from '../../support/runs.ts';
import { listen, parseCsv } from './open-exports.ts';

/*
 * Exports of random worlds, compared with the answers of GraphQL: the same nodes in the same order, and in each row what the
 * node has, flattened here a second time.
 */

type Row = (node: any) => Record<string, unknown>;

const list = (values: readonly unknown[]) =>
  values.every((value) => value === null) ? null : values.map((value) => value ?? '').join('; ');
const span = (prefix: string, date: any) => ({
  [`${prefix}_start`]: date?.start,
  [`${prefix}_end`]: date?.end,
  [`${prefix}_precision`]: date?.precision,
  [`${prefix}_edtf`]: date?.edtf,
});
const total = (casualties: any[], kind: string, end: 'min' | 'max') => {
  const counts = casualties.filter((each) => each.kind === kind && !each.within).map(({ count }) => count[end]);
  return counts.length === 0 || counts.includes(null) ? null : counts.reduce((a, b) => a + b);
};

const dateFields = 'date { start end precision edtf }';
const types: Record<string, { fields: string; row: Row }> = {
  incidents: {
    fields: `id title summary type subtype methods sameAs ${dateFields} location { id name kind country point { latitude longitude } }
      locationPrecision partOf { id } publisherCount count { min max best } participants { role status actor { id } }
      casualties { kind within count { min max } } targets { kind name } weapons { method certain } places { role location { name } }`,
    row: (node) => ({
      id: node.id,
      title: node.title,
      summary: node.summary,
      type: node.type,
      subtype: node.subtype,
      methods: list(node.methods),
      same_as: list(node.sameAs),
      ...span('date', node.date),
      location_id: node.location?.id,
      location_name: node.location?.name,
      location_country: node.location?.country,
      location_latitude: node.location?.point?.latitude,
      location_longitude: node.location?.point?.longitude,
      location_precision: node.locationPrecision,
      part_of_id: node.partOf?.id,
      publisher_count: node.publisherCount,
      count_min: node.count?.min,
      count_max: node.count?.max,
      count_best: node.count?.best,
      participants_role: list(node.participants.map((each: any) => each.role)),
      participants_status: list(node.participants.map((each: any) => each.status)),
      participants_actor_id: list(node.participants.map((each: any) => each.actor.id)),
      casualties_kind: list(node.casualties.map((each: any) => each.kind)),
      casualties_count_max: list(node.casualties.map((each: any) => each.count.max)),
      casualties_within: list(node.casualties.map((each: any) => each.within)),
      killed_min: total(node.casualties, 'KILLED', 'min'),
      killed_max: total(node.casualties, 'KILLED', 'max'),
      displaced_min: total(node.casualties, 'DISPLACED', 'min'),
      targets_kind: list(node.targets.map((each: any) => each.kind)),
      targets_name: list(node.targets.map((each: any) => each.name)),
      weapons_method: list(node.weapons.map((each: any) => each.method)),
      weapons_certain: list(node.weapons.map((each: any) => each.certain)),
      places_location_name: list(node.places.map((each: any) => each.location.name)),
    }),
  },
  actors: {
    fields: 'id name kind country aliases affiliations { type actor { name } status date { edtf } }',
    row: (node) => ({
      id: node.id,
      name: node.name,
      kind: node.kind,
      country: node.country,
      aliases: list(node.aliases),
      affiliations_type: list(node.affiliations.map((each: any) => each.type)),
      affiliations_actor_name: list(node.affiliations.map((each: any) => each.actor.name)),
      affiliations_status: list(node.affiliations.map((each: any) => each.status)),
      affiliations_date_edtf: list(node.affiliations.map((each: any) => each.date?.edtf ?? null)),
    }),
  },
  statements: {
    fields: `id type text quote anonymous ${dateFields} speaker { id name } to { id } article { id published }
      figures { kind count { min best } unit } incidents(first: 100) { nodes { id } } actors(first: 100) { nodes { name } }`,
    row: (node) => ({
      id: node.id,
      type: node.type,
      text: node.text,
      quote: node.quote,
      anonymous: node.anonymous,
      ...span('date', node.date),
      speaker_id: node.speaker?.id,
      speaker_name: node.speaker?.name,
      to_id: list(node.to.map((each: any) => each.id)),
      article_id: node.article.id,
      article_published: node.article.published,
      figures_count_min: list(node.figures.map((each: any) => each.count.min)),
      figures_count_best: list(node.figures.map((each: any) => each.count.best)),
      figures_unit: list(node.figures.map((each: any) => each.unit)),
      incidents_id: list(node.incidents.nodes.map((each: any) => each.id)),
      actors_name: list(node.actors.nodes.map((each: any) => each.name)),
    }),
  },
  locations: {
    fields: 'id name kind country point { latitude longitude } aliases partOf { name }',
    row: (node) => ({
      id: node.id,
      name: node.name,
      kind: node.kind,
      country: node.country,
      latitude: node.point?.latitude,
      longitude: node.point?.longitude,
      aliases: list(node.aliases),
      part_of_name: node.partOf?.name,
    }),
  },
  articles: {
    fields: 'id title publisher published publishedAt version text incidents(first: 100) { nodes { id } }',
    row: (node) => ({
      id: node.id,
      title: node.title,
      publisher: node.publisher,
      published: node.published,
      published_at: node.publishedAt,
      version: node.version,
      text: node.text,
      incidents_id: list(node.incidents.nodes.map((each: any) => each.id)),
    }),
  },
};

/** Returns a row as CSV has it. */
function asTexts(row: Record<string, unknown>): Record<string, string> {
  const cells = Object.entries(row).map(([column, value]) => {
    const isRun = typeof value === 'string' && '=+-@\t\r'.includes(value[0] ?? ' ');
    return [column, `${isRun ? "'" : ''}${value ?? ''}`];
  });
  return Object.fromEntries(cells);
}

/** What an author could write to break a table or a spreadsheet. */
const hostile = [
  '=1+1',
  '+1',
  '-1',
  '@x',
  '\t=1',
  '\r=1',
  'a"b',
  '"',
  'a,b',
  'a\r\nb',
  'a\nb',
  '\u202eabc',
  "'",
  'ÉTAT 間 مِلا',
  ';',
  ' x ',
];

/** Puts hostile texts in the place of names and titles, by chance. */
function spoil(world: ArticleJson[], chance: () => number): ArticleJson[] {
  const spoiled = (key: string, value: unknown): unknown => {
    const isText =
      typeof value === 'string' && ['name', 'title', 'summary', 'unit', 'publisher', 'condition'].includes(key);
    return isText && chance() < 0.3 ? hostile[Math.floor(chance() * hostile.length)] : value;
  };
  return JSON.parse(JSON.stringify(world, spoiled)) as ArticleJson[];
}

const seeds = Array.from({ length: runsOf(2) }, (_, index) => firstSeed(1) + index);

describe.each(seeds)('exports of random world %i', (seed) => {
  let gateway: TestGateway;
  let origin: string;

  beforeAll(async () => {
    const { world, chance } = fc.sample(
      fc.record({ world: anyWorld, chance: fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })) }),
      { seed, numRuns: 1 },
    )[0] as any;
    gateway = await openTestGateway();
    await gateway.seed(...spoil(world, () => chance.next().value));
    origin = await listen(gateway.app);
  });
  afterAll(() => gateway.close());

  it.each(Object.entries(types))('of %s equal the answers of GraphQL', async (name, { fields, row }) => {
    const data = await gateway.ask(`{ ${name}(first: 100) { nodes { ${fields} } } }`);
    const csv = parseCsv(await (await fetch(`${origin}/export/${name}.csv`)).text());
    const expected = data[name].nodes.map((node: any) => asTexts(row(node)));
    expect(
      csv.map((record) => Object.fromEntries(Object.keys(expected[0] ?? {}).map((column) => [column, record[column]]))),
    ).toEqual(expected);
    const lines = (await (await fetch(`${origin}/export/${name}.ndjson`)).text()).split('\n').slice(0, -1);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject(data[name].nodes);
  });

  it.each(['incidents', 'locations'])('of %s as GeoJSON are features with points that are no areas', async (name) => {
    const { type, features } = (await (await fetch(`${origin}/export/${name}.geojson`)).json()) as any;
    expect(type).toBe('FeatureCollection');
    const areas = ['REGION', 'COUNTRY', 'ADMIN1', 'ADMIN2', 'WATER', 'BORDER_AREA'];
    const prefix = name === 'incidents' ? 'location_' : '';
    for (const feature of features) {
      const { id, geometry, properties } = feature;
      expect(Object.keys(feature)).toEqual(['type', 'id', 'geometry', 'properties']);
      expect([feature.type, properties.id]).toEqual(['Feature', id]);
      const [longitude, latitude, kind] = ['longitude', 'latitude', 'kind'].map((key) => properties[prefix + key]);
      const isPoint = longitude !== null && !areas.includes(kind);
      expect(geometry).toEqual(isPoint ? { type: 'Point', coordinates: [longitude, latitude] } : null);
      expect(Object.values(properties).every((value) => value === null || typeof value !== 'object')).toBe(true);
    }
    const { [name]: expected } = await gateway.ask(`{ ${name}(first: 100) { nodes { id } } }`);
    expect(features.map(({ id }: any) => id)).toEqual(expected.nodes.map(({ id }: any) => id));
  });
});
