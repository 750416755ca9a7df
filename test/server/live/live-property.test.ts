import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeArticles } from '../../../src/ingest/write/write-articles.ts';
import { removeMerge, writeMerge } from '../../../src/ingest/write/write-merges.ts';
import type { MergedType } from '../../../src/query/survivors.ts';
import { anyArticles, anyMerges, anyPlacement } from '../../ingest/any-articles.ts';
import { openTestGateway, type TestGateway } from '../../support/gateway.ts';
import { tries } from '../../support/runs.ts';
import { listen, openStream, type Stream } from '../../support/streams.ts';

let gateway: TestGateway;
let url: string;
beforeAll(async () => {
  gateway = await openTestGateway({ http: { maxSubscriptions: 1000 }, maxCost: 1_000_000 });
  await gateway.seed({ id: 'first', published: '2023-01-01', text: 'First' });
  url = await listen(gateway.app);
});
afterAll(() => gateway.close());

/** Filters of every kind: on the node, through relations in both directions, negated, counted, by merged ids. */
const filters: [type: string, where: string][] = [
  ['incidents', '{}'],
  ['incidents', '{ id: { in: ["w", "x"] } }'],
  ['incidents', '{ location: { country: { eq: "IQ" } } }'],
  ['incidents', '{ location: { within: "w" } }'],
  ['incidents', '{ location: { exists: false } }'],
  ['incidents', '{ location: { name: { eq: "Iran" } } }'],
  ['incidents', '{ participants: { some: { actor: { kind: { eq: STATE } } } } }'],
  ['incidents', '{ participants: { none: { actor: { name: { startsWith: "T" } } } } }'],
  ['incidents', '{ statements: { some: { speaker: { name: { eq: "Tehran" } } } } }'],
  ['incidents', '{ statements: { none: {} } }'],
  ['incidents', '{ statements: { count: { where: { type: { eq: COMMENT } }, gte: 1 } } }'],
  ['incidents', '{ not: { parts: { some: { occurrence: { eq: HAPPENED } } } } }'],
  ['incidents', '{ responsibility: { claimedBy: { some: { actor: { id: { eq: "x" } } } } } }'],
  ['incidents', '{ responsibility: { attributedTo: { none: { actor: { name: { eq: "Iran" } } } } } }'],
  ['incidents', '{ articles: { some: { publisher: { eq: "P" } } } }'],
  ['incidents', '{ or: [{ text: "Iran" }, { partOf: { location: { country: { eq: "IR" } } } }] }'],
  ['incidents', '{ casualties: { some: { assertedBy: { some: { speaker: { exists: true } } } } } }'],
  ['actors', '{ incidents: { some: { location: { country: { eq: "IQ" } } } } }'],
  ['actors', '{ affiliations: { some: { actor: { kind: { in: [STATE, PERSON] } } } } }'],
  ['actors', '{ members: { every: { name: { eq: "Iran" } } } }'],
  ['statements', '{ concerns: { some: { location: { within: "x" } } } }'],
  ['statements', '{ linkedFrom: { some: { type: { eq: COMMENT } } } }'],
  ['statements', '{ article: { publisher: { eq: "Q" } } }'],
  ['locations', '{ contains: { some: { incidents: { some: {} } } } }'],
  ['locations', '{ ancestors: { some: { country: { eq: "IQ" } } } }'],
  ['articles', '{ incidents: { some: { statements: { some: {} } } } }'],
  ['articles', '{ actors: { none: { kind: { eq: STATE } } } }'],
];

type Step =
  | { kind: 'seed'; article: object & { id: string } }
  | { kind: 'retract'; id: string }
  | { kind: 'merge'; type: MergedType; from: string; into: string }
  | { kind: 'unmerge'; type: MergedType; from: string };

const seeding = fc
  .oneof(
    anyArticles.map((articles) => articles.slice(0, 1)),
    anyPlacement.map((article) => [article]),
  )
  .filter(([article]) => article !== undefined)
  .map(([article]): Step => ({ kind: 'seed', article: article as never }));
const retracting = fc.constantFrom('a', 'b', 'c', 'd').map((id): Step => ({ kind: 'retract', id }));
const merging = anyMerges
  .filter(([merge]) => merge !== undefined)
  .map(([merge]) => {
    const [[type, from], [, into]] = [merge?._id.split(':'), merge?.into.split(':')] as [
      [MergedType, string],
      string[],
    ];
    return { type, from, into: into as string };
  })
  .chain(({ type, from, into }) =>
    fc.constantFrom<Step>({ kind: 'merge', type, from, into }, { kind: 'unmerge', type, from }),
  );
