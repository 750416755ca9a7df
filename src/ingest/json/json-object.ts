/** An object as `JSON.parse` returns it: every key is its own, even `__proto__`. */
export type JsonObject = Record<string, unknown>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export interface Selected {
  value: unknown;
  pointer: string;
}

/**
 * Returns the values at a path, whose steps are joined by slashes, with their pointers. The step `*` selects every
 * element of a list: `incidents`, `*`, `location` selects the locations of all incidents. Values that are absent, null
 * or of a different shape are left out.
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
