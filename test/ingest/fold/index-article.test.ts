import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/entities/article/article.ts';
import { hashArticle } from '../../../src/ingest/fold/apply-versions.ts';
import { articleDocument } from '../../../src/ingest/fold/index-article.ts';
import { resolveMerges } from '../../../src/query/merges.ts';
import { excerpt } from '../../../src/text/excerpt.ts';
import { anArticle } from '../an-article.ts';

describe('a stored article', () => {
  it('has the first words of a bare text as its title', () => {
    const source = anArticle({ text: 'Three troops\n  were hurt.' });
    expect(articleDocument(source)).toStrictEqual({
      _id: 'article',
      hash: hashArticle(source),
      source,
      title: 'Three troops were hurt.',
      published: '2024-01-01',
      incidents: [],
      actors: [],
      locations: [],
      statements: [],
      accounts: [],
      reports: [],
      spans: [],
      counts: { incidents: 0, statements: 0, actors: 0, locations: 0 },
      order: { title: 'three troops were hurt.', publisher: '', language: '', published: '2024-01-01' },
      folded: {},
      words: ['n4', 't4'].flatMap((commitMark) =>
        ['hurt', 'three', 'troop', 'were'].map((stem) => `${commitMark}:${stem}`),
      ),
      plain: ' three troops were hurt \n three troops were hurt ',
      nameKeys: expect.arrayContaining(['=thretropswerehurt.', '>hurt']),
    });
  });

  it('lists the entities that it defines, and has its own sort keys', () => {
    const document = articleDocument(
      anArticle({
        title: 'Été',
        publisher: 'CENTCOM',
        language: 'en',
        locations: [{ id: 'l', name: 'L' }],
        actors: [
          { id: 'b', name: 'B' },
          { id: 'a', name: 'A' },
        ],
        incidents: [{ id: 'i', title: 'I' }],
        statements: [{ id: 's', type: 'COMMENT', text: 'T' }],
      }),
    );
    expect(document).toMatchObject({
      title: 'Été',
      publisher: 'CENTCOM',
      language: 'en',
      incidents: ['i'],
      actors: ['b', 'a'],
      locations: ['l'],
      statements: ['article.s'],
      counts: { incidents: 1, statements: 1, actors: 2, locations: 1 },
      order: { title: 'ete', publisher: 'centcom', language: 'en' },
    });
  });

  it('names an assertion for each entity, which is the same for equal definitions', () => {
    const said: Partial<Article> = {
      language: 'en',
      publisher: 'X',
      locations: [{ id: 'dam', name: 'Dam', evidence: [{ quote: 'Words' }] }],
      actors: [{ id: 'iran', name: 'Iran', affiliations: [{ type: 'OPPOSES', actor: 'us', assertedBy: ['s'] }] }],
      incidents: [{ id: 'raid', title: 'Raid', casualties: [{ kind: 'KILLED', evidence: [{ quote: 'Words' }] }] }],
    };
    const assertions = (fields: Partial<Article>) => articleDocument(anArticle({ ...said, ...fields })).accounts;
    const [dam, iran, raid] = assertions({});
    expect([dam, iran, raid].map((id) => id?.split('=')[0])).toEqual(['Location:dam', 'Actor:iran', 'Incident:raid']);
    expect(assertions({ locations: [{ id: 'dam', name: 'Dam' }] })).toEqual([dam, iran, raid]);
    expect(assertions({ published: '2024-02-02', text: 'Words!' })).toEqual([dam, iran, raid]);
    expect(assertions({ publisher: 'Y' })).toEqual([dam, iran, expect.not.stringMatching(raid ?? '')]);
    // A statement of the same name in another article is a different one.
    expect(assertions({ id: 'other' })).toEqual([dam, expect.not.stringMatching(iran ?? ''), raid]);
    expect(new Set([...assertions({}), ...assertions({ language: 'fr' })]).size).toBe(6);
  });

  it('has each span of evidence once, in text order', () => {
    const one = [{ quote: 'one' }];
    const { spans } = articleDocument(
      anArticle({
        text: 'zero one two one',
        locations: [{ id: 'dam', name: 'Dam', evidence: [{ quote: 'one', occurrence: 2 }] }],
        actors: [
          {
            id: 'iran',
            name: 'Iran',
            affiliations: [
              { type: 'BACKED_BY', actor: 'us', evidence: one },
              { type: 'HOLDS_OFFICE', actor: 'us', title: 'Foreign Minister', evidence: one },
            ],
          },
        ],
        incidents: [
          {
            id: 'raid',
            title: 'Raid',
            weapons: [{ method: 'DRONE' }, { method: 'IED', evidence: one }, { method: 'DRONE', evidence: one }],
            participants: [{ actor: 'iran', role: 'TARGET', evidence: one }],
            casualties: [{ kind: 'KILLED' }, { kind: 'INJURED', evidence: one }],
            links: [{ type: 'FOLLOWS', incident: 'war', evidence: one }],
            evidence: [{ quote: 'one two' }, { quote: 'one' }, { quote: 'one' }, { quote: 'zero' }],
          },
        ],
        statements: [{ id: 's', type: 'COMMENT', text: 'T', evidence: [{ quote: 'two' }] }],
      }),
    );
    expect(spans).toEqual([
      { key: 'Incident:raid', quote: 'zero', start: 0 },
      { key: 'Actor:iran#affiliations=BACKED_BY us', quote: 'one', start: 5 },
      { key: 'Actor:iran#affiliations=HOLDS_OFFICE us/Foreign Minister', quote: 'one', start: 5 },
      { key: 'Incident:raid', quote: 'one', start: 5 },
      { key: 'Incident:raid#casualties=INJURED/0', quote: 'one', start: 5 },
      { key: 'Incident:raid#links=FOLLOWS war', quote: 'one', start: 5 },
      { key: 'Incident:raid#participants=TARGET iran', quote: 'one', start: 5 },
      { key: 'Incident:raid#weapons=DRONE/1', quote: 'one', start: 5 },
      { key: 'Incident:raid#weapons=IED/0', quote: 'one', start: 5 },
      { key: 'Incident:raid', quote: 'one two', start: 5 },
      { key: 'Statement:article.s', quote: 'two', start: 9 },
      { key: 'Location:dam', quote: 'one', start: 13 },
    ]);
  });

  it('reports only the facts that it states about an incident', () => {
    const { reports } = articleDocument(
      anArticle({
        incidents: [
          { id: 'bare', title: 'Bare' },
          {
            id: 'raid',
            title: 'Raid',
            weapons: [{ method: 'IED' }],
            casualties: [{ kind: 'KILLED' }],
            participants: [],
            date: { edtf: '2023' },
            count: { min: 3 },
            partOf: 'bare',
          },
        ],
      }),
    );
    expect(reports).toStrictEqual([
      { incident: 'bare', title: 'Bare' },
      {
        incident: 'raid',
        title: 'Raid',
        methods: ['IED'],
        weapons: [{ method: 'IED', outcome: 'UNKNOWN', certain: true }],
        count: { min: 3 },
        date: { start: '2023-01-01', end: '2023-12-31', precision: 'YEAR', edtf: '2023' },
        participants: [],
        casualties: [
          {
            kind: 'KILLED',
            count: { min: 1 },
            group: 'UNKNOWN',
            within: false,
            severity: 'UNKNOWN',
            assertedBy: [],
            deniedBy: [],
          },
        ],
        partOf: 'bare',
      },
    ]);
  });

  describe('under merges', () => {
    const survivors = resolveMerges([
      { _id: 'Actor:tehran', into: 'Actor:iran' },
      { _id: 'Incident:attack', into: 'Incident:raid' },
    ]);

    it('keeps its source, and has survivors’ ids elsewhere', () => {
      const source = anArticle({
        actors: [
          { id: 'tehran', name: 'Tehran' },
          { id: 'iran', name: 'Iran' },
        ],
      });
      const document = articleDocument(source, survivors);
      expect(document.source).toBe(source);
      expect(document).toMatchObject({ actors: ['iran'], counts: { actors: 1 } });
      expect(document.accounts).toEqual([expect.stringMatching(/^Actor:iran=/)]);
    });

    it('keeps the evidence of dropped relations for the entity itself', () => {
      const evidence = [{ quote: 'Words' }];
      const document = articleDocument(
        anArticle({
          incidents: [
            { id: 'raid', title: 'Raid', casualties: [{ kind: 'KILLED' }] },
            {
              id: 'attack',
              title: 'Attack',
              casualties: [
                { kind: 'INJURED', evidence },
                { kind: 'KILLED', evidence },
              ],
            },
          ],
          actors: [{ id: 'tehran', name: 'T', affiliations: [{ type: 'PART_OF', actor: 'iran', evidence }] }],
        }),
        survivors,
      );
      expect(document.spans.map(({ key }) => key)).toEqual([
        'Actor:iran',
        'Incident:raid',
        'Incident:raid#casualties=INJURED/0',
      ]);
      expect(document.reports).toMatchObject([
        { incident: 'raid', title: 'Raid', casualties: [{ kind: 'KILLED', count: { min: 1 } }, { kind: 'INJURED' }] },
      ]);
    });
  });
});

describe('excerpt', () => {
  it.each([
    ['  One \n two ', 'One two'],
    [`${'word '.repeat(16)}end`, `${'word '.repeat(15)}word`],
    ['x'.repeat(81), 'x'.repeat(80)],
    ['😀'.repeat(90), '😀'.repeat(40)],
    [`x${'😀'.repeat(90)}`, `x${'😀'.repeat(39)}`],
    ['', ''],
  ])('returns for %j the first words %j', (text, words) => {
    expect(excerpt(text)).toBe(words);
  });
});
