import fc from 'fast-check';
import {
  ActorKind,
  AffiliationType,
  AttributionStatus,
  CasualtyGroup,
  CasualtyKind,
  Damage,
  Demographic,
  IncidentLinkType,
  IncidentScope,
  LocationKind,
  LocationPrecision,
  Method,
  Occurrence,
  Outcome,
  ParticipantRole,
  PlaceRole,
  Severity,
  SpeechMode,
  StatementLinkType,
  StatementType,
  TargetKind,
} from '../../src/generated/schema.ts';

/** An article as written in a file. */
export type ArticleJson = { id: string } & Record<string, any>;

/**
 * Words of few kinds, so that nodes share them: cases, accents, endings, marks that are letters and marks that are not,
 * and characters that patterns would read.
 */
export const vocabulary = [
  'Attack',
  'attacks',
  'attacked',
  'Émile',
  'emile',
  'Tehran',
  'Iran',
  'iranian-backed',
  'backed',
  'Iranian',
  'grenades',
  'ÉTAT',
  "d'état",
  'Straße',
  'Æther',
  'dro\u00ADne',
  'मेला',
  'मैला',
  'ปี',
  'ปู',
  '간',
  '가',
  'كُـرد',
  'a.b*c',
  '(x',
  'U.S.',
  '$100',
] as const;

const slugs = {
  articles: ['a', 'b', 'c', 'd', 'e', 'f'],
  actors: ['iran', 'iraq', 'us', 'army', 'general', 'nobody'],
  incidents: ['i-0', 'i-1', 'i-2', 'i-3', 'i-4', 'i-5', 'i-6', 'i-7', 'i-8', 'i-9'],
  locations: ['asia', 'bali', 'cuba', 'dili', 'east', 'fiji', 'guam'],
  statements: ['p', 'q', 'r', 's'],
} as const;

/** Points near one another, on both sides of the antimeridian, on it, and at the poles. */
const points = [
  [36.6303, 42.8231],
  [36.6, 42.8],
  [33.3, 44.4],
  [-17.5, 179.5],
  [-16.9, -179.9],
  [12, 180],
  [12, -180],
  [0, 0],
  [89.9, 10],
  [90, 0],
  [-90, 0],
  [-89.5, -120],
  [51.5, -0.1],
  [-33.9, 151.2],
] as const;

const dates = [
  '2023-11-09',
  '2023-11-12',
  '2023-11-13',
  '2023-12-31',
  '2024-01-01',
  '2024-02-29',
  '2023-11',
  '2024-01',
  '2023',
  '2024',
  '2023-10-07/2023-11-12',
  '2023-11-06/2023-11-12',
  '2023-11-30/2023-12-01',
  '2021/2024-02',
  '2023-10-26/..',
  '../2023-10-26',
  '../2024',
  '2023-11~',
  '2024-01-15~',
] as const;

const days = [
  '2023-11-10',
  '2023-11-12',
  '2023-11-12T08:00Z',
  '2023-11-13T01:00:00+02:00',
  '2023-11-13',
  '2024-03-31',
] as const;

const sometimes = <T>(values: fc.Arbitrary<T>, freq = 1) => fc.option(values, { nil: undefined, freq: freq + 1 });
const few = <T>(values: fc.Arbitrary<T>, maxLength = 3) => fc.array(values, { maxLength });
const someOf = <T extends string>(values: Record<string, T>) => fc.constantFrom(...Object.values(values));
const words = fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 3 }).map((each) => each.join(' '));
const language = fc.constantFrom('en', 'fr', 'de');
const edtf = fc.oneof({ weight: 19, arbitrary: fc.constantFrom(...dates) }, fc.constantFrom('1996-02', '2031'));
const quantity = fc.oneof(
  fc.nat(4),
  fc.record({ min: fc.nat(4) }),
  fc.tuple(fc.nat(3), fc.nat(3)).map(([min, more]) => ({ min, max: min + more })),
  fc.tuple(fc.nat(3), fc.nat(3)).map(([min, more]) => ({ min, best: min + more })),
);

