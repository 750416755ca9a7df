import fc from 'fast-check';
import type { Db } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleVersion } from '../../../src/ingest/fold/apply-versions.ts';
import { writeArticles } from '../../../src/ingest/write/write-articles.ts';
import { runsOf, tries } from '../../support/runs.ts';
import { type Cut, CutOff, cutOff, overriding, standalone } from '../../support/standalone.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { anArticle } from '../an-article.ts';
import { canonical } from '../canonical.ts';
import { dumpOf, emptyStore } from '../write/store-dump.ts';
import { dumpText, expectedLines, type Lines, linesOf, seedText } from './dumps.ts';

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(() => emptyStore(store.database));
afterAll(() => store?.close());

type Write = readonly ArticleVersion[];

const ids = ['a', 'b', 'c'] as const;

/** Writes after a first one that stores or withdraws each id: each of them turns some of these round. */
const anyWrites: fc.Arbitrary<Write[]> = fc
  .array(fc.subarray([...ids], { minLength: 1 }), { minLength: 4, maxLength: 14 })
  .map((turns) => {
    const withdrawn = new Set<string>(['c']);
    return [[...ids], ...turns].map((turned, index) =>
      turned.map((id) => {
        if (index > 0 && !withdrawn.delete(id)) withdrawn.add(id);
        const version = index + 1;
        return withdrawn.has(id) ? { id, version, retracted: true as const } : anArticle({ id, version });
      }),
    );
  });

/** Runs writes one command at a time: `advance` lets the next commands of the writer happen. */
function startStepwise(database: Db, writes: readonly Write[], onWritten: () => Promise<void>) {
  let release: (() => void) | undefined;
  let reached = () => {};
  let isDone = false;
  const pause = async () => {
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    reached();
    await released;
  };
  const names = ['bulkWrite', 'insertMany', 'deleteMany', 'replaceOne'] as const;
  const collection = (name: string) => {
    const stored = database.collection(name);
    const slow = names.map((method) => {
      const ask = stored[method].bind(stored) as (...args: unknown[]) => Promise<unknown>;
      return [
        method,
        async (...args: unknown[]) => {
          await pause();
          return ask(...args);
        },
      ];
    });
    return overriding(stored, Object.fromEntries(slow));
  };
  const paced = overriding(standalone(database), { collection });
  const running = (async () => {
    await pause();
    for (const write of writes) {
      await writeArticles(paced, store.client, write, { dryRun: false });
      await onWritten();
    }
  })().finally(() => {
    isDone = true;
    reached();
  });
  return {
    async advance(commands: number): Promise<void> {
      for (let count = 0; count < commands && !isDone; count++) {
        const next = new Promise<void>((resolve) => {
          reached = resolve;
        });
        release?.();
        await next;
      }
      if (isDone) await running;
    },
  };
}

/** Calls `before` before each reading of a dump. */
function interrupted(database: Db, before: () => Promise<void>): Db {
  const collection = (name: string) => {
    const stored = database.collection(name);
    const find = (...args: Parameters<typeof stored.find>) => {
      const cursor = stored.find(...args);
      const toArray = async () => {
        await before();
        return cursor.toArray();
      };
      async function* iterate() {
        await before();
        yield* cursor;
      }
      const held = overriding(cursor, { toArray, [Symbol.asyncIterator]: iterate });
      return overriding(held, { sort: () => held });
    };
    const findOne = async (...args: unknown[]) => {
      await before();
      return (stored.findOne as (...args: unknown[]) => Promise<unknown>)(...args);
    };
    return overriding(stored, { find, findOne });
  };
  return overriding(database, { collection: collection as Db['collection'] });
}

/** Fails if an id has a line that it had at no moment, or none though it always had one. */
function expectOneOf(lines: Lines, moments: readonly Lines[]): void {
  for (const id of new Set([...lines.keys(), ...moments.flatMap((moment) => [...moment.keys()])])) {
    const states = moments.map((moment) => moment.get(id));
    expect(states, `of ${id}`).toContain(lines.get(id));
  }
}

