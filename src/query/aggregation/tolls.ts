import type { Document } from 'mongodb';
import type { Quantity } from '../../generated/schema.ts';
import type { Toll } from '../entity.ts';

const tollKinds = ['killed', 'injured'] as const;
type TollKind = (typeof tollKinds)[number];

/** The fields of a group or bucket that sum deaths and injuries. */
export type TollField = TollKind | `${TollKind}Known`;

/**
 * The deaths and injuries of some documents. A sum is null if none of them states a number; `killedKnown` and
 * `injuredKnown` are the numbers of documents that do. Fields that are not wanted are null.
 */
export interface TollModel {
  killed: Quantity | null;
  injured: Quantity | null;
  killedKnown: number | null;
  injuredKnown: number | null;
}

/** Returns the toll fields among the selected ones. */
export function tollFields(selected: ReadonlySet<string>): TollField[] {
  return tollKinds.flatMap((kind) => ([kind, `${kind}Known`] as const).filter((field) => selected.has(field)));
}

/**
 * Returns the stage before a `$group` with `tollAccumulators`, if any is needed. It copies the numbers of documents without
 * wholes and parts, so that the accumulators only read paths: they run for every document.
 */
export function tollStages(toll: Toll | undefined, wanted: readonly TollField[]): Document[] {
  const kinds = toll ? summed(wanted) : [];
  if (!toll || kinds.length === 0) return [];
  // A missing value is less than any text or number.
  const isRelated = { $or: [{ $gt: [`$${toll.whole}`, ''] }, { $gt: [`$${toll.parts}`, 0] }] };
  const loose = (kind: TollKind) => [looseOf(kind), { $cond: [isRelated, null, `$${toll[kind]}`] }];
  return [{ $set: Object.fromEntries(kinds.map(loose)) }];
}

/**
 * Returns the accumulators of a `$group` stage: the number of documents that state a number, and the sums over those
 * without wholes and parts, which are `Loose`; the sums of the others need `relatedStages`. `Closed` and `Exact` are the
 * numbers of loose ones with a maximum and with a best value.
 */
export function tollAccumulators(toll: Toll | undefined, wanted: readonly TollField[]): Document {
  if (!toll) return {};
  const count = (path: string) => ({ $sum: { $cond: [{ $gte: [`$${path}`, 0] }, 1, 0] } });
  const sums = (kind: TollKind) => {
    const loose = looseOf(kind);
    return {
      [`${kind}Min`]: { $sum: `$${loose}.min` },
      [`${kind}Max`]: { $sum: `$${loose}.max` },
      [`${kind}Best`]: { $sum: `$${loose}.best` },
      [`${kind}Loose`]: count(`${loose}.min`),
      [`${kind}Closed`]: count(`${loose}.max`),
      [`${kind}Exact`]: count(`${loose}.best`),
    };
  };
  const known = tollKinds.filter((kind) => wanted.includes(kind) || wanted.includes(`${kind}Known`));
  return {
    ...Object.fromEntries(known.map((kind) => [`${kind}Known`, count(`${toll[kind]}.min`)])),
    ...Object.assign({}, ...summed(wanted).map(sums)),
  };
}

/** Returns whether a row of `tollAccumulators` leaves out documents that `relatedStages` finds. */
export function hasRelated(row: Document): boolean {
  return tollKinds.some((kind) => row[`${kind}Known`] > row[`${kind}Loose`]);
}

/**
 * Returns stages that select the documents with a number that are part of something or have parts. A row has the chain
 * of wholes, the numbers, and `fields`.
 */
export function relatedStages(toll: Toll, wanted: readonly TollField[], fields: Document): Document[] {
  const kinds = summed(wanted);
  const states = kinds.map((kind) => ({ [toll[kind]]: { $exists: true } }));
  const relates = [{ [toll.whole]: { $exists: true } }, { [toll.parts]: { $gt: 0 } }];
  const numbers = Object.fromEntries(kinds.map((kind) => [kind, `$${toll[kind]}`]));
  return [
    { $match: { $and: [{ $or: states }, { $or: relates }] } },
    { $project: { _id: 0, chain: `$${toll.chain}`, ...numbers, ...fields } },
  ];
}

