import { ObjectId } from 'bson';
import { fail } from '../errors.ts';
import type { Vars } from '../expression/expression.ts';
import { compilePipeline } from '../pipeline/compile-pipeline.ts';
import { compileStage } from '../pipeline/stages.ts';
import type { Filter } from '../query/filter.ts';
import { parseFilter } from '../query/filter.ts';
import { compileMatcher, type Matcher } from '../query/match.ts';
import { type PipelineContext, runStages } from '../query/stage.ts';
import { noDependencies, topLevelFields } from '../values/dependencies.ts';
import { equalValues } from '../values/order.ts';
import { arrayIndex, parsePath } from '../values/paths.ts';
import { type Document, isDocument, typeName, type Value } from '../values/value.ts';
import { type ConcretePath, checkViable, cloneDocument, setAt, unsetAt, valueAt } from './document-paths.ts';
import { matchedPosition } from './positional.ts';
import { type Operation, updateOperators } from './update-operators.ts';
import { checkTimestamps } from './validate-document.ts';

export interface Update {
  /** Returns the updated document; the argument is not changed. */
  apply(document: Document, inserting: boolean, context: PipelineContext): Document;
  /** Whether it replaces whole documents. */
  replaces: boolean;
}

/** Compiles an update: a replacement, operators, or a pipeline, which can use the `variables`. */
export function compileUpdate(
  update: Value,
  filter: Filter,
  arrayFilters: Value,
  variables: readonly string[],
): Update {
  if (Array.isArray(update)) return compilePipelineUpdate(update, arrayFilters, variables);
  if (!isDocument(update)) fail('FailedToParse', 'Update argument must be either an object or an array');
  const [first] = update.keys();
  if (first?.startsWith('$') !== true) {
    if (arrayFilters !== undefined) fail('FailedToParse', 'Cannot specify arrayFilters with a replacement');
    for (const name of update.keys()) {
      if (name.startsWith('$'))
        fail('DollarPrefixedFieldName', `The dollar ($) prefixed field '${name}' is not allowed in a replacement`);
    }
    checkTimestamps(update);
    return { replaces: true, apply: (document) => replacement(document, update) };
  }
  return compileOperators(update, filter, compileArrayFilters(arrayFilters));
}

function replacement(document: Document, update: Document): Document {
  const result: Document = new Map();
  const id = update.get('_id') ?? document.get('_id');
  if (id !== undefined) result.set('_id', id);
  for (const [name, value] of update) result.set(name, value);
  return result;
}

const pipelineStages: ReadonlySet<string> = new Set([
  '$set',
  '$addFields',
  '$unset',
  '$project',
  '$replaceRoot',
  '$replaceWith',
]);

function compilePipelineUpdate(update: Value[], arrayFilters: Value, variables: readonly string[]): Update {
  if (arrayFilters !== undefined) fail('FailedToParse', 'arrayFilters may not be specified for pipeline-style updates');
  const stages = update.map((stage) => {
    const [entry] = isDocument(stage) ? stage : [];
    if (entry === undefined || !pipelineStages.has(entry[0]))
      fail('InvalidOptions', `${entry?.[0] ?? 'An empty stage'} is not allowed to be used within an update`);
    return compileStage(entry[0], entry[1], variables, compilePipeline);
  });
  return {
    replaces: false,
    apply(document, _inserting, context) {
      const [row] = runStages(context, [{ raw: null, document }], stages);
      const result = row?.document ?? document;
      const id = document.get('_id');
      return result.has('_id') || id === undefined ? result : new Map([['_id', id], ...result]);
    },
  };
}

type ArrayFilters = ReadonlyMap<string, Matcher>;

function compileArrayFilters(arrayFilters: Value): ArrayFilters {
  const filters = new Map<string, Matcher>();
  for (const filter of Array.isArray(arrayFilters) ? arrayFilters : []) {
    if (!isDocument(filter)) fail('TypeMismatch', 'Each element of arrayFilters must be an object');
    const parsed = parseFilter(filter);
    const [name, ...others] = topLevelFields(parsed.reads ?? noDependencies);
    if (name === undefined || others.length > 0)
      fail('FailedToParse', 'Each array filter must use a single identifier');
    if (!/^[a-z][a-zA-Z0-9]*$/.test(name))
      fail('BadValue', `The array filter identifier '${name}' is not alphanumeric`);
    if (filters.has(name))
      fail('FailedToParse', `Found multiple array filters with the same top-level field name ${name}`);
    filters.set(name, compileMatcher(parsed.filter));
  }
  return filters;
}

interface PathOperation {
  path: string[];
  operator: string;
  operation: Operation;
}

