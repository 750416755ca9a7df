import type {
  IncidentSubtype,
  IncidentType,
  Method,
  Outcome,
  ParticipantRole,
  TargetKind,
} from '../generated/graphql.ts';

/** A box in degrees; `west` is greater than `east` where it crosses the antimeridian. */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

export type Side = 'claimed' | 'attributed' | 'denied';

/** What the page shows: all of it is in the hash of the address. Values of one list are alternatives. */
export interface ExplorerState {
  /** Words to search for. */
  q: string;
  type: IncidentType[];
  subtype: IncidentSubtype[];
  /** Codes of ISO 3166-1, such as IQ. */
  country: string[];
  /** Ids of actors, without their type. */
  actor: string[];
  /** The roles that `actor` may have; any, if empty. */
  role: ParticipantRole[];
  method: Method[];
  target: TargetKind[];
  outcome: Outcome[];
  /** Who says who did it. */
  responsibility: Side[];
  publisher: string[];
  /** The first and the last day. */
  from: string | null;
  to: string | null;
  box: Box | null;
  /** The id of a place, without its type. */
  within: string | null;
  /** Only what the map does not show: without a place, or with one of which nobody knows where it is. */
  unplaced: boolean;
  sort: Sort;
  /** The global id of the incident whose dossier is open. */
  open: string | null;
  /** Whether the page is embedded in another: without search, facets and menus. */
  embed: boolean;
}

export type Sort = keyof typeof sorts;

/** The orders of the list, as the hash names them. */
export const sorts = {
  newest: { field: 'DATE', direction: 'DESC', label: 'Newest first' },
  oldest: { field: 'DATE', direction: 'ASC', label: 'Oldest first' },
  killed: { field: 'KILLED', direction: 'DESC', label: 'Most killed' },
  relevance: { field: 'RELEVANCE', direction: 'DESC', label: 'Best match' },
} as const;

export const emptyState: ExplorerState = {
  q: '',
  type: [],
  subtype: [],
  country: [],
  actor: [],
  role: [],
  method: [],
  target: [],
  outcome: [],
  responsibility: [],
  publisher: [],
  from: null,
  to: null,
  box: null,
  within: null,
  unplaced: false,
  sort: 'newest',
  open: null,
  embed: false,
};

/** The parts of the state that filter incidents. */
export type FilterName = Exclude<keyof ExplorerState, 'sort' | 'open' | 'embed'>;

/** The filters that are set, in the order of `emptyState`. */
export function filtersOf(state: ExplorerState): FilterName[] {
  return filterNames.filter((name) => {
    const value = state[name];
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  });
}

const filterNames = (Object.keys(emptyState) as (keyof ExplorerState)[]).filter(
  (key): key is FilterName => key !== 'sort' && key !== 'open' && key !== 'embed',
);
