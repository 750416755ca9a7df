import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Document } from 'mongodb';
import type { Article } from '../src/article/article.ts';
import { createGateway } from '../src/create-gateway.ts';
import { foldArticles } from '../src/ingest/fold/fold-articles.ts';
import { articleDocument } from '../src/ingest/index-article.ts';
import { parseArticles } from '../src/ingest/parse-articles.ts';
import { openStore, type Store } from '../src/store/open-store.ts';

/*
 * The questions that people ask, over 100,000 incidents made from UCDP events: `npm run bench -- queries events.ndjson`,
 * where the file is what `npm run import -- ucdp` makes. The events are repeated with shifted dates and further actors
 * and places until there are enough, and each gets a statement or two. BENCH_MONGODB_URI names a second store;
 * BENCH_DATA_DIR a folder to fill and keep, or one that was.
 */

const wanted = Number(process.env.BENCH_INCIDENTS ?? 100_000);
const repeats = Number(process.env.BENCH_REPEATS ?? 20);
const warmUp = 3;

interface Contender {
  name: string;
  store: Store;
  app: FastifyInstance;
  commands: string[];
  close(): Promise<void>;
}

interface Question {
  name: string;
  /** The most that the embedded store may take in the middle, in ms. */
  limit: number;
  query: string;
  variables?: (contender: Contender) => Promise<object>;
}

const questions: Question[] = [
  { name: 'a page by date', limit: 50, query: '{ incidents(first: 20) { nodes { title date { start } } } }' },
  {
    name: 'a page within a country',
    limit: 50,
    query: '{ incidents(where: { location: { within: "syria" } }, first: 20) { nodes { title date { start } } } }',
  },
  {
    name: 'a page through two relations',
    limit: 50,
    query: `{ incidents(
      where: { statements: { some: { type: { eq: DENIAL_OF_RESPONSIBILITY }, speaker: { kind: { eq: GOVERNMENT } } } } }
      first: 20
    ) { nodes { title } } }`,
  },
  {
    name: '50 with statements and totals',
    limit: 50,
    query: '{ incidents(first: 50) { nodes { title statements(first: 5) { totalCount nodes { text type } } } } }',
  },
  { name: 'groups by actor over all', limit: 1000, query: '{ incidents { groups(by: ACTOR) { label count } } }' },
  {
    name: 'a timeline by month over all',
    limit: 1000,
    query: '{ incidents { timeline(interval: MONTH) { start count uncertain } } }',
  },
  {
    name: 'near 50 km',
    limit: 50,
    query:
      '{ incidents(where: { location: { near: { latitude: 36.2, longitude: 37.15, km: 50 } } }, first: 20) { nodes { title } } }',
  },
  {
    name: 'full text',
    limit: 50,
    query: '{ incidents(where: { text: "aleppo insurgents" }, first: 20) { nodes { title } } }',
  },
  {
    name: 'search over all types',
    limit: 50,
    query: '{ search(text: "aleppo hospital", first: 20) { edges { score node { label } } } }',
  },
  {
    name: 'a page at depth 50,000',
    limit: 50,
    query: 'query ($after: String) { incidents(first: 20, after: $after) { nodes { title date { start } } } }',
    variables: deepCursor,
  },
  {
    name: 'a total through two relations',
    limit: 1000,
    query: `{ incidents(
      where: { statements: { some: { type: { eq: DENIAL_OF_RESPONSIBILITY }, speaker: { kind: { eq: GOVERNMENT } } } } }
    ) { totalCount } }`,
  },
  {
    name: 'a total through a wide relation',
    limit: 1000,
    query: '{ incidents(where: { statements: { some: { type: { eq: REPORT } } } }) { totalCount } }',
  },
  {
    name: 'a page of November 2016, and total',
    limit: 50,
    query: `{ incidents(where: { date: { possibly: { from: "2016-11-01", to: "2016-11-30" } } }) {
      totalCount nodes { title }
    } }`,
  },
];

