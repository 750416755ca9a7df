import { type ExecutionResult, GraphQLError, type GraphQLObjectType } from 'graphql';
import { firstErrors } from './first-errors.ts';
import { andThen, isPromise, type MaybePromise } from './maybe-promise.ts';
import { type Place, rootPlace } from './place.ts';
import type { Completion, FieldPlan, Plan, SelectionPlan } from './plan.ts';
import { resolveField, settled } from './resolve-field.ts';
import { type Column, Failure, fail, isAbsent, nulled, type Run } from './run.ts';
import { runtimeTypes } from './runtime-types.ts';

/**
 * Executes a plan. Errors of resolvers are in the result; if it throws or rejects, the executor has a bug.
 *
 * A *level* is a field of a selection with all objects that have it: it is resolved once, for all of them. The fields
 * that are selected within a level start as soon as that level is resolved, without waiting for sibling levels. Objects
 * are built bottom-up, once all their fields are complete, so their keys are in order. `nulled` propagates a null in a
 * non-null position.
 */
export function executePlan(
  plan: Plan,
  { context, rootValue, variables }: Pick<Run, 'context' | 'rootValue' | 'variables'>,
): MaybePromise<ExecutionResult> {
  const run: Run = { plan, context, rootValue, variables, failures: [] };
  return andThen(executeSelection(run, plan.root, [rootValue], rootPlace), ([root]) => {
    const data = root === nulled ? null : (root as Record<string, unknown>);
    return run.failures.length === 0 ? { data } : { errors: firstErrors(run.failures), data };
  });
}

/** Returns an object for each of `sources`, or `nulled`. */
function executeSelection(run: Run, selection: SelectionPlan, sources: Column, place: Place): MaybePromise<Column> {
  const columns: MaybePromise<Column>[] = [];
  try {
    for (const field of selection.fields) columns.push(executeField(run, field, sources, place));
  } catch (fault) {
    for (const column of columns) if (column instanceof Promise) column.catch(() => {}); // its result is not used
    throw fault;
  }
  return columns.some((column) => column instanceof Promise)
    ? Promise.all(columns).then((columns) => objectsOf(selection, columns, sources.length))
    : objectsOf(selection, columns as Column[], sources.length);
}

function objectsOf({ keys, hasUnsafeKey }: SelectionPlan, columns: readonly Column[], count: number): Column {
  const objects = new Array<unknown>(count);
  for (let i = 0; i < count; i++) {
    const object: Record<string, unknown> = hasUnsafeKey ? Object.create(null) : {};
    objects[i] = object;
    for (let field = 0; field < keys.length; field++) {
      const value = (columns[field] as Column)[i];
      if (value === nulled) {
        objects[i] = nulled;
        break;
      }
      object[keys[field] as string] = value;
    }
  }
  return objects;
}

function executeField(run: Run, field: FieldPlan, sources: Column, above: Place): MaybePromise<Column> {
  const place: Place = { above, field, completion: field.completion };
  return andThen(resolveField(run, field, sources, place), (values) =>
    complete(run, field, field.completion, values, place),
  );
}

/** Completes values of one type (GraphQL specification, section 6.4.3, CompleteValue). */
function complete(
  run: Run,
  field: FieldPlan,
  completion: Completion,
  values: Column,
  place: Place,
): MaybePromise<Column> {
  switch (completion.kind) {
    case 'leaf':
      return completeLeaves(run, field, completion, values, place);
    case 'list':
      return completeLists(run, field, completion, values, place);
    case 'object':
      return completeObjects(run, field, completion, values, place);
    case 'abstract':
      return completeAbstract(run, field, completion, values, place);
  }
}

type Of<Kind extends Completion['kind']> = Extract<Completion, { kind: Kind }>;

function completeLeaves(run: Run, field: FieldPlan, completion: Of<'leaf'>, values: Column, place: Place): Column {
  const { serialize } = completion;
  const completed = new Array<unknown>(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (isAbsent(value)) completed[i] = absent(run, field, completion, values, place, i);
    else {
      try {
        completed[i] = serialize(value);
      } catch (reason) {
        completed[i] = fail(run, field, { isNonNull: completion.isNonNull, reason, place, index: i });
      }
    }
  }
  return completed;
}

