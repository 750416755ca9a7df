import fc from 'fast-check';
import { anyRequest } from '../documents/any-request.ts';
import { scalarLiterals } from '../world/inputs.ts';
import { createCheck, type Fallbacks, worldSchema } from './check-request.ts';

/** The reasons for which graphql-js may execute an operation. */
const knownFallback =
  /^(no such operation|mutation|introspection|a condition without a value|the type (One|Other) has isTypeOf)$/;

/**
 * Compares the executor with graphql-js on `numRuns` random documents, each executed several times with other variables.
 * Throws with the smallest document for which their results differ, or if graphql-js executed a query without a known
 * reason. Returns the number of operations that graphql-js executed, by reason.
 */
export async function checkExecutor(parameters: { numRuns: number; seed?: number }): Promise<Fallbacks> {
  const fallbacks: Fallbacks = new Map();
  const { stackTraceLimit } = Error;
  // A third of the time goes into the stacks of errors that resolvers throw.
  Error.stackTraceLimit = 0;
  try {
    await fc.assert(fc.asyncProperty(anyRequest(worldSchema, scalarLiterals), createCheck(fallbacks)), parameters);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
  const unknown = [...fallbacks].filter(([reason]) => !knownFallback.test(reason));
  if (unknown.length > 0) throw new Error(`graphql-js executed queries: ${unknown.map((entry) => entry.join(' × '))}`);
  return fallbacks;
}
