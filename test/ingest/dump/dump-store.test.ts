import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Document } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ArticleVersion } from '../../../src/ingest/fold/apply-versions.ts';
import { rulesVersion } from '../../../src/ingest/fold/rules-version.ts';
import { verifyStore } from '../../../src/ingest/write/verify-store.ts';
import { writeArticles } from '../../../src/ingest/write/write-articles.ts';
import { writeMerge } from '../../../src/ingest/write/write-merges.ts';
import type { Merge } from '../../../src/query/merges.ts';
import { openStore, type Store } from '../../../src/store/open-store.ts';
import { runsOf, tries } from '../../support/runs.ts';
import { openTestStore, type TestStore } from '../../support/store.ts';
import { anArticle } from '../an-article.ts';
import { anyMerges, anyVersion } from '../any-articles.ts';
import { canonical } from '../canonical.ts';
import { makeOlder, setRules } from '../write/damaged-store.ts';
import { dumpOf, emptyStore } from '../write/store-dump.ts';
import { dumpText, expectedLines, linesOf, seedText } from './dumps.ts';

/** On the server of `TEST_MONGODB_URI` if there is one; `other` is always embedded. */
let store: TestStore;
let other: Store;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dump-store-'));
  store = await openTestStore();
  other = await openStore({ dataDir: folder });
});
beforeEach(async () => {
  await emptyStore(store.database);
  await emptyStore(other.database);
});
afterAll(async () => {
  await store?.close();
  await other?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function write(to: Store, ...accepted: ArticleVersion[]): Promise<void> {
  await writeArticles(to.database, to.client, accepted, { dryRun: false });
}

async function merge({ database, client }: Store, { _id, into }: Merge): Promise<void> {
  const [[type, from = ''], [, target = '']] = [_id.split(':'), into.split(':')];
  await writeMerge(database, client, { type: type as 'Actor', from, into: target });
}

async function control(of: Store): Promise<Document[]> {
  return of.database.collection('control').find().toArray();
}

async function isFaultless({ database }: Store): Promise<boolean> {
  return (await verifyStore(database)).every(({ isFault }) => !isFault);
}

/** Dumps `from`, seeds `to`, and returns the dump. Both hold the same documents then, and `from` those that it held. */
async function move(from: Store, to: Store): Promise<string> {
  const [before, controlBefore] = [await dumpOf(from.database), await control(from)];
  const text = await dumpText(from.database);
  expect(await dumpOf(from.database)).toEqual(before);
  expect(await control(from)).toEqual(controlBefore);
  expect((await seedText(to, text))?.refusals ?? []).toEqual([]);
  expect(await dumpOf(to.database)).toEqual(before);
  expect(await isFaultless(to)).toBe(true);
  return text;
}

const mention = { id: 'war', mention: true as const, evidence: [{ quote: 'the war' }] };
const world = canonical([
  anArticle({
    id: 'unicode',
    version: 3,
    text: 'Ünïcødé 😀\u2028 e\u0301 "the war" \\ \t \u0001',
    locations: [{ id: 'tikrit', name: 'تكريت', point: { latitude: 34.6, longitude: -0.000001 } }],
    actors: [{ id: 'tehran', name: 'Tehran 𝕋' }],
    incidents: [mention, { id: 'raid', title: 'Raid', location: 'tikrit', count: { min: 0, max: 9007199254740991 } }],
  }),
  anArticle({ id: 'unversioned', actors: [{ id: 'iran', name: 'Iran' }], incidents: [{ id: 'war', title: 'War' }] }),
  anArticle({ id: 'highest', version: 9007199254740991 }),
  { id: 'withdrawn', version: 4, retracted: true },
  { id: 'withdrawn-unversioned', retracted: true },
]);
const merges: Merge[] = [
  { _id: 'Actor:tehran', into: 'Actor:iran' },
  { _id: 'Actor:iran', into: 'Actor:persia' },
  { _id: 'Incident:a', into: 'Incident:b' },
  { _id: 'Incident:b', into: 'Incident:c' },
  { _id: 'Incident:c', into: 'Incident:a' },
  { _id: 'Location:nowhere', into: 'Location:elsewhere' },
];

describe('a dump', () => {
  it('holds merges, articles and withdrawals, each on a line, by id', async () => {
    await write(store, ...world);
    for (const each of merges) await merge(store, each);
    const lines = (await dumpText(store.database)).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      ...[...merges].sort((a, b) => (a._id < b._id ? -1 : 1)).map(({ _id, into }) => ({ merge: { from: _id, into } })),
      world[2],
      world[0],
      world[1],
      world[3],
      world[4],
    ]);
  });

  it('restores the same documents on the other engine, and after a round trip', async () => {
    await write(store, ...world);
    for (const each of merges) await merge(store, each);
    const text = await move(store, other);
    await emptyStore(store.database);
    expect(await move(other, store)).toBe(text);
  });

  it(
    'restores the same documents for any history, and is the same for any read limits',
    () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(anyVersion, { minLength: 1, maxLength: 3 }), { maxLength: 4 }),
          anyMerges,
          fc.integer({ min: 1, max: 4 }),
          async (batches, merges, documents) => {
            for (const each of [store, other]) await emptyStore(each.database);
            for (const batch of batches) await write(store, ...canonical(batch));
            for (const each of merges) if (each._id !== each.into) await merge(store, each);
            const text = await move(store, other);
            expect(linesOf(text)).toEqual(await expectedLines(store.database));
            expect(await dumpText(store.database, { limits: { documents, bytes: 1e6 } })).toBe(text);
            expect(await dumpText(store.database, { limits: { documents: 3, bytes: 1 } })).toBe(text);
          },
        ),
        tries(8),
      ),
    60_000 + runsOf(8) * 4000,
  );

  it('is empty for an empty store', async () => {
    expect(await dumpText(store.database)).toBe('');
  });

  it('fails with the reason of its signal', async () => {
    await write(store, ...world);
    await expect(dumpText(store.database, { signal: AbortSignal.abort(new Error('Enough')) })).rejects.toThrow(
      'Enough',
    );
  });

  it('fails for an article that was stored without its source', async () => {
    await write(store, ...world);
    await store.database.collection<{ _id: string }>('articles').insertOne({ _id: 'foreign' });
    await expect(dumpText(store.database)).rejects.toThrow('The article "foreign" is stored without its source');
  });
});

