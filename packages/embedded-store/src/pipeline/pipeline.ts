import type { ParsedFilter } from '../query/filter.ts';
import { countByKeys, findRows, planQuery } from '../query/find.ts';
import type { JoinedOn, PlanCache } from '../query/plan-cache.ts';
import type { SortSpec } from '../query/sort.ts';
import { type PipelineContext, type Row, runStages, type Stage } from '../query/stage.ts';
import type { CollectionDefinition } from '../storage/catalog.ts';
import type { Dependencies } from '../values/dependencies.ts';
import type { Value } from '../values/value.ts';
import { type Near, nearRows } from './geo-near.ts';
import { notingReads, type Summary, summarize } from './summarize.ts';

/** A compiled pipeline: the leading part, which the planner handles, and the stages that follow. */
export interface Pipeline {
  filter: ParsedFilter;
  sort: SortSpec | null;
  skip: number;
  limit: number | null;
  /** A search for the nearest, which replaces the scan. */
  near: Near | null;
  stages: Stage[];
  /** The cached plan, for a pipeline that runs repeatedly. */
  cache?: PlanCache | undefined;
  /** The join's condition, if the pipeline runs for each row of a join. */
  joined?: JoinedOn | undefined;
  /** The paths of stored documents that are read; null for whole documents. */
  reads: Dependencies | null;
  /** Whether rows may come from index entries alone, since no stored document is returned as it is. */
  covers: boolean;
  /** Whether the order of the documents does not affect the output. */
  inAnyOrder: boolean;
  /** How the stages can run over distinct values; null if they cannot. */
  summary: Summary | null;
}

/** Passed to stages that contain pipelines, such as `$lookup`, because they must not import the compiler. */
export type CompilePipeline = (stages: Value, variables: readonly string[]) => Pipeline;

/** The output of a pipeline over a collection; empty if the collection does not exist. */
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
  const summarized = pipeline.summary && summarize(context, collection, query, plan, pipeline.summary);
  if (summarized) return summarized;
  const rows = runStages(context, findRows(context, collection, query, plan), pipeline.stages);
  return pipeline.summary ? notingReads(rows, context, collection, query, plan, pipeline.summary) : rows;
}
