import fc from 'fast-check';
import { type CommandSucceededEvent, type Document, MongoNetworkError } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleVersion } from '../../../src/ingest/fold/apply-versions.ts';
import { rulesVersion } from '../../../src/ingest/fold/rules-version.ts';
import { verifyStore } from '../../../src/ingest/write/verify-store.ts';
import { type WriteLimits, writeLimits } from '../../../src/ingest/write/work-queue.ts';
import { writeArticles } from '../../../src/ingest/write/write-articles.ts';
import { removeMerge, writeMerge } from '../../../src/ingest/write/write-merges.ts';
import { runsOf, tries } from '../../support/runs.ts';
import { type Cut, CutOff, cutOff, overriding, standalone } from '../../support/standalone.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { anArticle } from '../an-article.ts';
import { anyVersion } from '../any-articles.ts';
import { setRules } from './damaged-store.ts';
import { dumpOf, emptyStore } from './store-dump.ts';

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
beforeEach(() => emptyStore(store.database));
afterAll(() => store?.close());

type Step = (database: TestStore['database'], limits: WriteLimits) => Promise<unknown>;

const write =
  (...accepted: ArticleVersion[]): Step =>
  (database, limits) =>
    writeArticles(database, store.client, accepted, { dryRun: false, limits });
const merge =
  (from: string, into: string): Step =>
  (database, limits) =>
    writeMerge(database, store.client, { type: 'Actor', from, into }, limits);
const unmerge =
  (from: string): Step =>
  (database, limits) =>
    removeMerge(database, store.client, { type: 'Actor', from }, limits);

const places = [
  { id: 'region', name: 'Region' },
  { id: 'iraq', name: 'Iraq', country: 'IQ' },
  { id: 'dam', name: 'Dam', partOf: 'iraq' },
];
const actors = [
  { id: 'iran', name: 'Iran' },
  { id: 'tehran', name: 'Tehran' },
];
const participants = [{ actor: 'tehran', role: 'PERPETRATOR' as const }];
const first = anArticle({
  id: 'first',
  version: 1,
  locations: places,
  actors,
  incidents: [
    { id: 'war', title: 'War', scope: 'AGGREGATE' },
    { id: 'raid', title: 'Raid', location: 'dam', partOf: 'war', participants },
  ],
  statements: [{ id: 's', type: 'COMMENT', text: 'No', speaker: 'iran', incidents: ['raid'], actors: ['tehran'] }],
});
const second = anArticle({
  id: 'second',
  version: 1,
  published: '2024-01-02',
  locations: places,
  actors,
  incidents: [{ id: 'strike', title: 'Strike', location: 'dam', participants }],
  statements: [
    { id: 't', type: 'COMMENT', text: 'So', speaker: 'tehran', links: [{ type: 'CONTRADICTS', statement: 'first.s' }] },
  ],
});
const third = { ...second, id: 'third', published: '2024-01-03', incidents: [], statements: [] };

/** A write that moves a location with everything in it, and changes other assertions of an article. */
const secondRevised = {
  ...second,
  version: 2,
  locations: [{ ...places[0], name: 'The Region' }, { ...places[1], partOf: 'region' }, places[2]],
  actors: [actors[0]],
  incidents: [
    { id: 'raid', title: 'The raid', location: 'iraq', partOf: 'strike' },
    { id: 'strike', title: 'Strike' },
  ],
  statements: [],
} as ArticleVersion;

const steps: Record<string, { before: Step[]; step: Step }> = {
  'new articles': { before: [], step: write(first, second) },
  'revisions, withdrawals and a withdrawn one restored': {
    before: [write(first, second, { id: 'third', version: 1, retracted: true })],
    step: write(secondRevised, { id: 'first', version: 2, retracted: true }, { ...third, version: 2 }),
  },
  'a merge': { before: [write(first, second, third)], step: merge('tehran', 'iran') },
  'an unmerge': { before: [write(first, second, third), merge('tehran', 'iran')], step: unmerge('tehran') },
};

const collections = ['articles', 'withdrawals', 'merges', 'accounts', 'incidents', 'actors', 'statements', 'locations'];

const anySlug = fc.constantFrom('w', 'x', 'y', 'z');

describe('a write without transactions', () => {
  it.each(
    Object.entries(steps).flatMap(([name, step]) => [
      { name, ...step, limits: writeLimits, how: 'at once' },
      { name, ...step, limits: { articles: 1, entities: 1 }, how: 'in many steps' },
    ]),
  )(
    'is completed by the next writer, wherever it is interrupted: $name, $how',
    async ({ before, step, limits }) => {
      const { database } = store;
      for (const each of before) await each(standalone(database), writeLimits);
      const beginning = await contents();
      await step(standalone(database), limits);
      const expected = await dumpOf(database);
      for (let at = 0, isCut = true; isCut; at++) {
        for (const done of ['none', 'even', 'odd'] as const) {
          await restore(beginning);
          isCut = await isCutOff(step, limits, { at, done });
          if (!isCut) break;
          await step(standalone(database), limits);
          expect(await dumpOf(database), `cut off at ${at}, ${done} done`).toEqual(expected);
        }
        if (!isCut) expect(at).toBeGreaterThan(10);
      }
    },
    120_000,
  );
});

