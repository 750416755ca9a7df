import fc from 'fast-check';
import type {
  ActorInput,
  Article,
  IncidentInput,
  LocationInput,
  StatementInput,
} from '../../src/entities/article/article.ts';
import {
  ActorKind,
  AffiliationType,
  AttributionStatus,
  Damage,
  Demographic,
  FigureKind,
  Hedge,
  IncidentLinkType,
  LocationKind,
  LocationPrecision,
  Method,
  Occurrence,
  Outcome,
  ParticipantRole,
  PlaceRole,
  StatementLinkType,
  StatementType,
  TargetKind,
} from '../../src/generated/schema.ts';
import type { ArticleVersion } from '../../src/ingest/fold/apply-versions.ts';
import type { Merge } from '../../src/query/merges.ts';

const slug = fc.constantFrom('w', 'x', 'y', 'z');
const name = fc.constantFrom('Iran', 'Tehran', 'Écrivains');
const address = fc.constantFrom('https://example.org/a', 'https://example.org/B', 'http://example.org/a');
const sometimes = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 2 });
const few = <T>(values: fc.Arbitrary<T>) => fc.array(values, { maxLength: 3 });
const someOf = <T extends string>(values: Record<string, T>) => fc.constantFrom(...Object.values(values));
const quantity = fc.constantFrom(
  { min: 1 },
  { min: 1, max: 9 },
  { min: 2, max: 3 },
  { min: 2 },
  { min: 3, max: 3, best: 3 },
  { min: 4, max: 4 },
);
const dates = ['2023', '2023-11', '2023-11-09', '2023-11-05/2023-11-09', '2023-11~', '2023-11-09~', '../2023'] as const;
const published = fc.constantFrom('2024-01-01', '2024-01-01T00:00:00.000Z', '2024-01-01T18:30:00.000Z', '2024-01-02');
const evidence = fc.constantFrom([], [{ quote: 'One' }], [{ quote: 'two', occurrence: 2 }, { quote: 'One two' }]);

const location = fc.record({
  id: slug,
  name,
  aliases: sometimes(few(name)),
  sameAs: sometimes(few(address)),
  kind: sometimes(someOf(LocationKind)),
  country: sometimes(fc.constantFrom('IQ', 'IR')),
  point: sometimes(fc.constantFrom({ latitude: 36.5, longitude: 42.5 }, { latitude: 1, longitude: -2 })),
  partOf: sometimes(slug),
  evidence: sometimes(evidence),
});

const affiliation = fc.record({
  type: someOf(AffiliationType),
  actor: slug,
  title: sometimes(fc.constant('Minister')),
  date: sometimes(fc.constantFrom({ edtf: '2021' }, { edtf: '2022/..', original: 'since 2022' })),
  status: sometimes(someOf(AttributionStatus)),
  assertedBy: sometimes(few(fc.constantFrom('s', 't'))),
  deniedBy: sometimes(few(fc.constantFrom('s', 't'))),
});

const actor = fc.record({
  id: slug,
  name,
  aliases: sometimes(few(name)),
  sameAs: sometimes(few(address)),
  kind: sometimes(someOf(ActorKind)),
  affiliations: sometimes(few(affiliation)),
  evidence: sometimes(evidence),
});

/** A type, alone or with one of its subtypes. */
const kind = fc.constantFrom(
  { type: 'BATTLE' },
  { type: 'BATTLE', subtype: 'ARMED_CLASH' },
  { type: 'BATTLE', subtype: 'TERRITORY_TAKEN' },
  { type: 'PROTEST', subtype: 'PEACEFUL' },
  { type: 'OTHER' },
  { type: 'OTHER', subtype: 'OTHER' },
);

