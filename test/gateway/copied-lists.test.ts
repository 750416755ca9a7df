import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeMerge } from '../../src/ingest/write/write-merges.ts';
import { article, incident, named } from '../support/articles.ts';
import { openTestGateway, type TestGateway } from '../support/gateway.ts';

/*
 * Filters that are answered by lists in an incident: its publishers, kinds of targets, and pairs of a role and an actor.
 * What they find is compared with what the incidents themselves say.
 */
const publishers = ['Wire', 'Herald', 'WIRE', 'Post of the Evening'];
const actors = ['us', 'iran', 'us iran', 'group'].map((name) => name.replace(' ', '-'));
const roles = ['PERPETRATOR', 'TARGET', 'VICTIM'];
const kinds = ['HOSPITAL', 'HOME', 'SCHOOL'];

interface Said {
  id: string;
  participants: { role: string; actor: { id: string } }[];
  targets: { kind: string }[];
  articles: { nodes: { publisher: string | null }[] };
}

let gateway: TestGateway;
let said: Said[];

beforeAll(async () => {
  gateway = await openTestGateway();
  for (let i = 0; i < 24; i++) {
    const [actor, other] = [actors[i % 4], actors[(i * 7 + 1) % 3]];
    await gateway.seed(
      article(`article-${i}`, {
        ...(i % 5 && { publisher: publishers[i % 4] }),
        actors: actors.map((id) => named(id)),
        incidents: [0, 1].map((which) =>
          incident(`incident-${(i + which * (1 + (i % 7))) % 15}`, {
            participants: [
              { actor, role: roles[(i + which) % 3] },
              { actor: other, role: roles[(i + 1) % 3] },
            ].slice(0, i % 3),
            targets: [{ kind: kinds[(i + which) % 3] }].slice(0, i % 4),
          }),
        ),
      }),
    );
  }
  const { database, client } = gateway.store;
  await writeMerge(database, client, { type: 'Actor', from: 'group', into: 'iran' });
  const { data, errors } = await gateway.answer(`{ incidents(first: 20) { nodes { id
    participants { role actor { id } } targets { kind } articles { nodes { publisher } } } } }`);
  expect(errors).toBeUndefined();
  said = (data as { incidents: { nodes: Said[] } }).incidents.nodes;
});
afterAll(() => gateway.close());

async function found(where: string): Promise<string[]> {
  const { data, errors } = await gateway.answer(`{ incidents(first: 100, where: ${where}) { nodes { id } } }`);
  expect(errors).toBeUndefined();
  return (data as { incidents: { nodes: { id: string }[] } }).incidents.nodes.map(({ id }) => id).sort();
}

const meeting = (meets: (incident: Said) => boolean) =>
  said
    .filter(meets)
    .map(({ id }) => id)
    .sort();

/** All non-empty parts of a list. */
function parts<T>(list: readonly T[]): T[][] {
  return Array.from({ length: 2 ** list.length - 1 }, (_, i) => list.filter((_, at) => (i + 1) & (1 << at)));
}

describe('a filter by', () => {
  it('publishers finds the incidents with an article of one', async () => {
    for (const chosen of parts([...publishers, 'Nobody'])) {
      const of = `{ publisher: { in: ${JSON.stringify(chosen)} } }`;
      const meets = ({ articles }: Said) =>
        articles.nodes.some(({ publisher }) => chosen.includes(publisher as string));
      expect(await found(`{ articles: { some: ${of} } }`)).toEqual(meeting(meets));
      expect(await found(`{ articles: { none: ${of} } }`)).toEqual(meeting((incident) => !meets(incident)));
    }
    expect(await found('{ articles: { some: { publisher: { exists: false } } } }')).toEqual(
      meeting(({ articles }) => articles.nodes.some(({ publisher }) => publisher === null)),
    );
  });

  it('kinds of targets finds the incidents with one', async () => {
    for (const chosen of parts(kinds)) {
      const meets = ({ targets }: Said) => targets.some(({ kind }) => chosen.includes(kind));
      expect(await found(`{ targets: { some: { kind: { in: [${chosen}] } } } }`)).toEqual(meeting(meets));
    }
  });

  it('actors and roles finds the incidents in which one has one', async () => {
    for (const chosen of parts(actors)) {
      for (const inRoles of parts(roles)) {
        const of = `{ actor: { id: { in: ${JSON.stringify(chosen)} } }, role: { in: [${inRoles}] } }`;
        const ids = chosen.map((id) => `Actor:${id.replace('group', 'iran')}`);
        const meets = ({ participants }: Said) =>
          participants.some(({ role, actor }) => ids.includes(actor.id) && inRoles.includes(role));
        expect(await found(`{ participants: { some: ${of} } }`)).toEqual(meeting(meets));
        expect(await found(`{ participants: { none: ${of} } }`)).toEqual(meeting((incident) => !meets(incident)));
      }
    }
  });
});
