import type {
  ActorInput,
  Article,
  IncidentInput,
  LocationInput,
  StatementInput,
} from '../../src/entities/article/article.ts';
import type {
  CasualtyGroup,
  CasualtyKind,
  IncidentType,
  Method,
  Outcome,
  ParticipantRole,
  StatementType,
} from '../../src/generated/schema.ts';
import { createRandom, type Random } from '../random.ts';
import { actorOf, placesOf } from './things.ts';

const incidentTypes: readonly IncidentType[] = [
  ...['BATTLE', 'BATTLE', 'BATTLE', 'EXPLOSION_REMOTE_VIOLENCE', 'EXPLOSION_REMOTE_VIOLENCE'],
  ...['VIOLENCE_AGAINST_CIVILIANS', 'VIOLENCE_AGAINST_CIVILIANS', 'PROTEST', 'RIOT', 'STRATEGIC_DEVELOPMENT'],
] as IncidentType[];
const methods: readonly Method[] = ['IED', 'DRONE', 'AIR_STRIKE', 'ROCKET', 'SHELLING', 'SMALL_ARMS', 'GRENADE'];
const outcomes: readonly Outcome[] = ['COMPLETED', 'COMPLETED', 'PARTIAL', 'FAILED', 'INTERCEPTED', 'UNKNOWN'];
const roles: readonly ParticipantRole[] = ['PERPETRATOR', 'SUSPECTED_PERPETRATOR', 'TARGET', 'VICTIM', 'DEFENDER'];
const casualtyKinds: readonly CasualtyKind[] = ['KILLED', 'INJURED', 'DISPLACED'];
const casualtyGroups: readonly CasualtyGroup[] = ['CIVILIAN', 'MILITARY', 'POLICE', 'UNKNOWN'];
const statementTypes: readonly StatementType[] = [
  ...['REPORT', 'CONDEMNATION', 'CLAIM_OF_RESPONSIBILITY', 'DENIAL_OF_RESPONSIBILITY', 'ATTRIBUTION', 'WARNING'],
] as StatementType[];
const publishers = 40;
const actors = 1500;
const settlements = 400;
const maxStatements = 15;
const days = 3000;
const firstDay = Date.UTC(2016, 0, 1);

/** An incident that later articles may report again. */
type Reported = Pick<IncidentInput, 'id' | 'title' | 'type'> & {
  places: LocationInput[];
  day: number;
};

/**
 * Makes articles of uneven size about unevenly frequent entities: the first actor is in four of five articles, the first
 * settlement in one of three, most others in a few. An article has 1 to 3 incidents, of which one in five was reported
 * before, and 0 to 15 statements. The same number and seed give the same articles.
 */
export function* makeArticles(count: number, seed: number): Generator<Article> {
  const random = createRandom(seed);
  const reported: Reported[] = [];
  for (let number = 1; number <= count; number++) yield makeArticle(number, reported, random);
}

function makeArticle(number: number, reported: Reported[], random: Random): Article {
  const id = `article-${number}`;
  const sentences: string[] = [];
  const say = (sentence: string) => {
    sentences.push(sentence);
    return [{ quote: sentence }];
  };
  const found = { actors: new Map<string, ActorInput>(), locations: new Map<string, LocationInput>() };
  const actor = () => {
    const chosen = actorOf(zipf(actors, random));
    found.actors.set(chosen.id, chosen);
    return chosen;
  };
  const chosen = Array.from({ length: 1 + Math.floor(3 * random.share() ** 2) }, () =>
    choose(number, reported, random),
  );
  const incidents = [...new Map(chosen.map((one) => [one.id, one])).values()].map((one, index, all) => {
    for (const place of one.places) found.locations.set(place.id, place);
    return makeIncident(
      one,
      { part: index === 2 ? all[0]?.id : undefined, other: all[index - 1]?.id },
      { say, actor, random },
    );
  });
  const statements = Array.from({ length: Math.floor((maxStatements + 1) * random.share() ** 1.6) }, (_, index) =>
    makeStatement(index, incidents, { say, actor, random }),
  );
  const day = Math.max(...chosen.map((one) => one.day)) + random.below(4);
  return {
    id,
    title: `What happened in ${chosen[0]?.places[0]?.name}, part ${number}`,
    url: `https://news.example/${id}`,
    publisher: `Publisher ${1 + zipf(publishers, random)}`,
    language: 'en',
    published: toDay(day),
    text: sentences.join(' '),
    locations: [...found.locations.values()],
    actors: [...found.actors.values()],
    incidents,
    statements,
  };
}

