import type { LocationKind, LocationPrecision } from '../generated/graphql.ts';

/**
 * The word before a place's name that says how close to it the incident happened: “at”, “near”, “somewhere in”. Empty if
 * that is unknown.
 */
export function nearness(precision: LocationPrecision, kind: LocationKind | undefined): string {
  switch (precision) {
    case 'EXACT':
      return kind && areas.has(kind) ? 'in' : '';
    case 'NEAR':
      return 'near';
    case 'AREA':
    case 'COUNTRY':
    case 'REGION':
      return 'somewhere in';
    default:
      return '';
  }
}

const areas: ReadonlySet<LocationKind> = new Set<LocationKind>([
  'REGION',
  'COUNTRY',
  'ADMIN1',
  'ADMIN2',
  'BORDER_AREA',
]);
