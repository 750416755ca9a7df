import { GraphQLError } from 'graphql';

/**
 * Returns a value as JSON in which two values that a client, a formatter of errors or a serializer could tell apart
 * differ: keys keep their order, and what JSON would drop or make null is named.
 */
export function show(value: unknown, indent?: number): string {
  return (
    JSON.stringify(
      value,
      function (this: any, key, shown) {
        const raw = this[key];
        if (raw === undefined) return '(undefined)';
        if (typeof raw === 'function' || typeof raw === 'symbol' || typeof raw === 'bigint') return `(${String(raw)})`;
        if (typeof raw === 'number' && (!Number.isFinite(raw) || Object.is(raw, -0)))
          return `(${Object.is(raw, -0) ? '-0' : raw})`;
        if (raw instanceof Date) return `(Date ${shown})`;
        return shown;
      },
      indent,
    ) ?? '(undefined)'
  );
}

/** Returns an error as `show` does, with what only the server sees of it. */
export function showError(error: unknown): string {
  if (!(error instanceof GraphQLError)) return `Expected a GraphQLError, but got: ${String(error)}`;
  const { message, path, locations, extensions, nodes, originalError } = error;
  const original = originalError && { name: originalError.name, message: originalError.message };
  return show({ message, path, locations, extensions, nodes: nodes?.map(({ kind }) => kind), original });
}
