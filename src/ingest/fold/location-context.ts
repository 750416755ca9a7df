import type { LocationDocument } from '../../entities/location/location-document.ts';
import type { GeoPoint } from '../../query/values.ts';
import { omitAbsent } from './omit-absent.ts';

/** The fields that an incident's document copies from its location. */
export interface LocationContext {
  /** The location, then the locations that contain it, nearest first. */
  within: string[];
  country?: string;
  point?: GeoPoint;
  /** Present if `point` is only the centre of an area. */
  area?: true;
}

/**
 * Returns the context of a location. If `find` returns no document for it, only `within` is set, to the location
 * itself.
 */
export function surroundingsOf(id: string, find: (id: string) => LocationDocument | undefined): LocationContext {
  const location = find(id);
  const within = [id, ...(location?.ancestors ?? [])];
  return omitAbsent({ within, country: location?.country, point: location?.point, area: location?.area });
}
