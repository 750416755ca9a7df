import { nameOf } from '../data/names.ts';
import { countryName } from '../facets/country-name.ts';
import { day } from '../list/day-in-words.ts';
import type { ExplorerState, FilterName, Side } from '../state/explorer-state.ts';
import { filtersOf } from '../state/explorer-state.ts';
import { labelOf } from '../state/labels.ts';

/** A filter that is set, in words. */
export interface Chip {
  key: string;
  filter: FilterName;
  label: string;
  /** What the label is: a country, an actor, … */
  kind: string;
  /** Whether there is nothing of that id. */
  unknown?: boolean;
  /** The change of the state that removes it. */
  without: Partial<ExplorerState>;
}

/** The filters of a state, each value by itself, so that each can be removed. */
export function chipsOf(state: ExplorerState): Chip[] {
  return filtersOf(state).flatMap((filter): Chip[] => {
    switch (filter) {
      case 'q':
        return [{ key: 'q', filter, kind: 'Words', label: `“${state.q}”`, without: { q: '' } }];
      case 'from':
      case 'to':
        return filter === 'to' && state.from
          ? []
          : [{ key: 'days', filter, kind: 'Days', label: days(state), without: { from: null, to: null } }];
      case 'box':
        return [{ key: 'box', filter, kind: 'Place', label: 'area on the map', without: { box: null } }];
      case 'unplaced':
        return [{ key: 'unplaced', filter, kind: 'Place', label: 'not on the map', without: { unplaced: false } }];
      case 'within':
        return [
          {
            key: 'within',
            filter,
            kind: 'Place',
            ...named(`Location:${state.within}`, 'place'),
            without: { within: null },
          },
        ];
      case 'role':
        if (state.actor.length > 0) return [];
        return [
          {
            key: 'role',
            filter,
            kind: 'Role',
            label: state.role.map((role) => labelOf(role, 'ParticipantRole')).join(' or '),
            without: { role: [] },
          },
        ];
      default:
        return state[filter].map((value) => ({
          key: `${filter}=${value}`,
          filter,
          ...inWords(filter, value, state),
          without: withoutValue(filter, value, state),
        }));
    }
  });
}

type ListFilter = Exclude<FilterName, 'q' | 'from' | 'to' | 'box' | 'within' | 'unplaced' | 'role'>;

function inWords(filter: ListFilter, value: string, state: ExplorerState): Pick<Chip, 'label' | 'kind' | 'unknown'> {
  switch (filter) {
    case 'country':
      return { kind: 'Country', label: countryName(value) };
    case 'actor': {
      const roles = state.role.map((role) => labelOf(role, 'ParticipantRole').toLowerCase()).join(' or ');
      const { label, unknown } = named(`Actor:${value}`, 'actor');
      return { kind: 'Actor', label: roles ? `${label} as ${roles}` : label, ...(unknown && { unknown }) };
    }
    case 'responsibility':
      return { kind: 'Responsibility', label: sideLabels[value as Side] };
    case 'publisher':
      return { kind: 'Publisher', label: value };
    default:
      return { kind: enums[filter].kind, label: labelOf(value, enums[filter].of) };
  }
}

const enums = {
  type: { of: 'IncidentType', kind: 'Type' },
  subtype: { of: 'IncidentSubtype', kind: 'Type' },
  method: { of: 'Method', kind: 'Method' },
  target: { of: 'TargetKind', kind: 'Target' },
  outcome: { of: 'Outcome', kind: 'Outcome' },
} as const;

const sideLabels: Record<Side, string> = { claimed: 'claimed', attributed: 'attributed', denied: 'denied' };

/** The role goes with the last actor. */
function withoutValue(filter: ListFilter, value: string, state: ExplorerState): Partial<ExplorerState> {
  const left = (state[filter] as string[]).filter((other) => other !== value);
  return { [filter]: left, ...(filter === 'actor' && left.length === 0 && { role: [] }) };
}

function named(id: string, what: string): Pick<Chip, 'label' | 'unknown'> {
  const name = nameOf(id);
  const slug = id.slice(id.indexOf(':') + 1);
  return name === null ? { label: `unknown ${what} “${slug}”`, unknown: true } : { label: name ?? slug };
}

function days({ from, to }: ExplorerState): string {
  if (from && to) return from === to ? day(from) : `${day(from)} – ${day(to)}`;
  return from ? `from ${day(from)}` : `until ${day(to ?? '')}`;
}
