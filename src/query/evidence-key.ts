import type {
  AffiliationType,
  CasualtyKind,
  IncidentLinkType,
  Method,
  ParticipantRole,
  PlaceRole,
  StatementLinkType,
  TargetKind,
} from '../generated/schema.ts';
import { foldText } from '../text/fold-text.ts';

/** The lists whose elements have evidence of their own. */
export type PartList = 'places' | 'targets' | 'participants' | 'weapons' | 'casualties' | 'links' | 'affiliations';

/** Returns the key of evidence for an element of a list: `Incident:x#participants=TARGET iran`. */
export function evidenceKey(node: string, list: PartList, element: string): string {
  return `${node}#${list}=${element}`;
}

/** Returns `TARGET iran`. */
export function participantKey({ role, actor }: { role: ParticipantRole; actor: string }): string {
  return `${role} ${actor}`;
}

/** Returns `ORIGIN mosul-dam`. */
export function placeKey({ role, location }: { role: PlaceRole; location: string }): string {
  return `${role} ${location}`;
}

/**
 * Returns `HOSPITAL gaza/al shifa`, with the name without case and accents: `HOSPITAL gaza` without a name, `HOSPITAL
 * /al shifa` without a location, and `HOSPITAL` without both.
 */
export function targetKey(target: { kind: TargetKind; name?: string; location?: string }): string {
  const { kind, name, location = '' } = target;
  if (name !== undefined) return `${kind} ${location}/${foldText(name)}`;
  return location === '' ? kind : `${kind} ${location}`;
}

/** Returns `RESPONSE_TO us-strike`. */
export function incidentLinkKey({ type, incident }: { type: IncidentLinkType; incident: string }): string {
  return `${type} ${incident}`;
}

/** Returns `ECHOES us-troops-iraq-2023-11-12.austin-warns`. */
export function statementLinkKey({ type, statement }: { type: StatementLinkType; statement: string }): string {
  return `${type} ${statement}`;
}

/** Returns `BACKED_BY iran`, or with a title `HOLDS_OFFICE iran/Foreign Minister`. */
export function affiliationKey(affiliation: { type: AffiliationType; actor: string; title?: string }): string {
  const { type, actor, title } = affiliation;
  return title === undefined ? `${type} ${actor}` : `${type} ${actor}/${title}`;
}

/**
 * Returns the key of each weapon in a list: its method, and how many of that method precede it. `DRONE/0`, `DRONE/1`,
 * `IED/0`.
 */
export function weaponKeys(weapons: readonly { method: Method }[]): string[] {
  return ordinalKeys(weapons.map(({ method }) => method));
}

/**
 * Returns the key of each casualty in a list, likewise by kind: `KILLED/0`, `KILLED/1`, `INJURED/0`. Casualties within
 * others of their kind are counted separately: `KILLED/within/0`.
 */
export function casualtyKeys(casualties: readonly { kind: CasualtyKind; within?: boolean }[]): string[] {
  return ordinalKeys(casualties.map(({ kind, within }) => (within ? `${kind}/within` : kind)));
}

function ordinalKeys(values: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return values.map((value) => {
    const ordinal = seen.get(value) ?? 0;
    seen.set(value, ordinal + 1);
    return `${value}/${ordinal}`;
  });
}
