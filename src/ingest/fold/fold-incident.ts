import type { IncidentInput } from '../../article/article.ts';
import { IncidentScope, IncidentType, LocationPrecision, Outcome } from '../../generated/schema.ts';
import { collationKey } from '../../graph/collation-key.ts';
import { monthsOf } from '../../graph/months.ts';
import { incidentLinkKey, participantKey, weaponKeys } from '../../graph/part-key.ts';
import type { Quantity } from '../../graph/values.ts';
import type { CasualtyDocument, IncidentDocument, ParticipantDocument } from '../../incident/incident-document.ts';
import { foundBy } from '../found-by.ts';
import type { AccountDocument } from './account.ts';
import {
  foldCasualties,
  foldIncidentLinks,
  foldMethods,
  foldParticipants,
  foldWeapons,
} from './fold-incident-parts.ts';
import { articleCount, distinct, newest, newestStating, reportsOf } from './fold-reports.ts';
import { foldDate, foldQuantity, maxOrder, sumOf } from './fold-values.ts';
import { omitAbsent } from './omit-absent.ts';
import type { Chain } from './part-of.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * The incident that `accounts`, oldest first, make of it. Counts of what refers to it are 0: `countRelations` knows them.
 */
export function foldIncident(
  id: string,
  accounts: readonly AccountDocument<IncidentInput>[],
  { wholes, circularPartOf }: Chain,
  surroundingsOf: (location: string) => Surroundings,
): IncidentDocument {
  const reports = reportsOf(accounts);
  const title = newest(reports, 'title') ?? '';
  const summary = newest(reports, 'summary');
  const scoped = newestStating(reports, 'scope', 'count')?.said;
  const scope = scoped?.scope ?? IncidentScope.EVENT;
  const count = scoped?.count ? foldQuantity(scoped.count) : uncounted[scope];
  const stated = newest(reports, 'date');
  const date = stated && foldDate(stated);
  const placed = newestStating(reports, 'location', 'locationPrecision')?.said;
  const location = placed?.location;
  const surroundings = location === undefined ? nowhere : surroundingsOf(location);
  const weapons = foldWeapons(reports);
  const participants = foldParticipants(reports);
  const counted = newestStating(reports, 'casualties');
  const casualties = foldCasualties(counted?.said.casualties ?? []);
  const links = foldIncidentLinks(reports);
  const killed = totalOf(casualties, 'KILLED');
  const injured = totalOf(casualties, 'INJURED');
  return omitAbsent({
    _id: id,
    title,
    summary,
    scope,
    type: newest(reports, 'type') ?? IncidentType.OTHER,
    methods: foldMethods(reports),
    weapons,
    outcome: newest(reports, 'outcome') ?? Outcome.UNKNOWN,
    count,
    date,
    location,
    locationPrecision: placed?.locationPrecision ?? LocationPrecision.UNKNOWN,
    participants,
    casualties,
    casualtiesFrom: counted?.article,
    links,
    partOf: wholes[0],
    circularPartOf,
    about: [id, ...wholes],
    within: surroundings.within,
    country: surroundings.country,
    point: surroundings.point,
    participantKeys: participants.map(participantKey),
    actors: actorsIn(participants),
    perpetrators: actorsIn(participants, 'PERPETRATOR', 'SUSPECTED_PERPETRATOR'),
    targets: actorsIn(participants, 'TARGET', 'VICTIM'),
    publishers: distinct(reports.flatMap(({ publisher }) => publisher ?? [])),
    weaponKeys: weaponKeys(weapons),
    linkKeys: links.map(incidentLinkKey),
    killed,
    injured,
    publisherCount: new Set(reports.map(({ publisher }) => publisher)).size,
    counts: { participants: participants.length, parts: 0, statements: 0, articles: articleCount(accounts) },
    order: {
      start: date?.start ?? '',
      end: date?.end ?? '',
      title: collationKey(title),
      countMax: maxOrder(count),
      killedMax: maxOrder(killed),
      injuredMax: maxOrder(injured),
    },
    months: date ? monthsOf(date) : [],
    folded: omitAbsent({ summary: summary && collationKey(summary) }),
    ...foundBy([
      { mark: 'n', text: title, language: newestStating(reports, 'title')?.language },
      { mark: 's', text: summary, language: newestStating(reports, 'summary')?.language },
    ]),
  });
}

function actorsIn(participants: readonly ParticipantDocument[], ...roles: ParticipantDocument['role'][]): string[] {
  return distinct(
    participants.filter(({ role }) => roles.length === 0 || roles.includes(role)).map(({ actor }) => actor),
  );
}

/** How many events an incident is that nobody counts. */
const uncounted: Record<IncidentScope, Quantity> = { EVENT: { min: 1, max: 1 }, AGGREGATE: { min: 2 } };

const nowhere: Surroundings = { within: [] };

function totalOf(casualties: readonly CasualtyDocument[], kind: CasualtyDocument['kind']): Quantity {
  return sumOf(casualties.filter((casualty) => casualty.kind === kind).map(({ count }) => count));
}
