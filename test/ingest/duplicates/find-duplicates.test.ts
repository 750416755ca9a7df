import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ActorInput, IncidentInput, LocationInput } from '../../../src/entities/article/article.ts';
import { findDuplicates } from '../../../src/ingest/duplicates/find-duplicates.ts';
import { createPlaceGrid, kilometresBetween, type Point } from '../../../src/ingest/duplicates/place-grid.ts';
import { writeArticles } from '../../../src/ingest/write/write-articles.ts';
import { tries } from '../../support/runs.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { anArticle } from '../an-article.ts';
import { emptyStore } from '../write/store-dump.ts';

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterEach(() => emptyStore(store.database));
afterAll(() => store?.close());

/** Returns `from into: reasons` for the pairs among these entities, all defined by one article. */
async function pairsOf(things: {
  actors?: ActorInput[];
  locations?: LocationInput[];
  incidents?: IncidentInput[];
}): Promise<string[]> {
  await writeArticles(store.database, store.client, [anArticle(things)], { dryRun: false });
  const duplicates = await findDuplicates(store.database);
  return duplicates.map(({ from, into, reasons }) => `${from} ${into}: ${reasons.join(', ')}`);
}

const iran: ActorInput = { id: 'iran', name: 'Iran', kind: 'STATE', country: 'IR', aliases: ['Tehran'] };

describe('actors', () => {
  it.each<[string, ActorInput, string]>([
    [
      'by an alias, kind and country',
      { id: 'tehran', name: 'Tehran', kind: 'STATE', country: 'IR' },
      'both are called "tehran", both are of kind STATE, both belong to IR',
    ],
    [
      'by a name that differs in case and accents',
      { id: 'x', name: 'ÌRAN', kind: 'STATE' },
      'both are called "iran", both are of kind STATE',
    ],
    ['by a name that differs in punctuation', { id: 'x', name: '“Iran”.' }, 'both are called "iran"'],
    ['if the kind of one is unknown', { id: 'x', name: 'Iran', kind: 'UNIDENTIFIED' }, 'both are called "iran"'],
  ])('are paired %s', async (_, actor, reasons) => {
    expect(await pairsOf({ actors: [iran, actor] })).toEqual([
      `${actor.id === 'tehran' ? 'tehran' : 'x'} iran: ${reasons}`,
    ]);
  });

  it.each<[string, ActorInput]>([
    ['kinds', { id: 'x', name: 'Iran', kind: 'ARMED_GROUP' }],
    ['countries', { id: 'x', name: 'Iran', kind: 'STATE', country: 'IQ' }],
    ['names', { id: 'x', name: 'Islamic Republic of Iran', kind: 'STATE', country: 'IR' }],
  ])('are not paired if their %s differ', async (_, actor) => {
    expect(await pairsOf({ actors: [iran, actor] })).toEqual([]);
  });

  it('are paired so that the one that more articles name survives', async () => {
    const more = anArticle({ id: 'more', actors: [{ id: 'z', name: 'Iran' }] });
    await writeArticles(store.database, store.client, [more], { dryRun: false });
    expect(await pairsOf({ actors: [iran, { id: 'z', name: 'Iran' }] })).toEqual(['iran z: both are called "iran"']);
  });

  it('are paired once each if many have the same name', async () => {
    const actors = Array.from({ length: 300 }, (_, index) => ({
      id: `a-${String(index).padStart(3, '0')}`,
      name: 'Gunmen',
    }));
    const pairs = await pairsOf({ actors });
    expect(pairs).toHaveLength(299);
    expect(pairs[0]).toBe('a-001 a-000: both are called "gunmen"');
  });
});

describe('locations', () => {
  const place = (
    id: string,
    name: string,
    longitude: number,
    kind: LocationInput['kind'] = 'SETTLEMENT',
  ): LocationInput => ({
    id,
    name,
    kind,
    point: { latitude: 36, longitude },
  });

  it('are paired by name if they are near each other', async () => {
    expect(await pairsOf({ locations: [place('a', 'Sinjar', 42), place('b', 'Sinjār', 42.02)] })).toEqual([
      'b a: both are called "sinjar", both are of kind SETTLEMENT, their points are 1.8 km apart',
    ]);
    expect(await pairsOf({ locations: [place('a', 'Sinjar', 42), place('b', 'Sinjar', 42.2)] })).toEqual([]);
  });

  it('are paired by name at a greater distance if they are large', async () => {
    const locations = [place('a', 'Nineveh', 42, 'ADMIN1'), place('b', 'Nineveh', 42.5, 'ADMIN1')];
    expect(await pairsOf({ locations })).toHaveLength(1);
  });

  it('are paired if they are near each other and one name contains all words of the other', async () => {
    const locations = [
      place('a', 'al-Asad airbase', 42),
      place('b', 'Ain al-Asad Airbase', 42.01),
      place('c', 'Asad town', 42),
    ];
    expect(await pairsOf({ locations })).toEqual([
      'b a: the words of "al asad airbase" are in "ain al asad airbase", both are of kind SETTLEMENT, their points are 0.9 km apart',
    ]);
  });
});

