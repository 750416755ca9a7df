import { describe, expect, it } from 'vitest';
import type { ArticleJson } from '../../../web/desk/model/article-json.ts';
import { addCard, changeCard, removeCard } from '../../../web/desk/model/edit-cards.ts';
import { mergeDraft } from '../../../web/desk/model/merge-draft.ts';

const article = {
  id: 'a',
  published: '2024-01-15',
  text: 'Iran denied the raid near Mosul Dam.',
  actors: [{ id: 'iran', name: 'Iran', evidence: [{ quote: 'Iran' }] }],
  locations: [{ id: 'mosul-dam', name: 'Mosul Dam' }],
  incidents: [
    {
      id: 'raid',
      title: 'Raid',
      location: 'mosul-dam',
      locationPrecision: 'NEAR',
      participants: [{ actor: 'iran', role: 'SUSPECTED_PERPETRATOR' }],
      evidence: [{ quote: 'the raid' }],
    },
  ],
  statements: [{ id: 'denial', type: 'DENIAL_OF_RESPONSIBILITY', text: 'No', speaker: 'iran', incidents: ['raid'] }],
} as unknown as ArticleJson;

describe('the id of a card', () => {
  it('follows from its name, and what refers to it follows too', () => {
    const changed = changeCard(article, 'actors', 0, { name: 'Tehran' }) as any;
    expect(changed.actors[0].id).toBe('tehran');
    expect(changed.incidents[0].participants[0].actor).toBe('tehran');
    expect(changed.statements[0].speaker).toBe('tehran');
  });

  it('stays once somebody wrote another one', () => {
    const written = changeCard(article, 'actors', 0, { id: 'islamic-republic' });
    const changed = changeCard(written, 'actors', 0, { name: 'Tehran' }) as any;
    expect(changed.actors[0]).toMatchObject({ id: 'islamic-republic', name: 'Tehran' });
    expect(changed.statements[0].speaker).toBe('islamic-republic');
  });

  it('is one of its own, also for a name without Latin letters', () => {
    const first = addCard(article, 'actors', { name: 'Iran' });
    const second = addCard(first.article, 'actors', { name: 'الجيش العراقي' });
    const ids = (second.article as any).actors.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(['iran', 'iran-2', 'actor-1']);
  });

  it('has the day of an incident', () => {
    const changed = changeCard(article, 'incidents', 0, { date: { edtf: '2024-01-14' } }) as any;
    expect(changed.incidents[0].id).toBe('raid-2024-01-14');
    expect(changed.statements[0].incidents).toEqual(['raid-2024-01-14']);
  });
});

describe('a card that is removed', () => {
  it('takes the parts that cannot be without it, and clears what can', () => {
    const { article: left, parts } = removeCard(article, 'actors', 0) as any;
    expect(parts).toBe(1);
    expect(left.incidents[0].participants).toBeUndefined();
    expect(left.statements[0].speaker).toBeUndefined();
  });

  it('takes how close something was to a place with the place', () => {
    const { article: left } = removeCard(article, 'locations', 0) as any;
    expect(left.incidents[0]).not.toHaveProperty('location');
    expect(left.incidents[0]).not.toHaveProperty('locationPrecision');
  });
});

describe('a draft', () => {
  const draft = {
    id: 'drafted',
    published: '2024-01-15',
    text: article.text,
    actors: [
      { id: 'iran-state', name: 'IRAN', evidence: [{ quote: 'Iran' }] },
      { id: 'other', name: 'Other' },
    ],
    incidents: [
      { id: 'attack', title: 'Attack', evidence: [{ quote: 'raid near Mosul' }] },
      {
        id: 'denied',
        title: 'Denied',
        participants: [{ actor: 'iran-state', role: 'OTHER' }],
        evidence: [{ quote: 'denied' }],
      },
    ],
  } as unknown as ArticleJson;

  it('adds what is not there, and leaves alone what somebody wrote', () => {
    const { article: merged, added } = mergeDraft(article, draft, [
      { pointer: '/incidents/1/participants/0', reason: 'unsure' },
      { pointer: '/incidents/10', reason: 'of another card' },
    ]) as any;
    expect(added).toEqual({ 'actors/other': [], 'incidents/denied': ['unsure'] });
    expect(merged.actors.map(({ id }: { id: string }) => id)).toEqual(['iran', 'other']);
    expect(merged.incidents[0]).toBe((article as any).incidents[0]);
    expect(merged.incidents[1].participants).toEqual([{ actor: 'iran', role: 'OTHER' }]);
  });

  it('adds nothing the second time', () => {
    const { article: merged } = mergeDraft(article, draft, []);
    expect(mergeDraft(merged, draft, []).added).toEqual({});
  });
});
