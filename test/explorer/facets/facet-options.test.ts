import { describe, expect, it } from 'vitest';
import { facetOptions, matching, shortlist, toggled } from '../../../web/explorer/facets/facet-options.ts';
import { nestedTypes } from '../../../web/explorer/facets/nested-types.ts';

const groups = [
  { key: 'IQ', label: 'Iraq', count: 14 },
  { key: 'SY', label: 'Syria', count: 3 },
];
const given = { groups, chosen: [], labelOf: (key: string) => `name of ${key}`, complete: false };

describe('the options of a facet', () => {
  it('are the counted values, in their order', () => {
    expect(facetOptions(given)).toEqual([
      { key: 'IQ', label: 'Iraq', count: 14, chosen: false },
      { key: 'SY', label: 'Syria', count: 3, chosen: false },
    ]);
  });

  it('include a chosen value with the count of the incidents that have it', () => {
    const chosenGroups = [{ key: 'LB', label: 'Lebanon', count: 2 }];
    expect(facetOptions({ ...given, chosenGroups, chosen: ['LB'] }).at(-1)).toEqual({
      key: 'LB',
      label: 'Lebanon',
      count: 2,
      chosen: true,
    });
  });

  it.each([
    [true, 0],
    [false, null],
  ])('count a chosen value that is nowhere, where the answer is complete (%s), as %s', (complete, count) => {
    expect(facetOptions({ ...given, chosen: ['LB'], complete }).at(-1)).toEqual({
      key: 'LB',
      label: 'name of LB',
      count,
      chosen: true,
    });
  });

  it('are shown up to a number, with all chosen ones', () => {
    expect(shortlist(facetOptions({ ...given, chosen: ['SY'] }), 1).map(({ key }) => key)).toEqual(['IQ', 'SY']);
    expect(shortlist(facetOptions(given), 1).map(({ key }) => key)).toEqual(['IQ']);
  });

  it('are found by words without regard to case and accents', () => {
    const options = facetOptions({ ...given, groups: [{ key: 'a', label: 'Rāmādī Brigade', count: 1 }] });
    expect(matching(options, 'brig ramadi')).toHaveLength(1);
    expect(matching(options, 'ramadan')).toHaveLength(0);
  });

  it('are toggled', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  });
});

describe('types and subtypes', () => {
  const types = [
    { key: 'BATTLE', label: 'BATTLE', count: 5 },
    { key: 'RIOT', label: 'RIOT', count: 1 },
  ];
  const subtypes = [
    { key: 'ARMED_CLASH', label: '', count: 4 },
    { key: 'MOB_VIOLENCE', label: '', count: 1 },
  ];

  it('are types alone while none is chosen', () => {
    const keys = nestedTypes(types, subtypes, { type: [], subtype: [] }).map(({ key }) => key);
    expect(keys).toEqual(['BATTLE', 'RIOT']);
  });

  it('show the subtypes of a chosen type below it', () => {
    const options = nestedTypes(types, subtypes, { type: ['BATTLE'], subtype: [] });
    expect(options.map(({ key, nested, chosen }) => [key, nested, chosen])).toEqual([
      ['BATTLE', false, true],
      ['BATTLE:ARMED_CLASH', true, false],
      ['RIOT', false, false],
    ]);
  });

  it('show the type of a chosen subtype as partly chosen, even without a count', () => {
    const options = nestedTypes([], [], { type: [], subtype: ['ARMED_CLASH'] });
    expect(options.map(({ key, count, mixed, chosen }) => [key, count, mixed, chosen])).toEqual([
      ['BATTLE', 0, true, true],
      ['BATTLE:ARMED_CLASH', 0, false, true],
    ]);
  });
});
