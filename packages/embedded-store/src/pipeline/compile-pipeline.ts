import { fail } from '../errors.ts';
import { allOf, type Filter, type ParsedFilter } from '../query/filter.ts';
import type { Stage } from '../query/stage.ts';
import { noDependencies, topLevelField } from '../values/dependencies.ts';
import { isDocument, type Value } from '../values/value.ts';
import { parseGeoNear } from './geo-near.ts';
import type { Pipeline } from './pipeline.ts';
import { readsOfStages } from './reads-of-stages.ts';
import { countOf, parseMatch, parseStageSort } from './stage-arguments.ts';
import { compileStage } from './stages.ts';
import { summaryOf } from './summarize.ts';

/** Compiles a pipeline. Throws Location40324 for unknown stages. `variables` are those that an outer `let` defines. */
export function compilePipeline(stages: Value, variables: readonly string[] = []): Pipeline {
  const specs = parseStages(stages);
  const { taken, ...head } = takeHead(specs, variables);
  const rest = specs.slice(taken).map(([name, spec]) => compileStage(name, spec, variables, compilePipeline));
  for (const [i, stage] of rest.entries()) {
    const following = rest.slice(i + 1);
    if (stage.name === '$sort') limitSort(stage, following);
    if (stage.name === '$lookup')
      stage.use = {
        maxRows: rest.slice(0, i).every(({ name }) => neverAdding.has(name))
          ? maxRowsOf(head)
          : Number.POSITIVE_INFINITY,
        exhausted: isExhausted(following),
        existence: isAskedForExistence(stage, following),
      };
  }
  const { reads, covers, inAnyOrder } = readsOfStages(rest);
  return { ...head, stages: rest, reads, covers, inAnyOrder, summary: summaryOf(rest) };
}

/** Stages that return at most as many rows as they get. */
const neverAdding: ReadonlySet<string> = new Set([
  '$match',
  '$project',
  '$set',
  '$addFields',
  '$unset',
  '$sort',
  '$skip',
  '$limit',
  '$lookup',
]);

/** The max number of rows that a `$limit` or the listed values of `_id` leave. */
function maxRowsOf({ filter: { filter }, limit }: Pick<Pipeline, 'filter' | 'limit'>): number {
  return Math.min(limit ?? Number.POSITIVE_INFINITY, maxIds(filter));
}

function maxIds(filter: Filter): number {
  if (filter.kind === 'and') return Math.min(...filter.filters.map(maxIds));
  if (filter.kind !== 'path' || filter.path !== '_id') return Number.POSITIVE_INFINITY;
  if (filter.test.op === 'eq') return 1;
  return filter.test.op === 'in' && filter.test.regexes.length === 0
    ? filter.test.values.length
    : Number.POSITIVE_INFINITY;
}

/** Whether later stages consume all rows, not only as many as a `$limit` takes. */
function isExhausted(following: Stage[]): boolean {
  const decisive = following.find(({ name }) => ['$limit', '$sort', '$group', '$count'].includes(name));
  return decisive?.name !== '$limit';
}

/** Lets a sort keep only as many rows as the following stages take. */
function limitSort(sort: Stage, [next, afterwards]: readonly Stage[]): void {
  const skipped = next?.name === '$skip' ? (next.rows ?? 0) : 0;
  const limit = next?.name === '$skip' ? afterwards : next;
  if (limit?.name === '$limit' && limit.rows !== undefined) sort.maxRows = skipped + limit.rows;
}

/** Whether later stages use the list that this stage adds only to check that it is not empty. */
function isAskedForExistence({ makes: [field] = [] }: Stage, following: readonly Stage[]): boolean {
  const { reads, ends } = readsOfStages(following);
  if (field === undefined || reads === null || !ends) return false;
  return [...reads].every(
    ([path, read]) => topLevelField(path) !== field || (path === `${field}.0` && read === 'existence'),
  );
}

/** The stages, each as its name and specification. */
export function parseStages(stages: Value): [string, Value][] {
  if (!Array.isArray(stages)) fail('TypeMismatch', "'pipeline' option must be specified as an array");
  return stages.map((stage) => {
    if (!isDocument(stage)) fail('TypeMismatch', 'Each element of the pipeline array must be an object');
    if (stage.size !== 1)
      fail('Location40323', 'A pipeline stage specification object must contain exactly one field.');
    return [...stage][0] as [string, Value];
  });
}

type Head = Omit<Pipeline, 'stages' | 'reads' | 'covers' | 'inAnyOrder' | 'summary'> & { taken: number };

/**
 * Takes the leading stages that the planner handles: `$match`es and a `$sort`, or a `$geoNear`; then `$skip` and
 * `$limit`.
 */
function takeHead(specs: [string, Value][], variables: readonly string[]): Head {
  const filters: ParsedFilter[] = [];
  const head: Head = {
    filter: { filter: { kind: 'and', filters: [] }, reads: noDependencies },
    sort: null,
    skip: 0,
    limit: null,
    near: null,
    taken: 0,
  };
  const next = () => specs[head.taken]?.[0];
  const take = () => (specs[head.taken++] as [string, Value])[1];
  if (next() === '$geoNear') head.near = parseGeoNear(take(), variables);
  else {
    while (next() === '$match') filters.push(parseMatch(take(), variables));
    if (filters.length > 0) head.filter = allOf(filters);
    if (next() === '$sort') head.sort = parseStageSort(take());
  }
  if (next() === '$skip') head.skip = countOf('$skip', take());
  if (next() === '$limit') head.limit = countOf('$limit', take());
  return head;
}
