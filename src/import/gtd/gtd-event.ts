import { isDay } from '../../ingest/parse/edtf.ts';
import type { Crosswalk } from '../crosswalk/entry.ts';
import { type GtdAttackType, gtdAttackTypes } from '../crosswalk/gtd.ts';
import {
  type GtdTargetSubtype,
  type GtdTargetType,
  gtdTargetSubtypes,
  gtdTargetTypes,
} from '../crosswalk/gtd-targets.ts';
import {
  type GtdWeaponSubtype,
  type GtdWeaponType,
  gtdWeaponSubtypes,
  gtdWeaponTypes,
} from '../crosswalk/gtd-weapons.ts';
import type { EntryFault } from '../imported.ts';
import { createRowReader, type Values } from '../row-reader.ts';

/** An incident of the Global Terrorism Database, as described in its codebook. Unknown values are empty or undefined. */
export interface GtdEvent {
  /** 12 digits, of which the first 8 are the date. */
  id: string;
  year: number;
  /** 0 if unknown. */
  month: number;
  /** 0 if unknown. */
  day: number;
  /** The date in words, if it is not known exactly. */
  approximateDate: string;
  /** The last day of an incident of more than a day. */
  lastDay: string;
  country: string;
  province: string;
  city: string;
  isNear: boolean;
  point: { latitude: number; longitude: number } | undefined;
  /** What the point is: 1 the town, 2 and 3 a region below the province, 4 the province, 5 unknown. */
  specificity: 1 | 2 | 3 | 4 | 5;
  placeDetails: string;
  summary: string;
  isDoubtful: boolean;
  isSuccessful: boolean;
  isSuicide: boolean;
  /** From 1 to 3, as are targets and groups. */
  attackTypes: readonly GtdAttackType[];
  targets: readonly GtdTarget[];
  /** Empty if the perpetrators are unknown. */
  groups: readonly GtdGroup[];
  /** Whether it was claimed, by a group that may be unknown. */
  isClaimed: boolean;
  weapons: readonly GtdWeapon[];
  killed: GtdCount;
  injured: GtdCount;
  isTakingHostages: boolean;
  hostages: number | undefined;
  released: number | undefined;
  /** The extent of the damage to property; 0 if there was none. */
  damage: 0 | 1 | 2 | 3 | 4 | undefined;
  isRansomDemanded: boolean;
  /** US dollars. */
  ransom: number | undefined;
  /** Whether it was international: logistically, ideologically, by place and victims, in any way. */
  international: readonly (readonly [aspect: string, isSo: boolean])[];
  sources: readonly string[];
  /** The effort by which it was collected. */
  collection: string;
}

export interface GtdTarget {
  type: GtdTargetType;
  subtype: GtdTargetSubtype | undefined;
  /** The organization that was targeted. */
  entity: string;
  /** The person, building or installation. */
  name: string;
  nationality: string;
}

export interface GtdGroup {
  name: string;
  subgroup: string;
  isSuspected: boolean;
  isClaiming: boolean;
  claimMode: string;
}

export interface GtdWeapon {
  type: GtdWeaponType;
  subtype: GtdWeaponSubtype | undefined;
}

/** A number of people, which the data set may divide among incidents, so that it is a fraction. */
export interface GtdCount {
  all: number | undefined;
  attackers: number | undefined;
  americans: number | undefined;
}

/** The columns that every row needs. */
export const requiredColumns = [
  ...['eventid', 'iyear', 'imonth', 'iday', 'country_txt', 'provstate', 'city', 'latitude', 'longitude', 'success'],
  ...['suicide', 'attacktype1_txt', 'targtype1_txt', 'gname', 'weaptype1_txt', 'nkill', 'nwound'],
] as const;

