import type { IncidentInput } from '../../entities/article/article.ts';
import type {
  CasualtyDocument,
  IncidentDocument,
  ParticipantDocument,
  TargetDocument,
} from '../../entities/incident/incident-document.ts';
import {
  IncidentScope,
  IncidentType,
  LocationPrecision,
  Occurrence,
  Outcome,
  PlaceRole,
  TargetKind,
} from '../../generated/schema.ts';
import { incidentLinkKey, participantKey, placeKey, targetKey, weaponKeys } from '../../query/evidence-key.ts';
import { monthsOf } from '../../query/months.ts';
import type { Quantity } from '../../query/values.ts';
import { byEnum } from '../../text/compare.ts';
import { foldText } from '../../text/fold-text.ts';
import { nameKeys } from '../../text/name-keys.ts';
import type { AssertionDocument } from './assertion.ts';
import {
  foldCasualties,
  foldIncidentLinks,
  foldMethods,
  foldParticipants,
  foldPlaces,
  foldTargets,
  foldWeapons,
} from './fold-incident-parts.ts';
import { type Counted, winningCount, winningDate, winningKind, winningSite } from './fold-incident-values.ts';
import { articleCount, distinct, newest, newestNaming, newestStating, type Report, reportsOf } from './fold-reports.ts';
import type { LocationContext } from './location-context.ts';
import { omitAbsent } from './omit-absent.ts';
import type { Chain } from './part-of.ts';
import { foldAddresses } from './same-as.ts';
import { type MarkedText, searchFields } from './search-fields.ts';
import { maxOrder, sumOf } from './stored-values.ts';

/**
 * Combines `assertions`, oldest first, into the incident. The counts of documents that refer to it are 0;
 * `countRelations` sets them.
 */
export function foldIncident(
  id: string,
  assertions: readonly AssertionDocument<IncidentInput>[],
  { wholes, circularPartOf }: Chain,
  surroundingsOf: (location: string) => LocationContext,
): IncidentDocument {
  const reports = reportsOf(assertions);
  const titled = newestNaming(reports, 'title');
  const title = titled?.said.title ?? id;
  const summary = newest(reports, 'summary');
  const { scope, count } = countOf(winningCount(reports)?.value);
  const { type, subtype } = winningKind(reports)?.value ?? { type: IncidentType.OTHER };
  const occurrence = newest(reports, 'occurrence') ?? Occurrence.HAPPENED;
  const date = winningDate(reports)?.value;
  const isWithin = (place: string, other: string) => surroundingsOf(place).within.includes(other);
  const site = winningSite(reports, isWithin)?.value;
  const location = site?.location;
  const locationContext = location === undefined ? nowhere : surroundingsOf(location);
  const places = foldPlaces(reports, location);
  const targets = foldTargets(reports);
  const sites = [...(location === undefined ? [] : [{ role: PlaceRole.SITE, location }]), ...places];
  const weapons = foldWeapons(reports);
  const participants = foldParticipants(reports);
  const casualties = foldCasualties(reports);
  const links = foldIncidentLinks(reports);
  const suffered = occurrence === Occurrence.HAPPENED ? casualties : [];
  const killed = totalOf(suffered, 'KILLED');
  const injured = totalOf(suffered, 'INJURED');
  return omitAbsent({
    _id: id,
    title,
    summary,
    sameAs: foldAddresses(reports),
    scope,
    type,
    subtype,
    occurrence,
    methods: foldMethods(reports),
    weapons,
    outcome: newest(reports, 'outcome') ?? Outcome.UNKNOWN,
    count,
    date,
    location,
    locationPrecision: site?.precision ?? LocationPrecision.UNKNOWN,
    places,
    targets,
    participants,
    casualties,
    links,
    partOf: wholes[0],
    circularPartOf,
    about: [id, ...wholes],
    within: locationContext.within,
    country: locationContext.country,
    point: locationContext.point,
    area: locationContext.area,
    participantKeys: participants.map(participantKey),
    actors: actorsIn(participants),
    perpetrators: actorsIn(participants.filter(isNotDenied), 'PERPETRATOR', 'SUSPECTED_PERPETRATOR'),
    targetActors: actorsIn(participants, 'TARGET', 'VICTIM'),
    publishers: distinct(reports.flatMap(({ publisher }) => publisher ?? [])),
    placeKeys: sites.map(placeKey),
    placesWithin: [
      ...new Set(
        sites.flatMap(({ role, location }) =>
          surroundingsOf(location).within.map((around) => placeKey({ role, location: around })),
        ),
      ),
    ],
    targetKeys: targets.map(targetKey),
    targetKinds: distinct(
      targets.map(({ kind }) => kind),
      byTargetKind,
    ),
    weaponKeys: weaponKeys(weapons),
    linkKeys: links.map(incidentLinkKey),
    killed,
    injured,
    publisherCount: new Set(reports.map(({ publisher }) => publisher)).size,
    counts: { participants: participants.length, parts: 0, statements: 0, articles: articleCount(assertions) },
    order: {
      start: date?.start ?? '',
      end: date?.end ?? '',
      title: foldText(title),
      subtype: subtype ?? '',
      countMin: count?.min ?? -1,
      countMax: count ? maxOrder(count) : -1,
      killedMin: killed?.min ?? 0,
      killedMax: killed ? maxOrder(killed) : 0,
      injuredMin: injured?.min ?? 0,
      injuredMax: injured ? maxOrder(injured) : 0,
    },
    months: date ? monthsOf(date) : [],
    folded: omitAbsent({ summary: summary && foldText(summary) }),
    ...searchFields([
      { mark: 'n', kind: 'title', text: title, language: titled?.language },
      { mark: 's', kind: 'summary', text: summary, language: newestStating(reports, 'summary')?.language },
      ...namesOf(targets, reports),
    ]),
    nameKeys: nameKeys([title]),
  });
}

function actorsIn(participants: readonly ParticipantDocument[], ...roles: ParticipantDocument['role'][]): string[] {
  return distinct(
    participants.filter(({ role }) => roles.length === 0 || roles.includes(role)).map(({ actor }) => actor),
  );
}

/**
 * Returns the scope and the count. Without a stated count, an event counts as one, and the count of an aggregate is
 * absent.
 */
function countOf(counted: Counted = { scope: IncidentScope.EVENT }): {
  scope: IncidentScope;
  count?: Quantity | undefined;
} {
  const { scope, count } = counted;
  return { scope, count: count ?? (scope === IncidentScope.EVENT ? { min: 1, max: 1 } : undefined) };
}

const byTargetKind = byEnum(TargetKind);

/** Returns the names of targets, each in the language of the newest report that gives it. */
function namesOf(targets: readonly TargetDocument[], reports: readonly Report<IncidentInput>[]): MarkedText[] {
  const languages = new Map(
    reports.flatMap(({ language, said }) => (said.targets ?? []).map(({ name }) => [name, language] as const)),
  );
  return targets.map(({ name }) => ({ mark: 't', kind: 'name', text: name, language: languages.get(name) }));
}

const nowhere: LocationContext = { within: [] };

function isNotDenied({ status }: ParticipantDocument): boolean {
  return status !== 'DENIED';
}

/** Returns the total of the casualties of a kind, except those within others; undefined if there are none. */
function totalOf(casualties: readonly CasualtyDocument[], kind: CasualtyDocument['kind']): Quantity | undefined {
  const counts = casualties.filter((each) => each.kind === kind && !each.within).map(({ count }) => count);
  return counts.length > 0 ? sumOf(counts) : undefined;
}