const statedIncident = fc.record({
  id: slug,
  mention: fc.option(fc.constant(true as const), { nil: undefined, freq: 6 }),
  title: name,
  scope: sometimes(fc.constantFrom('EVENT' as const, 'AGGREGATE' as const)),
  kind: sometimes(kind),
  occurrence: sometimes(someOf(Occurrence)),
  outcome: sometimes(someOf(Outcome)),
  methods: sometimes(few(someOf(Method))),
  weapons: sometimes(
    few(
      fc.record({
        method: fc.constantFrom(Method.DRONE, Method.IED),
        count: sometimes(quantity),
        outcome: sometimes(someOf(Outcome)),
        certain: sometimes(fc.boolean()),
        evidence,
      }),
    ),
  ),
  summary: sometimes(name),
  sameAs: sometimes(few(address)),
  count: sometimes(quantity),
  date: sometimes(
    fc
      .constantFrom(...dates, 'before')
      .map((edtf) => (edtf === 'before' ? { edtf: '2023-11', original: edtf } : { edtf })),
  ),
  location: sometimes(slug),
  locationPrecision: sometimes(someOf(LocationPrecision)),
  places: sometimes(
    few(
      fc.record({
        location: slug,
        role: fc.constantFrom(PlaceRole.SITE, PlaceRole.ORIGIN, PlaceRole.MEETING),
        precision: sometimes(someOf(LocationPrecision)),
        evidence,
      }),
    ),
  ),
  targets: sometimes(
    few(
      fc.record({
        kind: fc.constantFrom(TargetKind.HOSPITAL, TargetKind.SCHOOL),
        name: sometimes(fc.constantFrom('Écrivains', 'ecrivains', 'A/B')),
        location: sometimes(slug),
        damage: sometimes(someOf(Damage)),
        count: sometimes(quantity),
        evidence,
      }),
    ),
  ),
  participants: sometimes(
    few(
      fc.record({
        actor: slug,
        role: someOf(ParticipantRole),
        status: sometimes(someOf(AttributionStatus)),
        side: sometimes(fc.constantFrom('A', 'B')),
      }),
    ),
  ),
  casualties: sometimes(
    few(
      fc.record({
        kind: fc.constantFrom('KILLED' as const, 'INJURED' as const),
        count: sometimes(quantity),
        demographic: sometimes(someOf(Demographic)),
        within: sometimes(fc.boolean()),
        actor: sometimes(slug),
        assertedBy: sometimes(few(fc.constantFrom('s', 't'))),
        deniedBy: sometimes(few(fc.constantFrom('s', 't'))),
        evidence,
      }),
    ),
  ),
  links: sometimes(few(fc.record({ type: someOf(IncidentLinkType), incident: slug }))),
  partOf: sometimes(slug),
  evidence: sometimes(evidence),
});
const incident = statedIncident.map(({ kind, ...rest }) => ({ ...rest, ...kind }));

const statement = fc.record({
  id: fc.constantFrom('s', 't'),
  type: someOf(StatementType),
  text: name,
  speaker: sometimes(slug),
  onBehalfOf: sometimes(slug),
  hedge: sometimes(someOf(Hedge)),
  anonymous: sometimes(fc.boolean()),
  to: sometimes(few(slug)),
  via: sometimes(few(slug)),
  location: sometimes(slug),
  figures: sometimes(
    few(
      fc.record({
        kind: fc.constantFrom(FigureKind.KILLED, FigureKind.MONEY),
        count: quantity,
        unit: sometimes(name),
        original: sometimes(name),
        incident: sometimes(slug),
      }),
    ),
  ),
  incidents: sometimes(few(slug)),
  actors: sometimes(few(slug)),
  links: sometimes(
    few(fc.record({ type: someOf(StatementLinkType), statement: fc.constantFrom('a.s', 'b.t', 'c.s') })),
  ),
});

/** An article that the parser could have accepted, about few entities, so that several articles share them. */
export const anyArticle: fc.Arbitrary<Article> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    title: sometimes(name),
    publisher: sometimes(fc.constantFrom('P', 'Q')),
    language: sometimes(fc.constantFrom('en', 'fr')),
    published,
    text: fc.constant('One two two'),
    locations: few(location),
    actors: few(actor),
    incidents: few(incident),
    statements: few(statement),
  })
  .map((article) => complete(withoutUndefined(article) as unknown as Article));

const often = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 4 });

/** An article that mostly states relations, so that these often change. */
export const anyPlacement: fc.Arbitrary<Article> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    published: fc.constantFrom('2024-01-01', '2024-01-02', '2024-01-03'),
    text: fc.constant('One two two'),
    locations: fc.array(
      fc.record({
        ...{ id: slug, name: slug, partOf: often(slug) },
        kind: sometimes(fc.constantFrom('CITY' as const, 'COUNTRY' as const)),
        country: sometimes(fc.constantFrom('IQ', 'IR')),
      }),
      {
        maxLength: 2,
      },
    ),
    incidents: fc.array(
      fc.record({
        id: fc.constantFrom('w', 'x'),
        title: slug,
        location: often(slug),
        locationPrecision: sometimes(someOf(LocationPrecision)),
        places: often(few(fc.record({ location: slug, role: fc.constantFrom(PlaceRole.SITE, PlaceRole.ORIGIN) }))),
        partOf: often(slug),
      }),
      { maxLength: 2 },
    ),
    statements: fc.array(
      fc.record({
        id: fc.constantFrom('s', 't'),
        type: fc.constantFrom('COMMENT' as const),
        text: name,
        incidents: few(slug),
        links: often(
          few(
            fc.record({
              type: fc.constantFrom('ECHOES' as const, 'CONTRADICTS' as const),
              statement: fc.constantFrom('a.s', 'b.s', 'c.s', 'd.s'),
            }),
          ),
        ),
      }),
      { maxLength: 1 },
    ),
  })
  .map((article) => complete(withoutUndefined(article) as unknown as Article));

/** Articles with different ids. */
export const anyArticles: fc.Arbitrary<Article[]> = fc.uniqueArray(anyArticle, {
  selector: ({ id }) => id,
  maxLength: 4,
});

