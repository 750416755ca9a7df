import DataLoader from 'dataloader';
import { listsBy } from '../../query/aggregation/lists-by.ts';
import { collectionOf, type NodeType } from '../../query/node-id.ts';
import type { ChangeDocument } from '../../store/changes.ts';
import type { StoreReader } from '../../store/store-reader.ts';

export interface HistoryKey {
  type: NodeType;
  /** The slug. */
  id: string;
  /** The maximum number of changes. */
  limit: number;
  /** The line before which they begin, by its stored id. */
  before?: number | undefined;
}

export type HistoryLoader = DataLoader<HistoryKey, ChangeDocument[], string>;

/** Creates a loader of the changes of entities, newest first. A batch costs one command for each type and page. */
export function createHistoryLoader(store: StoreReader): HistoryLoader {
  return new DataLoader(
    async (keys) => {
      const calls = [...listsBy(keys, callOf)];
      const read = await Promise.all(calls.map(async ([call, keys]) => [call, await readCall(store, keys)] as const));
      const byCall = new Map(read);
      return keys.map((key) => byCall.get(callOf(key))?.get(key.id) ?? []);
    },
    { name: 'change.history', cacheKeyFn: (key) => `${callOf(key)} ${key.id}` },
  );
}

/** Reads the changes for keys of the same type and page. */
async function readCall(store: StoreReader, keys: readonly HistoryKey[]): Promise<Map<string, ChangeDocument[]>> {
  const { type, limit, before } = keys[0] as HistoryKey;
  const ids = [...new Set(keys.map(({ id }) => id))];
  const rows = await store.aggregate<{ _id: string; lines: ChangeDocument[] }>(collectionOf(type), [
    { $match: { _id: { $in: ids } } },
    { $project: { _id: 1 } },
    {
      $lookup: {
        from: 'changes',
        localField: '_id',
        foreignField: 'id',
        pipeline: [
          { $match: { type, ...(before !== undefined && { _id: { $lt: before } }) } },
          { $sort: { _id: -1 } },
          { $limit: limit },
        ],
        as: 'lines',
      },
    },
  ]);
  return new Map(rows.map(({ _id, lines }) => [_id, lines]));
}

function callOf({ type, limit, before }: HistoryKey): string {
  return `${type} ${limit} ${before ?? ''}`;
}
