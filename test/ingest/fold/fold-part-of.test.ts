import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/entities/article/article.ts';
import { foldArticles } from '../../../src/ingest/fold/fold-articles.ts';
import { aDayApart, anArticle } from '../an-article.ts';

describe('a location', () => {
  it('has defaults for fields that no article states', () => {
    expect(foldArticles([anArticle({ locations: [{ id: 'dam', name: 'Dam' }] })], []).locations).toEqual([
      {
        _id: 'dam',
        name: 'Dam',
        aliases: [],
        sameAs: [],
        kind: 'OTHER',
        ancestors: [],
        within: ['dam'],
        counts: { contains: 0, incidents: 0, articles: 1 },
        order: { name: 'dam', country: '' },
        names: [],
        words: ['n4:dam'],
        plain: ' dam ',
        nameKeys: ['=dam.', '>dam'],
      },
    ]);
  });

  it('takes each field from the newest report that states it, and counts what it contains', () => {
    const articles = aDayApart(
      {
        locations: [
          { id: 'iraq', name: 'Irak', kind: 'COUNTRY', country: 'IQ', point: { latitude: 33, longitude: 44 } },
        ],
      },
      {
        locations: [
          { id: 'iraq', name: 'Iraq' },
          { id: 'dam', name: 'Dam', partOf: 'iraq' },
          { id: 'gate', name: 'Gate', partOf: 'dam' },
        ],
        incidents: [
          { id: 'one', title: 'T', location: 'gate' },
          { id: 'two', title: 'T', location: 'iraq' },
        ],
      },
    );
    const [dam, gate, iraq] = foldArticles(articles, []).locations;
    expect(iraq).toMatchObject({
      name: 'Iraq',
      aliases: ['Irak'],
      kind: 'COUNTRY',
      country: 'IQ',
      point: { type: 'Point', coordinates: [44, 33] },
      counts: { contains: 1, incidents: 2, articles: 2 },
    });
    expect(dam).toMatchObject({
      partOf: 'iraq',
      ancestors: ['iraq'],
      counts: { contains: 1, incidents: 1, articles: 1 },
    });
    expect(gate).toMatchObject({ partOf: 'dam', ancestors: ['dam', 'iraq'] });
  });
});

describe('partOf', () => {
  it.each<[string, [published: string, article: string, child: string, parent: string][], string[]]>([
    [
      'follows chains',
      [
        ['1', 'a', 'x', 'y'],
        ['2', 'b', 'y', 'z'],
      ],
      ['x y z', 'y z', 'z'],
    ],
    [
      'takes the parent from the newest report',
      [
        ['1', 'a', 'x', 'y'],
        ['2', 'b', 'x', 'z'],
      ],
      ['x z', 'y', 'z'],
    ],
    [
      'breaks a cycle at its oldest report',
      [
        ['1', 'a', 'y', 'z'],
        ['2', 'b', 'x', 'y'],
        ['3', 'c', 'z', 'x'],
      ],
      ['x y', 'y', 'z x y'],
    ],
    [
      'breaks a cycle of reports of one day at the first article by id',
      [
        ['1', 'b', 'x', 'y'],
        ['1', 'a', 'y', 'x'],
      ],
      ['x y', 'y', 'z'],
    ],
    [
      'keeps edges that lead into a cycle',
      [
        ['1', 'a', 'x', 'y'],
        ['2', 'b', 'y', 'x'],
        ['0', 'c', 'z', 'x'],
      ],
      ['x', 'y x', 'z x'],
    ],
    [
      'ignores edges of older reports',
      [
        ['1', 'a', 'x', 'y'],
        ['2', 'b', 'y', 'x'],
        ['3', 'c', 'x', 'z'],
      ],
      ['x z', 'y x z', 'z'],
    ],
  ])('%s', (_, edges, chains) => {
    const articles = edges.map(([day, id, child, partOf]) =>
      anArticle({
        id,
        published: `2024-01-0${day}`,
        incidents: [{ id: child, title: 'T', partOf }, ...others(child).map((id) => ({ id, title: 'T' }))],
        locations: [{ id: child, name: 'N', partOf }, ...others(child).map((id) => ({ id, name: 'N' }))],
      }),
    );
    const { incidents, locations } = foldArticles(articles, []);
    expect(incidents.map(({ about }) => about.join(' '))).toEqual(chains);
    expect(locations.map(({ _id, ancestors }) => [_id, ...ancestors].join(' '))).toEqual(chains);
    expect(incidents.map(({ partOf }) => partOf)).toEqual(chains.map((chain) => chain.split(' ')[1]));
    expect(locations.map(({ partOf }) => partOf)).toEqual(chains.map((chain) => chain.split(' ')[1]));
  });

  it('breaks a cycle of one report at the greater child, and reports it', () => {
    const partOf = (id: string, parent: string) => ({ id, name: 'N', partOf: parent });
    const articles: Article[] = aDayApart(
      { locations: [partOf('a', 'b'), { id: 'b', name: 'N' }, partOf('c', 'd'), { id: 'd', name: 'N' }] },
      { locations: [partOf('b', 'c'), { id: 'c', name: 'N' }] },
      { locations: [partOf('d', 'a'), { id: 'a', name: 'N' }] },
    );
    const { broken, locations } = foldArticles(articles, []);
    expect(broken).toEqual({
      incidents: [],
      locations: [{ child: 'c', parent: 'd', article: 'a', published: '2024-01-01' }],
    });
    expect(locations.map(({ partOf }) => partOf)).toEqual(['b', 'c', undefined, 'a']);
  });
});

function others(child: string): string[] {
  return ['x', 'y', 'z'].filter((id) => id !== child);
}
