import { isDay } from '../../ingest/edtf.ts';
import { showValue } from '../../show-value.ts';
import type { EntryFault } from '../imported.ts';
import { clean, type Source, sourcesOf } from './sources.ts';

/** An event of the UCDP Georeferenced Event Dataset, as its codebook has it. */
export interface GedEvent {
  id: number;
  /** 1 state-based, 2 non-state, 3 one-sided. */
  violence: 1 | 2 | 3;
  conflict: string;
  dyad: string;
  sideA: string;
  sideB: string;
  sources: Source[];
  /** Who told the sources. */
  reportedBy: string;
  /** 1 exact, 2 near, 3 district, 4 province, 5 a line or fuzzy area, 6 country, 7 international waters or airspace. */
  wherePrecision: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  place: string;
  description: string;
  adm1: string;
  adm2: string;
  latitude: number;
  longitude: number;
  country: string;
  /** ISO 3166-1 alpha-3, where the edition has it. */
  iso3: string;
  region: string;
  /** 1 one event, 2 a sum that the source made of several. */
  clarity: 1 | 2;
  start: string;
  end: string;
  deaths: { a: number; b: number; civilians: number; unknown: number };
  low: number;
  best: number;
  high: number;
}

/** The columns that no edition lacks and no event can do without. */
export const requiredColumns = [
  ...['id', 'type_of_violence', 'side_a', 'side_b', 'where_prec', 'where_coordinates', 'latitude', 'longitude'],
  ...['country', 'date_start', 'date_end', 'deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown'],
  ...['low', 'best', 'high'],
] as const;

/** Two sides and a place still make a title of at most 1,000 characters. */
const maxName = 320;

type Values = Readonly<Record<string, string>>;

/** Whether a row holds tags of HXL (`#adm1+name`), as HDX writes below the header: no event, and no fault. */
export function isHxlRow(values: Values): boolean {
  if (/^\d/.test(values.id ?? '')) return false;
  const filled = Object.values(values).filter((value) => value.trim() !== '');
  return filled.length > 0 && filled.every((value) => /^#[a-z]/.test(value));
}

/** Parses a row: the event, or all that is wrong with it. */
export function parseEvent(values: Values): { event: GedEvent } | { faults: EntryFault[] } {
  const faults: EntryFault[] = [];
  const event: GedEvent = {
    id: whole('id'),
    violence: oneOf('type_of_violence', [1, 2, 3]),
    conflict: text('conflict_name'),
    dyad: text('dyad_name'),
    sideA: needed('side_a'),
    sideB: needed('side_b'),
    sources: sourcesOf(values),
    reportedBy: text('source_original'),
    wherePrecision: oneOf('where_prec', [1, 2, 3, 4, 5, 6, 7]),
    place: needed('where_coordinates'),
    description: text('where_description'),
    adm1: name('adm_1'),
    adm2: name('adm_2'),
    latitude: degrees('latitude', 90),
    longitude: degrees('longitude', 180),
    country: needed('country'),
    iso3: text('iso3'),
    region: name('region'),
    clarity: values.event_clarity === undefined ? 1 : oneOf('event_clarity', [1, 2]),
    start: day('date_start'),
    end: day('date_end'),
    deaths: {
      a: whole('deaths_a'),
      b: whole('deaths_b'),
      civilians: whole('deaths_civilians'),
      unknown: whole('deaths_unknown'),
    },
    low: whole('low'),
    best: whole('best'),
    high: whole('high'),
  };
  if (faults.length === 0 && event.end < event.start) refuse('date_end', `a day from ${event.start}, the date_start`);
  for (const [field, value] of Object.entries(values)) {
    if (/[\0\ufffd]/.test(value)) faults.push({ field, expected: 'UTF-8 without NUL', found: showValue(value) });
  }
  return faults.length > 0 ? { faults } : { event };

  function refuse(field: string, expected: string): void {
    faults.push({ field, expected, found: showValue(values[field] ?? '') });
  }

  function text(field: string): string {
    return clean(values[field]);
  }

  /** As a name may be; empty where nothing of it can be seen. */
  function name(field: string): string {
    const value = text(field);
    if (value.length > maxName) refuse(field, `a name of at most ${maxName} characters`);
    return isVisible(value) ? value : '';
  }

  function needed(field: string): string {
    const value = name(field);
    if (value === '') refuse(field, 'a name');
    return value;
  }

  /** Spreadsheets write `3` as `3.0`. */
  function whole(field: string): number {
    const value = text(field);
    if (/^\d{1,15}(\.0+)?$/.test(value)) return Number(value);
    refuse(field, 'a whole number from 0');
    return 0;
  }

  function oneOf<T extends number>(field: string, codes: readonly T[]): T {
    const value = text(field).replace(/\.0+$/, '');
    const code = codes.find((each) => value === String(each));
    if (code === undefined) refuse(field, `one of ${codes.join(', ')}`);
    return code ?? (codes[0] as T);
  }

  function degrees(field: string, most: number): number {
    const value = text(field);
    if (/^-?\d{1,3}(\.\d+)?$/.test(value) && Math.abs(Number(value)) <= most) return Number(value);
    refuse(field, `a number of degrees from -${most} to ${most}`);
    return 0;
  }

  /** Later releases write a day as its midnight. */
  function day(field: string): string {
    const value = text(field).replace(/[ T]00:00:00(\.0+)?$/, '');
    if (!isDay(value)) refuse(field, 'a day of the calendar, YYYY-MM-DD');
    return value;
  }
}

/** Whether anything of a name can be seen. */
export function isVisible(name: string): boolean {
  return /[^\s\p{Cc}\p{Cf}]/u.test(name);
}
