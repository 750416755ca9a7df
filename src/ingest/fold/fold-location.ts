import type { LocationInput } from '../../article/article.ts';
import { LocationKind } from '../../generated/schema.ts';
import { collationKey } from '../../graph/collation-key.ts';
import type { LocationDocument } from '../../location/location-document.ts';
import { articleCount, newest, type Report } from './fold-reports.ts';
import { foldPoint } from './fold-values.ts';
import { foldNames } from './names.ts';
import { omitAbsent } from './omit-absent.ts';

/**
 * The place that `reports`, oldest first, make of it. `ancestors` are the places that it lies in, nearest first. Counts
 * of what refers to it are 0: `countRelations` knows them.
 */
export function foldLocation(
  id: string,
  reports: readonly Report<LocationInput>[],
  ancestors: readonly string[],
): LocationDocument {
  const { name, aliases, ...foundBy } = foldNames(reports);
  const country = newest(reports, 'country');
  const point = newest(reports, 'point');
  return omitAbsent({
    _id: id,
    name,
    aliases,
    kind: newest(reports, 'kind') ?? LocationKind.OTHER,
    country,
    point: point && foldPoint(point),
    partOf: ancestors[0],
    ancestors: [...ancestors],
    within: [id, ...ancestors],
    counts: { contains: 0, incidents: 0, articles: articleCount(reports) },
    order: { name: collationKey(name), country: country ?? '' },
    ...foundBy,
  });
}
