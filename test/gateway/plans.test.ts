import type { Document } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident, named } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;
const sent: Document[] = [];

beforeAll(async () => {
  gateway = await openTestGateway();
  const numbers = Array.from({ length: 60 }, (_, i) => i);
  await gateway.seed(
    article('a', {
      locations: [
        named('iraq', { kind: 'COUNTRY', country: 'IQ', point: { latitude: 33, longitude: 44 } }),
        ...numbers.map((i) =>
          named(`place-${i}`, { partOf: 'iraq', point: { latitude: 30 + i / 10, longitude: 40 + i / 10 } }),
        ),
      ],
      actors: numbers.map((i) => named(`actor-${i}`, { kind: i % 2 ? 'STATE' : 'PERSON', evidence: ['says'] })),
      incidents: numbers.map((i) =>
        incident(`incident-${i}`, {
          date: `2023-0${1 + (i % 9)}-15`,
          location: `place-${i}`,
          summary: 'A hospital was hit',
          participants: [{ actor: `actor-${i}`, role: 'TARGET' }],
        }),
      ),
      statements: numbers.map((i) => ({
        id: `said-${i}`,
        type: i % 3 ? 'COMMENT' : 'DENIAL_OF_RESPONSIBILITY',
        text: 'As they say',
        speaker: `actor-${i}`,
        incidents: [`incident-${i}`],
      })),
    }),
  );
  gateway.store.client.on('commandStarted', ({ commandName, command }) => {
    if (commandName === 'find' || commandName === 'aggregate') sent.push(command);
  });
});
afterAll(() => gateway.close());

const questions: [name: string, query: string][] = [
  ['a page by date', '{ incidents { nodes { title } } }'],
  ['a page in another order', '{ incidents(orderBy: [{ field: KILLED, direction: DESC }]) { nodes { title } } }'],
  ['a page within a country', '{ incidents(where: { location: { within: "iraq" } }) { totalCount nodes { title } } }'],
  [
    'a page through two relations',
    `{ incidents(where: { statements: { some: { type: { eq: DENIAL_OF_RESPONSIBILITY }, speaker: { kind: { eq: STATE } } } } }) {
      totalCount nodes { title }
    } }`,
  ],
  ['pages of children', '{ incidents { nodes { statements(first: 5) { totalCount nodes { text } } } } }'],
  [
    'a time',
    '{ incidents(where: { date: { possibly: { from: "2023-02-01", to: "2023-02-28" } } }) { totalCount nodes { title } } }',
  ],
  [
    'a circle',
    '{ incidents(where: { location: { near: { latitude: 31, longitude: 41, km: 50 } } }) { nodes { title } } }',
  ],
  ['a box', '{ locations(where: { box: { south: 31, west: 41, north: 32, east: 42 } }) { nodes { name } } }'],
  ['words', '{ incidents(where: { text: "hospital hit" }) { nodes { title } } }'],
  ['a search', '{ search(text: "hospital") { totalCount edges { score } } }'],
  ['a name', '{ actors(where: { name: { startsWith: "the name of actor-1" } }) { nodes { name } } }'],
  [
    'who denied it',
    '{ incidents(where: { responsibility: { deniedBy: { some: { actor: { id: { eq: "actor-3" } } } } } }) { nodes { title } } }',
  ],
  [
    'a node with all that is said of it',
    '{ actor(id: "actor-1") { incidents { nodes { title } } statements { nodes { text } } evidence { quote } } }',
  ],
  [
    'evidence that continues',
    '{ actor(id: "actor-1") { evidence(after: "Article:a/evidence/7-11/Actor:actor-1") { quote } } }',
  ],
  [
    'reports that continue',
    '{ incident(id: "incident-1") { reports(after: "Incident:incident-1/reports/a") { title } } }',
  ],
];

/** The stages that read an index. SORT_MERGE merges several ranges in order. */
const byIndex = new Set(['IXSCAN', 'SORT_MERGE', 'IDHACK', 'EOF']);

/** Only the embedded store is checked for collection scans: other servers plan differently. */
describe.skipIf(process.env.TEST_MONGODB_URI)('the embedded store uses an index for', () => {
  it.each(questions)('%s', async (_name, query) => {
    sent.length = 0;
    await gateway.ask(query);
    expect(sent.length).toBeGreaterThan(0);
    for (const command of [...sent]) {
      const { lsid: _, $db: __, maxTimeMS: ___, $clusterTime: ____, ...explained } = command;
      const plan = await gateway.store.database.command({ explain: explained, verbosity: 'queryPlanner' });
      const stages = stagesOf(plan);
      expect(stages, JSON.stringify(explained)).not.toContain('COLLSCAN');
      expect(stages.filter((stage) => byIndex.has(stage))).not.toEqual([]);
    }
  });
});

describe.skipIf(process.env.TEST_MONGODB_URI)('the embedded store reads no documents', () => {
  it.each([
    ['to find and to rank words', '{ search(text: "hospital hit") { edges { score } } }'],
    ['to count words', '{ search(text: "hospital -hit") { totalCount } }'],
    [
      'to find the ids that meet a condition',
      '{ statements(where: { speaker: { kind: { eq: STATE } } }) { nodes { text } } }',
    ],
  ])('%s', async (_name, query) => {
    sent.length = 0;
    await gateway.ask(query);
    const aggregates = sent.filter((command) => 'aggregate' in command);
    let keys = 0;
    for (const { lsid: _, $db: __, maxTimeMS: ___, $clusterTime: ____, ...explained } of aggregates) {
      const { executionStats } = await gateway.store.database.command({
        explain: explained,
        verbosity: 'executionStats',
      });
      expect(executionStats, JSON.stringify(explained)).toMatchObject({ totalDocsExamined: 0 });
      keys += executionStats.totalKeysExamined;
    }
    expect(keys).toBeGreaterThan(0);
  });
});

function stagesOf(plan: unknown): string[] {
  if (Array.isArray(plan)) return plan.flatMap(stagesOf);
  if (plan === null || typeof plan !== 'object') return [];
  const { stage } = plan as { stage?: unknown };
  return [...(typeof stage === 'string' ? [stage] : []), ...Object.values(plan).flatMap(stagesOf)];
}
