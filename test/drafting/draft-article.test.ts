import { describe, expect, it } from 'vitest';
import { emptyLookup, type StoredEntity } from '../../src/drafting/draft.ts';
import { draftArticle } from '../../src/drafting/draft-article.ts';

const published = '2025-03-12';

describe('draftArticle', () => {
  it('drafts the place, day, method and toll of an attack, each with evidence', async () => {
    const text =
      'A roadside bomb killed three soldiers near Mosul, Iraq, on Monday. ' +
      'The Islamic State claimed responsibility for the attack.';
    const { article } = await draftArticle({ text, published }, emptyLookup);
    expect(article.locations).toMatchObject([
      { id: 'mosul', partOf: 'iraq', evidence: [{ quote: 'Mosul' }] },
      { id: 'iraq', kind: 'COUNTRY', country: 'IQ' },
    ]);
    expect(article.incidents).toMatchObject([
      {
        type: 'EXPLOSION_REMOTE_VIOLENCE',
        subtype: 'IED_ATTACK',
        methods: ['IED'],
        date: { edtf: '2025-03-10', original: 'Monday' },
        location: 'mosul',
        locationPrecision: 'NEAR',
        casualties: [{ kind: 'KILLED', count: { min: 3, max: 3 }, group: 'MILITARY' }],
      },
    ]);
    expect(article.statements).toMatchObject([{ type: 'CLAIM_OF_RESPONSIBILITY', speaker: 'islamic-state' }]);
  });

  it('takes ids and names from the store', async () => {
    const daesh: StoredEntity = {
      type: 'Actor',
      id: 'daesh',
      name: 'Islamic State group',
      aliases: ['Islamic State', 'ISIS'],
      kind: 'ARMED_GROUP',
      incidents: 40,
    };
    const lookup = { ...emptyLookup, findNamed: async () => [daesh] };
    const text = 'ISIS claimed responsibility for the attack that killed two people in Kirkuk on Monday.';
    const { article } = await draftArticle({ text, published }, lookup);
    expect(article.actors).toMatchObject([{ id: 'daesh', name: 'Islamic State group', aliases: ['ISIS'] }]);
  });

  it('takes the initials of a name for the same actor', async () => {
    const text =
      'Iraqi Security Forces seized a hospital in Mosul from ISIL fighters on Monday. The ISF then withdrew.';
    const { article } = await draftArticle({ text, published }, emptyLookup);
    expect(article.actors).toMatchObject([
      { id: 'iraqi-security-forces', name: 'Iraqi Security Forces', aliases: ['ISF'] },
      { id: 'isil', name: 'ISIL' },
    ]);
  });

  it('rejects a text without words and a publication that is no day', async () => {
    await expect(draftArticle({ text: ' \n', published }, emptyLookup)).rejects.toThrow('text must have words');
    await expect(draftArticle({ text: 'x', published: 'soon' }, emptyLookup)).rejects.toThrow(
      'published must be a day',
    );
  });
});
