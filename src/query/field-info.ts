import type { FieldNode, GraphQLResolveInfo } from 'graphql';

/** The info of a field that is the same for all parents. */
export type FieldInfo = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'variableValues'>;

type Outcome<T> = { value: T } | { error: unknown };

/**
 * Creates a cache of one value per field and request. `compute` runs for the first parent; later parents get the same
 * value or error, which saves checking the arguments again and creating a stack trace for each error.
 *
 * The key is the object of coerced variables, because each execution has its own. The nodes of a document are shared
 * between requests.
 */
export function createFieldMemory<T>(): (info: FieldInfo, compute: () => T) => T {
  const requests = new WeakMap<object, Map<readonly FieldNode[], Outcome<T>>>();
  return ({ variableValues, fieldNodes }, compute) => {
    let fields = requests.get(variableValues);
    if (!fields) {
      fields = new Map();
      requests.set(variableValues, fields);
    }
    let outcome = fields.get(fieldNodes);
    if (!outcome) {
      outcome = outcomeOf(compute);
      fields.set(fieldNodes, outcome);
    }
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  };
}

function outcomeOf<T>(compute: () => T): Outcome<T> {
  try {
    return { value: compute() };
  } catch (error) {
    return { error };
  }
}