/** Completes the items of all lists as one level. */
function completeLists(
  run: Run,
  field: FieldPlan,
  completion: Of<'list'>,
  values: Column,
  place: Place,
): MaybePromise<Column> {
  const items: unknown[] = [];
  const owners: number[] = [];
  const positions: number[] = [];
  /** For each value, the end of its items in `items`. */
  const ends = new Array<number>(values.length);
  const lists = new Array<unknown>(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const list = isAbsent(value) ? value : itemsOf(field, value);
    if (isAbsent(list)) lists[i] = absent(run, field, completion, [list], place, i, 0);
    else {
      for (let position = 0; position < list.length; position++) {
        items.push(list[position]);
        owners.push(i);
        positions.push(position);
      }
    }
    ends[i] = items.length;
  }
  const below: Place = { above: place, owners, positions, completion: completion.item };
  const completed = andThen(settled(items), (items) => complete(run, field, completion.item, items, below));
  return andThen(completed, (completed) => {
    for (let i = 0, start = 0; i < values.length; i++) {
      const end = ends[i] as number;
      if (lists[i] === undefined) lists[i] = listOf(completion, completed, start, end);
      start = end;
    }
    return lists;
  });
}

/** An item that is null and must not be makes the whole list null. */
function listOf({ isNonNull }: Of<'list'>, completed: Column, start: number, end: number): unknown {
  const list = completed.slice(start, end);
  if (!list.includes(nulled)) return list;
  return isNonNull ? nulled : null;
}

function itemsOf({ parentType, name }: FieldPlan, value: unknown): readonly unknown[] | Failure {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || typeof (value as Partial<Iterable<unknown>>)[Symbol.iterator] !== 'function')
    return new Failure(
      new GraphQLError(`Expected Iterable, but did not find one for field "${parentType.name}.${name}".`),
    );
  try {
    return Array.from(value as Iterable<unknown>);
  } catch (reason) {
    return new Failure(reason);
  }
}

function completeObjects(
  run: Run,
  field: FieldPlan,
  completion: Of<'object'>,
  values: Column,
  place: Place,
): MaybePromise<Column> {
  const completed = new Array<unknown>(values.length);
  const present: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (isAbsent(values[i])) completed[i] = absent(run, field, completion, values, place, i);
    else present.push(i);
  }
  return andThen(executeObjects(run, completion.selection, values, present, place), (objects) => {
    fillIn(completed, present, objects, completion);
    return completed;
  });
}

/** Executes a selection on the values at `indexes`. Returns their objects in that order. */
function executeObjects(
  run: Run,
  selection: () => SelectionPlan,
  values: Column,
  indexes: readonly number[],
  place: Place,
): MaybePromise<Column> {
  if (indexes.length === 0) return [];
  if (indexes.length === values.length) return executeSelection(run, selection(), values, place);
  const sources = indexes.map((index) => values[index]);
  return executeSelection(run, selection(), sources, { above: place, owners: indexes });
}

function fillIn(
  completed: unknown[],
  indexes: readonly number[],
  objects: Column,
  { isNonNull }: { isNonNull: boolean },
): void {
  for (let j = 0; j < indexes.length; j++) {
    const object = objects[j];
    completed[indexes[j] as number] = object === nulled && !isNonNull ? null : object;
  }
}

/** Completes values of an abstract type: executes one selection per object type, and keeps the order of the values. */
function completeAbstract(
  run: Run,
  field: FieldPlan,
  completion: Of<'abstract'>,
  values: Column,
  place: Place,
): MaybePromise<Column> {
  return andThen(runtimeTypes(run, field, completion.type, values, place), (types) => {
    const completed = new Array<unknown>(values.length);
    const indexesOf = new Map<GraphQLObjectType, number[]>();
    for (let i = 0; i < values.length; i++) {
      const type = types[i];
      if (isAbsent(type)) completed[i] = absent(run, field, completion, types, place, i);
      else {
        const indexes = indexesOf.get(type as GraphQLObjectType);
        if (indexes) indexes.push(i);
        else indexesOf.set(type as GraphQLObjectType, [i]);
      }
    }
    const parts = [...indexesOf].map(([type, indexes]) =>
      andThen(
        executeObjects(run, () => completion.selectionOf(type), values, indexes, place),
        (objects) => fillIn(completed, indexes, objects, completion),
      ),
    );
    return parts.some(isPromise) ? Promise.all(parts).then(() => completed) : completed;
  });
}

/** Returns the result for a null or an error: null, or `nulled` if null is not allowed. The value is `values[at]`. */
function absent(
  run: Run,
  field: FieldPlan,
  { isNonNull }: Completion,
  values: Column,
  place: Place,
  index: number,
  at: number = index,
): null | typeof nulled {
  const value = values[at];
  if (value instanceof Failure) return fail(run, field, { isNonNull, reason: value.reason, place, index });
  if (value instanceof Error) return fail(run, field, { isNonNull, reason: value, place, index });
  if (!isNonNull) return null;
  const { parentType, name } = field;
  const reason = new Error(`Cannot return null for non-nullable field ${parentType.name}.${name}.`);
  return fail(run, field, { isNonNull, reason, place, index });
}
