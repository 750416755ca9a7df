import type { GraphQLResponse } from '@apollo/server';

/** Adds to what an answer tells beside its data and errors. */
export function extendAnswer({ body }: GraphQLResponse, extensions: Record<string, unknown>): void {
  if (body.kind !== 'single') return;
  body.singleResult.extensions = { ...body.singleResult.extensions, ...extensions };
}
