import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident, named } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';
import { tries } from '../support/runs.ts';
import { anyCells } from './arguments.ts';
import { dataOf, expectSummary, type Summary, summarySelection } from './connections.ts';
import type { Node } from './nodes.ts';
import { enumValues } from './schema.ts';
import { tollOf } from './tolls.ts';

/** One incident of a world; `partOf` is the place of another one behind it, so that there are no cycles. */
interface Fact {
  type: string;
  partOf: number | null;
  killed: readonly object[];
  injured: readonly object[];
  date: keyof typeof dates | null;
  location: string | null;
  participants: { actor: string; role: string; status?: string }[];
  scope: string;
  occurrence: string;
}

const dates = {
  '2023-01-05': { start: '2023-01-05', end: '2023-01-05', precision: 'DAY' },
  '2023-01-31': { start: '2023-01-31', end: '2023-01-31', precision: 'DAY' },
  '2023-01': { start: '2023-01-01', end: '2023-01-31', precision: 'MONTH' },
  '2023-01-30/2023-04-02': { start: '2023-01-30', end: '2023-04-02', precision: 'RANGE' },
  '2023-06~': { start: '2023-06-01', end: '2023-06-30', precision: 'APPROXIMATE' },
  '../2023-06-15': { end: '2023-06-15', precision: 'OPEN' },
  '2022-12-31/..': { start: '2022-12-31', precision: 'OPEN' },
} as const;

const actors = ['attacker', 'rebels', 'victim'];
/** Two of them share a cell of 156 by 156 km. */
const places: Record<string, { kind: string; point: { latitude: number; longitude: number } }> = {
  fiji: { kind: 'OTHER', point: { latitude: -17.71, longitude: 178.06 } },
  suva: { kind: 'CITY', point: { latitude: -18.14, longitude: 178.44 } },
  samoa: { kind: 'REGION', point: { latitude: -13.5, longitude: -172 } },
};

/** An uncounted casualty is written as `{}`. */
const count = fc.oneof(
  fc.integer({ min: 0, max: 9 }).map((exact) => ({ count: exact })),
  fc.constant({}),
  fc.constant({ count: 0 }),
  fc.nat(9).map((min) => ({ count: { min } })),
  fc.tuple(fc.nat(9), fc.nat(5), fc.nat(5)).map(([min, more, further]) => ({
    count: { min, max: min + more + further, best: min + more },
  })),
  fc.tuple(fc.nat(9), fc.nat(5)).map(([min, more]) => ({ count: { min, max: min + more } })),
  fc.tuple(fc.nat(9), fc.nat(5)).map(([min, more]) => ({ count: { min, best: min + more } })),
);
/** Often with a best, so that sums have one. */
const counts = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 9 }).map((exact) => [{ count: exact }]) },
  { weight: 2, arbitrary: fc.array(count, { minLength: 1, maxLength: 2 }) },
);

const anyFact = (index: number, size: number): fc.Arbitrary<Fact> =>
  fc.record({
    type: fc.constantFrom('BATTLE', 'RIOT'),
    partOf:
      index + 1 < size
        ? fc.option(fc.integer({ min: index + 1, max: Math.min(index + 3, size - 1) }), { freq: 2 })
        : fc.constant(null),
    killed: counts,
    injured: counts,
    date: fc.option(fc.constantFrom(...(Object.keys(dates) as (keyof typeof dates)[]))),
    location: fc.option(fc.constantFrom(...Object.keys(places))),
    participants: fc.uniqueArray(
      fc.record(
        {
          actor: fc.constantFrom(...actors),
          role: fc.constantFrom('PERPETRATOR', 'SUSPECTED_PERPETRATOR', 'TARGET', 'VICTIM'),
          status: fc.constantFrom('DENIED', 'DISPUTED', 'CLAIMED'),
        },
        { requiredKeys: ['actor', 'role'] },
      ),
      { maxLength: 3, selector: ({ actor, role }) => `${actor} ${role}` },
    ),
    scope: fc.constantFrom('EVENT', 'AGGREGATE'),
    occurrence: fc.oneof(
      { weight: 6, arbitrary: fc.constant('HAPPENED') },
      fc.constantFrom('PLANNED', 'EXPECTED', 'CONDITIONAL', 'DID_NOT_HAPPEN'),
    ),
  });

const anyWorld = fc
  .integer({ min: 1, max: 12 })
  .chain((size) => fc.tuple(...Array.from({ length: size }, (_, index) => anyFact(index, size))));

const day = fc.constantFrom('2023-01-01', '2023-01-31', '2023-02-15', '2023-12-31');
const anySummary: fc.Arbitrary<Summary> = fc.record({
  by: fc.constantFrom('TYPE', 'OCCURRENCE', 'ACTOR', 'PERPETRATOR', 'TARGET', 'LOCATION'),
  first: fc.constantFrom(20, 1, 2),
  orderBy: fc.constantFrom(...enumValues('GroupOrder')),
  timeline: fc
    .record({
      interval: fc.constantFrom('WEEK', 'MONTH', 'YEAR'),
      days: fc.tuple(fc.option(day), fc.option(day)),
      empty: fc.boolean(),
    })
    .map(({ interval, days: [a, b], empty }) => {
      const [from, to] = a !== null && b !== null && a > b ? [b, a] : [a, b];
      return { interval, from, to, empty };
    }),
  cells: fc.oneof(anyCells, fc.constant({ precision: 3, first: 1000, areasByCentre: true })),
});