const location = fc.record({
  id: fc.constantFrom(...slugs.locations),
  name: words,
  aliases: sometimes(few(words)),
  kind: sometimes(fc.constantFrom(LocationKind.CITY, LocationKind.LANDMARK, LocationKind.COUNTRY, LocationKind.WATER)),
  country: sometimes(fc.constantFrom('IQ', 'IR', 'FJ')),
  point: sometimes(
    fc.constantFrom(...points).map(([latitude, longitude]) => ({ latitude, longitude })),
    3,
  ),
  partOf: sometimes(fc.constantFrom(...slugs.locations), 2),
});

const affiliation = fc.record({
  type: fc.oneof(fc.constantFrom(AffiliationType.MEMBER_OF, AffiliationType.PART_OF), someOf(AffiliationType)),
  actor: fc.constantFrom(...slugs.actors),
  title: sometimes(words),
  date: sometimes(edtf),
  status: sometimes(someOf(AttributionStatus)),
  assertedBy: sometimes(few(fc.constantFrom(...slugs.statements), 2)),
  deniedBy: sometimes(few(fc.constantFrom(...slugs.statements), 2)),
});

const actor = fc.record({
  id: fc.constantFrom(...slugs.actors),
  name: words,
  aliases: sometimes(few(words)),
  kind: sometimes(fc.constantFrom(ActorKind.STATE, ActorKind.PERSON, ActorKind.MILITARY)),
  country: sometimes(fc.constantFrom('IQ', 'IR', 'US')),
  affiliations: sometimes(few(affiliation), 2),
});

/** A type, alone or with one of its subtypes. */
const kind = fc.constantFrom(
  { type: 'BATTLE' },
  { type: 'BATTLE', subtype: 'ARMED_CLASH' },
  { type: 'RIOT' },
  { type: 'RIOT', subtype: 'MOB_VIOLENCE' },
  { type: 'PROTEST', subtype: 'PEACEFUL' },
);

const statedIncident = fc.record({
  mention: fc.option(fc.constant(true as const), { nil: undefined, freq: 8 }),
  id: fc.constantFrom(...slugs.incidents),
  title: words,
  summary: sometimes(words),
  scope: sometimes(someOf(IncidentScope)),
  kind: sometimes(kind),
  occurrence: sometimes(fc.oneof(fc.constant(Occurrence.HAPPENED), someOf(Occurrence))),
  methods: sometimes(few(fc.constantFrom(Method.IED, Method.DRONE, Method.CYBER, Method.UNKNOWN))),
  weapons: sometimes(
    few(
      fc.record({
        method: fc.constantFrom(Method.IED, Method.DRONE, Method.ROCKET),
        count: sometimes(quantity),
        outcome: sometimes(someOf(Outcome)),
        certain: sometimes(fc.boolean()),
      }),
    ),
  ),
  outcome: sometimes(fc.constantFrom(Outcome.FAILED, Outcome.COMPLETED)),
  count: sometimes(quantity),
  date: sometimes(edtf, 5),
  location: sometimes(fc.constantFrom(...slugs.locations), 3),
  locationPrecision: sometimes(someOf(LocationPrecision)),
  places: sometimes(
    few(
      fc.record({
        location: fc.constantFrom(...slugs.locations),
        role: fc.oneof(fc.constantFrom(PlaceRole.SITE, PlaceRole.ORIGIN), someOf(PlaceRole)),
        precision: sometimes(someOf(LocationPrecision)),
      }),
    ),
  ),
  targets: sometimes(
    few(
      fc.record({
        kind: fc.oneof(fc.constantFrom(TargetKind.HOSPITAL, TargetKind.SCHOOL), someOf(TargetKind)),
        name: sometimes(words),
        location: sometimes(fc.constantFrom(...slugs.locations)),
        damage: sometimes(someOf(Damage)),
        count: sometimes(quantity),
      }),
    ),
  ),
  participants: sometimes(
    few(
      fc.record({
        actor: fc.constantFrom(...slugs.actors),
        role: fc.oneof(
          fc.constantFrom(ParticipantRole.TARGET, ParticipantRole.PERPETRATOR, ParticipantRole.VICTIM),
          someOf(ParticipantRole),
        ),
        status: sometimes(someOf(AttributionStatus)),
        side: sometimes(fc.constantFrom('A', 'B')),
      }),
      4,
    ),
    3,
  ),
  casualties: sometimes(
    few(
      fc.record({
        kind: fc.oneof(fc.constantFrom(CasualtyKind.KILLED, CasualtyKind.INJURED), someOf(CasualtyKind)),
        count: sometimes(quantity, 3),
        group: sometimes(someOf(CasualtyGroup)),
        demographic: sometimes(someOf(Demographic)),
        within: sometimes(fc.boolean()),
        severity: sometimes(someOf(Severity)),
        later: sometimes(words),
        actor: sometimes(fc.constantFrom(...slugs.actors)),
        assertedBy: sometimes(few(fc.constantFrom(...slugs.statements), 2)),
        deniedBy: sometimes(few(fc.constantFrom(...slugs.statements), 2)),
      }),
    ),
    3,
  ),
  links: sometimes(few(fc.record({ type: someOf(IncidentLinkType), incident: fc.constantFrom(...slugs.incidents) }))),
  partOf: sometimes(fc.constantFrom(...slugs.incidents), 1),
});
const incident = statedIncident.map(({ kind, ...rest }) => ({ ...rest, ...kind }));

