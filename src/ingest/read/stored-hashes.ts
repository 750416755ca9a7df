import type { Db } from 'mongodb';

/**
 * Returns the content hashes of the articles with these ids, by id. Articles that are not stored are absent. Costs one
 * command; none without ids.
 */
export async function readHashes(database: Db, ids: ReadonlySet<string>): Promise<Map<string, string>> {
  if (ids.size === 0) return new Map();
  const articles = await database
    .collection<{ _id: string; hash: string }>('articles')
    .find({ _id: { $in: [...ids] } }, { projection: { hash: 1 }, batchSize: ids.size })
    .toArray();
  return new Map(articles.map(({ _id, hash }) => [_id, hash]));
}
