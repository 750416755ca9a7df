import type { Document } from 'mongodb';

/*
 * The incidents for the store's benchmarks. They are the same in each run.
 */

export const types = [
  'BATTLE',
  'EXPLOSION_REMOTE_VIOLENCE',
  'VIOLENCE_AGAINST_CIVILIANS',
  'PROTEST',
  'RIOT',
  'STRATEGIC_DEVELOPMENT',
  'OTHER',
];
const day = 86_400_000;
const first = Date.UTC(2014, 0, 1);
const days = 4000;
const middle = new Date(first + (days / 2) * day);
/** The order of a page, newest first. */
export const page = { 'span.start': -1, _id: -1 } as const;

const random = seeded(20_231_109);

export function incidentId(n: number): string {
  return `incident-${String(n).padStart(10, '0')}`;
}

/** The `n`th incident of `count`. Its `partOf` is one of the others. */
export function incident(n: number, count: number): Document {
  const start = new Date(first + Math.floor(random() * days) * day);
  return {
    _id: incidentId(n) as never,
    title: `Incident number ${n} near a place with a name`,
    summary: 'What happened, in the words of a report that is about as long as such summaries are. '.repeat(3),
    type: types[Math.floor(random() * types.length)],
    methods: ['DRONE', 'IED'].slice(0, 1 + Math.floor(random() * 2)),
    span: { start, end: start },
    actors: Array.from({ length: 2 }, () => `actor-${Math.floor(random() * 2000)}`),
    partOf: incidentId(Math.floor(random() * count)),
    killed: Math.floor(random() * 5),
    point: { type: 'Point', coordinates: [30 + random() * 30, 20 + random() * 20] },
  };
}

/** The page after an incident in the middle of the list. */
export function halfway(turn: number): Document {
  const start = new Date(middle.getTime() + turn * 3_600_000);
  return {
    'span.start': { $lte: start },
    $or: [{ 'span.start': { $lt: start } }, { _id: { $lt: incidentId(turn) as never } }],
  };
}

export function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}

/** A pseudo-random number generator (mulberry32), so that all runs have the same incidents. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