/** Parses a row. Returns the incident, or all its faults. */
export function parseEvent(
  values: Values,
): { entry: GtdEvent; faults?: never } | { entry?: never; faults: EntryFault[] } {
  const { has, text, name, needed, whole, oneOf, degrees, addFault, result } = createRowReader(values);
  const id = readId();
  const date = readDate();
  const isClaimed = flag('claimed') ?? false;
  const event: GtdEvent = {
    id,
    ...date,
    approximateDate: text('approxdate'),
    lastDay: readLastDay(),
    country: needed('country_txt'),
    province: known('provstate'),
    city: known('city'),
    isNear: flag('vicinity') ?? false,
    point:
      has('latitude') || has('longitude')
        ? { latitude: degrees('latitude', 90), longitude: degrees('longitude', 180) }
        : undefined,
    specificity: has('specificity') ? oneOf('specificity', [1, 2, 3, 4, 5]) : 5,
    placeDetails: text('location'),
    summary: text('summary'),
    isDoubtful: flag('doubtterr') ?? false,
    isSuccessful: oneOf('success', [0, 1]) === 1,
    isSuicide: oneOf('suicide', [0, 1]) === 1,
    attackTypes: [1, 2, 3].flatMap((at) => code(`attacktype${at}`, gtdAttackTypes, 'an attack type', at === 1) ?? []),
    targets: [1, 2, 3].flatMap((at) => target(at) ?? []),
    groups: ['', '2', '3'].flatMap((at) => group(at) ?? []),
    isClaimed,
    weapons: [1, 2, 3, 4].flatMap((at) => weapon(at) ?? []),
    killed: { all: count('nkill'), attackers: count('nkillter'), americans: count('nkillus') },
    injured: { all: count('nwound'), attackers: count('nwoundte'), americans: count('nwoundus') },
    isTakingHostages: flag('ishostkid') ?? false,
    hostages: count('nhostkid'),
    released: count('nreleased'),
    damage: readDamage(),
    isRansomDemanded: flag('ransom') ?? false,
    ransom: count('ransomamt'),
    international: aspects.flatMap(([column, aspect]) => {
      const isSo = flag(column);
      return isSo === undefined ? [] : [[aspect, isSo] as const];
    }),
    sources: ['scite1', 'scite2', 'scite3'].map(text).filter((source) => source !== ''),
    collection: text('dbsource'),
  };
  return result(event);

  function readId(): string {
    const value = text('eventid');
    if (!/^\d{12}$/.test(value)) addFault('eventid', 'a number of 12 digits');
    return value;
  }

  function readDate(): Pick<GtdEvent, 'year' | 'month' | 'day'> {
    const [year, month, day] = [whole('iyear'), whole('imonth'), whole('iday')];
    if (year < 1900 || year > 2100) addFault('iyear', 'a year from 1900 to 2100');
    if (month > 12) addFault('imonth', 'a month from 1 to 12, or 0 if it is unknown');
    else if (day > 31 || (month > 0 && day > 0 && !isDay(dayOf(year, month, day))))
      addFault('iday', 'a day of the month, or 0 if it is unknown');
    return { year, month, day: month === 0 ? 0 : day };
  }

  /** Reads the last day of an extended incident, `1970-07-26` or `7/26/1970`. */
  function readLastDay(): string {
    if (!(flag('extended') ?? false) || !has('resolution')) return '';
    const value = text('resolution').replace(/[ T]\d{1,2}:\d{2}(:\d{2}(\.0+)?)?$/, '');
    const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value) ?? [];
    const iso = year === undefined ? value : dayOf(Number(year), Number(month), Number(day));
    if (!isDay(iso)) addFault('resolution', 'a calendar day such as 1970-07-26 or 7/26/1970');
    return iso;
  }

  /** Reads a name; empty if it is unknown. */
  function known(field: string): string {
    const value = name(field);
    return /^(?:unknown|unspecified|not applicable|-9|-99)$/i.test(value) ? '' : value;
  }

  /** Reads 0 or 1; undefined if it is unknown. */
  function flag(field: string): boolean | undefined {
    const value = has(field) ? oneOf(field, [0, 1, -9, -99]) : -9;
    return value < 0 ? undefined : value === 1;
  }

  /** Reads a number, which may be a fraction; undefined if it is unknown. */
  function count(field: string): number | undefined {
    const value = text(field);
    if (value === '' || /^-99?(\.0+)?$/.test(value)) return undefined;
    if (/^\d{1,15}(\.\d{1,15})?$/.test(value)) return Number(value);
    addFault(field, 'a number >= 0, or -9, -99 or nothing if it is unknown');
    return undefined;
  }

  /** Reads a code from the column of numbers, or else by its name from the column of texts. */
  function code<T extends Crosswalk>(field: string, codes: T, kind: string, isNeeded: boolean): CodeOf<T> | undefined {
    const column = has(field) ? field : `${field}_txt`;
    if (!has(column) && !isNeeded) return undefined;
    const value = text(column).toLowerCase();
    const written = otherNames[value] ?? value;
    const found = Object.entries(codes).find(
      ([key, entry]) => key === written || entry.name?.toLowerCase() === written,
    );
    if (!found) addFault(column, `${kind} of docs/crosswalk.md`);
    return found && (Number(found[0]) as CodeOf<T>);
  }

  function target(at: number): GtdTarget | undefined {
    const type = code(`targtype${at}`, gtdTargetTypes, 'a target type', at === 1);
    const subtype = code(`targsubtype${at}`, gtdTargetSubtypes, 'a target sub-type', false);
    const [entity, what] = [known(at === 1 ? 'corp1' : `corp${at}`), known(`target${at}`)];
    return type && { type, subtype, entity, name: what, nationality: known(`natlty${at}_txt`) };
  }

  function group(at: string): GtdGroup | undefined {
    const called = known(`gname${at}`);
    const [suspicion, claim, mode] = [
      `guncertain${at || '1'}`,
      `claim${at}`,
      at === '' ? 'claimmode_txt' : `claimmode${at}_txt`,
    ];
    const isSuspected = flag(suspicion) ?? false;
    const isClaiming = at === '' ? isClaimed : (flag(claim) ?? false);
    if (called === '') return undefined;
    return { name: called, subgroup: known(`gsubname${at}`), isSuspected, isClaiming, claimMode: known(mode) };
  }

  function weapon(at: number): GtdWeapon | undefined {
    const type = code(`weaptype${at}`, gtdWeaponTypes, 'a weapon type', at === 1);
    const subtype = code(`weapsubtype${at}`, gtdWeaponSubtypes, 'a weapon sub-type', false);
    return type && { type, subtype };
  }

  function readDamage(): GtdEvent['damage'] {
    const isDamaged = flag('property');
    if (isDamaged !== true) return isDamaged === false ? 0 : undefined;
    return has('propextent') ? oneOf<1 | 2 | 3 | 4>('propextent', [1, 2, 3, 4]) : 4;
  }
}

type CodeOf<T> = Extract<keyof T, number>;

/** Names that other releases have. */
const otherNames: Readonly<Record<string, string>> = {
  'explosives/bombs/dynamite': 'explosives',
  'terrorists/non-state militias': 'terrorists/non-state militia',
  'land mine': 'landmine',
};

const aspects: readonly [column: string, aspect: string][] = [
  ['INT_LOG', 'logistically'],
  ['INT_IDEO', 'ideologically'],
  ['INT_MISC', 'by place and victims'],
  ['INT_ANY', 'in any way'],
];

/** Returns `1970-07-06`. */
export function dayOf(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
