import { describe, expect, it } from 'vitest';
import { type ExplorerState, emptyState } from '../../../web/explorer/state/explorer-state.ts';
import { whereOf } from '../../../web/explorer/state/where.ts';

const where = (state: Partial<ExplorerState>, ...without: Parameters<typeof whereOf>[1][]) =>
  whereOf({ ...emptyState, ...state }, ...without);

describe('the filter of a state', () => {
  it('is null without filters', () => {
    expect(where({})).toBeNull();
    expect(where({ open: 'Incident:strike', sort: 'oldest', embed: true })).toBeNull();
  });

  it.each<[Partial<ExplorerState>, unknown]>([
    [{ q: 'drone' }, { text: 'drone' }],
    [{ country: ['IQ', 'SY'] }, { location: { country: { in: ['IQ', 'SY'] } } }],
    [{ actor: ['iran'] }, { participants: { some: { actor: { id: { in: ['iran'] } } } } }],
    [
      { actor: ['iran'], role: ['TARGET'] },
      { participants: { some: { actor: { id: { in: ['iran'] } }, role: { in: ['TARGET'] } } } },
    ],
    [{ from: '2023-11-09' }, { date: { possibly: { from: '2023-11-09' } } }],
    [{ to: '2023-11-09' }, { date: { possibly: { to: '2023-11-09' } } }],
    [{ responsibility: ['denied'] }, { responsibility: { deniedBy: { some: {} } } }],
    [
      { responsibility: ['claimed', 'denied'] },
      { or: [{ responsibility: { claimedBy: { some: {} } } }, { responsibility: { deniedBy: { some: {} } } }] },
    ],
    [{ type: ['BATTLE'] }, { type: { in: ['BATTLE'] } }],
    [{ subtype: ['DRONE_STRIKE'] }, { subtype: { in: ['DRONE_STRIKE'] } }],
    [{ within: 'iraq' }, { location: { within: 'iraq' } }],
  ])('of %j is %j', (state, expected) => {
    expect(where(state)).toEqual(expected);
  });

  it('narrows a type to its chosen subtypes', () => {
    expect(where({ type: ['BATTLE'], subtype: ['ARMED_CLASH'] })).toEqual({ subtype: { in: ['ARMED_CLASH'] } });
  });

  it('has a type beside the subtype of another', () => {
    expect(where({ type: ['BATTLE'], subtype: ['DRONE_STRIKE'] })).toEqual({
      or: [{ type: { in: ['BATTLE'] } }, { subtype: { in: ['DRONE_STRIKE'] } }],
    });
  });

  it('leaves out the filters of a facet, and its role with an actor', () => {
    const state: Partial<ExplorerState> = { actor: ['iran'], role: ['TARGET'], country: ['IQ'] };
    expect(where(state, 'actor')).toEqual({ location: { country: { in: ['IQ'] } } });
    expect(where(state, 'country')).toEqual(where({ actor: ['iran'], role: ['TARGET'] }));
  });
});
