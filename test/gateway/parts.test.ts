import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident, named } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;

const title = `Deputy minister of ${'many affairs, '.repeat(30)}and others`;
const text = 'Drones hit the dam. Two were hurt, and one soldier. Iran denied it; a group said: it was us.';

const strike = article('strike', {
  published: '2023-11-10',
  url: 'https://example.org/strike',
  text,
  locations: [named('dam', { evidence: ['the dam'] }), named('camp')],
  actors: [
    named('iran', { evidence: ['Iran'] }),
    named('group', {
      affiliations: [
        { type: 'BACKED_BY', actor: 'iran', evidence: ['a group'] },
        { type: 'HOLDS_OFFICE', actor: 'iran', title: 'Minister/0 #2', evidence: ['a group said'] },
        { type: 'HOLDS_OFFICE', actor: 'iran', title, evidence: ['group said'] },
      ],
    }),
  ],
  incidents: [
    incident('attack', {
      location: 'dam',
      places: [
        { location: 'camp', role: 'ORIGIN', evidence: ['Drones hit the'] },
        { location: 'dam', role: 'TARGET' },
        { location: 'dam', role: 'SITE', evidence: ['hit the dam'] },
      ],
      targets: [
        { kind: 'WATER', location: 'dam', evidence: ['the dam. '] },
        { kind: 'WATER', name: 'Dám / #1 =', location: 'dam', evidence: ['dam'] },
        { kind: 'CROWD', name: 'The Crowd', evidence: ['Two'] },
        { kind: 'CROWD', evidence: ['soldier'] },
      ],
      weapons: [
        { method: 'DRONE', evidence: ['Drones'] },
        { method: 'DRONE', certain: false, evidence: ['Drones hit'] },
        { method: 'IED' },
      ],
      participants: [
        { actor: 'group', role: 'SUSPECTED_PERPETRATOR', evidence: ['a group'] },
        { actor: 'iran', role: 'SPONSOR' },
      ],
      casualties: [
        { kind: 'INJURED', count: 2, evidence: ['Two were hurt'] },
        { kind: 'INJURED', count: 1, group: 'MILITARY', evidence: ['one soldier'] },
        { kind: 'KILLED', count: 1 },
      ],
      links: [{ type: 'RESPONSE_TO', incident: 'raid', evidence: ['it was us'] }],
      evidence: ['Drones hit the dam'],
    }),
    incident('raid'),
  ],
  statements: [
    {
      id: 'denial',
      type: 'DENIAL_OF_RESPONSIBILITY',
      text: 'No',
      speaker: 'iran',
      incidents: ['attack'],
      evidence: ['Iran denied it'],
    },
    {
      id: 'claim',
      type: 'CLAIM_OF_RESPONSIBILITY',
      text: 'We',
      speaker: 'group',
      incidents: ['attack'],
      links: [{ type: 'CONTRADICTS', statement: 'denial' }],
    },
  ],
});

beforeAll(async () => {
  gateway = await openTestGateway({ requestTimeoutMs: 60_000 });
  await gateway.seed(strike);
});
afterAll(() => gateway.close());

const everyPart = `{
  incident(id: "attack") {
    places { id } targets { id } weapons { id } participants { id } casualties { id } links { id } evidence { id }
    reports { id places { id } targets { id } weapons { id } participants { id } casualties { id } }
    responsibility { claimedBy { id } deniedBy { id } attributedTo { id } }
  }
  actor(id: "group") { affiliations { id } }
  statement(id: "strike.claim") { links { id } }
  article(id: "strike") { evidence { id } }
}`;

/** Returns all values of `id` in a response. */
function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (key === 'id' ? [String(part)] : idsIn(part)));
}

describe('the id of a part', () => {
  it('is unique and of limited length, even if keys repeat and titles are long', async () => {
    const { article, incident, ...others } = await gateway.ask(everyPart);
    const { evidence, ...parts } = incident;
    const ids = idsIn([article, parts, others]);
    expect(ids).toHaveLength(19 + 15 + 15 + 2 + 3 + 1);
    expect(new Set(ids).size).toBe(ids.length);
    expect(idsIn(article)).toContain(evidence[0].id);
    for (const id of ids) expect(id.length).toBeLessThan(400);
  });

  it('is not the id of a node', async () => {
    for (const id of idsIn(await gateway.ask(everyPart))) {
      const { data, errors } = await gateway.answer('query ($id: ID!) { node(id: $id) { id } }', { id });
      expect(data).toEqual({ node: null });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'id' });
    }
  });

  it('differs from the id of the same part in a report', async () => {
    const { incident } = await gateway.ask(everyPart);
    for (const list of ['places', 'targets', 'weapons', 'participants', 'casualties']) {
      const [folded, reported] = [incident[list], incident.reports[0][list]].map(idsIn);
      expect(folded).toHaveLength(reported?.length as number);
      expect(folded?.filter((id) => reported?.includes(id))).toEqual([]);
    }
  });
});

