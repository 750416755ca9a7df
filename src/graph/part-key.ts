import type {
  AffiliationType,
  IncidentLinkType,
  Method,
  ParticipantRole,
  StatementLinkType,
} from '../generated/schema.ts';

/** The lists whose elements carry evidence of their own. */
export type PartList = 'participants' | 'weapons' | 'casualties' | 'links' | 'affiliations';

/** What evidence for an element of a list is kept under: `Incident:x#participants=TARGET iran`. */
export function partKey(node: string, list: PartList, element: string | number): string {
  return `${node}#${list}=${element}`;
}

/** `TARGET iran` */
export function participantKey({ role, actor }: { role: ParticipantRole; actor: string }): string {
  return `${role} ${actor}`;
}

/** `RESPONSE_TO us-strike` */
export function incidentLinkKey({ type, incident }: { type: IncidentLinkType; incident: string }): string {
  return `${type} ${incident}`;
}

/** `ECHOES us-troops-iraq-2023-11-12.austin-warns` */
export function statementLinkKey({ type, statement }: { type: StatementLinkType; statement: string }): string {
  return `${type} ${statement}`;
}

/** `BACKED_BY iran`, or with a title `HOLDS_OFFICE iran/Foreign Minister`. */
export function affiliationKey(affiliation: { type: AffiliationType; actor: string; title?: string }): string {
  const { type, actor, title } = affiliation;
  return title === undefined ? `${type} ${actor}` : `${type} ${actor}/${title}`;
}

/** `DRONE/0`, `DRONE/1`, `IED/0`: for each weapon of a list its method, and how many of that method stand before it. */
export function weaponKeys(weapons: readonly { method: Method }[]): string[] {
  const seen = new Map<Method, number>();
  return weapons.map(({ method }) => {
    const ordinal = seen.get(method) ?? 0;
    seen.set(method, ordinal + 1);
    return `${method}/${ordinal}`;
  });
}
