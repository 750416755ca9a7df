import type { FieldNode, SelectionSetNode } from 'graphql';
import {
  argumentsOf,
  fieldsOf,
  isObject,
  keyOf,
  type ParsedQuery,
  parseRequest,
  type Request,
  type Values,
} from './request.ts';

/**
 * Returns why the response to a query is empty and how to fix it, as inline Markdown; null if nothing is empty.
 * Checks the nodes and connections that the query reaches without passing through a list; returns the first reason.
 */
export function explainEmptyAnswer(request: Request, response: string): string | null {
  try {
    const { data, errors } = JSON.parse(response) as { data?: Values; errors?: unknown[] };
    if (!data || errors) return null;
    const parsed = parseRequest(request);
    return parsed && explainSelections(parsed.selectionSet, data, { ...parsed, path: [] });
  } catch {
    return null; // not JSON, or no longer the query that was answered
  }
}

interface Context extends Pick<ParsedQuery, 'fragments' | 'variables'> {
  path: string[];
}

function explainSelections(selectionSet: SelectionSetNode, answer: Values, context: Context): string | null {
  for (const field of fieldsOf(selectionSet, context.fragments)) {
    const key = keyOf(field);
    const reason = explainField(field, answer[key], { ...context, path: [...context.path, key] });
    if (reason) return reason;
  }
  return null;
}

function explainField(field: FieldNode, value: unknown, context: Context): string | null {
  const given = argumentsOf(field, context.variables);
  const path = `\`${context.path.join('.')}\``;
  if (value === null && 'id' in given) {
    return `${path} is null: nothing has the id \`${given.id}\`. Find ids with \`search\`, or by selecting \`id\` in a list.`;
  }
  if (!isObject(value) || !field.selectionSet) return null;
  const fields = fieldsOf(field.selectionSet, context.fragments);
  return isEmptyConnection(fields, value)
    ? explainConnection(field.name.value, given, path, context.path.length === 1)
    : explainSelections(field.selectionSet, value, context);
}

function explainConnection(name: string, given: Values, path: string, isRoot: boolean): string | null {
  const cursor = ['after', 'before'].find((argument) => argument in given);
  if (cursor) return `${path} has no more nodes ${cursor} this cursor. Remove \`${cursor}\` to get the first page.`;
  if (name === 'search') {
    const types = 'types' in given ? ', or remove `types`' : '';
    return `${path} is empty: nothing contains all words of \`${given.text}\`. Search for fewer words${types}.`;
  }
  if (isObject(given.where) && Object.keys(given.where).length > 0) {
    return `${path} is empty: nothing matches every condition of \`where\`. Remove a condition, or change its value.`;
  }
  return isRoot ? `${path} is empty: the store has none yet. Add articles with \`npm run seed\`.` : null;
}

function isEmptyConnection(fields: FieldNode[], answer: Values): boolean {
  return fields.some((field) => {
    const name = field.name.value;
    const value = answer[keyOf(field)];
    if (name === 'totalCount') return value === 0;
    return (name === 'nodes' || name === 'edges') && Array.isArray(value) && value.length === 0;
  });
}
