import { type GraphQLInputType, getNamedType, isInputObjectType } from 'graphql';

/** The costs of a full-text condition and of a filter on a relation. Each may be a separate store command. */
const textCost = 10;
const relationCost = 10;

/** Fields that lead from a `where` to a `where` on the same type. */
const combinators = new Set(['and', 'or', 'not', 'where']);

/**
 * Returns the cost of the filters in the value of an argument or input field: of each `text`, each filter on a relation
 * or on parts (an input that has `and`), and each `count` of these.
 */
export function filterCost(name: string, value: unknown, type: GraphQLInputType): number {
  if (value === null || value === undefined) return 0;
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + filterCost(name, each, type), 0);
  if (name === 'text') return textCost;
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return 0;
  const fields = named.getFields();
  const isRelation = name === 'count' ? 'where' in fields : 'and' in fields && !combinators.has(name);
  return Object.entries(value).reduce(
    (sum, [key, inner]) => sum + (fields[key] ? filterCost(key, inner, fields[key].type) : 0),
    isRelation ? relationCost : 0,
  );
}
