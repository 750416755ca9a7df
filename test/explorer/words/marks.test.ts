import { describe, expect, it } from 'vitest';
import { claimInWords, type Evidence, marksOf, type Scope } from '../../../web/explorer/words/marks.ts';

const text = 'On Thursday three US troops were injured near Mosul Dam. Tehran denies it. Thursday was quiet elsewhere.';

const scope: Scope = {
  incident: 'Incident:convoy',
  statements: new Set(['Statement:a.denies']),
  locations: new Set(['Location:mosul-dam']),
  names: new Map([['us-troops', 'US troops']]),
  dateWords: 'Thursday',
};

function evidence(quote: string, supports: string, claim = ''): Evidence {
  const start = text.indexOf(quote);
  const [type = ''] = supports.split(':');
  return {
    id: `${supports} ${claim}`,
    claim,
    start,
    end: start + quote.length,
    url: null,
    supports: { __typename: type, id: supports, label: supports },
  };
}

const own = [
  evidence('On Thursday three US troops were injured', 'Incident:convoy'),
  evidence('three', 'Incident:convoy', 'casualties/INJURED'),
  evidence('US troops', 'Incident:convoy', 'participants/TARGET/us-troops'),
  evidence('Mosul Dam', 'Location:mosul-dam'),
  evidence('Tehran denies it', 'Statement:a.denies'),
];
const foreign = [evidence('Tehran', 'Actor:iran'), evidence('quiet', 'Incident:another')];

describe('marksOf', () => {
  it('marks only what belongs to the incident, each by what it is evidence of', () => {
    const marks = marksOf(text, [...foreign, ...own], scope, false);
    expect(marks.map(({ category, start, end }) => [category, text.slice(start, end)])).toEqual([
      ['casualty', 'three'],
      ['participant', 'US troops'],
      ['place', 'Mosul Dam'],
      ['date', 'Thursday'],
      ['incident', 'On Thursday three US troops were injured'],
      ['statement', 'Tehran denies it'],
    ]);
  });

  it('marks everything else too on request', () => {
    const marks = marksOf(text, [...foreign, ...own], scope, true);
    expect(marks.filter(({ category }) => category === 'other').map(({ key }) => key)).toEqual([
      'Actor:iran',
      'Incident:another',
    ]);
  });

  it('finds the words of the date within the evidence of the incident', () => {
    const dates = marksOf(text, own, scope, false).filter(({ category }) => category === 'date');
    expect(dates.map(({ start }) => start)).toEqual([3]);
  });

  it('marks no date whose words stand in several places outside the evidence', () => {
    expect(marksOf(text, [], scope, false)).toEqual([]);
  });
});

describe('claimInWords', () => {
  it.each([
    ['casualties/KILLED', 'Killed'],
    ['casualties/KILLED/1', 'Killed'],
    ['casualties/KILLED/within', 'Killed, among them'],
    ['participants/TARGET/us-troops', 'Target: US troops'],
    ['participants/TARGET/un-staff', 'Target: un staff'],
    ['weapons/DRONE', 'Drone'],
    ['links/RESPONSE_TO/us-strike', 'Response to: us strike'],
    ['something/new', 'something/new'],
  ])('writes %s as “%s”', (claim, words) => {
    expect(claimInWords(claim, scope.names)).toBe(words);
  });
});
