import { articleSchema, type SchemaNode } from '../article-schema.ts';
import { nearest } from './explain-id.ts';

const definitions: Record<string, SchemaNode> = articleSchema.$defs;

/** Values of enums by other words that annotators use for them. */
const otherValues: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ARMY: 'MILITARY',
    SOLDIERS: 'MILITARY',
    MILITIA: 'ARMED_GROUP',
    REBELS: 'ARMED_GROUP',
    TERRORIST_GROUP: 'ARMED_GROUP',
    COUNTRY: 'STATE',
    NATION: 'STATE',
    INDIVIDUAL: 'PERSON',
    ALLIANCE: 'COALITION',
    NGO: 'ORGANIZATION',
    ORGANISATION: 'ORGANIZATION',
    PARTY: 'POLITICAL_PARTY',
    UNKNOWN: 'UNIDENTIFIED',
    DEAD: 'KILLED',
    DEATH: 'KILLED',
    DEATHS: 'KILLED',
    FATALITIES: 'KILLED',
    WOUNDED: 'INJURED',
    HURT: 'INJURED',
    KIDNAPPED: 'CAPTURED',
    HOSTAGE: 'CAPTURED',
    DETAINED: 'ARRESTED',
    SOLDIER: 'MILITARY',
    CIVILIANS: 'CIVILIAN',
    TOWN: 'CITY',
    VILLAGE: 'SETTLEMENT',
    PROVINCE: 'ADMIN1',
    GOVERNORATE: 'ADMIN1',
    STATE: 'ADMIN1',
    DISTRICT: 'ADMIN2',
    BASE: 'MILITARY_BASE',
    RIVER: 'WATER',
    UAV: 'DRONE',
    AIRSTRIKE: 'AIR_STRIKE',
    GUN: 'SMALL_ARMS',
    GUNFIRE: 'SMALL_ARMS',
    MORTAR: 'SHELLING',
    ARTILLERY: 'SHELLING',
    BOMB: 'EXPLOSIVE',
    KNIFE: 'MELEE',
    ATTACKER: 'PERPETRATOR',
    ATTACK: 'VIOLENCE_AGAINST_CIVILIANS',
    EXPLOSION: 'EXPLOSION_REMOTE_VIOLENCE',
    DEMONSTRATION: 'PROTEST',
    SUCCESS: 'COMPLETED',
    SUCCESSFUL: 'COMPLETED',
    SHOT_DOWN: 'INTERCEPTED',
    DENIAL: 'DENIAL_OF_RESPONSIBILITY',
    CLAIM: 'CLAIM_OF_RESPONSIBILITY',
    QUOTE: 'DIRECT_QUOTE',
    DIRECT: 'DIRECT_QUOTE',
    INDIRECT_QUOTE: 'INDIRECT',
    REPORTEDLY: 'REPORTED',
    ALLEGED: 'REPORTED',
    ALLEGEDLY: 'REPORTED',
    MAYBE: 'POSSIBLE',
    POSSIBLY: 'POSSIBLE',
    DOUBTFUL: 'DOUBTED',
  }),
);

/**
 * Returns a hint for a text that is not a value of the enum `name`: the value to write. Undefined if none is similar.
 */
export function explainEnum(value: unknown, name: string, values: readonly (string | null)[]): string | undefined {
  if (typeof value !== 'string') return undefined;
  const allowed = values.filter((each) => each !== null);
  const word = asValue(value);
  if (allowed.includes(word)) return `Write "${word}"`;
  const other = otherValues.get(word) ?? otherValues.get(word.replace(/S$/, ''));
  if (other !== undefined && allowed.includes(other)) return `Write "${other}"`;
  const begins =
    word.length > 2 ? allowed.filter((each) => each.startsWith(`${word}_`) || each.split('_').includes(word)) : [];
  const near = nearest(word, allowed);
  if (near !== undefined && near[0] === word[0]) return `Did you mean "${near}"?`;
  if (begins.length > 0 && begins.length < 4) return `Did you mean ${begins.map((each) => `"${each}"`).join(' or ')}?`;
  const [elsewhere] = Object.entries(definitions).find(([, each]) => each.enum?.includes(word)) ?? [];
  return elsewhere === undefined || elsewhere === name ? undefined : `${word} is a value of ${elsewhere}`;
}

function asValue(text: string): string {
  return text
    .trim()
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .replace(/[\s\-–]+/g, '_');
}

/** The keys that other words of annotators may mean, the likeliest first. */
const otherKeys: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    headline: ['title'],
    heading: ['title'],
    label: ['name', 'title'],
    body: ['text'],
    content: ['text'],
    file: ['textFile'],
    source: ['publisher', 'url'],
    outlet: ['publisher'],
    link: ['url'],
    uri: ['url'],
    lang: ['language'],
    date: ['published', 'date'],
    publishedat: ['published'],
    publicationdate: ['published'],
    places: ['locations'],
    place: ['location'],
    events: ['incidents'],
    people: ['actors'],
    lat: ['latitude'],
    lng: ['longitude'],
    lon: ['longitude'],
    long: ['longitude'],
    coordinates: ['point'],
    coords: ['point'],
    parent: ['partOf'],
    number: ['count'],
    value: ['min'],
    index: ['occurrence'],
    description: ['summary'],
    victims: ['casualties'],
    method: ['methods', 'weapons'],
    quotes: ['evidence'],
    quotation: ['quote'],
    said: ['text'],
    by: ['speaker'],
    deleted: ['retracted'],
  }),
);

/**
 * Returns a hint for a key that an object does not have: the key to write, or the objects that have it. Undefined if
 * there are none.
 */
export function explainKey(key: string, keys: readonly string[]): string | undefined {
  const plain = plainKey(key);
  const same = keys.find((each) => plainKey(each) === plain);
  if (same !== undefined) return `Write "${same}"`;
  const other = otherKeys.get(plain)?.find((each) => keys.includes(each));
  if (other !== undefined) return `Did you mean "${other}"?`;
  const near =
    nearest(plain, keys.map(plainKey)) ??
    (plain.length > 2 ? keys.map(plainKey).find((each) => each.startsWith(plain)) : undefined);
  if (near !== undefined) return `Did you mean "${keys.find((each) => plainKey(each) === near)}"?`;
  const [elsewhere] = otherKeys.get(plain) ?? [];
  const owner = elsewhere && ownersOf(elsewhere)[0];
  if (owner !== undefined) return `Did you mean "${elsewhere}", a key of ${owner}?`;
  const owners = ownersOf(key);
  return owners.length === 0 ? undefined : `It is a key of ${owners.slice(0, 4).join(', ')}`;
}

/** Returns the names of the objects in the schema that have a key. */
function ownersOf(key: string): string[] {
  return Object.entries(definitions)
    .filter(([, { properties }]) => Object.hasOwn(properties ?? {}, key))
    .map(([name]) => spaced(name));
}

function plainKey(key: string): string {
  return key.toLowerCase().replace(/[\s_-]/g, '');
}

/** Returns a camel-case name in words: `incident link` for `incidentLink`. */
function spaced(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
