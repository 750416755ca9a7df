const names = ['query', 'operationName', 'variables', 'extensions', 'documentId'];
/** Encoded as JSON, in which `null` means that a parameter is left out (GraphQL over HTTP, section 4.1). */
const encoded = ['variables', 'extensions'];

/**
 * Returns the URL of a GET without the GraphQL parameters that are empty, which mean the same as if they were left out
 * (GraphQL over HTTP, section 4.3). Other URLs are returned unchanged.
 */
export function withoutEmptyParameters(url: string): string {
  const start = url.indexOf('?');
  if (start < 0) return url;
  const parameters = [...new URLSearchParams(url.slice(start))];
  const kept = parameters.filter(
    ([name, value]) => !(names.includes(name) && (value === '' || (value === 'null' && encoded.includes(name)))),
  );
  return kept.length === parameters.length ? url : `${url.slice(0, start)}?${new URLSearchParams(kept)}`;
}

/** Returns the body of a POST without an empty `operationName`: no operation has that name. */
export function withoutEmptyName(body: unknown): unknown {
  const isNamed = typeof body === 'object' && body !== null && 'operationName' in body;
  return isNamed && body.operationName === '' ? { ...body, operationName: null } : body;
}
