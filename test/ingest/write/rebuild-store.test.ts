import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { CommandStartedEvent, Db } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleVersion } from '../../../src/ingest/fold/apply-versions.ts';
import { rebuildStore } from '../../../src/ingest/write/rebuild-store.ts';
import { writeArticles } from '../../../src/ingest/write/write-articles.ts';
import { openStore, type Store } from '../../../src/store/open-store.ts';
import { runsOf, tries } from '../../support/runs.ts';
import { CutOff, cutOff, overriding, standalone } from '../../support/standalone.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { anArticle } from '../an-article.ts';
import { anyVersion } from '../any-articles.ts';
import { damage } from './damaged-store.ts';
import { dumpOf, emptyStore } from './store-dump.ts';

const few = { documents: 2, bytes: 1e6 };

let store: TestStore;
/** Opens the same store as another seeder. */
let other: Store;
beforeAll(async () => {
  store = await openTestStore();
  other = await openStore(store.config);
});
beforeEach(() => emptyStore(store.database));
afterAll(async () => {
  await other?.close();
  await store?.close();
});

const news = ['a', 'b', 'c'].map((id) =>
  anArticle({
    id,
    locations: [
      { id: 'iraq', name: 'Iraq' },
      { id, name: id, partOf: 'iraq' },
    ],
    actors: [{ id: 'iran', name: 'Iran' }],
    incidents: [{ id, title: 'Raid', location: id, participants: [{ actor: 'iran', role: 'TARGET' }] }],
    statements: [{ id: 's', type: 'COMMENT', text: 'No', speaker: 'iran', incidents: [id] }],
  }),
);
const latest = anArticle({
  id: 'd',
  actors: [
    { id: 'iran', name: 'Tehran' },
    { id: 'us', name: 'US' },
  ],
});

const derived = ['accounts', 'incidents', 'actors', 'statements', 'locations'];

describe('a rebuild', () => {
  it(
    'restores any store to the documents that follow from its articles',
    async () => {
      const { database, client } = store;
      const anyDamage = fc.array(
        fc.record({
          collection: fc.constantFrom('articles', ...derived),
          nth: fc.nat(20),
          how: fc.constantFrom('delete', 'change', 'rename'),
        }),
        { maxLength: 8 },
      );
      await fc.assert(
        fc.asyncProperty(
          fc.array(anyVersion, { minLength: 1, maxLength: 6 }),
          anyDamage,
          fc.integer({ min: 1, max: 3 }),
          async (versions, damages, documents) => {
            await emptyStore(database);
            await write(...versions);
            const expected = await dumpOf(database);
            for (const { collection: name, nth, how } of damages) {
              const collection = database.collection<{ _id: string; counts?: unknown }>(name);
              const [document] = await collection.find().sort({ _id: 1 }).skip(nth).limit(1).toArray();
              if (!document) continue;
              const { _id } = document;
              if (name === 'articles' || how === 'change') await collection.updateOne({ _id }, { $set: { counts: 0 } });
              else await collection.deleteOne({ _id });
              if (name !== 'articles' && how === 'rename')
                await collection.insertOne({ ...document, _id: `${_id}-else` });
            }
            await rebuildStore(database, client, { documents, bytes: 1e6 });
            expect(await dumpOf(database)).toEqual(expected);
          },
        ),
        tries(10),
      );
    },
    60_000 + runsOf(10) * 4000,
  );

  it('writes in chunks, and reports the changes', async () => {
    const { database, client } = store;
    await write(...news);
    const expected = await dumpOf(database);
    await damage(database);
    const batches: number[] = [];
    const listen = ({ command }: CommandStartedEvent) => {
      batches.push(...[command.documents, command.updates, command.deletes].flatMap((batch) => batch?.length ?? []));
    };
    client.on('commandStarted', listen);
    const changes = await rebuildStore(database, client, few).finally(() => client.off('commandStarted', listen));
    expect(Math.max(...batches)).toBe(2);
    expect(changes).toEqual({
      Incident: { created: 0, updated: 3, removed: 2 },
      Actor: { created: 1, updated: 0, removed: 2 },
      Statement: { created: 0, updated: 2, removed: 2 },
      Location: { created: 0, updated: 4, removed: 2 },
      Article: { created: 0, updated: 3, removed: 0 },
    });
    expect(await dumpOf(database)).toEqual(expected);
  });

  it.each([
    ['with transactions', (database: Db) => database],
    ['without transactions', standalone],
  ])(
    'is completed by the next writer if it is interrupted, %s',
    async (_, as) => {
      const { database, client } = store;
      await write(...news, latest);
      const expected = await dumpOf(database);
      for (let at = 1, isCut = true; isCut; at++) {
        await emptyStore(database);
        await write(...news);
        await damage(database);
        const before = await dumpOf(database);
        const cut = cutOff(database, { at, done: 'odd' });
        isCut = await rebuildStore(as(cut.database), client, few).then(
          () => false,
          (error) => {
            if (!(error instanceof CutOff)) throw error;
            return true;
          },
        );
        await database.collection('control').updateMany({}, { $unset: { until: '', owner: '' } });
        // Before its mark is written, nothing may change.
        if (isCut && isDeepStrictEqual(await dumpOf(database), before)) continue;
        await writeArticles(as(database), client, [latest], { dryRun: false });
        expect(await dumpOf(database), `cut off at ${at}`).toEqual(expected);
        if (!isCut) expect(at).toBeGreaterThan(10);
      }
    },
    120_000,
  );

  it('makes other writers wait, and does not undo their writes', async () => {
    const { expected, rebuild } = await damaged();
    let hasWritten = false;
    let writing: Promise<unknown> | undefined;
    const begun = await rebuild(async () => {
      writing = writeLatest().then(() => {
        hasWritten = true;
      });
      await sleep(500);
      expect(hasWritten).toBe(false);
    });
    await writing;
    expect(begun).toBe(1);
    expect(await dumpOf(store.database)).toEqual(expected);
  });

  it('restarts if it is delayed for so long that another writer writes', async () => {
    const { expected, rebuild } = await damaged();
    const begun = await rebuild(async () => {
      await store.database.collection('control').updateMany({}, { $set: { until: new Date(0) } });
      await writeLatest();
    });
    expect(begun).toBe(2);
    expect(await dumpOf(store.database)).toEqual(expected);
  });
});

/** Returns a damaged store, its expected contents after a rebuild and a write, and a rebuild that is interrupted. */
async function damaged() {
  const { database, client } = store;
  await write(...news, latest);
  const expected = await dumpOf(database);
  await emptyStore(database);
  await write(...news);
  await damage(database);
  /** Returns how often the rebuild started. */
  const rebuild = async (during: () => Promise<void>): Promise<number> => {
    let begun = 0;
    const assertions = database.collection('accounts');
    async function* find() {
      const found = await assertions.find().sort({ _id: 1 }).toArray();
      if (begun++ === 0) await during();
      yield* found;
    }
    const collection = (name: string) =>
      name === 'accounts' ? overriding(assertions, { find }) : database.collection(name);
    await rebuildStore(overriding(database, { collection }), client, { documents: 1000, bytes: 1e6 });
    return begun;
  };
  return { expected, rebuild };
}

function writeLatest() {
  return writeArticles(other.database, other.client, [latest], { dryRun: false });
}

function write(...accepted: ArticleVersion[]) {
  return writeArticles(store.database, store.client, accepted, { dryRun: false });
}
