/** What `JSON.parse` makes of `{}`: own keys alone, whatever they are called. */
export type JsonObject = Record<string, unknown>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export interface Selected {
  value: unknown;
  pointer: string;
}

/**
 * The values at a path, `*` in it standing for every element of a list: all locations of incidents at
 * `incidents`, `*`, `location`, joined by slashes, with their pointers.
 * What is absent, null or of another shape than the path is left out.
 */
export function select(value: unknown, path: string): Selected[] {
  let selected: Selected[] = [{ value, pointer: '' }];
  for (const step of path.split('/')) selected = selected.flatMap((from) => advance(from, step));
  return selected.filter((found) => found.value !== undefined && found.value !== null);
}

function advance({ value, pointer }: Selected, step: string): Selected[] {
  if (step !== '*') return isJsonObject(value) ? [{ value: value[step], pointer: `${pointer}/${step}` }] : [];
  return Array.isArray(value)
    ? value.map((element, index) => ({ value: element, pointer: `${pointer}/${index}` }))
    : [];
}
