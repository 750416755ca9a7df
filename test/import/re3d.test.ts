import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/entities/article/article.ts';
import { importRe3d } from '../../src/import/re3d/import-re3d.ts';
import { collect, withFiles } from './import-files.ts';

const usualText =
  'Gen. Joseph Votel, commander of U.S. Central Command, said the Syrian Democratic Forces (SDF) left Mosul, Iraq. ' +
  'He said the SDF fought ISIL in the city near Paris. Votel praised some soldiers of the SDF.';

interface Annotations {
  text?: string;
  entities?: [type: string, value: string, occurrence?: number, confidence?: number][];
  relations?: [type: string, source: string, target: string, value?: string, confidence?: number][];
}

const lines = (rows: object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

function at(text: string, value: string, occurrence = 1): { begin: number; end: number } {
  let begin = -1;
  for (let seen = 0; seen < occurrence; seen++) begin = text.indexOf(value, begin + 1);
  return { begin, end: begin + value.length };
}

function filesOf(
  { text = usualText, entities = [], relations = [] }: Annotations,
  document: object = {},
): Record<string, string> {
  const sourceUrl = 'https://example.org/ps/2016/10/1.htm';
  const given = { _id: 'ABCDEF12', title: 'On the SDF', text, sourceName: 'Source', sourceUrl, ...document };
  return {
    'documents.jsonl.gz': lines([given]),
    'entities.jsonl': lines(
      entities.map(([type, value, occurrence, confidence = 1]) => {
        return { documentId: 'ABCDEF12', type, value, confidence, ...at(text, value, occurrence) };
      }),
    ),
    'relations.jsonl.gz': lines(
      relations.map(([type, source, target, value = '', confidence = 1]) => {
        const [{ begin: sourceBegin, end: sourceEnd }, { begin: targetBegin, end: targetEnd }] = [
          at(text, source),
          at(text, target),
        ];
        const ends = { sourceBegin, sourceEnd, targetBegin, targetEnd };
        return { documentId: 'ABCDEF12', type, value, confidence, ...ends };
      }),
    ),
    LICENSE: 'This dataset is public domain. The following was retrieved.\n',
    ATTRIBUTION: 'Documents were\nretrieved.\n',
  };
}

async function importText(annotations: Annotations): Promise<Article> {
  const { articles, rejections } = await withFiles(filesOf(annotations), (folder) => collect(importRe3d(folder)));
  expect(rejections).toEqual([]);
  return articles[0] as Article;
}

describe('a text of re3d', () => {
  it('becomes an article with its own licence and citation', async () => {
    expect(await importText({})).toEqual({
      id: 're3d-abcdef-on-the-sdf',
      title: 'On the SDF',
      url: 'https://example.org/ps/2016/10/1.htm',
      publisher: 'Source',
      language: 'en',
      license: 'Public domain',
      citation:
        're3d: Relationship and Entity Extraction Evaluation Dataset (Dstl, 2017). Documents were retrieved. ' +
        'The day of publication is not given: the first of its month.',
      published: '2016-10-01',
      text: usualText,
      locations: [],
      actors: [],
    });
  });

  it('turns synonyms into aliases of one actor, and all mentions into its evidence', async () => {
    const { actors } = await importText({
      entities: [
        ['Organisation', 'the Syrian Democratic Forces'],
        ['Organisation', 'SDF'],
        ['Organisation', 'the SDF', 1],
        ['Person', 'He'],
        ['Organisation', 'ISIL'],
      ],
      relations: [['IsSynonymOf', 'SDF', 'the Syrian Democratic Forces']],
    });
    expect(actors).toEqual([
      {
        id: 'sdf',
        name: 'SDF',
        aliases: ['Syrian Democratic Forces'],
        kind: 'ARMED_GROUP',
        evidence: [
          { quote: 'the Syrian Democratic Forces' },
          { quote: 'SDF', occurrence: 1 },
          { quote: 'the SDF', occurrence: 1 },
        ],
      },
      { id: 'isil', name: 'ISIL', kind: 'ARMED_GROUP', evidence: [{ quote: 'ISIL' }] },
    ]);
  });

  it('gives an id of its own to whom it names by office, rank or surname only', async () => {
    const said = 'The Secretary of State met Navy Capt. Jeff Davis, a Navy Capt., and Col. Dillon.';
    const { actors = [] } = await importText({
      text: said,
      entities: [
        ['Person', 'Secretary of State'],
        ['Person', 'Navy Capt. Jeff Davis'],
        ['Person', 'Navy Capt.', 2],
        ['Person', 'Col. Dillon'],
      ],
    });
    expect(actors.map(({ id }) => id)).toEqual([
      're3d-abcdef-on-the-sdf-secretary-of-state',
      'navy-capt-jeff-davis',
      're3d-abcdef-on-the-sdf-navy-capt',
      're3d-abcdef-on-the-sdf-col-dillon',
    ]);
  });

  it('takes a synonym for an alias, though one of the two is annotated as a person', async () => {
    const { actors = [] } = await importText({
      text: 'They fought ISIL, which is also called DAESH. ISIL left.',
      entities: [
        ['Organisation', 'ISIL'],
        ['Person', 'DAESH'],
        ['Organisation', 'ISIL', 2],
      ],
      relations: [['IsSynonymOf', 'ISIL', 'DAESH']],
    });
    expect(actors).toMatchObject([{ id: 'isil', name: 'ISIL', aliases: ['DAESH'], kind: 'ARMED_GROUP' }]);
  });

  it('turns relations into affiliations, and scopes the id of an actor without a name of its own to the text', async () => {
    const { actors = [] } = await importText({
      entities: [
        ['Person', 'Gen. Joseph Votel'],
        ['Person', 'Votel', 2],
        ['Organisation', 'U.S. Central Command'],
        ['Organisation', 'some soldiers'],
        ['Organisation', 'SDF'],
        ['Organisation', 'ISIL'],
      ],
      relations: [
        ['InChargeOf', 'Gen. Joseph Votel', 'U.S. Central Command', ', commander of'],
        ['BelongsTo', 'Gen. Joseph Votel', 'U.S. Central Command', 'of'],
        ['BelongsTo', 'some soldiers', 'SDF'],
        ['FightingAgainst', 'SDF', 'ISIL'],
        ['FightingAgainst', 'ISIL', 'some soldiers'],
        ['BelongsTo', 'ISIL', 'SDF', '', 0.2],
      ],
    });
    const told = actors.map(({ id, affiliations = [] }) => [
      id,
      affiliations.map(({ type, actor, title }) => `${type} ${actor}${title ? `, ${title}` : ''}`),
    ]);
    expect(told).toEqual([
      ['gen-joseph-votel', ['COMMANDS u-s-central-command, commander', 'MEMBER_OF u-s-central-command']],
      ['re3d-abcdef-on-the-sdf-votel', []],
      ['u-s-central-command', []],
      ['re3d-abcdef-on-the-sdf-some-soldiers', ['PART_OF sdf']],
      ['sdf', ['OPPOSES isil']],
      ['isil', []],
    ]);
    expect(actors[0]?.affiliations?.[0]?.evidence).toEqual([
      { quote: 'Gen. Joseph Votel, commander of U.S. Central Command' },
    ]);
  });

  it('looks up the points of towns in the countries it names, and cites those found', async () => {
    const { locations, citation } = await importText({
      entities: [
        ['Location', 'Mosul, Iraq'],
        ['Location', 'Iraq'],
        ['Location', 'Paris'],
        ['Location', 'the city'],
      ],
    });
    expect(locations).toEqual([
      {
        id: 'mosul',
        name: 'Mosul',
        aliases: ['Mosul, Iraq'],
        kind: 'CITY',
        country: 'IQ',
        point: { latitude: expect.closeTo(36.34, 1), longitude: expect.closeTo(43.12, 1) },
        partOf: 'iraq',
        evidence: [{ quote: 'Mosul, Iraq' }],
      },
      { id: 'iraq', name: 'Iraq', kind: 'COUNTRY', country: 'IQ', evidence: [{ quote: 'Iraq' }] },
      { id: 'paris', name: 'Paris', evidence: [{ quote: 'Paris' }] },
    ]);
    expect(citation).toContain('Looked up by name in GeoNames (CC BY 4.0), not in the text: the points of Mosul.');
  });

  it('leaves out annotations of low confidence', async () => {
    expect((await importText({ entities: [['Organisation', 'ISIL', 1, 0]] })).actors).toEqual([]);
  });

  it('mends offsets by the words, and drops what stands nowhere near', async () => {
    const entity = { documentId: 'ABCDEF12', type: 'Organisation', confidence: 1, ...at(usualText, 'ISIL') };
    const entities = lines([
      { ...entity, value: 'ISIL', begin: entity.begin - 3, end: entity.end - 3 },
      { ...entity, value: 'Elsewhere' },
    ]);
    const files = { ...filesOf({}), 'entities.jsonl': entities };
    const { articles } = await withFiles(files, (folder) => collect(importRe3d(folder)));
    expect(articles[0]?.actors?.map(({ id, evidence }) => [id, evidence])).toEqual([['isil', [{ quote: 'ISIL' }]]]);
  });

  it('rejects malformed lines, and imports the others', async () => {
    const files: Record<string, string> = {
      ...filesOf({}),
      'entities.jsonl': '{"documentId":1,"type":"x","value":"y","begin":0}\n\nno\n',
    };
    const found = await withFiles({ ...files, 'documents.jsonl.gz': `${files['documents.jsonl.gz']}[]\n` }, (folder) =>
      collect(importRe3d(folder)).then(({ articles, rejections }) => ({
        ids: articles.map(({ id }) => id),
        rejections: rejections.map((line) => line.slice(folder.length + 1)),
      })),
    );
    expect(found).toEqual({
      ids: ['re3d-abcdef-on-the-sdf'],
      rejections: [
        'documents.jsonl.gz:2 must be a JSON object, but got: []',
        'entities.jsonl:1 /documentId must be a string, but got: 1',
        'entities.jsonl:1 /end must be a number, but got: null',
        'entities.jsonl:1 /confidence must be a number, but got: null',
        'entities.jsonl:3 must be a JSON object, but got: no',
      ],
    });
  });

  it('rejects a text that cannot be stored', async () => {
    const { articles, rejections } = await withFiles(filesOf({}, { text: '\ud800' }), (folder) =>
      collect(importRe3d(folder)),
    );
    expect(articles).toEqual([]);
    expect(rejections.join()).toMatch(/documents\.jsonl\.gz:1 \/text must be /);
  });
});
