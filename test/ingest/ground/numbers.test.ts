import { describe, expect, it } from 'vitest';
import { ofIncident, warningsOf } from './grounded.ts';

const numberWarnings = (text: string, count: unknown, quote = text) =>
  warningsOf(
    ofIncident(text, { casualties: [{ kind: 'KILLED', count, evidence: [quote] }] }),
    'NUMBER_NOT_IN_QUOTE',
    'ORIGINAL_NOT_IN_TEXT',
  );
const warning = [['NUMBER_NOT_IN_QUOTE', '/incidents/0/casualties/0/count']];

describe('NUMBER_NOT_IN_QUOTE', () => {
  it.each([
    ['The blast killed 3 soldiers.', 3, 4],
    ['The blast killed three soldiers.', 3, 2],
    ['The blast killed twenty-one soldiers.', 21, 20],
    ['The blast killed one hundred and five soldiers.', 105, 100],
    ['The blast killed 1,200 soldiers.', 1200, 200],
    ['The blast killed 1.5 million people.', 1_500_000, 15],
    ['The blast killed a dozen soldiers.', 12, 10],
    ['The blast killed half a dozen soldiers.', 6, 12],
    ['The blast killed two dozen soldiers.', 24, 12],
    ['The blast killed both soldiers.', 2, 3],
    ['The blast killed a couple of soldiers.', 2, 3],
    ['The blast killed no one.', 0, 3],
    ['Nobody was killed by the blast.', 0, 2],
    ['The blast killed two of the three soldiers.', 2, 4],
    ['The blast killed at least 3 soldiers.', { min: 3 }, { min: 4 }],
    ['The blast killed no fewer than three soldiers.', { min: 3 }, { min: 2 }],
    ['The blast killed more than 12 soldiers.', { min: 13 }, { min: 12 }],
    ['The blast killed over 40 soldiers.', { min: 41 }, 40],
    ['The blast killed 40 or more soldiers.', { min: 40 }, { min: 41 }],
    ['The blast killed up to 5 soldiers.', { min: 0, max: 5 }, { min: 0, max: 6 }],
    ['The blast killed fewer than 5 soldiers.', { min: 0, max: 4 }, { min: 0, max: 5 }],
    ['The blast killed 10 to 12 soldiers.', { min: 10, max: 12 }, { min: 10, max: 13 }],
    ['The blast killed between 10 and 12 soldiers.', { min: 10, max: 12 }, { min: 9, max: 12 }],
    ['The blast killed 10-12 soldiers.', { min: 10, max: 12, best: 11 }, { min: 11, max: 12 }],
    ['The blast killed about 40 soldiers.', { min: 35, max: 45, best: 40 }, { min: 50, max: 60 }],
    ['The blast killed dozens of soldiers.', { min: 24 }, { min: 240 }],
    ['The blast killed scores of soldiers.', { min: 40 }, { min: 4 }],
    ['The blast killed hundreds of soldiers.', { min: 200 }, { min: 20 }],
    ['The blast killed two soldiers and one officer.', 3, 4],
    ['The blast killed a woman and two children.', 3, 5],
  ])('reads %j as %j, not as %j', (text, stated, other) => {
    expect(numberWarnings(text, stated)).toEqual([]);
    expect(numberWarnings(text, other)).toEqual(warning);
  });

  it.each([
    ['a day', 'On November 4 the blast killed soldiers.', 4],
    ['a year', 'In 2016 the blast killed soldiers.', 2016],
    ['a distance', 'The blast killed soldiers 5 km away.', 5],
    ['an age', 'The blast killed soldiers aged 19.', 19],
    ['a share', 'The blast killed 30% of the soldiers.', 30],
    ['a name', 'A man with an AK-47 killed soldiers.', 47],
    ['a label', 'The blast killed soldiers on Highway 6.', 6],
    ['an article before an event', 'In a blast two soldiers were killed.', 1],
  ])('does not read the number of %s as a number of people', (_what, text, count) => {
    expect(numberWarnings(text, count)).toEqual(warning);
  });

  it('reads the quote of the casualty, not another sentence', () => {
    const text = 'The blast killed three soldiers. Later, five men were killed.';
    expect(numberWarnings(text, 3, 'The blast killed three soldiers')).toEqual([]);
    expect(numberWarnings(text, 5, 'The blast killed three soldiers')).toEqual(warning);
  });

  it('reads the sentence of a quote that has no number', () => {
    const text = 'Three soldiers were killed. Four were not.';
    expect(numberWarnings(text, 3, 'were killed')).toEqual([]);
    expect(numberWarnings(text, 4, 'were killed')).toEqual(warning);
  });

  it('reads the evidence of the incident if the casualty has none', () => {
    const stated = (count: number) =>
      warningsOf(
        ofIncident('The blast killed three soldiers.', { casualties: [{ kind: 'KILLED', count }] }),
        'NUMBER_NOT_IN_QUOTE',
      );
    expect(stated(3)).toEqual([]);
    expect(stated(4)).toEqual(warning);
  });

  it('compares the number with its original words', () => {
    const text = 'The blast killed a dozen soldiers.';
    expect(numberWarnings(text, { min: 12, max: 12, original: 'a dozen' })).toEqual([]);
    expect(numberWarnings(text, { min: 14, max: 14, original: 'a dozen' })).toEqual(warning);
  });

  it('reads a name, or a noun without a number, as one', () => {
    expect(numberWarnings('The blast killed Colonel Ali.', 1)).toEqual([]);
    expect(numberWarnings('The blast killed a soldier.', 1)).toEqual([]);
    expect(numberWarnings('The blast killed Colonel Ali.', 2)).toEqual(warning);
  });

  it('checks the number of events, of targets and of weapons', () => {
    const text = 'Three drones were used in two attacks. Five bridges fell.';
    const stated = (count: number, bridges: number, drones: number) =>
      warningsOf(
        ofIncident(text, {
          count,
          targets: [{ kind: 'TRANSPORT', count: bridges, evidence: ['Five bridges'] }],
          weapons: [{ method: 'DRONE', count: drones, evidence: ['Three drones'] }],
        }),
        'NUMBER_NOT_IN_QUOTE',
      );
    expect(stated(2, 5, 3)).toEqual([]);
    expect(stated(40, 4, 2)).toEqual([
      ['NUMBER_NOT_IN_QUOTE', '/incidents/0/targets/0/count'],
      ['NUMBER_NOT_IN_QUOTE', '/incidents/0/count'],
      ['NUMBER_NOT_IN_QUOTE', '/incidents/0/weapons/0/count'],
    ]);
  });
});

describe('ORIGINAL_NOT_IN_TEXT', () => {
  it('warns of an original of a number or a date that is not in the text', () => {
    const incident = {
      count: { min: 12, max: 12, original: 'twelve' },
      date: { edtf: '2023-11-09', original: 'last Thursday' },
    };
    expect(warningsOf(ofIncident('A dozen blasts on Thursday.', incident), 'ORIGINAL_NOT_IN_TEXT')).toEqual([
      ['ORIGINAL_NOT_IN_TEXT', '/incidents/0/date/original'],
      ['ORIGINAL_NOT_IN_TEXT', '/incidents/0/count/original'],
    ]);
  });

  it('ignores case, line breaks and the form of quotes and dashes', () => {
    const text = 'At the “start”\nof the war – in October – blasts were heard.';
    const date = { edtf: '2023-10', original: 'at the "start" of the war - in October' };
    expect(warningsOf(ofIncident(text, { date }), 'ORIGINAL_NOT_IN_TEXT')).toEqual([]);
  });
});
