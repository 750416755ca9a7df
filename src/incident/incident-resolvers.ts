import { loadEvidence, partEvidence } from '../article/evidence.ts';
import type { Documents } from '../entities.ts';
import type {
  CasualtyResolvers,
  IncidentLinkResolvers,
  IncidentReportResolvers,
  IncidentResolvers,
  ParticipantResolvers,
  ResponsibilityEntryResolvers,
  ResponsibilityResolvers,
  WeaponResolvers,
} from '../generated/schema.ts';
import type { Complete } from '../graph/complete.ts';
import { formatNodeId } from '../graph/node-id.ts';
import { parseSize } from '../graph/page-arguments.ts';
import { relationResolvers } from '../graph/relation-resolvers.ts';
import type { Stance } from '../statement/statement-document.ts';
import type { IncidentDocument } from './incident-document.ts';
import {
  casualtyRelations,
  incidentLinkRelations,
  incidentRelations,
  incidentReportRelations,
  participantRelations,
  responsibilityEntryRelations,
} from './incident-entity.ts';
import {
  type CasualtyModel,
  casualtiesOf,
  type IncidentLinkModel,
  linksOf,
  type ParticipantModel,
  participantsOf,
  reportedParts,
  type WeaponModel,
  weaponsOf,
} from './incident-parts.ts';
import type { ReportModel } from './report-loader.ts';
import type { ResponsibilityEntryModel, ResponsibilityModel } from './responsibility-loader.ts';

const relations = relationResolvers<Documents>();

export const incidentResolvers: Complete<IncidentResolvers, IncidentDocument> = {
  ...relations('Incident', incidentRelations),
  id: (incident) => formatNodeId('Incident', incident._id),
  label: (incident) => incident.title,
  participants: (incident, { role }) =>
    participantsOf(incident).filter((participant) => isAmong(participant.role, role)),
  weapons: weaponsOf,
  casualties: casualtiesOf,
  links: (incident, { type }) => linksOf(incident).filter((link) => isAmong(link.type, type)),
  responsibility: (incident, _args, { loaders }) => loaders.responsibility.load(incident._id),
  reports: (incident, { first }, { loaders }) =>
    loaders.reports.load({ incident: incident._id, first: parseSize('first', first ?? 20, 1000) }),
  evidence: (incident, { first }, context) =>
    loadEvidence({ type: 'Incident', id: incident._id }, first ?? 100, context),
};

export const participantResolvers: Complete<ParticipantResolvers, ParticipantModel> = {
  ...relations(undefined, participantRelations),
  ...partEvidence,
};

export const casualtyResolvers: Complete<CasualtyResolvers, CasualtyModel> = {
  ...relations(undefined, casualtyRelations),
  ...partEvidence,
};

export const weaponResolvers: Complete<WeaponResolvers, WeaponModel> = partEvidence;

export const incidentLinkResolvers: Complete<IncidentLinkResolvers, IncidentLinkModel> = {
  ...relations(undefined, incidentLinkRelations),
  ...partEvidence,
};

export const incidentReportResolvers: Complete<IncidentReportResolvers, ReportModel> = {
  ...relations(undefined, incidentReportRelations),
  participants: (report) => reportedParts(report.article, report).participants ?? null,
  weapons: (report) => reportedParts(report.article, report).weapons ?? null,
  casualties: (report) => reportedParts(report.article, report).casualties ?? null,
};

export const responsibilityResolvers: ResponsibilityResolvers = {
  claimedBy: entriesOf('CLAIMED_BY'),
  deniedBy: entriesOf('DENIED_BY'),
  attributedTo: entriesOf('ATTRIBUTED_TO'),
};

export const responsibilityEntryResolvers: Complete<ResponsibilityEntryResolvers, object> = relations(
  undefined,
  responsibilityEntryRelations,
);

function entriesOf(stance: Stance) {
  return (responsibility: ResponsibilityModel, { first }: { first?: number | null }): ResponsibilityEntryModel[] =>
    responsibility[stance].slice(0, parseSize('first', first ?? 20, 100));
}

function isAmong<T>(value: T, values: readonly T[] | null | undefined): boolean {
  return values == null || values.includes(value);
}
