import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ActorInput, LocationInput } from '../../src/article/article.ts';
import { findDuplicates } from '../../src/ingest/find-duplicates.ts';
import { createPlaceGrid, kilometresBetween, type Point } from '../../src/ingest/place-grid.ts';
import { writeArticles } from '../../src/ingest/write-articles.ts';
import { tries } from '../support/runs.ts';
import { openTestStore, type TestStore } from '../support/store.ts';
import { anArticle } from './an-article.ts';
import { emptyStore } from './store-dump.ts';

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterEach(() => emptyStore(store.database));
afterAll(() => store?.close());

/** `from into: reasons` of the pairs that these things make, when an article defines them all. */
async function pairsOf(things: { actors?: ActorInput[]; locations?: LocationInput[] }): Promise<string[]> {
  await writeArticles(store.database, store.client, [anArticle(things)], { dryRun: false });
  const duplicates = await findDuplicates(store.database);
  return duplicates.map(({ from, into, reasons }) => `${from} ${into}: ${reasons.join(', ')}`);
}

const iran: ActorInput = { id: 'iran', name: 'Iran', kind: 'STATE', country: 'IR', aliases: ['Tehran'] };

describe('two actors look like one', () => {
  it.each<[string, ActorInput, string]>([
    [
      'by an alias, kind and country',
      { id: 'tehran', name: 'Tehran', kind: 'STATE', country: 'IR' },
      'both are called "tehran", both are of the kind STATE, both belong to IR',
    ],
    [
      'by a name of other case and accents',
      { id: 'x', name: 'ÌRAN', kind: 'STATE' },
      'both are called "iran", both are of the kind STATE',
    ],
    ['by a name with other punctuation', { id: 'x', name: '“Iran”.' }, 'both are called "iran"'],
    ['where the kind of one is not known', { id: 'x', name: 'Iran', kind: 'UNIDENTIFIED' }, 'both are called "iran"'],
  ])('%s', async (_, actor, reasons) => {
    expect(await pairsOf({ actors: [iran, actor] })).toEqual([
      `${actor.id === 'tehran' ? 'tehran' : 'x'} iran: ${reasons}`,
    ]);
  });

  it.each<[string, ActorInput]>([
    ['of another kind', { id: 'x', name: 'Iran', kind: 'ARMED_GROUP' }],
    ['of another country', { id: 'x', name: 'Iran', kind: 'STATE', country: 'IQ' }],
    ['of another name', { id: 'x', name: 'Islamic Republic of Iran', kind: 'STATE', country: 'IR' }],
  ])('but not one %s', async (_, actor) => {
    expect(await pairsOf({ actors: [iran, actor] })).toEqual([]);
  });

  it('and the one that more articles name survives', async () => {
    const more = anArticle({ id: 'more', actors: [{ id: 'z', name: 'Iran' }] });
    await writeArticles(store.database, store.client, [more], { dryRun: false });
    expect(await pairsOf({ actors: [iran, { id: 'z', name: 'Iran' }] })).toEqual(['iran z: both are called "iran"']);
  });

  it('and of many of one name each is paired once', async () => {
    const actors = Array.from({ length: 300 }, (_, index) => ({
      id: `a-${String(index).padStart(3, '0')}`,
      name: 'Gunmen',
    }));
    const pairs = await pairsOf({ actors });
    expect(pairs).toHaveLength(299);
    expect(pairs[0]).toBe('a-001 a-000: both are called "gunmen"');
  });
});

describe('two places look like one', () => {
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

  it('by name, near each other', async () => {
    expect(await pairsOf({ locations: [place('a', 'Sinjar', 42), place('b', 'Sinjār', 42.02)] })).toEqual([
      'b a: both are called "sinjar", both are of the kind SETTLEMENT, their points are 1.8 km apart',
    ]);
    expect(await pairsOf({ locations: [place('a', 'Sinjar', 42), place('b', 'Sinjar', 42.2)] })).toEqual([]);
  });

  it('by name, farther apart where they are large', async () => {
    const locations = [place('a', 'Nineveh', 42, 'ADMIN1'), place('b', 'Nineveh', 42.5, 'ADMIN1')];
    expect(await pairsOf({ locations })).toHaveLength(1);
  });

  it('near each other, where all words of one name are in the other', async () => {
    const locations = [
      place('a', 'al-Asad airbase', 42),
      place('b', 'Ain al-Asad Airbase', 42.01),
      place('c', 'Asad town', 42),
    ];
    expect(await pairsOf({ locations })).toEqual([
      'b a: the words of "al asad airbase" are in "ain al asad airbase", both are of the kind SETTLEMENT, their points are 0.9 km apart',
    ]);
  });
});

it('the cells around a point hold all that is near it, also across the antimeridian and at the poles', () => {
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
