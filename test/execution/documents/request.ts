import { type DocumentNode, parse } from 'graphql';

/** A document, and how it is executed. */
export interface AnyRequest {
  source: string;
  operationName: string | undefined;
  /** One execution each, of the same parsed document. */
  runs: readonly Run[];
}

export interface Run {
  variables: Record<string, unknown>;
  /** The seed of the world. */
  seed: number;
}

/** Returns the document of a request. */
export function parseRequest({ source }: AnyRequest): DocumentNode {
  return parse(source);
}
