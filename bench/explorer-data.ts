import type { ActorInput, Article, IncidentInput, LocationInput } from '../src/entities/article/article.ts';
import type {
  IncidentType,
  LocationPrecision,
  Method,
  Outcome,
  ParticipantRole,
  TargetKind,
} from '../src/generated/schema.ts';
import type { GeneratedData } from './contenders.ts';
import { documentsOf } from './documents-of.ts';
import { makeDocuments, readEvents } from './events.ts';
import { createRandom, type Random } from './random.ts';

/** How uneven a set is. Exponents say how much more often the first of some things is drawn than the others; 1 is evenly. */
interface Shape {
  name: string;
  seed: number;
  incidentsOfArticle: number;
  countries: readonly string[];
  places: number;
  placeExponent: number;
  actors: number;
  actorExponent: number;
  publishers: number;
  days: number;
  /** The share of dates that are a month or a range instead of a day. */
  inexact: number;
  /** The share of incidents that are part of another one. */
  parts: number;
  /** The share of places that are areas, or have no point. */
  areas: number;
}

const incidents = Number(process.env.BENCH_INCIDENTS ?? 20_000);

/** The set to tune by: many reports of single events, most of them in a few cities. */
const daily: Shape = {
  name: 'daily',
  seed: 5,
  incidentsOfArticle: 1,
  countries: ['SY', 'IQ', 'AF', 'UA', 'YE', 'SO', 'ML', 'MM', 'CO', 'NG', 'SD', 'ET'],
  places: 5_000,
  placeExponent: 4,
  actors: 4_000,
  actorExponent: 5,
  publishers: 60,
  days: 5_000,
  inexact: 0.1,
  parts: 0.03,
  areas: 0.1,
};

/** The set that is kept out of tuning: long surveys with campaigns and their parts, many places, vague dates, one country. */
const survey: Shape = {
  name: 'survey',
  seed: 9,
  incidentsOfArticle: 12,
  countries: ['FJ', 'UA'],
  places: 40_000,
  placeExponent: 1.5,
  actors: 600,
  actorExponent: 2,
  publishers: 9,
  days: 12_000,
  inexact: 0.5,
  parts: 0.4,
  areas: 0.4,
};

/** Data with values to filter by that occur in it. */
export interface ExplorerData extends GeneratedData {
  country: string;
  actor: string;
  publisher: string;
  place: string;
  years: { from: string; to: string };
  box: { west: number; south: number; east: number; north: number };
}

export const generatedData: readonly ExplorerData[] = [daily, survey].map((shape) => ({
  name: shape.name,
  country: shape.countries[0] as string,
  actor: 'actor-0',
  publisher: 'Publisher 3',
  place: 'place-1',
  years: { from: '1995-01-01', to: '1996-12-31' },
  box: { west: 0, south: -20, east: 20, north: -10 },
  documents: () => documentsOf([...makeArticles(shape)]),
}));

/** As many incidents as the generated sets have, made of UCDP's events: its tables, or article JSON made of them. */
export async function ucdpData(files: readonly string[]): Promise<ExplorerData> {
  const events = await readEvents(files);
  const first = events.flatMap(({ incidents = [], actors = [], locations = [] }) =>
    incidents.map(({ location }) => ({
      location,
      actor: actors[0]?.id,
      country: locations.find((each) => each.country),
    })),
  );
  const { location, actor, country } = first.find((each) => each.location && each.actor && each.country) ?? {};
  return {
    name: 'ucdp',
    country: country?.country ?? 'IQ',
    actor: actor ?? '',
    publisher: events.find(({ publisher }) => publisher)?.publisher ?? '',
    place: location ?? '',
    years: { from: '2012-01-01', to: '2013-12-31' },
    box: { west: 40, south: 33, east: 45, north: 37 },
    documents: () => makeDocuments(events, { incidents, actors: 4000, locations: 5000 }),
  };
}

const types: readonly IncidentType[] = [
  ...['BATTLE', 'EXPLOSION_REMOTE_VIOLENCE', 'VIOLENCE_AGAINST_CIVILIANS', 'PROTEST', 'STRATEGIC_DEVELOPMENT', 'RIOT'],
] as IncidentType[];
const methods = ['SMALL_ARMS', 'SHELLING', 'IED', 'AIR_STRIKE', 'DRONE', 'ROCKET', 'ARSON'] as Method[];
const outcomes = ['COMPLETED', 'UNKNOWN', 'PARTIAL', 'INTERCEPTED', 'FAILED'] as Outcome[];
const roles = ['PERPETRATOR', 'TARGET', 'SUSPECTED_PERPETRATOR', 'VICTIM', 'BELLIGERENT'] as ParticipantRole[];
const targets = ['CONVOY', 'CHECKPOINT', 'MARKET', 'HOSPITAL', 'SCHOOL', 'MILITARY_BASE', 'ENERGY'] as TargetKind[];
const precisions = ['EXACT', 'NEAR', 'UNKNOWN', 'AREA'] as LocationPrecision[];
const words = 'attack convoy night bridge market patrol village border raid soldiers drone council road camp'.split(
  ' ',
);
const firstDay = Date.UTC(1990, 0, 1);

