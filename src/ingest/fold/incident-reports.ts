import type { IncidentInput } from '../../entities/article/article.ts';
import type { IncidentReportDocument } from '../../entities/incident/incident-document.ts';
import { type AssertionDocument, assertionsById } from './assertion.ts';
import {
  foldCasualties,
  foldMethods,
  foldParticipants,
  foldPlaces,
  foldTargets,
  foldWeapons,
} from './fold-incident-parts.ts';
import { winningCount, winningDate, winningKind, winningSite } from './fold-incident-values.ts';
import { newest, newestNaming, newestStating, type Report, reportsOf } from './fold-reports.ts';
import { omitAbsent } from './omit-absent.ts';
import { foldQuantity } from './stored-values.ts';

/**
 * Returns a report for each incident that the assertions of an article define, in their order. A report has only the
 * fields that the article states, in stored form. A mention gives no report.
 */
export function incidentReports(assertions: readonly AssertionDocument[]): IncidentReportDocument[] {
  const ofIncidents = assertionsById<IncidentInput>('Incident', assertions);
  return [...ofIncidents]
    .map(([incident, said]) => ({ incident, reports: reportsOf(said) }))
    .filter(({ reports }) => reports.length > 0)
    .map(({ incident, reports }) => incidentReport(incident, reports));
}

/**
 * Combines the definitions of an incident in one article into its report. Merges may have given it several, of which
 * the last counts as the newest. Locations are taken as unrelated, because only the fold of all articles knows which
 * contains which.
 */
function incidentReport(incident: string, reports: readonly Report<IncidentInput>[]): IncidentReportDocument {
  const scoped = winningCount(reports)?.report.said;
  const kind = winningKind(reports)?.value;
  const placed = winningSite(reports, () => false)?.report.said;
  return omitAbsent({
    incident,
    title: newestNaming(reports, 'title')?.said.title ?? '',
    summary: newest(reports, 'summary'),
    scope: scoped?.scope,
    type: kind?.type,
    subtype: kind?.subtype,
    occurrence: newest(reports, 'occurrence'),
    methods: newestStating(reports, 'methods', 'weapons') && foldMethods(reports),
    weapons: newestStating(reports, 'weapons') && foldWeapons(reports),
    outcome: newest(reports, 'outcome'),
    count: scoped?.count && foldQuantity(scoped.count),
    date: winningDate(reports)?.value,
    location: placed?.location,
    locationPrecision: placed?.locationPrecision,
    places: newestStating(reports, 'places') && foldPlaces(reports, placed?.location),
    targets: newestStating(reports, 'targets') && foldTargets(reports),
    participants: newestStating(reports, 'participants') && foldParticipants(reports),
    casualties: newestStating(reports, 'casualties') && foldCasualties(reports).map(({ article, ...rest }) => rest),
    partOf: newest(reports, 'partOf'),
  });
}
