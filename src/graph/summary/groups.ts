import type { Document } from 'mongodb';
import type { Quantity } from '../../generated/schema.ts';
import type { Entity, GroupKey, Toll } from '../entity.ts';
import { formatNodeId, type NodeType, nodeTypes } from '../node-id.ts';

/** Things that have something in common. `key` is the slug of a thing where `is` names its type. */
export interface GroupModel {
  key: string;
  is: NonNullable<GroupKey['is']> | 'value';
  count: number;
  killed: Quantity;
  injured: Quantity;
}

/**
 * The stages from documents to groups, largest first, then by key. A list is unwound as a copy: DocumentDB asks the
 * condition of a join again of what is unwound.
 */
export function groupStages({ toll }: Entity, { path, list }: GroupKey, first: number, withToll: boolean): Document[] {
  return [
    ...(list ? [{ $set: { _key: `$${path}` } }, { $unwind: '$_key' }] : [{ $match: { [path]: { $exists: true } } }]),
    { $group: { _id: list ? '$_key' : `$${path}`, count: { $sum: 1 }, ...(withToll && toll && tollSums(toll)) } },
    { $sort: { count: -1, _id: 1 } },
    { $limit: first },
  ];
}

export function toGroup(key: GroupKey, row: Document): GroupModel {
  return { key: row._id, is: key.is ?? 'value', count: row.count, ...toToll(row) };
}

/** Sums of the least and the most, and how many have no most. */
export function tollSums({ killed, injured, unless }: Toll): Document {
  const sum = (value: unknown) => ({ $sum: { $cond: [unless, 0, value] } });
  return Object.fromEntries(
    Object.entries({ killed, injured }).flatMap(([name, path]) => [
      [`${name}Min`, sum(`$${path}.min`)],
      [`${name}Max`, sum(`$${path}.max`)],
      [`${name}Open`, sum({ $cond: [{ $eq: [{ $type: `$${path}.max` }, 'missing'] }, 1, 0] })],
    ]),
  );
}

export function toToll(row: Document): { killed: Quantity; injured: Quantity } {
  const quantity = (name: string): Quantity => ({
    min: exact(row[`${name}Min`]),
    max: row[`${name}Open`] > 0 ? null : exact(row[`${name}Max`]),
  });
  return { killed: quantity('killed'), injured: quantity('injured') };
}

/** Beyond 2^53 - 1 numbers are no longer exact. */
function exact(sum: number): number {
  return Math.min(sum, Number.MAX_SAFE_INTEGER);
}

export function formatGroupKey({ key, is }: GroupModel): string {
  return isNode(is) ? formatNodeId(is, key) : key;
}

export function isNode(is: GroupModel['is']): is is NodeType {
  return (nodeTypes as readonly string[]).includes(is);
}

/** What to call a group that stands for no thing: countries and languages by their English names. */
export function groupLabel({ key, is }: GroupModel): string {
  if (is === 'country') return nameOf('region', key);
  if (is === 'language') return nameOf('language', key);
  if (is === 'word') return key;
  const words = key.toLowerCase().replaceAll('_', ' ');
  return words === 'ied' ? 'IED' : words.charAt(0).toUpperCase() + words.slice(1);
}

function nameOf(type: 'region' | 'language', code: string): string {
  try {
    return new Intl.DisplayNames('en', { type }).of(code) ?? code;
  } catch {
    return code; // not a code that has a name
  }
}
