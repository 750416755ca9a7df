import type { FetcherParams, Observable } from '@graphiql/toolkit';
import type { ExecutionResult } from 'graphql';
import { createClient, NetworkError, type RequestParams } from 'graphql-sse';

/**
 * Subscribes over server-sent events, which carry the headers of the editor, as WebSockets in a browser cannot. It does
 * not reconnect: a subscription that breaks ends with the reason.
 */
export function subscribe(
  url: string,
  operation: FetcherParams,
  headers: Record<string, string> | undefined,
): Observable<ExecutionResult> {
  const client = createClient({ url, headers: headers ?? {}, retryAttempts: 0 });
  const subscribeTo = (observer: Observer) => ({
    unsubscribe: client.subscribe<Record<string, unknown>>(operation as RequestParams, {
      next: observer.next,
      complete: observer.complete,
      async error(error) {
        const refusal = await readRefusal(error);
        if (!refusal) return observer.error(error);
        observer.next(refusal);
        observer.complete();
      },
    }),
  });
  return { subscribe: subscribeTo as Observable<ExecutionResult>['subscribe'] };
}

interface Observer {
  next(result: ExecutionResult): void;
  error(error: unknown): void;
  complete(): void;
}

/** Returns the errors of the gateway if a subscription did not begin. */
async function readRefusal(error: unknown): Promise<ExecutionResult | undefined> {
  if (!(error instanceof NetworkError && error.response instanceof Response)) return undefined;
  return error.response.json().catch(() => undefined); // a proxy answered
}
