import DataLoader from 'dataloader';
import type { Document } from 'mongodb';
import { listsBy } from './aggregation/lists-by.ts';
import type { MatchedSummary } from './connection.ts';
import { type Entities, type Entity, readsKey, readsOf } from './entity.ts';
import type { ChildrenOf, EntityRepository, Slice } from './entity-repository.ts';
import type { NodeType } from './node-id.ts';
import type { ToConnection } from './relation.ts';

/** A node, and the fields of its type to read. */
export interface ByIdKey {
  id: string;
  fields: ReadonlySet<string>;
}

/** The children of one parent. `call` is equal for the same relation with the same arguments. */
export interface ChildrenKey {
  parent: NodeType;
  parentId: string;
  relation: ToConnection;
  args: Readonly<Record<string, unknown>>;
  call: string;
}

export interface SliceKey extends ChildrenKey {
  slice: Slice;
}

export interface SummaryKey extends ChildrenKey {
  summary: MatchedSummary;
}

type ByIdLoader = DataLoader<ByIdKey, Document | null, string>;

/**
 * The loaders of one request that all types share. Loads of one turn of the event loop form a batch. A batch costs one
 * command for each type (`byId`) or each call of a relation (`slice`, `summary`), whatever the number of parents.
 */
export interface EntityLoaders {
  /** Loads a document with at least the paths of the given fields; null if it does not exist. */
  byId: Readonly<Record<NodeType, ByIdLoader>>;
  slice: DataLoader<SliceKey, Document[], string>;
  summary: DataLoader<SummaryKey, Document[], string>;
}

/** Most requests need a few loaders, so each is made when it is first used. */
export class RequestEntityLoaders implements EntityLoaders {
  readonly byId: EntityLoaders['byId'];
  readonly #entities: Entities;
  readonly #repository: EntityRepository;
  #slice: EntityLoaders['slice'] | undefined;
  #summary: EntityLoaders['summary'] | undefined;

  constructor(entities: Entities, repository: EntityRepository) {
    this.byId = new ByIdLoaders(entities, repository);
    this.#entities = entities;
    this.#repository = repository;
  }

  get slice(): EntityLoaders['slice'] {
    this.#slice ??= createChildrenLoader('slice', async (keys, parentIds) => {
      const slices = await this.#repository.findSlicesOf(
        this.#childrenOf(keys, parentIds),
        (keys[0] as SliceKey).slice,
      );
      return (id) => slices.get(id) ?? [];
    });
    return this.#slice;
  }

  get summary(): EntityLoaders['summary'] {
    this.#summary ??= createChildrenLoader('summary', async (keys, parentIds) => {
      const { match, stages } = (keys[0] as SummaryKey).summary;
      const groups = [...new Set((keys as SummaryKey[]).flatMap(({ summary }) => summary.keys ?? []))];
      const summary = { match, stages: stages(groups) };
      const rows = await this.#repository.summarizeOf(this.#childrenOf(keys, parentIds), summary);
      return (id) => rows.get(id) ?? [];
    });
    return this.#summary;
  }

  #childrenOf([first]: ChildrenKey[], parentIds: string[]): ChildrenOf {
    const { parent, relation, args } = first as ChildrenKey;
    return { parents: this.#entities[parent], parentIds, relation, children: this.#entities[relation.to], args };
  }
}

class ByIdLoaders implements Record<NodeType, ByIdLoader> {
  readonly #entities: Entities;
  readonly #repository: EntityRepository;
  readonly #loaders: Partial<Record<NodeType, ByIdLoader>> = {};

  constructor(entities: Entities, repository: EntityRepository) {
    this.#entities = entities;
    this.#repository = repository;
  }

  get Incident(): ByIdLoader {
    return this.#of('Incident');
  }

  get Actor(): ByIdLoader {
    return this.#of('Actor');
  }

  get Statement(): ByIdLoader {
    return this.#of('Statement');
  }

  get Location(): ByIdLoader {
    return this.#of('Location');
  }

  get Article(): ByIdLoader {
    return this.#of('Article');
  }

  #of(type: NodeType): ByIdLoader {
    this.#loaders[type] ??= createByIdLoader(this.#entities[type], this.#repository);
    return this.#loaders[type];
  }
}

function createByIdLoader(entity: Entity, repository: EntityRepository): ByIdLoader {
  return new DataLoader(
    async (keys) => {
      const ids = [...new Set(keys.map((key) => key.id))];
      const reads = readsOf(entity, unitedFields(keys));
      const documents = await repository.findByIds(entity, ids, reads);
      const byId = new Map(documents.map((document) => [String(document._id), document]));
      return keys.map((key) => byId.get(key.id) ?? null);
    },
    { name: `${entity.type}.byId`, cacheKeyFn: (key) => `${key.id} ${readsKey(readsOf(entity, key.fields))}` },
  );
}

/** Most keys of a batch share their set of fields. */
function unitedFields(keys: readonly ByIdKey[]): ReadonlySet<string> {
  const sets = new Set(keys.map(({ fields }) => fields));
  const [only] = sets;
  return sets.size === 1 && only ? only : new Set([...sets].flatMap((fields) => [...fields]));
}

/** Creates a loader that batches by call. A failing call fails only its own keys. */
function createChildrenLoader<K extends ChildrenKey, V>(
  name: string,
  load: (keys: K[], parentIds: string[]) => Promise<(parentId: string) => V>,
): DataLoader<K, V, string> {
  return new DataLoader(
    async (keys) => {
      const calls = listsBy(keys, (key) => key.call);
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
