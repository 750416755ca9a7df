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
  const found: Selected[] = [];
  advance(value, '', path.split('/'), 0, found);
  return found;
}

function advance(value: unknown, pointer: string, steps: readonly string[], at: number, found: Selected[]): void {
  const step = steps[at];
  if (value === undefined || value === null) return;
  if (step === undefined) found.push({ value, pointer });
  else if (step !== '*') {
    if (isJsonObject(value)) advance(value[step], `${pointer}/${step}`, steps, at + 1, found);
  } else if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) advance(element, `${pointer}/${index}`, steps, at + 1, found);
  }
}