describe('Evidence.claim', () => {
  it('is the path of the part that the quote supports', async () => {
    const { article } = await gateway.ask('{ article(id: "strike") { evidence { quote claim supports { id } } } }');
    const claims = article.evidence.map(({ quote, claim, supports }: any) => [quote, supports.id, claim]);
    expect(claims.sort()).toEqual(
      [
        ['Drones hit the', 'Incident:attack', 'places/ORIGIN/camp'],
        ['hit the dam', 'Incident:attack', ''],
        ['the dam. ', 'Incident:attack', 'targets/WATER/dam'],
        ['dam', 'Incident:attack', 'targets/WATER/dam/dam / #1 ='],
        ['Two', 'Incident:attack', 'targets/CROWD//the crowd'],
        ['soldier', 'Incident:attack', 'targets/CROWD'],
        ['Drones', 'Incident:attack', 'weapons/DRONE'],
        ['Drones hit', 'Incident:attack', 'weapons/DRONE/1'],
        ['Drones hit the dam', 'Incident:attack', ''],
        ['the dam', 'Location:dam', ''],
        ['Two were hurt', 'Incident:attack', 'casualties/INJURED'],
        ['one soldier', 'Incident:attack', 'casualties/INJURED/1'],
        ['Iran', 'Actor:iran', ''],
        ['Iran denied it', 'Statement:strike.denial', ''],
        ['a group', 'Actor:group', 'affiliations/BACKED_BY/iran'],
        ['a group', 'Incident:attack', 'participants/SUSPECTED_PERPETRATOR/group'],
        ['a group said', 'Actor:group', 'affiliations/HOLDS_OFFICE/iran/Minister/0 #2'],
        ['group said', 'Actor:group', `affiliations/HOLDS_OFFICE/iran/${title}`],
        ['it was us', 'Incident:attack', 'links/RESPONSE_TO/raid'],
      ].sort(),
    );
  });
});

