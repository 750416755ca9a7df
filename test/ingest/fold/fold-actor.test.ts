import { describe, expect, it } from 'vitest';
import type { ActorInput, AffiliationInput } from '../../../src/entities/article/article.ts';
import { foldArticles } from '../../../src/ingest/fold/fold-articles.ts';
import { aDayApart, anArticle } from '../an-article.ts';

describe('an actor', () => {
  it('has defaults for fields that no article states', () => {
    const { actors } = foldArticles([anArticle({ actors: [{ id: 'groups', name: 'Groups' }] })], []);
    expect(actors).toEqual([
      {
        _id: 'groups',
        name: 'Groups',
        aliases: [],
        sameAs: [],
        kind: 'UNIDENTIFIED',
        affiliations: [],
        affiliationKeys: [],
        memberOf: [],
        counts: { members: 0, incidents: 0, statements: 0, statementsAbout: 0, articles: 1 },
        order: { name: 'groups', country: '' },
        names: [],
        words: ['n4:group'],
        plain: ' groups ',
        nameKeys: ['=groups.', '>groups', '~krps'],
      },
    ]);
  });

  it.each<[string, Partial<ActorInput>[], object]>([
    [
      'takes the newest kind and country stated',
      [{ kind: 'STATE', country: 'IR' }, {}],
      { kind: 'STATE', country: 'IR', order: { name: 'iran', country: 'IR' } },
    ],
    [
      'has older names as aliases, but not the newest one',
      [
        { name: 'Persia', aliases: ['Tehran'] },
        { name: 'Tehran', aliases: ['Iran', 'Islamic Republic'] },
        { name: 'Iran', aliases: [] },
      ],
      { name: 'Iran', aliases: ['Islamic Republic', 'Persia', 'Tehran'] },
    ],
    ['sorts aliases by code units', [{ aliases: ['b', 'ä', 'B', 'a'] }], { aliases: ['B', 'a', 'b', 'ä'] }],
    [
      'has the addresses of all reports, each once, sorted by code units',
      [{ sameAs: ['https://b', 'https://a'] }, { sameAs: [] }, { sameAs: ['http://C', 'https://b'] }, {}],
      {
        sameAs: [
          { text: 'http://C', folded: 'http://c' },
          { text: 'https://a', folded: 'https://a' },
          { text: 'https://b', folded: 'https://b' },
        ],
      },
    ],
    ['is sorted by its name without case and accents', [{ name: 'Écrivains' }], { order: { name: 'ecrivains' } }],
  ])('%s', (_, reports, expected) => {
    expect(foldOne(...reports)).toMatchObject(expected);
  });

  it('keeps the first 1,000 aliases', () => {
    const names = Array.from({ length: 1200 }, (_, index) => `n${1000 + index}`);
    const { aliases } = foldOne({ aliases: names.slice(600) }, { aliases: names.slice(0, 700) });
    expect(aliases).toEqual(names.slice(0, 1000));
  });

  it('keeps the first 1,000 addresses', () => {
    const addresses = Array.from({ length: 1200 }, (_, index) => `https://n/${1000 + index}`);
    const { sameAs } = foldOne({ sameAs: addresses.slice(600) }, { sameAs: addresses.slice(0, 700) });
    expect(sameAs.map(({ text }) => text)).toEqual(addresses.slice(0, 1000));
  });

  describe('with affiliations', () => {
    it('unites affiliations by type, actor and title, in enum order', () => {
      const office = { type: 'HOLDS_OFFICE', actor: 'us' } as const;
      const { affiliations, affiliationKeys, memberOf } = foldOne(
        {
          affiliations: [
            { type: 'BACKED_BY', actor: 'us' },
            { ...office, title: 'Minister', date: { edtf: '2023' } },
          ],
        },
        {
          affiliations: [
            office,
            { ...office, title: 'Minister' },
            { type: 'PART_OF', actor: 'us' },
            { type: 'MEMBER_OF', actor: 'us' },
          ],
        },
        { affiliations: [] },
      );
      expect(affiliationKeys).toEqual([
        'HOLDS_OFFICE us',
        'HOLDS_OFFICE us/Minister',
        'MEMBER_OF us',
        'PART_OF us',
        'BACKED_BY us',
      ]);
      expect(affiliations[1]).toMatchObject({ title: 'Minister', date: { edtf: '2023', start: '2023-01-01' } });
      expect(memberOf).toEqual(['us']);
    });

    it.each<[string, Partial<AffiliationInput>[], string | undefined]>([
      ['the newest that is stated', [{ status: 'CONFIRMED', deniedBy: ['no'] }, { assertedBy: ['yes'] }], 'CONFIRMED'],
      ['DISPUTED if it is asserted and denied', [{ deniedBy: ['no'] }, { assertedBy: ['yes'] }], 'DISPUTED'],
      ['DENIED if it is only denied', [{ deniedBy: ['no'] }, { assertedBy: [] }], 'DENIED'],
      ['ATTRIBUTED if it is only asserted', [{ assertedBy: ['yes'] }, {}], 'ATTRIBUTED'],
      ['undefined if it is neither asserted nor denied', [{}], undefined],
    ])('sets the status of an affiliation to %s', (_, reports, status) => {
      const { affiliations } = foldOne(
        ...reports.map((report) => ({ affiliations: [{ type: 'BACKED_BY' as const, actor: 'us', ...report }] })),
      );
      expect(affiliations[0]?.status).toBe(status);
    });

    it('unites the statements that assert and deny an affiliation', () => {
      const backed = (assertedBy: string[], deniedBy: string[]) => ({
        affiliations: [{ type: 'BACKED_BY' as const, actor: 'us', assertedBy, deniedBy }],
      });
      expect(foldOne(backed(['yes', 'no'], []), backed(['yes', 'yes'], ['no'])).affiliations).toEqual([
        {
          type: 'BACKED_BY',
          actor: 'us',
          status: 'DISPUTED',
          assertedBy: ['a.no', 'a.yes', 'b.yes'],
          deniedBy: ['b.no'],
        },
      ]);
    });
  });

  it('counts the documents that refer to it, each once', () => {
    const { actors } = foldArticles(
      [
        anArticle({
          actors: [
            { id: 'iran', name: 'Iran' },
            {
              id: 'minister',
              name: 'Minister',
              affiliations: [
                { type: 'MEMBER_OF', actor: 'iran' },
                { type: 'PART_OF', actor: 'iran' },
              ],
            },
            { id: 'us', name: 'US', affiliations: [{ type: 'OPPOSES', actor: 'iran' }] },
          ],
          incidents: [
            {
              id: 'raid',
              title: 'Raid',
              participants: [
                { actor: 'iran', role: 'TARGET' },
                { actor: 'iran', role: 'VICTIM' },
              ],
            },
          ],
          statements: [
            { id: 'one', type: 'COMMENT', text: 'T', speaker: 'iran', onBehalfOf: 'iran', actors: ['iran', 'iran'] },
            { id: 'two', type: 'COMMENT', text: 'T', speaker: 'minister', onBehalfOf: 'iran' },
          ],
        }),
      ],
      [],
    );
    expect(actors[0]?.counts).toEqual({ members: 1, incidents: 1, statements: 2, statementsAbout: 1, articles: 1 });
    expect(actors[1]?.counts).toEqual({ members: 0, incidents: 0, statements: 1, statementsAbout: 0, articles: 1 });
  });
});

/** Folds the actor `iran` from one article a day for each definition. */
function foldOne(...reports: Partial<ActorInput>[]) {
  const statements = ['yes', 'no'].map((id) => ({ id, type: 'COMMENT' as const, text: 'T' }));
  const articles = aDayApart(
    ...reports.map((report) => ({
      actors: [
        { id: 'iran', name: 'Iran', ...report },
        { id: 'us', name: 'US' },
      ],
      statements,
    })),
  );
  const actor = foldArticles(articles, []).actors.find(({ _id }) => _id === 'iran');
  if (!actor) throw new Error('There is no iran');
  return actor;
}
