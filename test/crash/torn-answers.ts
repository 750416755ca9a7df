import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { writeArticles } from '../../src/ingest/write/write-articles.ts';
import { createGateway } from '../../src/process/create-gateway.ts';
import { openStore } from '../../src/store/open-store.ts';
import { article, incident, named } from '../support/articles.ts';
import { parseAll, testSettings } from '../support/gateway.ts';
import { openTestStore } from '../support/store.ts';

/*
 * Queries a gateway while another client rewrites one article. Each revision of the article numbers an incident, its
 * place, its actors and what they say, so that a response with two numbers shows two states of the store.
 */

export interface TornReport {
  answers: number;
  writes: number;
  /** Responses with data of two states. */
  torn: string[];
  /** Responses with data from before a write that was acknowledged before the request. */
  stale: string[];
  /** Responses without a revision. */
  unknown: number;
  /** Revisions that belong to two states, or to an older state than a lower revision. */
  wrongRevisions: string[];
  medianMs: number;
}

export interface TornOptions {
  answers: number;
  writesPerSecond: number;
  clients: number;
  /** How the gateway uses the store: by default as well as it can. */
  oneState?: 'snapshot' | 'transaction' | 'none';
}

const queries = [
  `{ incident(id: "raid") { title location { name } participants { actor { name } } statements { nodes { text speaker { name } } } } }`,
  `{ statements { nodes { text incidents { nodes { title location { name } } } } } actors { nodes { name } } }`,
  `{ articles { nodes { title incidents { nodes { title participants { actor { name statements { nodes { text } } } } } } } } }`,
  `{ search(text: "raid") { nodes { ... on Incident { title location { name } } } } locations { nodes { name } } }`,
  `{ articles { groups(by: PUBLISHER) { key } totalCount } incidents { groups(by: PUBLISHER) { key } } }`,
  `{ incidents { groups(by: PUBLISHER) { key } timeline(interval: DAY) { count } nodes { title } } }`,
];

function revision(number: number) {
  const actors = ['a', 'b', 'c'];
  return article('report', {
    title: `Report ${number}`,
    publisher: `Press ${number}`,
    locations: [named('town', { name: `Town ${number}` })],
    actors: actors.map((id) => named(id, { name: `Actor ${id} ${number}` })),
    incidents: [
      incident('raid', {
        title: `Raid ${number}`,
        location: 'town',
        participants: actors.map((actor) => ({ actor, role: 'TARGET' })),
      }),
    ],
    statements: actors.map((speaker) => ({
      id: `says-${speaker}`,
      type: 'COMMENT',
      speaker,
      incidents: ['raid'],
      text: `Words ${number}`,
    })),
  });
}

/** Needs an empty database, which it leaves full. The store is that of `openTestStore`. */
export async function tornAnswers(options: TornOptions): Promise<TornReport> {
  const store = await openTestStore();
  const writer = await openStore(store.config);
  const gateway = await createGateway(
    { ...store, ...(options.oneState && { oneState: options.oneState }) },
    testSettings,
  );
  const report: TornReport = {
    answers: 0,
    writes: 0,
    torn: [],
    stale: [],
    unknown: 0,
    wrongRevisions: [],
    medianMs: 0,
  };
  const seen = new Map<number, string>();
  const times: number[] = [];
  let isOver = false;

  const write = async () => {
    await writeArticles(writer.database, writer.client, parseAll([revision(report.writes)]), { dryRun: false });
    report.writes++;
  };
  const writeOn = async () => {
    while (!isOver) {
      const began = performance.now();
      await write();
      await sleep(Math.max(0, 1000 / options.writesPerSecond - (performance.now() - began)));
    }
  };
  const askOn = async (client: number) => {
    for (let i = client; report.answers < options.answers; i++) {
      const began = performance.now();
      const newest = report.writes - 1;
      const query = queries[i % queries.length];
      const response = await gateway.inject({ method: 'POST', url: '/graphql', payload: { query } });
      times.push(performance.now() - began);
      report.answers++;
      const { data, errors, extensions } = response.json();
      if (errors) throw new Error(`A query failed: ${JSON.stringify(errors).slice(0, 500)}`);
      note(JSON.stringify(data), extensions.revision, newest);
    }
  };
  const note = (data: string, of: number | undefined, newest: number) => {
    const numbers = new Set([...data.matchAll(/ (\d+)"/g)].map(([, number]) => number));
    if (numbers.size !== 1) report.torn.push(data.slice(0, 500));
    if ([...numbers].some((number) => Number(number) < newest)) report.stale.push(`${newest}: ${data.slice(0, 500)}`);
    if (of === undefined) {
      report.unknown++;
      return;
    }
    const [number = ''] = numbers;
    if ((seen.get(of) ?? number) !== number) report.wrongRevisions.push(`${of}: ${seen.get(of)} and ${number}`);
    seen.set(of, number);
  };

  try {
    await write();
    const writing = writeOn();
    await Promise.all(Array.from({ length: options.clients }, (_, client) => askOn(client)));
    isOver = true;
    await writing;
    const inOrder = [...seen].sort(([a], [b]) => a - b).map(([, number]) => Number(number));
    if (inOrder.some((number, i) => i > 0 && number < (inOrder[i - 1] as number)))
      report.wrongRevisions.push('a higher revision showed an older state');
    report.medianMs = times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
    return report;
  } finally {
    isOver = true;
    await gateway.close();
    await writer.close();
    await store.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const command = new Command('torn-answers')
    .description('Looks for responses that show two states of the store, on TEST_MONGODB_URI or an embedded store.')
    .option('--answers <number>', 'how many responses to check', Number, 10_000)
    .option('--writes <number>', 'how many times per second the article is rewritten', Number, 30)
    .option('--clients <number>', 'how many clients ask at once', Number, 4)
    .option('--as <way>', 'how to read: snapshot, transaction or none (default: as well as the store can)')
    .parse();
  const { answers, writes, clients, as } = command.opts();
  const report = await tornAnswers({ answers, writesPerSecond: writes, clients, ...(as && { oneState: as }) });
  const { torn, stale, wrongRevisions, ...figures } = report;
  console.log(JSON.stringify(figures));
  for (const each of [...torn.slice(0, 3), ...stale.slice(0, 3), ...wrongRevisions.slice(0, 3)]) console.error(each);
  console.log(`${torn.length} torn, ${stale.length} stale, ${wrongRevisions.length} wrong revisions`);
  process.exitCode = torn.length + stale.length + wrongRevisions.length > 0 ? 1 : 0;
}
