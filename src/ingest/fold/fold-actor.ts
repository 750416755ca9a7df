import type { ActorDocument, AffiliationDocument } from '../../entities/actor/actor-document.ts';
import type { ActorInput, AffiliationInput } from '../../entities/article/article.ts';
import { ActorKind, AffiliationType, AttributionStatus } from '../../generated/schema.ts';
import { affiliationKey } from '../../query/evidence-key.ts';
import { byCodeUnits, byEnum } from '../../text/compare.ts';
import { foldText } from '../../text/fold-text.ts';
import type { AssertionDocument } from './assertion.ts';
import { articleCount, distinct, maxUnited, newest, type Report, reportsOf, unite } from './fold-reports.ts';
import { foldNames } from './names.ts';
import { omitAbsent } from './omit-absent.ts';
import { foldAddresses } from './same-as.ts';
import { foldDate } from './stored-values.ts';

/**
 * Combines `assertions`, oldest first, into the actor. The counts of documents that refer to it are 0; `countRelations`
 * sets them.
 */
export function foldActor(id: string, assertions: readonly AssertionDocument<ActorInput>[]): ActorDocument {
  const reports = reportsOf(assertions);
  const { name, aliases, ...searchFields } = foldNames(reports);
  const country = newest(reports, 'country');
  const affiliations = foldAffiliations(reports);
  return omitAbsent({
    _id: id,
    name,
    aliases,
    sameAs: foldAddresses(reports),
    kind: newest(reports, 'kind') ?? ActorKind.UNIDENTIFIED,
    country,
    affiliations,
    affiliationKeys: affiliations.map(affiliationKey),
    memberOf: distinct(affiliations.filter(({ type }) => membership.has(type)).map(({ actor }) => actor)),
    counts: { members: 0, incidents: 0, statements: 0, statementsAbout: 0, articles: articleCount(assertions) },
    order: { name: foldText(name), country: country ?? '' },
    ...searchFields,
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
    folded: title && foldText(title),
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

/** Returns, by the key of the affiliation, the ids of the statements that the reports list in `field`. */
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
