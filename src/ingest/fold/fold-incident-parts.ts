import type { CasualtyInput, IncidentInput } from '../../entities/article/article.ts';
import type {
  CasualtyDocument,
  FoldedCasualtyDocument,
  IncidentLinkDocument,
  ParticipantDocument,
  WeaponDocument,
} from '../../entities/incident/incident-document.ts';
import {
  CasualtyGroup,
  CasualtyKind,
  IncidentLinkType,
  Method,
  Outcome,
  ParticipantRole,
  Severity,
} from '../../generated/schema.ts';
import { incidentLinkKey, participantKey, weaponKeys } from '../../query/evidence-key.ts';
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

/** Returns the casualties by kind, in enum order. All entries of a kind come from one report and are in its order. */
export function foldCasualties(reports: Reports): FoldedCasualtyDocument[] {
  return Object.values(CasualtyKind).flatMap((kind) => {
    const won = winningCasualties(reports, kind);
    return won ? foldEntries(won.value).map((entry) => ({ ...entry, article: won.report.article })) : [];
  });
}

/**
 * Returns the entries of a kind from the newest of `reports`, oldest first, that states any, unless an older total
 * refines the newer one. Undefined if no report states any.
 */
export function winningCasualties(
  reports: Reports,
  kind: CasualtyKind,
): Winner<IncidentInput, CasualtyInput[]> | undefined {
  const ofKind = ({ casualties }: IncidentInput) => {
    const entries = casualties?.filter((casualty) => casualty.kind === kind);
    return entries?.length ? entries : undefined;
  };
  return winner(reports, ofKind, (held, stated) => refinesQuantity(totalOf(held), totalOf(stated)));
}

function totalOf(entries: readonly CasualtyInput[]): Quantity {
  return sumOf(foldEntries(entries).map(({ count }) => count));
}

function foldEntries(casualties: readonly CasualtyInput[]): CasualtyDocument[] {
  return casualties.map(({ kind, count, group, severity, later, actor }) =>
    omitAbsent({
      kind,
      count: count ? foldQuantity(count) : { min: 1 },
      group: group ?? CasualtyGroup.UNKNOWN,
      severity: severity ?? Severity.UNKNOWN,
      later,
      folded: later && foldText(later),
      actor,
    }),
  );
}
