import type { IncidentSubtype, IncidentType } from '../../generated/schema.ts';

/** The subtypes of each type of incident. Each subtype belongs to one type. */
export const subtypesOf: Readonly<Record<IncidentType, readonly IncidentSubtype[]>> = {
  BATTLE: ['ARMED_CLASH', 'TERRITORY_TAKEN', 'TERRITORY_RETAKEN'],
  EXPLOSION_REMOTE_VIOLENCE: [
    'AIR_STRIKE',
    'DRONE_STRIKE',
    'SHELLING',
    'IED_ATTACK',
    'SUICIDE_BOMBING',
    'CHEMICAL_ATTACK',
  ],
  VIOLENCE_AGAINST_CIVILIANS: ['ATTACK', 'ABDUCTION', 'SEXUAL_VIOLENCE', 'EXECUTION', 'FORCED_DISPLACEMENT'],
  PROTEST: ['PEACEFUL', 'INTERVENED', 'EXCESSIVE_FORCE'],
  RIOT: ['VIOLENT_DEMONSTRATION', 'MOB_VIOLENCE'],
  STRATEGIC_DEVELOPMENT: [
    'CEASEFIRE',
    'AGREEMENT',
    'NEGOTIATION',
    'RELEASE',
    'ARREST',
    'TRIAL',
    'SANCTION',
    'WITHDRAWAL',
    'DEPLOYMENT',
    'BASE_ESTABLISHED',
    'LOOTING',
    'WEAPONS_SEIZED',
    'WEAPONS_DISRUPTED',
    'AID',
    'GROUP_CHANGE',
  ],
  OTHER: ['OTHER'],
};

/** Returns the type that a subtype belongs to; undefined if there is no such subtype. */
export function typeOfSubtype(subtype: string): IncidentType | undefined {
  const types = Object.keys(subtypesOf) as IncidentType[];
  return types.find((type) => (subtypesOf[type] as readonly string[]).includes(subtype));
}
