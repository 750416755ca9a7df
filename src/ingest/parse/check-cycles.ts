import { shorten, showValue } from '../../errors/show-value.ts';
import { isJsonObject, type JsonObject, select } from '../json/json-object.ts';
import type { Fault } from '../json/rejection.ts';

interface Part {
  id: string;
  partOf: string;
  pointer: string;
}

/**
 * Returns a fault for each cycle in which a location or incident is part of itself through others, at the last edge of
 * the cycle.
 */
export function checkCycles(article: JsonObject): Fault[] {
  return ['locations', 'incidents'].flatMap((kind) => cyclesOf(partsOf(article, kind)).map(faultOf));
}

function partsOf(article: JsonObject, kind: string): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const { value, pointer } of select(article, `${kind}/*`)) {
    if (!isJsonObject(value)) continue;
    const { id, partOf } = value;
    if (typeof id !== 'string' || typeof partOf !== 'string' || id === partOf || parts.has(id)) continue;
    parts.set(id, { id, partOf, pointer: `${pointer}/partOf` });
  }
  return parts;
}

/**
 * Returns all cycles. A part has at most one parent, so walking up from each part, until a visited one, finds each
 * cycle once.
 */
function cyclesOf(parts: Map<string, Part>): Part[][] {
  const cycles: Part[][] = [];
  const walked = new Set<Part>();
  for (const first of parts.values()) {
    const walk: Part[] = [];
    let part: Part | undefined = first;
    while (part && !walked.has(part)) {
      walked.add(part);
      walk.push(part);
      part = parts.get(part.partOf);
    }
    const start = part ? walk.indexOf(part) : -1;
    if (start !== -1) cycles.push(walk.slice(start));
  }
  return cycles;
}

function faultOf(cycle: Part[]): Fault {
  const last = cycle.reduce((a, b) => (indexOf(b) > indexOf(a) ? b : a));
  const at = cycle.indexOf(last);
  const ids = [...cycle.slice(at), ...cycle.slice(0, at), last].map(({ id }) => id);
  return {
    pointer: last.pointer,
    expected: 'an id that does not close a cycle',
    found: `${showValue(last.partOf)} (${shorten(ids.join(' → '))})`,
  };
}

function indexOf(part: Part): number {
  return Number(part.pointer.split('/')[2]);
}
