import type { MergedType } from '../../query/merges.ts';
import { entityOf } from '../drafts/assertion-drafts.ts';
import type { Drafts } from '../drafts/change-set.ts';
import type { StoreDrafts } from '../drafts/store-drafts.ts';
import type { StoredDocument } from '../drafts/write-plan.ts';
import type { AssertionDocument } from '../fold/assertion.ts';
import { byAge } from '../fold/by-age.ts';
import { type ArticleChange, slugsOf } from './work.ts';

/**
 * Drafts the assertions of changed articles. Returns the ids of the entities whose assertions change, such as
 * `Location:iraq`, each once.
 */
export async function moveAssertions(drafts: StoreDrafts, changes: readonly ArticleChange[]): Promise<string[]> {
  const { accounts: assertions } = drafts;
  const given = new Map<string, AssertionDocument[]>();
  const taken = new Map<string, string[]>();
  for (const { before, after } of changes) {
    // An assertion that the article makes before and after, with the same time of publication, is in neither.
    const isSameTime = before !== undefined && before.order.published === after?.document.order.published;
    const stays = (id: string) =>
      isSameTime && before.accounts.includes(id) && after?.document.accounts.includes(id) === true;
    for (const assertion of after?.accounts ?? []) if (!stays(assertion._id)) push(given, assertion._id, assertion);
    for (const id of before?.accounts ?? []) if (!stays(id)) push(taken, id, before?._id ?? '');
  }
  const moved = new Set([...given.keys(), ...taken.keys()]);
  const entities = [...new Set([...moved].map(entityOf))];
  await loadEntities(drafts, 'Location', drafts.locations, entities);
  await loadEntities(drafts, 'Actor', drafts.actors, entities);
  await loadEntities(drafts, 'Incident', drafts.incidents, entities);
  assertions.assumeAbsent(moved);
  for (const id of moved) {
    assertions.set(id, await moveAccount(drafts, id, given.get(id) ?? [], taken.get(id) ?? []));
  }
  return entities;
}

/** Loads the entities of one type and, for those that are stored, all their assertions. */
async function loadEntities(
  { accounts: assertions }: StoreDrafts,
  type: MergedType,
  documents: Pick<Drafts<StoredDocument>, 'load' | 'stored'>,
  entities: readonly string[],
): Promise<void> {
  const ids = slugsOf(type, entities);
  await documents.load(ids);
  await assertions.loadEntities(
    type,
    ids.filter((id) => documents.stored(id)),
  );
}

/**
 * Returns the assertion with this id as it will be; undefined if no article makes it any more. `given` are the equal
 * assertions of articles that begin to make it, `taken` the articles that cease to make it. An article whose time of
 * publication changes is in both.
 */
async function moveAccount(
  drafts: StoreDrafts,
  id: string,
  given: readonly AssertionDocument[],
  taken: readonly string[],
): Promise<AssertionDocument | undefined> {
  const stored = drafts.accounts.stored(id);
  const count = (stored?.count ?? 0) + given.length - taken.length;
  const assertion = stored ?? given[0];
  if (count === 0 || !assertion) return undefined;
  const givers = given.map(({ article, published }) => ({ article, published }));
  if (stored && !taken.includes(stored.article)) givers.push({ article: stored.article, published: stored.published });
  else if (count > given.length) givers.push(await newestGiver(drafts, id, taken));
  const { article, published } = givers.reduce((a, b) => (byAge(a, b) < 0 ? b : a));
  return { ...assertion, published, article, count };
}

/**
 * Returns the newest stored article that makes an assertion, other than those in `but`. Costs one index seek. Throws if
 * there is none, because the stored count is then wrong.
 */
async function newestGiver(
  { view }: StoreDrafts,
  assertion: string,
  but: readonly string[],
): Promise<{ article: string; published: string }> {
  const [newest] = await view.find<{ _id: string; order: { published: string } }>(
    'articles',
    { accounts: assertion, _id: { $nin: [...but] } },
    { reads: ['order.published'], sort: { 'order.published': -1, _id: -1 }, limit: 1 },
  );
  if (!newest) throw new Error(`No article contains the counted assertion ${assertion}: rebuild the store`);
  return { article: newest._id, published: newest.order.published };
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
