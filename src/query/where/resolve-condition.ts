import type { Document } from 'mongodb';
import type { StoreReader } from '../../store/store-reader.ts';
import { asList, compileFilter, type Resolution } from './compile-filter.ts';
import { type Condition, isNothing, isSome, type PlacedRelation, type Related, relatedIn } from './condition.ts';
import { type Match, matchStages } from './store-match.ts';

/** The maximum number of related nodes whose values go into the filter. */
const maxProbed = 1000;
/** The maximum number of nodes that are found by joins, where each node costs several times as much. */
const maxProbedByJoins = 100;

/**
 * Resolves the relations of a condition. Each is probed with one command. If few related nodes meet it, their values go
 * into the filter; if many do, it becomes a semi-join in the command that reads. The result is exact either way.
 */
export async function resolveCondition(store: StoreReader, condition: Condition): Promise<Match> {
  const found = relatedIn(condition);
  const resolved = await Promise.all(
    found.map(async ({ related, list }, index) => {
      const match = await resolveCondition(store, related.of);
      const max = match.stages.length > 0 ? maxProbedByJoins : maxProbed;
      const values = isProbed(related) ? await probe(store, related, match, max) : undefined;
      const join: LookedUp = { related, list, match, field: `_r${index}` };
      return values ? { related, values } : join;
    }),
  );
  const joins = resolved.filter((each) => 'field' in each);
  const resolutions = new Map<Related, Resolution>(
    resolved.map((each) => [each.related, 'values' in each ? { values: each.values } : resolutionOf(each)]),
  );
  const lists = new Map(
    joins.flatMap(({ list, field }) => (list === undefined ? [] : [[list, `_l${field}`] as const])),
  );
  const naming = { resolutions, listOf: (path: string) => lists.get(path) ?? path };

  const isJoined = (part: Condition) =>
    relatedIn(part).some(({ related }) => joins.some((join) => join.related === related));
  const parts = condition.kind === 'all' ? condition.of : [condition];
  const before: Condition = { kind: 'all', of: parts.filter((part) => !isJoined(part)) };
  const after = parts.filter(isJoined);
  return {
    filter: compileFilter(before, { resolutions, listOf: (path) => path }),
    stages: [
      ...joins.flatMap(lookup),
      ...[...lists].map(([list, name]) => numberElements(list, name, joins)),
      ...(after.length > 0 ? [{ $match: compileFilter({ kind: 'all', of: after }, naming) }] : []),
    ],
  };
}

interface LookedUp extends PlacedRelation {
  match: Match;
  /** The field that receives the nodes found. Their number, if needed, goes into the field of this name and `n`. */
  field: string;
}

/** Returns whether a relation can be probed. A number of nodes must be counted for each parent instead. */
function isProbed({ count, derive }: Related): boolean {
  return derive === undefined && isSome(count);
}

function resolutionOf({ related, list, field }: LookedUp): Resolution {
  return list === undefined && isSome(related.count) ? { found: field } : { number: `${field}n` };
}

/**
 * Returns the values of the `foreign` path in the nodes that meet the condition; undefined if there are too many, in
 * which case the store does not send them.
 */
async function probe(
  store: StoreReader,
  related: Related,
  match: Match,
  maxValues: number,
): Promise<unknown[] | undefined> {
  if (isNothing(related.of)) return [];
  const { to, foreign } = related;
  const [row] = await store.aggregate<{ values: unknown[] | null }>(to.collection, [
    ...matchStages(match),
    { $limit: maxValues + 1 },
    { $group: { _id: null, number: { $sum: 1 }, values: { $push: `$${foreign}` } } },
    { $project: { _id: 0, values: { $cond: [{ $gt: ['$number', maxValues] }, null, '$values'] } } },
  ]);
  if (row === undefined) return [];
  if (row.values === null) return undefined;
  const values = [...new Set(row.values.flatMap(flatten))];
  return values.length > maxValues ? undefined : values;
}

/** Flattens nested lists: a path through a list returns a list for each document. */
function flatten(value: unknown): unknown[] {
  return Array.isArray(value) ? value.flatMap(flatten) : value === null || value === undefined ? [] : [value];
}

/** Finds the related nodes of each parent, only as many as the condition needs, and counts them if needed. */
function lookup({ related, list, match, field }: LookedUp): Document[] {
  const { to, local, foreign, derive = [], count } = related;
  const enough = count.max < Number.POSITIVE_INFINITY ? count.max + 1 : count.min;
  const of = {
    from: to.collection,
    localField: list === undefined ? local : `${list}.${local}`,
    foreignField: foreign,
  };
  const pipeline = [
    ...derive,
    ...matchStages(match),
    ...(list === undefined ? [{ $limit: enough }] : []),
    { $project: { _id: 1 } },
  ];
  const found = { $lookup: { ...of, pipeline, as: field } };
  const isCounted = list === undefined && !isSome(count);
  return isCounted ? [found, { $set: { [`${field}n`]: { $size: `$${field}` } } }] : [found];
}

/** Adds a copy of a list in which each element has the number of the found nodes that are its own. */
function numberElements(list: string, name: string, joins: readonly LookedUp[]): Document {
  const numbers = joins
    .filter((join) => join.list === list)
    .map(({ related, field }) => [
      `${field}n`,
      { $size: { $setIntersection: [asList(`$$it.${related.local}`), `$${field}._id`] } },
    ]);
  const input = { input: `$${list}`, as: 'it', in: { $mergeObjects: ['$$it', Object.fromEntries(numbers)] } };
  return { $set: { [name]: { $map: input } } };
}
