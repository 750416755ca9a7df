import type { Document } from 'mongodb';
import type { GroupOrder } from '../../generated/schema.ts';
import type { Entity, GroupKey } from '../entity.ts';
import { formatNodeId, type NodeType, nodeTypes } from '../node-id.ts';
import type { BucketModel, TimelineRequest } from './timeline.ts';
import { type TollField, type TollModel, tollAccumulators, tollStages } from './tolls.ts';

export interface GroupRequest {
  by: string;
  first: number;
  orderBy: GroupOrder;
}

/** Nodes with the same value of a group key. If `is` names a node type, `key` is a slug of that type. */
export interface GroupModel extends TollModel {
  key: string;
  is: NonNullable<GroupKey['is']> | 'value';
  count: number;
  /** Costs one command for all groups of a request, and a second one if their tolls include related documents. */
  timeline(request: TimelineRequest, wanted: readonly TollField[]): Promise<BucketModel[]>;
}

/**
 * Returns the stages from documents to groups. For COUNT and KEY they return the requested groups, in order. For KILLED
 * and INJURED they return all groups, by key: the order follows from sums that are computed later.
 */
export function groupStages(
  { toll }: Entity,
  key: GroupKey,
  { first, orderBy }: GroupRequest,
  wanted: readonly TollField[],
): Document[] {
  return [
    ...(key.list ? [...tollStages(toll, wanted), ...keyStages(key)] : [...keyStages(key), ...tollStages(toll, wanted)]),
    { $group: { _id: keyOf(key), count: { $sum: 1 }, ...tollAccumulators(toll, wanted) } },
    { $sort: { ...(orderBy === 'COUNT' && { count: -1 }), _id: 1 } },
    ...(tollOrder(orderBy) ? [] : [{ $limit: first }]),
  ];
}

export function groupCountStages(key: GroupKey): Document[] {
  return [...keyStages(key), { $group: { _id: keyOf(key) } }, { $count: 'n' }];
}

/**
 * Returns stages that yield one document for each document and key, and leave out documents without a key. A list is
 * copied to `_key` and unwound there: if the field itself were unwound, DocumentDB would apply the condition of a join
 * to it a second time.
 */
export function keyStages({ path, list }: GroupKey): Document[] {
  return list ? [{ $set: { _key: `$${path}` } }, { $unwind: '$_key' }] : [{ $match: { [path]: { $exists: true } } }];
}

/** Returns the expression for the key, for stages after `keyStages`. */
export function keyOf({ path, list }: GroupKey): string {
  return list ? '$_key' : `$${path}`;
}

/** DocumentDB is slow at matching a long list. */
const maxKeys = 1000;

/** Returns a stage that selects the documents with one of the keys; no stage if there are more than `maxKeys`. */
export function ofKeys(path: string, keys: readonly string[]): Document[] {
  return keys.length > maxKeys ? [] : [{ $match: { [path]: { $in: keys } } }];
}

/** Returns the sum that groups are ordered by; undefined if the order is not by a sum. */
export function tollOrder(orderBy: GroupOrder): 'killed' | 'injured' | undefined {
  return orderBy === 'KILLED' ? 'killed' : orderBy === 'INJURED' ? 'injured' : undefined;
}

/** Orders by the minimum and then the maximum, greatest first. An open maximum is the greatest; an unknown sum is 0. */
export function byToll(field: 'killed' | 'injured'): (a: TollModel, b: TollModel) => number {
  const ends = ({ [field]: sum }: TollModel) =>
    sum ? ([sum.min, sum.max ?? Number.POSITIVE_INFINITY] as const) : ([0, 0] as const);
  return (a, b) => {
    const [[aMin, aMax], [bMin, bMax]] = [ends(a), ends(b)];
    return bMin - aMin || (aMax === bMax ? 0 : bMax - aMax);
  };
}

export function formatGroupKey({ key, is }: GroupModel): string {
  return isNode(is) ? formatNodeId(is, key) : key;
}

export function isNode(is: GroupModel['is']): is is NodeType {
  return (nodeTypes as readonly string[]).includes(is);
}

/** Returns the label of a group whose key is not a node's. Countries and languages have their English names. */
export function groupLabel({ key, is }: GroupModel): string {
  if (is === 'country') return nameOf('region', key);
  if (is === 'language') return nameOf('language', key);
  if (is === 'word') return key;
  const words = key
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace(/\b(ied|rpg)\b/, (letters) => letters.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function nameOf(type: 'region' | 'language', code: string): string {
  try {
    return new Intl.DisplayNames('en', { type }).of(code) ?? code;
  } catch {
    return code; // it has no name
  }
}
