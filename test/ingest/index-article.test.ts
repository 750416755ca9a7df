import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { firstWords } from '../../src/graph/first-words.ts';
import { hashArticle } from '../../src/ingest/apply-versions.ts';
import { resolveMerges } from '../../src/ingest/fold/merges.ts';
import { articleDocument } from '../../src/ingest/index-article.ts';
import { anArticle } from './an-article.ts';

describe('a stored article', () => {
  it('of a bare text has its first words as title', () => {
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
      order: { title: 'three troops were hurt.', publisher: '', language: '' },
      folded: {},
      words: ['n', 't'].flatMap((mark) => ['hurt', 'three', 'troop', 'were'].map((stem) => `${mark}:${stem}`)),
      plain: ' three troops were hurt \n three troops were hurt ',
    });
  });

  it('lists what it defines, and is sorted by what it says of itself', () => {
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

  it('names an account of each thing, the same for what is said the same', () => {
    const said: Partial<Article> = {
      language: 'en',
      publisher: 'X',
      locations: [{ id: 'dam', name: 'Dam', evidence: [{ quote: 'Words' }] }],
      actors: [{ id: 'iran', name: 'Iran', affiliations: [{ type: 'OPPOSES', actor: 'us', assertedBy: ['s'] }] }],
      incidents: [{ id: 'raid', title: 'Raid', casualties: [{ kind: 'KILLED', evidence: [{ quote: 'Words' }] }] }],
    };
    const accounts = (fields: Partial<Article>) => articleDocument(anArticle({ ...said, ...fields })).accounts;
    const [dam, iran, raid] = accounts({});
    expect([dam, iran, raid].map((id) => id?.split('=')[0])).toEqual(['Location:dam', 'Actor:iran', 'Incident:raid']);
    expect(accounts({ locations: [{ id: 'dam', name: 'Dam' }] })).toEqual([dam, iran, raid]);
    expect(accounts({ published: '2024-02-02', text: 'Words!' })).toEqual([dam, iran, raid]);
    expect(accounts({ publisher: 'Y' })).toEqual([dam, iran, expect.not.stringMatching(raid ?? '')]);
    // Its statements are others than those of the same name in another article.
    expect(accounts({ id: 'other' })).toEqual([dam, expect.not.stringMatching(iran ?? ''), raid]);
    expect(new Set([...accounts({}), ...accounts({ language: 'fr' })]).size).toBe(6);
  });

  it('has a span for each piece of evidence, in text order, each once', () => {
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
      { key: 'Incident:raid#casualties=1', quote: 'one', start: 5 },
      { key: 'Incident:raid#links=FOLLOWS war', quote: 'one', start: 5 },
      { key: 'Incident:raid#participants=TARGET iran', quote: 'one', start: 5 },
      { key: 'Incident:raid#weapons=DRONE/1', quote: 'one', start: 5 },
      { key: 'Incident:raid#weapons=IED/0', quote: 'one', start: 5 },
      { key: 'Incident:raid', quote: 'one two', start: 5 },
      { key: 'Statement:article.s', quote: 'two', start: 9 },
      { key: 'Location:dam', quote: 'one', start: 13 },
    ]);
  });

  it('reports no more of an incident than it states', () => {
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
        casualties: [{ kind: 'KILLED', count: { min: 1 }, group: 'UNKNOWN', severity: 'UNKNOWN' }],
        partOf: 'bare',
      },
    ]);
  });

  describe('under merges', () => {
    const survivors = resolveMerges([
      { _id: 'Actor:tehran', into: 'Actor:iran' },
      { _id: 'Incident:attack', into: 'Incident:raid' },
    ]);

    it('is as given in its source, and under the survivors’ ids elsewhere', () => {
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

    it('keeps the evidence of what is dropped, for the thing itself', () => {
      const evidence = [{ quote: 'Words' }];
      const document = articleDocument(
        anArticle({
          incidents: [
            { id: 'raid', title: 'Raid', casualties: [{ kind: 'KILLED' }] },
            { id: 'attack', title: 'Attack', casualties: [{ kind: 'INJURED', evidence }] },
          ],
          actors: [{ id: 'tehran', name: 'T', affiliations: [{ type: 'PART_OF', actor: 'iran', evidence }] }],
        }),
        survivors,
      );
      expect(document.spans.map(({ key }) => key)).toEqual(['Actor:iran', 'Incident:raid']);
      expect(document.reports).toMatchObject([{ incident: 'raid', title: 'Raid', casualties: [{ kind: 'KILLED' }] }]);
    });
  });
});

describe('the first words of a text', () => {
  it.each([
    ['  One \n two ', 'One two'],
    [`${'word '.repeat(16)}end`, `${'word '.repeat(15)}word`],
    ['x'.repeat(81), 'x'.repeat(80)],
    ['😀'.repeat(90), '😀'.repeat(40)],
    [`x${'😀'.repeat(90)}`, `x${'😀'.repeat(39)}`],
    ['', ''],
  ])('of %j are %j', (text, words) => {
    expect(firstWords(text)).toBe(words);
  });
});
