import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedFiles } from '../../src/ingest/seed-files.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await openTestGateway();
  await seedFiles(gateway.store, ['seed/articles/us-troops-iraq-2023-11-12.json'], { dryRun: false });
});
afterAll(() => gateway.close());

describe('docs/questions.md', () => {
  const page = readFileSync('docs/questions.md', 'utf8');
  const worked = [...page.matchAll(/```graphql\n(?<query>.*?)```.*?```json\n(?<answer>.*?)```/gsu)].map(
    ({ groups }) => groups as { query: string; answer: string },
  );

  it('has the queries of the playground, then one about the invented articles', () => {
    const folder = 'web/playground/queries';
    const texts = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8').replace(/^#.*\n/gmu, ''));
    expect(worked).toHaveLength(13);
    expect(worked.map(({ query }) => query).slice(0, -1)).toEqual(texts);
  });

  // shipped-articles.test.ts asks the others.
  it.each(worked.slice(0, 7).map(({ query, answer }) => [query.match(/query (\w+)/u)?.[1], query, answer]))(
    'shows the result of %s',
    async (_name, query, answer) => {
      expect(await gateway.ask(query as string)).toEqual(JSON.parse(answer as string));
    },
  );
});

describe('README.md', () => {
  const blocks = readFileSync('README.md', 'utf8').matchAll(/```(?:graphql|json)\n(?<text>.*?)```/gsu);
  const [query = '', answer = '', article = ''] = [...blocks].map(({ groups }) => groups?.text);

  it('shows the result of its query', async () => {
    expect(await gateway.ask(query)).toEqual(JSON.parse(answer));
  });

  it('has an article that the parser accepts', async () => {
    const other = await openTestGateway();
    await other.seed({ id: 'my-article', ...JSON.parse(article) });
    const { incident } = await other.ask('{ incident(id: "convoy-2024-01-14") { casualties { evidence { quote } } } }');
    expect(incident).toEqual({ casualties: [{ evidence: [{ quote: 'Two soldiers were wounded' }] }] });
    await other.close();
  });
});

describe('the annotated article', () => {
  it('has at least 40 spans of evidence, each an exact quote', async () => {
    const { article } = await gateway.ask(
      '{ article(id: "us-troops-iraq-2023-11-12") { text evidence { quote start end prefix suffix } } }',
    );
    expect(article.evidence.length).toBeGreaterThanOrEqual(40);
    for (const { quote, start, end, prefix, suffix } of article.evidence) {
      expect(article.text.slice(start, end)).toBe(quote);
      expect(article.text).toContain(prefix + quote + suffix);
    }
    const starts = article.evidence.map((span: any) => span.start);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  it('has evidence in every sentence', async () => {
    const { article } = await gateway.ask(
      '{ article(id: "us-troops-iraq-2023-11-12") { text evidence { start end } } }',
    );
    const sentences = [...article.text.matchAll(/[^\s.][^.]*\./gu)].map((match: any) => [
      match.index,
      match.index + match[0].length,
    ]);
    expect(sentences.length).toBeGreaterThan(12);
    const silent = sentences.filter(
      ([from, to]) => !article.evidence.some((span: any) => span.start < to && span.end > from),
    );
    expect(silent.map(([from, to]) => article.text.slice(from, to))).toEqual([]);
  });

  it('has aggregates with parts and counts', async () => {
    const { assaults } =
      await gateway.ask(`{ assaults: incident(id: "assaults-on-us-and-allied-troops-since-2023-10-07") {
      scope count { min max } date { start } location { name }
      parts { nodes { id scope count { min max } date { edtf original } parts(orderBy: [{ field: ID }]) { nodes { id } } } }
    } }`);
    expect(assaults).toMatchObject({
      scope: 'AGGREGATE',
      count: { min: 41, max: null },
      date: { start: '2023-10-07' },
      location: { name: 'Middle East' },
    });
    expect(assaults.parts.nodes).toEqual([
      {
        id: 'Incident:attacks-2023-11-09',
        scope: 'AGGREGATE',
        count: { min: 3, max: 3 },
        date: { edtf: '2023-11-09', original: expect.stringContaining('Thursday') },
        parts: {
          nodes: ['convoy-mosul-dam-2023-11-09', 'drone-ain-al-asad-2023-11-09', 'drone-al-harir-2023-11-09'].map(
            (id) => ({ id: `Incident:${id}` }),
          ),
        },
      },
    ]);
  });

  it('leaves open whatever the text leaves open', async () => {
    const { convoy, strike, groups, echo } = await gateway.ask(`{
      convoy: incident(id: "convoy-mosul-dam-2023-11-09") { weapons { method certain } locationPrecision casualties { kind count { min max } severity later } }
      strike: incident(id: "us-strike-syria-2023-10-26") { date { edtf } location { name } links { type } }
      groups: actor(id: "iranian-backed-groups") { affiliations(type: [BACKED_BY]) { actor { name aliases } status assertedBy { id } deniedBy { id } } }
      echo: statement(id: "us-troops-iraq-2023-11-12.sentiment-echoed-after-us-strike") { speaker { id } links(type: [ECHOES]) { statement { speaker { name } } } }
    }`);
    expect(convoy.weapons).toEqual([
      { method: 'IED', certain: true },
      { method: 'DRONE', certain: true },
    ]);
    expect(convoy).toMatchObject({
      locationPrecision: 'NEAR',
      casualties: [
        { kind: 'INJURED', count: { min: 3, max: 3 }, severity: 'MINOR', later: expect.stringContaining('duty') },
      ],
    });
    expect(strike).toMatchObject({
      date: { edtf: '2023-10-26' },
      location: { name: 'Syria' },
      links: [{ type: 'CONTEXT_OF' }],
    });
    expect(groups.affiliations).toMatchObject([{ actor: { name: 'Iran', aliases: ['Tehran'] }, status: 'DISPUTED' }]);
    expect(groups.affiliations[0].assertedBy).not.toEqual([]);
    expect(groups.affiliations[0].deniedBy).not.toEqual([]);
    expect(echo.speaker).toBeNull();
    expect(new Set(echo.links.map((link: any) => link.statement.speaker.name))).toEqual(new Set(['Lloyd Austin']));
  });
});