describe('a store with another rules version', () => {
  it('is dumped as it is, without an upgrade, if its version is earlier', async () => {
    await write(store, ...world);
    for (const each of merges) await merge(store, each);
    const expected = await dumpText(store.database);
    await makeOlder(store.database);
    const [before, controlBefore] = [await dumpOf(store.database), await control(store)];
    expect(await dumpText(store.database)).toBe(expected);
    expect(await dumpOf(store.database)).toEqual(before);
    expect(await control(store)).toEqual(controlBefore);
  });

  it('is dumped as it is if an upgrade was interrupted', async () => {
    await write(store, ...world);
    const expected = await dumpText(store.database);
    await makeOlder(store.database);
    await setRules(store.database, rulesVersion);
    await store.database.collection('control').updateMany({}, { $set: { upgradingFrom: 1 } });
    await store.database.collection<{ _id: string }>('pending').insertOne({ _id: 'rebuild' });
    expect(await dumpText(store.database)).toBe(expected);
  });

  it('is rejected with an explanation if its version is later, at the start and during the dump', async () => {
    await write(store, ...world);
    const words = `The store has rules version ${rulesVersion + 1}, and this program has version ${rulesVersion}`;
    const dumping = (async () => {
      for await (const _ of (await import('../../../src/ingest/dump/dump-store.ts')).dumpStore(store.database)) {
        await setRules(store.database, rulesVersion + 1);
      }
    })();
    await expect(dumping).rejects.toThrow(words);
    await expect(dumpText(store.database)).rejects.toThrow(words);
  });
});
