import { fail } from '../errors.ts';
import { compileExpression, type Expression, type Vars } from '../expression/expression.ts';
import type { Filter } from '../query/filter.ts';
import { ordered } from '../query/find.ts';
import { findByIds } from '../query/find-by-ids.ts';
import { createPlanCache } from '../query/plan-cache.ts';
import { maxHeldBytes, tooMuch } from '../query/sort.ts';
import {
  type JoinTable,
  type OnColumns,
  type PipelineContext,
  type Row,
  rowBytes,
  runStages,
  type Stage,
  wholeDocument,
} from '../query/stage.ts';
import { type Dependencies, dependenciesOn, mergeDependencies, noDependencies } from '../values/dependencies.ts';
import { parsePath, valuesAt } from '../values/paths.ts';
import { type Document, isDocument, type Value } from '../values/value.ts';
import { createJoinTable } from './join-table.ts';
import { type CompilePipeline, type Pipeline, runPipeline } from './pipeline.ts';
import { withValue } from './with-value.ts';

/**
 * Compiles `$lookup` by `localField` and `foreignField`, by `pipeline` with `let`, or by both. It runs one indexed
 * search per row, until there have been so many that a table of the foreign side is cheaper.
 */
export function compileLookup(spec: Value, variables: readonly string[], compilePipeline: CompilePipeline): Stage {
  const options = optionsOf('$lookup', spec, ['from', 'localField', 'foreignField', 'as', 'let', 'pipeline']);
  const from = stringOption('$lookup', options, 'from');
  const as = parsePath(stringOption('$lookup', options, 'as'));
  const byFields = options.has('localField') || options.has('foreignField');
  if (!byFields && !options.has('pipeline'))
    fail('FailedToParse', '$lookup requires either pipeline, or both localField and foreignField');
  const local = byFields ? parsePath(stringOption('$lookup', options, 'localField')) : null;
  const foreign = byFields ? stringOption('$lookup', options, 'foreignField') : null;
  const bindings = compileLet(options.get('let'), variables);
  const names = [...variables, ...bindings.map(({ name }) => name)];
  const pipeline = compilePipeline(options.get('pipeline') ?? [], names);
  // This pipeline runs for each row, and all runs share the tables of its own joins.
  for (const { use } of pipeline.stages) if (use) use.maxRows = Number.POSITIVE_INFINITY;
  const joinedOn = foreign === null ? null : joinedPipeline({ ...pipeline, cache: createPlanCache() }, foreign);
  const localReads = dependenciesOn(local === null ? [] : [local.join('.')]);
  const stage: Stage = {
    name: '$lookup',
    reads: mergeDependencies([localReads, ...bindings.map((binding) => binding.reads)]),
    effect: 'changes',
    byRow: true,
    ...(as.length === 1 && { makes: as }),
    get onColumns(): OnColumns | undefined {
      const [field] = as;
      const isSimple = local !== null && as.length === 1 && bindings.length === 0 && stage.use?.existence === true;
      return isSimple ? { kind: 'join', field: field as string, reads: localReads, listFor } : undefined;
    },
    *run(source, context) {
      const listOf = listFor(context);
      for (const { document } of source) yield { raw: null, document: withValue(document, as, listOf(document)) };
    },
  };
  return stage;

  /** Returns a function of a document that gives the list of its joined documents. */
  function listFor(context: PipelineContext): (document: Document) => Value[] {
    const { existence = false } = stage.use ?? {};
    const table = tableFor(context);
    return (document) => {
      context.checkInterrupt();
      const bound = { ...context, vars: bind(bindings, document, context.vars) };
      const values = local === null ? null : localValues(document, local);
      return existence
        ? standIns((values && table?.finds(values)) ?? isAny(search(bound, values)))
        : wholeDocuments((values && table?.find(values)) ?? search(bound, values));
    };
  }

  function search(context: PipelineContext, values: Value[] | null): Iterable<Row> {
    const collection = collectionOf(context, from);
    const byId = foreign === '_id' && values !== null && collection !== undefined && pipeline.near === null;
    const found = byId ? findByIds(context, collection, pipeline, values) : null;
    if (found !== null) return runStages(context, ordered(found, pipeline), pipeline.stages);
    return runPipeline(context, collection, values === null || joinedOn === null ? pipeline : joinedOn(values));
  }

  /** The table, shared by the whole command if the pipeline does not depend on outer variables. */
  function tableFor(context: PipelineContext): JoinTable | null {
    if (foreign === null || bindings.length > 0) return null;
    const known = variables.length === 0 ? context.tables.get(stage) : undefined;
    if (known !== undefined) return known;
    const { maxRows = Number.POSITIVE_INFINITY, exhausted = false, existence = false } = stage.use ?? {};
    const use = { maxRows, exhausted: exhausted || context.exhausts === true, existence };
    const table = createJoinTable(context, from, pipeline, foreign, use);
    if (variables.length === 0) context.tables.set(stage, table);
    return table;
  }
}

