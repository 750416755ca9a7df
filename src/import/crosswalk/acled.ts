import type { Crosswalk } from './entry.ts';

/** ACLED's event types, as in the column `event_type`. */
export const acledEventTypes = {
  Battles: {
    type: 'BATTLE',
    lost: 'Air strikes and shelling during a battle are part of it and have no methods of their own.',
  },
  Protests: { type: 'PROTEST' },
  Riots: { type: 'RIOT' },
  'Explosions/Remote violence': { type: 'EXPLOSION_REMOTE_VIOLENCE' },
  'Violence against civilians': { type: 'VIOLENCE_AGAINST_CIVILIANS' },
  'Strategic developments': { type: 'STRATEGIC_DEVELOPMENT' },
} as const satisfies Crosswalk;

export type AcledEventType = keyof typeof acledEventTypes;

/** ACLED's sub-event types, as in the column `sub_event_type`. Each belongs to the event type of the same `type`. */
export const acledSubEventTypes = {
  'Government regains territory': { type: 'BATTLE', subtype: 'TERRITORY_RETAKEN' },
  'Non-state actor overtakes territory': {
    type: 'BATTLE',
    subtype: 'TERRITORY_TAKEN',
    lost: 'Foreign armed forces that take territory are coded alike; only the actors tell them from armed groups.',
  },
  'Armed clash': { type: 'BATTLE', subtype: 'ARMED_CLASH' },
  'Excessive force against protesters': { type: 'PROTEST', subtype: 'EXCESSIVE_FORCE' },
  'Protest with intervention': { type: 'PROTEST', subtype: 'INTERVENED' },
  'Peaceful protest': { type: 'PROTEST', subtype: 'PEACEFUL' },
  'Violent demonstration': { type: 'RIOT', subtype: 'VIOLENT_DEMONSTRATION' },
  'Mob violence': { type: 'RIOT', subtype: 'MOB_VIOLENCE' },
  'Chemical weapon': { type: 'EXPLOSION_REMOTE_VIOLENCE', subtype: 'CHEMICAL_ATTACK', methods: ['CHEMICAL'] },
  'Air/drone strike': {
    type: 'EXPLOSION_REMOTE_VIOLENCE',
    subtype: 'AIR_STRIKE',
    methods: ['AIR_STRIKE'],
    lost: 'ACLED does not separate drones from other aircraft, so no event becomes `DRONE_STRIKE`.',
  },
  'Suicide bomb': { type: 'EXPLOSION_REMOTE_VIOLENCE', subtype: 'SUICIDE_BOMBING', methods: ['SUICIDE_BOMB'] },
  'Shelling/artillery/missile attack': {
    type: 'EXPLOSION_REMOTE_VIOLENCE',
    subtype: 'SHELLING',
    lost: 'Artillery, rockets and missiles share the code, so no method is stated.',
  },
  'Remote explosive/landmine/IED': {
    type: 'EXPLOSION_REMOTE_VIOLENCE',
    subtype: 'IED_ATTACK',
    methods: ['EXPLOSIVE'],
    lost: 'Improvised devices, landmines and unexploded ordnance share the code.',
  },
  Grenade: {
    type: 'EXPLOSION_REMOTE_VIOLENCE',
    methods: ['GRENADE'],
    lost: 'There is no subtype for grenades.',
  },
  'Sexual violence': { type: 'VIOLENCE_AGAINST_CIVILIANS', subtype: 'SEXUAL_VIOLENCE' },
  Attack: { type: 'VIOLENCE_AGAINST_CIVILIANS', subtype: 'ATTACK' },
  'Abduction/forced disappearance': {
    type: 'VIOLENCE_AGAINST_CIVILIANS',
    subtype: 'ABDUCTION',
    methods: ['ABDUCTION'],
  },
  Agreement: {
    type: 'STRATEGIC_DEVELOPMENT',
    subtype: 'AGREEMENT',
    lost: 'Ceasefires, peace talks, exchanges and releases of prisoners share the code.',
  },
  Arrests: { type: 'STRATEGIC_DEVELOPMENT', subtype: 'ARREST' },
  'Change to group/activity': {
    type: 'STRATEGIC_DEVELOPMENT',
    subtype: 'GROUP_CHANGE',
    lost: 'Recruitment, movements of forces and non-violent security measures share the code.',
  },
  'Disrupted weapons use': {
    type: 'STRATEGIC_DEVELOPMENT',
    subtype: 'WEAPONS_DISRUPTED',
    lost: 'Seizures of weapons and interceptions of missiles and drones share the code.',
  },
  'Headquarters or base established': { type: 'STRATEGIC_DEVELOPMENT', subtype: 'BASE_ESTABLISHED' },
  'Looting/property destruction': { type: 'STRATEGIC_DEVELOPMENT', subtype: 'LOOTING' },
  'Non-violent transfer of territory': {
    type: 'STRATEGIC_DEVELOPMENT',
    lost: 'There is no subtype for territory that changes hands without a fight.',
  },
  Other: { type: 'STRATEGIC_DEVELOPMENT' },
} as const satisfies Crosswalk;

export type AcledSubEventType = keyof typeof acledSubEventTypes;

/**
 * The kinds of actors in the columns `inter1` and `inter2`: text since 2024, a number before. An actor whose name says
 * more (`Police Forces of …`) gets its kind from the name.
 */
export const acledInter = {
  'State forces': {
    actorKind: 'MILITARY',
    lost: 'Police, governments and mutineers share the code. `Police Forces of` is `POLICE`, `Government of` is `GOVERNMENT`.',
  },
  'Rebel group': { actorKind: 'ARMED_GROUP', lost: 'Rebels and militias are one kind.' },
  'Political militia': {
    actorKind: 'ARMED_GROUP',
    lost: 'Unidentified armed groups share the code; by their name they are `UNIDENTIFIED`.',
  },
  'Identity militia': { actorKind: 'ARMED_GROUP', lost: 'That the group stands for a community.' },
  Rioters: { actorKind: 'COLLECTIVE' },
  Protesters: { actorKind: 'COLLECTIVE' },
  Civilians: { actorKind: 'COLLECTIVE' },
  'External/Other forces': {
    actorKind: 'ORGANIZATION',
    lost: 'Foreign armed forces, missions of the United Nations and security firms share the code. `Military Forces of` is `MILITARY`.',
  },
} as const satisfies Crosswalk;

export type AcledInter = keyof typeof acledInter;

/** The numbers that older files have in place of the texts: 1 for the first, and so on; 0 is no actor. */
export const acledInterNumbers: readonly AcledInter[] = Object.keys(acledInter) as AcledInter[];

/** The column `time_precision`. */
export const acledTimePrecision = {
  1: { date: 'a day' },
  2: {
    date: 'an approximate day',
    lost: 'It happened within a week or a weekend, of which the day is the middle.',
  },
  3: {
    date: 'a month',
    lost: 'The file has the middle, the first or the last day of the month. A source that says "in the past weeks" may mean two months.',
  },
} as const satisfies Crosswalk;

/** The column `geo_precision`. */
export const acledGeoPrecision = {
  1: {
    locationPrecision: 'EXACT',
    lost: 'The coordinates are the centre of the town or district, never a street.',
  },
  2: {
    locationPrecision: 'NEAR',
    lost: 'A town that stands for the area around it shares the code.',
  },
  3: {
    locationPrecision: 'AREA',
    lost: 'The place is a natural feature or the capital of the region that the sources name.',
  },
} as const satisfies Crosswalk;