describe('a list of parts', () => {
  const numbers = Array.from({ length: 130 }, (_, i) => i);
  const padded = (i: number) => String(i).padStart(3, '0');
  const words = numbers.map((i) => `w${padded(i)}`);

  beforeAll(async () => {
    await gateway.seed(
      ...[1, 2, 3].map((day) =>
        article(`long-${day}`, {
          published: day === 3 ? '2024-01-02' : `2024-01-0${day}T10:00:00Z`,
          text: words.join(' '),
          actors: [
            named('crowd', {
              affiliations: numbers.map((i) => ({ type: 'MEMBER_OF', actor: `a-${padded(i)}` })),
              evidence: words.slice(0, 12),
            }),
            ...numbers.map((i) => named(`a-${padded(i)}`)),
          ],
          locations: numbers.map((i) => named(`l-${padded(i)}`)),
          incidents: [
            incident('long', {
              places: numbers.map((i) => ({ location: `l-${padded(i)}`, role: 'ORIGIN' })),
              targets: numbers.map((i) => ({ kind: 'SCHOOL', name: `School ${padded(i)}` })),
              weapons: numbers.map((i) => ({ method: 'DRONE', count: i })),
              participants: numbers.map((i) => ({
                actor: `a-${padded(i)}`,
                role: i % 2 ? 'TARGET' : 'VICTIM',
                evidence: i === 1 ? words : [],
              })),
              casualties: numbers.map((i) => ({ kind: 'KILLED', count: i })),
              links: numbers.map((i) => ({ type: 'FOLLOWS', incident: `i-${padded(i)}` })),
              evidence: words,
            }),
            ...numbers.map((i) => incident(`i-${padded(i)}`)),
          ],
          statements: [
            {
              id: 'long',
              type: 'COMMENT',
              text: 'x',
              links: numbers.map((i) => ({ type: 'ECHOES', statement: `long-${day}.s-${padded(i)}` })),
              evidence: words,
            },
            ...numbers.map((i) => ({
              id: `s-${padded(i)}`,
              type: 'CLAIM_OF_RESPONSIBILITY',
              text: 'x',
              speaker: `a-${padded(i)}`,
              incidents: ['long'],
            })),
          ],
        }),
      ),
      ...numbers.map((i) =>
        article(`report-${padded(i)}`, {
          published: `2024-02-${i % 2 ? '01' : '02'}`,
          incidents: [incident('reported')],
        }),
      ),
    );
  }, 60_000);

  it.each<[string, number, number, (list: string) => string]>([
    ['places', 100, 130, (list) => `incident(id: "long") { places${list} }`],
    ['targets', 100, 130, (list) => `incident(id: "long") { targets${list} }`],
    ['targets of a report', 100, 130, (list) => `incident(id: "long") { reports(first: 1) { targets${list} } }`],
    ['places of a report', 100, 130, (list) => `incident(id: "long") { reports(first: 1) { places${list} } }`],
    ['weapons', 100, 130, (list) => `incident(id: "long") { weapons${list} }`],
    ['participants', 100, 130, (list) => `incident(id: "long") { participants${list} }`],
    ['casualties', 100, 130, (list) => `incident(id: "long") { casualties${list} }`],
    ['links', 100, 130, (list) => `incident(id: "long") { links${list} }`],
    ['affiliations', 100, 130, (list) => `actor(id: "crowd") { affiliations${list} }`],
    ['links of a statement', 100, 130, (list) => `statement(id: "long-1.long") { links${list} }`],
    ['claimedBy', 20, 130, (list) => `incident(id: "long") { responsibility { claimedBy${list} } }`],
    ['reports', 20, 130, (list) => `incident(id: "reported") { reports${list} }`],
    ['evidence of a node', 10, 390, (list) => `incident(id: "long") { evidence${list} }`],
    ['evidence of another node', 10, 36, (list) => `actor(id: "crowd") { evidence${list} }`],
    ['evidence of a statement', 10, 130, (list) => `statement(id: "long-1.long") { evidence${list} }`],
    ['evidence of a part', 10, 390, (list) => `incident(id: "long") { participants(first: 1) { evidence${list} } }`],
    ['weapons of a report', 100, 130, (list) => `incident(id: "long") { reports(first: 1) { weapons${list} } }`],
    [
      'participants of a report',
      100,
      130,
      (list) => `incident(id: "long") { reports(first: 1) { participants${list} } }`,
    ],
    ['casualties of a report', 100, 130, (list) => `incident(id: "long") { reports(first: 1) { casualties${list} } }`],
    [
      'evidence of a part of a report',
      10,
      130,
      (list) => `incident(id: "long") { reports(first: 1) { participants(first: 1) { evidence${list} } } }`,
    ],
  ])('has a default size, and pages that reach its end: %s', async (_, size, total, query) => {
    const ids = async (args: string) => idsIn(await gateway.ask(`{ ${query(`${args} { id }`)} }`));
    expect(await ids('')).toHaveLength(size);
    const all = await ids('(first: 1000)');
    expect(all).toHaveLength(total);
    expect(new Set(all).size).toBe(total);
    expect(await ids('(first: null)')).toEqual(all.slice(0, size));
    for (const pageSize of [Math.ceil(total / 3), 129]) {
      const walked: string[] = [];
      for (let page = await ids(`(first: ${pageSize})`); page.length > 0; ) {
        walked.push(...page);
        page = await ids(`(first: ${pageSize}, after: ${JSON.stringify(walked.at(-1))})`);
      }
      expect(walked).toEqual(all);
    }
    expect(await ids(`(after: ${JSON.stringify(all[2])})`)).toEqual(all.slice(3, 3 + size));
  });

  it('has up to 1,000 spans of evidence for an article by default', async () => {
    const quotes = Array.from({ length: 1100 }, (_, i) => `q${i}.`);
    await gateway.seed(
      article('quoted', { text: quotes.join(' '), incidents: [incident('quoted', { evidence: quotes })] }),
    );
    const query = 'query ($after: ID) { article(id: "quoted") { evidence(after: $after) { id quote } } }';
    const { article: some } = await gateway.ask(query);
    const { article: others } = await gateway.ask(query, { after: some.evidence.at(-1).id });
    expect(some.evidence.map(({ quote }: any) => quote)).toEqual(quotes.slice(0, 1000));
    expect(others.evidence.map(({ quote }: any) => quote)).toEqual(quotes.slice(1000));
  });

  it('applies its filter before first and after', async () => {
    const query =
      'query ($after: ID) { incident(id: "long") { participants(role: [TARGET], first: 3, after: $after) { id role } } }';
    const { incident } = await gateway.ask(query);
    const { incident: next } = await gateway.ask(query, { after: incident.participants[2].id });
    expect(next.participants.map(({ role }: any) => role)).toEqual(['TARGET', 'TARGET', 'TARGET']);
    expect(idsIn([incident, next])).toHaveLength(new Set(idsIn([incident, next])).size);
  });

  it.each([
    ['incident(id: "long") { participants(after: "x") { id } }', '"x"'],
    ['incident(id: "long") { weapons(after: "") { id } }', '""'],
    ['incident(id: "long") { links(after: "Incident:long") { id } }', '"Incident:long"'],
    ['incident(id: "long") { casualties(after: "Incident:attack/casualties/KILLED") { id } }', 'Incident:attack'],
    [
      'incident(id: "long") { participants(role: [VICTIM], after: "Incident:long/participants/TARGET/a-001") { id } }',
      'a-001',
    ],
    ['incident(id: "long") { evidence(after: "x") { id } }', '"x"'],
    ['incident(id: "long") { evidence(after: "Article:long-1/evidence/1-5/Incident:long") { id } }', '1-5'],
    ['incident(id: "long") { evidence(after: "Article:nothing/evidence/0-4/Incident:long") { id } }', 'nothing'],
    ['incident(id: "long") { evidence(after: "Article:long-1/evidence/0-4/Actor:crowd") { id } }', 'Actor:crowd'],
    [
      'incident(id: "long") { evidence(after: "Article:long-1/evidence/999999999999999-0/Incident:long") { id } }',
      '999',
    ],
    ['incident(id: "long") { reports(after: "x") { id } }', '"x"'],
    ['incident(id: "long") { reports(after: "Incident:long/reports/report-001") { id } }', 'report-001'],
    ['incident(id: "long") { reports(after: "Incident:reported/reports/report-001") { id } }', 'report-001'],
    ['incident(id: "long") { responsibility { claimedBy(after: "x") { id } } }', '"x"'],
    ['incident(id: "long") { reports { weapons(after: "Incident:long/weapons/DRONE") { id } } }', 'DRONE'],
    ['statement(id: "long-1.long") { evidence(after: "x") { id } }', '"x"'],
    ['article(id: "long-1") { evidence(after: "x") { id } }', '"x"'],
    ['actor(id: "crowd") { affiliations(after: "x") { id } }', '"x"'],
    ['location(id: "dam") { evidence(after: "x") { id } }', '"x"'],
  ])('rejects an id in after that it does not contain: %s', async (field, shown) => {
    const { data, errors } = await gateway.answer(`{ parent: ${field} }`);
    expect(JSON.stringify(data)).not.toContain('"id"');
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'after' });
    expect(errors?.[0]?.message).toMatch(/^Argument "after" must be the id of an element of this list, but got: /);
    expect(errors?.[0]?.message).toContain(shown);
  });

  it.each([0, -1, 1001])('rejects the size %i', async (first) => {
    for (const field of ['weapons', 'participants', 'casualties', 'links', 'reports', 'evidence']) {
      const { errors } = await gateway.answer(`{ incident(id: "long") { ${field}(first: ${first}) { id } } }`);
      expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', argument: 'first' });
    }
  });

  it('costs one more command to continue evidence or reports, and none to reject an id of another list', async () => {
    const commandsOf = async (field: string) => {
      gateway.store.takeCommands();
      await gateway.answer(`{ incident(id: "long") { ${field} { id } } }`);
      return gateway.store.takeCommands();
    };
    const [first] = idsIn(await gateway.ask('{ incident(id: "long") { evidence(first: 1) { id } } }'));
    expect(await commandsOf('evidence')).toEqual(['find incidents', 'aggregate incidents']);
    expect(await commandsOf(`evidence(after: "${first}")`)).toEqual([
      'find incidents',
      'find articles',
      'aggregate incidents',
    ]);
    expect(await commandsOf('evidence(after: "x")')).toEqual(['find incidents']);
    expect(await commandsOf('reports(after: "Incident:long/reports/long-1")')).toEqual([
      'find incidents',
      'find articles',
      'aggregate incidents',
    ]);
    expect(await commandsOf('reports(after: "x")')).toEqual(['find incidents']);
    expect(await commandsOf('participants(after: "x")')).toEqual(['find incidents']);
  });
});

describe('an article', () => {
  it('returns its version, or 0 if it has none', async () => {
    await gateway.seed(article('versioned', { version: 9_007_199_254_740_991 }));
    expect(
      await gateway.ask('{ a: article(id: "versioned") { version } b: article(id: "strike") { version } }'),
    ).toEqual({
      a: { version: 9_007_199_254_740_991 },
      b: { version: 0 },
    });
  });

  it('returns its JSON together with its other fields', async () => {
    const { article } = await gateway.ask('{ article(id: "strike") { text url json license } }');
    expect(article).toMatchObject({ text, url: 'https://example.org/strike', license: null });
    expect(article.json).toMatchObject({ id: 'strike', text, url: 'https://example.org/strike' });
    expect(Object.keys(article.json)).toEqual([
      'id',
      'url',
      'published',
      'text',
      'locations',
      'actors',
      'incidents',
      'statements',
    ]);
  });
});
