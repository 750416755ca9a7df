import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openTestGateway, type TestGateway } from '../../support/gateway.ts';
import { tries } from '../../support/runs.ts';
import { listen, openStream, type Stream } from '../../support/streams.ts';
import { anyStep, takeStep } from './any-steps.ts';
import { liveFilters as filters } from './live-filters.ts';

let gateway: TestGateway;
let url: string;
beforeAll(async () => {
  gateway = await openTestGateway({ http: { maxSubscriptions: 1000 }, maxCost: 1_000_000 });
  await gateway.seed({ id: 'first', published: '2023-01-01', text: 'First' });
  url = await listen(gateway.app);
});
afterAll(() => gateway.close());

let version = 0;

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
            await takeStep(gateway.store, step, ++version);
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
