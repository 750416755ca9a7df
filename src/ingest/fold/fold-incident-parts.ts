import type { CasualtyInput, IncidentInput } from '../../article/article.ts';
import { CasualtyGroup, IncidentLinkType, Method, Outcome, ParticipantRole, Severity } from '../../generated/schema.ts';
import { collationKey } from '../../graph/collation-key.ts';
import { incidentLinkKey, participantKey, weaponKeys } from '../../graph/part-key.ts';
import type {
  CasualtyDocument,
  IncidentLinkDocument,
  ParticipantDocument,
  WeaponDocument,
} from '../../incident/incident-document.ts';
import { distinct, maxUnited, type Report, unite } from './fold-reports.ts';
import { foldQuantity } from './fold-values.ts';
import { omitAbsent } from './omit-absent.ts';
import { byCodeUnits, byEnum } from './sorting.ts';

type Reports = readonly Report<IncidentInput>[];

const byMethod = byEnum(Method);
const byRole = byEnum(ParticipantRole);
const byLinkType = byEnum(IncidentLinkType);

/** Those of the weapons among them. */
export function foldMethods(reports: Reports): Method[] {
  const methods = reports.flatMap(({ said }) => [
    ...(said.methods ?? []),
    ...(said.weapons ?? []).map(({ method }) => method),
  ]);
  return distinct(methods, byMethod);
}

/** The nth weapon of a method in one report is the nth of that method in the others. */
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
    .map(({ actor, role, status }) => omitAbsent({ actor, role, status }));
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

/** In the order in which the article has them. */
export function foldCasualties(casualties: readonly CasualtyInput[]): CasualtyDocument[] {
  return casualties.map(({ kind, count, group, severity, later, actor }) =>
    omitAbsent({
      kind,
      count: count ? foldQuantity(count) : { min: 1 },
      group: group ?? CasualtyGroup.UNKNOWN,
      severity: severity ?? Severity.UNKNOWN,
      later,
      folded: later && collationKey(later),
      actor,
    }),
  );
}
