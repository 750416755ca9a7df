import { describe, expect, it } from 'vitest';
import type { Article, IncidentInput } from '../../../src/entities/article/article.ts';
import { foldArticles } from '../../../src/ingest/fold/fold-articles.ts';
import { aDayApart, anArticle } from '../an-article.ts';

const open = Number.MAX_SAFE_INTEGER;

describe('an incident', () => {
  it('has defaults for fields that no article states', () => {
    const { incidents } = foldArticles([anArticle({ incidents: [{ id: 'raid', title: 'Raid' }] })], []);
    expect(incidents).toEqual([
      {
        _id: 'raid',
        title: 'Raid',
        sameAs: [],
        scope: 'EVENT',
        type: 'OTHER',
        occurrence: 'HAPPENED',
        methods: [],
        weapons: [],
        outcome: 'UNKNOWN',
        count: { min: 1, max: 1 },
        locationPrecision: 'UNKNOWN',
        places: [],
        targets: [],
        participants: [],
        casualties: [],
        links: [],
        about: ['raid'],
        within: [],
        participantKeys: [],
        actors: [],
        perpetrators: [],
        targetActors: [],
        publishers: [],
        placeKeys: [],
        placesWithin: [],
        targetKeys: [],
        targetKinds: [],
        weaponKeys: [],
        linkKeys: [],
        publisherCount: 1,
        counts: { participants: 0, parts: 0, statements: 0, articles: 1 },
        order: {
          ...{ start: '', end: '', title: 'raid', subtype: '', countMin: 1, countMax: 1 },
          ...{ killedMin: 0, killedMax: 0, injuredMin: 0, injuredMax: 0 },
        },
        months: [],
        folded: {},
        words: ['n4:raid'],
        plain: ' raid ',
        nameKeys: ['=raid.', '>raid'],
      },
    ]);
  });

  it('has its keys in the same order, whatever is stated', () => {
    const full = foldOne({
      summary: 'S',
      type: 'RIOT',
      subtype: 'MOB_VIOLENCE',
      sameAs: ['https://example.org'],
      date: { edtf: '2024-01' },
      location: 'dam',
      partOf: 'war',
      casualties: [{ kind: 'KILLED' }, { kind: 'INJURED' }],
    });
    expect(Object.keys(full)).toEqual(
      `_id title summary sameAs scope type subtype occurrence methods weapons outcome count date location locationPrecision places targets participants
      casualties links partOf about within country point participantKeys actors perpetrators targetActors
      publishers placeKeys placesWithin targetKeys targetKinds weaponKeys linkKeys killed injured publisherCount counts order months folded words plain nameKeys`.split(
        /\s+/,
      ),
    );
  });

  describe('with several reports', () => {
    it.each<[string, Partial<IncidentInput>[], object]>([
      ['takes the newest title', [{ title: 'A' }, { title: 'B' }], { title: 'B' }],
      ['takes each field from the newest report that states it', [{ summary: 'A' }, {}], { summary: 'A' }],
      [
        'prefers a stated value to a newer default',
        [{ type: 'RIOT', outcome: 'FAILED' }, {}],
        { type: 'RIOT', outcome: 'FAILED' },
      ],
      [
        'takes type and subtype from the same report',
        [{ type: 'BATTLE', subtype: 'ARMED_CLASH' }, { type: 'RIOT' }],
        { type: 'RIOT', order: { subtype: '' } },
      ],
      [
        'keeps a subtype that refines the newer type',
        [{ type: 'RIOT' }, { type: 'BATTLE', subtype: 'ARMED_CLASH' }, { type: 'BATTLE' }],
        { type: 'BATTLE', subtype: 'ARMED_CLASH', order: { subtype: 'ARMED_CLASH' } },
      ],
      [
        'takes the newer of two subtypes',
        [
          { type: 'BATTLE', subtype: 'ARMED_CLASH' },
          { type: 'BATTLE', subtype: 'TERRITORY_TAKEN' },
        ],
        { subtype: 'TERRITORY_TAKEN' },
      ],
      [
        'takes the newest occurrence, and counts no casualties of what did not happen',
        [
          { occurrence: 'HAPPENED', casualties: [{ kind: 'KILLED', count: { min: 3, max: 3 } }] },
          { occurrence: 'DID_NOT_HAPPEN' },
          {},
        ],
        { occurrence: 'DID_NOT_HAPPEN', casualties: [{ kind: 'KILLED' }], order: { killedMin: 0, killedMax: 0 } },
      ],
      [
        'takes the side of a participant from the newest report that states it',
        [
          { participants: [{ actor: 'group', role: 'BELLIGERENT', side: 'A' }] },
          { participants: [{ actor: 'group', role: 'BELLIGERENT', side: 'B' }] },
          { participants: [{ actor: 'group', role: 'BELLIGERENT', status: 'CONFIRMED' }] },
        ],
        { participants: [{ actor: 'group', role: 'BELLIGERENT', status: 'CONFIRMED', side: 'B', folded: 'b' }] },
      ],
      [
        'takes location and precision from the same report',
        [{ location: 'iraq', locationPrecision: 'COUNTRY' }, { location: 'dam' }],
        { location: 'dam', locationPrecision: 'UNKNOWN' },
      ],
      [
        'takes scope and count from the same report, even if it states only the scope',
        [{ count: { min: 41 } }, { scope: 'AGGREGATE' }],
        { scope: 'AGGREGATE', order: { countMin: -1, countMax: -1 } },
      ],
      [
        'takes scope and count from the same report, even if it states only the count',
        [{ scope: 'AGGREGATE', count: { min: 41 } }, { count: { min: 1, max: 1 } }],
        { scope: 'EVENT', count: { min: 1, max: 1 } },
      ],
      [
        'unites places by role and location, without the location itself as a site',
        [
          { location: 'dam', places: [{ location: 'iraq', role: 'ORIGIN', precision: 'COUNTRY' }] },
          {
            places: [
              { location: 'dam', role: 'SITE' },
              { location: 'dam', role: 'TARGET', precision: 'EXACT' },
              { location: 'iraq', role: 'ORIGIN' },
            ],
          },
        ],
        {
          location: 'dam',
          places: [
            { location: 'iraq', role: 'ORIGIN', precision: 'COUNTRY' },
            { location: 'dam', role: 'TARGET', precision: 'EXACT' },
          ],
          placeKeys: ['SITE dam', 'ORIGIN iraq', 'TARGET dam'],
        },
      ],
      [
        'keeps a site of an older report whose location lost',
        [{ places: [{ location: 'iraq', role: 'SITE' }] }, { location: 'dam' }],
        { location: 'dam', places: [{ location: 'iraq', role: 'SITE', precision: 'UNKNOWN' }] },
      ],
      [
        'unites targets by kind, name in any spelling, and location',
        [
          {
            targets: [
              { kind: 'SCHOOL', count: { min: 2, max: 2 } },
              { kind: 'HOSPITAL', name: 'Clínica', damage: 'SEVERE' },
            ],
          },
          {
            targets: [
              { kind: 'HOSPITAL', name: 'clinica', count: { min: 1, max: 1 } },
              { kind: 'HOSPITAL', name: 'Clínica', location: 'dam' },
              { kind: 'HOSPITAL' },
            ],
          },
        ],
        {
          targets: [
            { kind: 'HOSPITAL', damage: 'UNKNOWN' },
            { kind: 'HOSPITAL', name: 'clinica', folded: 'clinica', damage: 'SEVERE', count: { min: 1, max: 1 } },
            { kind: 'HOSPITAL', name: 'Clínica', location: 'dam', damage: 'UNKNOWN' },
            { kind: 'SCHOOL', damage: 'UNKNOWN', count: { min: 2, max: 2 } },
          ],
          targetKeys: ['HOSPITAL', 'HOSPITAL /clinica', 'HOSPITAL dam/clinica', 'SCHOOL'],
          targetKinds: ['HOSPITAL', 'SCHOOL'],
        },
      ],
      [
        'lists casualties by kind, in enum order, with all entries of a kind from one report',
        [
          {
            casualties: [
              { kind: 'INJURED', count: { min: 9, max: 9 } },
              { kind: 'KILLED', count: { min: 2, max: 2 } },
              { kind: 'KILLED', group: 'CIVILIAN', count: { min: 1, max: 1 } },
            ],
          },
          { casualties: [{ kind: 'INJURED', count: { min: 3, max: 3 } }] },
          { casualties: [] },
        ],
        {
          casualties: [
            {
              kind: 'KILLED',
              count: { min: 2, max: 2 },
              group: 'UNKNOWN',
              severity: 'UNKNOWN',
              article: 'a',
              within: false,
              assertedBy: [],
              deniedBy: [],
            },
            {
              kind: 'KILLED',
              count: { min: 1, max: 1 },
              group: 'CIVILIAN',
              severity: 'UNKNOWN',
              article: 'a',
              within: false,
              assertedBy: [],
              deniedBy: [],
            },
            {
              kind: 'INJURED',
              count: { min: 3, max: 3 },
              group: 'UNKNOWN',
              severity: 'UNKNOWN',
              article: 'b',
              within: false,
              assertedBy: [],
              deniedBy: [],
            },
          ],
          killed: { min: 3, max: 3 },
          order: { killedMax: 3 },
        },
      ],
      [
        'wins casualties within others apart from these, and does not add them',
        [
          {
            casualties: [
              { kind: 'KILLED', count: { min: 5, max: 5 }, demographic: 'CHILDREN', within: true },
              { kind: 'KILLED', count: { min: 14, max: 14 }, within: false },
              { kind: 'KILLED', count: { min: 1, max: 1 } },
            ],
          },
          { casualties: [{ kind: 'KILLED', count: { min: 16, max: 16 } }] },
        ],
        {
          casualties: [
            { kind: 'KILLED', count: { min: 16 }, within: false, article: 'b' },
            { kind: 'KILLED', count: { min: 5 }, within: true, demographic: 'CHILDREN', article: 'a' },
          ],
          killed: { min: 16, max: 16 },
        },
      ],
      [
        'states no toll by casualties within others alone',
        [{ casualties: [{ kind: 'KILLED', count: { min: 5, max: 5 }, within: true }] }],
        { order: { killedMin: 0, killedMax: 0 } },
      ],
      [
        'keeps casualties whose total refines the newer one',
        [
          { casualties: [{ kind: 'KILLED', count: { min: 14, max: 20 } }] },
          { casualties: [{ kind: 'KILLED', count: { min: 13 } }] },
        ],
        { casualties: [{ article: 'a' }], killed: { min: 14, max: 20 } },
      ],
      [
        'takes a newer "at least 3", which 3 does not refine',
        [
          { casualties: [{ kind: 'KILLED', count: { min: 3, max: 3 } }] },
          { casualties: [{ kind: 'KILLED', count: { min: 3 } }] },
        ],
        { casualties: [{ article: 'b' }], killed: { min: 3 } },
      ],
      [
        'accepts that nobody died',
        [{ casualties: [{ kind: 'KILLED' }] }, { casualties: [{ kind: 'KILLED', count: { min: 0, max: 0 } }] }],
        { killed: { min: 0, max: 0 } },
      ],
      [
        'keeps a count that refines the newer one',
        [
          { scope: 'AGGREGATE', count: { min: 41, max: 50 } },
          { scope: 'AGGREGATE', count: { min: 40 } },
          { scope: 'AGGREGATE' },
        ],
        { scope: 'AGGREGATE', count: { min: 41, max: 50 } },
      ],
      [
        'keeps a day over a newer month, year or approximate date',
        [
          { date: { edtf: '2023-11-09' } },
          { date: { edtf: '2023-11' } },
          { date: { edtf: '2023' } },
          { date: { edtf: '2023-11~' } },
        ],
        { date: { edtf: '2023-11-09' } },
      ],
      [
        'takes a newer range',
        [{ date: { edtf: '2023-11-09' } }, { date: { edtf: '2023-11-01/2023-11-30' } }],
        { date: { edtf: '2023-11-01/2023-11-30' } },
      ],
      [
        'takes the newer of two equal spans',
        [{ date: { edtf: '2023-11', original: 'November' } }, { date: { edtf: '2023-11', original: 'last month' } }],
        { date: { original: 'last month' } },
      ],
      [
        'does not restore a value that was replaced',
        [{ date: { edtf: '2023-11-09' } }, { date: { edtf: '2023-10' } }, { date: { edtf: '2023' } }],
        { date: { edtf: '2023-10' } },
      ],
      [
        'keeps the more exact precision of a place',
        [
          { location: 'dam', locationPrecision: 'EXACT' },
          { location: 'dam', locationPrecision: 'AREA' },
          { location: 'dam' },
        ],
        { location: 'dam', locationPrecision: 'EXACT' },
      ],
      [
        'unites methods, including those of weapons, in enum order',
        [{ methods: ['DRONE', 'ROCKET'] }, { methods: [], weapons: [{ method: 'IED' }, { method: 'DRONE' }] }],
        { methods: ['IED', 'DRONE', 'ROCKET'] },
      ],
      [
        'unites weapons by method and ordinal, with each field from the newest report that states it',
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

    it('orders the reports by day of publication, then by article in code units', () => {
      const said = (id: string, published: string, title: string) =>
        anArticle({ id, published, incidents: [{ id: 'raid', title }] });
      const sameDay = [said('a-b', '2024-01-02', 'A'), said('a', '2024-01-02', 'B'), said('z', '2024-01-01', 'C')];
      expect(foldArticles(sameDay, []).incidents[0]?.title).toBe('A');
    });

    it('counts distinct publishers, with all unknown ones as one', () => {
      const incidents = [{ id: 'raid', title: 'Raid' }];
      const articles = aDayApart({ publisher: 'X' }, { publisher: 'X' }, {}, {}).map((it) => ({ ...it, incidents }));
      expect(foldArticles(articles, []).incidents[0]).toMatchObject({ publisherCount: 2, counts: { articles: 4 } });
    });
  });

  it('does not list perpetrators whose participation is denied in each of their roles', () => {
    const incident = foldOne({
      participants: [
        { actor: 'accused', role: 'PERPETRATOR', status: 'DENIED' },
        { actor: 'both', role: 'PERPETRATOR', status: 'DENIED' },
        { actor: 'both', role: 'SUSPECTED_PERPETRATOR', status: 'SUSPECTED' },
        { actor: 'claimer', role: 'PERPETRATOR', status: 'CLAIMED' },
        { actor: 'hit', role: 'TARGET', status: 'DENIED' },
      ],
    });
    expect(incident).toMatchObject({
      actors: ['accused', 'both', 'claimer', 'hit'],
      perpetrators: ['both', 'claimer'],
      targetActors: ['hit'],
    });
  });

  it.each<[string, NonNullable<IncidentInput['casualties']>, object]>([
    [
      'adds minimums and maximums',
      [
        { kind: 'KILLED', count: { min: 1, max: 2 } },
        { kind: 'KILLED', count: { min: 3, max: 3 } },
        { kind: 'INJURED', count: { min: 9, max: 9 } },
      ],
      { killed: { min: 4, max: 5 }, order: { killedMin: 4, killedMax: 5 } },
    ],
    [
      'has no maximum if one is open',
      [
        { kind: 'KILLED', count: { min: 1, max: 2 } },
        { kind: 'KILLED', count: { min: 3 } },
      ],
      { killed: { min: 4 }, order: { killedMax: open } },
    ],
    [
      'counts a casualty without a number as at least one',
      [{ kind: 'INJURED' }],
      { injured: { min: 1 }, order: { injuredMax: open, killedMin: 0, killedMax: 0 } },
    ],
    [
      'stays exact',
      [
        { kind: 'KILLED', count: { min: open, max: open } },
        { kind: 'KILLED', count: { min: 9, max: 9 } },
      ],
      { killed: { min: open, max: open, best: open } },
    ],
    [
      'adds the best numbers, where an exact number is its own',
      [
        { kind: 'KILLED', count: { min: 1, max: 5, best: 2 } },
        { kind: 'KILLED', count: { min: 3, max: 3 } },
        { kind: 'KILLED', count: { min: 4, best: 6 } },
      ],
      { killed: { min: 8, best: 11 } },
    ],
    [
      'has no best number if one casualty has none',
      [
        { kind: 'KILLED', count: { min: 1, max: 5, best: 2 } },
        { kind: 'KILLED', count: { min: 3, max: 4 } },
      ],
      { killed: { min: 4, max: 9 } },
    ],
    [
      'is 0 if a report says so',
      [{ kind: 'KILLED', count: { min: 0, max: 0 } }],
      { killed: { min: 0, max: 0, best: 0 } },
    ],
    [
      'is absent if no report states any',
      [{ kind: 'CAPTURED', count: { min: 1, max: 1 } }],
      { order: { killedMin: 0 } },
    ],
  ])('has a sum of casualties that %s', (_, casualties, expected) => {
    const incident = foldOne({ casualties });
    expect(incident).toMatchObject(expected);
    expect(incident.killed).toEqual((expected as { killed?: object }).killed);
  });

  it.each([
    [
      '2023-11-09',
      { start: '2023-11-09', end: '2023-11-09', precision: 'DAY', edtf: '2023-11-09', original: 'Thursday' },
    ],
    ['2023-10-26/..', { start: '2023-10-26', precision: 'OPEN', edtf: '2023-10-26/..', original: 'Thursday' }],
  ])('has the span and the sort keys of its date %s', (edtf, date) => {
    const incident = foldOne({ date: { edtf, original: 'Thursday' } });
    expect(incident.date).toStrictEqual(date);
    expect(incident.order).toMatchObject({ start: date.start, end: 'end' in date ? date.end : '' });
  });

  it('has the locations that contain it, the nearest country, and only its own location’s point', () => {
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

  it.each([
    ['keeps a place that lies in the newer one, however deep', ['dam', 'asia'], 'dam'],
    ['takes a newer place that lies in the current one', ['asia', 'dam'], 'dam'],
    ['takes a newer place outside the current one, which is not restored later', ['dam', 'erbil', 'iraq'], 'erbil'],
  ])('%s', (_, locations, expected) => {
    const places = [
      { id: 'asia', name: 'Asia' },
      { id: 'iraq', name: 'Iraq', partOf: 'asia' },
      { id: 'dam', name: 'Dam', partOf: 'iraq' },
      { id: 'erbil', name: 'Erbil', partOf: 'iraq' },
    ];
    const articles = aDayApart(...locations.map(() => ({ locations: places }))).map((article, at) => ({
      ...article,
      incidents: [{ id: 'raid', title: 'Raid', location: locations[at] as string, locationPrecision: 'NEAR' as const }],
    }));
    expect(foldArticles(articles, []).incidents[0]).toMatchObject({ location: expected, locationPrecision: 'NEAR' });
  });

  it('lists itself and the incidents that it is part of in `about`', () => {
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

/** Folds the incident `raid` from one article a day for each report. */
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
