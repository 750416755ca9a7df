import { ask, type Contender, openContenders } from './contenders.ts';
import { plansData } from './plans-data.ts';

const repeats = Number(process.env.BENCH_REPEATS ?? 9);
/** Requests before the measurement, until the code is compiled. */
const warmUp = 3;
/** The max median of a page of the embedded store, in ms, and its max ratio to the total. */
const limit = 100;
const maxRatio = 1.3;
/** A page that is faster than this, in ms, may take longer than its total. */
const negligible = 15;

const denialByGovernment = `type: { eq: DENIAL_OF_RESPONSIBILITY }, speaker: { kind: { eq: GOVERNMENT } }`;

/** Filters of incidents through relations, by what is rare. */
const filters: Readonly<Record<string, string>> = {
  'a type and a kind': `statements: { some: { ${denialByGovernment} } }`,
  'a rare type': 'statements: { some: { type: { eq: SYMPATHY }, speaker: { kind: { eq: GOVERNMENT } } } }',
  'a rare speaker': 'statements: { some: { type: { eq: REPORT }, speaker: { name: { contains: "19" } } } }',
  'a speaker of no kind':
    'statements: { some: { type: { eq: REPORT }, speaker: { kind: { eq: MEDIA }, country: { eq: "LY" } } } }',
  'any type': 'statements: { some: { speaker: { kind: { in: [GOVERNMENT, MILITARY, STATE, PERSON] } } } }',
  'no denial': `statements: { none: { ${denialByGovernment} } }`,
  'every speaker': 'statements: { every: { speaker: { kind: { eq: GOVERNMENT } } } }',
  'every type': 'statements: { every: { type: { in: [REPORT, DENIAL_OF_RESPONSIBILITY, ATTRIBUTION] } } }',
  'two denials': `statements: { count: { gte: 2, where: { ${denialByGovernment} } } }`,
  'a participant':
    'participants: { some: { role: { eq: PERPETRATOR }, actor: { kind: { eq: POLICE }, country: { eq: "SY" } } } }',
  'three deep': 'statements: { some: { speaker: { statements: { some: { type: { eq: SYMPATHY } } } } } }',
  'three deep, every': 'statements: { some: { speaker: { incidents: { every: { type: { eq: BATTLE } } } } } }',
};

/** Orders of pages: by an index that many filters meet early, by one that has nothing to do with them, backwards. */
const orders: Readonly<Record<string, string>> = {
  date: 'first: 20',
  title: 'first: 20, orderBy: [{ field: TITLE, direction: ASC }]',
  last: 'last: 20',
};

/**
 * Measures pages of incidents that are filtered through relations, and their totals, on two uneven sets of data of which
 * one is not used for tuning. Prints medians and the ratio of each page to its total. The arguments are the names of the
 * sets, all by default. Runs on the embedded store, and on a new database of the server in BENCH_MONGODB_URI if set.
 * BENCH_DATA_DIR keeps the data for the next run.
 */
export async function benchPlans(names: readonly string[]): Promise<void> {
  for (const data of plansData) {
    if (names.length > 0 && !names.includes(data.name)) continue;
    const contenders = await openContenders('plans', data);
    try {
      for (const contender of contenders) await measure(contender, data.name);
    } finally {
      for (const contender of contenders) await contender.close();
    }
  }
}

async function measure(contender: Contender, set: string): Promise<void> {
  const columns = ['matches', 'total', ...Object.keys(orders)];
  console.log(`\n${`${set}, ${contender.name}, ms`.padEnd(30)}${columns.map((column) => column.padStart(9)).join('')}`);
  for (const [name, filter] of Object.entries(filters)) {
    const where = `where: { ${filter} }`;
    const { found } = await ask<{ found: { totalCount: number } }>(contender, totalOf(where));
    const total = await median(contender, totalOf(where));
    const pages: number[] = [];
    for (const order of Object.values(orders))
      pages.push(await median(contender, `{ found: incidents(${where}, ${order}) { nodes { id title } } }`));
    const worst = Math.max(...pages);
    const isSlow = worst > limit || (worst > negligible && worst > maxRatio * total);
    const cells = [total, ...pages].map((time) => time.toFixed(1).padStart(9)).join('');
    const verdict = isSlow
      ? `  ${worst > limit ? `ABOVE ${limit}` : ''} ${(worst / total).toFixed(2)} of the total`
      : '';
    console.log(`${name.padEnd(30)}${String(found.totalCount).padStart(9)}${cells}${verdict}`);
  }
}

function totalOf(where: string): string {
  return `{ found: incidents(${where}) { totalCount } }`;
}

async function median(contender: Contender, query: string): Promise<number> {
  const times: number[] = [];
  for (let turn = -warmUp; turn < repeats; turn++) {
    const start = performance.now();
    await ask(contender, query);
    if (turn >= 0) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[times.length >> 1] as number;
}
