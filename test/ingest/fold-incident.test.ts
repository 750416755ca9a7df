import { describe, expect, it } from 'vitest';
import type { Article, IncidentInput } from '../../src/article/article.ts';
import { foldArticles } from '../../src/ingest/fold/fold-articles.ts';
import { aDayApart, anArticle } from './an-article.ts';

const open = Number.MAX_SAFE_INTEGER;

describe('an incident', () => {
  it('has defaults for all that nobody states', () => {
    const { incidents } = foldArticles([anArticle({ incidents: [{ id: 'raid', title: 'Raid' }] })], []);
    expect(incidents).toEqual([
      {
        _id: 'raid',
        title: 'Raid',
        scope: 'EVENT',
        type: 'OTHER',
        methods: [],
        weapons: [],
        outcome: 'UNKNOWN',
        count: { min: 1, max: 1 },
        locationPrecision: 'UNKNOWN',
        participants: [],
        casualties: [],
        links: [],
        about: ['raid'],
        within: [],
        participantKeys: [],
        actors: [],
        perpetrators: [],
        targets: [],
        publishers: [],
        weaponKeys: [],
        linkKeys: [],
        killed: { min: 0, max: 0 },
        injured: { min: 0, max: 0 },
        publisherCount: 1,
        counts: { participants: 0, parts: 0, statements: 0, articles: 1 },
        order: { start: '', end: '', title: 'raid', countMax: 1, killedMax: 0, injuredMax: 0 },
        months: [],
        folded: {},
        words: ['n:raid'],
        plain: ' raid ',
      },
    ]);
  });

  it('has its keys in one order, whatever is stated', () => {
    const full = foldOne({
      summary: 'S',
      date: { edtf: '2024-01' },
      location: 'dam',
      partOf: 'war',
      casualties: [],
    });
    expect(Object.keys(full)).toEqual(
      `_id title summary scope type methods weapons outcome count date location locationPrecision participants casualties
      casualtiesFrom links partOf about within country point participantKeys actors perpetrators targets
      publishers weaponKeys linkKeys killed injured publisherCount counts order months folded words plain`.split(/\s+/),
    );
  });

  describe('with several reports', () => {
    it.each<[string, Partial<IncidentInput>[], object]>([
      ['takes the newest title', [{ title: 'A' }, { title: 'B' }], { title: 'B' }],
      ['takes the newest that states a field', [{ summary: 'A' }, {}], { summary: 'A' }],
      ['does not let a default win', [{ type: 'RIOT', outcome: 'FAILED' }, {}], { type: 'RIOT', outcome: 'FAILED' }],
      [
        'moves location and precision together',
        [{ location: 'dam', locationPrecision: 'NEAR' }, { location: 'iraq' }],
        { location: 'iraq', locationPrecision: 'UNKNOWN' },
      ],
      [
        'moves scope and count together, by scope',
        [{ scope: 'AGGREGATE', count: { min: 41 } }, { scope: 'AGGREGATE' }],
        { scope: 'AGGREGATE', count: { min: 2 } },
      ],
      [
        'moves scope and count together, by count',
        [{ scope: 'AGGREGATE', count: { min: 41 } }, { count: { min: 1, max: 1 } }],
        { scope: 'EVENT', count: { min: 1, max: 1 } },
      ],
      [
        'takes casualties as a whole list',
        [
          { casualties: [{ kind: 'KILLED', count: { min: 2, max: 2 } }] },
          { casualties: [{ kind: 'INJURED', count: { min: 3, max: 3 } }] },
        ],
        {
          casualties: [{ kind: 'INJURED', count: { min: 3, max: 3 }, group: 'UNKNOWN', severity: 'UNKNOWN' }],
          casualtiesFrom: 'b',
          killed: { min: 0, max: 0 },
        },
      ],
      [
        'takes an empty list of casualties as stated',
        [{ casualties: [{ kind: 'KILLED' }] }, { casualties: [] }, {}],
        { casualties: [], casualtiesFrom: 'b' },
      ],
      [
        'unites methods, those of weapons among them, in enum order',
        [{ methods: ['DRONE', 'ROCKET'] }, { methods: [], weapons: [{ method: 'IED' }, { method: 'DRONE' }] }],
        { methods: ['IED', 'DRONE', 'ROCKET'] },
      ],
      [
        'unites weapons by method and ordinal, each field the newest stated',
        [
          { weapons: [{ method: 'DRONE', outcome: 'INTERCEPTED', certain: false }, { method: 'DRONE' }] },
          {
            weapons: [
              { method: 'IED', count: { min: 2, max: 2 } },
              { method: 'DRONE', outcome: 'FAILED' },
            ],
          },
        ],
        {
          weapons: [
            { method: 'IED', count: { min: 2, max: 2 }, outcome: 'UNKNOWN', certain: true },
            { method: 'DRONE', outcome: 'FAILED', certain: false },
            { method: 'DRONE', outcome: 'UNKNOWN', certain: true },
          ],
          weaponKeys: ['IED/0', 'DRONE/0', 'DRONE/1'],
        },
      ],
      [
        'unites participants by actor and role, in enum order, then by actor',
        [
          {
            participants: [
              { actor: 'us', role: 'TARGET', status: 'CONFIRMED' },
              { actor: 'us', role: 'VICTIM' },
            ],
          },
          {
            participants: [
              { actor: 'iran', role: 'TARGET' },
              { actor: 'us', role: 'TARGET' },
              { actor: 'us', role: 'PERPETRATOR' },
            ],
          },
        ],
        {
          participants: [
            { actor: 'us', role: 'PERPETRATOR' },
            { actor: 'iran', role: 'TARGET' },
            { actor: 'us', role: 'TARGET', status: 'CONFIRMED' },
            { actor: 'us', role: 'VICTIM' },
          ],
          participantKeys: ['PERPETRATOR us', 'TARGET iran', 'TARGET us', 'VICTIM us'],
          counts: { participants: 4, parts: 0, statements: 0, articles: 2 },
        },
      ],
      [
        'unites links by type and target',
        [
          { links: [{ type: 'FOLLOWS', incident: 'war' }] },
          {
            links: [
              { type: 'FOLLOWS', incident: 'war' },
              { type: 'RESPONSE_TO', incident: 'war' },
              { type: 'FOLLOWS', incident: 'strike' },
            ],
          },
        ],
        { linkKeys: ['RESPONSE_TO war', 'FOLLOWS strike', 'FOLLOWS war'] },
      ],
    ])('%s', (_, reports, expected) => {
      expect(foldOne(...reports)).toMatchObject(expected);
    });

    it('orders them by day of publication, then by article in code units', () => {
      const said = (id: string, published: string, title: string) =>
        anArticle({ id, published, incidents: [{ id: 'raid', title }] });
      const sameDay = [said('a-b', '2024-01-02', 'A'), said('a', '2024-01-02', 'B'), said('z', '2024-01-01', 'C')];
      expect(foldArticles(sameDay, []).incidents[0]?.title).toBe('A');
    });

    it('counts distinct publishers, all unknown ones as one', () => {
      const incidents = [{ id: 'raid', title: 'Raid' }];
      const articles = aDayApart({ publisher: 'X' }, { publisher: 'X' }, {}, {}).map((it) => ({ ...it, incidents }));
      expect(foldArticles(articles, []).incidents[0]).toMatchObject({ publisherCount: 2, counts: { articles: 4 } });
    });
  });

  it.each<[string, NonNullable<IncidentInput['casualties']>, object]>([
    [
      'adds least and most',
      [
        { kind: 'KILLED', count: { min: 1, max: 2 } },
        { kind: 'KILLED', count: { min: 3, max: 3 } },
        { kind: 'INJURED', count: { min: 9, max: 9 } },
      ],
      { killed: { min: 4, max: 5 }, order: { killedMax: 5 } },
    ],
    [
      'has no most where one is open',
      [
        { kind: 'KILLED', count: { min: 1, max: 2 } },
        { kind: 'KILLED', count: { min: 3 } },
      ],
      { killed: { min: 4 }, order: { killedMax: open } },
    ],
    [
      'takes an uncounted casualty for one at least',
      [{ kind: 'INJURED' }],
      { injured: { min: 1 }, order: { injuredMax: open, killedMax: 0 } },
    ],
    [
      'stays exact',
      [
        { kind: 'KILLED', count: { min: open, max: open } },
        { kind: 'KILLED', count: { min: 9, max: 9 } },
      ],
      { killed: { min: open, max: open } },
    ],
  ])('sum of casualties %s', (_, casualties, expected) => {
    const incident = foldOne({ casualties });
    expect(incident).toMatchObject(expected);
    expect(incident.killed).toEqual((expected as { killed?: object }).killed ?? { min: 0, max: 0 });
  });

  it.each([
    [
      '2023-11-09',
      { start: '2023-11-09', end: '2023-11-09', precision: 'DAY', edtf: '2023-11-09', original: 'Thursday' },
    ],
    ['2023-10-26/..', { start: '2023-10-26', precision: 'OPEN', edtf: '2023-10-26/..', original: 'Thursday' }],
  ])('has the span of its date %s, and is sorted by it', (edtf, date) => {
    const incident = foldOne({ date: { edtf, original: 'Thursday' } });
    expect(incident.date).toStrictEqual(date);
    expect(incident.order).toMatchObject({ start: date.start, end: 'end' in date ? date.end : '' });
  });

  it('lies in its location and all around it, in the nearest country, at the point of its location alone', () => {
    const { incidents } = foldArticles(
      [
        anArticle({
          locations: [
            { id: 'asia', name: 'Asia', country: 'XX', point: { latitude: 1, longitude: 2 } },
            { id: 'iraq', name: 'Iraq', country: 'IQ', partOf: 'asia' },
            { id: 'dam', name: 'Dam', partOf: 'iraq', point: { latitude: 36.5, longitude: 42.5 } },
            { id: 'erbil', name: 'Erbil', partOf: 'iraq' },
          ],
          incidents: [
            { id: 'at-dam', title: 'T', location: 'dam' },
            { id: 'in-erbil', title: 'T', location: 'erbil' },
          ],
        }),
      ],
      [],
    );
    expect(incidents[0]).toMatchObject({
      within: ['dam', 'iraq', 'asia'],
      country: 'IQ',
      point: { type: 'Point', coordinates: [42.5, 36.5] },
    });
    expect(incidents[1]).not.toHaveProperty('point');
  });

  it('is about itself and all that it is part of', () => {
    const { incidents } = foldArticles(
      [
        anArticle({
          incidents: [
            { id: 'raid', title: 'Raid', partOf: 'wave' },
            { id: 'strike', title: 'Strike', partOf: 'wave' },
            { id: 'war', title: 'War' },
            { id: 'wave', title: 'Wave', partOf: 'war' },
          ],
          statements: [
            { id: 'one', type: 'COMMENT', text: 'T', incidents: ['war', 'raid'] },
            { id: 'two', type: 'COMMENT', text: 'T', incidents: ['wave'] },
            { id: 'three', type: 'COMMENT', text: 'T', incidents: ['raid', 'strike', 'raid'] },
          ],
        }),
      ],
      [],
    );
    expect(incidents.map(({ _id, about, counts }) => [_id, about, counts.parts, counts.statements])).toEqual([
      ['raid', ['raid', 'wave', 'war'], 0, 3],
      ['strike', ['strike', 'wave', 'war'], 0, 3],
      ['war', ['war'], 1, 1],
      ['wave', ['wave', 'war'], 2, 2],
    ]);
  });
});

/** The incident `raid` as it is when each article reports it so, one a day. */
function foldOne(...reports: Partial<IncidentInput>[]) {
  const defined: Partial<Article> = {
    locations: [
      { id: 'iraq', name: 'Iraq', country: 'IQ' },
      { id: 'dam', name: 'Dam', partOf: 'iraq', point: { latitude: 36.5, longitude: 42.5 } },
    ],
    actors: [
      { id: 'iran', name: 'Iran' },
      { id: 'us', name: 'US' },
    ],
  };
  const others = [
    { id: 'strike', title: 'Strike' },
    { id: 'war', title: 'War' },
  ];
  const articles = aDayApart(
    ...reports.map((report) => ({ ...defined, incidents: [{ id: 'raid', title: 'Raid', ...report }, ...others] })),
  );
  const incident = foldArticles(articles, []).incidents.find(({ _id }) => _id === 'raid');
  if (!incident) throw new Error('There is no raid');
  return incident;
}
