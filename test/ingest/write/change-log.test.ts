import fc from 'fast-check';
import type { Db, Document } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleVersion } from '../../../src/ingest/fold/apply-versions.ts';
import { readTurns } from '../../../src/ingest/write/control.ts';
import type { WriteLimits } from '../../../src/ingest/write/work-queue.ts';
import { writeArticles } from '../../../src/ingest/write/write-articles.ts';
import { removeMerge, writeMerge } from '../../../src/ingest/write/write-merges.ts';
import type { Merge, MergedType } from '../../../src/query/merges.ts';
import { openTestGateway, type TestGateway } from '../../support/gateway.ts';
import { runsOf, tries } from '../../support/runs.ts';
import { type Cut, CutOff, cutOff, standalone } from '../../support/standalone.ts';
import { anyMerges, anyVersion } from '../any-articles.ts';
import { logFaults } from './log-faults.ts';
import { emptyStore } from './store-dump.ts';

const runs = runsOf(6);
const timeoutMs = 120_000 + runs * 10_000;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openTestGateway();
});
afterAll(() => gateway?.close());

type Step = { articles: ArticleVersion[] } | { merge: Merge } | { unmerge: Merge };

const anyMerge = anyMerges.filter(({ length }) => length > 0).map(([merge]) => merge as Merge);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ articles: fc.array(anyVersion, { minLength: 1, maxLength: 1 }) }) },
  { weight: 3, arbitrary: fc.record({ articles: fc.array(anyVersion, { minLength: 2, maxLength: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ merge: anyMerge }) },
  { weight: 1, arbitrary: fc.record({ unmerge: anyMerge }) },
);
const anySteps = fc.array(anyStep, { minLength: 2, maxLength: 8 });

const ways: [string, (database: Db) => Db][] = [
  ['with transactions', (database) => database],
  ['without transactions', standalone],
];

describe.each(ways)('the change log %s', (_, on) => {
  it(
    'names exactly the entities that a write changes, with what happened, which fields differ, and why',
    async () => {
      await fc.assert(
        fc.asyncProperty(anySteps, async (steps) => {
          await emptyStore(gateway.store.database);
          let before = await lookAround();
          for (const step of steps) {
            await take(on, step);
            const after = await lookAround();
            const changes = await changesSince(before.revision);
            expect(changes.map(({ id }) => id).sort()).toEqual(differing(before, after));
            for (const change of changes) {
              expect(opOf(change.id, before, after, step)).toContain(change.op);
              const fields = fieldsDiffering(change.id, before, after);
              if (change.op === 'UPDATED')
                expect(change.fields.filter((field: string) => isSeen(change.id, field))).toEqual(
                  expect.arrayContaining(fields),
                );
              if (change.op !== 'UPDATED') expect(change.fields).toEqual([]);
              if (change.op === 'UPDATED') expect(superfluous(change, before, after)).toEqual([]);
              expect(causesOf(change.id, step)).toContainEqual(change.cause);
            }
            before = after;
          }
          expect(await logFaults(gateway.store.database)).toEqual([]);
        }),
        tries(6),
      );
    },
    timeoutMs,
  );

  it(
    'adds up to what is stored, also if entities are derived in several turns',
    async () => {
      const anyLimits = fc.constantFrom({ articles: 1, entities: 1 }, { articles: 2, entities: 3 });
      await fc.assert(
        fc.asyncProperty(anySteps, anyLimits, async (steps, limits) => {
          await emptyStore(gateway.store.database);
          let before = await lookAround();
          for (const step of steps) {
            await take(on, step, limits);
            const after = await lookAround();
            const changes = await changesSince(before.revision);
            expect(new Set(changes.map(({ id }) => id))).toEqual(
              new Set([...changes.map(({ id }) => id), ...differing(before, after)]),
            );
            for (const { id, cause } of changes) expect(causesOf(id, step)).toContainEqual(cause);
            expect(await logFaults(gateway.store.database)).toEqual([]);
            before = after;
          }
        }),
        tries(6),
      );
    },
    timeoutMs,
  );
});

it(
  'the change log has the lines of a write without transactions once it is completed, wherever it was interrupted',
  async () => {
    const anyCut = fc.record({ at: fc.integer({ min: 1, max: 16 }), done: fc.constantFrom('none', 'even', 'odd') });
    await fc.assert(
      fc.asyncProperty(
        anySteps,
        anyStep,
        fc.array(anyCut, { minLength: 1, maxLength: 3 }),
        async (steps, step, cuts) => {
          const { database } = gateway.store;
          await emptyStore(database);
          for (const each of steps) await take(standalone, each);
          const before = await lookAround();
          let isCut = false;
          for (const cut of cuts) isCut = await isCutOff(step, cut as Cut);
          if (isCut) expect((await gateway.ask('{ revision }')).revision).toBeLessThan(await readTurns(database));
          await take(standalone, { articles: [] });
          const after = await lookAround();
          expect((await changesSince(before.revision)).map(({ id }) => id).sort()).toEqual(differing(before, after));
          for (const { id, cause } of await changesSince(before.revision))
            expect(causesOf(id, step)).toContainEqual(cause);
          expect(await logFaults(database)).toEqual([]);
        },
      ),
      tries(12),
    );
  },
  timeoutMs * 3,
);

/** The fields that are compared through the API. */
const questions: Record<string, string> = {
  Incident: `title label summary scope type subtype occurrence methods outcome locationPrecision publisherCount
    count { min max best } date { edtf original } parts { totalCount } statements { totalCount } articles { totalCount }`,
  Actor: `label name aliases sameAs kind country members { totalCount } incidents { totalCount } statements { totalCount }
    statementsAbout { totalCount } articles { totalCount }`,
  Statement: 'label type text quote mode hedge condition anonymous',
  Location: `label name aliases sameAs kind country point { latitude longitude } ancestors { id } contains { totalCount }
    incidents { totalCount } articles { totalCount }`,
  Article: 'label title url publisher language license published publishedAt text version',
};
const seen = Object.fromEntries(
  Object.entries(questions).map(([type, text]) => [type, new Set(text.replaceAll(/\{[^}]*\}/g, '').split(/\s+/))]),
);

