import type { IncidentSubtype, IncidentType, Method, Outcome, TargetKind } from '../../generated/schema.ts';

/** A word or phrase of a sentence that means something, in code units of the sentence. */
export interface Found<T> {
  meaning: T;
  start: number;
  end: number;
}

type Lexicon<T> = readonly (readonly [T, RegExp])[];

/**
 * Words that mean one method and no other. They are fewer than those by which a method that somebody stated is
 * recognized: what may mean several is left out.
 */
const methods: Lexicon<Method> = [
  ['SUICIDE_BOMB', /\bsuicide (?:bomb\w*|attack\w*|vest\w*|car bomb\w*)|\bblew (?:himself|herself|themselves) up\b/gi],
  ['VEHICLE_BOMB', /\b(?:car|truck|vehicle|van)[- ]bomb\w*|\bS?VBIEDs?\b|\bvehicle[- ]borne\b/gi],
  ['IED', /\bimprovised explosive devices?\b|\bIEDs?\b|\broadside bomb\w*/gi],
  ['DRONE', /\bdrones?\b|\bunmanned aerial\b|\bUAVs?\b|\bquadcopters?\b/gi],
  [
    'AIR_STRIKE',
    /\bair ?-?strikes?\b|\bair raids?\b|\bprecision (?:air )?strikes?\b|\bairstrik\w+|\bclose air support\b|\bwarplanes? (?:bombed|struck|hit)\b|\bU\.S\. strikes?\b/gi,
  ],
  ['RPG', /\brocket[- ]propelled grenades?\b|\bRPGs?\b/gi],
  ['ROCKET', /\brockets?\b(?![- ]propelled)|\bkatyushas?\b/gi],
  ['MISSILE', /\b(?:ballistic |cruise |guided )?missiles?\b/gi],
  ['SHELLING', /\bshell(?:ing|ed)\b|\bmortars?\b(?! team)|\bartillery (?:fire|shells?|strikes?)\b/gi],
  ['GRENADE', /\b(?<!propelled )(?<!propelled-)(?:hand )?grenades?\b(?! launcher)/gi],
  ['LANDMINE', /\bland ?mines?\b|\banti-personnel mines?\b/gi],
  ['TEAR_GAS', /\btear ?gas\b/gi],
  ['CHEMICAL', /\bchemical (?:attack|weapon)s?\b|\bsarin\b|\bchlorine (?:gas|attack)\b|\bnerve agent\b/gi],
  [
    'SMALL_ARMS',
    /\bopened fire\b|\bgunfire\b|\bsmall[- ]arms\b|\bshot dead\b|\bgunned down\b|\bmachine[- ]gun\w*|\bshooting\b|\bgunm[ae]n\b/gi,
  ],
  ['ARSON', /\bset (?:fire to|on fire|ablaze)\b|\barson\b|\btorched\b|\bpetrol bombs?\b/gi],
  ['ABDUCTION', /\babduct\w+|\bkidnap\w+|\btaken? hostages?\b/gi],
  ['CYBER', /\bcyber[- ]?attacks?\b|\bransomware\b/gi],
  ['MELEE', /\bstabb\w+|\bknife attack\b|\bmachetes?\b|\bbeheaded\b/gi],
  ['VEHICLE', /\brammed\b|\bramming\b|\bplowed into\b|\bploughed into\b/gi],
  [
    'EXPLOSIVE',
    /\bexplosions?\b|\bexploded\b|\bexplod(?:es|ing)\b|\bbomb(?:ing|ings|ed)?s?\b|\bblasts?\b|\bdetonat\w+/gi,
  ],
];

const outcomes: Lexicon<Outcome> = [
  ['INTERCEPTED', /\bintercept(?:ed|s|ing)\b|\bshot down\b/gi],
  ['FOILED', /\bfoil(?:ed|s|ing)\b|\bthwart(?:ed|s|ing)\b|\bdefus(?:ed|es|ing)\b/gi],
  ['FAILED', /\bfailed to (?:explode|detonate|go off)\b|\bmissed (?:its|their|the) targets?\b/gi],
];

const targets: Lexicon<TargetKind> = [
  ['HOSPITAL', /\bhospitals?\b|\bclinics?\b/gi],
  ['SCHOOL', /\bschools?\b|\buniversit(?:y|ies)\b/gi],
  ['MARKET', /\bmarkets?\b|\bmarketplaces?\b|\bbazaars?\b/gi],
  ['RELIGIOUS_SITE', /\bmosques?\b|\bchurch(?:es)?\b|\btemples?\b|\bshrines?\b|\bcathedrals?\b|\bsynagogues?\b/gi],
  ['CONVOY', /\bconvoys?\b|\bpatrols?\b/gi],
  ['CHECKPOINT', /\bcheckpoints?\b/gi],
  ['POLICE_STATION', /\bpolice (?:stations?|headquarters|academ(?:y|ies))\b/gi],
  ['MILITARY_BASE', /\b(?:military|air|army) bases?\b|\bair ?bases?\b|\bbarracks\b|\boutposts?\b/gi],
  ['DIPLOMATIC_MISSION', /\bembass(?:y|ies)\b|\bconsulates?\b/gi],
  ['HOME', /\bhouses?\b|\bapartment (?:buildings?|blocks?)\b/gi],
  ['TRANSPORT', /\bbus(?:es)?\b|\btrains?\b|\bmetro\b|\bairports?\b|\bbus station\b/gi],
];

