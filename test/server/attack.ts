import type { InjectOptions } from 'fastify';

/** A malicious request, with the expected status and error code. */
export type Attack = readonly [what: string, request: InjectOptions, status: number, code: string];

export const json = { 'content-type': 'application/json' };

export const post = (payload: string | Buffer, headers: object = json): InjectOptions => ({
  method: 'POST',
  url: '/graphql',
  payload,
  headers: { ...headers },
});

export const ask = (query: string, variables?: object): InjectOptions => post(JSON.stringify({ query, variables }));

/** Takes variables as JSON text, for values that `JSON.stringify` cannot write. */
export const askRaw = (query: string, variables: string): InjectOptions =>
  post(`{"query":${JSON.stringify(query)},"variables":${variables}}`);

export const repeat = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ');