function isSeen(id: string, field: string): boolean {
  return seen[id.split(':')[0] ?? '']?.has(field) === true;
}

interface View {
  revision: number;
  /** The stored documents, by the ids of entities. */
  documents: Map<string, string>;
  /** The answers of the API, by the ids of entities. */
  answers: Map<string, Document>;
}

async function lookAround(): Promise<View> {
  const lists = Object.entries(questions).map(
    ([type, fields]) => `${type.toLowerCase()}s(first: 100) { nodes { id ${fields} } }`,
  );
  const data = await gateway.ask(`{ revision ${lists.join(' ')} }`);
  const documents = new Map<string, string>();
  const answers = new Map<string, Document>();
  for (const type of Object.keys(questions)) {
    const name = `${type.toLowerCase()}s`;
    for (const document of await gateway.store.database.collection(name).find().toArray())
      documents.set(`${type}:${document._id}`, JSON.stringify(document));
    for (const node of data[name].nodes) answers.set(node.id, node);
  }
  return { revision: data.revision, documents, answers };
}

async function changesSince(since: number): Promise<Document[]> {
  const changes: Document[] = [];
  for (let after: string | null = null; ; ) {
    const query = `query ($since: Int, $after: String) { changes(since: $since, first: 7, after: $after) {
      nodes { revision op type id fields cause { articleId retracted merge { from into undone } } }
      pageInfo { hasNextPage endCursor } } }`;
    const { changes: page }: Document = await gateway.ask(query, { since, after });
    changes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return changes;
    after = page.pageInfo.endCursor;
  }
}

function differing(before: View, after: View): string[] {
  const ids = new Set([...before.documents.keys(), ...after.documents.keys()]);
  return [...ids].filter((id) => before.documents.get(id) !== after.documents.get(id)).sort();
}

function opOf(id: string, before: View, after: View, step: Step): string[] {
  if (!before.documents.has(id)) return ['CREATED'];
  if (after.documents.has(id)) return ['UPDATED'];
  if (!('merge' in step)) return ['REMOVED'];
  return step.merge._id === id ? ['MERGED'] : ['MERGED', 'REMOVED'];
}

function fieldsDiffering(id: string, before: View, after: View): string[] {
  const [was, is] = [before.answers.get(id) ?? {}, after.answers.get(id) ?? {}];
  return Object.keys(is).filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]));
}

/** Returns the fields with one value that a change lists although they have not changed. */
function superfluous({ id, fields }: Document, before: View, after: View): string[] {
  const differ = new Set(fieldsDiffering(id, before, after));
  return fields.filter((field: string) => isSeen(id, field) && !differ.has(field));
}

/** Returns the causes that a change of an entity may have in a step. */
function causesOf(id: string, step: Step): Document[] {
  if (!('articles' in step)) {
    const { _id: from, into } = 'merge' in step ? step.merge : step.unmerge;
    return [
      { articleId: null, retracted: false, merge: { from, into: expect.any(String), undone: 'unmerge' in step } },
    ].map((cause) => ('merge' in step ? { ...cause, merge: { ...cause.merge, into } } : cause));
  }
  const [type, slug = ''] = id.split(':');
  const own = type === 'Article' ? slug : type === 'Statement' ? slug.split('.')[0] : undefined;
  const isOwn = step.articles.some((article) => article.id === own);
  return step.articles
    .filter((article) => !isOwn || article.id === own)
    .map((article) => ({
      articleId: `Article:${article.id}`,
      retracted: 'retracted' in article && article.retracted === true,
      merge: null,
    }));
}

async function take(on: (database: Db) => Db, step: Step, limits?: WriteLimits): Promise<void> {
  const { client } = gateway.store;
  const database = on(gateway.store.database);
  if ('articles' in step) {
    await writeArticles(database, client, step.articles, { dryRun: false, ...(limits && { limits }) });
  } else {
    const { _id, into } = 'merge' in step ? step.merge : step.unmerge;
    const [type, from] = _id.split(':') as [MergedType, string];
    if ('merge' in step) await writeMerge(database, client, { type, from, into: into.split(':')[1] ?? '' }, limits);
    else await removeMerge(database, client, { type, from }, limits);
  }
}

/** Interrupts a step and returns whether it was interrupted. Its process is gone, so its lease is made to expire. */
async function isCutOff(step: Step, cut: Cut): Promise<boolean> {
  try {
    await take((database) => standalone(cutOff(database, cut).database), step);
    return false;
  } catch (error) {
    if (!(error instanceof CutOff)) throw error;
    await gateway.store.database
      .collection('control')
      .updateMany({ until: { $exists: true } }, { $set: { until: new Date(0) } });
    return true;
  }
}
