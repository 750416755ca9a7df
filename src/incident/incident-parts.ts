import type { EvidenceSource, WithEvidence } from '../article/evidence.ts';
import type { UnitedList } from '../article/evidence-loader.ts';
import { formatNodeId } from '../graph/node-id.ts';
import { incidentLinkKey, type PartList, participantKey, partKey, weaponKeys } from '../graph/part-key.ts';
import type {
  CasualtyDocument,
  IncidentDocument,
  IncidentLinkDocument,
  IncidentReportDocument,
  ParticipantDocument,
  WeaponDocument,
} from './incident-document.ts';

export type ParticipantModel = ParticipantDocument & WithEvidence;
export type CasualtyModel = CasualtyDocument & WithEvidence;
export type WeaponModel = WeaponDocument & WithEvidence;
export type IncidentLinkModel = IncidentLinkDocument & WithEvidence;

/** Where the evidence for an element of a list is: over all articles, or in the one that reports it. */
type SourceOf = (list: UnitedList, key: string) => EvidenceSource;

export function participantsOf(incident: Pick<IncidentDocument, '_id' | 'participants'>): ParticipantModel[] {
  return participants(incident.participants, united(incident._id));
}

export function weaponsOf(incident: Pick<IncidentDocument, '_id' | 'weapons'>): WeaponModel[] {
  return weapons(incident.weapons, united(incident._id));
}

export function linksOf(incident: Pick<IncidentDocument, '_id' | 'links'>): IncidentLinkModel[] {
  const source = united(incident._id);
  return incident.links.map((link) => ({ ...link, evidenceSource: source('links', incidentLinkKey(link)) }));
}

/** The list of one article won as a whole, so its evidence is that article's. */
export function casualtiesOf(
  incident: Pick<IncidentDocument, '_id' | 'casualties' | 'casualtiesFrom'>,
): CasualtyModel[] {
  const { _id, casualties, casualtiesFrom } = incident;
  return casualtiesFrom === undefined ? [] : reportedCasualties(casualties, casualtiesFrom, _id);
}

/** The same parts as one article reports them; undefined where it does not. */
export function reportedParts(article: string, report: IncidentReportDocument) {
  const node = formatNodeId('Incident', report.incident);
  const source: SourceOf = (list, key) => ({ article, spanKey: partKey(node, list, key) });
  return {
    participants: report.participants && participants(report.participants, source),
    weapons: report.weapons && weapons(report.weapons, source),
    casualties: report.casualties && reportedCasualties(report.casualties, article, report.incident),
  };
}

function united(id: string): SourceOf {
  return (list, key) => ({ type: 'Incident', id, part: { list, key } });
}

function participants(documents: ParticipantDocument[], source: SourceOf): ParticipantModel[] {
  return documents.map((participant) => ({
    ...participant,
    evidenceSource: source('participants', participantKey(participant)),
  }));
}

function weapons(documents: WeaponDocument[], source: SourceOf): WeaponModel[] {
  const keys = weaponKeys(documents);
  return documents.map((weapon, index) => ({ ...weapon, evidenceSource: source('weapons', keys[index] as string) }));
}

function reportedCasualties(documents: CasualtyDocument[], article: string, incident: string): CasualtyModel[] {
  const list: PartList = 'casualties';
  return documents.map((casualty, index) => ({
    ...casualty,
    evidenceSource: { article, spanKey: partKey(formatNodeId('Incident', incident), list, index) },
  }));
}
