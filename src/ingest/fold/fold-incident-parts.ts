import type { CasualtyInput, IncidentInput } from '../../entities/article/article.ts';
import type {
  CasualtyDocument,
  FoldedCasualtyDocument,
  IncidentLinkDocument,
  IncidentPlaceDocument,
  ParticipantDocument,
  TargetDocument,
  WeaponDocument,
} from '../../entities/incident/incident-document.ts';
import {
  CasualtyGroup,
  CasualtyKind,
  Damage,
  IncidentLinkType,
  LocationPrecision,
  Method,
  Outcome,
  ParticipantRole,
  PlaceRole,
  Severity,
  TargetKind,
} from '../../generated/schema.ts';
import { incidentLinkKey, participantKey, placeKey, targetKey, weaponKeys } from '../../query/evidence-key.ts';
import type { Quantity } from '../../query/values.ts';
import { byCodeUnits, byEnum } from '../../text/compare.ts';
import { foldText } from '../../text/fold-text.ts';
import { distinct, maxUnited, type Report, unite, type Winner, winner } from './fold-reports.ts';
import { omitAbsent } from './omit-absent.ts';
import { refinesQuantity } from './refines.ts';
import { foldQuantity, sumOf } from './stored-values.ts';

type Reports = readonly Report<IncidentInput>[];

const byMethod = byEnum(Method);
const byRole = byEnum(ParticipantRole);
const byPlaceRole = byEnum(PlaceRole);
const byTargetKind = byEnum(TargetKind);
const byLinkType = byEnum(IncidentLinkType);

/** Returns the methods of all reports, including those of their weapons, in enum order. */
export function foldMethods(reports: Reports): Method[] {
  const methods = reports.flatMap(({ said }) => [
    ...(said.methods ?? []),
    ...(said.weapons ?? []).map(({ method }) => method),
  ]);
  return distinct(methods, byMethod);
}

/**
 * Returns the weapons of all reports, in the enum order of methods. The nth weapon of a method in one report is united
 * with the nth of that method in the others.
 */
export function foldWeapons(reports: Reports): WeaponDocument[] {
  return unite(reports, (said) => said.weapons, weaponKeys)
    .sort((a, b) => byMethod(a.method, b.method))
    .slice(0, maxUnited)
    .map(({ method, count, outcome = Outcome.UNKNOWN, certain = true }) =>
      omitAbsent({ method, count: count && foldQuantity(count), outcome, certain }),
    );
}

/** Returns the places of all reports, except `site`, the incident's location, as a place where it happened. */
export function foldPlaces(reports: Reports, site: string | undefined): IncidentPlaceDocument[] {
  return unite(
    reports,
    (said) => said.places,
    (places) => places.map(placeKey),
  )
    .filter((place) => !repeatsSite(place, site))
    .sort((a, b) => byPlaceRole(a.role, b.role) || byCodeUnits(a.location, b.location))
    .slice(0, maxUnited)
    .map(({ location, role, precision = LocationPrecision.UNKNOWN }) => ({ location, role, precision }));
}

/** Returns whether a place only repeats the location of its incident. */
export function repeatsSite(
  { location, role }: { location: string; role: PlaceRole },
  site: string | undefined,
): boolean {
  return role === PlaceRole.SITE && location === site;
}

/** Returns the targets of all reports. Those of one kind, location and name, regardless of its spelling, are united. */
export function foldTargets(reports: Reports): TargetDocument[] {
  return unite(
    reports,
    (said) => said.targets,
    (targets) => targets.map(targetKey),
  )
    .map(({ kind, name, location, damage = Damage.UNKNOWN, count }) =>
      omitAbsent({
        kind,
        name,
        folded: name === undefined ? undefined : foldText(name),
        location,
        damage,
        count: count && foldQuantity(count),
      }),
    )
    .sort(byKindLocationAndName)
    .slice(0, maxUnited);
}

function byKindLocationAndName(a: TargetDocument, b: TargetDocument): number {
  return (
    byTargetKind(a.kind, b.kind) ||
    byCodeUnits(a.location ?? '', b.location ?? '') ||
    byCodeUnits(a.folded ?? '', b.folded ?? '')
  );
}

export function foldParticipants(reports: Reports): ParticipantDocument[] {
  return unite(
    reports,
    (said) => said.participants,
    (participants) => participants.map(participantKey),
  )
    .sort((a, b) => byRole(a.role, b.role) || byCodeUnits(a.actor, b.actor))
    .slice(0, maxUnited)
    .map(({ actor, role, status, side }) => omitAbsent({ actor, role, status, side, folded: side && foldText(side) }));
}

export function foldIncidentLinks(reports: Reports): IncidentLinkDocument[] {
  return unite(
    reports,
    (said) => said.links,
    (links) => links.map(incidentLinkKey),
  )
    .sort((a, b) => byLinkType(a.type, b.type) || byCodeUnits(a.incident, b.incident))
    .slice(0, maxUnited)
    .map(({ type, incident }) => ({ type, incident }));
}

/** Casualties that win together: those of a kind, or those of a kind that are within others. */
export interface CasualtyClass {
  kind: CasualtyKind;
  within: boolean;
}

const casualtyClasses: readonly CasualtyClass[] = Object.values(CasualtyKind).flatMap((kind) => [
  { kind, within: false },
  { kind, within: true },
]);

/** Returns the casualties by class, in enum order. All entries of a class come from one report and are in its order. */
export function foldCasualties(reports: Reports): FoldedCasualtyDocument[] {
  return casualtyClasses.flatMap((of) => {
    const won = winningCasualties(reports, of);
    return won ? foldEntries(won.value).map((entry) => ({ ...entry, article: won.report.article })) : [];
  });
}

/**
 * Returns the entries of a class from the newest of `reports`, oldest first, that states any, unless an older total
 * refines the newer one. Undefined if no report states any.
 */
export function winningCasualties(
  reports: Reports,
  of: CasualtyClass,
): Winner<IncidentInput, CasualtyInput[]> | undefined {
  const ofClass = ({ casualties }: IncidentInput) => {
    const entries = casualties?.filter(({ kind, within = false }) => kind === of.kind && within === of.within);
    return entries?.length ? entries : undefined;
  };
  return winner(reports, ofClass, (held, stated) => refinesQuantity(totalOf(held), totalOf(stated)));
}

function totalOf(entries: readonly CasualtyInput[]): Quantity {
  return sumOf(foldEntries(entries).map(({ count }) => count));
}

function foldEntries(casualties: readonly CasualtyInput[]): CasualtyDocument[] {
  return casualties.map(({ kind, count, group, demographic, within, severity, later, actor, assertedBy, deniedBy }) =>
    omitAbsent({
      kind,
      count: count ? foldQuantity(count) : { min: 1 },
      group: group ?? CasualtyGroup.UNKNOWN,
      demographic,
      within: within ?? false,
      severity: severity ?? Severity.UNKNOWN,
      later,
      folded: later && foldText(later),
      actor,
      assertedBy: distinct(assertedBy ?? []),
      deniedBy: distinct(deniedBy ?? []),
    }),
  );
}
