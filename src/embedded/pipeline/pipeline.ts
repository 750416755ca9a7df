import { refuse } from '../errors.ts';
import { type ParsedFilter, parseFilter } from '../query/filter.ts';
import { countByKeys, findRows, planQuery } from '../query/find.ts';
import type { PlanHabit } from '../query/planner.ts';
import { parseSort, type SortSpec } from '../query/sort.ts';
import type { CollectionDefinition } from '../storage/catalog.ts';
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
  /** The fields of stored documents that anything reads; null for all. */
  reads: ReadonlySet<string> | null;
}

/** Compiles a pipeline. Unknown stages answer 40324. `variables` are those that `let` defines outside. */
export function compilePipeline(stages: Value, variables: readonly string[] = []): Pipeline {
  const specs = parseStages(stages);
  const { taken, ...head } = takeHead(specs, variables);
  const rest = specs.slice(taken).map(([name, spec], i) => compileStage(name, spec, variables, taken + i));
  for (const [i, stage] of rest.entries())
    if (stage.name === '$lookup') stage.exhausted = isExhausted(rest.slice(i + 1));
  return { ...head, stages: rest, reads: readFields(rest) };
}

/** Whether stages take all rows, and not only as many as a `$limit` lets through. */
function isExhausted(following: Stage[]): boolean {
  const decisive = following.find(({ name }) => ['$limit', '$sort', '$group', '$count'].includes(name));
  return decisive?.name !== '$limit';
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

type Head = Omit<Pipeline, 'stages' | 'reads'> & { taken: number };

/** `$match`es and then a `$sort`, or a `$geoNear`; then `$skip`, then `$limit`, as far as they stand so. */
function takeHead(specs: [string, Value][], variables: readonly string[]): Head {
  const filters: ParsedFilter[] = [];
  const head: Head = {
    filter: { filter: { kind: 'and', filters: [] }, fields: new Set() },
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
  const fields = filters.some((filter) => filter.fields === null)
    ? null
    : new Set(filters.flatMap((filter) => [...(filter.fields as ReadonlySet<string>)]));
  return { filter: { kind: 'and', filters: filters.map(({ filter }) => filter) }, fields };
}

export function countOf(name: '$skip' | '$limit' | '$sample', spec: Value): number {
  const code = name === '$limit' ? 'Location2107201' : name === '$skip' ? 'Location5107200' : 'Location28746';
  const count = isNumber(spec) ? toNumber(spec) : Number.NaN;
  if (!Number.isInteger(count) || count < 0)
    refuse(code, `invalid argument to ${name} stage: Expected a non-negative number`);
  if (count === 0 && name === '$limit') refuse('Location15958', 'the limit must be positive');
  return count;
}

function readFields(stages: Stage[]): ReadonlySet<string> | null {
  const fields = new Set<string>();
  let passes = true;
  for (const stage of stages) {
    if (stage.reads === null) return null;
    for (const field of stage.reads) fields.add(field);
    if (stage.effect === 'ends') return fields;
    if (stage.effect === 'changes') passes = false;
  }
  // What only passes through goes out as it is stored; but it has to be read.
  return passes && fields.size > 0 ? fields : passes ? new Set(['_id']) : null;
}

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
  return runStages(context, findRows(context, collection, query, pipeline.reads, plan), pipeline.stages);
}

export function runStages(context: PipelineContext, source: Iterable<Row>, stages: Stage[]): Iterable<Row> {
  return stages.reduce((rows, stage) => stage.run(rows, context), source);
}
