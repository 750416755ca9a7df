import type { GraphQLResponse } from '@apollo/server';

/** Adds entries to the `extensions` of a response. */
export function extendAnswer({ body }: GraphQLResponse, extensions: Record<string, unknown>): void {
  if (body.kind !== 'single') return;
  body.singleResult.extensions = Object.assign(body.singleResult.extensions ?? {}, extensions);
}
