import type {
  CasualtyResolvers,
  IncidentLinkResolvers,
  IncidentPlaceResolvers,
  IncidentReportResolvers,
  IncidentResolvers,
  ParticipantResolvers,
  ResponsibilityEntryResolvers,
  ResponsibilityResolvers,
  TargetResolvers,
  WeaponResolvers,
} from '../../generated/resolvers.ts';
import { batched } from '../../query/batched.ts';
import type { FieldInfo } from '../../query/field-info.ts';
import { formatNodeId } from '../../query/node-id.ts';
import { defaultSizes, type PartArguments, parsePartSize, takeParts, unknownPart } from '../../query/part-list.ts';
import { relationResolvers } from '../../query/relation-resolvers.ts';
import type { RequireMissing } from '../../query/require-missing.ts';
import { evidenceOf, partEvidence } from '../article/evidence.ts';
import { historyOf } from '../change/change-resolvers.ts';
import type { GraphContext } from '../context.ts';
import type { EntityDocuments } from '../entities.ts';
import type { Stance } from '../statement/statement-document.ts';
import type { IncidentDocument } from './incident-document.ts';
import {
  casualtyRelations,
  incidentLinkRelations,
  incidentPlaceRelations,
  incidentRelations,
  incidentReportRelations,
  participantRelations,
  responsibilityEntryRelations,
  targetRelations,
} from './incident-entity.ts';
import {
  type CasualtyModel,
  casualtyOf,
  type IncidentLinkModel,
  type IncidentPlaceModel,
  type Listed,
  linkOf,
  type ParticipantModel,
  participantOf,
  placeOf,
  reportedLists,
  type TargetModel,
  targetOf,
  type WeaponModel,
  weaponOf,
} from './incident-parts.ts';
import type { ReportModel } from './report-loader.ts';
import type { ResponsibilityEntryModel, ResponsibilityModel } from './responsibility-loader.ts';

const relations = relationResolvers<EntityDocuments>();

export const incidentResolvers: RequireMissing<IncidentResolvers, Omit<IncidentDocument, 'sameAs'>> = {
  ...relations('Incident', incidentRelations),
  id: (incident) => formatNodeId('Incident', incident._id),
  history: historyOf('Incident'),
  label: (incident) => incident.title,
  places: (incident, args, _context, info) => {
    const chosen = incident.places.filter(({ role }) => isAmong(role, args.role));
    return takeParts(chosen, placeOf(incident), args, info);
  },
  targets: (incident, args, _context, info) => takeParts(incident.targets, targetOf(incident), args, info),
  sameAs: ({ sameAs }) => sameAs.map(({ text }) => text),
  participants: (incident, args, _context, info) => {
    const chosen = incident.participants.filter(({ role }) => isAmong(role, args.role));
    return takeParts(chosen, participantOf(incident), args, info);
  },
  weapons: (incident, args, _context, info) => takeParts(incident.weapons, weaponOf(incident), args, info),
  casualties: (incident, args, _context, info) => takeParts(incident.casualties, casualtyOf(incident), args, info),
  links: (incident, args, _context, info) => {
    const chosen = incident.links.filter(({ type }) => isAmong(type, args.type));
    return takeParts(chosen, linkOf(incident), args, info);
  },
  responsibility: batched((incidents, _args, { loaders }) =>
    loaders.responsibility.loadMany(incidents.map(({ _id }) => _id)),
  ),
  reports: async (incident, args, { loaders }, info) => {
    const first = parsePartSize(args, defaultSizes.reports);
    const after = args.after ?? undefined;
    const reports = await loaders.reports.load({ incident: incident._id, first, after });
    if (!reports) throw unknownPart(String(after), info);
    return reports;
  },
  evidence: evidenceOf(({ _id }) => ({ type: 'Incident', id: _id })),
};

export const incidentPlaceResolvers: RequireMissing<IncidentPlaceResolvers, Omit<IncidentPlaceModel, 'location'>> = {
  ...relations(undefined, incidentPlaceRelations),
  ...partEvidence,
};

export const targetResolvers: RequireMissing<TargetResolvers, Omit<TargetModel, 'location'>> = {
  ...relations(undefined, targetRelations),
  ...partEvidence,
};

export const participantResolvers: RequireMissing<ParticipantResolvers, ParticipantModel> = {
  ...relations(undefined, participantRelations),
  ...partEvidence,
};

export const casualtyResolvers: RequireMissing<
  CasualtyResolvers,
  Omit<CasualtyModel, 'actor' | 'assertedBy' | 'deniedBy'>
> = {
  ...relations(undefined, casualtyRelations),
  ...partEvidence,
};

export const weaponResolvers: RequireMissing<WeaponResolvers, WeaponModel> = partEvidence;

export const incidentLinkResolvers: RequireMissing<IncidentLinkResolvers, IncidentLinkModel> = {
  ...relations(undefined, incidentLinkRelations),
  ...partEvidence,
};

export const incidentReportResolvers: RequireMissing<IncidentReportResolvers, ReportModel> = {
  ...relations(undefined, incidentReportRelations),
  places: listOf(reportedLists.places),
  targets: listOf(reportedLists.targets),
  participants: listOf(reportedLists.participants),
  weapons: listOf(reportedLists.weapons),
  casualties: listOf(reportedLists.casualties),
};

export const responsibilityResolvers: ResponsibilityResolvers = {
  claimedBy: entriesOf('CLAIMED_BY'),
  deniedBy: entriesOf('DENIED_BY'),
  attributedTo: entriesOf('ATTRIBUTED_TO'),
};

export const responsibilityEntryResolvers: RequireMissing<
  ResponsibilityEntryResolvers,
  Omit<ResponsibilityEntryModel, 'actor' | 'statement'>
> = relations(undefined, responsibilityEntryRelations);

function entriesOf(stance: Stance) {
  return (
    responsibility: ResponsibilityModel,
    args: PartArguments,
    _context: GraphContext,
    info: FieldInfo,
  ): ResponsibilityEntryModel[] =>
    takeParts(responsibility[stance], (entry) => entry, args, info, defaultSizes.responsibility);
}

/** Returns the resolver of a list of a report; null if the article does not state it. */
function listOf<Element, Model extends { id: string }>(
  listIn: (report: ReportModel) => Listed<Element, Model> | undefined,
) {
  return (report: ReportModel, args: PartArguments, _context: GraphContext, info: FieldInfo) => {
    const list = listIn(report);
    return list ? takeParts(list.elements, list.toPart, args, info) : null;
  };
}

function isAmong<T>(value: T, values: readonly T[] | null | undefined): boolean {
  return values == null || values.includes(value);
}
