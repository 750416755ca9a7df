import type { LocationKind, LocationPrecision } from '../../generated/schema.ts';
import { countryOf } from '../countries.ts';
import { gtdSpecificity } from '../crosswalk/gtd.ts';
import { type EventPlace, kindByName, placeChain } from '../place-chain.ts';
import type { GtdEvent } from './gtd-event.ts';

/** Returns the locations of an incident, smallest first. The one that the coordinates mean gets the point. */
export function placesOf(event: GtdEvent): [EventPlace, ...EventPlace[]] {
  const known = countryOf(event.country);
  const isTown = event.specificity <= 2;
  const kind: LocationKind = event.specificity === 3 ? 'ADMIN2' : 'SETTLEMENT';
  const isPointOfFirst = event.city === '' ? event.specificity === 4 : isTown || event.specificity === 3;
  return placeChain({
    country: { written: event.country, known, code: known.code },
    adm1: event.province,
    adm2: '',
    place: { written: event.city, kind: kindByName(event.city) ?? kind, isOwn: isTown },
    // The point of 2 is that of a region around the town.
    point: isPointOfFirst && event.specificity !== 2 ? event.point : undefined,
  });
}

export function precisionOf({ specificity, isNear, city, province }: GtdEvent): LocationPrecision {
  if (city === '' && province === '') return 'COUNTRY';
  if (specificity > 2 || city === '') return 'AREA';
  return isNear ? 'NEAR' : gtdSpecificity[specificity].locationPrecision;
}
