import type { ClientSession, Db } from 'mongodb';
import type { Survivors } from '../../query/merges.ts';
import type { ChangeCause } from '../../store/changes.ts';
import { slugsOf, type Work } from '../derive/work.ts';
import type { StoreDrafts } from '../drafts/store-drafts.ts';
import type { StoreView } from '../drafts/store-view.ts';
import { indexArticle } from '../fold/index-article.ts';

/**
 * The limits of one write: how much it takes from the work queue, and how much it derives before it defers the rest.
 */
export interface WriteLimits {
  articles: number;
  /** The maximum number of entities other than those that the articles name or named. */
  entities: number;
  /**
   * The time at which to give up waiting for other writers, in milliseconds of `performance.now()`; by default never. A
   * write that has begun is not interrupted.
   */
  until?: number;
}

export const writeLimits: WriteLimits = { articles: 500, entities: 2000 };

/** A document of `pending`: queued work, or a record of `undo-log.ts`. */
interface PendingDocument {
  _id: string;
  /** The cause of the change that queued it; absent if it is not known. */
  cause?: ChangeCause;
}

/**
 * Matches the ids of queued work in `pending`: they begin with a type, and so with a capital letter. Other ids sort
 * higher.
 */
export const isDeferred = { $lt: 'a' } as const;

/**
 * Returns some ids of the work queue, such as `Incident:raid`, each with its cause. Ids of articles come first, and
 * fewer of them at a time.
 */
export async function readDeferred(
  view: StoreView,
  limits: WriteLimits,
): Promise<ReadonlyMap<string, ChangeCause | undefined>> {
  const find = async (filter: object, limit: number) =>
    new Map((await view.find<PendingDocument>('pending', filter, { limit })).map(({ _id, cause }) => [_id, cause]));
  const articles = await find({ _id: { $gte: 'Article:', $lt: 'Article;' } }, limits.articles);
  return articles.size > 0 ? articles : find({ _id: isDeferred }, limits.entities);
}

export async function defer(
  database: Db,
  session: ClientSession | undefined,
  entities: readonly string[],
  causeOf: (entity: string) => ChangeCause | undefined,
) {
  if (entities.length === 0) return;
  await database.collection<PendingDocument>('pending').bulkWrite(
    entities.map((_id) => {
      const cause = causeOf(_id);
      return { replaceOne: { filter: { _id }, replacement: { ...(cause && { cause }) }, upsert: true } };
    }),
    { ordered: false, ...(session && { session }) },
  );
}

/** Removes queued ids and undo records from `pending`, with one command. */
export async function clearPending(database: Db, session: ClientSession | undefined, ids: readonly string[]) {
  if (ids.length === 0) return;
  const filter = { _id: { $in: [...ids] } };
  await database.collection<PendingDocument>('pending').deleteMany(filter, { ...(session && { session }) });
}

/** Turns queued ids into work. Articles are indexed under `survivors`. */
export async function deferredWork(
  drafts: StoreDrafts,
  entities: readonly string[],
  survivors: Survivors,
): Promise<Work> {
  const ids = slugsOf('Article', entities);
  await drafts.articles.load(ids);
  const stored = ids.flatMap((id) => drafts.articles.stored(id) ?? []);
  return {
    articles: stored.map((before) => ({ before, after: indexArticle(before.source, survivors) })),
    entities: entities.filter((entity) => !entity.startsWith('Article:')),
  };
}
