import type { ExecutionResult, GraphQLError } from 'graphql';
import { show, showError } from '../show.ts';
import type { ResponseTypes } from './response-types.ts';

/** What a result is compared with: the result of graphql-js, and every error that the operation can report. */
export interface Expected {
  result: ExecutionResult;
  /** Undefined if the operation was not executed. */
  types: ResponseTypes | undefined;
  errors: readonly GraphQLError[];
}

/**
 * Returns what is wrong with a result, or undefined. Data must be equal, and keys in the same order. For each null in the
 * data that errors caused, exactly one of these must be reported. Errors below such a null may be reported too.
 */
export function differenceOf(
  result: ExecutionResult,
  { result: expected, types, errors }: Expected,
): string | undefined {
  if (show(Object.keys(result).sort()) !== show(Object.keys(expected).sort()))
    return `Expected the keys ${Object.keys(expected)}, but got: ${Object.keys(result)}`;
  if (show(result.data) !== show(expected.data)) return 'The data differ';
  if (!types || expected.data === undefined) {
    const [got, wanted] = [result, expected].map((one) => one.errors?.map(showError).join('\n'));
    return got === wanted ? undefined : 'The errors differ';
  }
  const possible = new Map<string, Set<string>>();
  for (const error of [...errors, ...(expected.errors ?? [])]) {
    const place = show(types.nulledBy(error.path ?? []));
    const causes = possible.get(place) ?? new Set();
    causes.add(showError(error));
    possible.set(place, causes);
  }
  const missing = new Set([...possible.keys()].filter((place) => isNulled(expected.data, JSON.parse(place))));
  const reported = new Set<string>();
  for (const error of result.errors ?? []) {
    const shown = showError(error);
    const path = types.nulledBy(error.path ?? []);
    const place = show(path);
    if (!possible.get(place)?.has(shown)) return `This error has no cause: ${shown}`;
    if (reported.has(shown)) return `This error is reported twice: ${shown}`;
    reported.add(shown);
    if (isNulled(expected.data, path) && !missing.delete(place))
      return `A second error for the null at ${place}: ${shown}`;
  }
  const [place] = missing;
  return place && `No error for the null at ${place}`;
}

/** Returns whether the value at a path is null, rather than one that contains it. */
function isNulled(data: unknown, path: readonly (string | number)[]): boolean {
  let value: any = data;
  for (const step of path) {
    if (value === null || value === undefined) return false;
    value = value[step];
  }
  return value === null;
}
