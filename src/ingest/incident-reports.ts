import type { IncidentInput } from '../article/article.ts';
import type { IncidentReportDocument } from '../incident/incident-document.ts';
import { type AccountDocument, accountsById } from './fold/account.ts';
import { foldCasualties, foldMethods, foldParticipants, foldWeapons } from './fold/fold-incident-parts.ts';
import { newest, newestStating, type Report, reportsOf } from './fold/fold-reports.ts';
import { foldDate, foldQuantity } from './fold/fold-values.ts';
import { omitAbsent } from './fold/omit-absent.ts';

/** What the accounts of an article say of each incident, in its order: no more than it states, but in stored form. */
export function incidentReports(accounts: readonly AccountDocument[]): IncidentReportDocument[] {
  const ofIncidents = accountsById<IncidentInput>('Incident', accounts);
  return [...ofIncidents].map(([incident, said]) => incidentReport(incident, reportsOf(said)));
}

/** Merges may have given the incident several definitions: `reports`, of which the last counts as the newest. */
function incidentReport(incident: string, reports: readonly Report<IncidentInput>[]): IncidentReportDocument {
  const scoped = newestStating(reports, 'scope', 'count')?.said;
  const placed = newestStating(reports, 'location', 'locationPrecision')?.said;
  const date = newest(reports, 'date');
  const casualties = newest(reports, 'casualties');
  return omitAbsent({
    incident,
    title: newest(reports, 'title') ?? '',
    summary: newest(reports, 'summary'),
    scope: scoped?.scope,
    type: newest(reports, 'type'),
    methods: newestStating(reports, 'methods', 'weapons') && foldMethods(reports),
    weapons: newestStating(reports, 'weapons') && foldWeapons(reports),
    outcome: newest(reports, 'outcome'),
    count: scoped?.count && foldQuantity(scoped.count),
    date: date && foldDate(date),
    location: placed?.location,
    locationPrecision: placed?.locationPrecision,
    participants: newestStating(reports, 'participants') && foldParticipants(reports),
    casualties: casualties && foldCasualties(casualties),
    partOf: newest(reports, 'partOf'),
  });
}
