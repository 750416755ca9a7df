import {
  BREAK,
  type GraphQLSchema,
  isScalarType,
  Kind,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import { RawJson } from '../../api/raw-json.ts';
import type { ExecutedOperation } from './executed-fields.ts';
import { costOf, type OperationCost } from './operation-cost.ts';

type Variables = ExecutedOperation['variables'];
type DocumentAndOperation = [document: Parameters<typeof costOf>[1], operation: OperationDefinitionNode];

/** The number of costs in memory for one operation, each for other values of its variables. */
const maxCosts = 64;
/** The cost for longer values is not kept. */
const maxKeyLength = 2000;

interface KnownCosts {
  variables: readonly VariableDefinitionNode[];
  /** The names of variables of which only presence matters. */
  opaque: ReadonlySet<string>;
  costs: Map<string, OperationCost>;
}

/**
 * Returns a function that computes costs as `costOf` does, once for equal operations and equal values of the variables
 * that matter. Costs are kept as long as their documents.
 */
export function createCostMemory(
  schema: GraphQLSchema,
): (...of: [...DocumentAndOperation, variables: Variables]) => OperationCost {
  const known = new WeakMap<OperationDefinitionNode, KnownCosts>();
  return (document, operation, variables) => {
    let memory = known.get(operation);
    if (!memory) {
      memory = createKnownCosts(schema, document, operation);
      known.set(operation, memory);
    }
    const key = keyOf(memory, variables);
    if (key === undefined) return costOf(schema, document, operation, variables);
    let cost = memory.costs.get(key);
    if (!cost) {
      cost = costOf(schema, document, operation, variables);
      if (memory.costs.size >= maxCosts) memory.costs.clear();
      memory.costs.set(key, cost);
    }
    return cost;
  };
}

function createKnownCosts(
  schema: GraphQLSchema,
  ...[document, { variableDefinitions = [] }]: DocumentAndOperation
): KnownCosts {
  const pricesTexts = hasField(document, 'draftArticle');
  const opaque = variableDefinitions.filter(({ type }) => {
    if (pricesTexts) return false;
    const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
    return named.kind === Kind.NAMED_TYPE && isOpaque(schema, named.name.value);
  });
  return {
    variables: variableDefinitions,
    opaque: new Set(opaque.map(({ variable }) => variable.name.value)),
    costs: new Map(),
  };
}

function hasField(document: DocumentAndOperation[0], name: string): boolean {
  let found = false;
  visit(document, {
    Field(field) {
      if (field.name.value !== name) return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
}

/** Returns whether a type's values cannot change the cost. Numbers can be sizes and booleans conditions; texts cannot, but that of a draft. */
function isOpaque(schema: GraphQLSchema, type: string): boolean {
  return isScalarType(schema.getType(type)) && (type === 'ID' || type === 'String');
}

/** Returns undefined for values that are too long, and for articles, whose length determines the cost. */
function keyOf({ variables, opaque }: KnownCosts, values: Variables): string | undefined {
  let key = '';
  for (const { variable } of variables) {
    const name = variable.name.value;
    const value = values[name];
    if (value instanceof RawJson) return undefined;
    key += opaque.has(name) && typeof value === 'string' ? '"' : JSON.stringify(value);
    key += ',';
    if (key.length > maxKeyLength) return undefined;
  }
  return key;
}
