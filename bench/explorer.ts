import { facetVariables } from '../web/explorer/data/facet-variables.ts';
import { IncidentsDocument, OverviewDocument } from '../web/explorer/generated/graphql.ts';
import { inAreasOf, pointsOf, spansOf, undatedOf, unplacedOf } from '../web/explorer/state/conditions.ts';
import { type ExplorerState, emptyState } from '../web/explorer/state/explorer-state.ts';
import { whereOf } from '../web/explorer/state/where.ts';
import { ask, type Contender, openContenders } from './contenders.ts';
import { type ExplorerData, generatedData, ucdpData } from './explorer-data.ts';

const repeats = Number(process.env.BENCH_REPEATS ?? 5);
/** Requests before the measurement, until the code is compiled. */
const warmUp = 2;
/** The max medians of the embedded store with 100,000 incidents, in ms. */
const limits = { list: 150, overview: 1000 };

/** Choices of filters, by what they are. */
const statesOf = ({ country, actor, publisher, place, years, box }: ExplorerData): Record<string, Chosen> => ({
  nothing: {},
  'a country': { country: [country] },
  'another type': { type: ['PROTEST'] },
  'two facets': { type: ['BATTLE'], outcome: ['PARTIAL', 'FAILED'] },
  'an actor': { actor: [actor] },
  'an actor in a role': { actor: [actor], role: ['PERPETRATOR'] },
  'a method': { method: ['DRONE'] },
  'a kind of target': { target: ['HOSPITAL'] },
  'a publisher': { publisher: [publisher] },
  'a frequent word': { q: 'attack', sort: 'relevance' },
  'two words': { q: 'drone council', sort: 'relevance' },
  'two years': years,
  'a box': { box },
  'a place': { within: place },
  'a country, a word, two years': { country: [country], q: 'attack', ...years },
});

type Chosen = Partial<ExplorerState>;

/**
 * Measures the two requests of the explorer in each of its states: the list with its count, then the facets, each
 * without its own filter, with the map and the timeline. There are two uneven generated sets, of which one is not used
 * for tuning, of 20,000 incidents by default; the marks are for BENCH_INCIDENTS=100000. Prints medians of requests after
 * a write, when nothing is kept, and in brackets of the same ones asked again.
 *
 * The arguments are names of sets, or UCDP's tables (`ged-*.csv.gz`), whose events become a third set. Without arguments,
 * both generated sets are measured. Runs on the embedded store, and on a new database of the server in BENCH_MONGODB_URI
 * if set. BENCH_DATA_DIR keeps the data for the next run.
 */
export async function benchExplorer(args: readonly string[]): Promise<void> {
  const files = args.filter((each) => each.includes('.'));
  const names = args.filter((each) => !files.includes(each));
  const sets = [
    ...generatedData.filter(({ name }) => (args.length === 0 ? true : names.includes(name))),
    ...(files.length > 0 ? [await ucdpData(files)] : []),
  ];
  for (const data of sets) {
    const contenders = await openContenders('explorer', data);
    try {
      for (const contender of contenders) await measure(contender, data);
    } finally {
      for (const contender of contenders) await contender.close();
    }
  }
}

async function measure(contender: Contender, data: ExplorerData): Promise<void> {
  const columns = [`${'matches'.padStart(9)}`, ...['list', 'facets, map, timeline'].map((each) => each.padStart(23))];
  console.log(`\n${`${data.name}, ${contender.name}, ms`.padEnd(32)}${columns.join('')}`);
  for (const [name, chosen] of Object.entries(statesOf(data))) {
    const state = { ...emptyState, ...chosen };
    const requests = [listOf(state), overviewOf(state)];
    const { incidents } = await ask<{ incidents: { totalCount: number } }>(contender, ...listOf(state));
    const times: number[] = [];
    const cells: string[] = [];
    for (const request of requests) {
      const first = await median(contender, request, true);
      const kept = await median(contender, request, false);
      times.push(first);
      cells.push(`${first.toFixed(0)} (${kept.toFixed(0)})`.padStart(23));
    }
    const faults = Object.entries(limits).flatMap(([what, limit], i) =>
      (times[i] as number) > limit ? [`${what} ABOVE ${limit}`] : [],
    );
    const matches = String(incidents.totalCount).padStart(9);
    console.log(`${name.padEnd(32)}${matches}${cells.join('')}  ${faults.join(', ')}`);
  }
}

type Request = [query: string, variables: object];

async function median(contender: Contender, request: Request, isAfterWrite: boolean): Promise<number> {
  const times: number[] = [];
  for (let turn = -warmUp; turn < repeats; turn++) {
    if (isAfterWrite) await contender.beginTurn();
    const start = performance.now();
    await ask(contender, ...request);
    if (turn >= 0) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[times.length >> 1] as number;
}

function listOf(state: ExplorerState): Request {
  const where = whereOf(state);
  const variables = {
    where,
    orderBy: [{ field: state.sort === 'relevance' ? 'RELEVANCE' : 'DATE', direction: 'DESC' }],
    first: 30,
    after: null,
    isFirst: true,
    points: pointsOf(where),
    period: whereOf(state, 'from', 'to'),
    named: state.actor.map((id) => `Actor:${id}`),
  };
  return [String(IncidentsDocument), variables];
}

function overviewOf(state: ExplorerState): Request {
  const where = whereOf(state);
  const period = whereOf(state, 'from', 'to');
  const variables = {
    ...facetVariables(state),
    points: pointsOf(where),
    precision: 4,
    areas: inAreasOf(where),
    unplaced: unplacedOf(where),
    countsUnplaced: false,
    period,
    interval: 'MONTH',
    from: null,
    to: null,
    spans: spansOf(period),
    undated: undatedOf(period),
  };
  return [String(OverviewDocument), variables];
}
