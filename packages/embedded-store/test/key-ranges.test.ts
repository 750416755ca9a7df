import fc from 'fast-check';
import type { Collection } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tries } from './runs.ts';
import { openStore, type TestStore } from './test-store.ts';

/* Compares queries for many values, most of which occur in no document, with plain filters of the same documents. */

interface Thing {
  _id: number;
  up: number;
  down: number;
  list: number[];
}

let store: TestStore;
let things: Collection<Thing>;
beforeAll(async () => {
  store = await openStore();
  things = store.db.collection<Thing>('things');
});
afterAll(() => store?.close());

const number = fc.nat(120);
const numbers = fc.uniqueArray(number, { maxLength: 12 });
const field = fc.constantFrom('_id' as const, 'up' as const, 'down' as const, 'list' as const);
const direction = fc.constantFrom(1 as const, -1 as const);
const asked = fc.uniqueArray(number, { minLength: 1, maxLength: 60 });

describe('a query for many values', () => {
  it('finds the documents that have one of them, in the order asked for', async () => {
    await fc.assert(
      fc.asyncProperty(numbers, fc.array(fc.tuple(field, asked, direction), { minLength: 8, maxLength: 8 }), check),
      tries(40),
    );
  });
});

async function check(present: number[], queries: ['_id' | 'up' | 'down' | 'list', number[], 1 | -1][]): Promise<void> {
  await things.drop().catch(() => undefined);
  await things.createIndexes([{ key: { up: 1 } }, { key: { down: -1, up: 1 } }, { key: { list: 1, up: -1 } }]);
  const all = present.map((n, i): Thing => ({ _id: n, up: n, down: n, list: present.slice(i, i + 3) }));
  if (all.length > 0) await things.insertMany(all);
  for (const [path, values, order] of queries) {
    const expected = all
      .filter((thing) => [thing[path]].flat().some((value) => values.includes(value)))
      .sort((a, b) => (a._id - b._id) * order);
    const sort = path === 'list' ? { _id: order } : { [path]: order, _id: order };
    expect(
      await things
        .find({ [path]: { $in: values } })
        .sort(sort)
        .toArray(),
    ).toEqual(expected);
    expect(await things.countDocuments({ [path]: { $in: values } })).toBe(expected.length);
  }
}
