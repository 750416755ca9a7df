import { describe, expect, it } from 'vitest';
import { emptyLookup } from '../../src/drafting/draft.ts';
import { draftArticle } from '../../src/drafting/draft-article.ts';

/** A Wednesday. */
const published = '2025-03-12';

async function incidentsOf(text: string) {
  return (await draftArticle({ text, published }, emptyLookup)).article.incidents ?? [];
}

async function daysOf(text: string) {
  return (await incidentsOf(text)).map(({ date }) => date?.edtf);
}

describe('days of drafted incidents', () => {
  it.each([
    ['Two soldiers were killed near Mosul over the past 24 hours.', '2025-03-11/2025-03-12', 'past 24 hours'],
    ['Three men were arrested in Mosul in the last two nights.', '2025-03-10/2025-03-12', 'last two nights'],
    ['Two soldiers were killed near Mosul on the night of March 8.', '2025-03-08', 'March 8'],
    ['Two soldiers were killed near Mosul overnight.', '2025-03-11/2025-03-12', 'overnight'],
    ['Two soldiers were killed near Mosul last night.', '2025-03-11', 'last night'],
    ['Saturday’s suicide attack on the base killed two of the soldiers in it.', '2025-03-08', 'Saturday'],
    ['Police said on Tuesday that two soldiers were killed near Mosul.', '2025-03-11', 'Tuesday'],
  ])('reads “%s” as %s', async (text, edtf, original) => {
    expect(await incidentsOf(text)).toMatchObject([{ date: { edtf, original } }]);
  });

  it.each([
    'Two men who planned attacks for Saturday’s election were killed near Mosul.',
    'Two soldiers have been killed near Mosul since Monday.',
  ])('takes no day of something else: %s', async (text) => {
    expect(await daysOf(text)).toEqual([undefined]);
  });

  it('drafts an event of another day as another incident', async () => {
    const text =
      'The raid in Mosul took place on Monday. Soldiers returned fire, killing him. ' +
      'He was a suspect in the March 4 attack, which wounded five civilians.';
    expect(await incidentsOf(text)).toMatchObject([
      { date: { edtf: '2025-03-10' }, casualties: [{ kind: 'KILLED', count: { min: 1, max: 1 } }] },
      { date: { edtf: '2025-03-04' }, casualties: [{ kind: 'INJURED', count: { min: 5, max: 5 } }] },
    ]);
  });

  it('keeps a number when a pronoun comes after it', async () => {
    const text = 'Police killed several gunmen in Mosul on Monday. They shot the leader first, killing him.';
    expect(await incidentsOf(text)).toMatchObject([{ casualties: [{ kind: 'KILLED', count: { min: 3 } }] }]);
  });
});

describe('datelines', () => {
  it.each([
    'KABUL, Afghanistan (March 11, 2025) – An air strike hit a camp in Helmand province yesterday.',
    'Kabul, Afghanistan (March 12) - An air strike hit a camp in Helmand province yesterday.',
    'KABUL, March 12 (Reuters) - An air strike hit a camp in Helmand province on Tuesday.',
    'Kabul, 12 March 2025 (AFP) – An air strike hit a camp in Helmand province on Tuesday.',
    'NEWS RELEASE 2025-03-S-020  KABUL, Afghanistan (March\u00a012)  An air strike hit a camp in Helmand yesterday.',
  ])('are no days of events: %s', async (text) => {
    expect(await daysOf(text)).toEqual(['2025-03-11']);
  });

  it('give about the day of what follows if no day is written', async () => {
    const text =
      'KABUL, Afghanistan (March 11)\n\nSoldiers searched a compound in Helmand province. They detained two insurgents.';
    const { article, toCheck } = await draftArticle({ text, published }, emptyLookup);
    expect(article.incidents).toMatchObject([
      {
        title: 'Arrests',
        date: { edtf: '2025-03-11~', original: 'March 11' },
        evidence: [{ quote: 'They detained two insurgents.' }, { quote: 'KABUL, Afghanistan (March 11)' }],
      },
    ]);
    expect(toCheck).toContainEqual({
      pointer: '/incidents/0/date',
      certainty: 0.35,
      reason: 'no day is written; this one is the dateline’s',
    });
  });

  it.each([
    ['the text tells of a longer time', 'KABUL (March 11) – Two men were detained in raids throughout the week.'],
    ['they are after the publication', 'KABUL (March 20) – Two men were detained in Helmand province.'],
    ['they have no day', 'KABUL (AP) – Two men were detained in Helmand province.'],
    [
      'they are far before',
      'KABUL (March 11) – Nobody was hurt. It was calm there. People slept. Soldiers ate. Women sang. Two men were detained.',
    ],
  ])('give none if %s', async (_, text) => {
    const incidents = await incidentsOf(text);
    expect(incidents.map(({ date, evidence }) => [date, evidence?.length])).toEqual([[undefined, 1]]);
  });

  it('are not names in capitals with brackets', async () => {
    const text = 'Two soldiers were killed by the PKK (Kurdistan Workers’ Party) in Mardin on Monday.';
    expect(await incidentsOf(text)).toMatchObject([{ casualties: [{ kind: 'KILLED', count: { min: 2 } }] }]);
  });
});
