import type { ActorDocument, AffiliationDocument } from '../../actor/actor-document.ts';
import type { ActorInput, AffiliationInput } from '../../article/article.ts';
import { ActorKind, AffiliationType, AttributionStatus } from '../../generated/schema.ts';
import { collationKey } from '../../graph/collation-key.ts';
import { affiliationKey } from '../../graph/part-key.ts';
import type { AccountDocument } from './account.ts';
import { articleCount, distinct, maxUnited, newest, type Report, reportsOf, unite } from './fold-reports.ts';
import { foldDate } from './fold-values.ts';
import { foldNames } from './names.ts';
import { omitAbsent } from './omit-absent.ts';
import { byCodeUnits, byEnum } from './sorting.ts';

/**
 * The actor that `accounts`, oldest first, make of it. Counts of what refers to it are 0: `countRelations` knows them.
 */
export function foldActor(id: string, accounts: readonly AccountDocument<ActorInput>[]): ActorDocument {
  const reports = reportsOf(accounts);
  const { name, aliases, ...foundBy } = foldNames(reports);
  const country = newest(reports, 'country');
  const affiliations = foldAffiliations(reports);
  return omitAbsent({
    _id: id,
    name,
    aliases,
    kind: newest(reports, 'kind') ?? ActorKind.UNIDENTIFIED,
    country,
    affiliations,
    affiliationKeys: affiliations.map(affiliationKey),
    memberOf: distinct(affiliations.filter(({ type }) => membership.has(type)).map(({ actor }) => actor)),
    counts: { members: 0, incidents: 0, statements: 0, statementsAbout: 0, articles: articleCount(accounts) },
    order: { name: collationKey(name), country: country ?? '' },
    ...foundBy,
  });
}

const membership: ReadonlySet<AffiliationType> = new Set([AffiliationType.MEMBER_OF, AffiliationType.PART_OF]);
const byType = byEnum(AffiliationType);

function foldAffiliations(reports: readonly Report<ActorInput>[]): AffiliationDocument[] {
  const assertedBy = statementsOf(reports, 'assertedBy');
  const deniedBy = statementsOf(reports, 'deniedBy');
  const united = unite(
    reports,
    (said) => said.affiliations,
    (affiliations) => affiliations.map(affiliationKey),
  );
  return united
    .sort(byTypeActorAndTitle)
    .slice(0, maxUnited)
    .map((affiliation) => {
      const key = affiliationKey(affiliation);
      return foldAffiliation(affiliation, distinct(assertedBy.get(key) ?? []), distinct(deniedBy.get(key) ?? []));
    });
}

function foldAffiliation(
  { type, actor, title, date, status }: AffiliationInput,
  assertedBy: string[],
  deniedBy: string[],
): AffiliationDocument {
  return omitAbsent({
    type,
    actor,
    title,
    folded: title && collationKey(title),
    date: date && foldDate(date),
    status: status ?? statusFrom(assertedBy, deniedBy),
    assertedBy,
    deniedBy,
  });
}

function statusFrom(assertedBy: readonly string[], deniedBy: readonly string[]): AttributionStatus | undefined {
  if (assertedBy.length > 0 && deniedBy.length > 0) return AttributionStatus.DISPUTED;
  if (deniedBy.length > 0) return AttributionStatus.DENIED;
  return assertedBy.length > 0 ? AttributionStatus.ATTRIBUTED : undefined;
}

/** For each affiliation, by its key, the ids of the statements that all reports name in `field`. */
function statementsOf(
  reports: readonly Report<ActorInput>[],
  field: 'assertedBy' | 'deniedBy',
): ReadonlyMap<string, readonly string[]> {
  const statements = new Map<string, string[]>();
  for (const { said } of reports) {
    for (const affiliation of said.affiliations ?? []) {
      const key = affiliationKey(affiliation);
      const known = statements.get(key) ?? [];
      for (const statement of affiliation[field] ?? []) known.push(statement);
      statements.set(key, known);
    }
  }
  return statements;
}

function byTypeActorAndTitle(a: AffiliationInput, b: AffiliationInput): number {
  return byType(a.type, b.type) || byCodeUnits(a.actor, b.actor) || byCodeUnits(a.title ?? '', b.title ?? '');
}
