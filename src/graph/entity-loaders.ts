import DataLoader from 'dataloader';
import type { Document } from 'mongodb';
import { type Entities, type Entity, readsOf } from './entity.ts';
import type { ChildrenOf, EntityRepository, Slice, Summary } from './entity-repository.ts';
import type { NodeType } from './node-id.ts';
import type { ToPage } from './relation.ts';

/** What to read of one thing: for which fields of its type. */
export interface ByIdKey {
  id: string;
  fields: ReadonlySet<string>;
}

/** The children of one parent. `call` says the same for the same relation with the same arguments. */
export interface ChildrenKey {
  parent: NodeType;
  parentId: string;
  relation: ToPage;
  args: Readonly<Record<string, unknown>>;
  call: string;
}

export interface SliceKey extends ChildrenKey {
  slice: Slice;
}

export interface SummaryKey extends ChildrenKey {
  summary: Summary;
}

/**
 * The loaders of one request that all types share. What is asked for in one turn goes in one batch, and a batch is one
 * command for each type (`byId`) or each call of a relation (`slice`, `summary`), whatever the number of parents.
 */
export interface EntityLoaders {
  /** A document with at least the paths of the fields asked for; null when there is none. */
  byId: Readonly<Record<NodeType, DataLoader<ByIdKey, Document | null, string>>>;
  slice: DataLoader<SliceKey, Document[], string>;
  summary: DataLoader<SummaryKey, Document[], string>;
}

export function createEntityLoaders(entities: Entities, repository: EntityRepository): EntityLoaders {
  const childrenOf = ([first]: ChildrenKey[], parentIds: string[]): ChildrenOf => {
    const { parent, relation, args } = first as ChildrenKey;
    return { parents: entities[parent], parentIds, relation, children: entities[relation.to], args };
  };
  return {
    byId: Object.fromEntries(
      Object.values(entities).map((entity) => [entity.type, createByIdLoader(entity, repository)]),
    ) as EntityLoaders['byId'],
    slice: createChildrenLoader('slice', async (keys, parentIds) => {
      const slices = await repository.findSlicesOf(childrenOf(keys, parentIds), (keys[0] as SliceKey).slice);
      return (id) => slices.get(id) ?? [];
    }),
    summary: createChildrenLoader('summary', async (keys, parentIds) => {
      const rows = await repository.summarizeOf(childrenOf(keys, parentIds), (keys[0] as SummaryKey).summary);
      return (id) => rows.get(id) ?? [];
    }),
  };
}

function createByIdLoader(entity: Entity, repository: EntityRepository): DataLoader<ByIdKey, Document | null, string> {
  return new DataLoader(
    async (keys) => {
      const ids = [...new Set(keys.map((key) => key.id))];
      const reads = readsOf(
        entity,
        keys.flatMap((key) => [...key.fields]),
      );
      const documents = await repository.findByIds(entity, ids, reads);
      const byId = new Map(documents.map((document) => [String(document._id), document]));
      return keys.map((key) => byId.get(key.id) ?? null);
    },
    { name: `${entity.type}.byId`, cacheKeyFn: (key) => `${key.id} ${readsOf(entity, key.fields)}` },
  );
}

/** Batches by call. A call that fails fails its own keys alone. */
function createChildrenLoader<K extends ChildrenKey, V>(
  name: string,
  load: (keys: K[], parentIds: string[]) => Promise<(parentId: string) => V>,
): DataLoader<K, V, string> {
  return new DataLoader(
    async (keys) => {
      const calls = new Map<string, K[]>();
      for (const key of keys) calls.set(key.call, [...(calls.get(key.call) ?? []), key]);
      const answers = new Map<string, ((parentId: string) => V) | Error>();
      await Promise.all(
        [...calls].map(async ([call, keys]) => {
          answers.set(call, await load(keys, [...new Set(keys.map((key) => key.parentId))]).catch(toError));
        }),
      );
      return keys.map((key) => {
        const answer = answers.get(key.call);
        return typeof answer === 'function' ? answer(key.parentId) : (answer as Error);
      });
    },
    { name, cacheKeyFn: (key) => `${key.call} ${key.parentId}` },
  );
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('A batch failed', { cause: reason });
}
