import { describe, expect, it } from 'vitest';
import { foldArticles } from '../../../src/ingest/fold/fold-articles.ts';
import { resolveMerges } from '../../../src/query/merges.ts';
import { aDayApart, anArticle } from '../an-article.ts';

const merge = (from: string, into: string) => ({ _id: from, into });

describe('merges', () => {
  it.each([
    ['follow chains', ['a>b', 'b>c', 'x>c'], { a: 'c', b: 'c', x: 'c' }],
    ['let the smallest id of a cycle survive', ['c>b', 'b>d', 'd>c'], { c: 'b', d: 'b' }],
    ['let the smallest id of a cycle survive, not one that leads to it', ['a>c', 'c>b', 'b>c'], { a: 'b', c: 'b' }],
    ['ignore an id that is merged into itself', ['a>a', 'b>a'], { b: 'a' }],
  ])('%s', (_, merges, survivors) => {
    const records = merges.map((text) => text.split('>').map((id) => `Actor:${id}`) as [string, string]);
    const expected = Object.entries(survivors).map(([from, into]) => [`Actor:${from}`, `Actor:${into}`]);
    expect(Object.fromEntries(resolveMerges(records.map(([from, into]) => merge(from, into))))).toEqual(
      Object.fromEntries(expected),
    );
  });

  it('rename an id wherever it occurs, for one type only', () => {
    const { incidents, actors, statements, locations } = foldArticles(
      [
        anArticle({
          locations: [
            { id: 'x', name: 'X' },
            { id: 'hole', name: 'Hole', partOf: 'x' },
          ],
          actors: [
            { id: 'x', name: 'X' },
            { id: 'man', name: 'Man', affiliations: [{ type: 'MEMBER_OF', actor: 'x' }] },
          ],
          incidents: [
            {
              id: 'x',
              title: 'X',
              location: 'x',
              participants: [{ actor: 'x', role: 'TARGET' }],
              casualties: [{ kind: 'KILLED', actor: 'x' }],
            },
            { id: 'after', title: 'After', links: [{ type: 'FOLLOWS', incident: 'x' }], partOf: 'x' },
          ],
          statements: [
            {
              ...{
                id: 'x',
                type: 'ATTRIBUTION',
                text: 'T',
                speaker: 'x',
                onBehalfOf: 'x',
                actors: ['x'],
                incidents: ['x'],
              },
              ...{ to: ['man', 'x'], via: ['x', 'man'], location: 'x' },
              figures: [{ kind: 'KILLED', count: { min: 1 }, incident: 'x' }],
            },
          ],
        }),
      ],
      [
        merge('Actor:x', 'Actor:actor'),
        merge('Incident:x', 'Incident:incident'),
        merge('Location:x', 'Location:location'),
      ],
    );
    expect(actors).toMatchObject([{ _id: 'actor' }, { _id: 'man', memberOf: ['actor'] }]);
    expect(locations).toMatchObject([{ _id: 'hole', partOf: 'location' }, { _id: 'location' }]);
    expect(incidents).toMatchObject([
      { _id: 'after', partOf: 'incident', linkKeys: ['FOLLOWS incident'] },
      { _id: 'incident', location: 'location', participantKeys: ['TARGET actor'], casualties: [{ actor: 'actor' }] },
    ]);
    expect(statements).toMatchObject([
      {
        _id: 'article.x',
        speaker: 'actor',
        onBehalfOf: 'actor',
        voices: ['actor'],
        incidents: ['incident'],
        responsible: ['ATTRIBUTED_TO actor'],
        to: ['man', 'actor'],
        via: ['actor', 'man'],
        location: 'location',
        figures: [{ kind: 'KILLED', incident: 'incident' }],
      },
    ]);
  });

  it('make one node of two, with the survivor’s name and the other names as aliases', () => {
    const articles = aDayApart(
      { actors: [{ id: 'tehran', name: 'Tehran', country: 'IR' }] },
      { actors: [{ id: 'iran', name: 'Iran', kind: 'STATE' }] },
      { actors: [{ id: 'tehran', name: 'Tehran government' }] },
    );
    expect(foldArticles(articles, [merge('Actor:tehran', 'Actor:iran')]).actors).toMatchObject([
      {
        _id: 'iran',
        name: 'Iran',
        aliases: ['Tehran', 'Tehran government'],
        kind: 'STATE',
        country: 'IR',
        counts: { articles: 3 },
      },
    ]);
  });

  it('prefer the survivor’s definition in an article that has both', () => {
    const actors = [
      { id: 'iran', name: 'Iran' },
      { id: 'tehran', name: 'Tehran', country: 'IR' },
    ];
    const merges = [merge('Actor:tehran', 'Actor:iran')];
    for (const order of [actors, actors.toReversed()]) {
      expect(foldArticles([anArticle({ actors: order })], merges).actors).toMatchObject([
        { _id: 'iran', name: 'Iran', aliases: ['Tehran'], country: 'IR', counts: { articles: 1 } },
      ]);
    }
  });

  it('drop relations of a node to itself', () => {
    const { incidents, actors, locations } = foldArticles(
      [
        anArticle({
          locations: [
            { id: 'a', name: 'A' },
            { id: 'b', name: 'B', partOf: 'a' },
          ],
          actors: [
            { id: 'a', name: 'A' },
            { id: 'b', name: 'B', affiliations: [{ type: 'PART_OF', actor: 'a' }] },
          ],
          incidents: [
            { id: 'a', title: 'A' },
            { id: 'b', title: 'B', partOf: 'a', links: [{ type: 'FOLLOWS', incident: 'a' }] },
          ],
        }),
      ],
      ['Actor', 'Incident', 'Location'].map((type) => merge(`${type}:b`, `${type}:a`)),
    );
    expect(actors).toMatchObject([{ _id: 'a', affiliations: [], memberOf: [], counts: { members: 0 } }]);
    expect(incidents).toMatchObject([{ _id: 'a', links: [], about: ['a'], counts: { parts: 0 } }]);
    expect(locations).toMatchObject([{ _id: 'a', ancestors: [], counts: { contains: 0 } }]);
    expect(locations[0]).not.toHaveProperty('partOf');
  });

  it('unite merged participants and merged actors of statements', () => {
    const { incidents, statements, actors } = foldArticles(
      [
        anArticle({
          actors: [
            { id: 'a', name: 'A' },
            { id: 'b', name: 'B' },
          ],
          incidents: [
            {
              id: 'raid',
              title: 'T',
              participants: [
                { actor: 'a', role: 'TARGET', status: 'CONFIRMED' },
                { actor: 'b', role: 'TARGET' },
              ],
            },
          ],
          statements: [{ id: 's', type: 'COMMENT', text: 'T', actors: ['a', 'b'] }],
        }),
      ],
      [merge('Actor:b', 'Actor:a')],
    );
    expect(incidents[0]?.participants).toEqual([{ actor: 'a', role: 'TARGET', status: 'CONFIRMED' }]);
    expect(statements[0]).toMatchObject({ actors: ['a'], counts: { actors: 1 } });
    expect(actors[0]?.counts).toMatchObject({ incidents: 1, statementsAbout: 1 });
  });
});
