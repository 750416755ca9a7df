import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import type { Db, Document } from 'mongodb';
import type { Article } from '../../src/entities/article/article.ts';
import { dumpStore, estimateDump } from '../../src/ingest/dump/dump-store.ts';
import { findDuplicates } from '../../src/ingest/duplicates/find-duplicates.ts';
import type { ArticleVersion } from '../../src/ingest/fold/apply-versions.ts';
import { rulesVersion } from '../../src/ingest/fold/rules-version.ts';
import { seedFiles } from '../../src/ingest/seed-files.ts';
import { rebuildStore } from '../../src/ingest/write/rebuild-store.ts';
import { upgradeStore } from '../../src/ingest/write/upgrade-store.ts';
import { verifyStore } from '../../src/ingest/write/verify-store.ts';
import { writeArticles } from '../../src/ingest/write/write-articles.ts';
import { withExclusiveLock } from '../../src/ingest/write/write-lock.ts';
import { removeMerge, writeMerge } from '../../src/ingest/write/write-merges.ts';
import { createGateway } from '../../src/process/create-gateway.ts';
import type { Store } from '../../src/store/open-store.ts';
import { ingestToken, resultFields } from '../api/editor.ts';
import { damage, makeOlder, setRules } from '../ingest/write/damaged-store.ts';
import { anyWorld, merges } from '../oracle/world.ts';
import { testSettings } from '../support/gateway.ts';
import { CutOff, cutOff, standalone } from '../support/standalone.ts';
import { parseAll } from './articles.ts';
import type { Studio } from './studio.ts';

const few = { documents: 3, bytes: 1e6 };
/** The work of one write is divided over many. */
const oneByOne = { articles: 1, entities: 1 };

const ways = [
  { how: 'with transactions', as: (database: Db) => database },
  { how: 'without transactions', as: standalone },
];

/**
 * Records what writes: mutations, the seeder, and the commands that maintain a store, on a server with transactions and
 * on one without.
 */
export async function recordWrites(studio: Studio): Promise<void> {
  for (const { how, as } of ways) {
    const recordWrite = async (name: string, work: (store: Store) => Promise<void>) => {
      const opened = await studio.open(`${name} ${how}`.replaceAll(/\W/g, '-'));
      const database = as(opened.database);
      const store = { ...opened, database, queryDatabase: database };
      await studio.record({ name: `${name} ${how}`, start: 'indexes' }, () => work(store));
    };
    await recordWrite('mutations', mutate);
    await recordWrite('seeding', seed);
    await recordWrite('interrupted writes', (store) => interrupt(store, studio));
    await recordWrite('maintenance', (store) => maintain(store, studio));
  }
}

async function mutate(store: Store): Promise<void> {
  const gateway = await createGateway(store, { ...testSettings, ingestToken });
  const headers = { authorization: `Bearer ${ingestToken}` };
  const ask = async (query: string, variables: object) => {
    const response = await gateway.inject({ method: 'POST', url: '/graphql', headers, payload: { query, variables } });
    const { errors } = response.json();
    if (errors) throw new Error(`Answered with errors: ${JSON.stringify(errors)}`);
  };
  const ingest = `mutation ($article: ArticleInput!, $dryRun: Boolean) {
    ingestArticle(article: $article, dryRun: $dryRun) { ${resultFields} node { id } }
  }`;
  const ofIds = '$from: ID!, $into: ID!';
  await ask(ingest, { article: report });
  await ask(ingest, { article: report });
  await ask(ingest, { article: { ...report, version: 3, title: 'Revised' }, dryRun: true });
  await ask(ingest, { article: { ...report, version: 3, title: 'Revised', incidents: report.incidents?.slice(1) } });
  await ask(ingest, { article: { ...report, version: 2 } });
  await ask(ingest, { article: { id: 'other', published: '2024-02-01', text: 'Not an article', incidents: 5 } });
  await ask(`query ($article: ArticleInput!) { checkArticle(article: $article) { ${resultFields} } }`, {
    article: { ...report, id: 'second' },
  });
  const given = { from: 'Actor:tehran', into: 'Actor:iran' };
  await ask(`mutation (${ofIds}) { merge(from: $from, into: $into) { ${resultFields} node { id } } }`, given);
  await ask(`mutation ($from: ID!) { unmerge(from: $from) { ${resultFields} node { id } } }`, { from: given.from });
  await ask(`mutation ($id: ID!) { retractArticle(id: $id) { ${resultFields} node { id } } }`, { id: report.id });
  await gateway.close();
}