export const anyMerges: fc.Arbitrary<Merge[]> = fc.uniqueArray(
  fc
    .record({
      type: fc.constantFrom('Incident', 'Actor', 'Location'),
      from: slug,
      into: fc.constantFrom('w', 'x', 'y', 'z', 'new'),
    })
    .map(({ type, from, into }) => ({ _id: `${type}:${from}`, into: `${type}:${into}` })),
  { selector: ({ _id }) => _id, maxLength: 3 },
);

/** Defines every entity that is referred to, once, and drops what the parser rejects. */
function complete(article: Article): Article {
  const statements = (article.statements ?? []).filter(isFirst);
  const own = new Set(statements.map(({ id }) => id));
  const ofOwnStatements = <T extends { assertedBy?: string[]; deniedBy?: string[] }>(part: T): T => ({
    ...part,
    ...(part.assertedBy && { assertedBy: part.assertedBy.filter((id) => own.has(id)) }),
    ...(part.deniedBy && { deniedBy: part.deniedBy.filter((id) => own.has(id)) }),
  });
  const isUpwards = article.id < 'c';
  const mend = <T extends { id: string; partOf?: string }>(thing: T) => partOfOneWay(thing, isUpwards);
  const statedIncidents = (article.incidents ?? [])
    .filter(isFirst)
    .map(asMention)
    .map(({ locationPrecision, ...it }) => ({
      ...mend(it),
      ...(it.location && locationPrecision && { locationPrecision }),
      ...(it.links && { links: it.links.filter((link) => link.incident !== it.id) }),
      ...(it.casualties && { casualties: it.casualties.map(ofOwnStatements) }),
    }));
  const statedActors = (article.actors ?? []).filter(isFirst).map((it) => ({
    ...it,
    ...(it.affiliations && {
      affiliations: it.affiliations.filter((affiliation) => affiliation.actor !== it.id).map(ofOwnStatements),
    }),
  }));
  const statedLocations = (article.locations ?? []).filter(isFirst).map(mend);
  const incidents = define(
    statedIncidents,
    [
      ...statedIncidents.flatMap(({ partOf, links = [] }) => [partOf, ...links.map((link) => link.incident)]),
      ...statements.flatMap((statement) => statement.incidents ?? []),
      ...statements.flatMap(({ figures = [] }) => figures.map((figure) => figure.incident)),
    ],
    (id): IncidentInput => ({ id, title: id }),
  );
  const actors = define(
    statedActors,
    [
      ...statedActors.flatMap(({ affiliations = [] }) => affiliations.map(({ actor }) => actor)),
      ...incidents.flatMap(({ participants = [], casualties = [] }) =>
        [...participants, ...casualties].map((it) => it.actor),
      ),
      ...statements.flatMap(({ speaker, onBehalfOf, actors = [], to = [], via = [] }) => [
        ...[speaker, onBehalfOf],
        ...[...actors, ...to, ...via],
      ]),
    ],
    (id): ActorInput => ({ id, name: id }),
  );
  const locations = define(
    statedLocations,
    [
      ...statedLocations.map(({ partOf }) => partOf),
      ...incidents.flatMap(({ location, places = [], targets = [] }) => [
        location,
        ...[...places, ...targets].map((it) => it.location),
      ]),
      ...statements.map(({ location }) => location),
    ],
    (id): LocationInput => ({ id, name: id }),
  );
  return { ...article, locations, actors, incidents, statements: statements as StatementInput[] };
}

/** A mention states nothing but its evidence. */
function asMention(incident: IncidentInput): IncidentInput {
  const { id, mention, evidence } = incident;
  return mention ? { id, mention, ...(evidence && { evidence }) } : incident;
}

/** What is stated, and what else is named. */
function define<T extends { id: string }>(
  stated: T[],
  named: readonly (string | undefined)[],
  define: (id: string) => T,
): T[] {
  const others = new Set(named.filter((id) => id !== undefined && !stated.some((thing) => thing.id === id)));
  return [...stated, ...[...others].map((id) => define(id as string))];
}

/** Keeps `partOf` only in one direction of ids, so that an article has no cycle. */
function partOfOneWay<T extends { id: string; partOf?: string }>(thing: T, isUpwards: boolean): T {
  const { partOf, ...rest } = thing;
  if (partOf === undefined || (partOf !== thing.id && partOf > thing.id === isUpwards)) return thing;
  return rest as T;
}

function isFirst<T extends { id: string }>({ id }: T, index: number, all: T[]): boolean {
  return all.findIndex((other) => other.id === id) === index;
}

function withoutUndefined<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutUndefined) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, it]) => it !== undefined);
  return Object.fromEntries(entries.map(([key, it]) => [key, withoutUndefined(it)])) as T;
}

/** A history of a few articles, some with versions, some withdrawn. */
export const anyVersion: fc.Arbitrary<ArticleVersion> = fc
  .tuple(
    fc.oneof(anyArticle, { weight: 2, arbitrary: anyPlacement }),
    fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    fc.integer({ max: 4, min: 0 }),
  )
  .map(([article, version, chance]) => {
    const of = version === undefined ? {} : { version };
    return chance === 0 ? { id: article.id, ...of, retracted: true } : { ...article, ...of };
  });
