import { type FieldNode, type GraphQLError, type GraphQLResolveInfo, locatedError } from 'graphql';
import type { BatchInfo } from './batched-field.ts';
import { keysTo, type Place, pathTo } from './place.ts';
import type { FieldPlan, Plan } from './plan.ts';

/** One execution of a plan. */
export interface Run {
  plan: Plan;
  context: unknown;
  rootValue: unknown;
  /** The coerced variables. */
  variables: Readonly<Record<string, unknown>>;
  failures: ExecutionFailure[];
}

/** An error, and the position of the value that failed. */
export interface ExecutionFailure {
  error: GraphQLError;
  place: Place;
  index: number;
}

/** The value of a field or a list item that failed. `reason` is the thrown value, which may be anything. */
export class Failure {
  readonly reason: unknown;

  constructor(reason: unknown) {
    this.reason = reason;
  }
}

/** Returns true for null, undefined, an `Error` and a `Failure`. */
export function isAbsent(value: unknown): value is null | undefined | Failure | Error {
  return value === null || value === undefined || value instanceof Failure || value instanceof Error;
}

/** Marks a null that is not allowed in its position, so that the object or list that contains it becomes null. */
export const nulled = Symbol('nulled');

/** The completed values of one level, in order. */
export type Column = readonly unknown[];

/** Records the error of one value of a field. Returns its result: null, or `nulled` if null is not allowed. */
export function fail(
  { failures }: Run,
  { nodes }: { nodes: readonly FieldNode[] },
  { isNonNull, reason, place, index }: { isNonNull: boolean; reason: unknown; place: Place; index: number },
): null | typeof nulled {
  failures.push({ error: locatedError(reason, nodes, keysTo(place, index)), place, index });
  return isNonNull ? nulled : null;
}

/** The info of an ordinary resolver. The path is computed when it is read. */
export class ResolveInfo implements GraphQLResolveInfo {
  readonly fieldName: GraphQLResolveInfo['fieldName'];
  readonly fieldNodes: GraphQLResolveInfo['fieldNodes'];
  readonly returnType: GraphQLResolveInfo['returnType'];
  readonly parentType: GraphQLResolveInfo['parentType'];
  readonly schema: GraphQLResolveInfo['schema'];
  readonly fragments: GraphQLResolveInfo['fragments'];
  readonly rootValue: unknown;
  readonly operation: GraphQLResolveInfo['operation'];
  readonly variableValues: GraphQLResolveInfo['variableValues'];
  readonly #place: Place;
  readonly #index: number;

  constructor(info: BatchInfo, place: Place, index: number) {
    this.fieldName = info.fieldName;
    this.fieldNodes = info.fieldNodes;
    this.returnType = info.returnType;
    this.parentType = info.parentType;
    this.schema = info.schema;
    this.fragments = info.fragments;
    this.rootValue = info.rootValue;
    this.operation = info.operation;
    this.variableValues = info.variableValues;
    this.#place = place;
    this.#index = index;
  }

  get path(): GraphQLResolveInfo['path'] {
    return pathTo(this.#place, this.#index) as GraphQLResolveInfo['path'];
  }
}

export function batchInfo({ plan, rootValue, variables }: Run, field: FieldPlan): BatchInfo {
  return {
    fieldName: field.name,
    fieldNodes: field.nodes,
    returnType: field.definition.type,
    parentType: field.parentType,
    schema: plan.schema,
    fragments: plan.fragments,
    rootValue,
    operation: plan.operation,
    variableValues: variables,
  };
}
