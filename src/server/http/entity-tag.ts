import { createHash } from 'node:crypto';
import type { GraphQLRequest } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import type { Moment } from '../../store/moments.ts';

/**
 * Returns the tag of the response to a query that shows one state of the store. It is made of all that decides the data:
 * the revision, the build, the query with its variables, and whether the client may read texts. Undefined if the state is
 * not known, as in a store that no turn of writing has filled.
 */
export function tagOfState(
  build: string,
  { revision, log }: Moment,
  { query, operationName, variables }: GraphQLRequest,
  readsTexts: boolean,
): string | undefined {
  if (!revision || log === undefined) return undefined;
  return weakTag(JSON.stringify([build, log, revision, readsTexts, query, operationName ?? null, variables ?? null]));
}

/** Returns the tag of a response whose state is not known, made of its data. */
export function tagOfData(data: unknown): string {
  return weakTag(JSON.stringify(data));
}

/** Returns whether `If-None-Match` lists the tag. `*` is no knowledge of a tag. */
export function isKnownToClient({ headers }: Pick<FastifyRequest, 'headers'>, tag: string): boolean {
  return (headers['if-none-match'] ?? '').split(',').some((each) => opaque(each) === opaque(tag));
}

/** The tag is weak: responses with the same data may differ in `extensions` and in encoding. */
function weakTag(text: string): string {
  return `W/"${createHash('sha256').update(text).digest('base64url')}"`;
}

function opaque(tag: string): string {
  return tag.trim().replace(/^W\//, '');
}
