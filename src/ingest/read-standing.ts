import type { ArticleVersion, StandingVersion } from './apply-versions.ts';
import type { StoreDrafts } from './store-drafts.ts';

/** What stands for the ids of `accepted`, by id; of articles no more than is needed. Withdrawals are known then. */
export async function readStanding(
  { view, withdrawals }: StoreDrafts,
  accepted: readonly ArticleVersion[],
): Promise<Map<string, StandingVersion>> {
  type Head = { _id: string; hash: string; source: { version?: number } };
  const ids = new Set(accepted.map(({ id }) => id));
  const heads = await view.findAny<Head>('articles', '_id', ids, { reads: ['hash', 'source.version'] });
  await withdrawals.load(ids);
  return new Map<string, StandingVersion>([
    ...heads.map(({ _id, hash, source }) => [_id, { hash, ...source }] as const),
    ...[...ids].flatMap((id) => withdrawals.stored(id) ?? []).map(({ _id, version }) => [_id, { version }] as const),
  ]);
}