/** Words that make an attack of the words around them: the weapon was used, not found, carried or planned. */
const used =
  /\b(?:kill\w*|died|dead|deaths?|wound\w*|injur\w*|struck|strikes?|hit|hits|hitting|attack(?:ed|s|ing)?|bomb(?:ed|ing|ings)|explo(?:ded|des|sion|sions|ding)|detonat\w+|blasts?|blew|fired|firing|fire|launched|launching|shelled|shelling|target(?:ed|ing)|destroy(?:ed|s|ing)|damag\w+|shot|clash\w*|fought|ambush\w*|raid(?:ed|s)?|went off|gone off|engag(?:ed|ing)|conducted|carried out|claimed|responsib\w+|rammed|stabb\w+|abduct\w+|kidnap\w+|intercept\w+|downed|foiled|thwarted|defused)\b/i;

/** Sentences about what somebody does in general, planned, or had in store state no attack. */
const background =
  /\b(?:is|are|was|were) (?:also )?(?:responsible for (?:\w+ )?(?:planning|coordinating|conducting|facilitating|supplying|acquiring|purchasing|directing|procuring|distributing|leading|building|the)|suspected of|involved in|linked to|known to|reported to|in charge of|believed to)|\b(?:plans?|planned|planning|coordinates?|coordinated|coordinating|conducts|directs?|directed|facilitat\w+|oversaw|oversees|leads?|used (?:to|in|for|against)|capable of|experts?|specialist)\b/i;

const seized = /\b(?:found|discovered|uncovered|recovered|seized|confiscated|cache|caches|cleared)\b/i;

/** Returns whether words say that somebody did harm, or is held to have done it. */
export function statesHarm(words: string): boolean {
  return used.test(words) || /\b(?:blam|accus|behind|arrest|captur|detain|seiz|perpetrated|committed)/i.test(words);
}

/** Returns the methods of an attack that a sentence states; none if it tells of weapons that were not used. */
export function methodsOf(sentence: string): Found<Method>[] {
  if (!used.test(sentence)) return [];
  if (seized.test(sentence) && !/\b(?:kill|wound|injur|explod|detonat|attack)/i.test(sentence)) return [];
  const found = findAll(methods, sentence).filter(({ start }) => !isBackground(sentence, start));
  const specific = found.filter(({ meaning, start, end }) => {
    if (meaning === 'EXPLOSIVE')
      return (
        !found.some((each) => each !== found[0] && each.meaning !== 'EXPLOSIVE') &&
        found.every((each) => each.meaning === 'EXPLOSIVE')
      );
    return !found.some(
      (each) =>
        each.meaning !== meaning && each.start <= start && each.end >= end && each.end - each.start > end - start,
    );
  });
  return specific;
}

/** Whether the words before a method say that it is no event of this sentence. */
function isBackground(sentence: string, start: number): boolean {
  return background.test(sentence.slice(Math.max(0, start - 90), start));
}

export function outcomesOf(sentence: string): Found<Outcome>[] {
  return findAll(outcomes, sentence);
}

/** Returns what a sentence says was struck: the nouns after a verb or preposition of attack. */
export function targetsOf(sentence: string): Found<TargetKind>[] {
  return findAll(targets, sentence).filter(({ start }) =>
    /\b(?:struck|hit|hits|hitting|targeted|targeting|attacked|attacking|bombed|destroyed|damaged|shelled|attack(?:s)? (?:on|at|against)|bombing (?:of|at)|strikes? on|under|near|outside|inside|at|into|on) (?:an?|the|two|three|several|its|their)(?: [\w-]+){0,3} $/i.test(
      sentence.slice(Math.max(0, start - 70), start),
    ),
  );
}

function findAll<T>(lexicon: Lexicon<T>, sentence: string): Found<T>[] {
  const found: Found<T>[] = [];
  for (const [meaning, pattern] of lexicon) {
    for (const match of sentence.matchAll(pattern)) {
      found.push({ meaning, start: match.index, end: match.index + match[0].length });
      if (found.length > 40) return found;
    }
  }
  return found;
}

/** The type of an incident, and what it is called in a title. */
export interface EventKind {
  type: IncidentType;
  subtype?: IncidentSubtype;
  label: string;
}

