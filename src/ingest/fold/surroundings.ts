import type { GeoPoint } from '../../graph/values.ts';
import type { LocationDocument } from '../../location/location-document.ts';
import { omitAbsent } from './omit-absent.ts';

/** Where an incident happened, as its own document and its order need it. */
export interface Surroundings {
  /** The place, then those that it lies in, nearest first. */
  within: string[];
  country?: string;
  point?: GeoPoint;
}

/** What lies around a place. `find` has to know the place and its ancestors. */
export function surroundingsOf(id: string, find: (id: string) => LocationDocument | undefined): Surroundings {
  const location = find(id);
  const within = [id, ...(location?.ancestors ?? [])];
  const country = within.map((place) => find(place)?.country).find((code) => code !== undefined);
  return omitAbsent({ within, country, point: location?.point });
}
