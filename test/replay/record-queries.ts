import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { writeArticles } from '../../src/ingest/write/write-articles.ts';
import { writeMerge } from '../../src/ingest/write/write-merges.ts';
import { createGateway } from '../../src/process/create-gateway.ts';
import type { Store } from '../../src/store/open-store.ts';
import { crowd, crowdArticle } from '../oracle/crowd.ts';
import { createNodes, type Nodes } from '../oracle/nodes.ts';
import { createQueries, type Queries } from '../oracle/queries.ts';
import { anyWorld, merges } from '../oracle/world.ts';
import { testSettings } from '../support/gateway.ts';
import { parseAll, shippedArticles } from './articles.ts';
import { type Amounts, generatedQuestions, type Question, writtenQuestions } from './questions.ts';
import type { Step } from './recording.ts';
import { shapeOf } from './shape.ts';
import type { Studio } from './studio.ts';
import { createReplacer } from './without-chance.ts';

const seed = 1;
const many: Amounts = { fields: 10, filters: 60, lists: 20, summaries: 20, connections: 120, searches: 30 };
/** Semi-joins are what differs over a crowd; each is expensive. */
const few: Amounts = { fields: 2, filters: 20, lists: 2, summaries: 2, connections: 4, searches: 0 };

/** The collections that queries read. */
const read = ['articles', 'incidents', 'actors', 'statements', 'locations', 'merges', 'changes', 'control'];

/**
 * Records queries over two worlds: an uneven one of shipped and generated articles with merges, and a crowd, in which
 * many nodes meet each filter. Of each shape of a command, the first one that finds something is kept.
 */
export async function recordQueries(studio: Studio): Promise<void> {
  const known = new Set<string>();
  const generated = fc.sample(anyWorld, { seed, numRuns: 1 })[0] ?? [];
  const uneven = await studio.open('uneven');
  await fill(uneven, [...shippedArticles(), ...generated]);
  for (const merge of merges) await writeMerge(uneven.database, uneven.client, merge);
  const { nodes, queries } = readWorld(generated, merges);
  const questions = [...writtenQuestions(), ...generatedQuestions(nodes, queries, seed, many)];
  await recordWorld(studio, uneven, 'uneven', questions, known);

  const crowded = await studio.open('crowd');
  const crowdArticles = [...generated, ...Array.from({ length: crowd }, (_, i) => crowdArticle(`crowd-${i}`))];
  await fill(crowded, crowdArticles);
  const wide = readWorld(crowdArticles, []);
  // DocumentDB takes more than a minute to join a thousand statements with what they concern.
  const wideQuestions = generatedQuestions(wide.nodes, wide.queries, seed, few).filter(
    ({ variables }) => !JSON.stringify(variables).includes('"concerns"'),
  );
  await recordWorld(studio, crowded, 'crowd', wideQuestions, known);
}

async function fill({ database, client }: Store, articles: readonly object[]): Promise<void> {
  const accepted = parseAll(articles);
  for (let start = 0; start < accepted.length; start += 250)
    await writeArticles(database, client, accepted.slice(start, start + 250), { dryRun: false });
}

function readWorld(
  articles: readonly object[],
  made: readonly (typeof merges)[number][],
): { nodes: Nodes; queries: Queries } {
  const nodes = createNodes(
    parseAll(articles),
    made.map(({ type, from, into }) => ({ _id: `${type}:${from}`, into: `${type}:${into}` })),
  );
  return { nodes, queries: createQueries(nodes) };
}

async function recordWorld(
  { recording, log }: Studio,
  store: Store,
  world: string,
  questions: readonly Question[],
  known: Set<string>,
): Promise<void> {
  const replace = createReplacer();
  const documents: Record<string, object[]> = {};
  for (const name of read)
    documents[name] = replace(await store.database.collection<object>(name).find().sort({ _id: 1 }).toArray());
  recording.worlds[world] = documents as never;
  log.take();
  const gateway = await createGateway(store, { ...testSettings, requestTimeoutMs: 60_000 });
  const kept = new Map<string, Step>();
  const keep = () => {
    for (const step of log.take()) {
      const shape = shapeOf(step);
      const earlier = kept.get(shape);
      if (!known.has(shape) && (!earlier || (isEmpty(earlier) && !isEmpty(step)))) kept.set(shape, step);
    }
  };
  for (const question of questions) {
    await ask(gateway, question);
    keep();
  }
  await gateway.close();
  for (const shape of kept.keys()) known.add(shape);
  const steps = [...kept].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, step]) => step);
  recording.sequences.push({ name: `queries over the ${world}`, start: { world }, steps });
}

function isEmpty({ answer }: Step): boolean {
  return 'documents' in answer && answer.documents.length === 0;
}

/** Asks, and goes on from a page once. Questions that are too expensive or have no answer are skipped. */
async function ask(gateway: FastifyInstance, { query, variables, pageAt }: Question): Promise<void> {
  const answer = async (given: object | undefined) => {
    const payload = { query, variables: given };
    const { data, errors = [] } = (await gateway.inject({ method: 'POST', url: '/graphql', payload })).json();
    for (const { message, extensions } of errors)
      if (extensions?.code !== 'BAD_USER_INPUT') throw new Error(`${message} (${extensions?.code}): ${query}`);
    return data;
  };
  const data = await answer(variables);
  const found = data && pageAt?.(data)?.pageInfo;
  if (!found) return;
  if (variables && 'last' in variables) await answer({ ...variables, before: found.startCursor });
  else await answer({ ...variables, after: found.endCursor });
}
