import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await openTestGateway();
  await gateway.seed(
    article('report', {
      published: '2024-05-01',
      publisher: 'Wire',
      incidents: [incident('raid', { title: 'The raid', outcome: 'FAILED' })],
    }),
    article('look-back', {
      published: '2025-05-01T12:30:00+02:00',
      publisher: 'Paper',
      text: 'A year ago there was the raid. And there was a siege.',
      incidents: [
        { id: 'raid', mention: true, evidence: ['there was the raid'] },
        { id: 'siege', mention: true },
      ],
      statements: [{ id: 'memory', type: 'COMMENT', text: 'There was a raid', incidents: ['raid', 'siege'] }],
    }),
  );
});
afterAll(() => gateway.close());

describe('a mention', () => {
  it('is among an incident’s articles and evidence, but is not a report', async () => {
    const { incident } = await gateway.ask(`{ incident(id: "raid") {
      title outcome publisherCount articles { totalCount } reports { title article { id } }
      evidence { quote article { id } } statements { totalCount }
    } }`);
    expect(incident).toEqual({
      title: 'The raid',
      outcome: 'FAILED',
      publisherCount: 1,
      articles: { totalCount: 2 },
      reports: [{ title: 'The raid', article: { id: 'Article:report' } }],
      evidence: [{ quote: 'there was the raid', article: { id: 'Article:look-back' } }],
      statements: { totalCount: 1 },
    });
  });

  it('gives the incident its id as title if no article reports it', async () => {
    const { incident } = await gateway.ask(`{ incident(id: "siege") {
      title label publisherCount articles { totalCount } reports { title }
    } }`);
    expect(incident).toEqual({
      title: 'siege',
      label: 'siege',
      publisherCount: 0,
      articles: { totalCount: 1 },
      reports: [],
    });
  });
});

describe('a moment of publication', () => {
  it('is returned as a day in UTC and as the moment', async () => {
    const { articles } = await gateway.ask(
      '{ articles(orderBy: [{ field: PUBLISHED }]) { nodes { id published publishedAt } } }',
    );
    expect(articles.nodes).toEqual([
      { id: 'Article:report', published: '2024-05-01', publishedAt: null },
      { id: 'Article:look-back', published: '2025-05-01', publishedAt: '2025-05-01T10:30:00.000Z' },
    ]);
  });
});

describe('Statement.concerns', () => {
  it('is the inverse of Incident.statements', async () => {
    await gateway.seed(
      article('war', {
        incidents: [incident('war'), incident('battle', { partOf: 'war' }), incident('shot', { partOf: 'battle' })],
        statements: [{ id: 'denial', type: 'COMMENT', text: 'No', incidents: ['battle'] }],
      }),
    );
    const { statement, shot, asked } = await gateway.ask(`{
      statement(id: "war.denial") { incidents { nodes { id } } concerns { totalCount nodes { id } } }
      shot: incidents(where: { statements: { some: { id: { eq: "war.denial" } } } }) { totalCount }
      asked: statements(where: { concerns: { some: { id: { eq: "shot" } } } }) { nodes { id } }
    }`);
    expect(statement.incidents.nodes).toEqual([{ id: 'Incident:battle' }]);
    expect(statement.concerns.totalCount).toBe(2);
    expect(new Set(statement.concerns.nodes.map(({ id }: any) => id))).toEqual(
      new Set(['Incident:battle', 'Incident:shot']),
    );
    expect(shot.totalCount).toBe(2);
    expect(asked.nodes).toEqual([{ id: 'Statement:war.denial' }]);
  });
});
