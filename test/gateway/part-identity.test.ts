import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article, EvidenceInput } from '../../src/entities/article/article.ts';
import { removeMerge, writeMerge } from '../../src/ingest/write/write-merges.ts';
import type { Merge } from '../../src/query/merges.ts';
import { parseNodeId } from '../../src/query/node-id.ts';
import { anyArticles, anyMerges } from '../ingest/any-articles.ts';
import { article, incident, named } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';
import { tries } from '../support/runs.ts';

const evidence = 'evidence(first: 1000) { id article { id } supports { id } claim quote start end prefix suffix url }';

/** The fields of each type of parts, and its list of evidence if it has one. */
const fields = {
  places: 'id location { id } role precision',
  targets: 'id kind name location { id } damage count { min }',
  participants: 'id actor { id } role status side',
  casualties:
    'id kind count { min max } group demographic within severity later actor { id } assertedBy { id } deniedBy { id }',
  weapons: 'id method count { min max } outcome certain',
  links: 'id type incident { id }',
  affiliations: 'id type actor { id } title date { edtf } status assertedBy { id } deniedBy { id }',
  statementLinks: 'id type statement { id }',
  responsibility: 'id actor { id } statement { id }',
  report: 'id article { id } title summary date { edtf } location { id }',
};

/** Selects all parts, by several paths and with several arguments. As in a cache, an alias names the arguments. */
const queries = [
  `{ incidents(first: 100) { nodes { id
      places { ${fields.places} ${evidence} } targets { ${fields.targets} ${evidence} }
      participants { ${fields.participants} ${evidence} } weapons { ${fields.weapons} ${evidence} }
      casualties { ${fields.casualties} ${evidence} } links { ${fields.links} ${evidence} } } } }`,
  `{ incidents(first: 100) { nodes { id
      sites: places(role: [SITE, ORIGIN]) { ${fields.places} } oneTarget: targets(first: 1) { ${fields.targets} }
      hit: participants(role: [TARGET, VICTIM, PERPETRATOR, OTHER]) { ${fields.participants} }
      oneParticipant: participants(first: 1) { ${fields.participants} few: evidence(first: 1) { id quote claim } }
      oneWeapon: weapons(first: 1) { ${fields.weapons} } oneCasualty: casualties(first: 1) { ${fields.casualties} }
      following: links(type: [FOLLOWS, CONTEXT_OF]) { ${fields.links} } linkedFrom { nodes { id links { ${fields.links} } } }
      partOf { id participants { ${fields.participants} } } } } }`,
  `{ incidents(first: 100) { nodes { id ${evidence}
      responsibility { claimedBy { ${fields.responsibility} } deniedBy { ${fields.responsibility} } attributedTo { ${fields.responsibility} } }
      one: responsibility { claimedBy(first: 1) { ${fields.responsibility} } } } } }`,
  `{ incidents(first: 100) { nodes { id
      reports { ${fields.report} places { ${fields.places} ${evidence} } targets { ${fields.targets} ${evidence} } participants { ${fields.participants} ${evidence} } casualties { ${fields.casualties} ${evidence} } weapons { ${fields.weapons} ${evidence} } }
      newest: reports(first: 1) { ${fields.report} oneWeapon: weapons(first: 1) { ${fields.weapons} } } } } }`,
  `{ articles(first: 100) { nodes { id ${evidence} } } statements(first: 100) { nodes { id ${evidence} links { ${fields.statementLinks} }
      mutual: links(type: [CONTRADICTS]) { ${fields.statementLinks} } linkedFrom { nodes { id oneLink: links(first: 1) { ${fields.statementLinks} } } } } } }`,
  `{ locations(first: 100) { nodes { id ${evidence} } } actors(first: 100) { nodes { id ${evidence} affiliations { ${fields.affiliations} ${evidence} }
      members { nodes { id joining: affiliations(type: [MEMBER_OF]) { ${fields.affiliations} } oneAffiliation: affiliations(first: 1) { ${fields.affiliations} } } } } } }`,
];

interface World {
  articles: Article[];
  merges: Merge[];
}

/** Articles whose parts have evidence, some of them with an address. */
const anyWorld: fc.Arbitrary<World> = fc.record({
  articles: anyArticles.map((them) => them.map(withEvidence)),
  merges: anyMerges,
});

