import { getArgumentValues } from 'graphql';
import type { BatchInfo } from './batched-field.ts';
import { isPromise, type MaybePromise } from './maybe-promise.ts';
import type { Place } from './place.ts';
import type { FieldPlan } from './plan.ts';
import { batchInfo, type Column, Failure, ResolveInfo, type Run } from './run.ts';

type Arguments = Record<string, unknown>;

/** Returns a field's value for each parent, in order, with all promises settled. Failed values are `Failure`s. */
export function resolveField(run: Run, field: FieldPlan, parents: Column, place: Place): MaybePromise<Column> {
  if (field.isTypeName) return parents.map(() => field.parentType.name);
  const info = batchInfo(run, field);
  let args: Arguments;
  try {
    args = argumentsOf(run, field);
  } catch (error) {
    return failAll(parents, error);
  }
  if (field.resolveAll) return resolveTogether(run, field, parents, args, info);
  const values = field.resolve
    ? callEach(run, field.resolve, parents, args, info, place)
    : readEach(run, field.name, parents, args, info, place);
  return settled(values);
}

/** Returns the arguments, computed once for all parents of a request. */
function argumentsOf({ variables }: Run, { definition, nodes: [node] }: FieldPlan): Arguments {
  return definition.args.length > 0 && node ? getArgumentValues(definition, node, variables) : {};
}

function resolveTogether(
  { context }: Run,
  { resolveAll, parentType, name }: FieldPlan,
  parents: Column,
  args: Arguments,
  info: BatchInfo,
): MaybePromise<Column> {
  const checked = (values: Column): Column => {
    if (Array.isArray(values) && values.length === parents.length) return values;
    const count = Array.isArray(values) ? `${values.length} values` : 'no list';
    return failAll(
      parents,
      new Error(`The resolver of ${parentType.name}.${name} returned ${count} for ${parents.length} parents`),
    );
  };
  try {
    const values = resolveAll?.(parents, args, context, info) ?? [];
    if (!isPromise(values)) return checked(values);
    return Promise.resolve(values).then(checked, (error) => failAll(parents, error));
  } catch (error) {
    return failAll(parents, error);
  }
}

function failAll(parents: Column, reason: unknown): Column {
  const failure = new Failure(reason);
  return parents.map(() => failure);
}

function callEach(
  { context }: Run,
  resolve: NonNullable<FieldPlan['resolve']>,
  parents: Column,
  args: Arguments,
  info: BatchInfo,
  place: Place,
): unknown[] {
  const values = new Array<unknown>(parents.length);
  for (let i = 0; i < parents.length; i++) {
    try {
      values[i] = resolve(parents[i], args, context, new ResolveInfo(info, place, i));
    } catch (error) {
      values[i] = new Failure(error);
    }
  }
  return values;
}

/** Reads a property of each parent, as graphql-js's default resolver does: a property that is a function is called. */
function readEach(
  { context }: Run,
  name: string,
  parents: Column,
  args: Arguments,
  info: BatchInfo,
  place: Place,
): unknown[] {
  const values = new Array<unknown>(parents.length);
  for (let i = 0; i < parents.length; i++) {
    const parent = parents[i] as Record<string, unknown>;
    if ((typeof parent !== 'object' && typeof parent !== 'function') || parent === null) continue;
    try {
      const value = parent[name];
      values[i] =
        typeof value === 'function' ? value.call(parent, args, context, new ResolveInfo(info, place, i)) : value;
    } catch (error) {
      values[i] = new Failure(error);
    }
  }
  return values;
}

/** Waits for the values that are promises. */
export function settled(values: unknown[]): MaybePromise<unknown[]> {
  return values.some(isPromise)
    ? Promise.all(values.map((value) => (isPromise(value) ? Promise.resolve(value).catch(toFailure) : value)))
    : values;
}

function toFailure(reason: unknown): Failure {
  return new Failure(reason);
}
