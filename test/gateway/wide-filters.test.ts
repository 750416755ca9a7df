import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident, named } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';

/*
 * Relations that more than 1,000 nodes meet, too many for a list of ids. 1,100 statements by 1,100 persons name every
 * second of 40 incidents. The persons are participants, spread over all incidents.
 */
const many = 1100;
const count = 40;
const even = (i: number) => i % 2 === 0;

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await openTestGateway();
  const persons = Array.from({ length: many }, (_, i) => `person-${i}`);
  await gateway.seed(
    article('a', {
      actors: [
        named('state', { kind: 'STATE' }),
        named('party', {
          affiliations: [{ type: 'LEADS', actor: 'state', assertedBy: ['said-0', 'said-2', 'said-4'] }],
        }),
        ...persons.map((id) => named(id, { kind: 'PERSON' })),
      ],
      incidents: Array.from({ length: count }, (_, i) =>
        incident(`incident-${i}`, {
          type: even(i) ? 'RIOT' : 'PROTEST',
          participants: persons
            .filter((_, person) => person % count === i)
            .map((actor, place) => ({ actor, role: place < 3 && even(i) ? 'VICTIM' : 'BYSTANDER' }))
            .concat(i === 1 ? [{ actor: 'state', role: 'VICTIM' }] : []),
        }),
      ),
      statements: persons.map((speaker, i) => ({
        id: `said-${i}`,
        type: 'COMMENT',
        text: 'As they say',
        speaker,
        incidents: [`incident-${(i * 2) % count}`],
      })),
    }),
  );
});
afterAll(() => gateway.close());

const evens = Array.from({ length: count }, (_, i) => i).filter(even);
const odds = Array.from({ length: count }, (_, i) => i).filter((i) => !even(i));

const table: [where: string, incidents: number[], commands: string[]][] = [
  ['{ statements: { some: { type: { eq: COMMENT } } } }', evens, ['aggregate statements']],
  ['{ statements: { none: { type: { eq: COMMENT } } } }', odds, ['aggregate statements']],
  ['{ statements: { every: { type: { eq: COMMENT } } } }', [...evens, ...odds], ['aggregate statements']],
  ['{ not: { statements: { some: { type: { eq: COMMENT } } } } }', odds, ['aggregate statements']],
  [
    '{ or: [{ statements: { some: { type: { eq: COMMENT } } } }, { id: { eq: "incident-3" } }] }',
    [...evens, 3],
    ['aggregate statements', 'find merges'],
  ],
  [
    '{ type: { eq: RIOT }, statements: { some: { speaker: { kind: { eq: PERSON } } } } }',
    evens,
    ['aggregate actors', 'aggregate statements'],
  ],
  ['{ statements: { count: { where: { type: { eq: COMMENT } }, gte: 55 } } }', evens, []],
  ['{ statements: { count: { where: { type: { eq: COMMENT } }, gte: 56 } } }', [], []],
  ['{ statements: { count: { where: { type: { eq: COMMENT } }, lt: 1 } } }', odds, []],
  [
    '{ participants: { some: { role: { eq: VICTIM }, actor: { kind: { eq: PERSON } } } } }',
    evens,
    ['aggregate actors'],
  ],
  [
    '{ participants: { some: { role: { eq: VICTIM }, not: { actor: { kind: { eq: PERSON } } } } } }',
    [1],
    ['aggregate actors'],
  ],
  [
    '{ participants: { count: { where: { role: { eq: VICTIM }, actor: { kind: { eq: PERSON } } }, eq: 3 } } }',
    evens,
    ['aggregate actors'],
  ],
  [
    '{ participants: { every: { actor: { kind: { eq: PERSON } } } } }',
    evens.concat(odds).filter((i) => i !== 1),
    ['aggregate actors'],
  ],
];

describe('a filter on a relation that very many nodes meet', () => {
  it.each(table)('incidents(where: %s)', async (where, expected, probes) => {
    const query = (fields: string) => `{ incidents(where: ${where}, first: 100) { ${fields} } }`;
    gateway.store.takeCommands();
    const { incidents } = await gateway.ask(query('nodes { id }'));
    const found = incidents.nodes.map(({ id }: { id: string }) => Number(id.replace('Incident:incident-', '')));
    expect(found.sort((a: number, b: number) => a - b)).toEqual(expected.toSorted((a, b) => a - b));
    const commands = gateway.store.takeCommands().filter((command) => !command.endsWith(' incidents'));
    expect(commands.sort()).toEqual(probes);
    expect((await gateway.ask(query('totalCount'))).incidents.totalCount).toBe(expected.length);
  });

  it('probes the relation once for all parents', async () => {
    gateway.store.takeCommands();
    const { actors } = await gateway.ask(
      `{ actors(first: 3, where: { kind: { eq: PERSON } }) { nodes {
          incidents(where: { statements: { some: { type: { eq: COMMENT } } } }) { totalCount nodes { id } }
      } } }`,
    );
    expect(actors.nodes.map(({ incidents }: any) => incidents.totalCount)).toEqual([1, 0, 1]);
    expect(gateway.store.takeCommands().sort()).toEqual([
      'aggregate actors',
      'aggregate actors',
      'aggregate statements',
      'find actors',
    ]);
  });

  it('applies to the elements of nested lists', async () => {
    const ask = (where: string) =>
      gateway.ask(`{ actors(where: { affiliations: { some: ${where} } }) { nodes { id } } }`);
    for (const [where, found] of [
      ['{ assertedBy: { some: { type: { eq: COMMENT } } } }', 1],
      ['{ assertedBy: { count: { where: { type: { eq: COMMENT } }, eq: 3 } } }', 1],
      ['{ assertedBy: { count: { where: { type: { eq: COMMENT } }, gt: 3 } } }', 0],
      ['{ assertedBy: { every: { type: { eq: THREAT } } } }', 0],
    ] as const)
      expect((await ask(where)).actors.nodes).toHaveLength(found);
  });
});
