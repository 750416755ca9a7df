import type { Document } from 'mongodb';
import type { StoreReader } from '../../store/store-reader.ts';
import { type Condition, type Count, isNothing, type Related, some } from './condition.ts';
import { asList, type Resolution, toFilter } from './to-filter.ts';

/** What the store understands: a filter that indexes serve, and where that is not all, stages behind it. */
export interface Match {
  filter: Document;
  stages: readonly Document[];
}

/** A relation that fewer other things than this meet is asked as a list of values. */
const mostProbed = 1000;
/** Where finding them takes joins itself, each of them costs several times as much. */
const mostProbedByJoins = 100;

/**
 * Resolves the relations of a condition. Each is probed by one command: where few other things meet it, their ids go
 * into the filter; where many do, it becomes a semi-join within the command that reads. The answer is exact either way.
 */
export async function resolveCondition(
  store: StoreReader,
  condition: Condition,
  mostValues = mostProbed,
): Promise<Match> {
  const found = relatedIn(condition);
  const resolved = await Promise.all(
    found.map(async ({ related, list }, index) => {
      const match = await resolveCondition(store, related.of, mostValues);
      const most = match.stages.length > 0 ? Math.min(mostValues, mostProbedByJoins) : mostValues;
      const values = isProbed(related) ? await probe(store, related, match, most) : undefined;
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
    filter: toFilter(before, { resolutions, listOf: (path) => path }),
    stages: [
      ...joins.flatMap(lookup),
      ...[...lists].map(([list, name]) => numberElements(list, name, joins)),
      ...(after.length > 0 ? [{ $match: toFilter({ kind: 'all', of: after }, naming) }] : []),
    ],
  };
}

/** The stages of a pipeline that a match begins with. */
export function matchStages({ filter, stages }: Match): Document[] {
  return [...(Object.keys(filter).length > 0 ? [{ $match: filter }] : []), ...stages];
}

interface Found {
  related: Related;
  /** The list of elements in which it stands. */
  list: string | undefined;
}

interface LookedUp extends Found {
  match: Match;
  /** Where what is found goes; how many are found, where that is asked, stands beside in the same name and `n`. */
  field: string;
}

function relatedIn(condition: Condition, list?: string): Found[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap((each) => relatedIn(each, list));
    case 'not':
      return relatedIn(condition.of, list);
    case 'elements':
      return relatedIn(condition.of, condition.path);
    case 'related':
      return [{ related: condition, list }];
    case 'test':
      return [];
  }
}

/** A number of other things is counted for each parent. */
function isProbed({ count, derive }: Related): boolean {
  return derive === undefined && isSome(count);
}

function isSome({ least, most }: Count): boolean {
  return least === some.least && most === some.most;
}

function resolutionOf({ related, list, field }: LookedUp): Resolution {
  return list === undefined && isSome(related.count) ? { found: field } : { number: `${field}n` };
}

/**
 * The values that the parents of what meets the condition have; undefined where there are too many, in which case the
 * store tells no more than that.
 */
async function probe(
  store: StoreReader,
  related: Related,
  match: Match,
  mostValues: number,
): Promise<unknown[] | undefined> {
  if (isNothing(related.of)) return [];
  const { to, foreign } = related;
  const [row] = await store.aggregate<{ values: unknown[] | null }>(to.collection, [
    ...matchStages(match),
    { $limit: mostValues + 1 },
    { $group: { _id: null, number: { $sum: 1 }, values: { $push: `$${foreign}` } } },
    { $project: { _id: 0, values: { $cond: [{ $gt: ['$number', mostValues] }, null, '$values'] } } },
  ]);
  if (row === undefined) return [];
  if (row.values === null) return undefined;
  const values = [...new Set(row.values.flatMap(flatten))];
  return values.length > mostValues ? undefined : values;
}

/** What a list within a list has: a path through a list gives a list for each document. */
function flatten(value: unknown): unknown[] {
  return Array.isArray(value) ? value.flatMap(flatten) : value === null || value === undefined ? [] : [value];
}

/** Finds the other things of each parent, no more than decide, and counts them. */
function lookup({ related, list, match, field }: LookedUp): Document[] {
  const { to, local, foreign, derive = [], count } = related;
  const enough = count.most < Number.POSITIVE_INFINITY ? count.most + 1 : count.least;
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

/** A copy of a list whose elements say how many of the things found are theirs. */
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