/** Returns an incident that an earlier article reported, or a new one. */
function choose(number: number, reported: Reported[], random: Random): Reported {
  const again = reported.length > 0 && random.below(5) === 0;
  if (again) return reported[reported.length - 1 - zipf(reported.length, random)] as Reported;
  const type = random.pick(incidentTypes);
  const places = placesOf(zipf(settlements, random));
  const id = `incident-${number}-${reported.length + 1}`;
  const title = `${type.toLowerCase().replaceAll('_', ' ')} number ${reported.length + 1} in ${places[0].name}`;
  const made = { id, title, type, places, day: random.below(days) };
  reported.push(made);
  return made;
}

interface Telling {
  say(sentence: string): { quote: string }[];
  actor(): ActorInput;
  random: Random;
}

function makeIncident(
  { id, title = '', type, places, day }: Reported,
  { part, other }: { part: string | undefined; other: string | undefined },
  { say, actor, random }: Telling,
): IncidentInput {
  const participants = new Map(
    Array.from({ length: random.below(7) }, () => {
      const participant = { actor: actor(), role: random.pick(roles) };
      return [`${participant.role} ${participant.actor.id}`, participant];
    }),
  );
  const weapons = Array.from({ length: random.below(4) }, (_, index) => {
    const [method, min] = [random.pick(methods), 1 + random.below(9)];
    const evidence = say(`Weapon ${index + 1} of ${title} was ${min} times ${method.toLowerCase()}.`);
    return { method, count: { min, max: min }, outcome: random.pick(outcomes), certain: random.coin(), evidence };
  });
  const casualties = casualtyKinds.slice(0, random.below(4)).map((kind) => {
    const min = Math.floor(60 * random.share() ** 3);
    const evidence = say(`At least ${min} people were ${kind.toLowerCase()} in ${title}.`);
    const count = random.coin() ? { min, max: min } : { min, original: `at least ${min}` };
    return { kind, count, group: random.pick(casualtyGroups), severity: 'UNKNOWN' as const, evidence };
  });
  const edtf = random.below(6) === 0 ? toDay(day).slice(0, 7) : toDay(day);
  return {
    id,
    title,
    ...(random.below(4) > 0 && { summary: `${title}, as reported by ${1 + random.below(9)} people who were there.` }),
    scope: 'EVENT',
    ...(type && { type }),
    methods: [random.pick(methods)],
    weapons,
    outcome: random.pick(outcomes),
    ...(random.below(20) > 0 && { date: { edtf, original: edtf } }),
    ...(places[0] && { location: places[0].id, locationPrecision: random.pick(['EXACT', 'NEAR', 'AREA'] as const) }),
    participants: [...participants.values()].map(({ actor: { id, name }, role }) => ({
      actor: id,
      role,
      ...(random.coin() && { status: 'SUSPECTED' }),
      ...(random.coin() && { evidence: say(`${name} was ${role.toLowerCase().replaceAll('_', ' ')} in ${title}.`) }),
    })),
    casualties,
    ...(other !== undefined && { links: [{ type: 'FOLLOWS', incident: other }] }),
    ...(part !== undefined && part !== id && { partOf: part }),
    evidence: Array.from({ length: 1 + random.below(3) }, (_, index) =>
      say(`Witness ${index + 1} saw ${title}.`),
    ).flat(),
  };
}

function makeStatement(
  index: number,
  incidents: readonly IncidentInput[],
  { say, actor, random }: Telling,
): StatementInput {
  const about = random.pick(incidents);
  const also = random.below(5) === 0 ? random.pick(incidents) : about;
  const type = random.pick(statementTypes);
  const speaker = random.below(8) > 0 ? actor() : undefined;
  const text = `${speaker?.name ?? 'Nobody'} said ${index + 1} things about ${about.title}:${' it was so,'.repeat(random.below(3))} no more.`;
  return {
    id: `said-${index + 1}`,
    type,
    text,
    mode: 'INDIRECT',
    ...(speaker && { speaker: speaker.id }),
    incidents: [...new Set([about.id, also.id])],
    ...(random.coin() && { evidence: say(text) }),
  };
}

/** Returns a number from 0 up to `limit`: 0 in about a fifth of all cases, each further one more rarely. */
function zipf(limit: number, random: Random): number {
  return Math.floor(limit ** (random.share() ** 1.5)) - 1;
}

function toDay(day: number): string {
  return new Date(firstDay + day * 86_400_000).toISOString().slice(0, 10);
}