const responsibility = fc.constantFrom(
  StatementType.CLAIM_OF_RESPONSIBILITY,
  StatementType.DENIAL_OF_RESPONSIBILITY,
  StatementType.DENIAL_OF_CONTROL,
  StatementType.ATTRIBUTION,
  StatementType.ACCUSATION,
);

const statement = fc.record({
  id: fc.constantFrom(...slugs.statements),
  type: fc.oneof({ weight: 3, arbitrary: responsibility }, someOf(StatementType)),
  text: words,
  quote: sometimes(words),
  mode: sometimes(someOf(SpeechMode)),
  date: sometimes(edtf),
  condition: sometimes(words),
  speaker: sometimes(fc.constantFrom(...slugs.actors), 2),
  onBehalfOf: sometimes(fc.constantFrom(...slugs.actors)),
  incidents: sometimes(few(fc.constantFrom(...slugs.incidents)), 4),
  actors: sometimes(few(fc.constantFrom(...slugs.actors)), 2),
  links: sometimes(
    few(
      fc.record({
        type: someOf(StatementLinkType),
        statement: fc
          .tuple(fc.constantFrom(...slugs.articles), fc.constantFrom(...slugs.statements))
          .map((ids) => ids.join('.')),
      }),
    ),
  ),
});

const article = fc.record({
  id: fc.constantFrom(...slugs.articles),
  title: sometimes(words),
  url: sometimes(fc.constantFrom('https://example.org/A', 'https://example.org/b?c=(d)')),
  publisher: sometimes(fc.constantFrom('The Émile', 'the emile', 'Wire'), 3),
  language: sometimes(language),
  license: sometimes(words),
  citation: sometimes(words),
  published: fc.constantFrom(...days),
  text: words,
  locations: few(location, 5),
  actors: few(actor, 4),
  incidents: few(incident, 6),
  statements: few(statement, 4),
});

/** The articles of a small world. The parser accepts them, and many are about the same nodes. */
export const anyWorld: fc.Arbitrary<ArticleJson[]> = fc
  .uniqueArray(article, { selector: ({ id }) => id, minLength: 3, maxLength: slugs.articles.length, size: 'max' })
  .map((articles) => articles.map((each) => complete(withoutUndefined(each))));

