import { isDay } from '../../ingest/parse/edtf.ts';
import {
  type AcledEventType,
  type AcledInter,
  type AcledSubEventType,
  acledEventTypes,
  acledInterNumbers,
  acledSubEventTypes,
} from '../crosswalk/acled.ts';
import type { EntryFault } from '../imported.ts';
import { createRowReader, type Values } from '../row-reader.ts';

/** An event of ACLED, as described in its codebook. */
export interface AcledEvent {
  /** Letters of the country and a number: `ETH9766`. */
  id: string;
  date: string;
  /** 1 the day, 2 the week, 3 the month. */
  timePrecision: 1 | 2 | 3;
  eventType: AcledEventType;
  subEventType: AcledSubEventType;
  /** The order of actors means nothing, except in violence against civilians, whose target is the second. */
  sides: readonly [AcledSide] | readonly [AcledSide, AcledSide];
  isTargetingCivilians: boolean;
  country: string;
  /** ISO 3166-1 numeric; empty if the row has none. */
  iso: string;
  admin1: string;
  admin2: string;
  location: string;
  latitude: number;
  longitude: number;
  geoPrecision: 1 | 2 | 3;
  sources: readonly string[];
  sourceScale: string;
  notes: string;
  /** 0 if nobody was killed, and also if no source says so. */
  fatalities: number;
  tags: readonly string[];
  /** When the row was uploaded, in seconds; undefined in files without it. */
  timestamp: number | undefined;
}

/** An actor with its associated actors, which helped it or describe it. */
export interface AcledSide {
  actor: string;
  inter: AcledInter | undefined;
  associated: readonly string[];
}

/** The columns that every row needs. */
export const requiredColumns = [
  ...['event_id_cnty', 'event_date', 'time_precision', 'event_type', 'sub_event_type', 'actor1', 'country'],
  ...['location', 'latitude', 'longitude', 'geo_precision', 'source', 'notes', 'fatalities'],
] as const;

/** Seconds of the year 9999. */
const maxTimestamp = 253_402_300_799;

/** Parses a row. Returns the event, or all its faults. */
export function parseEvent(
  values: Values,
): { entry: AcledEvent; faults?: never } | { entry?: never; faults: EntryFault[] } {
  const { has, text, name, names, needed, whole, oneOf, degrees, addFault, result } = createRowReader(values);
  const eventType = oneOf('event_type', Object.keys(acledEventTypes) as AcledEventType[]);
  const second = name('actor2');
  const event: AcledEvent = {
    id: id(),
    date: day(),
    timePrecision: oneOf('time_precision', [1, 2, 3]),
    eventType,
    subEventType: oneOf('sub_event_type', subEventTypesOf(eventType)),
    sides:
      second === ''
        ? [side(needed('actor1'), 'inter1', 'assoc_actor_1')]
        : [side(needed('actor1'), 'inter1', 'assoc_actor_1'), side(second, 'inter2', 'assoc_actor_2')],
    isTargetingCivilians:
      eventType === 'Violence against civilians' ||
      (has('civilian_targeting') && oneOf('civilian_targeting', ['Civilians targeted']) === 'Civilians targeted'),
    country: needed('country'),
    iso: has('iso') ? String(whole('iso')) : '',
    admin1: name('admin1'),
    admin2: name('admin2'),
    location: needed('location'),
    latitude: degrees('latitude', 90),
    longitude: degrees('longitude', 180),
    geoPrecision: oneOf('geo_precision', [1, 2, 3]),
    sources: names('source'),
    sourceScale: text('source_scale'),
    notes: text('notes'),
    fatalities: whole('fatalities'),
    tags: names('tags'),
    timestamp: has('timestamp') ? timestamp() : undefined,
  };
  return result(event);

  function id(): string {
    const value = text('event_id_cnty');
    if (!/^[A-Za-z]{2,4}\d{1,12}$/.test(value)) addFault('event_id_cnty', 'letters and a number such as ETH9766');
    return value;
  }

  /** Reads a day as the data have it, `2023-02-16`, or as the export tool wrote it, `16 February 2023`. */
  function day(): string {
    const value = text('event_date');
    const [, date = '', month = '', year = ''] = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4})$/.exec(value) ?? [];
    const number = months.indexOf(month) + 1;
    const iso = number === 0 ? value : `${year}-${String(number).padStart(2, '0')}-${date.padStart(2, '0')}`;
    if (!isDay(iso)) addFault('event_date', 'a calendar day such as 2023-02-16 or 16 February 2023');
    return iso;
  }

  function side(actor: string, inter: string, associated: string): AcledSide {
    return { actor, inter: interOf(inter), associated: names(associated) };
  }

  function interOf(field: string): AcledInter | undefined {
    if (!has(field)) return undefined;
    const codes = [...acledInterNumbers, ...acledInterNumbers.keys(), acledInterNumbers.length];
    const code = oneOf(field, codes);
    return typeof code === 'number' ? acledInterNumbers[code - 1] : code;
  }

  function timestamp(): number {
    const seconds = Number(text('timestamp'));
    if (Number.isInteger(seconds) && seconds >= 1 && seconds <= maxTimestamp) return seconds;
    addFault('timestamp', `seconds since 1970, from 1 to ${maxTimestamp}`);
    return 1;
  }
}

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November'],
  'December',
];

function subEventTypesOf(eventType: AcledEventType): AcledSubEventType[] {
  const { type } = acledEventTypes[eventType];
  const all = Object.keys(acledSubEventTypes) as AcledSubEventType[];
  return all.filter((each) => acledSubEventTypes[each].type === type);
}