function compileOperators(update: Document, filter: Filter, arrayFilters: ArrayFilters): Update {
  const operations: PathOperation[] = [];
  for (const [operator, fields] of update) {
    const compile = updateOperators.get(operator);
    if (compile === undefined)
      fail(
        'FailedToParse',
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    if (!isDocument(fields))
      fail(
        'FailedToParse',
        `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}}`,
      );
    for (const [path, operand] of fields) {
      for (const compiled of compile(path, operand)) {
        operations.push({ path: checkedPath(compiled.path), operator, operation: compiled.operation });
      }
    }
  }
  checkConflicts(operations);
  checkFiltersUsed(operations, arrayFilters);
  operations.sort((a, b) => comparePaths(a.path, b.path));
  return {
    replaces: false,
    apply(document, inserting, { vars }) {
      const result = cloneDocument(document);
      for (const one of operations) {
        if (one.operator === '$setOnInsert' && !inserting) continue;
        for (const concrete of concretePaths(result, one.path, 0, {
          document,
          filter,
          arrayFilters,
          vars,
          inserting,
        })) {
          applyOperation(result, concrete, one, document);
        }
      }
      return result;
    },
  };
}

function applyOperation(
  result: Document,
  path: ConcretePath,
  { operator, operation }: PathOperation,
  before: Document,
): void {
  const now = valueAt(result, path);
  if (now === undefined && operator === '$pop') checkViable(result, path);
  const next = operation(now, { before, hasArrayParent: Array.isArray(valueAt(result, path.slice(0, -1))) });
  if (next === undefined) {
    if (now !== undefined) unsetAt(result, path);
  } else if (!Object.is(next, now)) setAt(result, path, next); // -0 is a double
}

function checkedPath(path: string): string[] {
  const parts = [...parsePath(path)];
  if (path === '' || parts.includes(''))
    fail('EmptyFieldName', `The update path '${path}' contains an empty field name, which is not allowed.`);
  for (const part of parts) {
    if (part.startsWith('$') && part !== '$' && !/^\$\[[^\]]*\]$/.test(part) && !['$id', '$ref', '$db'].includes(part))
      fail('DollarPrefixedFieldName', `The dollar ($) prefixed field '${part}' in '${path}' is not valid for storage.`);
  }
  if (/^\$/.test(parts[0] as string))
    fail('BadValue', `Cannot have a positional operator as the first path component: '${path}'`);
  return parts;
}

function checkConflicts(operations: PathOperation[]): void {
  const paths = operations.map(({ path }) => `${path.join('.')}.`).sort();
  paths.forEach((path, i) => {
    const next = paths[i + 1];
    if (next?.startsWith(path))
      fail(
        'ConflictingUpdateOperators',
        `Updating the path '${next.slice(0, -1)}' would create a conflict at '${path.slice(0, -1)}'`,
      );
  });
}

function checkFiltersUsed(operations: PathOperation[], arrayFilters: ArrayFilters): void {
  const used = new Set(operations.flatMap(({ path }) => path.map((part) => /^\$\[(.+)\]$/.exec(part)?.[1])));
  for (const name of arrayFilters.keys()) {
    if (!used.has(name)) fail('FailedToParse', `The array filter for identifier '${name}' was not used in the update`);
  }
  for (const name of used) {
    if (name !== undefined && !arrayFilters.has(name))
      fail('BadValue', `No array filter found for identifier '${name}' in the update`);
  }
}

/**
 * MongoDB applies updates in the order of their paths, with numeric parts by value. It determines the order of new
 * fields.
 */
function comparePaths(a: string[], b: string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [x, y] = [a[i] as string, b[i] as string];
    const [m, n] = [arrayIndex(x), arrayIndex(y)];
    const order = m >= 0 && n >= 0 ? m - n : Buffer.compare(Buffer.from(x), Buffer.from(y));
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

interface Positions {
  document: Document;
  filter: Filter;
  arrayFilters: ArrayFilters;
  vars: Vars;
  inserting: boolean;
}

/** The path with its positional parts replaced by the matching positions in this document. */
function concretePaths(result: Document, path: string[], from: number, positions: Positions): ConcretePath[] {
  const at = path.findIndex((part, i) => i >= from && part.startsWith('$') && !['$id', '$ref', '$db'].includes(part));
  if (at < 0) return [path];
  const array = valueAt(result, path.slice(0, at));
  const part = path[at] as string;
  const name = path.slice(0, at).join('.');
  if (part === '$') {
    const position = positions.inserting
      ? null
      : matchedPosition(positions.filter, positions.document, path.slice(0, at), positions.vars);
    if (position === null) fail('BadValue', `The positional operator did not find the match needed from the query.`);
    return concretePaths(result, path.with(at, String(position)), at + 1, positions);
  }
  if (array === undefined)
    fail('BadValue', `The path '${name}' must exist in the document in order to apply array updates.`);
  if (!Array.isArray(array)) fail('BadValue', `Cannot apply array updates to non-array element ${name}`);
  const identifier = part.slice(2, -1);
  const matches = positions.arrayFilters.get(identifier);
  return array.flatMap((element, i) => {
    if (matches !== undefined && !matches(new Map([[identifier, element]]), positions.vars)) return [];
    return concretePaths(result, path.with(at, String(i)), at + 1, positions);
  });
}

/** The document with `_id` as its first field; generates one if it is missing. */
export function withId(document: Document): Document {
  const [first] = document.keys();
  if (first === '_id') return document;
  return new Map<string, Value>([['_id', document.get('_id') ?? new ObjectId()], ...document]);
}

/** Throws ImmutableField if an update changes `_id`. */
export function checkSameId(before: Document, after: Document): void {
  const [old, now] = [before.get('_id'), after.get('_id')];
  if (old === undefined || (now !== undefined && equalValues(old, now))) return;
  fail('ImmutableField', "Performing an update on the path '_id' would modify the immutable field '_id'");
}