/** Returns the toll of one group, from its rows of `tollAccumulators` and its documents of `relatedStages`. */
export function toToll(
  rows: readonly Document[],
  related: readonly Document[],
  wanted: readonly TollField[],
): TollModel {
  const toll: TollModel = { killed: null, injured: null, killedKnown: null, injuredKnown: null };
  for (const kind of tollKinds) {
    const known = rows.reduce((sum, row) => sum + (row[`${kind}Known`] ?? 0), 0);
    if (wanted.includes(`${kind}Known`)) toll[`${kind}Known`] = known;
    if (wanted.includes(kind) && known > 0)
      toll[kind] = toQuantity(plus(sumOfRows(rows, kind), sumOfRelated(related, kind)));
  }
  return toll;
}

/** A quantity for calculations: an open maximum is infinite, an unknown best value is NaN. */
interface Sum {
  min: number;
  max: number;
  best: number;
}

const nothing: Sum = { min: 0, max: 0, best: 0 };

function sumOfRows(rows: readonly Document[], kind: TollKind): Sum {
  return rows
    .map((row) => ({
      min: Number(row[`${kind}Min`]),
      max: row[`${kind}Closed`] < row[`${kind}Loose`] ? Number.POSITIVE_INFINITY : Number(row[`${kind}Max`]),
      best: row[`${kind}Exact`] < row[`${kind}Loose`] ? Number.NaN : Number(row[`${kind}Best`]),
    }))
    .reduce(plus, nothing);
}

/**
 * Sums a forest: the parent of a document is its nearest whole among the documents that state a number. A document
 * counts as the greater of its own number and the sum of its children. Wholes without a number are skipped.
 */
function sumOfRelated(related: readonly Document[], kind: TollKind): Sum {
  const stating = related.filter((each) => each[kind]);
  const ids = new Set<string>(stating.map(({ chain }) => chain[0]));
  const hanging = new Map<string, Sum>();
  let total = nothing;
  // The chain of a part is longer than that of its whole.
  for (const { chain, [kind]: own } of stating.toSorted((a, b) => b.chain.length - a.chain.length)) {
    const [id, ...wholes] = chain as [string, ...string[]];
    const number = greater(fromQuantity(own), hanging.get(id));
    const above = wholes.find((whole) => ids.has(whole));
    if (above === undefined) total = plus(total, number);
    else hanging.set(above, plus(hanging.get(above) ?? nothing, number));
  }
  return total;
}

function plus(a: Sum, b: Sum): Sum {
  return { min: exact(a.min + b.min), max: exact(a.max + b.max), best: exact(a.best + b.best) };
}

/** Compares minimum, maximum and best value separately. */
function greater(a: Sum, b: Sum | undefined): Sum {
  if (!b) return a;
  return { min: Math.max(a.min, b.min), max: Math.max(a.max, b.max), best: Math.max(a.best, b.best) };
}

/** Limits a sum to 2^53 - 1: numbers above it are not exact. */
function exact(sum: number): number {
  return sum === Number.POSITIVE_INFINITY ? sum : Math.min(sum, Number.MAX_SAFE_INTEGER);
}

function fromQuantity({ min, max, best }: Document): Sum {
  return { min, max: max ?? Number.POSITIVE_INFINITY, best: best ?? Number.NaN };
}

function toQuantity({ min, max, best }: Sum): Quantity {
  return {
    min,
    max: max === Number.POSITIVE_INFINITY ? null : max,
    best: Number.isNaN(best) ? null : best,
  };
}

function summed(wanted: readonly TollField[]): TollKind[] {
  return tollKinds.filter((kind) => wanted.includes(kind));
}

/** The path of the copy that `tollStages` makes. */
function looseOf(kind: TollKind): string {
  return `_${kind}`;
}