function* makeArticles(shape: Shape): Generator<Article> {
  const random = createRandom(shape.seed);
  let made = 0;
  for (let number = 1; made < incidents; number++) {
    const article = makeArticle(number, shape, random);
    made += article.incidents?.length ?? 0;
    yield article;
  }
}

function makeArticle(number: number, shape: Shape, random: Random): Article {
  const [actors, locations] = [new Map<string, ActorInput>(), new Map<string, LocationInput>()];
  const actor = () => {
    const drawn = unevenly(shape.actors, shape.actorExponent, random);
    const id = `actor-${drawn}`;
    actors.set(id, { id, name: `Group ${drawn}`, kind: drawn % 3 === 0 ? 'MILITARY' : 'ARMED_GROUP' });
    return id;
  };
  const place = () => {
    const chosen = placeOf(unevenly(shape.places, shape.placeExponent, random), shape);
    for (const each of chosen) locations.set(each.id, each);
    return chosen[0].id;
  };
  const count = 1 + random.below(shape.incidentsOfArticle);
  const list = Array.from({ length: count }, (_, index) =>
    makeIncident(`incident-${number}-${index}`, shape, random, { actor, place }),
  );
  for (const [index, incident] of list.entries())
    if (index > 0 && random.share() < shape.parts) incident.partOf = `incident-${number}-0`;
  if (count === 1 && number > 1 && random.share() < shape.parts) {
    const whole = `incident-${Math.max(1, number - 1 - random.below(5))}-0`;
    list.push({ id: whole, title: 'A campaign' });
    (list[0] as IncidentInput).partOf = whole;
  }
  return {
    id: `article-${number}`,
    title: `Report ${number}`,
    publisher: `Publisher ${unevenly(shape.publishers, 2, random)}`,
    published: toDay(random.below(shape.days)),
    text: `Report ${number}.`,
    locations: [...locations.values()],
    actors: [...actors.values()],
    incidents: list,
  };
}

function makeIncident(
  id: string,
  shape: Shape,
  random: Random,
  { actor, place }: { actor(): string; place(): string },
): IncidentInput {
  const text = (length: number) => Array.from({ length }, () => words[unevenly(words.length, 1.5, random)]).join(' ');
  const pick = <T>(values: readonly T[]) => values[unevenly(values.length, 2, random)] as T;
  const day = random.below(shape.days);
  const inexact = random.coin() ? toDay(day).slice(0, 7) : `${toDay(day)}/${toDay(day + 1 + random.below(60))}`;
  const participants = Array.from({ length: 1 + random.below(3) }, () => ({ actor: actor(), role: pick(roles) }));
  return {
    id,
    title: text(7),
    summary: text(20),
    type: pick(types),
    methods: Array.from(new Set([pick(methods), pick(methods)])),
    outcome: pick(outcomes),
    ...(random.below(30) > 0 && { date: { edtf: random.share() < shape.inexact ? inexact : toDay(day) } }),
    ...(random.below(20) > 0 && { location: place(), locationPrecision: pick(precisions) }),
    ...(random.below(3) === 0 && { targets: [{ kind: pick(targets), name: text(2) }] }),
    participants: [...new Map(participants.map((each) => [`${each.role} ${each.actor}`, each])).values()],
    casualties: (['KILLED', 'INJURED'] as const).slice(0, random.below(3)).map((kind) => {
      const min = Math.floor(40 * random.share() ** 4);
      return { kind, count: random.below(4) === 0 ? { min } : { min, max: min } };
    }),
  };
}

/** Returns a place and the country around it. Places lie around some twenty centres of their country. */
function placeOf(drawn: number, { countries, areas }: Shape): [LocationInput, LocationInput] {
  const random = createRandom(drawn + 1);
  const index = unevenly(countries.length, 2, random);
  const country = countries[index] as string;
  const centre = createRandom(1_000 + index * 20 + random.below(20));
  const at = (degrees: number, spread: number) => Math.round((degrees + (random.share() - 0.5) * spread) * 1e4) / 1e4;
  const point = {
    latitude: at(-20 + index * 5 + centre.below(5), 2),
    longitude: at(index * 12 + centre.below(10), 2),
  };
  const isArea = random.share() < areas;
  return [
    {
      id: `place-${drawn}`,
      name: `Place ${drawn}`,
      kind: isArea ? 'ADMIN1' : 'CITY',
      ...((!isArea || random.coin()) && { point }),
      partOf: country.toLowerCase(),
    },
    { id: country.toLowerCase(), name: `Country ${country}`, kind: 'COUNTRY', country },
  ];
}

/** Returns a whole number from 0 up to `limit`. The greater the exponent, the more often a low one. */
function unevenly(limit: number, exponent: number, random: Random): number {
  return Math.floor(limit * random.share() ** exponent);
}

function toDay(day: number): string {
  return new Date(firstDay + day * 86_400_000).toISOString().slice(0, 10);
}
