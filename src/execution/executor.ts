import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { executePlan } from './execute-plan.ts';
import { isPromise, type MaybePromise } from './maybe-promise.ts';
import { createPlan, type Plan, Unplannable } from './plan.ts';

/** Executes operations of one schema. */
export interface Executor {
  /**
   * Returns what graphql-js's `execute` returns, except that when errors make an object null, it may report a different one
   * of them; it always reports exactly one.
   */
  execute(request: ExecutionRequest): MaybePromise<ExecutionResult>;
}

/** A request for one operation of a valid document. */
export interface ExecutionRequest {
  document: DocumentNode;
  operationName?: string | null | undefined;
  variableValues?: Readonly<Record<string, unknown>> | null | undefined;
  /** The coerced variables, if they are known to be valid already. */
  coercedVariables?: Readonly<Record<string, unknown>> | undefined;
  contextValue?: unknown;
  rootValue?: unknown;
}

export interface ExecutorOptions {
  /** The maximum number of errors in variables that are reported; 50 by default. */
  maxErrors?: number;
  /** Called when graphql-js executes an operation instead. `error` is set if the executor itself failed. */
  onFallback?: (reason: string, request: ExecutionRequest, error?: unknown) => void;
}

/** The maximum number of plans of an operation: one for each combination of `@skip` and `@include` values. */
const maxPlans = 16;

/**
 * Creates an executor that resolves a field of many objects at once. graphql-js executes mutations, introspection, and any
 * operation on which this executor itself fails. A subscription is executed once, for the event in `rootValue`.
 *
 * A plan is kept as long as its parsed document. It contains no request data.
 */
export function createExecutor(schema: GraphQLSchema, { onFallback, maxErrors = 50 }: ExecutorOptions = {}): Executor {
  const plansOf = new WeakMap<OperationDefinitionNode, Map<string, Plan | Unplannable>>();

  function planOf(document: DocumentNode, operation: OperationDefinitionNode, variables: Record<string, unknown>) {
    let plans = plansOf.get(operation);
    if (!plans) {
      plans = new Map();
      plansOf.set(operation, plans);
    }
    const conditions = conditionsOf(document, operation, variables);
    const key = conditions instanceof Unplannable ? conditions.message : JSON.stringify(conditions);
    let plan = plans.get(key);
    if (!plan) {
      plan = conditions instanceof Unplannable ? conditions : tryPlan(schema, document, operation, conditions);
      if (plans.size >= maxPlans) plans.clear();
      plans.set(key, plan);
    }
    return plan;
  }

  function fallBack(request: ExecutionRequest, reason: string, error?: unknown): MaybePromise<ExecutionResult> {
    onFallback?.(reason, request, error);
    const { document, operationName, variableValues, contextValue, rootValue } = request;
    const options = { maxCoercionErrors: maxErrors };
    return execute({ schema, document, operationName, variableValues, contextValue, rootValue, options });
  }

  return {
    execute(request) {
      const { document, operationName, variableValues, coercedVariables, contextValue: context, rootValue } = request;
      const operation = getOperationAST(document, operationName);
      if (!operation) return fallBack(request, 'no such operation');
      if (operation.operation === 'mutation') return fallBack(request, operation.operation);
      const { coerced: variables, errors } = coercedVariables
        ? { coerced: { ...coercedVariables } }
        : getVariableValues(schema, operation.variableDefinitions ?? [], variableValues ?? {}, { maxErrors });
      if (errors) return { errors };
      const failed = (error: unknown) =>
        error instanceof Unplannable ? fallBack(request, error.message) : fallBack(request, 'a fault', error);
      try {
        const plan = planOf(document, operation, variables);
        if (plan instanceof Unplannable) return fallBack(request, plan.message);
        const result = executePlan(plan, { context, rootValue, variables });
        return isPromise(result) ? result.catch(failed) : result;
      } catch (error) {
        return failed(error);
      }
    },
  };
}

function tryPlan(...args: Parameters<typeof createPlan>): Plan | Unplannable {
  try {
    return createPlan(...args);
  } catch (error) {
    if (error instanceof Unplannable) return error;
    throw error;
  }
}

const conditionNames = new WeakMap<DocumentNode, ReadonlySet<string>>();

/** Returns the variables that decide which fields are executed. */
function conditionsOf(
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Record<string, boolean> | Unplannable {
  let names = conditionNames.get(document);
  if (!names) {
    names = namesOfConditions(document);
    conditionNames.set(document, names);
  }
  const conditions: Record<string, boolean> = Object.create(null);
  for (const { variable } of variableDefinitions) {
    const name = variable.name.value;
    if (!names.has(name)) continue;
    const value = variables[name];
    if (typeof value !== 'boolean') return new Unplannable('a condition without a value');
    conditions[name] = value;
  }
  return conditions;
}

function namesOfConditions(document: DocumentNode): Set<string> {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: args }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of args ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return names;
}
