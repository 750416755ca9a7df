import { type ArticleVersion, hashArticle, isRetraction, type StandingVersion } from './apply-versions.ts';
import type { StoreDrafts } from './store-drafts.ts';

/**
 * What stands for the ids of `accepted`, by id; of articles no more than is needed: of those that are stored as they are
 * accepted, the hash. Withdrawals are known then.
 */
export async function readStanding(
  { view, withdrawals }: StoreDrafts,
  accepted: readonly ArticleVersion[],
): Promise<Map<string, StandingVersion>> {
  const ids = new Set(accepted.map(({ id }) => id));
  const stored = await view.findAny<{ _id: string; hash: string }>('articles', '_id', ids, { reads: ['hash'] });
  const hashes = new Map(stored.map(({ _id, hash }) => [_id, hash]));
  const standing = new Map<string, StandingVersion>();
  for (const arriving of accepted) {
    const { id, version } = arriving;
    if (isRetraction(arriving) || hashes.get(id) !== hashArticle(arriving)) continue;
    standing.set(id, { hash: hashArticle(arriving), ...(version !== undefined && { version }) });
  }
  const others = [...hashes.keys()].filter((id) => !standing.has(id));
  type Head = { _id: string; source: { version?: number } };
  for (const { _id, source } of await view.findAny<Head>('articles', '_id', others, { reads: ['source.version'] })) {
    standing.set(_id, { hash: hashes.get(_id) ?? '', ...source });
  }
  await withdrawals.load(ids);
  for (const { _id, version } of [...ids].flatMap((id) => withdrawals.stored(id) ?? [])) standing.set(_id, { version });
  return standing;
}
