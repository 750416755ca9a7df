import type { StoreDrafts } from '../drafts/store-drafts.ts';
import { type ArticleVersion, type CurrentVersion, hashArticle, isRetraction } from '../fold/apply-versions.ts';

/**
 * Returns the current versions of the ids in `accepted`, by id. An id that is neither stored nor withdrawn is absent.
 * Reads the hashes of all stored articles among them, and `version` only of those whose hash differs. Loads the
 * withdrawals into the drafts.
 */
export async function readCurrentVersions(
  { view, withdrawals }: StoreDrafts,
  accepted: readonly ArticleVersion[],
): Promise<Map<string, CurrentVersion>> {
  const ids = new Set(accepted.map(({ id }) => id));
  const stored = await view.findAny<{ _id: string; hash: string }>('articles', '_id', ids, { reads: ['hash'] });
  const hashes = new Map(stored.map(({ _id, hash }) => [_id, hash]));
  const current = new Map<string, CurrentVersion>();
  for (const arriving of accepted) {
    const { id, version } = arriving;
    if (isRetraction(arriving) || hashes.get(id) !== hashArticle(arriving)) continue;
    current.set(id, { hash: hashArticle(arriving), version: version ?? 0 });
  }
  const others = [...hashes.keys()].filter((id) => !current.has(id));
  type Head = { _id: string; source: { version?: number } };
  for (const { _id, source } of await view.findAny<Head>('articles', '_id', others, { reads: ['source.version'] })) {
    current.set(_id, { hash: hashes.get(_id) ?? '', version: source.version ?? 0 });
  }
  await withdrawals.load(ids);
  for (const { _id, version } of [...ids].flatMap((id) => withdrawals.stored(id) ?? [])) current.set(_id, { version });
  return current;
}
