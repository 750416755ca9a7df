import type { Crosswalk } from './entry.ts';

/** GTD's attack types, columns `attacktype1` to `attacktype3`. */
export const gtdAttackTypes = {
  1: {
    name: 'Assassination',
    type: 'VIOLENCE_AGAINST_CIVILIANS',
    subtype: 'ATTACK',
    lost: 'That the victim was prominent. Against armed targets it is `BATTLE`, see below.',
  },
  2: {
    name: 'Armed Assault',
    type: 'VIOLENCE_AGAINST_CIVILIANS',
    subtype: 'ATTACK',
    lost: 'Against armed targets it is `BATTLE`, see below.',
  },
  3: {
    name: 'Bombing/Explosion',
    type: 'EXPLOSION_REMOTE_VIOLENCE',
    lost: 'The weapon sub-type decides the subtype; without one there is none.',
  },
  4: {
    name: 'Hijacking',
    type: 'VIOLENCE_AGAINST_CIVILIANS',
    subtype: 'ABDUCTION',
    methods: ['ABDUCTION'],
    lost: 'That a vehicle, a vessel or an aircraft was taken; the target type says so.',
  },
  5: {
    name: 'Hostage Taking (Barricade Incident)',
    type: 'VIOLENCE_AGAINST_CIVILIANS',
    subtype: 'ABDUCTION',
    methods: ['ABDUCTION'],
    lost: 'That the hostages were held in place.',
  },
  6: {
    name: 'Hostage Taking (Kidnapping)',
    type: 'VIOLENCE_AGAINST_CIVILIANS',
    subtype: 'ABDUCTION',
    methods: ['ABDUCTION'],
  },
  7: {
    name: 'Facility/Infrastructure Attack',
    type: 'OTHER',
    lost: 'There is no type for attacks on property. The methods and targets say what was done to what.',
  },
  8: { name: 'Unarmed Assault', type: 'VIOLENCE_AGAINST_CIVILIANS', subtype: 'ATTACK' },
  9: { name: 'Unknown', type: 'OTHER' },
} as const satisfies Crosswalk;

export type GtdAttackType = keyof typeof gtdAttackTypes;

/** The column `success`. */
export const gtdSuccess = {
  0: {
    name: 'not successful',
    outcome: 'FAILED',
    lost: 'Attacks that were foiled, intercepted or went wrong share the code.',
  },
  1: {
    name: 'successful',
    outcome: 'COMPLETED',
    lost: 'Success is judged by the attack type: a bomb that went off is one, whatever it hit.',
  },
} as const satisfies Crosswalk;

/** The columns `guncertain1` to `guncertain3`: whether the group is suspected only. */
export const gtdSuspicion = {
  0: { name: 'not suspected only', role: 'PERPETRATOR', status: 'ATTRIBUTED' },
  1: { name: 'suspected or unconfirmed', role: 'SUSPECTED_PERPETRATOR', status: 'SUSPECTED' },
} as const satisfies Crosswalk;

/** The columns `claimed`, `claim2` and `claim3`. */
export const gtdClaimed = {
  0: { name: 'not claimed' },
  1: {
    name: 'claimed',
    statementType: 'CLAIM_OF_RESPONSIBILITY',
    status: 'CLAIMED',
    lost: 'How it was claimed is only in the text. Who spoke, and when, is unknown.',
  },
  '-9': { name: 'unknown' },
} as const satisfies Crosswalk;

/** The column `specificity`: what the coordinates are. */
export const gtdSpecificity = {
  1: { name: 'the city, town or village', locationPrecision: 'EXACT', lost: '`NEAR` if `vicinity` is 1.' },
  2: {
    name: 'the centre of a smaller region, for want of coordinates of the town',
    locationPrecision: 'EXACT',
    lost: "`NEAR` if `vicinity` is 1. The point is the region's and is left out, because the town is known by name.",
  },
  3: { name: 'the centre of a smaller region', locationPrecision: 'AREA' },
  4: {
    name: 'the centre of the province',
    locationPrecision: 'AREA',
    lost: "The point is the province's.",
  },
  5: { name: 'unknown', locationPrecision: 'COUNTRY', lost: '`AREA` if a province or a place is named.' },
} as const satisfies Crosswalk;

/** The column `propextent`: the extent of the damage to property, by its value in US dollars. */
export const gtdPropertyExtent = {
  1: {
    name: 'Catastrophic (likely >= $1 billion)',
    damage: 'SEVERE',
    lost: 'The value. That the target became unusable is assumed.',
  },
  2: {
    name: 'Major (likely >= $1 million but < $1 billion)',
    damage: 'SEVERE',
    lost: 'The value. That the target became unusable is assumed.',
  },
  3: {
    name: 'Minor (likely < $1 million)',
    damage: 'MINOR',
    lost: 'The value. That the target remained usable is assumed.',
  },
  4: { name: 'Unknown', damage: 'UNKNOWN' },
} as const satisfies Crosswalk;
