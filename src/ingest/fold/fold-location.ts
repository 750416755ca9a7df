import type { LocationInput } from '../../entities/article/article.ts';
import { areaKinds } from '../../entities/location/area-kinds.ts';
import type { LocationDocument } from '../../entities/location/location-document.ts';
import { LocationKind } from '../../generated/schema.ts';
import { foldText } from '../../text/fold-text.ts';
import type { AssertionDocument } from './assertion.ts';
import { articleCount, newest, reportsOf } from './fold-reports.ts';
import { foldNames } from './names.ts';
import { omitAbsent } from './omit-absent.ts';
import type { Chain } from './part-of.ts';
import { foldAddresses } from './same-as.ts';
import { foldPoint } from './stored-values.ts';

/**
 * Combines `assertions`, oldest first, into the location. If they state no country, it gets the inherited one. The
 * counts of documents that refer to it are 0; `countRelations` sets them.
 */
export function foldLocation(
  id: string,
  assertions: readonly AssertionDocument<LocationInput>[],
  { wholes, circularPartOf }: Chain,
  inheritedCountry?: string,
): LocationDocument {
  const reports = reportsOf(assertions);
  const { name, aliases, ...searchFields } = foldNames(reports);
  const country = newest(reports, 'country') ?? inheritedCountry;
  const kind = newest(reports, 'kind') ?? LocationKind.OTHER;
  const point = newest(reports, 'point');
  return omitAbsent({
    _id: id,
    name,
    aliases,
    sameAs: foldAddresses(reports),
    kind,
    area: areaKinds.has(kind) ? (true as const) : undefined,
    country,
    point: point && foldPoint(point),
    partOf: wholes[0],
    circularPartOf,
    ancestors: [...wholes],
    within: [id, ...wholes],
    counts: { contains: 0, incidents: 0, articles: articleCount(assertions) },
    order: { name: foldText(name), country: country ?? '' },
    ...searchFields,
  });
}
