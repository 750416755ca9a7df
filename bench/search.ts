import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { openStore, type Store } from '../src/store/open-store.ts';
import { openGateway } from './open-gateway.ts';
import { type SearchData, type SearchWords, searchData } from './search-data.ts';

const repeats = Number(process.env.BENCH_REPEATS ?? 15);
/** Requests before the measurement, until the code is compiled. */
const warmUp = 5;
const kept = process.env.BENCH_DATA_DIR;
/** The max median of the embedded store, in ms. */
const limit = 100;

interface Contender {
  name: string;
  app: FastifyInstance;
  commands: string[];
  close(): Promise<void>;
}

interface Question {
  name: string;
  text: string;
  query: string;
  /** The number of hits before the page. */
  skip?: number;
}

/**
 * Measures searches in 8,000 generated articles with about 80,000 statements, and prints medians, hits and the number
 * of commands. There are two sets of articles, of which one is not used for tuning. The arguments are the names of the
 * sets, all by default. Runs on the embedded store, and on a new database of the server in BENCH_MONGODB_URI if set.
 * BENCH_DATA_DIR keeps the data for the next run.
 */
export async function benchSearch(names: readonly string[]): Promise<void> {
  for (const data of searchData) {
    if (names.length > 0 && !names.includes(data.name)) continue;
    const contenders = await openContenders(data);
    try {
      console.log(`\n${[data.name.padEnd(40), ...contenders.map(({ name }) => name.padStart(16))].join('')}`);
      for (const question of questionsOf(data.words)) await measure(contenders, question);
    } finally {
      for (const contender of contenders) await contender.close();
    }
  }
}

function questionsOf({ frequent, apart, rare, phrase }: SearchWords): Question[] {
  const [one, two, three] = frequent;
  const search = (text: string, more = '') => ({
    text,
    query: `query ($text: String!, $after: String) {
      found: search(text: $text, first: 20, after: $after${more}) { edges { cursor score node { id label } } }
    }`,
  });
  const ranked = (text: string, list: string) => ({
    text,
    query: `query ($text: String!, $after: String) {
      found: ${list}(where: { text: $text }, orderBy: [{ field: RELEVANCE, direction: DESC }], first: 20, after: $after) {
        edges { cursor node { id } }
      }
    }`,
  });
  const total = (text: string) => ({
    text,
    query: 'query ($text: String!) { found: search(text: $text) { totalCount } }',
  });
  return [
    { name: 'one frequent word', ...search(one) },
    { name: 'two frequent words', ...search(`${one} ${two}`) },
    { name: 'three frequent words', ...search(`${one} ${two} ${three}`) },
    { name: 'two frequent that rarely meet', ...search(apart.join(' ')) },
    { name: 'frequent and rare', ...search(`${one} ${rare}`) },
    { name: 'a phrase', ...search(`"${phrase.join(' ')}"`) },
    { name: 'two frequent, one excluded', ...search(`${one} ${two} -${three}`) },
    { name: 'only an exclusion', ...search(`-${one}`) },
    { name: 'two frequent words, after 1,000', ...search(`${one} ${two}`), skip: 1_000 },
    { name: 'two frequent words, statements', ...search(`${one} ${two}`, ', types: [STATEMENT]') },
    { name: 'two frequent words, articles', ...search(`${one} ${two}`, ', types: [ARTICLE]') },
    { name: 'statements by relevance', ...ranked(`${one} ${two}`, 'statements') },
    { name: 'articles by relevance', ...ranked(`${one} ${two}`, 'articles') },
    { name: 'incidents by relevance, after 1,000', ...ranked(`${one} ${two}`, 'incidents'), skip: 1_000 },
    { name: 'total of two frequent words', ...total(`${one} ${two}`) },
    { name: 'total of two that rarely meet', ...total(apart.join(' ')) },
  ];
}

async function measure(contenders: readonly Contender[], question: Question): Promise<void> {
  const cells: string[] = [];
  for (const [index, contender] of contenders.entries()) {
    const after = await cursorBehind(contender, question);
    const times: number[] = [];
    for (let turn = -warmUp; turn < repeats; turn++) {
      contender.commands.length = 0;
      const start = performance.now();
      await ask(contender, question, after);
      if (turn >= 0) times.push(performance.now() - start);
    }
    const median = times.sort((a, b) => a - b)[times.length >> 1] as number;
    const verdict = index === 0 && median > limit ? ` ABOVE ${limit}` : '';
    cells.push(`${median.toFixed(1)} ms${verdict}`.padStart(16));
  }
  console.log(`${question.name.padEnd(40)}${cells.join('')}  ${contenders[0]?.commands.join(', ')}`);
}

async function ask({ app }: Contender, { query, text }: Question, after?: string) {
  const payload = { query, variables: { text, after } };
  const { data, errors } = (await app.inject({ method: 'POST', url: '/graphql', payload })).json();
  if (errors) throw new Error(`Answered with errors: ${JSON.stringify(errors)}`);
  return data.found as { edges: { cursor: string }[] };
}

async function cursorBehind(contender: Contender, question: Question): Promise<string | undefined> {
  const query = question.query.replace('first: 20', 'first: 100');
  let after: string | undefined;
  for (let skipped = 0; skipped < (question.skip ?? 0); skipped += 100) {
    after = (await ask(contender, { ...question, query }, after)).edges.at(-1)?.cursor ?? after;
  }
  return after;
}

async function openContenders(data: SearchData): Promise<Contender[]> {
  const slug = data.name.replaceAll(' ', '-');
  const dataDir = kept === undefined ? mkdtempSync(join(tmpdir(), 'bench-search-')) : join(kept, slug);
  const embedded = await open('embedded', data, { dataDir }, () => rmSync(dataDir, { recursive: true, force: true }));
  const uri = process.env.BENCH_MONGODB_URI;
  if (uri === undefined) return [embedded];
  const address = new URL(uri);
  address.pathname = kept === undefined ? `/bench-search-${slug}-${process.pid}` : `/bench-search-${slug}`;
  const other = await open(address.host, data, { mongodbUri: address.href }, (store) => store.database.dropDatabase());
  return [embedded, other];
}

async function open(
  name: string,
  data: SearchData,
  config: Parameters<typeof openStore>[0],
  clear: (store: Store) => unknown,
): Promise<Contender> {
  const store = await openStore(config, { monitorCommands: true });
  await fill(name, store, data);
  const { app, commands } = await openGateway(store);
  return {
    name,
    app,
    commands,
    async close() {
      await app.close();
      if (kept === undefined) await clear(store);
      await store.close();
    },
  };
}

/** Stores the documents, unless an earlier run has. */
async function fill(name: string, { database }: Store, { documents }: SearchData): Promise<void> {
  if ((await database.collection('articles').countDocuments({}, { limit: 1 })) > 0) return;
  const start = performance.now();
  const counts: string[] = [];
  for (const [collection, all] of Object.entries(documents())) {
    counts.push(`${all.length} ${collection}`);
    for (let i = 0; i < all.length; i += 1000)
      await database.collection(collection).insertMany(all.slice(i, i + 1000), { ordered: false });
  }
  console.log(`${name}: ${counts.join(', ')} in ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