const quotes: EvidenceInput[][] = [
  [{ quote: 'One' }],
  [{ quote: 'two', occurrence: 2 }, { quote: 'One' }],
  [{ quote: 'two two' }],
];

function withEvidence(article: Article): Article {
  const quoted = <T extends object>(parts: readonly T[]) =>
    parts.map((part, index) => ({ ...part, evidence: quotes[index % quotes.length] as EvidenceInput[] }));
  return {
    ...article,
    ...(article.id < 'c' && { url: `https://example.org/${article.id}` }),
    incidents: (article.incidents ?? []).map((it) => ({
      ...it,
      ...(it.participants && { participants: quoted(it.participants) }),
      ...(it.links && { links: quoted(it.links) }),
    })),
    actors: (article.actors ?? []).map((it) => ({
      ...it,
      ...(it.affiliations && { affiliations: quoted(it.affiliations) }),
    })),
    statements: quoted(article.statements ?? []).map((it) => ({
      ...it,
      ...(it.links && { links: it.links.filter(({ statement }) => !statement.startsWith(`${article.id}.`)) }),
    })),
  };
}

/** Returns the article with other values in the fields that do not identify a part. */
function withOtherFields(article: Article): Article {
  return {
    ...article,
    publisher: 'Another',
    incidents: (article.incidents ?? []).map((it) =>
      it.mention
        ? it
        : {
            ...it,
            title: 'Another title',
            outcome: 'FOILED' as const,
            ...(it.participants && {
              participants: it.participants.map((part) => ({ ...part, status: 'CLAIMED' as const, side: 'Z' })),
            }),
            ...(it.places && { places: it.places.map((part) => ({ ...part, precision: 'AREA' as const })) }),
            ...(it.targets && {
              targets: it.targets.map((part) => ({ ...part, damage: 'MINOR' as const, count: { min: 77 } })),
            }),
            ...(it.weapons && {
              weapons: it.weapons.map((part) => ({
                ...part,
                count: { min: 77 },
                outcome: 'FAILED' as const,
                certain: false,
              })),
            }),
            ...(it.casualties && {
              casualties: it.casualties.map((part) => ({
                ...part,
                group: 'POLICE' as const,
                demographic: 'WOMEN' as const,
                severity: 'CRITICAL' as const,
                later: 'home',
              })),
            }),
          },
    ),
    actors: (article.actors ?? []).map((it) => ({
      ...it,
      name: 'Another name',
      ...(it.affiliations && {
        affiliations: it.affiliations.map(({ assertedBy, deniedBy, date, ...part }) => ({
          ...part,
          status: 'CLAIMED' as const,
        })),
      }),
    })),
    statements: (article.statements ?? []).map((it) => ({ ...it, text: 'Another text' })),
  };
}

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await openTestGateway({ maxCost: 100_000_000, requestTimeoutMs: 60_000 });
});
afterAll(() => gateway.close());

/** Empties the store, fills it in one write or in one for each article, and returns the responses to all queries. */
async function askAll({ articles, merges }: World, isSplit = false): Promise<unknown[]> {
  const { database } = gateway.store;
  const names = ['articles', 'withdrawals', 'accounts', 'incidents', 'actors', 'statements', 'locations', 'merges'];
  for (const name of names) await database.collection(name).deleteMany({});
  if (isSplit) for (const article of articles) await gateway.seed(article);
  else await gateway.seed(...articles);
  for (const merge of merges) await applyMerge(gateway, merge);
  const answers: unknown[] = [];
  for (const query of queries) answers.push(await gateway.ask(query));
  return answers;
}

async function applyMerge({ store }: TestGateway, { _id, into }: Merge): Promise<void> {
  const [type, from] = _id.split(':') as ['Incident' | 'Actor' | 'Location', string];
  const to = into.split(':')[1] as string;
  if (from !== to) await writeMerge(store.database, store.client, { type, from, into: to });
}

/**
 * Puts a response into a cache as clients do: each object with an id once, and references in place of objects. Objects are
 * identified by `id` alone, as in Relay's store, which knows no types. Throws if a field has two values.
 */
