import type { LocationInput } from '../../article/article.ts';
import { LocationKind } from '../../generated/schema.ts';
import { collationKey } from '../../graph/collation-key.ts';
import type { LocationDocument } from '../../location/location-document.ts';
import type { AccountDocument } from './account.ts';
import { articleCount, newest, reportsOf } from './fold-reports.ts';
import { foldPoint } from './fold-values.ts';
import { foldNames } from './names.ts';
import { omitAbsent } from './omit-absent.ts';
import type { Chain } from './part-of.ts';

/**
 * The place that `accounts`, oldest first, make of it. Counts of what refers to it are 0: `countRelations` knows them.
 */
export function foldLocation(
  id: string,
  accounts: readonly AccountDocument<LocationInput>[],
  { wholes, circularPartOf }: Chain,
): LocationDocument {
  const reports = reportsOf(accounts);
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
    partOf: wholes[0],
    circularPartOf,
    ancestors: [...wholes],
    within: [id, ...wholes],
    counts: { contains: 0, incidents: 0, articles: articleCount(accounts) },
    order: { name: collationKey(name), country: country ?? '' },
    ...foundBy,
  });
}