/** Runs the questions on each store, in turns, and prints the middle and the slowest hundredth. */
export async function benchQueries([file]: readonly string[]): Promise<void> {
  if (file === undefined) {
    process.stderr.write('Usage: npm run bench -- queries <events.ndjson>\n');
    process.exitCode = 2;
    return;
  }
  const kept = process.env.BENCH_DATA_DIR;
  const dataDir = kept ?? mkdtempSync(join(tmpdir(), 'bench-queries-'));
  const contenders = [await open('embedded', { dataDir })];
  const uri = process.env.BENCH_MONGODB_URI;
  if (uri !== undefined) contenders.push(await open('other', { mongodbUri: withDatabase(uri) }));
  try {
    const empty = await areEmpty(contenders);
    if (empty.length > 0) {
      const documents = makeDocuments(readArticles(file));
      for (const contender of empty) await fill(contender, documents);
    }
    for (const question of questions) await measure(contenders, question);
  } finally {
    for (const contender of contenders) await contender.close();
  }
}

async function measure(contenders: Contender[], { name, limit, query, variables }: Question): Promise<void> {
  const cells: string[] = [];
  for (const contender of contenders) {
    const payload = { query, variables: await variables?.(contender) };
    const times: number[] = [];
    let most = repeats;
    for (let turn = -warmUp; turn < most; turn++) {
      contender.commands.length = 0;
      const start = performance.now();
      const answer = await contender.app.inject({ method: 'POST', url: '/graphql', payload });
      const took = performance.now() - start;
      const { errors } = answer.json();
      if (errors) throw new Error(`${name}: ${JSON.stringify(errors)}`);
      if (turn >= 0) times.push(took);
      if (took > 2000) most = Math.min(most, 3);
    }
    times.sort((a, b) => a - b);
    const middle = times[times.length >> 1] ?? Number.NaN;
    const slowest = times[Math.ceil(times.length * 0.99) - 1] ?? Number.NaN;
    const over = contender.name === 'embedded' && middle > limit ? ` MORE THAN ${limit}` : '';
    cells.push(`${`${middle.toFixed(1)} / ${slowest.toFixed(1)} ms`.padStart(22)}${over}`);
  }
  console.log(`${name.padEnd(36)}${cells.join('')}  ${contenders[0]?.commands.join(', ')}`);
}

async function open(name: string, config: Parameters<typeof openStore>[0]): Promise<Contender> {
  const store = await openStore(config, { monitorCommands: true });
  const commands: string[] = [];
  store.client.on('commandStarted', ({ commandName, command }) => {
    if (commandName === 'find' || commandName === 'aggregate') commands.push(`${commandName} ${command[commandName]}`);
  });
  const app = await createGateway(store, {
    requestTimeoutMs: 120_000,
    logLevel: 'silent',
    production: true,
    maxCost: 1_000_000,
    debugStore: false,
  });
  return {
    name,
    store,
    app,
    commands,
    async close() {
      await app.close();
      const isKept = process.env.BENCH_DATA_DIR !== undefined && 'dataDir' in config;
      if (!isKept) await store.database.dropDatabase();
      await store.close();
      if (!isKept && 'dataDir' in config) rmSync(config.dataDir as string, { recursive: true, force: true });
    },
  };
}

async function areEmpty(contenders: Contender[]): Promise<Contender[]> {
  const counts = await Promise.all(
    contenders.map(({ store }) => store.database.collection('articles').countDocuments({}, { limit: 1 })),
  );
  return contenders.filter((_, i) => counts[i] === 0);
}

function withDatabase(uri: string): string {
  const url = new URL(uri);
  url.pathname = `/bench-${process.pid}`;
  return url.href;
}