describe('a dump while others write', () => {
  /** How much is written before each reading of the dump: writes, or commands of writes. */
  const anyPaces = (max: number) => fc.array(fc.nat({ max }), { minLength: 30, maxLength: 60 });

  it.each([
    ['with transactions', false],
    ['without transactions', true],
  ])(
    'has each article as it was at one moment, %s',
    (_, isAlone) =>
      fc.assert(
        fc.asyncProperty(
          anyWrites,
          anyPaces(isAlone ? 5 : 1),
          fc.integer({ min: 1, max: 3 }),
          async ([first = [], ...left], paces, documents) => {
            const { database, client } = store;
            await emptyStore(database);
            await writeArticles(isAlone ? standalone(database) : database, client, first, { dryRun: false });
            const moments = [await expectedLines(database)];
            const note = async () => {
              moments.push(await expectedLines(database));
            };
            const stepwise = isAlone ? startStepwise(database, left, note) : undefined;
            const advance = async () => {
              const pace = paces.shift() ?? 0;
              if (stepwise) await stepwise.advance(pace);
              else {
                for (const write of left.splice(0, pace)) {
                  await writeArticles(database, client, write, { dryRun: false });
                  await note();
                }
              }
            };
            const text = await dumpText(interrupted(database, advance), { limits: { documents, bytes: 1e6 } });
            await stepwise?.advance(Number.POSITIVE_INFINITY);
            expectOneOf(linesOf(text), moments);
          },
        ),
        tries(25),
      ),
    60_000 + runsOf(25) * 4000,
  );

  /** The readings of a dump of one range of ids: the counter, withdrawals, articles, undo log, withdrawals, counter. */
  const readings = [4, 5, 6, 7, 8];

  it('misses no article of a write without transactions, whenever its commands arrive', async () => {
    const { database, client } = store;
    const first = canonical([anArticle({ id: 'a', version: 1 }), { id: 'c', version: 1, retracted: true }]);
    const second = canonical([{ id: 'a', version: 2, retracted: true }, anArticle({ id: 'c', version: 2 })]);
    for (const earlier of [0, 1, 2, 3, 4, 5, 6]) {
      for (const reading of readings) {
        for (const commands of [1, 2, 3]) {
          await emptyStore(database);
          await writeArticles(standalone(database), client, first, { dryRun: false });
          const moments = [await expectedLines(database)];
          const writing = startStepwise(database, [second], async () => {});
          await writing.advance(earlier);
          let count = 0;
          const advance = async () => {
            if (++count === reading) await writing.advance(commands);
          };
          const text = await dumpText(interrupted(database, advance));
          await writing.advance(Number.POSITIVE_INFINITY);
          moments.push(await expectedLines(database));
          expect(linesOf(text).size, `${commands} commands before reading ${reading}, ${earlier} earlier`).toBe(2);
          expectOneOf(linesOf(text), moments);
        }
      }
    }
  }, 120_000);
});

describe('a dump after an interrupted write without transactions', () => {
  const before = canonical([
    anArticle({ id: 'a', version: 1, actors: [{ id: 'iran', name: 'Iran' }] }),
    anArticle({ id: 'b', version: 1 }),
    { id: 'c', version: 1, retracted: true },
    { id: 'd', retracted: true },
  ]);
  const beside = canonical([
    { id: 'a', version: 2, retracted: true },
    anArticle({ id: 'b', version: 2, text: 'Anew.' }),
    anArticle({ id: 'c', version: 2 }),
    anArticle({ id: 'd', version: 1 }),
    { id: 'e', version: 1, retracted: true },
    anArticle({ id: 'f' }),
  ]);

  it('equals the dump after the next writer has completed that write, wherever it was interrupted', async () => {
    const { database, client } = store;
    const moments: Lines[] = [];
    const write = (to: Db, accepted: Write) => writeArticles(standalone(to), client, accepted, { dryRun: false });
    for (let at = 0, isCut = true; isCut; at++) {
      for (const done of ['none', 'even', 'odd'] as const) {
        await emptyStore(database);
        await write(database, before);
        moments[0] ??= await expectedLines(database);
        isCut = await isCutOff((to) => write(to, beside), { at, done });
        moments[1] = await expectedLines(database);
        const unfinished = await dumpOf(database);
        const text = await dumpText(database);
        expect(await dumpOf(database)).toEqual(unfinished);
        await write(database, []);
        expect(linesOf(text), `cut off at ${at}, ${done} done`).toEqual(await expectedLines(database));
        if (!isCut) break;
        await write(database, beside);
        const [whole, complete] = [await dumpText(database), await dumpOf(database)];
        expectOneOf(linesOf(text), [moments[0], linesOf(whole)]);
        await emptyStore(database);
        await seedText(store, whole);
        expect(await dumpOf(database)).toEqual(complete);
      }
      if (!isCut) expect(at).toBeGreaterThan(8);
    }
  }, 120_000);

  /** The process is gone, so its lease is made to expire. */
  async function isCutOff(step: (to: Db) => Promise<unknown>, cut: Cut): Promise<boolean> {
    try {
      await step(cutOff(store.database, cut).database);
      return false;
    } catch (error) {
      if (!(error instanceof CutOff)) throw error;
      await store.database.collection('control').updateMany({}, { $unset: { until: '', owner: '' } });
      return true;
    }
  }
});