function isAny(rows: Iterable<Row>): boolean {
  for (const _ of rows) return true;
  return false;
}

const placeholder: Value[] = [new Map()];
const empty: Value[] = [];

/** A placeholder list, used if only its being non-empty matters. */
function standIns(isThere: boolean): Value[] {
  return isThere ? placeholder : empty;
}

export function compileUnionWith(spec: Value, variables: readonly string[], compilePipeline: CompilePipeline): Stage {
  const options =
    typeof spec === 'string' ? new Map([['coll', spec]]) : optionsOf('$unionWith', spec, ['coll', 'pipeline']);
  const from = stringOption('$unionWith', options, 'coll');
  const pipeline = compilePipeline(options.get('pipeline') ?? [], variables);
  return {
    name: '$unionWith',
    reads: noDependencies,
    effect: 'passes',
    *run(source, context) {
      yield* source;
      for (const row of runPipeline(context, collectionOf(context, from), pipeline)) {
        yield row.raw === null ? row : { raw: row.raw, document: wholeDocument(row) };
      }
    },
  };
}

function collectionOf({ view, database }: PipelineContext, name: string) {
  return view.catalog.collections.get(`${database}.${name}`);
}

function wholeDocuments(rows: Iterable<Row>): Value[] {
  const documents: Value[] = [];
  let bytes = 0;
  for (const row of rows) {
    documents.push(wholeDocument(row));
    bytes += rowBytes(row);
    if (bytes > maxHeldBytes) throw tooMuch('$lookup');
  }
  return documents;
}

function optionsOf(name: string, spec: Value, known: string[]): Document {
  if (!isDocument(spec)) fail('FailedToParse', `the ${name} stage specification must be an object`);
  for (const key of spec.keys()) {
    if (!known.includes(key)) fail('FailedToParse', `unknown argument to ${name}: ${key}`);
  }
  return spec;
}

function stringOption(stage: string, options: Document, name: string): string {
  const value = options.get(name);
  if (typeof value !== 'string') fail('FailedToParse', `${stage} argument '${name}' must be a string`);
  return value;
}

interface Binding {
  name: string;
  evaluate: Expression;
  reads: Dependencies | null;
}

function compileLet(spec: Value, variables: readonly string[]): Binding[] {
  if (spec === undefined) return [];
  if (!isDocument(spec)) fail('FailedToParse', "$lookup argument 'let' must be an object");
  return [...spec].map(([name, value]) => ({ name, ...compileExpression(value, variables) }));
}

function bind(bindings: Binding[], document: Document, vars: Vars): Vars {
  if (bindings.length === 0) return vars;
  const bound = new Map(vars);
  for (const { name, evaluate } of bindings) bound.set(name, evaluate(document, vars));
  return bound;
}

/** The values to look for: arrays are replaced by their elements, and a missing value by null. */
function localValues(document: Document, path: readonly string[]): Value[] {
  const values = valuesAt(document, path);
  return values.length === 0 ? [null] : values;
}

/** Creates a pipeline for the rows that have one of the values at a path. */
function joinedPipeline(pipeline: Pipeline, path: string): (values: Value[]) => Pipeline {
  const { filter, reads } = pipeline.filter;
  const joinedReads = mergeDependencies([dependenciesOn([path]), reads]);
  return (values) => {
    const join: Filter = { kind: 'path', path, test: { op: 'in', values, regexes: [] } };
    const joined = { filter: { kind: 'and' as const, filters: [join, filter] }, reads: joinedReads };
    return { ...pipeline, filter: joined, joined: { path, values } };
  };
}
