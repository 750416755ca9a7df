import { fail } from '../../errors.ts';
import { compilePipeline } from '../../pipeline/compile-pipeline.ts';
import { takeNear } from '../../pipeline/geo-near.ts';
import { type Pipeline, runPipeline } from '../../pipeline/pipeline.ts';
import { type ParsedFilter, parseFilter } from '../../query/filter.ts';
import { countByKeys, findRows, planQuery, type Query } from '../../query/find.ts';
import { compileProjection } from '../../query/projection.ts';
import { parseSort } from '../../query/sort.ts';
import type { Stage } from '../../query/stage.ts';
import type { CollectionDefinition } from '../../storage/catalog.ts';
import { dependenciesOn, noDependencies } from '../../values/dependencies.ts';
import { encodeKeyText } from '../../values/key-writer.ts';
import { compareValues } from '../../values/order.ts';
import { parsePath, somePathValue } from '../../values/paths.ts';
import { type Document, isDocument, type Value } from '../../values/value.ts';
import { type Command, type CommandContext, pipelineContextOf, variableNames } from '../command-context.ts';
import { encodedRows, takeBatch } from '../cursors.ts';
import { explainPipeline } from '../explain.ts';
import {
  booleanArgument,
  checkArguments,
  documentArgument,
  integerArgument,
  namespace,
  ok,
  type Reply,
  stringArgument,
} from '../request.ts';
import { sessionOf } from '../transactions.ts';
import { collStatsRows } from './stats.ts';

export const readCommands: Record<string, Command> = {
  find: { kind: 'read', inTransaction: true, run: runFind },
  aggregate: { kind: 'read', inTransaction: true, run: runAggregate },
  count: { kind: 'read', inTransaction: false, run: runCount },
  distinct: { kind: 'read', inTransaction: true, run: runDistinct },
};

const findArguments = [
  'filter',
  'sort',
  'projection',
  'hint',
  'skip',
  'limit',
  'batchSize',
  'singleBatch',
  'allowDiskUse',
  'allowPartialResults',
  'noCursorTimeout',
  'let',
  'oplogReplay',
];
const unsupported = ['tailable', 'awaitData', 'returnKey', 'showRecordId', 'min', 'max'];

function runFind(context: CommandContext): Reply {
  const { collection, pipeline, hint } = findPipeline(context);
  const { body } = context.request;
  const rows = encodedRows(runPipeline(pipelineContextOf(context), collection, pipeline, hint));
  const size = integerArgument(body, 'batchSize') ?? 101;
  return firstBatch(context, rows, size, booleanArgument(body, 'singleBatch'));
}

/** A find as a pipeline. The planner handles its leading part. */
export function findPipeline(context: CommandContext) {
  const { request, view } = context;
  const { body } = request;
  checkArguments(request, findArguments, unsupported);
  const variables = variableNames(body);
  const spec = documentArgument(body, 'projection');
  const projection = spec === undefined || spec.size === 0 ? null : compileProjection(spec, variables);
  const near = takeNear(documentArgument(body, 'filter') ?? new Map(), variables);
  const { hint, ...query } = queryOf(context, 'filter', near?.filter);
  const pipeline: Pipeline = {
    ...query,
    near,
    stages: projection === null ? [] : [projectingStage(projection)],
    reads: projection === null ? dependenciesOn(['_id']) : projection.reads,
    covers: projection !== null && !projection.keepsOrder,
    inAnyOrder: false,
    summary: null,
  };
  return { collection: view.catalog.collections.get(namespace(request)), pipeline, hint };
}

function projectingStage(projection: ReturnType<typeof compileProjection>): Stage {
  return {
    name: '$project',
    reads: projection.reads,
    effect: 'ends',
    *run(source, { vars }) {
      for (const { document } of source) yield { raw: null, document: projection.apply(document, vars) };
    },
  };
}

/** The arguments that find, count and distinct share. */
function queryOf(
  { request: { body } }: CommandContext,
  filterName: 'filter' | 'query',
  parsed?: ParsedFilter,
): Omit<Query, 'reads' | 'covers'> {
  const limit = integerArgument(body, 'limit', filterName === 'query' ? Number.MIN_SAFE_INTEGER : 0) ?? 0;
  const hint = hintOf(body);
  return {
    filter: parsed ?? parseFilter(documentArgument(body, filterName) ?? new Map(), variableNames(body)),
    sort: parseSort(body.get('sort')),
    skip: integerArgument(body, 'skip') ?? 0,
    limit: limit === 0 ? null : Math.abs(limit),
    hint,
  };
}