/** A generated world as a file, then part of it again. */
async function seed(store: Store): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'recording-'));
  const file = join(folder, 'world.ndjson');
  const write = (lines: readonly object[]) => writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  try {
    const articles = (fc.sample(anyWorld, { seed: 5, numRuns: 1 })[0] ?? []).slice(0, 3);
    write([
      ...merges.map(({ type, from, into }) => ({ merge: { from: `${type}:${from}`, into: `${type}:${into}` } })),
      ...articles,
    ]);
    await seedFiles(store, [file], { dryRun: false });
    write(articles.map((article, index) => ({ ...article, title: 'Revised', ...(index === 1 && { actors: [] }) })));
    await seedFiles(store, [file], { dryRun: true });
    await seedFiles(store, [file], { dryRun: false });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Work that is left, in the queue or in the undo log, and how the next write completes it. */
async function interrupt(store: Store, { log }: Studio): Promise<void> {
  const { database, client } = store;
  const write = (accepted: ArticleVersion[], limits = oneByOne) =>
    writeArticles(database, client, accepted, { dryRun: false, limits });
  await write([report, second]);
  await write([
    { ...second, version: 2, title: 'Revised' },
    { id: report.id, version: 4, retracted: true },
  ]);
  await write([{ ...report, version: 5 }]);
  await writeMerge(database, client, { type: 'Actor', from: 'tehran', into: 'iran' }, oneByOne);
  await removeMerge(database, client, { type: 'Actor', from: 'tehran' }, oneByOne);
  for (const at of [5, 8, 11]) {
    const { database: broken } = cutOff(database, { at, done: 'even' });
    const limits = { articles: 500, entities: 2000 };
    const changed: ArticleVersion = { ...second, version: 10 + at, title: `Cut off at ${at}`, statements: [] };
    await writeArticles(broken, client, [changed], { dryRun: false, limits }).catch((error: unknown) => {
      if (!(error instanceof CutOff)) throw error;
    });
    await verifyStore(database);
    for await (const _ of dumpStore(database));
    await log.setUp(() => expireLease(database));
    await write([{ ...report, version: 10 + at }]);
  }
}

/** As if the writer had been killed long ago. */
function expireLease(database: Db): Promise<unknown> {
  const expired = { owner: 'nobody', until: new Date('2020-01-01') };
  return database.collection<Document>('control').updateOne({ _id: 'seed' } as Document, { $set: expired });
}

async function maintain(store: Store, { log }: Studio): Promise<void> {
  const { database, client } = store;
  const write = (...accepted: ArticleVersion[]) => writeArticles(database, client, accepted, { dryRun: false });
  await write(report, second);
  await verifyStore(database);
  await findDuplicates(database);
  await log.setUp(() => damage(database));
  await verifyStore(database);
  await rebuildStore(database, client, few);
  await log.setUp(() => database.collection<Document>('pending').insertOne({ _id: 'rebuild' } as Document));
  await write({ ...second, version: 2 });
  await log.setUp(() => makeOlder(database));
  await upgradeStore(database, client, { limits: few });
  await log.setUp(() => setRules(database, rulesVersion + 1));
  await write({ ...second, version: 3 }).catch(() => {}); // another version upgraded the store
  await log.setUp(() => setRules(database, rulesVersion));
  await estimateDump(database);
  for await (const _ of dumpStore(database, { limits: { documents: 1, bytes: 1e6 } }));
  // So long that the lease is renewed.
  await withExclusiveLock(client, database, () => sleep(3000));
}

const [report, second] = parseAll([
  {
    id: 'report',
    version: 1,
    published: '2024-01-01',
    text: 'Tehran was the target of a raid in the war.',
    title: 'A report',
    publisher: 'Wire',
    language: 'en',
    locations: [
      { id: 'iraq', name: 'Iraq', country: 'IQ', point: { latitude: 33, longitude: 44 } },
      { id: 'dam', name: 'The dam', partOf: 'iraq', point: { latitude: 36.6, longitude: 42.8 } },
    ],
    actors: [
      { id: 'iran', name: 'Iran', kind: 'STATE' },
      { id: 'tehran', name: 'Tehran', affiliations: [{ type: 'PART_OF', actor: 'iran' }] },
    ],
    incidents: [
      {
        id: 'raid',
        title: 'Raid',
        location: 'dam',
        partOf: 'war',
        participants: [{ actor: 'tehran', role: 'TARGET', evidence: ['target'] }],
      },
      { id: 'war', title: 'War', scope: 'AGGREGATE', date: '2023-11', casualties: [{ kind: 'KILLED', count: 3 }] },
    ],
    statements: [
      {
        id: 's',
        type: 'DENIAL_OF_RESPONSIBILITY',
        text: 'No',
        speaker: 'iran',
        incidents: ['war'],
        actors: ['tehran'],
      },
    ],
  },
  {
    id: 'second',
    version: 1,
    published: '2024-01-02',
    text: 'Another view.',
    locations: [{ id: 'iraq', name: 'Irak' }],
    actors: [{ id: 'tehran', name: 'Teheran' }],
    incidents: [
      { id: 'war', title: 'The war', location: 'iraq', links: [{ type: 'RESPONSE_TO', incident: 'strike' }] },
      { id: 'strike', title: 'Strike' },
    ],
    statements: [
      {
        id: 't',
        type: 'COMMENT',
        text: 'So',
        speaker: 'tehran',
        links: [{ type: 'CONTRADICTS', statement: 'report.s' }],
      },
    ],
  },
]) as [Article, Article];
