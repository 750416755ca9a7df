import { refuse } from '../errors.ts';
import { type ParsedFilter, parseFilter } from '../query/filter.ts';
import { countByKeys, findRows, planQuery } from '../query/find.ts';
import type { PlanHabit } from '../query/index-plan.ts';
import type { JoinedOn } from '../query/repeated-plan.ts';
import { parseSort, type SortSpec } from '../query/sort.ts';
import type { CollectionDefinition } from '../storage/catalog.ts';
import { addRead, type GrowingReads, mergeReads, nothingRead, type Reads, topLevelField } from '../values/reads.ts';
import { isDocument, isNumber, toNumber, type Value } from '../values/value.ts';
import { type Near, nearRows, parseGeoNear } from './geo-near.ts';
import type { PipelineContext, Row, Stage } from './row.ts';
import { compileStage } from './stages.ts';

/** A pipeline, compiled: what the planner takes from its beginning, and the stages that follow. */
export interface Pipeline {
  filter: ParsedFilter;
  sort: SortSpec | null;
  skip: number;
  limit: number | null;
  /** A search for the nearest, which finds the rows instead of the filter. */
  near: Near | null;
  stages: Stage[];
  /** How it was planned last time, for one that is run again and again. */
  habit?: PlanHabit | undefined;
  /** Where it is run for each row of a join. */
  joined?: JoinedOn | undefined;
  /** What anything reads of stored documents; null for all. */
  reads: Reads | null;
  /** Whether index entries may stand for documents: what is read is made anew. */
  covers: boolean;
  /** Whether the order of the documents does not show. */
  inAnyOrder: boolean;
}

/** Compiles a pipeline. Unknown stages answer 40324. `variables` are those that `let` defines outside. */
export function compilePipeline(stages: Value, variables: readonly string[] = []): Pipeline {
  const specs = parseStages(stages);
  const { taken, ...head } = takeHead(specs, variables);
  const rest = specs.slice(taken).map(([name, spec], i) => compileStage(name, spec, variables, taken + i));
  for (const [i, stage] of rest.entries()) {
    const following = rest.slice(i + 1);
    if (stage.name === '$sort') limitSort(stage, following);
    if (stage.name === '$lookup')
      stage.use = { exhausted: isExhausted(following), existence: isAskedForExistence(stage, following) };
  }
  const { reads, covers, inAnyOrder } = readsOfStages(rest);
  return { ...head, stages: rest, reads, covers, inAnyOrder };
}

/** Whether stages take all rows, and not only as many as a `$limit` lets through. */
function isExhausted(following: Stage[]): boolean {
  const decisive = following.find(({ name }) => ['$limit', '$sort', '$group', '$count'].includes(name));
  return decisive?.name !== '$limit';
}

/** A sort holds no more rows than are taken of it. */
function limitSort(sort: Stage, [next, afterwards]: readonly Stage[]): void {
  const skipped = next?.name === '$skip' ? (next.rows ?? 0) : 0;
  const limit = next?.name === '$skip' ? afterwards : next;
  if (limit?.name === '$limit' && limit.rows !== undefined) sort.most = skipped + limit.rows;
}

/** Whether all that is asked of the field that a stage makes is if there is anything in its list. */
function isAskedForExistence({ makes: [field] = [] }: Stage, following: readonly Stage[]): boolean {
  const { reads, ends } = readsOfStages(following);
  if (field === undefined || reads === null || !ends) return false;
  return [...reads].every(
    ([path, read]) => topLevelField(path) !== field || (path === `${field}.0` && read === 'existence'),
  );
}

/** The stages by name. */
export function parseStages(stages: Value): [string, Value][] {
  if (!Array.isArray(stages)) refuse('TypeMismatch', "'pipeline' option must be specified as an array");
  return stages.map((stage) => {
    if (!isDocument(stage)) refuse('TypeMismatch', 'Each element of the pipeline array must be an object');
    if (stage.size !== 1)
      refuse('Location40323', 'A pipeline stage specification object must contain exactly one field.');
    return [...stage][0] as [string, Value];
  });
}

type Head = Omit<Pipeline, 'stages' | 'reads' | 'covers' | 'inAnyOrder'> & { taken: number };

