import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident, named } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;

/** 50 incidents, each with its own location, two participants and two statements by its own speakers. */
const numbers = Array.from({ length: 50 }, (_, i) => i);

beforeAll(async () => {
  gateway = await openTestGateway();
  await gateway.seed(
    article('a', {
      text: 'They spoke.',
      locations: numbers.map((i) => named(`place-${i}`, { evidence: ['They'] })),
      actors: numbers.flatMap((i) => [named(`attacker-${i}`), named(`target-${i}`), named(`speaker-${i}`)]),
      incidents: numbers.map((i) =>
        incident(`incident-${i}`, {
          location: `place-${i}`,
          participants: [
            { actor: `attacker-${i}`, role: 'PERPETRATOR', evidence: ['They'] },
            { actor: `target-${i}`, role: 'TARGET', evidence: ['spoke'] },
          ],
          casualties: [{ kind: 'KILLED', actor: `target-${i}`, evidence: ['They spoke'] }],
          evidence: ['They'],
        }),
      ),
      statements: numbers.flatMap((i) =>
        ['first', 'second'].map((which) => ({
          id: `${which}-${i}`,
          type: 'CLAIM_OF_RESPONSIBILITY',
          text: 'It was us',
          speaker: `speaker-${i}`,
          incidents: [`incident-${i}`],
          evidence: ['spoke'],
        })),
      ),
    }),
  );
});
afterAll(() => gateway.close());

/** Returns the commands of a query, sorted, after `check` has inspected its result. */
async function commandsOf(query: string, check: (data: any) => void): Promise<string[]> {
  gateway.store.takeCommands();
  check(await gateway.ask(query));
  return gateway.store.takeCommands().sort();
}

describe('a query', () => {
  it('sends one command for each relation, whatever the number of parents', async () => {
    const commands = await commandsOf(
      `{ incidents(first: 50) { nodes {
          title
          location { name }
          participants { role actor { name } }
          statements(first: 5) { nodes { text speaker { name } } }
      } } }`,
      ({ incidents }) => {
        expect(incidents.nodes).toHaveLength(50);
        for (const { location, participants, statements } of incidents.nodes) {
          expect(location.name).toMatch(/^The name of place/);
          expect(participants.map((each: any) => each.role)).toEqual(['PERPETRATOR', 'TARGET']);
          expect(participants[1].actor.name).toMatch(/^The name of target/);
          expect(statements.nodes).toHaveLength(2);
          expect(statements.nodes[0].speaker.name).toMatch(/^The name of speaker/);
        }
      },
    );
    expect(commands).toEqual(['aggregate incidents', 'find actors', 'find actors', 'find incidents', 'find locations']);
  });

  it('sends one more for each selected total, and none for fields that are not selected', async () => {
    const total = '{ incidents(first: 50) { nodes { statements { totalCount } } } }';
    expect(
      await commandsOf(total, ({ incidents }) => expect(incidents.nodes[0].statements.totalCount).toBe(2)),
    ).toEqual(['aggregate incidents', 'find incidents']);
    const both = '{ incidents(first: 50) { totalCount nodes { statements(first: 1) { totalCount nodes { id } } } } }';
    expect(await commandsOf(both, ({ incidents }) => expect(incidents.totalCount).toBe(50))).toEqual([
      'aggregate incidents',
      'aggregate incidents',
      'aggregate incidents',
      'find incidents',
    ]);
    expect(
      await commandsOf('{ incidents { __typename } }', ({ incidents }) =>
        expect(incidents.__typename).toBe('IncidentConnection'),
      ),
    ).toEqual([]);
  });

  it('sends one command for all evidence of a kind, one for all responsibilities and one for all reports', async () => {
    const commands = await commandsOf(
      `{ incidents(first: 50) { nodes {
          evidence(first: 10) { quote }
          participants { evidence(first: 10) { quote } }
          casualties { evidence(first: 10) { quote } }
          responsibility { claimedBy { actor { name } statement { text } } }
          reports { title article { title } }
      } } }`,
      ({ incidents }) => {
        for (const node of incidents.nodes) {
          expect(node.evidence).toEqual([{ quote: 'They' }]);
          expect(node.participants.map((each: any) => each.evidence)).toEqual([
            [{ quote: 'They' }],
            [{ quote: 'spoke' }],
          ]);
          expect(node.casualties).toEqual([{ evidence: [{ quote: 'They spoke' }] }]);
          expect(node.responsibility.claimedBy).toHaveLength(1);
          expect(node.reports).toEqual([
            { title: expect.stringMatching(/^The title/), article: { title: 'They spoke.' } },
          ]);
        }
      },
    );
    expect(commands).toEqual([
      'aggregate incidents', // evidence
      'aggregate incidents', // evidence of participants
      'aggregate incidents', // responsibility
      'aggregate incidents', // reports
      'find actors',
      'find articles', // evidence of casualties
      'find articles', // articles of reports
      'find incidents',
      'find statements',
    ]);
  });

  it('sends one command for a node that it selects twice', async () => {
    const query = '{ a: incident(id: "incident-1") { title } b: incident(id: "Incident:incident-1") { title } }';
    expect(await commandsOf(query, ({ a, b }) => expect(a).toEqual(b))).toEqual(['find incidents']);
  });

  it('reads only the paths of the selected fields', async () => {
    const projections: object[] = [];
    const note = ({ command }: { command: Record<string, any> }) =>
      command.find && command.comment !== 'revision' && projections.push(command.projection);
    gateway.store.client.on('commandStarted', note);
    await gateway.ask(
      'query ($no: Boolean = false) { incidents { nodes { ...on Node { id } title summary @include(if: $no) location { ...Name } } } } fragment Name on Location { name }',
    );
    gateway.store.client.off('commandStarted', note);
    expect(projections).toEqual([
      { _id: 1, location: 1, title: 1, 'order.start': 1, 'order.end': 1 },
      { _id: 1, name: 1 },
    ]);
  });
});
