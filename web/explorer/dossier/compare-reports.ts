import type { CasualtyKind } from '../generated/graphql.ts';
import { type DaySpan, spanInWords } from '../state/day-words.ts';
import { labelOf } from '../state/labels.ts';
import { quantityInWords, type Range } from '../state/quantity-words.ts';
import { type Entry, entryInWords } from './casualty-words.ts';

/** What the comparison reads of an incident, and of an article's report of it; null where nothing is stated. */
export interface Stated {
  title?: string | null | undefined;
  type?: string | null | undefined;
  subtype?: string | null | undefined;
  scope?: string | null | undefined;
  occurrence?: string | null | undefined;
  outcome?: string | null | undefined;
  count?: Range | null | undefined;
  date?: (DaySpan & { original?: string | null }) | null | undefined;
  location?: { id: string; name: string } | null | undefined;
  locationPrecision?: string | null | undefined;
  methods?: readonly string[] | null | undefined;
  targets?: readonly { kind: string; name: string | null; location: { id: string } | null }[] | null | undefined;
  participants?:
    | readonly { role: string; status: string | null; actor: { id: string; name: string } }[]
    | null
    | undefined;
  casualties?: readonly Entry[] | null | undefined;
}

/** A field with what each report says of it. */
export interface FieldComparison {
  field: string;
  /** What each report states, in words, in the order of the reports; null where it says nothing. */
  cells: (string | null)[];
  /** The reports whose value is the incident's. */
  winners: number[];
  /** Why that value is the incident's, in words; empty if the reports do not tell. */
  why: string;
  /** Whether at least two reports state different things. */
  differs: boolean;
}

/**
 * Compares reports, newest first, with the incident that they were folded into. Fields that no report states are left
 * out. `complete` says whether these are all reports of it.
 */
export function compareReports(incident: Stated, reports: readonly Stated[], complete: boolean): FieldComparison[] {
  const kinds = [...new Set(reports.flatMap(({ casualties }) => (casualties ?? []).map(kindOf)))].sort();
  const fields: Field[] = [...singleFields, ...kinds.map(casualtyField), ...unitedFields];
  return fields.flatMap((field) => {
    const stated = reports.map((report) => field.read(report));
    if (stated.every((value) => value === null)) return [];
    const different = new Set(stated.flatMap((value) => (value === null ? [] : [value.key])));
    const own = field.read(incident);
    const equal = field.united
      ? []
      : stated.flatMap((value, index) => (value && value.key === own?.key ? [index] : []));
    return [
      {
        field: field.name,
        cells: stated.map((value) => value?.words ?? null),
        winners: equal,
        why: different.size > 1 ? reasonOf(field, stated, equal, complete) : '',
        differs: different.size > 1,
      },
    ];
  });
}

/** A value, with a key that is equal for equal values. */
interface Value {
  key: string;
  words: string;
}

interface Field {
  name: string;
  read(stated: Stated): Value | null;
  /** Whether all articles are combined, so that none wins. */
  united?: boolean;
  /** Whether an older, more exact value stays. */
  refines?: boolean;
}

/** The rules are those of the fold: the newest report that states a field wins, unless an older one is more exact. */
function reasonOf(field: Field, stated: (Value | null)[], winners: number[], complete: boolean): string {
  if (field.united) return 'All articles are combined.';
  const newest = stated.findIndex((value) => value !== null);
  const [winner] = winners;
  if (winner === undefined) return complete ? '' : 'The value shown comes from an older report.';
  if (winner === newest) return 'The newest report that states it counts.';
  return field.refines
    ? 'An older report counts, because it is more exact than the newer one.'
    : 'An older report counts.';
}

const word = (value: string | null | undefined, words = value): Value | null =>
  value == null ? null : { key: value, words: words ?? value };

const singleFields: Field[] = [
  { name: 'Title', read: ({ title }) => word(title) },
  {
    name: 'Type',
    refines: true,
    read: ({ type, subtype }) =>
      type == null
        ? null
        : {
            key: `${type} ${subtype ?? ''}`,
            words: subtype ? labelOf(subtype, 'IncidentSubtype') : labelOf(type, 'IncidentType'),
          },
  },
  { name: 'Happened', read: ({ occurrence }) => word(occurrence, occurrence && labelOf(occurrence, 'Occurrence')) },
  { name: 'Outcome', read: ({ outcome }) => word(outcome, outcome && labelOf(outcome, 'Outcome')) },
  { name: 'Date', refines: true, read: ({ date }) => (date ? { key: date.edtf, words: spanInWords(date) } : null) },
  {
    name: 'Place',
    refines: true,
    read: ({ location, locationPrecision }) =>
      location
        ? {
            key: `${location.id} ${locationPrecision ?? 'UNKNOWN'}`,
            words:
              locationPrecision && locationPrecision !== 'UNKNOWN' && locationPrecision !== 'EXACT'
                ? `${location.name} (${labelOf(locationPrecision, 'LocationPrecision').toLowerCase()})`
                : location.name,
          }
        : null,
  },
  {
    name: 'Events',
    refines: true,
    read: ({ scope, count }) => {
      if (scope == null && !count) return null;
      const words = [scope && labelOf(scope, 'IncidentScope'), count && quantityInWords(count)];
      return { key: `${scope ?? ''} ${count ? rangeKey(count) : ''}`, words: words.filter(Boolean).join(': ') };
    },
  },
];

const unitedFields: Field[] = [
  {
    name: 'Methods',
    united: true,
    read: ({ methods }) => listed((methods ?? []).map((method) => word(method, labelOf(method, 'Method')))),
  },
  {
    name: 'Targets',
    united: true,
    read: ({ targets }) =>
      listed(
        (targets ?? []).map(({ kind, name, location }) => ({
          key: `${kind} ${location?.id ?? ''} ${name?.toLowerCase() ?? ''}`,
          words: name ?? labelOf(kind, 'TargetKind'),
        })),
      ),
  },
  {
    name: 'Participants',
    united: true,
    read: ({ participants }) =>
      listed(
        (participants ?? []).map(({ role, status, actor }) => ({
          key: `${role} ${actor.id} ${status ?? ''}`,
          words: `${actor.name} (${[labelOf(role, 'ParticipantRole'), status && labelOf(status, 'AttributionStatus')]
            .filter(Boolean)
            .join(', ')
            .toLowerCase()})`,
        })),
      ),
  },
];

function listed(values: (Value | null)[], separator = '; '): Value | null {
  const items = values.filter((value) => value !== null).sort((a, b) => (a.key < b.key ? -1 : 1));
  if (items.length === 0) return null;
  return { key: items.map(({ key }) => key).join('\n'), words: items.map(({ words }) => words).join(separator) };
}

const kindOf = ({ kind, within }: Entry) => (within ? `${kind} within` : kind);

/** All entries of a kind are won together. */
function casualtyField(kind: string): Field {
  const [value = '', within] = kind.split(' ');
  return {
    name: `${labelOf(value as CasualtyKind, 'CasualtyKind')}${within ? ', among them' : ''}`,
    refines: true,
    read: ({ casualties }) =>
      listed(
        (casualties ?? [])
          .filter((entry) => kindOf(entry) === kind)
          .map((entry) => ({
            key: [rangeKey(entry.count), entry.group, entry.demographic, entry.severity].join(' '),
            words: entryInWords(entry),
          })),
        ' + ',
      ),
  };
}

function rangeKey({ min, max, best }: Range): string {
  return `${min} ${max ?? ''} ${best ?? ''}`;
}
