import { showValue } from '../../errors/show-value.ts';
import { type NodeId, parseNodeId } from '../../query/node-id.ts';
import { isMergedType } from '../../query/survivors.ts';
import { isJsonObject, type JsonObject } from '../json/json-object.ts';
import type { Fault } from '../json/rejection.ts';

/**
 * Returns a fault if the ids of a merge are equal or of different types. Ignores values that do not match the schema.
 */
export function checkMerge({ merge }: JsonObject): Fault[] {
  if (!isJsonObject(merge)) return [];
  const [from, into] = [parseEntityId(merge.from), parseEntityId(merge.into)];
  if (!from || !into) return [];
  const fault = { pointer: '/merge/into', found: showValue(merge.into) };
  if (from.type !== into.type) return [{ ...fault, expected: `an id of type ${from.type}, the type of "from"` }];
  return from.slug === into.slug ? [{ ...fault, expected: 'an id other than "from"' }] : [];
}

function parseEntityId(id: unknown): NodeId | undefined {
  const parsed = typeof id === 'string' ? parseNodeId(id.charAt(0).toUpperCase() + id.slice(1)) : undefined;
  return parsed && isMergedType(parsed.type) ? parsed : undefined;
}
