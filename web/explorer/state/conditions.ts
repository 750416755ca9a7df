import { DatePrecision, type IncidentWhere, LocationKind, LocationPrecision } from '../generated/graphql.ts';

const onPoint: IncidentWhere = { locationPrecision: { in: [LocationPrecision.EXACT, LocationPrecision.NEAR] } };

const inArea: IncidentWhere = {
  locationPrecision: { in: [LocationPrecision.AREA, LocationPrecision.COUNTRY, LocationPrecision.REGION] },
};

/** The kinds of locations that `cells` leaves out. */
const areaKinds = [
  LocationKind.REGION,
  LocationKind.COUNTRY,
  LocationKind.ADMIN1,
  LocationKind.ADMIN2,
  LocationKind.WATER,
  LocationKind.BORDER_AREA,
];

const isArea: IncidentWhere = { location: { kind: { in: areaKinds } } };

const somewhere: IncidentWhere = {
  and: [{ location: { exists: true } }, { or: [inArea, { and: [onPoint, isArea] }] }],
};

/** What the map does not show. */
export const nowhere: IncidentWhere = {
  or: [
    { location: { exists: false } },
    { locationPrecision: { in: [LocationPrecision.UNKNOWN] } },
    { and: [onPoint, { location: { kind: { notIn: areaKinds }, point: { exists: false } } }] },
  ],
};

const isSpan: IncidentWhere = { date: { exists: true, precision: { notIn: [DatePrecision.DAY] } } };

type Filter = IncidentWhere | null;

/** What the map draws as points. */
export const pointsOf = (filter: Filter) => both(filter, onPoint);

/** What happened somewhere in an area. */
export const inAreasOf = (filter: Filter) => both(filter, somewhere);

/** What the map does not show. */
export const unplacedOf = (filter: Filter) => both(filter, nowhere);

export const spansOf = (filter: Filter) => both(filter, isSpan);

export const undatedOf = (filter: Filter) => both(filter, { date: { exists: false } });

/** Returns the filter that lets through what all of some filters do. */
export function both(...parts: Filter[]): IncidentWhere {
  return { and: parts.filter((part) => part !== null) };
}