describe('an interrupted write', () => {
  it(
    'is completed even if its completion is interrupted repeatedly',
    async () => {
      const anyStep = fc.oneof(
        { weight: 4, arbitrary: fc.array(anyVersion, { minLength: 1, maxLength: 3 }).map((all) => write(...all)) },
        { weight: 1, arbitrary: fc.tuple(anySlug, anySlug).map(([from, into]) => merge(from, into)) },
        { weight: 1, arbitrary: anySlug.map(unmerge) },
      );
      const anyCut = fc.record({ at: fc.integer({ min: 2, max: 20 }), done: fc.constantFrom('none', 'even', 'odd') });
      await fc.assert(
        fc.asyncProperty(
          fc.array(anyStep, { maxLength: 3 }),
          anyStep,
          fc.array(anyCut, { minLength: 1, maxLength: 4 }),
          fc.constantFrom(writeLimits, { articles: 1, entities: 1 }, { articles: 2, entities: 3 }),
          async (before, step, cuts, limits) => {
            const { database } = store;
            await emptyStore(database);
            for (const each of before) await each(standalone(database), limits);
            const beginning = await contents();
            await step(standalone(database), limits);
            const expected = await dumpOf(database);
            await restore(beginning);
            for (const cut of cuts) await isCutOff(step, limits, cut as Cut);
            await write()(standalone(database), limits);
            expect((await verifyStore(database)).filter(({ isFault }) => isFault)).toEqual([]);
            expect(await database.collection('pending').countDocuments()).toBe(0);
            await step(standalone(database), limits);
            expect(await dumpOf(database)).toEqual(expected);
          },
        ),
        tries(40),
      );
    },
    60_000 + runsOf(40) * 4000,
  );

  it('keeps other writers waiting while a command may still be running', async () => {
    const bulkWrite = () => Promise.reject(new MongoNetworkError('The connection broke'));
    const collection = (name: string) => overriding(store.database.collection(name), { bulkWrite });
    const broken = standalone(overriding(store.database, { collection }));
    await expect(write(first)(broken, writeLimits)).rejects.toThrow('The connection broke');
    const control = store.database.collection<Document>('control');
    expect(await control.findOne()).toMatchObject({ until: expect.any(Date) });
    await control.updateMany({}, { $set: { until: new Date(0) } });
    await write(first)(standalone(store.database), writeLimits);
    expect(await control.findOne()).not.toHaveProperty('until');
  });

  it('is completed by reading only the affected documents, however many are stored', async () => {
    const database = standalone(store.database);
    const read: number[] = [];
    for (const others of [10, 60]) {
      await emptyStore(database);
      const names = Array.from({ length: others }, (_, index) => `other-${index}`);
      await write(aRaid('raid', 'Raid'), ...names.map((name) => aRaid(name, 'Raid')))(database, writeLimits);
      const undisturbed = cutOff(database, { at: Number.POSITIVE_INFINITY, done: 'none' });
      await write(aRaid('raid', 'Strike'))(undisturbed.database, writeLimits);
      const at = undisturbed.writes.indexOf('bulkWrite actors');
      expect(await isCutOff(write(aRaid('raid', 'Rocket')), writeLimits, { at, done: 'even' })).toBe(true);
      read.push(await documentsRead(() => write()(database, writeLimits)));
      expect((await verifyStore(database)).filter(({ isFault }) => isFault)).toEqual([]);
      expect(await database.collection<{ _id: string }>('incidents').findOne({ _id: 'raid' })).toMatchObject({
        title: 'Rocket',
      });
    }
    expect(read[0]).toBe(read[1]);
  });
});

/** Returns articles that share one location. */
function aRaid(id: string, title: string) {
  return anArticle({
    id,
    locations: [{ id: 'iraq', name: 'Iraq' }],
    actors: [
      { id, name: title },
      { id: 'iran', name: title },
    ],
    incidents: [{ id, title, location: 'iraq', participants: [{ actor: id, role: 'TARGET' }] }],
  });
}

/** Counts the documents that the store returns to finds. */
async function documentsRead(during: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const listen = ({ reply }: CommandSucceededEvent) => {
    const { firstBatch = [], nextBatch = [] } = (reply as Document).cursor ?? {};
    count += firstBatch.length + nextBatch.length;
  };
  store.client.on('commandSucceeded', listen);
  await during().finally(() => store.client.off('commandSucceeded', listen));
  return count;
}

/** Interrupts a write and returns whether it was interrupted. Its process is gone, so its lease is made to expire. */
async function isCutOff(step: Step, limits: WriteLimits, cut: Cut): Promise<boolean> {
  try {
    await step(standalone(cutOff(store.database, cut).database), limits);
    return false;
  } catch (error) {
    if (!(error instanceof CutOff)) throw error;
    await store.database.collection('control').updateMany({}, { $unset: { until: '', owner: '' } });
    return true;
  }
}

async function contents(): Promise<Map<string, Document[]>> {
  const found = new Map<string, Document[]>();
  for (const name of collections) found.set(name, await store.database.collection(name).find().toArray());
  return found;
}

async function restore(found: ReadonlyMap<string, Document[]>): Promise<void> {
  await emptyStore(store.database);
  const filled = [...found].filter(([, documents]) => documents.length > 0);
  for (const [name, documents] of filled) await store.database.collection(name).insertMany(documents);
  if (filled.length > 0) await setRules(store.database, rulesVersion);
}