describe('sums of deaths and injuries', { timeout: 120_000 }, () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openTestGateway();
  });
  afterAll(() => gateway.close());

  const seed = (facts: readonly Fact[]) =>
    gateway.seed(
      article('a', {
        locations: Object.entries(places).map(([id, place]) => named(id, place)),
        actors: actors.map((actor) => named(actor)),
        incidents: facts.map(({ partOf, killed, injured, date, location, ...rest }, index) =>
          incident(idOf(index), {
            ...rest,
            ...(partOf !== null && { partOf: idOf(partOf) }),
            ...(date && { date }),
            ...(location && { location }),
            casualties: [
              ...killed.map((each) => ({ kind: 'KILLED', ...each })),
              ...injured.map((each) => ({ kind: 'INJURED', ...each })),
            ],
          }),
        ),
      }),
    );

  it("are the oracle's, of the whole list and of those of several nodes, whatever a filter leaves out", async () => {
    const anyQuestion = anyWorld.chain((facts) =>
      fc.record({
        facts: fc.constant(facts),
        hidden: fc.subarray(facts.map((_, index) => idOf(index))),
        summaries: fc.array(anySummary, { minLength: 4, maxLength: 4 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(anyQuestion, async ({ facts, hidden, summaries }) => {
        await seed(facts);
        const { incidents, parents } = nodesOf(facts);
        const shown = incidents.filter(({ id }) => !hidden.includes(id));
        for (const summary of summaries) {
          const selection = summarySelection('Incident', summary);
          const query = `query ($where: IncidentWhere) {
            incidents(where: $where) { ${selection} }
            actors(first: 3) { nodes { id incidents(where: $where) { ${selection} } } }
          }`;
          const data = dataOf(await gateway.answer(query, { where: { id: { notIn: hidden } } }));
          expectSummary('Incident', shown, summary, data.incidents);
          for (const { id, incidents: found } of data.actors.nodes) {
            const own = shown.filter(({ participants }) =>
              participants.some(({ actor }: any) => actor === parents.get(id.slice('Actor:'.length))),
            );
            expectSummary('Incident', own, summary, found);
          }
        }
      }),
      tries(6),
    );
  });

  it('are other than plain sums in most worlds', () => {
    const worlds = fc.sample(anyWorld, { numRuns: 100, seed: 1 }).map((facts) => nodesOf(facts).incidents);
    const differing = worlds.filter((incidents) => {
      const plain = incidents.reduce((sum, { killed }) => sum + (killed?.min ?? 0), 0);
      return tollOf(incidents).killed?.min !== plain;
    });
    expect(differing.length).toBeGreaterThan(30);
  });
});

function idOf(index: number): string {
  return `i-${index}`;
}

function nodesOf(facts: readonly Fact[]): { incidents: Node[]; parents: Map<string, Node> } {
  const shell = (typeName: 'Actor' | 'Location', ids: string[], fields: Record<string, object> = {}) =>
    new Map(ids.map((id) => [id, { typeName, id, ids: [id], words: [], ...fields[id] } as unknown as Node]));
  const [parents, locations] = [shell('Actor', actors), shell('Location', Object.keys(places), places)];
  const incidents = facts.map(
    ({ killed, injured, date, location, participants, type, occurrence }, index) =>
      ({
        typeName: 'Incident',
        id: idOf(index),
        type,
        occurrence,
        killed: occurrence === 'HAPPENED' ? totalOf(killed) : undefined,
        injured: occurrence === 'HAPPENED' ? totalOf(injured) : undefined,
        date: date ? dates[date] : undefined,
        location: location ? locations.get(location) : undefined,
        participants: participants.map((each) => ({ ...each, actor: parents.get(each.actor) })),
      }) as unknown as Node,
  );
  for (const [index, { partOf }] of facts.entries())
    if (partOf !== null) (incidents[index] as Node).partOf = incidents[partOf];
  return { incidents, parents };
}

/** What the entries of one kind come to; nothing is known where there are none. */
function totalOf(entries: readonly any[]): object | undefined {
  const numbers = entries.map(({ count = { min: 1 } }) =>
    typeof count === 'number' ? { min: count, max: count } : count,
  );
  if (numbers.length === 0) return undefined;
  const sum = (ends: number[]) => ends.reduce((a, b) => a + b, 0);
  const [mins, maxes, bests] = [
    numbers.map(({ min }) => min),
    numbers.map(({ max }) => max),
    numbers.map(({ min, max, best }) => best ?? (min === max ? min : undefined)),
  ];
  return {
    min: sum(mins),
    max: maxes.includes(undefined) ? undefined : sum(maxes),
    best: bests.includes(undefined) ? undefined : sum(bests),
  };
}