const byWords: readonly (readonly [RegExp, EventKind])[] = [
  [
    /\b(?:clash(?:es|ed)?|firefights?|gun ?battles?|exchange(?:d)? (?:of )?(?:gun)?fire|fighting)\b/i,
    { type: 'BATTLE', subtype: 'ARMED_CLASH', label: 'Clash' },
  ],
  [
    /\b(?:recaptured|retook|retaken|liberated|liberation of)\b/i,
    { type: 'BATTLE', subtype: 'TERRITORY_RETAKEN', label: 'Territory retaken' },
  ],
  [/\b(?:ceasefire|cease-fire|truce)\b/i, { type: 'STRATEGIC_DEVELOPMENT', subtype: 'CEASEFIRE', label: 'Ceasefire' }],
  [/\b(?:protest(?:s|ed|ers)?|demonstrat(?:ion|ions|ed|ors))\b/i, { type: 'PROTEST', label: 'Protest' }],
  [/\b(?:riots?|rioted|rioters)\b/i, { type: 'RIOT', label: 'Riot' }],
];

const byMethod: Partial<Record<Method, EventKind>> = {
  SUICIDE_BOMB: { type: 'EXPLOSION_REMOTE_VIOLENCE', subtype: 'SUICIDE_BOMBING', label: 'Suicide bombing' },
  VEHICLE_BOMB: { type: 'EXPLOSION_REMOTE_VIOLENCE', subtype: 'IED_ATTACK', label: 'Car bombing' },
  IED: { type: 'EXPLOSION_REMOTE_VIOLENCE', subtype: 'IED_ATTACK', label: 'IED attack' },
  DRONE: { type: 'EXPLOSION_REMOTE_VIOLENCE', subtype: 'DRONE_STRIKE', label: 'Drone strike' },
  AIR_STRIKE: { type: 'EXPLOSION_REMOTE_VIOLENCE', subtype: 'AIR_STRIKE', label: 'Air strike' },
  ROCKET: { type: 'EXPLOSION_REMOTE_VIOLENCE', label: 'Rocket attack' },
  MISSILE: { type: 'EXPLOSION_REMOTE_VIOLENCE', label: 'Missile attack' },
  SHELLING: { type: 'EXPLOSION_REMOTE_VIOLENCE', subtype: 'SHELLING', label: 'Shelling' },
  GRENADE: { type: 'EXPLOSION_REMOTE_VIOLENCE', label: 'Grenade attack' },
  LANDMINE: { type: 'EXPLOSION_REMOTE_VIOLENCE', label: 'Mine explosion' },
  RPG: { type: 'EXPLOSION_REMOTE_VIOLENCE', label: 'RPG attack' },
  CHEMICAL: { type: 'EXPLOSION_REMOTE_VIOLENCE', subtype: 'CHEMICAL_ATTACK', label: 'Chemical attack' },
  EXPLOSIVE: { type: 'EXPLOSION_REMOTE_VIOLENCE', label: 'Explosion' },
  SMALL_ARMS: { type: 'OTHER', label: 'Shooting' },
  ABDUCTION: { type: 'VIOLENCE_AGAINST_CIVILIANS', subtype: 'ABDUCTION', label: 'Abduction' },
  MELEE: { type: 'OTHER', label: 'Attack' },
  VEHICLE: { type: 'OTHER', label: 'Attack with a vehicle' },
  ARSON: { type: 'OTHER', label: 'Arson' },
};

/** Returns the type of the incident of a sentence, by its methods, its words and who was affected. */
export function eventKindOf(
  sentence: string,
  stated: readonly Method[],
  tolls: readonly { kind: string; group?: string }[],
): EventKind {
  for (const method of stated) {
    const kind = byMethod[method];
    if (kind && kind.type !== 'OTHER') return kind;
  }
  const named = byWords.find(([pattern]) => pattern.test(sentence))?.[1];
  if (named) return named;
  const kinds = new Set(tolls.map(({ kind }) => kind));
  if (kinds.has('KILLED') || kinds.has('INJURED')) {
    const isAgainstCivilians = tolls.some(
      ({ group }) => group === 'CIVILIAN' || group === 'JOURNALIST' || group === 'AID_WORKER',
    );
    if (isAgainstCivilians) return { type: 'VIOLENCE_AGAINST_CIVILIANS', subtype: 'ATTACK', label: 'Attack' };
    return stated.includes('SMALL_ARMS') ? { type: 'OTHER', label: 'Shooting' } : { type: 'OTHER', label: 'Deaths' };
  }
  if (kinds.has('ARRESTED') || kinds.has('CAPTURED'))
    return { type: 'STRATEGIC_DEVELOPMENT', subtype: 'ARREST', label: 'Arrests' };
  if (kinds.has('RELEASED')) return { type: 'STRATEGIC_DEVELOPMENT', subtype: 'RELEASE', label: 'Release' };
  return byMethod[stated[0] ?? 'OTHER'] ?? { type: 'OTHER', label: 'Incident' };
}
