import { isDay } from '../../ingest/parse/edtf.ts';
import type { EntryFault } from '../imported.ts';
import { createRowReader, type Values } from '../row-reader.ts';
import { type Source, sourcesOf } from './sources.ts';

/** An event of the UCDP Georeferenced Event Dataset, as described in its codebook. */
export interface GedEvent {
  id: number;
  /** 1 state-based, 2 non-state, 3 one-sided. */
  violence: 1 | 2 | 3;
  conflict: string;
  dyad: string;
  sideA: string;
  sideB: string;
  sources: Source[];
  /** How many sources report the event; undefined if the row does not say. */
  sourceCount: number | undefined;
  /** The sources of the sources, as the data set names them. */
  reportedBy: string;
  /** 1 exact, 2 near, 3 district, 4 province, 5 a line or fuzzy area, 6 country, 7 international waters or airspace. */
  wherePrecision: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  /** The smallest part of the country that the row names; the country if it names none. */
  place: string;
  description: string;
  adm1: string;
  adm2: string;
  latitude: number;
  longitude: number;
  country: string;
  /** ISO 3166-1 alpha-3; empty in editions without it. */
  iso3: string;
  region: string;
  /** 1 one event, 2 several events that the source reports as one. */
  clarity: 1 | 2;
  start: string;
  end: string;
  deaths: { a: number; b: number; civilians: number; unknown: number };
  low: number;
  best: number;
  high: number;
}

/** The columns that every edition has and every event needs. */
export const requiredColumns = [
  ...['id', 'type_of_violence', 'side_a', 'side_b', 'where_prec', 'where_coordinates', 'latitude', 'longitude'],
  ...['country', 'date_start', 'date_end', 'deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown'],
  ...['low', 'best', 'high'],
] as const;

/** Parses a row. Returns the event, or all its faults. */
export function parseEvent(
  values: Values,
): { entry: GedEvent; faults?: never } | { entry?: never; faults: EntryFault[] } {
  const { has, text, name, needed, whole, oneOf, degrees, day, addFault, result } = createRowReader(values);
  const event: GedEvent = {
    id: whole('id'),
    violence: oneOf('type_of_violence', [1, 2, 3]),
    conflict: text('conflict_name'),
    dyad: text('dyad_name'),
    sideA: needed('side_a'),
    sideB: needed('side_b'),
    sources: sourcesOf(values),
    // -1 of events that were coded before the column.
    sourceCount:
      has('number_of_sources') && text('number_of_sources') !== '-1' ? whole('number_of_sources') : undefined,
    reportedBy: text('source_original'),
    wherePrecision: oneOf('where_prec', [1, 2, 3, 4, 5, 6, 7]),
    place: name('where_coordinates') || name('adm_2') || name('adm_1') || text('country'),
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
  if (isDay(event.start) && isDay(event.end) && event.end < event.start)
    addFault('date_end', `a day not before ${event.start}, the date_start`);
  return result(event);
}
