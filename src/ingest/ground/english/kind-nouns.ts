import type { ActorKind, LocationKind } from '../../../generated/schema.ts';

const force =
  'force forces troop troops soldier soldiers military army navy marine marines servicemen serviceman servicemember servicemembers personnel unit units brigade battalion regiment division command commando commandos guard guards airmen airman sailor sailors aircraft warplanes jets fleet warship personnel officers officer trooper troopers peacekeepers';
const fighters =
  'group groups militant militants fighter fighters insurgent insurgents rebel rebels gunman gunmen terrorist terrorists militia militias militiamen extremist extremists jihadist jihadists guerrilla guerrillas faction factions movement organization organisation combatant combatants operative operatives cell cells member members attacker attackers network assailants enemy separatists';
const people =
  'people civilian civilians resident residents villager villagers protester protesters protestor protestors demonstrator demonstrators demonstrators worker workers crowd crowds community refugees refugee family families children child women woman men man passengers students worshippers pilgrims victims victim girls boys girl boy detainees hostages prisoners citizens public population locals locals inhabitants journalists supporters activists migrants personnel staff nationals relatives shoppers bystanders tribesmen';
const rulers =
  'government governments authority authorities official officials regime administration ministry minister state junta leadership department office cabinet court parliament leaders leader agency';

/** For each kind of actor, the folded nouns by which a text refers to one without its name. */
const actorNouns: Readonly<Record<ActorKind, string>> = {
  PERSON:
    'man woman leader commander official minister president general spokesman spokeswoman spokesperson chief suspect victim secretary ambassador colonel captain lieutenant major sergeant admiral officer soldier militant insurgent gunman bomber attacker assailant journalist director deputy governor mayor prince king teenager boy girl driver father mother son brother facilitator terrorist emir cleric envoy diplomat premier chairman head senator adviser reporter member individual citizen airman pilot',
  STATE: `state country nation ${rulers} side republic kingdom ${force}`,
  GOVERNMENT: rulers,
  MILITARY: force,
  POLICE:
    'police officer officers policeman policemen policewoman constable constables gendarmes cop cops force forces personnel commander station guards',
  ARMED_GROUP: `${fighters} force forces`,
  COALITION: `coalition alliance allies allied partner partners bloc ${force}`,
  ORGANIZATION:
    'organization organisation agency group body company charity office department institution commission council union team mission firm observers monitor watchdog ngo association center centre committee hospital university',
  POLITICAL_PARTY: 'party parties movement coalition faction bloc lawmakers members',
  MEDIA:
    'newspaper agency channel outlet outlets broadcaster station network site website reporters media press journalist correspondent',
  COLLECTIVE: `${people} ${fighters} ${force} ${rulers} allies sources source analysts experts countries nations states`,
  UNIDENTIFIED: `${people} ${fighters} ${rulers} source sources suspect suspects bomber bombers driver someone somebody unknown unidentified perpetrators perpetrator assailant ${force} witnesses witness aide`,
};

const anyPlace = 'area scene site region place location there here where ground nearby';

/** For each kind of place, the folded nouns by which a text refers to one without its name. */
const placeNouns: Readonly<Record<LocationKind, string>> = {
  REGION: 'region area zone territory continent',
  COUNTRY: 'country nation state republic kingdom nationwide territory homeland',
  ADMIN1: 'province governorate state region territory county enclave',
  ADMIN2: 'district county governorate area municipality province',
  CITY: 'city capital town metropolis downtown suburb suburbs municipality port',
  SETTLEMENT: 'village town settlement hamlet city community compound camp municipality',
  NEIGHBOURHOOD: 'neighbourhood neighborhood district quarter suburb area street',
  MILITARY_BASE: 'base airbase bases camp barracks facility garrison post outpost airfield installation checkpoint',
  INFRASTRUCTURE:
    'dam airport bridge pipeline plant station port facility road highway tunnel hospital school refinery factory stadium terminal power installation market',
  LANDMARK:
    'building mosque church temple hotel museum market square school hospital palace site embassy compound shrine university stadium restaurant theater theatre mall club',
  WATER: 'sea river lake gulf strait waters channel coast ocean bay canal',
  BORDER_AREA: 'border frontier area region crossing',
  OTHER: 'city town village province district base camp compound building border airport street market',
};

const actorSets = setsOf(actorNouns);
const placeSets = setsOf(placeNouns);
const genericPlaces: ReadonlySet<string> = new Set(anyPlace.split(' '));
const generic: ReadonlySet<string> = new Set(
  [...Object.values(actorNouns), ...Object.values(placeNouns)].flatMap((nouns) => nouns.split(' ')),
);

/** Returns whether a folded word is a noun for an actor of this kind. */
export function isActorNoun(word: string, kind: ActorKind): boolean {
  return actorSets[kind].has(word);
}

/** Returns whether a folded word is a noun for a place of this kind. */
export function isPlaceNoun(word: string, kind: LocationKind): boolean {
  return placeSets[kind].has(word) || genericPlaces.has(word);
}

/**
 * Returns whether a folded word is a noun for any kind of actor or place, and so does not distinguish one in a name.
 */
export function isGenericNoun(word: string): boolean {
  return generic.has(word);
}

function setsOf<K extends string>(nouns: Readonly<Record<K, string>>): Record<K, ReadonlySet<string>> {
  const entries = (Object.entries(nouns) as [K, string][]).map(([kind, list]) => [kind, new Set(list.split(' '))]);
  return Object.fromEntries(entries) as Record<K, ReadonlySet<string>>;
}
