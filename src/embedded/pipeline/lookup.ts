import { refuse } from '../errors.ts';
import type { Filter } from '../query/filter.ts';
import { ordered } from '../query/find.ts';
import { findByIds } from '../query/find-by-ids.ts';
import { maxHeldBytes, tooMuch } from '../query/sort.ts';
import { parsePath, valuesAt } from '../values/paths.ts';
import { mergeReads, nothingRead, type Reads, readsOf } from '../values/reads.ts';
import { type Document, isDocument, type Value } from '../values/value.ts';
import { compileExpression, type Expression, type Vars } from './expression.ts';
import { createJoinTable, type JoinTable } from './join-table.ts';
import { compilePipeline, type Pipeline, runPipeline, runStages } from './pipeline.ts';
import { type PipelineContext, type Row, rowBytes, type Stage, wholeDocument } from './row.ts';
import { withValue } from './stages.ts';

/**
 * `$lookup` by `localField` and `foreignField`, by `pipeline` with `let`, or by both. One indexed search a row, until
 * there have been so many that a table of the other side is cheaper.
 */
export function compileLookup(spec: Value, variables: readonly string[]): Stage {
  const options = optionsOf('$lookup', spec, ['from', 'localField', 'foreignField', 'as', 'let', 'pipeline']);
  const from = stringOption('$lookup', options, 'from');
  const as = parsePath(stringOption('$lookup', options, 'as'));
  const byFields = options.has('localField') || options.has('foreignField');
  if (!byFields && !options.has('pipeline'))
    refuse('FailedToParse', '$lookup requires either pipeline, or both localField and foreignField');
  const local = byFields ? parsePath(stringOption('$lookup', options, 'localField')) : null;
  const foreign = byFields ? stringOption('$lookup', options, 'foreignField') : null;
  const bindings = compileLet(options.get('let'), variables);
  const names = [...variables, ...bindings.map(({ name }) => name)];
  const pipeline = compilePipeline(options.get('pipeline') ?? [], names);
  const joinedOn = foreign === null ? null : joinedPipeline({ ...pipeline, habit: { index: null, uses: 0 } }, foreign);
  const localReads = readsOf(local === null ? [] : [local.join('.')]);
  const stage: Stage = {
    name: '$lookup',
    reads: mergeReads([localReads, ...bindings.map((binding) => binding.reads)]),
    effect: 'changes',
    byRow: true,
    ...(as.length === 1 && { makes: as }),
    *run(source, context) {
      const { existence = false } = stage.use ?? {};
      const table = tableFor(context);
      for (const { document } of source) {
        context.pulse();
        const bound = { ...context, vars: bind(bindings, document, context.vars) };
        const values = local === null ? null : localValues(document, local);
        const found = existence
          ? ((values && table?.finds(values)) ?? isAny(search(bound, values)))
          : wholeDocuments((values && table?.find(values)) ?? search(bound, values));
        yield { raw: null, document: withValue(document, as, typeof found === 'boolean' ? standIns(found) : found) };
      }
    },
  };
  return stage;

  function search(context: PipelineContext, values: Value[] | null): Iterable<Row> {
    const collection = collectionOf(context, from);
    const byId = foreign === '_id' && values !== null && collection !== undefined && pipeline.near === null;
    const found = byId ? findByIds(context, collection, pipeline, values) : null;
    if (found !== null) return runStages(context, ordered(found, pipeline), pipeline.stages);
    return runPipeline(context, collection, values === null || joinedOn === null ? pipeline : joinedOn(values));
  }

  /** One for the whole command, where what is joined does not depend on what is bound outside. */
  function tableFor(context: PipelineContext): JoinTable | null {
    if (foreign === null || bindings.length > 0) return null;
    const known = variables.length === 0 ? context.tables.get(stage) : undefined;
    if (known !== undefined) return known;
    const { exhausted = false, existence = false } = stage.use ?? {};
    const use = { exhausted: exhausted || context.exhausts === true, existence };
    const table = createJoinTable(context, from, pipeline, foreign, use);
    if (variables.length === 0) context.tables.set(stage, table);
    return table;
  }
}

function isAny(rows: Iterable<Row>): boolean {
  for (const _ of rows) return true;
  return false;
}

const something: Value[] = [new Map()];
const nothing: Value[] = [];

/** What stands for a list where only its having an element matters. */
function standIns(isThere: boolean): Value[] {
  return isThere ? something : nothing;
}

export function compileUnionWith(spec: Value, variables: readonly string[]): Stage {
  const options =
    typeof spec === 'string' ? new Map([['coll', spec]]) : optionsOf('$unionWith', spec, ['coll', 'pipeline']);
  const from = stringOption('$unionWith', options, 'coll');
  const pipeline = compilePipeline(options.get('pipeline') ?? [], variables);
  return {
    name: '$unionWith',
    reads: nothingRead,
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
  if (!isDocument(spec)) refuse('FailedToParse', `the ${name} stage specification must be an object`);
  for (const key of spec.keys()) {
    if (!known.includes(key)) refuse('FailedToParse', `unknown argument to ${name}: ${key}`);
  }
  return spec;
}

function stringOption(stage: string, options: Document, name: string): string {
  const value = options.get(name);
  if (typeof value !== 'string') refuse('FailedToParse', `${stage} argument '${name}' must be a string`);
  return value;
}

interface Binding {
  name: string;
  evaluate: Expression;
  reads: Reads | null;
}

function compileLet(spec: Value, variables: readonly string[]): Binding[] {
  if (spec === undefined) return [];
  if (!isDocument(spec)) refuse('FailedToParse', "$lookup argument 'let' must be an object");
  return [...spec].map(([name, value]) => ({ name, ...compileExpression(value, variables) }));
}

function bind(bindings: Binding[], document: Document, vars: Vars): Vars {
  if (bindings.length === 0) return vars;
  const bound = new Map(vars);
  for (const { name, evaluate } of bindings) bound.set(name, evaluate(document, vars));
  return bound;
}

/** What is looked for: elements of arrays one by one, and null where there is nothing at all. */
function localValues(document: Document, path: readonly string[]): Value[] {
  const values = valuesAt(document, path);
  return values.length === 0 ? [null] : values;
}

/** A pipeline for the rows that have one of the values at a path. */
function joinedPipeline(pipeline: Pipeline, path: string): (values: Value[]) => Pipeline {
  const { filter, reads } = pipeline.filter;
  const joinedReads = mergeReads([readsOf([path]), reads]);
  return (values) => {
    const join: Filter = { kind: 'path', path, test: { op: 'in', values, regexes: [] } };
    const joined = { filter: { kind: 'and' as const, filters: [join, filter] }, reads: joinedReads };
    return { ...pipeline, filter: joined, joined: { path, values } };
  };
}