/** `$match`es and then a `$sort`, or a `$geoNear`; then `$skip`, then `$limit`, as far as they stand so. */
function takeHead(specs: [string, Value][], variables: readonly string[]): Head {
  const filters: ParsedFilter[] = [];
  const head: Head = {
    filter: { filter: { kind: 'and', filters: [] }, reads: nothingRead },
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

export function parseStageSort(spec: Value): SortSpec {
  if (!isDocument(spec)) refuse('Location15973', 'the $sort key specification must be an object');
  const sort = parseSort(spec);
  if (sort === null) refuse('Location15976', '$sort stage must have at least one sort key');
  return sort;
}

export function parseMatch(spec: Value, variables: readonly string[]): ParsedFilter {
  if (!isDocument(spec)) refuse('Location15959', 'the match filter must be an expression in an object');
  return parseFilter(spec, variables);
}

/** The conjunction of filters. */
export function allOf(filters: ParsedFilter[]): ParsedFilter {
  if (filters.length === 1) return filters[0] as ParsedFilter;
  return {
    filter: { kind: 'and', filters: filters.map(({ filter }) => filter) },
    reads: mergeReads(filters.map(({ reads }) => reads)),
  };
}

export function countOf(name: '$skip' | '$limit' | '$sample', spec: Value): number {
  const code = name === '$limit' ? 'Location2107201' : name === '$skip' ? 'Location5107200' : 'Location28746';
  const count = isNumber(spec) ? toNumber(spec) : Number.NaN;
  if (!Number.isInteger(count) || count < 0)
    refuse(code, `invalid argument to ${name} stage: Expected a non-negative number`);
  if (count === 0 && name === '$limit') refuse('Location15958', 'the limit must be positive');
  return count;
}

/** What stages read of the documents that come to them. */
function readsOfStages(
  stages: readonly Stage[],
): Pick<Pipeline, 'reads' | 'covers' | 'inAnyOrder'> & { ends: boolean } {
  const reads: GrowingReads = new Map();
  const ofMade: GrowingReads = new Map();
  const made = new Set<string>();
  let passes = true;
  let inAnyOrder = true;
  for (const stage of stages) {
    if (stage.reads === null) return { reads: null, covers: false, inAnyOrder: false, ends: false };
    for (const [path, read] of stage.reads) addRead(made.has(topLevelField(path)) ? ofMade : reads, path, read);
    if (stage.effect === 'ends')
      return {
        // A field that is made anew stands where it stood.
        reads: stage.keepsOrder ? mergeReads([reads, ofMade]) : reads,
        covers: stage.keepsOrder !== true,
        inAnyOrder: inAnyOrder && stage.inAnyOrder === true,
        ends: true,
      };
    if (stage.effect === 'changes') passes = false;
    if (orderly.has(stage.name)) inAnyOrder = false;
    for (const field of stage.makes ?? []) made.add(field);
  }
  // What only passes through goes out as it is stored; but it has to be read.
  if (reads.size === 0) reads.set('_id', 'value');
  return { reads: passes ? reads : null, covers: false, inAnyOrder: false, ends: false };
}

/** Stages by which it shows how their input is ordered. */
const orderly: ReadonlySet<string> = new Set(['$limit', '$skip', '$sort', '$sample']);

/** A collection's rows through a pipeline; none when there is no such collection. */
export function runPipeline(
  context: PipelineContext,
  collection: CollectionDefinition | undefined,
  pipeline: Pipeline,
  hint?: Value,
): Iterable<Row> {
  const query = { ...pipeline, hint };
  if (collection === undefined) return runStages(context, [], pipeline.stages);
  if (pipeline.near !== null)
    return runStages(context, nearRows(context, collection, pipeline.near, pipeline), pipeline.stages);
  const plan = planQuery(context, collection, query);
  const [first, ...others] = pipeline.stages;
  const count = first?.ofCount === undefined ? null : countByKeys(context, query, plan);
  if (count !== null) return runStages(context, first?.ofCount?.(count) ?? [], others);
  return runStages(context, findRows(context, collection, query, plan), pipeline.stages);
}

export function runStages(context: PipelineContext, source: Iterable<Row>, stages: Stage[]): Iterable<Row> {
  return stages.reduce((rows, stage) => stage.run(rows, context), source);
}
