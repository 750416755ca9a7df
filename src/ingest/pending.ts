import type { ClientSession, Db } from 'mongodb';
import { slugsOf, type Work } from './derive/work.ts';
import type { Survivors } from './fold/merges.ts';
import { indexArticle } from './index-article.ts';
import type { StoreDrafts } from './store-drafts.ts';
import type { StoreView } from './store-view.ts';

/** How much one write does at most of what was put off, or has to be; the rest is left to others. */
export interface WriteLimits {
  articles: number;
  /** Things beside those that articles name or named. */
  things: number;
}

export const writeLimits: WriteLimits = { articles: 500, things: 2000 };

/** What the next write does before its own; see `unfinished.ts` for those that are not put off. */
interface PendingDocument {
  _id: string;
}

/** Of `pending`, what is put off: its ids begin with a type, and so with a capital letter. Others are greater. */
export const isPutOff = { $lt: 'a' } as const;

/** Some of what earlier writes have put off, with its type: `Incident:raid`; of articles fewer, and first. */
export async function readPutOff(view: StoreView, limits: WriteLimits): Promise<string[]> {
  const find = async (filter: object, limit: number) =>
    (await view.find<PendingDocument>('pending', filter, { limit })).map(({ _id }) => _id);
  const articles = await find({ _id: { $gte: 'Article:', $lt: 'Article;' } }, limits.articles);
  return articles.length > 0 ? articles : find({ _id: isPutOff }, limits.things);
}

export async function putOff(database: Db, session: ClientSession | undefined, things: readonly string[]) {
  if (things.length === 0) return;
  await database.collection<PendingDocument>('pending').bulkWrite(
    things.map((_id) => ({ replaceOne: { filter: { _id }, replacement: {}, upsert: true } })),
    { ordered: false, ...(session && { session }) },
  );
}

/** `ids` are those of things, and of what else is pending. */
export async function clearPending(database: Db, session: ClientSession | undefined, ids: readonly string[]) {
  if (ids.length === 0) return;
  const filter = { _id: { $in: [...ids] } };
  await database.collection<PendingDocument>('pending').deleteMany(filter, { ...(session && { session }) });
}

/** The work that things which were put off are. Articles are indexed under `survivors`. */
export async function workOn(drafts: StoreDrafts, things: readonly string[], survivors: Survivors): Promise<Work> {
  const ids = slugsOf('Article', things);
  await drafts.articles.load(ids);
  const stored = ids.flatMap((id) => drafts.articles.stored(id) ?? []);
  return {
    articles: stored.map((before) => ({ before, after: indexArticle(before.source, survivors) })),
    things: things.filter((thing) => !thing.startsWith('Article:')),
  };
}
