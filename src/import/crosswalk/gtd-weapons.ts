import type { Crosswalk } from './entry.ts';

/** GTD's weapon types, columns `weaptype1` to `weaptype4`. */
export const gtdWeaponTypes = {
  1: { name: 'Biological', methods: ['OTHER'], lost: 'There is no method for biological agents.' },
  2: { name: 'Chemical', methods: ['CHEMICAL'], subtype: 'CHEMICAL_ATTACK', lost: 'The subtype is that of a bombing.' },
  3: { name: 'Radiological', methods: ['OTHER'], lost: 'There is no method for radiological material.' },
  4: { name: 'Nuclear', methods: ['OTHER'], lost: 'There is no method for nuclear weapons.' },
  5: { name: 'Firearms', methods: ['SMALL_ARMS'] },
  6: { name: 'Explosives', methods: ['EXPLOSIVE'] },
  7: { name: 'Fake Weapons', methods: ['OTHER'], lost: 'That the weapon was fake.' },
  8: { name: 'Incendiary', methods: ['ARSON'] },
  9: { name: 'Melee', methods: ['MELEE'] },
  10: {
    name: 'Vehicle (not to include vehicle-borne explosives, i.e., car or truck bombs)',
    methods: ['VEHICLE'],
  },
  11: { name: 'Sabotage Equipment', methods: ['OTHER'], lost: 'There is no method for sabotage.' },
  12: { name: 'Other', methods: ['OTHER'] },
  13: { name: 'Unknown', methods: ['UNKNOWN'] },
} as const satisfies Crosswalk;

export type GtdWeaponType = keyof typeof gtdWeaponTypes;

/**
 * GTD's weapon sub-types, columns `weapsubtype1` to `weapsubtype4`. One without methods has those of its type. The
 * subtype is that of a bombing.
 */
export const gtdWeaponSubtypes = {
  1: { name: 'Poisoning' },
  2: { name: 'Automatic or Semi-Automatic Rifle' },
  3: { name: 'Handgun' },
  4: { name: 'Rifle/Shotgun (non-automatic)' },
  5: { name: 'Unknown Gun Type' },
  6: { name: 'Other Gun Type' },
  7: { name: 'Grenade', methods: ['GRENADE'], lost: 'There is no subtype for grenades.' },
  8: { name: 'Landmine', methods: ['LANDMINE'], subtype: 'IED_ATTACK' },
  9: { name: 'Letter Bomb', methods: ['IED'], subtype: 'IED_ATTACK', lost: 'That it came by post.' },
  10: { name: 'Pressure Trigger', methods: ['IED'], subtype: 'IED_ATTACK', lost: 'The trigger.' },
  11: {
    name: 'Projectile (rockets, mortars, RPGs, etc.)',
    methods: ['SHELLING'],
    subtype: 'SHELLING',
    lost: 'Rockets, mortars and rocket-propelled grenades share the code.',
  },
  12: { name: 'Remote Trigger', methods: ['IED'], subtype: 'IED_ATTACK', lost: 'The trigger.' },
  13: {
    name: 'Suicide (carried bodily by human being)',
    methods: ['SUICIDE_BOMB'],
    subtype: 'SUICIDE_BOMBING',
  },
  14: { name: 'Time Fuse', methods: ['IED'], subtype: 'IED_ATTACK', lost: 'The fuse.' },
  15: {
    name: 'Vehicle',
    methods: ['VEHICLE_BOMB'],
    subtype: 'IED_ATTACK',
    lost: '`SUICIDE_BOMBING` if the column `suicide` is 1.',
  },
  16: { name: 'Unknown Explosive Type' },
  17: { name: 'Other Explosive Type' },
  18: { name: 'Arson/Fire' },
  19: { name: 'Molotov Cocktail/Petrol Bomb' },
  20: { name: 'Gasoline or Alcohol' },
  21: { name: 'Blunt Object' },
  22: { name: 'Hands, Feet, Fists' },
  23: { name: 'Knife or Other Sharp Object' },
  24: { name: 'Rope or Other Strangling Device' },
  26: { name: 'Suffocation' },
  27: { name: 'Unknown Weapon Type' },
  28: { name: 'Dynamite/TNT' },
  29: { name: 'Sticky Bomb', methods: ['IED'], subtype: 'IED_ATTACK' },
  30: { name: 'Explosive', lost: 'That a chemical agent was spread by an explosive.' },
  31: { name: 'Pipe Bomb', methods: ['IED'], subtype: 'IED_ATTACK' },
} as const satisfies Crosswalk;

export type GtdWeaponSubtype = keyof typeof gtdWeaponSubtypes;
