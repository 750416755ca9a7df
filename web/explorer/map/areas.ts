import type { OverviewQuery } from '../generated/graphql.ts';
import { LocationKind } from '../generated/graphql.ts';

/** A place that incidents happened somewhere in. */
export interface Area {
  /** The id of the place, without its type. */
  slug: string;
  name: string;
  kind: LocationKind;
  country: string | null;
  point: { latitude: number; longitude: number } | null;
  count: number;
}

/** The areas of an answer, largest count first. */
export function areasOf(data: OverviewQuery): Area[] {
  return (data.areas?.groups ?? []).flatMap(({ label, count, node }) => {
    if (node?.__typename !== 'Location') return [];
    const { id, kind, country = null, point = null } = node;
    return [{ slug: slugOf(id), name: label, kind, country, point, count }];
  });
}

export function slugOf(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}

/**
 * The radius in km of the disc that stands for an area whose shape is not known, as wide as areas of its kind usually
 * are. Regions of several countries have none: no disc would be right.
 */
export const usualKm: Record<LocationKind, number | null> = {
  [LocationKind.REGION]: null,
  [LocationKind.COUNTRY]: 150,
  [LocationKind.ADMIN1]: 70,
  [LocationKind.ADMIN2]: 25,
  [LocationKind.WATER]: 50,
  [LocationKind.BORDER_AREA]: 50,
  [LocationKind.CITY]: 15,
  [LocationKind.SETTLEMENT]: 10,
  [LocationKind.NEIGHBOURHOOD]: 3,
  [LocationKind.MILITARY_BASE]: 10,
  [LocationKind.INFRASTRUCTURE]: 10,
  [LocationKind.LANDMARK]: 10,
  [LocationKind.OTHER]: 25,
};