describe('entities with the same address elsewhere', () => {
  const wikidata = 'https://www.wikidata.org/wiki/Q794';

  it('are paired first, whatever their names, kinds and countries are', async () => {
    const actors: ActorInput[] = [
      { ...iran, sameAs: [wikidata] },
      { id: 'persia', name: 'Persia', kind: 'COLLECTIVE', country: 'IQ', sameAs: ['https://x.example/', wikidata] },
      { id: 'a', name: 'Gunmen' },
      { id: 'b', name: 'gunmen' },
    ];
    expect(await pairsOf({ actors })).toEqual([
      'persia iran: both are the same as wikidata.org/wiki/Q794',
      'b a: both are called "gunmen"',
    ]);
  });

  it('are paired once, with all reasons, if their names are the same too', async () => {
    const persia: ActorInput = { id: 'persia', name: 'Iran', kind: 'STATE', sameAs: [wikidata] };
    expect(await pairsOf({ actors: [{ ...iran, sameAs: [wikidata] }, persia] })).toEqual([
      'persia iran: both are the same as wikidata.org/wiki/Q794, both are of kind STATE, both are called "iran"',
    ]);
  });

  it.each([
    ['http://wikidata.org/wiki/Q794/', true],
    ['HTTPS://WWW.Wikidata.org/wiki/Q794', true],
    ['https://www.wikidata.org/wiki/q794', false],
    ['https://www.wikidata.org/wiki/Q794?x=1', false],
    ['https://www.wikidata.org/wiki/Q7944', false],
  ])('compare %s with another form of it', async (address, isSame) => {
    const locations = [
      { id: 'a', name: 'A', sameAs: [wikidata] },
      { id: 'b', name: 'B', sameAs: [address] },
    ];
    expect(await pairsOf({ locations })).toHaveLength(isSame ? 1 : 0);
  });

  it('may be incidents, which are not paired otherwise', async () => {
    const incidents: IncidentInput[] = [
      { id: 'raid', title: 'A raid', type: 'BATTLE', sameAs: [wikidata] },
      { id: 'attack', title: 'An attack', type: 'BATTLE', sameAs: [wikidata] },
      { id: 'other', title: 'A raid', type: 'BATTLE' },
    ];
    expect(await pairsOf({ incidents })).toEqual(['raid attack: both are the same as wikidata.org/wiki/Q794']);
  });

  it('are not paired across types', async () => {
    const entity = { id: 'x', name: 'X', sameAs: [wikidata] };
    expect(await pairsOf({ actors: [entity], locations: [entity] })).toEqual([]);
  });
});

it('the grid cells around a point contain all nearby items, also across the antimeridian and at the poles', () => {
  const points = fc.tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -90, max: 90, noNaN: true }),
  );
  const offsets = fc.tuple(
    fc.double({ min: -0.2, max: 0.2, noNaN: true }),
    fc.double({ min: -0.2, max: 0.2, noNaN: true }),
  );
  fc.assert(
    fc.property(points, offsets, ([longitude, latitude], [east, north]) => {
      const other: Point = [((longitude + east + 540) % 360) - 180, Math.max(-90, Math.min(90, latitude + north))];
      fc.pre(kilometresBetween([longitude, latitude], other) <= 5);
      const grid = createPlaceGrid<string>(5);
      grid.add([longitude, latitude], 'one');
      expect(grid.around(other, 50)).toEqual(['one']);
    }),
    {
      ...tries(2_000),
      examples: [
        [
          [179.99, 10],
          [0.02, 0],
        ],
        [
          [-180, 0],
          [0, 0],
        ],
        [
          [180, 0],
          [0, 0],
        ],
        [
          [20, 89.99],
          [0.2, 0],
        ],
      ],
    },
  );
});