const anyStep = fc.oneof(
  { weight: 6, arbitrary: seeding },
  { weight: 2, arbitrary: retracting },
  { weight: 2, arbitrary: merging },
);

let version = 0;

async function take(step: Step): Promise<void> {
  const { database, client } = gateway.store;
  version++;
  switch (step.kind) {
    case 'seed':
      await writeArticles(database, client, [{ ...step.article, version } as never], { dryRun: false });
      return;
    case 'retract':
      await writeArticles(database, client, [{ id: step.id, version, retracted: true }], { dryRun: false });
      return;
    case 'merge':
      await writeMerge(database, client, step);
      return;
    case 'unmerge':
      await removeMerge(database, client, step);
  }
}

/** The nodes that match each filter at one revision. */
async function allNow(): Promise<{ sets: Set<string>[]; revision: number }> {
  const fields = filters.map(([type, where], i) => `f${i}: ${type}(where: ${where}, first: 100) { nodes { id } }`);
  const { data, errors, extensions } = await gateway.answer(`{ ${fields.join(' ')} }`);
  if (errors) throw new Error(JSON.stringify(errors));
  const sets = filters.map((_, i) => new Set<string>(data[`f${i}`].nodes.map(({ id }: { id: string }) => id)));
  const { revision } = extensions as { revision?: number };
  return revision === undefined ? allNow() : { sets, revision };
}

interface Payload {
  revision: number;
  skippedTo: number | null;
  events: { op: string; id: string; node: { id: string } | null }[];
}

const counts = { applied: 0, skipped: 0 };

/** The set of a client that applies events, and queries again where they are left out. */
async function apply(ids: Set<string>, payload: Payload, index: number): Promise<Set<string>> {
  if (payload.skippedTo !== null) {
    counts.skipped++;
    return (await allNow()).sets[index] as Set<string>;
  }
  for (const { op, id, node } of payload.events) {
    counts.applied++;
    if (op === 'LEFT') ids.delete(id);
    else ids.add(id);
    if (node) expect(node.id).toBe(id);
  }
  return ids;
}

/** Subscribes, and tries again while the store is too slow, as clients do. */
async function subscribe(type: string, where: string, after: number): Promise<Stream> {
  const fields = 'revision skippedTo events { op id node { id } }';
  const stream = await openStream(url, `subscription { ${type}(where: ${where}, after: ${after}) { ${fields} } }`);
  return stream.status === 503 ? subscribe(type, where, after) : stream;
}

async function followAll(follower: { stream: Stream; ids: Set<string> }, index: number): Promise<void> {
  for (;;) {
    const event = await follower.stream.next(600_000).catch(() => undefined);
    if (!event) return;
    follower.ids = await apply(follower.ids, Object.values(event.data.data)[0] as Payload, index);
  }
}

describe('the events of a subscription', () => {
  it('from any revision give the set of nodes that match now, for all kinds of filters', async () => {
    const begun = await allNow();
    const live = await Promise.all(
      filters.map(async ([type, where], index) => {
        const stream = await subscribe(type, where, begun.revision);
        const follower = { stream, ids: begun.sets[index] as Set<string> };
        void followAll(follower, index);
        return follower;
      }),
    );
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 6 }), fc.nat(5), async (steps, pause) => {
          const before = await allNow();
          for (const [index, step] of steps.entries()) {
            await take(step);
            if (index === pause) await new Promise((resolve) => setTimeout(resolve, 300));
          }
          const now = await allNow();
          await vi.waitFor(() => expect(live.map(({ ids }) => sorted(ids))).toEqual(now.sets.map(sorted)), {
            timeout: 10_000,
            interval: 20,
          });
          const resumed = await Promise.all(
            filters.map(async ([type, where], index) => {
              const stream = await subscribe(type, where, before.revision);
              const ids = await apply(new Set(before.sets[index]), await stream.payload(), index);
              stream.close();
              return sorted(ids);
            }),
          );
          expect(resumed).toEqual(now.sets.map(sorted));
        }),
        { ...tries(5), endOnFailure: true },
      );
    } finally {
      for (const { stream } of live) stream.close();
    }
    expect(counts.applied).toBeGreaterThan(counts.skipped);
  });
});

function sorted(ids: ReadonlySet<string>): string[] {
  return [...ids].sort();
}
