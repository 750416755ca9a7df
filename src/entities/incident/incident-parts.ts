import {
  casualtyKeys,
  evidenceKey,
  incidentLinkKey,
  type PartList,
  participantKey,
  placeKey,
  targetKey,
  weaponKeys,
} from '../../query/evidence-key.ts';
import { formatNodeId } from '../../query/node-id.ts';
import { partId, partPath } from '../../query/part-id.ts';
import type { WithEvidence } from '../article/evidence.ts';
import type { UnitedList } from '../article/evidence-loader.ts';
import type {
  CasualtyDocument,
  IncidentDocument,
  IncidentLinkDocument,
  IncidentPlaceDocument,
  ParticipantDocument,
  TargetDocument,
  WeaponDocument,
} from './incident-document.ts';
import type { ReportModel } from './report-loader.ts';

/** The id of a part, and where its evidence is. */
interface Part extends WithEvidence {
  id: string;
}

export type IncidentPlaceModel = IncidentPlaceDocument & Part;
export type TargetModel = TargetDocument & Part;
export type ParticipantModel = ParticipantDocument & Part;
export type CasualtyModel = CasualtyDocument & Part;
export type WeaponModel = WeaponDocument & Part;
export type IncidentLinkModel = IncidentLinkDocument & Part;

/** Makes the part of a list's element, given its key. */
type PartOf<L extends PartList = PartList> = (list: L, key: string) => Part;

/** Adds the part's fields to an element. They come first: V8 is up to 70 times slower otherwise. */
function withPart<Element extends object>(document: Element, { id, evidenceSource }: Part): Element & Part {
  return { id, evidenceSource, ...document };
}

/** Makes a part of an element of a list, given its index there. */
type ToPart<Element, Model> = (element: Element, index: number) => Model;

export function placeOf({ _id }: Pick<IncidentDocument, '_id'>): ToPart<IncidentPlaceDocument, IncidentPlaceModel> {
  return place(united(_id));
}

export function targetOf({ _id }: Pick<IncidentDocument, '_id'>): ToPart<TargetDocument, TargetModel> {
  return target(united(_id));
}

export function participantOf({ _id }: Pick<IncidentDocument, '_id'>): ToPart<ParticipantDocument, ParticipantModel> {
  return participant(united(_id));
}

export function weaponOf({
  _id,
  weapons,
}: Pick<IncidentDocument, '_id' | 'weapons'>): ToPart<WeaponDocument, WeaponModel> {
  return weapon(weapons, united(_id));
}

export function linkOf({ _id }: Pick<IncidentDocument, '_id'>): ToPart<IncidentLinkDocument, IncidentLinkModel> {
  const partOf = united(_id);
  return (link) => withPart(link, partOf('links', incidentLinkKey(link)));
}

/** All entries of a kind, and their evidence, come from the article that won it. */
export function casualtyOf({
  _id,
  casualties,
}: Pick<IncidentDocument, '_id' | 'casualties'>): ToPart<IncidentDocument['casualties'][number], CasualtyModel> {
  const node = formatNodeId('Incident', _id);
  const keys = casualtyKeys(casualties);
  return (casualty, index) => {
    const partOf = stated(node, casualty.article, node);
    return withPart(casualty, partOf('casualties', keys[index] as string));
  };
}

/** The lists that an article reports of an incident; undefined for a list that it does not state. */
export const reportedLists = {
  places: (report: ReportModel) => report.places && listed(report.places, place(of(report))),
  targets: (report: ReportModel) => report.targets && listed(report.targets, target(of(report))),
  participants: (report: ReportModel) => report.participants && listed(report.participants, participant(of(report))),
  weapons: (report: ReportModel) => report.weapons && listed(report.weapons, weapon(report.weapons, of(report))),
  casualties: (report: ReportModel) =>
    report.casualties && listed(report.casualties, reportedCasualty(report.casualties, of(report))),
};

/** The elements of a list, and what makes parts of them. */
export interface Listed<Element, Model> {
  elements: readonly Element[];
  toPart: ToPart<Element, Model>;
}

function listed<Element, Model>(elements: readonly Element[], toPart: ToPart<Element, Model>): Listed<Element, Model> {
  return { elements, toPart };
}

/** Returns what makes the parts of an article's report. */
function of({ incident, article, id }: ReportModel): PartOf {
  return stated(formatNodeId('Incident', incident), article, id);
}

/** Returns what makes the parts of an incident whose evidence is in all articles. */
function united(id: string): PartOf<UnitedList> {
  const node = formatNodeId('Incident', id);
  return (list, key) => ({
    id: partId(node, partPath(list, key)),
    evidenceSource: { type: 'Incident', id, part: { list, key } },
  });
}

/** Returns what makes the parts of `owner`, an incident or a report of it, whose evidence is in one article. */
function stated(node: string, article: string, owner: string): PartOf {
  return (list, key) => ({
    id: partId(owner, partPath(list, key)),
    evidenceSource: { article, spanKey: evidenceKey(node, list, key) },
  });
}

function place(partOf: PartOf<UnitedList>): ToPart<IncidentPlaceDocument, IncidentPlaceModel> {
  return (place) => withPart(place, partOf('places', placeKey(place)));
}

function target(partOf: PartOf<UnitedList>): ToPart<TargetDocument, TargetModel> {
  return (target) => withPart(target, partOf('targets', targetKey(target)));
}

function participant(partOf: PartOf<UnitedList>): ToPart<ParticipantDocument, ParticipantModel> {
  return (participant) => withPart(participant, partOf('participants', participantKey(participant)));
}

function weapon(all: readonly WeaponDocument[], partOf: PartOf<UnitedList>): ToPart<WeaponDocument, WeaponModel> {
  const keys = weaponKeys(all);
  return (weapon, index) => withPart(weapon, partOf('weapons', keys[index] as string));
}

function reportedCasualty(all: readonly CasualtyDocument[], partOf: PartOf): ToPart<CasualtyDocument, CasualtyModel> {
  const keys = casualtyKeys(all);
  return (casualty, index) => withPart(casualty, partOf('casualties', keys[index] as string));
}
