import type { Document } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFilter } from '../src/query/filter.ts';
import { createPlanCache, type PlanCache } from '../src/query/plan-cache.ts';
import { choosePlan } from '../src/query/planner.ts';
import type { ScanPlan } from '../src/query/scan-plan.ts';
import { type CollectionDefinition, readIndex } from '../src/storage/catalog.ts';
import type { View } from '../src/storage/view.ts';
import { openStore, type TestStore } from './test-store.ts';

describe('a $lookup', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await openStore();
    await store.db.collection('right').createIndexes([{ key: { name: 1 } }, { key: { kind: 1 } }]);
    await store.db
      .collection('right')
      .insertMany([
        { name: 'rare', kind: 'a' },
        ...Array.from({ length: 300 }, (_, i) => ({ name: 'common', kind: i < 20 ? 'a' : 'b' })),
      ]);
  });
  afterAll(() => store.close());

  async function documentsExamined(...names: string[]): Promise<number> {
    const left = store.db.collection<Document>('left');
    await left.deleteMany({});
    await left.insertMany(names.map((name, i) => ({ _id: i, name })) as never[]);
    const join = { from: 'right', localField: 'name', foreignField: 'name', as: 'joined' };
    const pipeline = [{ $lookup: { ...join, pipeline: [{ $match: { kind: 'a' } }] } }];
    const command = { aggregate: 'left', pipeline, cursor: {} };
    const { executionStats } = await store.db.command({ explain: command, verbosity: 'executionStats' });
    expect(executionStats.nReturned).toBe(names.length);
    return executionStats.totalDocsExamined - names.length;
  }

  it('compares the plans for its first row', async () => {
    expect(await documentsExamined('rare')).toBe(1);
    expect(await documentsExamined('common')).toBe(21);
  });

  it('reuses the plan of its first row for the next row', async () => {
    expect(await documentsExamined('rare', 'common')).toBe(1 + 300);
    expect(await documentsExamined('common', 'rare')).toBe(21 + 21);
  });
});

describe('a plan cache', () => {
  function world(keysByIndex = [1, 20]) {
    const indexes = ['name', 'kind'].map((path, i) =>
      readIndex(
        2 + i,
        new Map<string, never>([['key', new Map([[path, 1]])] as never, ['name', `${path}_1`] as never]),
      ),
    );
    const collection: CollectionDefinition = { id: 1, uuid: '', database: 'test', name: 'right', indexes };
    let reads = 0;
    const view = {
      range(_map: string, { start, limit }: { start: Buffer; limit: number }) {
        reads++;
        const count = Math.min(keysByIndex[start.readUInt32BE(0) - 2] as number, limit);
        return { keys: Array.from({ length: count }, () => start), values: [] };
      },
    } as unknown as View;
    const readsOf = <T>(action: () => T): { result: T; reads: number } => {
      const before = reads;
      const result = action();
      return { result, reads: reads - before };
    };
    return { view, collection, readsOf };
  }

  const filterFor = (name: string) =>
    parseFilter(
      new Map([
        ['name', name],
        ['kind', 'a'],
      ] as [string, string][]),
    ).filter;

  function plan({ view, collection }: ReturnType<typeof world>, name: string, cache?: PlanCache): ScanPlan {
    const joined = { path: 'name', values: [name] };
    return choosePlan(view, collection, {
      filter: filterFor(name),
      sort: null,
      limit: null,
      joined,
      cache,
    }) as ScanPlan;
  }

  it('skips the comparison of plans from the second use on', () => {
    const here = world();
    const cache = createPlanCache();
    expect(here.readsOf(() => plan(here, 'a', cache)).reads).toBeGreaterThan(0);
    for (const name of ['b', 'c', 'd']) {
      const { result, reads } = here.readsOf(() => plan(here, name, cache));
      expect(reads).toBe(0);
      expect(JSON.stringify(result)).toBe(JSON.stringify(plan(here, name)));
    }
  });

  it('skips the analysis of the filter from the third use on', () => {
    const here = world();
    const cache = createPlanCache();
    for (const name of ['a', 'b']) plan(here, name, cache);
    const request = {
      get filter(): never {
        throw new Error('The filter was analysed');
      },
      sort: null,
      limit: null,
      joined: { path: 'name', values: ['c'] },
      cache,
    };
    expect(JSON.stringify(choosePlan(here.view, here.collection, request))).toBe(JSON.stringify(plan(here, 'c')));
  });

  it('compares the plans again at every 1,000th use, and then uses the better one', () => {
    const keysByIndex = [1, 20];
    const here = world(keysByIndex);
    const cache = createPlanCache();
    const uses = Array.from({ length: 2500 }, (_, i) => {
      if (i === 500) keysByIndex[0] = 300;
      return here.readsOf(() => plan(here, `n${i}`, cache).index?.name);
    });
    expect(uses.flatMap(({ reads }, i) => (reads > 0 ? [i + 1] : []))).toEqual([1, 1000, 2000]);
    expect(uses.map(({ result }) => result)).toEqual([...Array(999).fill('name_1'), ...Array(1501).fill('kind_1')]);
  });

  it('plans again when its index has been dropped', () => {
    const here = world();
    const cache = createPlanCache();
    for (const name of ['a', 'b', 'c']) expect(plan(here, name, cache).index?.name).toBe('name_1');
    here.collection.indexes.shift();
    expect(plan(here, 'd', cache).index?.name).toBe('kind_1');
  });

  it('plans again when its index has become multikey', () => {
    const here = world();
    const cache = createPlanCache();
    for (const name of ['a', 'b', 'c']) expect(plan(here, name, cache).dedupe).toBe(false);
    const [index] = here.collection.indexes;
    if (index !== undefined) index.multikey[0] = true;
    expect(JSON.stringify(plan(here, 'd', cache))).toBe(JSON.stringify(plan(here, 'd')));
  });
});
