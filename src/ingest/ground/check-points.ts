import type { Article, LocationInput } from '../../entities/article/article.ts';
import type { LocationKind } from '../../generated/schema.ts';
import { mayLieIn } from './country-boxes.ts';
import { listed } from './facts.ts';
import type { Warning } from './warning.ts';

/**
 * The maximum distance, in degrees, of a place from the populated places of its country: it may be at sea, or where
 * nobody lives.
 */
const margin = 3;
const wideMargin = 8;
const wide: ReadonlySet<LocationKind> = new Set(['WATER', 'BORDER_AREA', 'REGION']);

/**
 * The maximum distance, in kilometres, of a place from the point of the place that contains it, by the kind of the
 * latter. Kinds without a limit are absent.
 */
const reach: Readonly<Partial<Record<LocationKind, number>>> = {
  ADMIN1: 1_500,
  ADMIN2: 400,
  CITY: 80,
  SETTLEMENT: 40,
  NEIGHBOURHOOD: 20,
  MILITARY_BASE: 60,
  INFRASTRUCTURE: 150,
  LANDMARK: 20,
};

/**
 * Warns of points that are too far from the country of their place, or from the point of the place that contains it.
 */
export function checkPoints({ locations = [] }: Article): Warning[] {
  const byId = new Map(locations.map((location) => [location.id, location]));
  const countries = new Map<LocationInput, string | undefined>();
  return [...listed('/locations', locations)].flatMap(({ pointer, value }): Warning[] => {
    const fault = value.point && findFault(value, countryOf(value));
    return fault
      ? [{ pointer: `${pointer}/point`, code: 'FAR_FROM_PARENT', message: `${value.name} lies ${fault}` }]
      : [];
  });

  /**
   * Returns the country of a place or else of the nearest place that contains it and has one; undefined if none has.
   * The parser has rejected cycles.
   */
  function countryOf(location: LocationInput): string | undefined {
    const path: LocationInput[] = [];
    let at: LocationInput | undefined = location;
    while (at && at.country === undefined && !countries.has(at)) {
      path.push(at);
      at = at.partOf === undefined ? undefined : byId.get(at.partOf);
    }
    const country = at && (at.country ?? countries.get(at));
    for (const each of path) countries.set(each, country);
    return country;
  }

  function findFault(
    { kind = 'OTHER', point, partOf }: LocationInput,
    country: string | undefined,
  ): string | undefined {
    if (!point) return undefined;
    if (country && !mayLieIn(country, point, wide.has(kind) ? wideMargin : margin)) {
      return `at ${point.latitude}, ${point.longitude}, which is outside ${country}`;
    }
    const parent = partOf === undefined ? undefined : byId.get(partOf);
    const limit = reach[parent?.kind ?? 'OTHER'];
    if (!parent?.point || limit === undefined) return undefined;
    const km = distanceKm(point, parent.point);
    return km > limit ? `${Math.round(km).toLocaleString('en')} km from ${parent.name}, which contains it` : undefined;
  }
}

const earthKm = 6_371;

interface Point {
  latitude: number;
  longitude: number;
}

/** Returns the great-circle distance in kilometres, by the haversine formula. */
function distanceKm(a: Point, b: Point): number {
  const radians = Math.PI / 180;
  const [north, east] = [(b.latitude - a.latitude) * radians, (b.longitude - a.longitude) * radians];
  const chord =
    Math.sin(north / 2) ** 2 +
    Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * Math.sin(east / 2) ** 2;
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(chord)));
}
