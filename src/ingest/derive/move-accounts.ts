import type { Day } from '../../graph/values.ts';
import { thingOf } from '../account-drafts.ts';
import type { Drafts } from '../drafts.ts';
import type { AccountDocument } from '../fold/account.ts';
import { byAge } from '../fold/fold-reports.ts';
import type { MergedType } from '../fold/merges.ts';
import type { StoredDocument } from '../plan-write.ts';
import type { StoreDrafts } from '../store-drafts.ts';
import { type ArticleChange, slugsOf } from './work.ts';

/** Moves what articles say from before to after. Answers the things of which something else is said, `Location:iraq`. */
export async function moveAccounts(drafts: StoreDrafts, changes: readonly ArticleChange[]): Promise<string[]> {
  const { accounts } = drafts;
  const given = new Map<string, AccountDocument[]>();
  const taken = new Map<string, string[]>();
  for (const { before, after } of changes) {
    // An account that stays as it is, of the same day, is neither.
    const isSameDay = before !== undefined && before.published === after?.document.published;
    const stays = (id: string) =>
      isSameDay && before.accounts.includes(id) && after?.document.accounts.includes(id) === true;
    for (const account of after?.accounts ?? []) if (!stays(account._id)) push(given, account._id, account);
    for (const id of before?.accounts ?? []) if (!stays(id)) push(taken, id, before?._id ?? '');
  }
  const moved = new Set([...given.keys(), ...taken.keys()]);
  const things = [...new Set([...moved].map(thingOf))];
  await loadThings(drafts, 'Location', drafts.locations, things);
  await loadThings(drafts, 'Actor', drafts.actors, things);
  await loadThings(drafts, 'Incident', drafts.incidents, things);
  accounts.assumeAbsent(moved);
  for (const id of moved) {
    accounts.set(id, await moveAccount(drafts, id, given.get(id) ?? [], taken.get(id) ?? []));
  }
  return things;
}

/** Reads those of one type, and all accounts of them. What is not stored has none. */
async function loadThings(
  { accounts }: StoreDrafts,
  type: MergedType,
  documents: Pick<Drafts<StoredDocument>, 'load' | 'stored'>,
  things: readonly string[],
): Promise<void> {
  const ids = slugsOf(type, things);
  await documents.load(ids);
  await accounts.loadThings(
    type,
    ids.filter((id) => documents.stored(id)),
  );
}

/** `given` are accounts of that id that articles give now, `taken` the articles that gave it, or on another day. */
async function moveAccount(
  drafts: StoreDrafts,
  id: string,
  given: readonly AccountDocument[],
  taken: readonly string[],
): Promise<AccountDocument | undefined> {
  const stored = drafts.accounts.stored(id);
  const count = (stored?.count ?? 0) + given.length - taken.length;
  const account = stored ?? given[0];
  if (count === 0 || !account) return undefined;
  const givers = given.map(({ article, published }) => ({ article, published }));
  if (stored && !taken.includes(stored.article)) givers.push({ article: stored.article, published: stored.published });
  else if (count > given.length) givers.push(await newestGiver(drafts, id, taken));
  const { article, published } = givers.reduce((a, b) => (byAge(a, b) < 0 ? b : a));
  return { ...account, published, article, count };
}

/** The newest of the stored articles that give an account, but for some. One index seek. */
async function newestGiver(
  { view }: StoreDrafts,
  account: string,
  but: readonly string[],
): Promise<{ article: string; published: Day }> {
  const [newest] = await view.find<{ _id: string; published: Day }>(
    'articles',
    { accounts: account, _id: { $nin: [...but] } },
    { reads: ['published'], sort: { published: -1, _id: -1 }, limit: 1 },
  );
  if (!newest) throw new Error(`No article gives the account ${account}, which is counted: rebuild the store`);
  return { article: newest._id, published: newest.published };
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