async function fill({ name, store }: Contender, documents: Record<string, Document[]>): Promise<void> {
  const start = performance.now();
  for (const [collection, all] of Object.entries(documents)) {
    for (let i = 0; i < all.length; i += 1000)
      await store.database.collection(collection).insertMany(all.slice(i, i + 1000), { ordered: false });
  }
  const counts = Object.entries(documents).map(([collection, all]) => `${all.length} ${collection}`);
  console.log(`${name}: ${counts.join(', ')} in ${((performance.now() - start) / 1000).toFixed(0)} s`);
}

function readArticles(file: string): Article[] {
  const bytes = readFileSync(file);
  return [...parseArticles({ file, bytes })].flatMap(({ article }) =>
    article && !('retracted' in article) ? [article] : [],
  );
}

const types = ['REPORT', 'CLAIM_OF_RESPONSIBILITY', 'DENIAL_OF_RESPONSIBILITY', 'ATTRIBUTION', 'CONDEMNATION'] as const;

/** The events again and again: each round some years on, by further actors, at further places of the same countries. */
function makeDocuments(events: Article[]): Record<string, Document[]> {
  const articles: Article[] = [];
  let incidents = 0;
  for (let round = 0; incidents < wanted; round++) {
    for (const [index, event] of events.entries()) {
      if (incidents >= wanted) break;
      incidents += event.incidents?.length ?? 0;
      articles.push(withStatements(round === 0 ? event : shifted(event, round, index), index));
    }
  }
  const { incidents: folded, actors, statements, locations } = foldArticles(articles, []);
  return {
    articles: articles.map((article) => articleDocument(article)),
    incidents: folded,
    actors,
    statements,
    locations,
  };
}

function shifted(event: Article, round: number, index: number): Article {
  const far = index % 20;
  const actorIds = new Map((event.actors ?? []).map(({ id }) => [id, `${id}-${round}-${far * 7}`.slice(-120)]));
  const move = (date: string) =>
    date.replace(/\d{4}/gu, (year) => String(Number(year) - round)).replaceAll('-02-29', '-02-28');
  return {
    ...event,
    id: `${event.id}-${round}`,
    published: move(event.published),
    ...(event.actors && {
      actors: event.actors.map((actor) => ({ ...actor, id: actorIds.get(actor.id) as string, affiliations: [] })),
    }),
    ...(event.incidents && {
      incidents: event.incidents.map(({ partOf: _, links: __, ...incident }) => ({
        ...incident,
        id: `${incident.id}-${round}`,
        ...(incident.date && { date: { ...incident.date, edtf: move(incident.date.edtf) } }),
        ...(incident.participants && {
          participants: incident.participants.map((it) => ({ ...it, actor: actorIds.get(it.actor) as string })),
        }),
        casualties: (incident.casualties ?? []).map(({ actor: __, ...casualty }) => casualty),
      })),
    }),
  };
}

function withStatements(article: Article, index: number): Article {
  const incident = article.incidents?.[0];
  const speaker = article.actors?.[index % Math.max(1, article.actors.length)]?.id;
  const count = 1 + (index % 2);
  if (!incident) return article;
  return {
    ...article,
    statements: Array.from({ length: count }, (_, i) => ({
      id: `said-${i}`,
      type: types[(index * 3 + i) % types.length] as (typeof types)[number],
      text: `What was said of ${incident.title}`,
      incidents: [incident.id],
      ...(speaker !== undefined && { speaker }),
    })),
  };
}

async function deepCursor({ store }: Contender): Promise<object> {
  const [row] = await store.database
    .collection('incidents')
    .find({}, { sort: { 'order.start': -1, 'order.end': -1, _id: -1 }, skip: wanted / 2, limit: 1 })
    .toArray();
  const { formatCursor } = await import('../src/graph/cursor.ts');
  const { parseOrder } = await import('../src/graph/order.ts');
  const { entities } = await import('../src/entities.ts');
  return { after: formatCursor(parseOrder(entities.Incident, null), row as Document) };
}