export function hintOf(body: Document): Value {
  const hint = body.get('hint');
  if (hint === undefined || (isDocument(hint) && hint.size === 0)) return undefined;
  if (typeof hint !== 'string' && !isDocument(hint)) fail('FailedToParse', 'Hint must be a string or an object');
  return hint;
}

function firstBatch(
  context: CommandContext,
  rows: Generator<Buffer>,
  size: number,
  single: boolean,
  name = namespaceOf(context),
): Reply {
  const { documents, done, waiting } = takeBatch(rows, size, null);
  let id = 0n;
  if (single || done) rows.return(undefined);
  else {
    const { deadline, transaction, snapshot, server, request } = context;
    id = server.cursors.open(
      { namespace: name, rows, deadline, transaction, snapshot, session: sessionOf(request.body) },
      waiting,
    ).id;
  }
  return ok({
    cursor: new Map<string, Value | Buffer[]>([
      ['firstBatch', documents],
      ['id', id],
      ['ns', name],
      ...timeOf(context),
    ]) as Reply,
  });
}

/** The time of the command's snapshot, which following reads name. */
function timeOf({ snapshot }: CommandContext): [string, Value][] {
  return snapshot ? [['atClusterTime', snapshot.atClusterTime]] : [];
}

function namespaceOf({ request }: CommandContext): string {
  return typeof request.body.get(request.name) === 'string' ? namespace(request) : `${request.database}.$cmd.aggregate`;
}

function runAggregate(context: CommandContext): Reply {
  const { request } = context;
  const { body } = request;
  checkArguments(request, ['pipeline', 'cursor', 'explain', 'hint', 'let', 'allowDiskUse', 'bypassDocumentValidation']);
  const collection = aggregatedCollection(context);
  const explains = booleanArgument(body, 'explain');
  const stats = explains ? null : collStatsRows(context, collection);
  if (stats !== null) return firstBatch(context, encodedRows(stats), 101, false);
  const pipeline = compilePipeline(body.get('pipeline'), variableNames(body));
  if (explains) return explainPipeline(context, collection, pipeline, hintOf(body), false);
  const cursor = documentArgument(body, 'cursor');
  if (cursor === undefined)
    fail('FailedToParse', "The 'cursor' option is required, except for aggregate with the explain argument");
  const rows = encodedRows(runPipeline(pipelineContextOf(context), collection, pipeline, hintOf(body)));
  return firstBatch(context, rows, integerArgument(cursor, 'batchSize') ?? 101, false);
}

export function aggregatedCollection({ request, view }: CommandContext): CollectionDefinition | undefined {
  if (typeof request.body.get(request.name) !== 'string')
    fail('CommandNotSupported', 'Aggregates without a collection are not supported by this store');
  return view.catalog.collections.get(namespace(request));
}

function runCount(context: CommandContext): Reply {
  const { request, view } = context;
  checkArguments(request, ['query', 'limit', 'skip', 'hint', 'fields']);
  const collection = view.catalog.collections.get(namespace(request));
  if (collection === undefined) return ok({ n: 0 });
  const pipelineContext = pipelineContextOf(context);
  const query = { ...queryOf(context, 'query'), reads: noDependencies, covers: true };
  const plan = planQuery(pipelineContext, collection, query);
  let counted = countByKeys(pipelineContext, query, plan);
  if (counted === null) {
    counted = 0;
    for (const _ of findRows(pipelineContext, collection, query, plan)) counted++;
  }
  return ok({ n: counted });
}

function runDistinct(context: CommandContext): Reply {
  const { request, view } = context;
  checkArguments(request, ['key', 'query', 'hint']);
  const collection = view.catalog.collections.get(namespace(request));
  const path = parsePath(stringArgument(request.body, 'key'));
  const values = new Map<string, Value>();
  const note = (value: Value) => {
    const key = encodeKeyText(value);
    if (!values.has(key)) values.set(key, value);
  };
  if (collection !== undefined) {
    const query = { ...queryOf(context, 'query'), reads: dependenciesOn([path.join('.')]), covers: true };
    for (const { document } of findRows(pipelineContextOf(context), collection, query)) {
      somePathValue(document, path, (value) => {
        if (Array.isArray(value)) value.forEach(note);
        else if (value !== undefined) note(value);
        return false;
      });
    }
  }
  return ok({
    values: [...values.values()].sort(compareValues),
    ...Object.fromEntries(timeOf(context)),
  });
}
