import { describe, expect, it } from 'vitest';
import { mergeDrafts, moveChecks } from '../../src/drafting/merge-drafts.ts';
import { repairReferences } from '../../src/drafting/repair-references.ts';
import type { Article } from '../../src/entities/article/article.ts';

const base: Article = {
  id: 'a',
  published: '2025-03-12',
  text: 'Five soldiers died in Mosul.',
  locations: [{ id: 'mosul', name: 'Mosul', evidence: [{ quote: 'Mosul' }] }],
  incidents: [
    {
      id: 'deaths-mosul',
      title: 'Deaths in Mosul',
      type: 'OTHER',
      location: 'mosul',
      casualties: [{ kind: 'KILLED', count: { min: 5, max: 5 }, group: 'MILITARY' }],
    },
  ],
};
const change = (edit: (article: Article) => void): Article => {
  const article = structuredClone(base);
  edit(article);
  return article;
};
const [incident] = base.incidents ?? [];

describe('mergeDrafts', () => {
  it('takes the new draft where nobody edited', () => {
    const next = change(({ incidents }) => Object.assign(incidents?.[0] ?? {}, { type: 'BATTLE', methods: ['IED'] }));
    expect(mergeDrafts(base, base, next)).toEqual(next);
  });

  it('keeps what a person changed, and takes the rest of the same incident from the new draft', () => {
    const edited = change(({ incidents }) => Object.assign(incidents?.[0] ?? {}, { title: 'Ambush' }));
    const next = change(({ incidents }) =>
      Object.assign(incidents?.[0] ?? {}, { title: 'Clash', outcome: 'COMPLETED' }),
    );
    expect(mergeDrafts(base, edited, next).incidents).toMatchObject([{ title: 'Ambush', outcome: 'COMPLETED' }]);
  });

  it('keeps what a person added, and does not bring back what a person removed', () => {
    const edited = change((article) => {
      article.locations = [];
      article.actors = [{ id: 'iran', name: 'Iran' }];
      for (const each of article.incidents ?? []) delete each.casualties;
    });
    const merged = repairReferences(mergeDrafts(base, edited, base));
    expect(merged.locations ?? []).toEqual([]);
    expect(merged.actors).toEqual([{ id: 'iran', name: 'Iran' }]);
    expect(merged.incidents?.[0]).not.toHaveProperty('casualties');
    expect(merged.incidents?.[0]).not.toHaveProperty('location');
  });

  it('removes what the new draft no longer has, unless a person changed it', () => {
    const next = change((article) => delete article.incidents);
    const edited = change(({ incidents }) => Object.assign(incidents?.[0] ?? {}, { title: 'Ambush' }));
    expect(mergeDrafts(base, base, next).incidents ?? []).toEqual([]);
    expect(mergeDrafts(base, edited, next).incidents).toHaveLength(1);
  });

  it('takes a number as a whole: a person who wrote 6 does not get 6 to 5', () => {
    const count = (article: Article, value: object) =>
      Object.assign(article.incidents?.[0]?.casualties?.[0] ?? {}, { count: value });
    const edited = change((article) => count(article, { min: 6 }));
    const next = change((article) => count(article, { min: 4, max: 4 }));
    expect(mergeDrafts(base, edited, next).incidents?.[0]?.casualties?.[0]?.count).toEqual({ min: 6 });
  });

  it('without a last draft, keeps everything and adds what is new', () => {
    const next = change((article) => article.incidents?.push({ id: 'other', title: 'Other' }));
    const edited = change(({ incidents }) => Object.assign(incidents?.[0] ?? {}, { title: 'Ambush' }));
    expect(mergeDrafts(undefined, edited, next).incidents?.map(({ title }) => title)).toEqual(['Ambush', 'Other']);
  });
});

describe('moveChecks', () => {
  it('follows ids and parts to their new places, and drops what a person changed', () => {
    const toCheck = [
      { pointer: '/incidents/0/casualties/0', certainty: 0.5, reason: 'a' },
      { pointer: '/incidents/0', certainty: 0.6, reason: 'b' },
    ];
    const before = change((article) => article.incidents?.unshift({ id: 'own', title: 'Own' }));
    expect(moveChecks(toCheck, base, before).map(({ pointer }) => pointer)).toEqual([
      '/incidents/1/casualties/0',
      '/incidents/1',
    ]);
    const edited = change(({ incidents }) =>
      Object.assign(incidents?.[0]?.casualties?.[0] ?? {}, { count: { min: 6 } }),
    );
    expect(moveChecks(toCheck, base, edited).map(({ pointer }) => pointer)).toEqual(['/incidents/0']);
    expect(incident).toBeDefined();
  });
});
