import { describe, expect, it } from 'vitest';
import type { Article, StatementInput } from '../../../src/entities/article/article.ts';
import { danglingLinks } from '../../../src/ingest/fold/dangling-links.ts';
import { foldArticles } from '../../../src/ingest/fold/fold-articles.ts';
import { anArticle } from '../an-article.ts';

describe('a statement', () => {
  it('has its article, its position in it, and what it states', () => {
    const article = anArticle({
      id: 'news',
      publisher: 'X',
      statements: [
        { id: 'first', type: 'COMMENT', text: 'T' },
        {
          id: 'denies',
          type: 'DENIAL_OF_RESPONSIBILITY',
          text: 'No',
          quote: 'no',
          mode: 'INDIRECT',
          hedge: 'DOUBTED',
          date: { edtf: '2023-11' },
          condition: 'if',
          speaker: 'minister',
          onBehalfOf: 'iran',
          anonymous: true,
          to: ['us', 'iran', 'us'],
          via: ['reuters', 'fars', 'reuters'],
          location: 'tehran',
          figures: [
            { kind: 'MONEY', count: { min: 3, max: 3 }, unit: 'Ounces', original: 'Three', incident: 'raid' },
            { kind: 'KILLED', count: { min: 41 } },
          ],
          incidents: ['raid'],
          actors: ['iran', 'us'],
        },
      ],
    });
    const { statements } = foldArticles([article], []);
    expect(statements.map(({ _id }) => _id)).toEqual(['news.denies', 'news.first']);
    expect(statements[0]).toStrictEqual({
      _id: 'news.denies',
      article: 'news',
      place: 1,
      published: '2024-01-01',
      publisher: 'X',
      type: 'DENIAL_OF_RESPONSIBILITY',
      text: 'No',
      quote: 'no',
      mode: 'INDIRECT',
      hedge: 'DOUBTED',
      date: { start: '2023-11-01', end: '2023-11-30', precision: 'MONTH', edtf: '2023-11' },
      condition: 'if',
      speaker: 'minister',
      onBehalfOf: 'iran',
      anonymous: true,
      to: ['us', 'iran'],
      via: ['reuters', 'fars'],
      location: 'tehran',
      figures: [
        {
          kind: 'MONEY',
          count: { min: 3, max: 3 },
          unit: 'Ounces',
          original: 'Three',
          folded: { unit: 'ounces', original: 'three' },
          incident: 'raid',
        },
        { kind: 'KILLED', count: { min: 41 }, folded: {} },
      ],
      voices: ['minister', 'iran'],
      incidents: ['raid'],
      actors: ['iran', 'us'],
      given: [],
      waitsFor: [],
      links: [],
      linkKeys: [],
      responsible: ['DENIED_BY iran'],
      stances: { deniedBy: ['iran'] },
      counts: { incidents: 1, actors: 2, figures: 2 },
      order: {
        start: '2023-11-01',
        end: '2023-11-30',
        mode: 'INDIRECT',
        hedge: 'DOUBTED',
        published: '2024-01-01',
      },
      months: ['2023-11'],
      folded: { quote: 'no', condition: 'if' },
      words: ['s4:no'],
      plain: ' no \n no ',
    });
    expect(statements[1]).toMatchObject({
      anonymous: false,
      to: [],
      via: [],
      figures: [],
      voices: [],
      responsible: [],
      order: { start: '', end: '', mode: '', hedge: '' },
    });
  });

  it.each<[Partial<StatementInput>, string[]]>([
    [{ type: 'CLAIM_OF_RESPONSIBILITY', speaker: 'minister', onBehalfOf: 'iran', actors: ['us'] }, ['CLAIMED_BY iran']],
    [{ type: 'CLAIM_OF_RESPONSIBILITY', speaker: 'minister' }, ['CLAIMED_BY minister']],
    [{ type: 'CLAIM_OF_RESPONSIBILITY', actors: ['us'] }, []],
    [{ type: 'DENIAL_OF_RESPONSIBILITY', speaker: 'minister' }, ['DENIED_BY minister']],
    [{ type: 'DENIAL_OF_CONTROL', speaker: 'minister' }, []],
    [
      { type: 'ATTRIBUTION', speaker: 'us', actors: ['iran', 'groups', 'iran'] },
      ['ATTRIBUTED_TO iran', 'ATTRIBUTED_TO groups'],
    ],
    [{ type: 'ACCUSATION', speaker: 'us', actors: ['iran'] }, []],
    [{ type: 'ACCUSATION', speaker: 'us' }, []],
  ])('given as %o has the responsibilities %j', (statement, responsible) => {
    const article = anArticle({ statements: [{ id: 's', type: 'COMMENT', text: 'T', ...statement }] });
    expect(foldArticles([article], []).statements[0]?.responsible).toEqual(responsible);
  });

  describe('with links', () => {
    const linking = (id: string, ...links: NonNullable<StatementInput['links']>) =>
      anArticle({ id, statements: [{ id: 's', type: 'COMMENT', text: 'T', links }] });
    const waiting = (...articles: Article[]) => danglingLinks(foldArticles(articles, []).statements);
    const keysOf = (...articles: ReturnType<typeof linking>[]) =>
      Object.fromEntries(foldArticles(articles, []).statements.map(({ _id, linkKeys }) => [_id, linkKeys]));

    it('has mutual links in both directions, and others in one', () => {
      const a = linking(
        'a',
        { type: 'SAME_UTTERANCE', statement: 'b.s' },
        { type: 'CONTRADICTS', statement: 'b.s' },
        { type: 'ECHOES', statement: 'b.s' },
      );
      expect(keysOf(a, linking('b'))).toEqual({
        'a.s': ['ECHOES b.s', 'CONTRADICTS b.s', 'SAME_UTTERANCE b.s'],
        'b.s': ['CONTRADICTS a.s', 'SAME_UTTERANCE a.s'],
      });
    });

    it('has a link once if both statements state it', () => {
      const a = linking('a', { type: 'CONTRADICTS', statement: 'b.s' });
      const b = linking('b', { type: 'CONTRADICTS', statement: 'a.s' });
      expect(keysOf(a, b)).toEqual({ 'a.s': ['CONTRADICTS b.s'], 'b.s': ['CONTRADICTS a.s'] });
    });

    it('hides a link to a statement that is not stored, and lists it as dangling', () => {
      const a = linking('a', { type: 'ECHOES', statement: 'c.s' }, { type: 'CONTRADICTS', statement: 'b.t' });
      expect(keysOf(a, linking('b'))).toEqual({ 'a.s': [], 'b.s': [] });
      expect(waiting(linking('b'), a)).toEqual([
        { statement: 'a.s', waitsFor: 'b.t' },
        { statement: 'a.s', waitsFor: 'c.s' },
      ]);
      expect(
        waiting(a, linking('c'), anArticle({ id: 'b', statements: [{ id: 't', type: 'COMMENT', text: 'T' }] })),
      ).toEqual([]);
    });
  });
});
