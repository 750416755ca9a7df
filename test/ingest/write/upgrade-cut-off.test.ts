import fc from 'fast-check';
import type { Db, Document } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OtherRules } from '../../../src/errors/other-rules.ts';
import type { ArticleVersion } from '../../../src/ingest/fold/apply-versions.ts';
import { rulesVersion } from '../../../src/ingest/fold/rules-version.ts';
import { upgradeStore } from '../../../src/ingest/write/upgrade-store.ts';
import { verifyStore } from '../../../src/ingest/write/verify-store.ts';
import { writeArticles } from '../../../src/ingest/write/write-articles.ts';
import { runsOf, tries } from '../../support/runs.ts';
import { type Cut, CutOff, cutOff, standalone } from '../../support/standalone.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { anArticle } from '../an-article.ts';
import { anyVersion } from '../any-articles.ts';
import { makeOlder } from './damaged-store.ts';
import { dumpOf, emptyStore } from './store-dump.ts';

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(() => emptyStore(store.database));
afterAll(() => store?.close());

const news = ['a', 'b'].map((id) =>
  anArticle({
    id,
    locations: [{ id: 'iraq', name: 'Iraq' }],
    actors: [{ id: 'iran', name: 'Iran' }],
    incidents: [{ id, title: 'Raid', location: 'iraq', participants: [{ actor: 'iran', role: 'TARGET' }] }],
    statements: [{ id: 's', type: 'COMMENT', text: 'No', speaker: 'iran', incidents: [id] }],
  }),
);
const latest = anArticle({ id: 'd', actors: [{ id: 'us', name: 'US' }] });

const write = (database: Db, ...accepted: ArticleVersion[]) =>
  writeArticles(database, store.client, accepted, { dryRun: false });
const upgrade = (database: Db) => upgradeStore(database, store.client, { limits: { documents: 3, bytes: 1e6 } });
const control = () => store.database.collection<Document>('control');
const faults = async () => (await verifyStore(store.database)).filter(({ isFault }) => isFault);

describe('an interrupted upgrade', () => {
  it.each<{ how: string; as: (database: Db) => Db; parts: Cut['done'][] }>([
    { how: 'with transactions', as: (database) => database, parts: ['odd'] },
    { how: 'without transactions', as: standalone, parts: ['even', 'odd'] },
  ])(
    'is completed by the next upgrade or admitted writer, after any number of writes, $how',
    async ({ as, parts }) => {
      const { database } = store;
      await write(database, ...news);
      const expected = await dumpOf(database);
      const endings = new Set<string>();
      for (let at = 0, isCut = true; isCut; at++) {
        for (const done of parts) {
          const note = `cut off at ${at}, ${done} done`;
          await makeOlder(database);
          isCut = await isCutOff(as(database), { at, done });
          endings.add(await finish(as(database), at % 2 === 0));
          expect(await faults(), note).toEqual([]);
          expect(await control().findOne(), note).not.toHaveProperty('upgradingFrom');
          await write(as(database)); // removes the mark of a rebuild that was complete except for it
          expect(await dumpOf(database), note).toEqual(expected);
        }
        if (!isCut) expect(at).toBeGreaterThan(15);
      }
      expect([...endings].sort()).toEqual(['refused, then upgraded', 'upgraded', 'written']);
    },
    300_000,
  );

  it(
    'is completed even after repeated interruptions',
    async () => {
      const { database } = store;
      const anyCut = fc.record({ at: fc.integer({ min: 0, max: 20 }), done: fc.constantFrom('none', 'even', 'odd') });
      const anyWay = fc.constantFrom((database: Db) => database, standalone);
      await fc.assert(
        fc.asyncProperty(
          fc.array(anyVersion, { minLength: 1, maxLength: 6 }),
          fc.array(fc.tuple(anyCut, anyWay), { minLength: 1, maxLength: 4 }),
          anyWay,
          async (versions, cuts, last) => {
            await emptyStore(database);
            await write(database, ...versions);
            const expected = await dumpOf(database);
            await makeOlder(database);
            for (const [cut, as] of cuts) await isCutOff(as(database), cut as Cut);
            await upgrade(last(database));
            expect(await faults()).toEqual([]);
            await write(last(database));
            expect(await dumpOf(database)).toEqual(expected);
          },
        ),
        tries(8),
      );
    },
    120_000 + runsOf(8) * 10_000,
  );
});

/** Runs a writer or an upgrade, and returns its outcome. */
async function finish(database: Db, byWriter: boolean): Promise<string> {
  if (!byWriter) return upgrade(database).then(() => 'upgraded');
  const isAdopted = (await control().findOne())?.rules === rulesVersion;
  if (!isAdopted) {
    await expect(write(database, latest)).rejects.toThrow(OtherRules);
    return upgrade(database).then(() => 'refused, then upgraded');
  }
  await write(database, latest);
  await write(database, { id: 'd', retracted: true });
  await store.database.collection<{ _id: string }>('withdrawals').deleteOne({ _id: 'd' });
  return 'written';
}

/** Returns whether the upgrade was interrupted by the cut. Its lease is removed, as if it had expired. */
async function isCutOff(database: Db, cut: Cut): Promise<boolean> {
  try {
    await upgrade(cutOff(database, cut).database);
    return false;
  } catch (error) {
    if (!(error instanceof CutOff)) throw error;
    await control().updateMany({}, { $unset: { until: '', owner: '' } });
    return true;
  }
}
