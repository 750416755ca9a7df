import type { GraphiQLProps } from 'graphiql';
import { getOperationAST, type IntrospectionQuery, OperationTypeNode, parse } from 'graphql';
import { subscribe } from './subscribe.ts';

/** Sends an operation to the URL of the page. Errors are JSON too, and are shown unchanged. */
export const fetcher: GraphiQLProps['fetcher'] = async (operation, options) => {
  const url = window.location.pathname;
  if (isSubscription(operation)) return subscribe(url, operation, options?.headers);
  const response = await fetch(url, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', ...options?.headers },
    body: JSON.stringify(operation),
  });
  const result = await response.json();
  const isIntrospection = operation.operationName === 'IntrospectionQuery' && result.data?.__schema;
  return isIntrospection ? { ...result, data: withScalarsLast(result.data) } : result;
};

function isSubscription({ query, operationName }: { query: string; operationName?: string | null }): boolean {
  try {
    return getOperationAST(parse(query), operationName)?.operation === OperationTypeNode.SUBSCRIPTION;
  } catch {
    return false; // the gateway says what is wrong
  }
}

/** Moves scalars to the end of the types. The docs pane lists types in this order. */
function withScalarsLast({ __schema }: IntrospectionQuery): IntrospectionQuery {
  const isScalar = ({ kind }: { kind: string }) => Number(kind === 'SCALAR');
  return { __schema: { ...__schema, types: __schema.types.toSorted((a, b) => isScalar(a) - isScalar(b)) } };
}
