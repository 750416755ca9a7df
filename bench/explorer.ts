import { ask, type Contender, openContenders } from './contenders.ts';
import { explorerData } from './explorer-data.ts';

const repeats = Number(process.env.BENCH_REPEATS ?? 9);
/** Requests before the measurement, until the code is compiled. */
const warmUp = 3;
/** The max medians of the embedded store, in ms. */
const limits = { list: 150, rest: 1000 };

type Filter = Record<string, unknown>;

/** What a user has chosen, one filter for each facet or field. */
const statesOf = (country: string): Record<string, Record<string, Filter>> => ({
  nothing: {},
  'a country': { COUNTRY: { location: { country: { eq: country } } } },
  'another type': { TYPE: { type: { eq: 'PROTEST' } } },
  'two facets': { TYPE: { type: { eq: 'BATTLE' } }, OUTCOME: { outcome: { in: ['PARTIAL', 'FAILED'] } } },
  'an actor': { ACTOR: { participants: { some: { actor: { id: { eq: 'actor-0' } } } } } },
  'an actor in a role': {
    ACTOR: { participants: { some: { role: { eq: 'PERPETRATOR' }, actor: { id: { eq: 'actor-7' } } } } },
  },
  'a method': { METHOD: { methods: { some: { eq: 'DRONE' } } } },
  'a kind of target': { TARGET_KIND: { targets: { some: { kind: { eq: 'HOSPITAL' } } } } },
  'a publisher': { PUBLISHER: { articles: { some: { publisher: { eq: 'Publisher 3' } } } } },
  'a frequent word': { text: { text: 'attack' } },
  'two words': { text: { text: 'drone council' } },
  'two years': { date: { date: { possibly: { from: '1995-01-01', to: '1996-12-31' } } } },
  'a box': { box: { location: { box: { south: -20, west: 0, north: -10, east: 20 } } } },
  'a place': { place: { location: { within: 'place-1' } } },
  'a country, a word, two years': {
    COUNTRY: { location: { country: { eq: country } } },
    text: { text: 'attack' },
    date: { date: { possibly: { from: '1995-01-01', to: '1996-12-31' } } },
  },
});

const facets = ['TYPE', 'COUNTRY', 'ACTOR', 'METHOD', 'OUTCOME', 'PUBLISHER', 'TARGET_KIND'];

/**
 * Measures what the explorer asks in each of its states: the list with its count, then the facets, each without its own
 * filter, and the map with the timeline. There are two uneven sets of 100,000 incidents (BENCH_INCIDENTS), of which one is
 * not used for tuning. Prints medians of requests after a write, when nothing is kept, and in brackets of the same ones asked
 * again. The arguments are the names of the sets, all by default. Runs on the embedded store,
 * and on a new database of the server in BENCH_MONGODB_URI if set. BENCH_DATA_DIR keeps the data for the next run.
 */
export async function benchExplorer(names: readonly string[]): Promise<void> {
  for (const data of explorerData) {
    if (names.length > 0 && !names.includes(data.name)) continue;
    const contenders = await openContenders('explorer', data);
    try {
      for (const contender of contenders) await measure(contender, data);
    } finally {
      for (const contender of contenders) await contender.close();
    }
  }
}

interface Request {
  query: string;
  variables: object;
}

async function measure(contender: Contender, { name, country }: { name: string; country: string }): Promise<void> {
  const columns = ['matches', 'list', 'facets', 'map'];
  console.log(
    `\n${`${name}, ${contender.name}, ms`.padEnd(32)}${columns.map((each) => each.padStart(each === 'matches' ? 9 : 14)).join('')}`,
  );
  for (const [state, filters] of Object.entries(statesOf(country))) {
    const list = listOf(filters);
    const { totalCount } = await ask<{ totalCount: number }>(contender, list.query, list.variables);
    const requests = [list, facetsOf(filters), mapOf(filters)];
    const times: number[] = [];
    const kept: number[] = [];
    for (const request of requests) {
      times.push(await median(contender, request, true));
      kept.push(await median(contender, request, false));
    }
    const [first = 0, ...others] = times;
    const rest = others.reduce((a, b) => a + b, 0);
    const faults = [
      ...(first > limits.list ? [`list ABOVE ${limits.list}`] : []),
      ...(rest > limits.rest ? [`facets and map ABOVE ${limits.rest}`] : []),
    ];
    const cells = times.map((time, i) => `${time.toFixed(0)} (${kept[i]?.toFixed(0)})`.padStart(14)).join('');
    console.log(`${state.padEnd(32)}${String(totalCount).padStart(9)}${cells}  ${faults.join(', ')}`);
  }
}

async function median(contender: Contender, { query, variables }: Request, isAfterWrite: boolean): Promise<number> {
  const times: number[] = [];
  for (let turn = -warmUp; turn < repeats; turn++) {
    if (isAfterWrite) await contender.beginTurn();
    const start = performance.now();
    await ask(contender, query, variables);
    if (turn >= 0) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[times.length >> 1] as number;
}

function listOf(filters: Record<string, Filter>): Request {
  return {
    query: `query ($where: IncidentWhere) {
      found: incidents(where: $where, first: 30) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          id title type outcome date { edtf start end precision } location { id label country }
          participants(first: 3) { id role actor { id label } } casualties(first: 3) { id kind count { min max } }
        }
      }
    }`,
    variables: { where: whereOf(filters) },
  };
}

/** One connection for each filter that some facet leaves, and the groups of those facets. */
function facetsOf(filters: Record<string, Filter>): Request {
  const variables = Object.fromEntries(facets.map((facet) => [facet, whereOf(filters, facet)]));
  const groups = (facet: string) => `groups(by: ${facet}, first: 12) { key label count }`;
  const own = facets.filter((facet) => facet in filters);
  const shared = facets.filter((facet) => !own.includes(facet));
  return {
    query: `query ($where: IncidentWhere${own.map((facet) => `, $${facet}: IncidentWhere`).join('')}) {
      found: incidents(where: $where) { ${shared.map((facet) => `${facet}: ${groups(facet)}`).join(' ')} }
      ${own.map((facet) => `${facet}: incidents(where: $${facet}) { ${groups(facet)} }`).join('\n')}
    }`,
    variables: { where: whereOf(filters), ...Object.fromEntries(own.map((facet) => [facet, variables[facet]])) },
  };
}

function mapOf(filters: Record<string, Filter>): Request {
  return {
    query: `query ($where: IncidentWhere, $drawn: IncidentWhere) {
      found: incidents(where: $where) {
        timeline(interval: MONTH) { start end count uncertain killed { min max best } killedKnown }
        bounds { south west north east }
      }
      drawn: incidents(where: $drawn) {
        cells(precision: 4, first: 1000) { count latitude longitude location { id label } killed { min max best } }
      }
    }`,
    variables: {
      where: whereOf(filters),
      drawn: { and: [whereOf(filters), { locationPrecision: { in: ['EXACT', 'NEAR'] } }] },
    },
  };
}

/** Returns the filter of a state without that of one facet. */
function whereOf(filters: Record<string, Filter>, facet?: string): object {
  return { and: Object.entries(filters).flatMap(([name, filter]) => (name === facet ? [] : [filter])) };
}
