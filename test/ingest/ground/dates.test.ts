import { describe, expect, it } from 'vitest';
import { ofIncident, parsed, warningsOf } from './grounded.ts';

const codes = ['DATE_NOT_IN_QUOTE', 'AFTER_PUBLICATION'] as const;
const dateWarnings = (text: string, date: unknown, fields: object = {}) =>
  warningsOf({ ...ofIncident(text, { date }), ...fields }, ...codes);
const warning = [['DATE_NOT_IN_QUOTE', '/incidents/0/date']];

describe('DATE_NOT_IN_QUOTE', () => {
  it.each([
    ['on Thursday', '2023-11-09', '2023-11-08'],
    ['on Sunday', '2023-11-12', '2023-11-05'],
    ['last Thursday', '2023-11-09', '2023-11-10'],
    ['today', '2023-11-12', '2023-11-11'],
    ['yesterday', '2023-11-11', '2023-11-12'],
    ['the day before yesterday', '2023-11-10', '2023-11-11'],
    ['last night', '2023-11-11', '2023-11-10'],
    ['overnight', '2023-11-11', '2023-11-09'],
    ['on 9 November', '2023-11-09', '2023-11-10'],
    ['on the 9th of November', '2023-11-09', '2023-10-09'],
    ['on November 9', '2023-11-09', '2022-11-09'],
    ['on Nov. 9, 2016', '2016-11-09', '2016-11-19'],
    ['on 9 November 2016', '2016-11-09', '2023-11-09'],
    ['on December 24', '2022-12-24', '2021-12-24'],
    ['on 2016-11-09', '2016-11-09', '2016-09-11'],
    ['on 11/09/2016', '2016-11-09', '2016-11-10'],
    ['on Wednesday, Nov. 9', '2022-11-09', '2023-11-09'],
    ['three days ago', '2023-11-09', '2023-11-08'],
    ['in November 2016', '2016-11', '2016-10'],
    ['in October', '2023-10', '2022-10'],
    ['last month', '2023-10', '2023-09'],
    ['in 2016', '2016', '2015'],
    ['last year', '2022', '2021'],
    ['on November 7-9', '2023-11-07/2023-11-09', '2023-11-06/2023-11-09'],
    ['from 7 to 9 November', '2023-11-07/2023-11-09', '2023-11-07/2023-11-10'],
    ['since October 7', '2023-10-07/..', '2023-10-08/..'],
    ['since October 7', '2023-10-07/2023-11-12', '2023-10-17/2023-11-12'],
    ['in the past week', '2023-11-05/2023-11-12', '2023-10-05/2023-11-12'],
  ])('reads %j as %s, not as %s', (words, stated, other) => {
    const text = `A convoy was hit ${words}, officials said.`;
    expect(dateWarnings(text, stated)).toEqual([]);
    expect(dateWarnings(text, other)).toEqual(warning);
    expect(dateWarnings(text, { edtf: stated, original: words })).toEqual([]);
    expect(dateWarnings(text, { edtf: other, original: words })).toEqual(warning);
  });

  it('counts relative dates from another day of the text', () => {
    const text = 'The fire began on November 2. Two days later, a convoy was hit.';
    const fields = (date: string) => ({
      text,
      incidents: [{ id: 'i', title: 'I', date, evidence: ['a convoy was hit'] }],
    });
    expect(warningsOf(fields('2023-11-04'), ...codes)).toEqual([]);
    expect(warningsOf(fields('2023-11-03'), ...codes)).toEqual(warning);
  });

  it('takes the year of a day from the words before it', () => {
    const text = 'He was held in May 2006. A court heard that a convoy was hit on 10 May.';
    const fields = (date: string) => ({
      text,
      incidents: [{ id: 'i', title: 'I', date, evidence: ['a convoy was hit on 10 May'] }],
    });
    expect(warningsOf(fields('2006-05-10'), ...codes)).toEqual([]);
    expect(warningsOf(fields('2007-05-10'), ...codes)).toEqual(warning);
  });

  it('counts from the day of publication in every time zone', () => {
    const at = (published: string, date: string) => dateWarnings('A convoy was hit yesterday.', date, { published });
    expect(at('2023-11-12T23:30:00Z', '2023-11-12')).toEqual([]);
    expect(at('2023-11-12T23:30:00Z', '2023-11-11')).toEqual([]);
    expect(at('2023-11-12T23:30:00Z', '2023-11-10')).toEqual(warning);
  });

  it('is absent if the text has no date', () => {
    expect(dateWarnings('A convoy was hit.', '2023-11-09')).toEqual([]);
  });

  it('does not read the verbs may and march as months', () => {
    expect(dateWarnings('The rebels may march on a convoy.', '2023-11-09')).toEqual([]);
  });

  it('checks the dates of statements and affiliations', () => {
    const text = 'Ali, the minister since 2016, said on Thursday that it rained.';
    const fields = (said: string, since: string) => ({
      text,
      actors: [
        {
          id: 'ali',
          name: 'Ali',
          evidence: ['Ali'],
          affiliations: [{ type: 'HOLDS_OFFICE', actor: 'state', date: since, evidence: ['the minister since 2016'] }],
        },
        { id: 'state', name: 'The minister', evidence: ['the minister'] },
      ],
      statements: [
        {
          id: 's',
          type: 'REPORT',
          text: 'It rained',
          speaker: 'ali',
          date: said,
          evidence: ['said on Thursday that it rained'],
        },
      ],
    });
    expect(warningsOf(fields('2023-11-09', '2016/..'), ...codes)).toEqual([]);
    expect(warningsOf(fields('2023-11-08', '2015/..'), ...codes)).toEqual([
      ['DATE_NOT_IN_QUOTE', '/actors/0/affiliations/0/date'],
      ['DATE_NOT_IN_QUOTE', '/statements/0/date'],
    ]);
  });
});

describe('AFTER_PUBLICATION', () => {
  it.each([
    ['2023-11-12', []],
    ['2023-11', []],
    ['2023-11-13', ['AFTER_PUBLICATION']],
    ['2023-12', ['AFTER_PUBLICATION']],
    ['2023-11-01/2023-11-20', ['AFTER_PUBLICATION']],
    ['2023-11-01/..', []],
    ['2024~', ['AFTER_PUBLICATION']],
  ])('gives, for the date %s in an article of 2023-11-12, the warnings %j', (date, expected) => {
    expect(warningsOf(ofIncident('A convoy was hit.', { date }), 'AFTER_PUBLICATION').map(([code]) => code)).toEqual(
      expected,
    );
  });

  it('accepts the next day if it has begun further east at the moment of publication, and any day for a threat', () => {
    const fields = { ...ofIncident('A convoy was hit.', { date: '2023-11-13' }), published: '2023-11-12T18:00:00Z' };
    expect(warningsOf(fields, 'AFTER_PUBLICATION')).toEqual([]);
    const threat = ofIncident('They threatened a convoy.', { date: '2023-12-24', outcome: 'THREATENED' });
    expect(warningsOf(threat, 'AFTER_PUBLICATION')).toEqual([]);
    expect(parsed(threat).incidents).toHaveLength(1);
  });
});
