import { Double } from 'bson';
import { reachQuery } from '../pipeline/geo-near.ts';
import { type Pipeline, runPipeline } from '../pipeline/pipeline.ts';
import { planQuery } from '../query/find.ts';
import type { Plan } from '../query/planner.ts';
import type { ScanPlan } from '../query/scan-plan.ts';
import { type CollectionDefinition, documentOf } from '../storage/catalog.ts';
import type { Document, Value } from '../values/value.ts';
import { type CommandContext, pipelineContextOf } from './command-context.ts';
import { ok, type Reply } from './request.ts';

/** The plan of a pipeline; with `execute`, also the numbers of keys and documents it examines. */
export function explainPipeline(
  context: CommandContext,
  collection: CollectionDefinition | undefined,
  pipeline: Pipeline,
  hint: Value,
  execute: boolean,
): Reply {
  const pipelineContext = pipelineContextOf(context);
  if (collection === undefined) return ok({ queryPlanner: documentOf({ winningPlan: documentOf({ stage: 'EOF' }) }) });
  const { near } = pipeline;
  const query = near === null ? { ...pipeline, hint } : reachQuery(collection, near, near.maxDistance);
  const plan = planQuery(pipelineContext, collection, query);
  const planner = documentOf({
    namespace: `${collection.database}.${collection.name}`,
    winningPlan: describePlan(plan, pipeline),
    rejectedPlans: [],
  });
  if (!execute) return ok({ queryPlanner: planner, explainVersion: '1' });
  const start = performance.now();
  let returned = 0;
  for (const _ of runPipeline(pipelineContext, collection, pipeline, hint)) returned++;
  const { keys, documents } = pipelineContext.examined;
  const statistics = documentOf({
    executionSuccess: true,
    nReturned: returned,
    executionTimeMillis: Math.round(performance.now() - start),
    totalKeysExamined: plan.kind === 'scan' && plan.map === 'documents' ? 0 : keys,
    totalDocsExamined: documents,
  });
  return ok({ queryPlanner: planner, executionStats: statistics, explainVersion: '1' });
}

function describePlan(plan: Plan, { near, sort, skip, limit, reads }: Pipeline): Document {
  let described =
    plan.kind === 'union' ? documentOf({ stage: 'OR', inputStages: plan.plans.map(describeScan) }) : describeScan(plan);
  const counts = plan.exact && reads?.size === 0;
  if (plan.kind === 'union' || plan.index !== null) {
    const covered = plan.kind === 'scan' && plan.cover !== null;
    described = wrap(counts ? 'COUNT_SCAN' : covered ? 'PROJECTION_COVERED' : 'FETCH', described);
  }
  if (near !== null) described = wrap('GEO_NEAR_2DSPHERE', described);
  if (sort !== null && (near !== null || !plan.sorted)) described = wrap('SORT', described);
  if (skip > 0) described = wrap('SKIP', described);
  return limit === null ? described : wrap('LIMIT', described);
}

function wrap(stage: string, inputStage: Document): Document {
  return documentOf({ stage, inputStage });
}

function describeScan(plan: ScanPlan): Document {
  const direction = plan.reverse ? 'backward' : 'forward';
  if (plan.index === null) {
    if (plan.bounded === 0) return documentOf({ stage: 'COLLSCAN', direction });
    return documentOf({
      stage: 'IXSCAN',
      indexName: '_id_',
      keyPattern: documentOf({ _id: 1 }),
      direction,
      indexBounds: bounds(plan),
    });
  }
  return documentOf({
    stage: plan.merge ? 'SORT_MERGE' : 'IXSCAN',
    indexName: plan.index.name,
    keyPattern: plan.index.spec.get('key'),
    isMultiKey: plan.index.multikey.includes(true),
    direction,
    indexBounds: bounds(plan),
  });
}

/** The first ten key ranges in scan order, in hexadecimal, without the index's number. */
function bounds(plan: ScanPlan): Document {
  const shown = plan.ranges
    .slice(0, 10)
    .map(({ start, end }) => `[${start.toString('hex', 4)}, ${end.toString('hex', 4)})`);
  return documentOf({ ranges: new Double(plan.ranges.length), components: plan.bounded, keys: shown });
}
