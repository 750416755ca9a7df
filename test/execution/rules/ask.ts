import { type ExecutionResult, execute, type GraphQLSchema, parse, validate } from 'graphql';
import { expect } from 'vitest';
import { createExecutor } from '../../../src/execution/executor.ts';
import { show, showError } from '../show.ts';

interface Question {
  root?: unknown;
  variables?: Record<string, unknown>;
  operationName?: string;
  context?: unknown;
}

/** Returns the executor's result for a query. Throws if graphql-js executes the query instead. */
export async function ask(
  schema: GraphQLSchema,
  source: string,
  { root, variables, operationName, context }: Question = {},
): Promise<ExecutionResult<any>> {
  const document = parse(source);
  expect(validate(schema, document)).toEqual([]);
  const fallbacks: string[] = [];
  const executor = createExecutor(schema, { onFallback: (reason) => fallbacks.push(reason) });
  const result = await executor.execute({
    document,
    ...(operationName !== undefined && { operationName }),
    ...(variables && { variableValues: variables }),
    contextValue: context,
    rootValue: root,
  });
  expect(fallbacks).toEqual([]);
  return result;
}

/** Returns the executor's result for a query. Expects graphql-js's to be equal, with the errors in the same order. */
export async function askBoth(
  schema: GraphQLSchema,
  source: string,
  question: Question = {},
): Promise<ExecutionResult<any>> {
  const result = await ask(schema, source, question);
  const { root, variables, operationName, context } = question;
  const expected = await execute({
    schema,
    document: parse(source),
    operationName,
    variableValues: variables,
    contextValue: context,
    rootValue: root,
  });
  expect(shown(result)).toEqual(shown(expected));
  return result;
}

function shown(result: ExecutionResult) {
  return { ...result, data: show(result.data), errors: result.errors?.map(showError) };
}

/** Returns the errors of a result as lines of path and message. */
export function errorsOf({ errors = [] }: ExecutionResult): string[] {
  return errors.map(({ path = [], message }) => `${path.join('.')}: ${message}`);
}
