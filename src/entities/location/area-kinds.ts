import { LocationKind } from '../../generated/schema.ts';

/** The kinds of place whose point is only their centre. Every other kind, `OTHER` too, is a point on a map. */
export const areaKinds: ReadonlySet<LocationKind> = new Set([
  LocationKind.REGION,
  LocationKind.COUNTRY,
  LocationKind.ADMIN1,
  LocationKind.ADMIN2,
  LocationKind.WATER,
  LocationKind.BORDER_AREA,
]);
