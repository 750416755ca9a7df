import { isObject, type Json, type JsonObject } from './article-json.ts';

/**
 * Reads a number as people write it: `3`, `10-12`, `41+`, `at least 41`, `more than 40`, `10-12, best 11`. Returns null for
 * anything else.
 */
export function readQuantity(text: string): JsonObject | null {
  const [range = '', bestText, ...rest] = text
    .toLowerCase()
    .split(/,\s*best(?: estimate)?\s*/)
    .map((part) => part.trim());
  if (rest.length > 0) return null;
  const best = bestText === undefined ? undefined : number(bestText);
  if (best === null) return null;
  const bounds = readRange(range);
  if (!bounds) return null;
  return { ...bounds, ...(best !== undefined && { best }) };
}

function readRange(text: string): { min: number; max?: number } | null {
  const [, least] = /^(?:at least |min(?:imum)? )(.+)$/.exec(text) ?? /^(.+?)\s*\+$/.exec(text) ?? [];
  const [, more] = /^(?:more than |over |> ?)(.+)$/.exec(text) ?? [];
  const [, from, to] = /^(.+?)\s*(?:-|–|to)\s*(.+)$/.exec(text) ?? [];
  if (least !== undefined) return open(number(least), 0);
  if (more !== undefined) return open(number(more), 1);
  if (from !== undefined && to !== undefined) {
    const [min, max] = [number(from), number(to)];
    return min === null || max === null || min > max ? null : { min, max };
  }
  const exact = number(text);
  return exact === null ? null : { min: exact, max: exact };
}

function open(min: number | null, add: number): { min: number } | null {
  return min === null ? null : { min: min + add };
}

function number(text: string): number | null {
  const digits = text.replace(/(?<=\d)[, '](?=\d{3}\b)/g, '');
  const value = Number(digits);
  return /^\d+$/.test(digits) && Number.isSafeInteger(value) ? value : null;
}

/** A number of an article as `readQuantity` reads it; a value of another shape as JSON. */
export function writeQuantity(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return String(value);
  if (!isObject(value) || typeof value.min !== 'number') return JSON.stringify(value);
  const { min, max, best } = value;
  const range = max === undefined || max === null ? `${min}+` : min === max ? String(min) : `${min}-${max}`;
  return typeof best === 'number' && !(min === max && best === min) ? `${range}, best ${best}` : range;
}