function normalise(value: unknown, cache: Map<string, Map<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((each) => normalise(each, cache));
  if (typeof value !== 'object' || value === null) return value;
  const object = Object.entries(value).map(([key, part]) => [key, normalise(part, cache)] as const);
  const { id } = value as { id?: string };
  if (id === undefined) return Object.fromEntries(object);
  const known = cache.get(id) ?? new Map<string, string>();
  cache.set(id, known);
  for (const [key, part] of object) {
    const found = JSON.stringify(part);
    if ((known.get(key) ?? found) !== found)
      throw new Error(`${id} has two values of ${key}: ${known.get(key)}, ${found}`);
    known.set(key, found);
  }
  return { ref: id };
}

/** Returns the ids of each list that holds objects with ids. */
function listsOfIds(value: unknown): string[][] {
  if (Array.isArray(value)) return [value.flatMap((each) => each?.id ?? []), ...value.flatMap(listsOfIds)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listsOfIds) : [];
}

/** Returns the ids that are not of nodes. */
function partsAmong(ids: string[][]): string[] {
  return ids
    .flat()
    .filter((id) => parseNodeId(id) === undefined)
    .sort();
}

describe('the parts of random articles', () => {
  it('have the same fields under one id wherever they are returned, and occur once per list', {
    timeout: 240_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(anyWorld, async (world) => {
        const answers = await askAll(world);
        const cache = new Map<string, Map<string, string>>();
        for (const answer of answers) normalise(answer, cache);
        for (const ids of answers.flatMap(listsOfIds)) expect(new Set(ids).size).toBe(ids.length);
        for (const id of cache.keys()) expect(id.length).toBeLessThan(200);
      }),
      { ...tries(15), endOnFailure: true },
    );
  });

  it('keep their ids in any seeding order, and when their other fields change', {
    timeout: 240_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(anyWorld, async ({ articles, merges }) => {
        const ids = async (world: World, isSplit = false) =>
          (await askAll(world, isSplit)).flatMap(listsOfIds).map((list) => list.toSorted());
        const expected = await ids({ articles, merges });
        expect(await ids({ articles: articles.toReversed(), merges: merges.toReversed() }, true)).toEqual(expected);
        const others = await ids({ articles: articles.map(withOtherFields), merges });
        expect(partsAmong(others)).toEqual(partsAmong(expected));
      }),
      { ...tries(20), endOnFailure: true },
    );
  });
});

describe('the ids of parts', () => {
  it('stay the same when another node is merged into theirs, and after the merge is undone', async () => {
    const convoy = (id: string) =>
      incident(id, {
        weapons: [{ method: 'IED', evidence: ['bomb'] }],
        participants: [{ actor: 'troops', role: 'TARGET', evidence: ['troops'] }],
        casualties: [{ kind: 'KILLED', count: 2, evidence: ['two'] }],
        evidence: ['A bomb'],
      });
    const text = 'A bomb killed two of the troops.';
    await gateway.seed(
      article('first', { text, published: '2024-01-02', actors: [named('troops')], incidents: [convoy('convoy')] }),
      article('second', { text, published: '2024-01-01', actors: [named('troops')], incidents: [convoy('twin')] }),
    );
    const ids = async (id: string) => {
      const parts = `id ${evidence}`;
      const { incident } =
        await gateway.ask(`{ incident(id: "${id}") { ${evidence} reports { id participants { ${parts} } }
          weapons { ${parts} } participants { ${parts} } casualties { ${parts} } } }`);
      return new Set(listsOfIds(incident).flat());
    };
    const [before, twin] = [await ids('convoy'), await ids('twin')];
    expect(before.size).toBe(9);
    expect([...before].filter((id) => twin.has(id))).toEqual([]);
    const { database, client } = gateway.store;
    await writeMerge(database, client, { type: 'Incident', from: 'twin', into: 'convoy' });
    const merged = await ids('twin');
    expect([...before].filter((id) => !merged.has(id))).toEqual([]);
    expect([...twin].filter((id) => merged.has(id))).toEqual([]);
    await removeMerge(database, client, { type: 'Incident', from: 'twin' });
    expect([await ids('convoy'), await ids('twin')]).toEqual([before, twin]);
  });
});