/** Defines every entity that is referred to, once, and drops what the parser rejects. */
function complete(article: ArticleJson): ArticleJson {
  const statements = article.statements.filter(isFirst);
  const own = new Set(statements.map(({ id }: ArticleJson) => id));
  const areOwn = (ids: string[] | undefined) => ids && { ids: ids.filter((id) => own.has(id)) };
  const ofOwnStatements = ({ assertedBy, deniedBy, ...part }: any) => ({
    ...part,
    ...(assertedBy && { assertedBy: areOwn(assertedBy)?.ids }),
    ...(deniedBy && { deniedBy: areOwn(deniedBy)?.ids }),
  });
  const isUpwards = article.id < 'd';
  const actors = article.actors.filter(isFirst).map((actor: ArticleJson) => ({
    ...actor,
    ...(actor.affiliations && {
      affiliations: actor.affiliations.filter((each: any) => each.actor !== actor.id).map(ofOwnStatements),
    }),
  }));
  const incidents = article.incidents
    .filter(isFirst)
    .map(asMention)
    .map(({ locationPrecision, ...incident }: ArticleJson) => ({
      ...oneWay(incident as ArticleJson, isUpwards),
      ...(locationPrecision && incident.location && { locationPrecision }),
      ...(incident.links && { links: incident.links.filter((link: any) => link.incident !== incident.id) }),
      ...(incident.casualties && { casualties: incident.casualties.map(ofOwnStatements) }),
    }));
  const locations = article.locations.filter(isFirst).map((location: ArticleJson) => oneWay(location, isUpwards));
  const said = statements.map((statement: any) => ({
    ...statement,
    ...(statement.links && {
      links: statement.links.filter(({ statement: to }: any) => {
        const [of, id] = to.split('.');
        return of !== article.id || (own.has(id) && id !== statement.id);
      }),
    }),
  }));
  return {
    ...article,
    statements: said,
    locations: defined(
      locations,
      [
        ...incidents.flatMap(({ location, places = [], targets = [] }: any) => [
          location,
          ...[...places, ...targets].map((part: any) => part.location),
        ]),
        ...wholesOf(locations),
      ],
      'name',
    ),
    incidents: defined(
      incidents,
      [
        ...incidents.flatMap((each: any) => each.links?.map((link: any) => link.incident)),
        ...wholesOf(incidents),
        ...said.flatMap((each: any) => each.incidents),
      ],
      'title',
    ),
    actors: defined(
      actors,
      [
        ...actors.flatMap((each: any) => each.affiliations?.map((affiliation: any) => affiliation.actor)),
        ...incidents.flatMap((each: any) => [
          ...(each.participants ?? []).map((participant: any) => participant.actor),
          ...(each.casualties ?? []).map((casualty: any) => casualty.actor),
        ]),
        ...said.flatMap((each: any) => [each.speaker, each.onBehalfOf, ...(each.actors ?? [])]),
      ],
      'name',
    ),
  };
}

/** A mention states nothing. */
function asMention(incident: ArticleJson): ArticleJson {
  return incident.mention ? { id: incident.id, mention: true } : incident;
}

function wholesOf(nodes: ArticleJson[]): string[] {
  return nodes.map(({ partOf }) => partOf);
}

function defined(nodes: ArticleJson[], referred: (string | undefined)[], label: string): ArticleJson[] {
  const missing = new Set(referred.filter((id) => id !== undefined && !nodes.some((node) => node.id === id)));
  return [...nodes, ...[...missing].map((id) => ({ id: id as string, [label]: `The ${id}` }))];
}

/** Keeps `partOf` only in one direction of ids, so that no article has a cycle; two together may. */
function oneWay(node: ArticleJson, isUpwards: boolean): ArticleJson {
  const { partOf, ...rest } = node;
  return partOf !== node.id && partOf > node.id === isUpwards ? node : rest;
}

function isFirst({ id }: ArticleJson, index: number, all: ArticleJson[]): boolean {
  return all.findIndex((other) => other.id === id) === index;
}

function withoutUndefined<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** Merges of the world's nodes: one into another, along a chain, and into one that no article names. */
export const merges = [
  { type: 'Actor', from: 'iraq', into: 'iran' },
  { type: 'Actor', from: 'nobody', into: 'somebody' },
  { type: 'Incident', from: 'i-1', into: 'i-0' },
  { type: 'Incident', from: 'i-2', into: 'i-1' },
  { type: 'Location', from: 'guam', into: 'fiji' },
] as const;
