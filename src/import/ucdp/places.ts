import type { LocationKind, LocationPrecision } from '../../generated/schema.ts';
import { alpha2Of, countryOf } from '../countries.ts';
import { ucdpWherePrecision } from '../crosswalk/ucdp.ts';
import { type EventPlace, kindByName, placeChain } from '../place-chain.ts';
import type { GedEvent } from './ged-event.ts';

/** Returns the locations of an event, smallest first. The first one gets the point. */
export function placesOf(event: GedEvent): [EventPlace, ...EventPlace[]] {
  const known = countryOf(event.country);
  return placeChain({
    region: event.region,
    country: { written: event.country, known, code: (event.iso3 && alpha2Of(event.iso3)) || known.code },
    adm1: event.adm1,
    adm2: event.adm2,
    place: { written: event.place, kind: kindOf(event) },
    point: { latitude: event.latitude, longitude: event.longitude },
  });
}

/** Returns the precision. From 3 on, the point represents an area. */
export function precisionOf({ wherePrecision }: GedEvent): LocationPrecision {
  return ucdpWherePrecision[wherePrecision].locationPrecision;
}

function kindOf({ place, wherePrecision }: GedEvent): LocationKind {
  const byName = kindByName(place);
  if (wherePrecision === 3) return byName ?? 'ADMIN2';
  return byName ?? (wherePrecision === 4 ? 'ADMIN1' : 'OTHER');
}
