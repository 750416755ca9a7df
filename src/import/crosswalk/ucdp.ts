import type { Crosswalk } from './entry.ts';

/** The column `type_of_violence` of UCDP's Georeferenced Event Dataset. */
export const ucdpViolence = {
  1: {
    name: 'State-based conflict',
    type: 'BATTLE',
    lost: 'Any use of armed force has the code: clashes, air strikes, shelling and bombs, so there is no subtype. If a side is `Civilians`, it is as one-sided violence.',
  },
  2: {
    name: 'Non-state conflict',
    type: 'BATTLE',
    lost: 'As of state-based conflict. That no side is a government follows from the actors.',
  },
  3: {
    name: 'One-sided violence',
    type: 'VIOLENCE_AGAINST_CIVILIANS',
    subtype: 'ATTACK',
    lost: 'Massacres, executions, bombs and abductions that end in death share the code.',
  },
} as const satisfies Crosswalk;

/** The column `where_prec`. */
export const ucdpWherePrecision = {
  1: { name: 'the exact place', locationPrecision: 'EXACT' },
  2: { name: 'near the place', locationPrecision: 'NEAR', lost: 'UCDP means within about 25 km.' },
  3: {
    name: 'a second-order division',
    locationPrecision: 'AREA',
    lost: 'Only the kind of the place, `ADMIN2`, says so.',
  },
  4: {
    name: 'a first-order division',
    locationPrecision: 'AREA',
    lost: 'Only the kind of the place, `ADMIN1`, says so.',
  },
  5: {
    name: 'a line or fuzzy area',
    locationPrecision: 'AREA',
    lost: 'The point represents a road, a border or an area without limits.',
  },
  6: { name: 'the country', locationPrecision: 'COUNTRY' },
  7: { name: 'international waters or airspace', locationPrecision: 'AREA' },
} as const satisfies Crosswalk;

/** The column `date_prec`. The importer reads the interval instead, which says the same more exactly. */
export const ucdpDatePrecision = {
  1: { name: 'the exact day', date: 'a day' },
  2: { name: 'within 2 to 6 days', date: 'the columns date_start and date_end' },
  3: { name: 'within a week', date: 'the columns date_start and date_end' },
  4: {
    name: 'within 8 to 30 days, or a month',
    date: 'the columns date_start and date_end',
    lost: 'An interval that is exactly one month becomes that month.',
  },
  5: {
    name: 'within more than a month',
    date: 'the columns date_start and date_end',
    lost: 'An interval that is exactly one year becomes that year.',
  },
} as const satisfies Crosswalk;
