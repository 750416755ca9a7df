import { type GraphQLInputType, getNamedType, isInputObjectType } from 'graphql';

/** What a full text costs, and what a filter by other things: each may be a command of its own to the store. */
const textCost = 10;
const relationCost = 10;

/** What leads from a `where` to one over the same things. */
const combinators = new Set(['and', 'or', 'not', 'where']);

/**
 * What the filters cost in the value of an argument or input field: each `text`, each `where` over other things or parts
 * (they are the inputs that have `and`), and each `count` of them.
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
